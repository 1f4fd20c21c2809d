/**
 * Reads the row labels of one side of a table into regions.
 *
 * A label is looked up in the dimensions that the table kind names: a code or a subject's name in the classification, a
 * word in the vocabulary, a unit or a project by its own name. Rows that number on from 一、 again belong to the
 * unnumbered row above them (上年财政拨款结转 ▸ 一、一般公共预算).
 *
 * @module
 */
import { type DimensionId, meetRegions, type Region } from '@mingzhang/figures'
import { codePath, type LabelLookup, normaliseLabel, stripNumbering, type TableSide, type Vocabulary } from '@mingzhang/vocabulary'
import { namesOnly } from './label-fit.ts'

export interface RowLabel {
  readonly label: string
  readonly code: string | undefined
  /** What the column beside tells rows of one subject apart by; `undefined` where the subject stands once. */
  readonly beside?: string | undefined
  /** The unit in its own column beside a project's name. */
  readonly unit?: string | undefined
}

export interface RowReading {
  readonly region: Region | undefined
  /** One of a few picked out of a whole (其中：). */
  readonly partial: boolean
  /** Why the row could not be read. */
  readonly unknown: string | undefined
}

export interface RowReader {
  read(row: RowLabel): RowReading
  /** A row of a side that has no column of labels: the first is the whole, any further one cannot be told apart. */
  readUnlabelled(): RowReading
}

export interface RowContext {
  readonly side: TableSide
  readonly vocabulary: Vocabulary
  readonly lookup: LabelLookup
  readonly year: number | undefined
  /** Names that are known to be units: the body itself and those that the document lists. */
  readonly units: ReadonlySet<string>
}

type Scheme = 'function' | 'economic'

/** Returns a reader that is fed the rows in order: a label's meaning can depend on the rows above it. */
export function rowReader(context: RowContext): RowReader {
  const { side, lookup } = context
  const [detailDimension] = side.rows
  const scheme = side.rows.find((dimension): dimension is Scheme => dimension === 'function' || dimension === 'economic')
  // Where rows can also be subjects, an unknown label is no unit: it stays unread.
  const onlyUnits = side.rows.every((dimension) => dimension === 'unit')
  const seen = new Set<string>()
  /** The word row without a number above; the numbered rows that the next deeper ones lie in, outermost first. */
  let unnumbered: Region = {}
  let numbered = false
  let above: { readonly level: number; readonly region: Region }[] = []
  let lastClass = ''
  let unit: string | undefined
  let bodyRows = 0

  const readName = ({ label, unit: beside = '' }: RowLabel): Region | undefined => {
    if (!side.rows.includes('unit') && !side.rows.includes('project')) return undefined
    const name = normaliseLabel(label)
    if (beside !== '') return { unit: normaliseLabel(beside), project: name }
    if (side.rows.includes('unit') && (context.units.has(name) || onlyUnits)) {
      bodyRows += 1
      // A department's own name stands twice: for the whole, then for the unit that bears the same name.
      if (side.rows.includes('project') && bodyRows === 1) return {}
      unit = name
      return { unit }
    }
    if (!side.rows.includes('project')) return undefined
    return unit === undefined ? { project: name } : { unit, project: name }
  }
  const readSubject = ({ code, label, beside }: RowLabel): Region | undefined => {
    const below = beside === undefined ? '' : `/${normaliseLabel(beside).replaceAll('/', '／')}`
    const dimension = side.rows.includes('revenueSubject') ? 'revenueSubject' : scheme
    if (dimension === undefined) return undefined
    const written = code === undefined ? codeBefore(label) : { code, name: label }
    // 031 or 121001 can be the number of a department or a unit: the first digit of a subject tells what it is.
    if (written !== undefined && subjectCodes[dimension].test(written.code)) return { [dimension]: `${codePath(written.code)}${below}` }
    if (scheme === undefined) return undefined
    const node = subjectByName(context, scheme, stripNumbering(label).text, lastClass)
    if (node === undefined) return undefined
    if (!node.includes('/')) lastClass = node
    return { [scheme]: `${node}${below}` }
  }
  const readWord = (label: string): { region: Region; isTotal: boolean } | undefined => {
    const allowed: readonly DimensionId[] = [...side.rows, 'kind', ...(side.rows.includes('fund') ? (['period'] as const) : [])]
    // Among projects, a word for what none of them is (公用经费) can only be the name of one.
    const canStand = (region: Region): boolean => !side.rows.includes('project') || meetRegions(side.region, region) !== undefined
    const word = lookup.words(label, 'row').find(({ region }) => namesOnly(withoutCommon(region, side.region), allowed) && canStand(region))
    return word === undefined ? undefined : { region: word.region, isTotal: word.role === 'total' }
  }

  return {
    readUnlabelled() {
      const key = JSON.stringify(side.region)
      if (seen.has(key)) return { region: undefined, partial: false, unknown: '行没有名称，不能与上一行区分' }
      seen.add(key)
      return { region: side.region, partial: false, unknown: undefined }
    },
    read(row) {
      const { text, marker } = stripNumbering(row.label)
      const partial = marker.includes('其中')
      const level = numberingLevel(marker)
      if (level === 1 && numbered && /(?:^|[^十])一[、.:]/u.test(marker)) above = [{ level: 0, region: unnumbered }]
      else if (level > 1 && above.length === 0) above = [{ level: 0, region: unnumbered }]
      if (level > 0) {
        numbered = true
        above = above.filter((outer) => outer.level < level)
      }
      const word = readWord(row.label)
      const subject = word === undefined || scheme !== undefined || side.rows.includes('revenueSubject') ? readSubject(row) : undefined
      const named = subject ?? (word === undefined ? readName(row) : undefined)
      const own = named ?? word?.region
      if (own === undefined) return { region: undefined, partial, unknown: `行“${text === '' ? (row.code ?? '') : text}”不在词表和科目表中` }
      // A row that says its own period (上年财政拨款结转) is not this year's.
      const isDetail = detailDimension !== undefined && own[detailDimension] !== undefined && meetRegions(side.detail, own) !== undefined
      const outer = level === 0 ? undefined : above.findLast((candidate) => Object.keys(candidate.region).length > 0 && meetRegions(candidate.region, own) !== undefined)
      const means = outer === undefined ? (isDetail ? side.detail : {}) : inside(outer.region, isDetail ? side.detail : {})
      const base = meetRegions(side.region, means)
      const region = base === undefined ? undefined : meetRegions(base, own)
      if (level === 0 && word !== undefined) {
        unnumbered = word.region
        above = []
      } else if (level > 0 && region !== undefined && (word !== undefined || subject !== undefined)) {
        above.push({ level, region: meetRegions(means, own) ?? own })
      }
      if (region === undefined) return { region: undefined, partial, unknown: `行“${text}”与本表范围不符` }
      // A picked-out row can stand again in its own place.
      if (partial) return { region, partial, unknown: undefined }
      const key = JSON.stringify(region)
      if (seen.has(key)) {
        // A project can take several rows, one for each subject: no mistake, but which is its total nobody can tell.
        const unknown = own.project === undefined ? `行“${row.code ?? text}”重复` : `项目“${text}”不止一行，未参与勾稽`
        return { region: undefined, partial, unknown }
      }
      seen.add(key)
      return { region, partial, unknown: undefined }
    },
  }
}

/** The subjects' codes by scheme: 1 is revenue, 2 function, 3 economic. */
const subjectCodes: Readonly<Record<Scheme | 'revenueSubject', RegExp>> = {
  revenueSubject: /^1\d{2}(?:\d{2}){0,3}$/u,
  function: /^2\d{2}(?:\d{2}){0,2}$/u,
  economic: /^3\d{2}(?:\d{2}){0,2}$/u,
}

/** A code written before the name in one cell: [2080505]机关事业单位基本养老保险缴费支出, 2080505-…, 30101 基本工资. */
function codeBefore(label: string): { readonly code: string; readonly name: string } | undefined {
  const match = /^\(?(\d{3}(?:\d{2}){0,3})\)?[-—:]*(\p{Script=Han}.*)$/u.exec(normaliseLabel(label))
  return match?.[1] === undefined || match[2] === undefined ? undefined : { code: match[1], name: match[2] }
}

/** How deep a row is numbered: 一、 1, （一） 2, 1、 3, （1） 4, ① 5; 0 without a number. */
function numberingLevel(marker: string): number {
  const own = marker.replace(/^.*其中[:,、]/u, '')
  if (own === '') return 0
  if (/^[一二三四五六七八九十百]/u.test(own)) return 1
  if (/^\([一二三四五六七八九十百]/u.test(own)) return 2
  if (/^\d/u.test(own)) return 3
  return own.startsWith('(') ? 4 : 5
}

/** What a row means inside another: the outer row's region, and of the detail only what that leaves open. */
function inside(outer: Region, detail: Region): Region {
  return meetRegions(outer, detail) ?? outer
}

function subjectByName({ vocabulary, year }: RowContext, scheme: Scheme, name: string, lastClass: string): string | undefined {
  const label = normaliseLabel(name)
  if (label === '') return undefined
  const entries = vocabulary.classification
    .byName(scheme, label)
    .filter((entry) => year === undefined || (entry.years.from <= year && year <= entry.years.to))
  const below = entries.find((entry) => lastClass !== '' && entry.node.startsWith(`${lastClass}/`))
  if (below !== undefined) return below.node
  const ownClass = entries.find((entry) => !entry.node.includes('/'))
  if (ownClass !== undefined) return ownClass.node
  if (scheme === 'function') return entries[0]?.node
  // An economic subject that the list does not know still belongs to the class that it stands under.
  return lastClass === '' ? entries[0]?.node : `${lastClass}/${label.replaceAll('/', '／')}`
}

/** A word may repeat what the side already says, such as the fund of the whole table. */
function withoutCommon(region: Region, common: Region): Region {
  return Object.fromEntries(Object.entries(region).filter(([dimension, node]) => common[dimension as DimensionId] !== node))
}
