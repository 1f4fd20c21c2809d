/**
 * The units of a department by name, as its text and its forms give them.
 *
 * A project table lists units and projects in one column; only a name that is known to be a unit's tells the two apart.
 *
 * @module
 */
import type { DocumentTree, GridRow } from '@mingzhang/document'
import { addIntervals, intersectIntervals, intervalOf, type Stated } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { ProjectForm } from '../model/form.ts'
import { isUnitHead } from './subject-heads.ts'
import type { TableColumn } from './table-header.ts'

/** An enumeration of subordinate units in running text. */
export interface UnitEnumeration {
  /** Normalised. */
  readonly names: readonly string[]
  /** The number of units that the text announces; `undefined` when it gives none. */
  readonly announced: number | undefined
}

const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }
const opening = /(?:下设|下属|所属|下辖|直属)(?:有|共有|共)?(\d{1,3}|[一二两三四五六七八九十])?(?:个|家)?[^。:;、]{0,16}?(?:机构|单位|中心)(?:的预算[^。:;、]{0,12}单位)?[。,]?(?:包括|分别(?:为|是)|有|为|即)?[:,]?([^。;]+)/gu
const unitTail = /(?:局|中心|站|所|队|院|馆|校|学校|小学|中学|高中|学院|园|幼儿园|医院|公司|协会|处|台|社|会|场|办公室|支队|总队|大队|厅|署|机关|本级|机关\)|本级\))$/u

/** The subordinate units that a text enumerates by name; internal sections (股、科、室) are no units. */
export function unitEnumerations(text: string): readonly UnitEnumeration[] {
  return [...normaliseLabel(text).matchAll(opening)].flatMap((match): readonly UnitEnumeration[] => {
    const segments = (match[2] ?? '').replace(/等(?:单位|机构)?$/u, '').split(/、|,|和(?=.{4,}$)/u)
    const count = match[1]
    const announced = count === undefined ? undefined : (numerals[count] ?? Number(count))
    // A list of as many names as announced is read whole, also with a name that does not end like a unit's.
    const isWhole = announced === segments.length
    const names = segments.filter((name) => name.length >= 5 && (isWhole || (name.length <= 30 && unitTail.test(name))) && !/[股科室]$|内设/u.test(name))
    return names.length === 0 || names.length < segments.length ? [] : [{ names, announced }]
  })
}

const scope = /(?:纳入|列入)[^。:;、]{0,24}预算编制范围[^。:;、]{0,12}单位[^。:;、]{0,8}[:有为]:?([^。;]+)/gu
const nature = /\((?:行政单位|事业单位|[^()]{0,12}参照公务员法管理[^()]{0,12})\)$/u

/** The units whose budgets a text says are the department's, each with its nature behind it in brackets. Normalised; empty when one has none. */
function unitsInScope(text: string): readonly string[] {
  return [...normaliseLabel(text).matchAll(scope)].flatMap(([, list = '']) => {
    const segments = list.split('、')
    return segments.every((name) => nature.test(name)) ? segments.map((name) => name.replace(nature, '')) : []
  })
}

/** A row of a project table: its name and its first amount. */
export interface NamedAmount {
  readonly name: string
  readonly amount: Stated | undefined
}

/**
 * The units among the rows of a project table that nothing else names: a name like a unit's whose amount is the sum of
 * the rows below it, up to the next such name. Normalised.
 */
export function unitsBySubtotal(rows: readonly NamedAmount[]): readonly string[] {
  const isLike = (row: NamedAmount | undefined): boolean => row === undefined || unitTail.test(normaliseLabel(row.name))
  return rows.flatMap((row, index) => {
    // Nothing is the sum of nothing whatever stands below.
    if (!isLike(row) || row.amount === undefined || row.amount.value === 0) return []
    const end = rows.findIndex((other, at) => at > index && isLike(other))
    const below = rows.slice(index + 1, end === -1 ? rows.length : end).flatMap(({ amount }) => amount ?? [])
    if (below.length === 0) return []
    const sum = below.map((stated) => intervalOf(stated)).reduce(addIntervals)
    return intersectIntervals(sum, intervalOf(row.amount)) === undefined ? [] : [normaliseLabel(row.name)]
  })
}

/** The names under which a department stands in its own tables: with and without the note that it is meant without its units. Normalised. */
export function namesOfBody(body: string): readonly string[] {
  const name = normaliseLabel(body)
  const bare = name.replace(/\((?:汇总|本级|机关|本部|部门)\)$/u, '')
  return [...new Set([name, bare, ...['(汇总)', '(本级)', '(机关)', '(本部)', '本级', '机关', '本部', '(部门)'].map((note) => `${bare}${note}`)])]
}

/** A unit's name as a node: without the code that is printed before it in one cell ([242001]清河县图书馆). */
export function unitNode(text: string): string {
  return normaliseLabel(text).replace(/^(?:\(\d{3,12}\)|\d{3,12}[-—_]|\d{6,12})(?=\p{Script=Han})/u, '').replaceAll('/', '／')
}

/**
 * The units among rows that name units and projects in one column, by the numbers beside them: a number that only some
 * rows have is a unit's; where all rows have one, the first row of each number is the unit if it is named like one.
 */
export function unitsByNumber(columns: readonly TableColumn[], rows: readonly GridRow[]): readonly string[] {
  const number = columns.find(({ role, heads }) => role === 'code' && isUnitHead(heads.at(-1)?.replace(/[（(]项目[）)]/u, '') ?? ''))
  const labels = columns.filter(({ role }) => role === 'label')
  if (number === undefined || labels.length !== 1) return []
  const named = rows.map((row) => ({ code: row.cells[number.index]?.text.trim() ?? '', name: unitNode(row.cells[labels[0]?.index ?? -1]?.text ?? '') })).filter(({ name }) => name !== '')
  const coded = named.filter(({ code }) => /^\d{3,12}$/u.test(code))
  if (coded.length < named.length - 1) return coded.filter(({ code }, index) => coded.findIndex((other) => other.code === code) === index).map(({ name }) => name)
  const first = new Map(coded.toReversed().map(({ code, name }) => [code, name]))
  return first.size === coded.length ? [] : [...first.values()].filter((name) => unitTail.test(name))
}

/** The names in columns that are headed as units (预算单位, 单位名称), normalised; those beside 项目 or 科目 in one column are none. */
export function unitsInColumns(columns: readonly TableColumn[], rows: readonly GridRow[]): readonly string[] {
  const own = columns.filter(({ role, heads }) => role === 'label' && isUnitHead(heads.at(-1) ?? ''))
  const names = rows.flatMap((row) => own.map(({ index }) => unitNode(row.cells[index]?.text ?? '')))
  return [...new Set(names)].filter((name) => name !== '')
}

/** Every unit that the document names outside its tables, normalised: enumerated in its text, or carrying out a project. */
export function unitNames(tree: DocumentTree, forms: readonly ProjectForm[]): readonly string[] {
  const enumerated = tree.blocks.flatMap((block) => (
    block.kind === 'paragraph' ? [...unitEnumerations(block.text).flatMap(({ names }) => names), ...unitsInScope(block.text)] : []))
  const implementing = forms.map(({ implementingUnit }) => normaliseLabel(implementingUnit.text)).filter((name) => unitTail.test(name))
  return [...new Set([...enumerated, ...implementing])]
}
