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
import { type ParsedForm, placeInForm } from './form-field.ts'
import { formLines, type FormLine, labelsOf } from './form-lines.ts'
import { formProblems, listLayoutProblem } from './form-problems.ts'
import { zoneLines } from './form-zones.ts'
import { parseListForms } from './parse-list-forms.ts'
import { parseDepartment } from './parse-department.ts'
import { hasEvaluationHeads, parseEvaluation } from './parse-evaluation.ts'
import { type ParsedFunding, parseFunding } from './parse-funding.ts'
import { findProjectName, formYear, nameInTitle, parseHeader } from './parse-header.ts'
import { parseIndicators } from './parse-indicators.ts'
import { parseSignature } from './parse-signature.ts'
import { parseGoals, parseTexts } from './parse-texts.ts'
import { type FormSegment, segmentForms } from './segment-forms.ts'
import { unreadTables } from './unread-tables.ts'

export interface ParsedForms {
  /** Project target forms, in printed order, whether forms of their own or rows of a list. */
  readonly forms: readonly ProjectForm[]
  /** Target forms of the whole department. */
  readonly departments: readonly ProjectForm[]
  /** Self-evaluations of projects and of the whole department. */
  readonly evaluations: readonly ProjectForm[]
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
 * 绩效目标表, 绩效目标申报表 or 绩效自评表 counts as well. Never throws.
 */
export function parseForms(tree: DocumentTree, formTitles: readonly string[]): ParsedForms {
  const listed = parseListForms(tree, formTitles)
  const lines = formLines(tree).filter((line) => !listed.blocks.has(line.block))
  const { segments, lists } = segmentForms(lines, formTitles)
  const parsed = [...segments.map(parseForm), ...listed.forms].filter(({ form }) => !isUnfilled(form)).sort((a, b) => a.block - b.block)
  const of = (group: ParsedForm['group']): readonly ParsedForm[] => parsed.filter((one) => one.group === group)
  const ordered = [...of('project'), ...of('department'), ...of('evaluation')].map((one, index) => ({ ...one, form: { ...one.form, index: index + 1 } }))
  const formsOf = (group: ParsedForm['group']): readonly ProjectForm[] => ordered.flatMap((one) => (one.group === group ? [one.form] : []))
  const read = new Set([...segments.flatMap(blocksOf), ...listed.blocks])
  const unread = unreadTables(tree, read)
  const blocks = new Set([...read, ...unread.blocks])
  return {
    forms: formsOf('project'),
    departments: formsOf('department'),
    evaluations: formsOf('evaluation'),
    blocks,
    firstBlock: read.size === 0 ? undefined : Math.min(...read),
    problems: [...ordered.flatMap(formProblems), ...lists.filter(({ line }) => !blocks.has(line.block)).map(({ line }) => listLayoutProblem(line.place)), ...unread.problems],
  }
}

function parseForm(segment: FormSegment): ParsedForm {
  const zones = zoneLines(segment.lines)
  const title = segment.title?.cells[0]?.text ?? ''
  const printedName = findProjectName(zones)
  const name = printedName === '' && segment.subject === 'project' ? nameInTitle(title) : printedName
  const at = placeInForm(name === '' && segment.subject === 'department' ? '部门整体' : name)
  const start: Place = segment.lines[0]?.place ?? { document: '' }
  const mentionsLife = segment.lines.flatMap(labelsOf).some((label) => 'span' in label && label.span === 'life')
  const money = segment.subject === 'department' || hasEvaluationHeads(zones) ? noFunding : parseFunding(zones, at)
  const { indicators, blanks } = parseIndicators(zones.indicator, mentionsLife, at)
  const header = parseHeader(zones, start, at)
  const form: ProjectForm = {
    index: 0,
    place: at(start),
    title,
    year: formYear(zones),
    ...header,
    ...(printedName === '' && name !== '' ? { projectName: { text: name, place: at(start, '表题') } } : {}),
    funding: money.funding,
    texts: parseTexts(zones.text, at),
    goals: segment.evaluates ? plannedGoal(parseGoals(zones.goal, mentionsLife, at)) : believedGoals(parseGoals(zones.goal, mentionsLife, at), indicators),
    indicators,
    blankIndicators: blanks,
    ...(segment.subject === 'department' ? { overview: parseDepartment(zones, at) } : {}),
    ...(segment.evaluates ? { evaluation: parseEvaluation(zones, at) } : {}),
    ...parseSignature(zones.signature, at),
    cells: segment.lines.flatMap((line) => line.cells).map((cell): FormField => ({ text: cell.text, place: at(cell.place) })),
  }
  const group = segment.evaluates ? 'evaluation' : segment.subject
  const lacksUnit = money.lacksUnit || (form.evaluation?.funding ?? []).some(({ budget }) => budget?.kind === 'unreadable' && budget.reason === 'no-unit')
  return { form, group, lacksUnit, hasIndicatorPart: true, block: segment.lines[0]?.block ?? 0 }
}

/** A self-evaluation prints the goal and, beside it, what was reached: the first text is the year's goal. */
function plannedGoal({ life, annual }: ProjectForm['goals']): ProjectForm['goals'] {
  const planned = life ?? annual
  return planned === undefined ? {} : { annual: planned }
}

/** A published form that nobody filled in: no name, money, goal or indicator. */
function isUnfilled({ projectName, funding, goals, indicators, overview, evaluation }: ProjectForm): boolean {
  const hasMoney = funding.some(({ amount }) => amount.kind !== 'blank') || (overview?.money.length ?? 0) + (overview?.tasks.length ?? 0) + (evaluation?.funding.length ?? 0) > 0
  return projectName.text === '' && !hasMoney && (goals.annual?.text ?? '') === '' && (goals.life?.text ?? '') === '' && indicators.length === 0
}

const noFunding: ParsedFunding = { funding: [], unit: undefined, lacksUnit: false }

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

