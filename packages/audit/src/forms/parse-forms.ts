/**
 * Project performance forms, read from the format-neutral tree.
 *
 * Forms come out of scans and copies in every state of damage, so nothing here counts rows or columns: labels are
 * found by their words, and each part of the form is read on its own. What is not understood stays in `cells`; what
 * is not printed is missing, never zero.
 *
 * @module
 */
import type { DocumentTree } from '@mingzhang/document'
import type { Place, Problem } from '@mingzhang/figures'
import type { FormField, FormSpan, Indicator, ProjectForm } from '../model/form.ts'
import { placeInForm } from './form-field.ts'
import { formLines, type FormLine, labelsOf } from './form-lines.ts'
import { formProblems, listLayoutProblem } from './form-problems.ts'
import { zoneLines } from './form-zones.ts'
import { parseFunding } from './parse-funding.ts'
import { findProjectName, formYear, parseHeader } from './parse-header.ts'
import { parseIndicators } from './parse-indicators.ts'
import { parseSignature } from './parse-signature.ts'
import { parseGoals, parseTexts } from './parse-texts.ts'
import { type FormSegment, segmentForms } from './segment-forms.ts'

export interface ParsedForms {
  /** In printed order. */
  readonly forms: readonly ProjectForm[]
  /** Indexes of the tree's blocks that belong to forms: no other reading should claim them. */
  readonly blocks: ReadonlySet<number>
  /** The block that the first form begins in; `undefined` without forms. */
  readonly firstBlock: number | undefined
  /** What stands in the way of checking a form: no money, no unit, no name, a date that is none. */
  readonly problems: readonly Problem[]
}

/**
 * Reads all forms of the document.
 *
 * `formTitles` are the words of the place's form headings (from its profile); any short heading that ends in
 * 绩效目标表 or 绩效目标申报表 counts as well. Never throws.
 */
export function parseForms(tree: DocumentTree, formTitles: readonly string[]): ParsedForms {
  const { segments, lists } = segmentForms(formLines(tree), formTitles)
  const parsed = segments.map((segment, index) => parseForm(segment, index + 1))
  const blocks = new Set(segments.flatMap(blocksOf))
  return {
    forms: parsed.map(({ form }) => form),
    blocks,
    firstBlock: blocks.size === 0 ? undefined : Math.min(...blocks),
    problems: [...parsed.flatMap(({ problems }) => problems), ...lists.map(({ line }) => listLayoutProblem(line.place))],
  }
}

interface ParsedForm {
  readonly form: ProjectForm
  readonly problems: readonly Problem[]
}

function parseForm(segment: FormSegment, index: number): ParsedForm {
  const zones = zoneLines(segment.lines)
  const name = findProjectName(zones)
  const at = placeInForm(name)
  const start: Place = segment.lines[0]?.place ?? { document: '' }
  const mentionsLife = segment.lines.flatMap(labelsOf).some((label) => 'span' in label && label.span === 'life')
  const money = parseFunding(zones, at)
  const { indicators, blanks } = parseIndicators(zones.indicator, mentionsLife, at)
  const form: ProjectForm = {
    index,
    place: at(start),
    title: segment.title?.cells[0]?.text ?? '',
    year: formYear(zones),
    ...parseHeader(zones, start, at),
    funding: money.funding,
    texts: parseTexts(zones.text, at),
    goals: believedGoals(parseGoals(zones.goal, mentionsLife, at), indicators),
    indicators,
    blankIndicators: blanks,
    ...parseSignature(zones.signature, at),
    cells: segment.lines.flatMap((line) => line.cells).map((cell): FormField => ({ text: cell.text, place: at(cell.place) })),
  }
  return { form, problems: formProblems(form, money) }
}

/**
 * A text merged over both halves prints like one beside a blank. So a blank goal is believed only when that half's
 * indicators are blank too; else that goal counts as not read.
 */
function believedGoals(goals: ProjectForm['goals'], indicators: readonly Indicator[]): ProjectForm['goals'] {
  const isMerged = (span: FormSpan): boolean => goals[span]?.text === '' && indicators.some((indicator) => indicator.span === span)
  return {
    ...(goals.life === undefined || isMerged('life') ? {} : { life: goals.life }),
    ...(goals.annual === undefined || isMerged('annual') ? {} : { annual: goals.annual }),
  }
}

/** Every block from the form's first to its last line, marks of the paper between them included. */
function blocksOf(segment: FormSegment): readonly number[] {
  return segment.lines.map((line: FormLine) => line.block)
}

