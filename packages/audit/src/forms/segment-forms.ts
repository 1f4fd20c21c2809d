/**
 * Where each form begins and ends.
 *
 * A heading alone makes no form: headings stand in tables of contents and in sentences too. A form is a heading with
 * form labels below it, or, where the heading is lost or shared, a row 项目名称 with the other parts in its own table.
 *
 * @module
 */
import { type FormLine, isNoiseLine, labelsOf } from './form-lines.ts'
import { type FormTitle, matchFormTitle, matchIndicatorColumn } from './form-words.ts'

/** The lines of one form. */
export interface FormSegment {
  /** The heading; `undefined` where the print has none. */
  readonly title: FormLine | undefined
  readonly subject: FormTitle['subject']
  /** Whether it says what was reached and not only what is meant to be. */
  readonly evaluates: boolean
  /** All lines in order, the heading first. */
  readonly lines: readonly FormLine[]
}

/** A table that has form words as columns, one project per row: not a form, and said so. */
export interface ListLayout {
  readonly line: FormLine
}

export interface Segmentation {
  readonly segments: readonly FormSegment[]
  readonly lists: readonly ListLayout[]
}

export function segmentForms(lines: readonly FormLine[], formTitles: readonly string[]): Segmentation {
  const starts = startsOf(lines, formTitles)
  const segments: FormSegment[] = []
  const lists: ListLayout[] = []
  starts.forEach((start, index) => {
    const upTo = lines.slice(start.at, starts[index + 1]?.at ?? lines.length)
    const list = upTo.findIndex(isListHead)
    const own = trimEnd(list === -1 ? upTo : upTo.slice(0, list))
    const listHead = upTo[list]
    const groups = groupsOf(own)
    const before = segments.at(-1)
    if (before !== undefined && continues(own, groups, before)) {
      segments[segments.length - 1] = { ...before, lines: [...before.lines, ...own.slice(own.findIndex((line) => labelsOf(line).length > 0))] }
      return
    }
    const evaluates = start.title?.evaluates === true || own.some(printsResults)
    const subject = start.title?.subject === 'department' || (groups.has('departmentName') && !groups.has('projectName')) ? 'department' : 'project'
    // A line of the contents names the department's form too; the form itself has goals or indicators.
    const isForm = subject === 'department' ? groups.has('goal') || groups.has('indicator') : start.title === undefined ? isWholeForm(groups) : groups.size >= 2
    if (isForm) segments.push({ title: start.title === undefined ? undefined : own[0], subject, evaluates, lines: own })
    else if (listHead !== undefined && start.title !== undefined) lists.push({ line: listHead })
  })
  return { segments, lists }
}

/** A page that repeats the heading and goes on with the parts that come last in a form. */
function continues(own: readonly FormLine[], groups: ReadonlySet<string>, before: FormSegment): boolean {
  const heading = own[0]?.cells[0]?.text
  if (heading === undefined || heading !== before.title?.cells[0]?.text || groupsOf(before.lines).has('signature')) return false
  return groups.size > 0 && [...groups].every((group) => group === 'indicator' || group === 'goal' || group === 'signature')
}

function printsResults(line: FormLine): boolean {
  return line.cells.length >= 3 && line.cells.some((cell) => matchIndicatorColumn(cell.text) === 'actual')
}

interface Start {
  readonly at: number
  readonly title: FormTitle | undefined
}

function startsOf(lines: readonly FormLine[], formTitles: readonly string[]): readonly Start[] {
  const starts: Start[] = []
  let named = false
  let filled = false
  lines.forEach((line, at) => {
    const first = line.cells[0]
    const title = titleAt(lines, at, formTitles)
    if (title !== undefined) {
      if (isRepeated(lines, at, starts.at(-1))) return
      starts.push({ at, title })
      named = false
      filled = false
      return
    }
    const groups = groupsOf([line])
    const isName = line.kind === 'row' && first?.label?.zone === 'header' && first.label.key === 'projectName' && !isListHead(line)
    if (isName && (starts.length === 0 || (named && filled)) && isWholeForm(blockGroups(lines, at))) {
      starts.push({ at, title: undefined })
      filled = false
    }
    if (isName) named = true
    if (named && (groups.has('funding') || groups.has('indicator') || groups.has('signature'))) filled = true
  })
  return starts
}

/** A heading printed again right below itself, as the page's and the table's. */
function isRepeated(lines: readonly FormLine[], at: number, start: Start | undefined): boolean {
  return start?.title !== undefined && at - start.at <= 2 && loneText(lines[start.at]) === loneText(lines[at])
}

/** The heading that begins with this line; one that was too long for a line goes on in the next. */
function titleAt(lines: readonly FormLine[], at: number, formTitles: readonly string[]): FormTitle | undefined {
  const [line, next] = [lines[at], lines[at + 1]]
  const text = loneText(line)
  if (text === undefined || line === undefined) return undefined
  const title = matchFormTitle(text, formTitles)
  if (title !== undefined) return title
  const rest = loneText(next)
  const isWrapped = line.kind === 'paragraph' && next?.kind === 'paragraph' && rest !== undefined && rest.length <= text.length && /绩|项目|资金|支出/u.test(text)
  return isWrapped && !/绩效/u.test(rest) && matchFormTitle(rest, formTitles) === undefined ? matchFormTitle(text + rest, formTitles) : undefined
}

function loneText(line: FormLine | undefined): string | undefined {
  const cell = line?.cells[0]
  return line?.cells.length === 1 && cell?.label === undefined ? cell?.text : undefined
}

function isListHead(line: FormLine): boolean {
  const labels = labelsOf(line)
  const named = labels.some((label) => label.zone === 'header' && label.key === 'projectName')
  return named && labels.some((label) => label.zone === 'indicator' || label.zone === 'goal')
}

/** The form ends with its last line that is part of a form: what follows the last table is running text again. */
function trimEnd(lines: readonly FormLine[]): readonly FormLine[] {
  let end = 1
  const seen = new Set<string>()
  let adjacent = true
  let isScored = false
  let at = 1
  while (at < lines.length) {
    const line = lines[at]
    if (line === undefined) break
    let next = at + 1
    while (lines[next]?.block === line.block) next++
    const part = lines.slice(at, next)
    const groups = groupsOf(part)
    const signed = seen.has('signature')
    if (line.kind === 'paragraph' && groups.size === 0) {
      if (!isNoiseLine(line) && end > 1) adjacent = false
    } else if (groups.has('projectName') && seen.has('projectName') && (signed || seen.has('indicator'))) {
      // A form names its project before its indicators: a later 项目名称 heads a table of its own.
      break
    } else if (isScored && !groups.has('signature')) {
      // 总分 is the last line of a self-evaluation.
      break
    } else if (groups.size >= 2 || groups.has('signature') || (!signed && goesOn(line, groups, adjacent))) {
      end = next
      isScored ||= part.some(isTotalScore)
      for (const group of groups) seen.add(group)
      adjacent = true
    } else {
      adjacent = false
    }
    at = next
  }
  return lines.slice(0, end)
}

/** A table of projects has their names, kinds and money as well; only a form has what is to be reached. */
function isWholeForm(groups: ReadonlySet<string>): boolean {
  return groups.size >= 3 && (groups.has('goal') || groups.has('indicator') || groups.has('text'))
}

function isTotalScore({ cells }: FormLine): boolean {
  return /^(?:自评|评价)?总(?:分|得分|分值)/u.test((cells[0]?.text ?? '').replace(/\s+/gu, '')) && cells.slice(1).some(({ text }) => /^\d{1,3}(?:\.\d+)?分?$/u.test(text.trim()))
}

/** Whether a block with at most one kind of label belongs to the form above it, which has no signature yet. */
function goesOn(line: FormLine, groups: ReadonlySet<string>, adjacent: boolean): boolean {
  return adjacent || (line.kind === 'row' && groups.size === 1)
}

/** The parts of a form that these lines print a label of. */
function groupsOf(lines: readonly FormLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(labelsOf).map((label) => (label.zone === 'header' ? label.key : label.zone)))
}

function blockGroups(lines: readonly FormLine[], at: number): ReadonlySet<string> {
  const block = lines[at]?.block
  let end = at
  while (lines[end]?.block === block) end++
  return groupsOf(lines.slice(at, end))
}
