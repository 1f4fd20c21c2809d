/**
 * Reads the head of a table: which rows are heads, and what stands above each column.
 *
 * A head that spans several columns or rows arrives as one text with blanks beside and below it. A blank belongs to the
 * text on its left as long as both stand under the same head; otherwise it belongs to the text above.
 *
 * @module
 */
import type { Grid, GridRow } from '@mingzhang/document'
import { type Region, meetRegions } from '@mingzhang/figures'
import { normaliseDigits } from '@mingzhang/money'
import { type LabelLookup, normaliseLabel, plainLabel, stripNumbering, type Vocabulary, type Word } from '@mingzhang/vocabulary'
import { type DocumentScope, inOwnPhase, phaseOfLabel, withoutYear, yearOfHead } from './column-scope.ts'
import { pickedFund, picksOut } from './picked-out.ts'
import { isUnitHead, subjectHead } from './subject-heads.ts'

export interface TableColumn {
  readonly index: number
  /** The heads above the column, outermost first, each once. */
  readonly heads: readonly string[]
  readonly side: 'only' | 'revenue' | 'expenditure'
  readonly role: 'code' | 'label' | 'name' | 'ordinal' | 'value'
  /** What the heads say together; `undefined` when one of them is unknown or they exclude each other. */
  readonly region: Region | undefined
  /** The head that is not in the vocabulary. */
  readonly unknown: string | undefined
  /** The year that a head names (2023年预算数, 上年预算数) where it is not the document's own. */
  readonly otherYear: number | undefined
}

export interface HeaderOptions extends DocumentScope {
  readonly lookup: LabelLookup
  readonly vocabulary: Vocabulary
  readonly twoSided: boolean
  /** The table's title: a head that only repeats its words names nothing further. */
  readonly title: string
}

export interface TableHeader {
  readonly columns: readonly TableColumn[]
  /** The first row that is not a head. */
  readonly firstRow: number
}

/** Reads the head of a grid. Columns without any text (a separator too many, the second half of a merged cell) are none. */
export function readHeader(grid: Grid, options: HeaderOptions): TableHeader {
  const firstRow = countHeadRows(grid.rows, options)
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const chains = headChains(grid.rows.slice(0, firstRow), width)
  const columns = chains
    .map((heads, index) => describeColumn(index, heads, options))
    .filter(({ index }) => grid.rows.some((row) => (row.cells[index]?.text ?? '') !== ''))
  return { columns: settlePeriods(columns), firstRow }
}

/** A row of column numbers (1 2 3 …, 1=2+3) under the heads, with or without 栏次, ** or 甲 over the labels. */
export function isIndexRow(row: GridRow): boolean {
  const printed = row.cells.map((cell) => normaliseDigits(cell.text).replace(/\s/gu, '')).filter((text) => text !== '')
  const texts = printed.filter((text) => !/^(?:\*{1,4}|[×xX]{1,3}|栏次|栏目|类|款|项|甲|乙|丙|丁)$/u.test(text)).map((text) => text.replace(/[=＝][\d+＋\-－()（）]+$/u, ''))
  if (texts.length === 0 || (texts.length === 1 && printed.length === 1)) return false
  return texts.every((text) => /^\d{1,2}$/u.test(text)) && texts.every((text, index) => index === 0 || Number(text) === Number(texts[index - 1]) + 1)
}

/**
 * Where a column holds the money carried in, the funds beside it are this year's alone, even without a 本年收入 above
 * them: otherwise the carried money would be counted twice.
 */
function settlePeriods(columns: readonly TableColumn[]): readonly TableColumn[] {
  const sides = new Set(columns.filter(({ region }) => region?.period === 'carriedIn' && region.fund === undefined).map(({ side }) => side))
  return columns.map((column) => {
    const { region } = column
    if (!sides.has(column.side) || region?.fund === undefined || region.period !== undefined) return column
    return { ...column, region: { ...region, period: 'current' } }
  })
}

function countHeadRows(rows: readonly GridRow[], options: HeaderOptions): number {
  const first = rows.findIndex((row) => isDataRow(row, options))
  return first === -1 ? rows.length : first
}

function isDataRow(row: GridRow, options: HeaderOptions): boolean {
  const { lookup } = options
  if (isIndexRow(row)) return false
  const texts = row.cells.map((cell) => normaliseDigits(cell.text)).filter((text) => text !== '')
  const [label] = texts
  if (label === undefined) return false
  if (texts.some((text) => /^[-+]?[\d,]+\.\d+$|^[\d,]{6,}$/u.test(text))) return true
  if (/^\d{3}(?:\d{2}){0,3}$/u.test(label) || stripNumbering(label).marker !== '') return true
  // 合计 in the first column of both sides of an empty table is its total row; as a head it stands further right.
  if (normaliseDigits(row.cells[0]?.text ?? '') === label && texts.every((text) => text === label) && lookup.words(label, 'row').some((word) => word.role === 'total')) return true
  // Most of a row of heads is known; one that is not (a local column) does not make it a row of amounts.
  if (texts.length > 1 && texts.filter((text) => headWords(text, options).length > 0).length * 2 > texts.length) return false
  return lookup.words(label, 'row').length > 0 && row.cells.findIndex((cell) => cell.text !== '') <= 1
}

function headChains(rows: readonly GridRow[], width: number): readonly (readonly string[])[] {
  const origins: number[][] = []
  rows.filter((row) => !isIndexRow(row)).forEach((row, level) => {
    const above = (column: number): number => origins[level - 1]?.[column] ?? -1
    const line: number[] = []
    for (let column = 0; column < width; column++) {
      const printed = (row.cells[column]?.text ?? '') !== ''
      const left = line[column - 1]
      const shared = left !== undefined && left >= 0 && above(left) === above(column) && sameHead(origins, level, left, column)
      // Codes that tell which cell a column's head comes from: `column` for its own, -1 for none at this level.
      line.push(printed ? column : shared ? left : -1)
    }
    origins.push(line)
  })
  const heads = rows.filter((row) => !isIndexRow(row))
  return Array.from({ length: width }, (_, column) => {
    const chain = origins.map((line, level) => heads[level]?.cells[line[column] ?? -1]?.text ?? '')
    return chain.filter((text, level) => text !== '' && text !== chain[level - 1])
  })
}

/** Whether two columns stand under the same heads at every level above. */
function sameHead(origins: readonly (readonly number[])[], level: number, left: number, column: number): boolean {
  for (let upper = 0; upper < level; upper++) if (origins[upper]?.[left] !== origins[upper]?.[column]) return false
  return true
}

function describeColumn(index: number, heads: readonly string[], options: HeaderOptions): TableColumn {
  const { lookup, twoSided } = options
  const alone = heads.map((head) => headWords(withoutYear(head), options))
  const found = alone.map((words, level) => (words.length > 0 ? words : economicBelow(heads[level] ?? '', alone.slice(0, level), options.vocabulary)))
  const roles = found.flatMap((words) => words.map((word) => word.role))
  const last = found.at(-1) ?? []
  const role = (['code', 'name', 'label', 'ordinal'] as const).find((candidate) => last.some((word) => word.role === candidate)) ?? 'value'
  const side = !twoSided ? 'only' : roles.includes('revenue') ? 'revenue' : roles.includes('expenditure') ? 'expenditure' : 'only'
  if (role !== 'value') return { index, heads, side, role, region: {}, unknown: undefined, otherYear: undefined }
  const otherYear = heads.map((head) => yearOfHead(head, options)).find((year) => year !== undefined)
  const echoes = heads.map((head, level) => ((found[level] ?? []).length === 0 ? echoOfTitle(head, options.title) : undefined))
  const unknown = heads.find((head, level) => (found[level] ?? []).length === 0 && echoes[level] === undefined && withoutYear(head) !== '')
  const phases = heads.map((head) => phaseOfLabel(head, options, lookup))
  // The innermost phase counts: 预算数 above 年初预算数 and 调整预算数 only holds them together.
  const phase = phases.findLast((own) => own !== undefined) ?? {}
  const year: Region = otherYear === undefined ? {} : { year: String(otherYear) }
  const regions = [year, phase, ...found.flatMap((words, level) => (phases[level] === undefined ? valueWords(words, twoSided).map((word) => inOwnPhase(word.region, options)) : [])), ...echoes.flatMap((region) => region ?? [])]
  const region = heads.length === 0 || unknown !== undefined ? undefined : regions.reduce<Region | undefined>(
    (met, own) => (met === undefined ? undefined : meetRegions(met, own)),
    {},
  )
  const outerFund = found.slice(0, -1).flatMap((words) => valueWords(words, twoSided)).findLast((word) => word.region.fund !== undefined)?.region.fund
  const picked = picksOut(heads.at(-1) ?? '') ? pickedFund(valueWords(last, twoSided)[0]?.region, outerFund) : undefined
  return { index, heads, side, role, region: picked === undefined || region === undefined ? region : { ...region, fund: picked }, unknown: heads.length === 0 ? '（无列头）' : unknown, otherYear }
}

/** The words of a head; 基本支出预算数 is 基本支出. */
function headWords(head: string, options: HeaderOptions): readonly Word[] {
  const { lookup } = options
  const words = lookup.words(head, 'column')
  if (words.length > 0) return words
  const shorter = lookup.words(plainLabel(head).replace(/(?:预算数|预算金额|预算额|预算|数)$/u, ''), 'column')
  if (shorter.length > 0) return shorter
  const subject = subjectHead(head)
  if (subject === undefined) {
    const label = plainLabel(head)
    if (isUnitHead(label) || namesRows.test(label)) return [{ text: label, uses: ['column'], region: {}, role: /(?:[编代]码|编号)$/u.test(label) ? 'code' : 'label' }]
    return economicClass(head, options)
  }
  // Beside the department's own classification the government's is a remark; alone its group makes it the label.
  return [{ text: plainLabel(head), uses: ['column'], region: {}, role: subject.scheme === 'governmentEconomic' ? 'name' : subject.role }]
}

/** A head of nothing but the words for what rows are: 单位名称（项目名称）, 单位/科目名称. */
const namesRows = /^(?=.*名称)(?:单位|部门|科目|项目|功能|经济|分类|预算|支出|名称|[()/、及和])+$/u

/** A class of economic subjects as the head of an amount: 工资福利支出 under 基本支出; the government's where the title or the name says so. */
function economicClass(head: string, { vocabulary: { classification }, title }: Pick<HeaderOptions, 'vocabulary' | 'title'>): readonly Word[] {
  const label = plainLabel(head)
  const schemes = /政府.{0,4}经济/u.test(normaliseLabel(title)) ? (['governmentEconomic', 'economic'] as const) : (['economic', 'governmentEconomic'] as const)
  for (const scheme of schemes) {
    const nodes = new Set(label.startsWith('其他') ? [] : classification.byName(scheme, label, 1).map(({ node }) => node))
    const [node] = nodes
    if (node !== undefined && nodes.size === 1) return [{ text: label, uses: ['column'], region: { [scheme]: node } }]
  }
  return []
}

/** A subject under the head of its class: 基本工资 under 工资福利支出. */
function economicBelow(head: string, outer: readonly (readonly Word[])[], { classification }: Vocabulary): readonly Word[] {
  const label = plainLabel(head)
  const above = outer.flat().findLast(({ region }) => region.economic !== undefined)?.region.economic
  const node = above === undefined ? undefined : classification.byName('economic', label, 2).find((entry) => entry.node.startsWith(`${above}/`))?.node
  return node === undefined ? [] : [{ text: label, uses: ['column'], region: { economic: node } }]
}

/** What a head says about its column: a side's head or a label column's head says nothing of the amount. */
function valueWords(words: readonly Word[], twoSided: boolean): readonly Word[] {
  if (twoSided && words.some((word) => word.role === 'revenue' || word.role === 'expenditure')) return []
  return words.filter((word) => word.role === undefined || word.role === 'total').slice(0, 1)
}

/** A head that repeats the title (本年一般公共预算基本支出) says at most that the money is this year's. */
function echoOfTitle(head: string, title: string): Region | undefined {
  const label = plainLabel(head)
  const words = label.replace(/^[本当]年度?/u, '').replace(/(?:预算数|预算|数|情况)$/u, '')
  if (words.length < 4 || !normaliseLabel(title).includes(words)) return undefined
  return words.length < label.length && /^[本当]年/u.test(label) ? { period: 'current' } : {}
}
