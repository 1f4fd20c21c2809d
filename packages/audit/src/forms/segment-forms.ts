/**
 * Where each form begins and ends.
 *
 * A heading alone makes no form: headings stand in tables of contents and in sentences too. A form is a heading with
 * form labels below it, or, where the heading is lost or shared, a row 项目名称 with the other parts in its own table.
 *
 * @module
 */
import { type FormLine, isNoiseLine, labelsOf } from './form-lines.ts'
import { isFormTitle } from './form-words.ts'

/** The lines of one form. */
export interface FormSegment {
  /** The heading; `undefined` where the print has none. */
  readonly title: FormLine | undefined
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
    if (groupsOf(own).size >= (start.titled ? 2 : 3)) segments.push({ title: start.titled ? own[0] : undefined, lines: own })
    else if (listHead !== undefined && start.titled) lists.push({ line: listHead })
  })
  return { segments, lists }
}

interface Start {
  readonly at: number
  readonly titled: boolean
}

function startsOf(lines: readonly FormLine[], formTitles: readonly string[]): readonly Start[] {
  const starts: Start[] = []
  let named = false
  let filled = false
  lines.forEach((line, at) => {
    const first = line.cells[0]
    if (line.cells.length === 1 && first !== undefined && first.label === undefined && isFormTitle(first.text, formTitles)) {
      starts.push({ at, titled: true })
      named = false
      filled = false
      return
    }
    const groups = groupsOf([line])
    const isName = line.kind === 'row' && first?.label?.zone === 'header' && first.label.key === 'projectName' && !isListHead(line)
    if (isName && (starts.length === 0 || (named && filled)) && blockGroups(lines, at).size >= 3) {
      starts.push({ at, titled: false })
      filled = false
    }
    if (isName) named = true
    if (named && (groups.has('funding') || groups.has('indicator') || groups.has('signature'))) filled = true
  })
  return starts
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
    } else if (groups.size >= 2 || groups.has('signature') || (!signed && goesOn(line, groups, adjacent))) {
      end = next
      for (const group of groups) seen.add(group)
      adjacent = true
    } else {
      adjacent = false
    }
    at = next
  }
  return lines.slice(0, end)
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
