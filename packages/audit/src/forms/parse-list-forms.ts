/**
 * Targets in row layout: one table lists projects with their money, goal and indicators, each project over as many rows
 * as it has indicators, and goes on over pages with or without its head.
 *
 * @module
 */
import type { DocumentTree, Grid, GridRow } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'
import type { PrintedUnit } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import { isNoise, matchFormLabel, matchFormTitle, printedUnitOf } from './form-words.ts'
import type { ParsedForm } from './form-field.ts'
import { type ListHead, readListHead } from './list-columns.ts'
import { collectRow, finishProject, isContinuation, type ListedProject, type ListSource, startsProject } from './list-rows.ts'

export interface ParsedLists {
  readonly forms: readonly ParsedForm[]
  /** Indexes of the blocks that hold such tables. */
  readonly blocks: ReadonlySet<number>
}

/** Reads every list of targets in the document. */
export function parseListForms(tree: DocumentTree, formTitles: readonly string[]): ParsedLists {
  const blocks = new Set<number>()
  const forms: ParsedForm[] = []
  let open: OpenList | undefined
  let heading: Heading = noHeading
  tree.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      heading = readHeading(block.text, heading, formTitles)
      if (open !== undefined && !isPaper(block.text, open)) {
        if (endsList(block.text, formTitles)) {
          forms.push(...formsOf(open))
          open = undefined
        } else open.isInterrupted = true
      }
      return
    }
    const repeated = open === undefined || widthOf(block) !== open.width ? undefined : repeatedHead(block, open.head)
    const head = repeated ?? readListHead(block, heading.isAboutPerformance)
    const goesOn = open !== undefined && (repeated !== undefined || (head === undefined
      ? widthOf(block) === open.width && looksAlike(block, open.head) && (!open.isInterrupted || hasLevels(block, open.head))
      : sameHead(head, open.head)))
    if (!goesOn && open !== undefined) {
      forms.push(...formsOf(open))
      open = undefined
    }
    const active = head ?? (goesOn ? open?.head : undefined)
    if (active === undefined) {
      heading = noHeading
      return
    }
    blocks.add(index)
    open ??= { head: active, width: widthOf(block), source: sourceOf(block, heading, active), done: [], project: undefined, isInterrupted: false }
    open.isInterrupted = false
    readRows(block, index, active, head?.firstRow ?? 0, open)
    heading = { ...heading, lines: 0 }
  })
  return { forms: open === undefined ? forms : [...forms, ...formsOf(open)], blocks }
}

interface Heading {
  readonly title: string
  readonly year: number | undefined
  readonly unit: PrintedUnit | undefined
  readonly isAboutPerformance: boolean
  readonly evaluates: boolean
  /** Lines since the title. */
  readonly lines: number
}

const noHeading: Heading = { title: '', year: undefined, unit: undefined, isAboutPerformance: false, evaluates: false, lines: 0 }

function readHeading(text: string, before: Heading, formTitles: readonly string[]): Heading {
  const title = matchFormTitle(text, formTitles)
  const year = /(20\d{2})年/u.exec(text)?.[1]
  if (title !== undefined || (/绩效(?:目标|指标)/u.test(text) && text.length < 60)) {
    return { title: text, year: year === undefined ? undefined : Number(year), unit: printedUnitOf(text), isAboutPerformance: true, evaluates: title?.evaluates ?? false, lines: 0 }
  }
  if (before.lines >= 4) return { ...noHeading, unit: printedUnitOf(text) }
  return { ...before, year: before.year ?? (year === undefined ? undefined : Number(year)), unit: printedUnitOf(text) ?? before.unit, lines: before.lines + 1 }
}

interface OpenList {
  readonly head: ListHead
  readonly width: number
  readonly source: ListSource
  readonly done: ListedProject[]
  project: ListedProject | undefined
  /** Whether other lines stand below its last page: then only a page with its head goes on with it. */
  isInterrupted: boolean
}

function readRows(grid: Grid, block: number, head: ListHead, firstRow: number, open: OpenList): void {
  const rows = grid.rows.slice(firstRow).filter((row) => !isIndexRow(row))
  rows.forEach((row, index) => {
    if (row.cells.every(({ text }) => text === '')) return
    const start = startsProject(row, rows.slice(index + 1), head)
    const isFirst = index === 0
    // The name of a cell merged over a page break stands on one of its pages only: a goal begins the project as well.
    const isUnnamed = start === 'row' && !isFirst && open.project !== undefined && hasGoal(row, head) && hasGoalAbove(open.project, block, head)
    if (start === 'group') {
      open.project = undefined
      open.source.unit.name = groupName(row, head) ?? open.source.unit.name
      return
    }
    if (isUnnamed || (start === 'project' && !(isFirst && open.project !== undefined && isContinuation(row, head, open.project)))) {
      open.project = { rows: [], place: row.place, unitName: open.source.unit.name, block }
      open.done.push(open.project)
    }
    if (open.project !== undefined) collectRow(row, open.project)
  })
}

const hasGoal = (row: GridRow, head: ListHead): boolean => head.columns.some(({ role, index }) => role === 'goal' && (row.cells[index]?.text ?? '') !== '')

function hasGoalAbove(project: ListedProject, block: number, head: ListHead): boolean {
  return project.rows.some((row) => row.place.block === block && hasGoal(row, head)) || (project.block === block && project.rows.length > 0)
}

function groupName(row: GridRow, head: ListHead): string | undefined {
  const column = head.columns.find(({ role }) => role === 'name') ?? head.columns.find(({ role }) => role === 'unitName')
  const name = row.cells[column?.index ?? -1]?.text ?? ''
  return name === '' || /^(?:合计|总计|小计)$/u.test(normaliseLabel(name)) ? undefined : name
}

function formsOf(open: OpenList): readonly ParsedForm[] {
  return open.done.map((project) => finishProject(project, open.head, open.source))
}

function sourceOf(grid: Grid, heading: Heading, head: ListHead): ListSource {
  const place: Place = grid.place
  const unit = heading.unit ?? head.columns.map((column) => column.unit).find((own) => own !== undefined)
  return { title: heading.title, year: heading.year, moneyUnit: unit, place, subject: head.subject, evaluates: heading.evaluates, unit: { name: '' } }
}

const widthOf = (grid: Grid): number => grid.rows[0]?.cells.length ?? 0

/** 1 2 3 … below the head. */
function isIndexRow(row: GridRow): boolean {
  const filled = row.cells.filter(({ text }) => text !== '')
  return filled.length >= 3 && filled.every(({ text }, index) => text === String(index + 1))
}

/** Page numbers, the repeated heading and its notes stand between the pages of one table. */
function isPaper(text: string, open: OpenList): boolean {
  return isNoise(text) || normaliseLabel(text) === normaliseLabel(open.source.title) || /^(?:金额)?单位[:：]|^[(（]?20\d{2}年度?[)）]?$|^(?:部门|单位)(?:\(单位\))?名称[:：]|续表|^(?:预算)?(?:公开)?(?:附?表|附件)\d+(?:表)?$/u.test(text.replace(/\s+/gu, ''))
}

/** The list's own head again, although stray text stands in some of its cells. */
function repeatedHead(grid: Grid, head: ListHead): ListHead | undefined {
  const isHeadRow = (row: GridRow | undefined): boolean => head.columns.filter((column) => column.head.length >= 2 && normaliseLabel(row?.cells[column.index]?.text ?? '') === column.head).length >= 3
  const at = grid.rows.findIndex((row, index) => index < 3 && isHeadRow(row))
  if (at === -1) return undefined
  const words = head.columns.map((column) => column.head).filter((word) => word.length >= 3)
  let firstRow = at + 1
  const isSub = (row: GridRow | undefined): boolean => {
    const cells = row?.cells ?? []
    const hasTarget = head.columns.some(({ role, index, head: word }) => (role === 'indicator' || role === 'value' || role === 'packed') && !['', word].includes(normaliseLabel(cells[index]?.text ?? '')))
    return !hasTarget && cells.some(({ text }) => text.length < 30 && words.some((word) => normaliseLabel(text).endsWith(word)))
  }
  while (isSub(grid.rows[firstRow])) firstRow += 1
  return { ...head, firstRow }
}

/** Another heading: what stands below it is another table. */
function endsList(text: string, formTitles: readonly string[]): boolean {
  const plain = normaliseLabel(text)
  return matchFormTitle(text, formTitles) !== undefined || /^第.{1,3}部分|^\(?[一二三四五六七八九十]+[)、].*(?:情况|说明|表)$|(?:预算|附|公开)?表\d*$/u.test(plain)
}

/** Without a head of its own, a grid goes on only where money stands under money and nothing else does. */
function looksAlike(grid: Grid, head: ListHead): boolean {
  return grid.rows.every(({ cells }) => head.columns.every(({ index, role }) => role !== 'money' || /^[-\d,，.\s]*$/u.test(cells[index]?.text ?? '')))
}

/** Whether names of levels stand where the list has them. */
function hasLevels(grid: Grid, head: ListHead): boolean {
  const columns = head.columns.filter(({ role }) => role === 'level1' || role === 'level2')
  return columns.length > 0 && grid.rows.some(({ cells }) => columns.every(({ index }) => matchFormLabel(cells[index]?.text ?? '')?.label.zone === 'indicator'))
}

function sameHead(a: ListHead, b: ListHead): boolean {
  const words = (head: ListHead): string => head.columns.map((column) => column.head).filter((word) => word !== '').join('|')
  return words(a) === words(b)
}
