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
import { normaliseLabel, stripNumbering, type TableSide, type Vocabulary } from '@mingzhang/vocabulary'
import { type LabelLookup, namesOnly } from './label-lookup.ts'

export interface RowLabel {
  readonly label: string
  readonly code: string | undefined
  /** What the column beside tells rows of one subject apart by; `undefined` where the subject stands once. */
  readonly beside?: string | undefined
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
  let unnumbered: Region = {}
  let numbered = false
  let group: Region = {}
  let lastClass = ''
  let unit: string | undefined
  let bodyRows = 0

  const readName = (label: string): Region | undefined => {
    if (!side.rows.includes('unit') && !side.rows.includes('project')) return undefined
    const name = normaliseLabel(label)
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
    const digits = code !== undefined && /^\d{3}(?:\d{2}){0,3}$/u.test(code) ? code : undefined
    if (digits !== undefined && side.rows.includes('revenueSubject')) return { revenueSubject: codePath(digits) }
    if (scheme === undefined) return undefined
    if (digits !== undefined) return { [scheme]: `${codePath(digits)}${below}` }
    const node = subjectByName(context, scheme, stripNumbering(label).text, lastClass)
    if (node === undefined) return undefined
    if (!node.includes('/')) lastClass = node
    return { [scheme]: `${node}${below}` }
  }
  const readWord = (label: string): { region: Region; isTotal: boolean } | undefined => {
    const allowed: readonly DimensionId[] = [...side.rows, 'kind', ...(side.rows.includes('fund') ? (['period'] as const) : [])]
    const word = lookup.words(label, 'row').find((candidate) => namesOnly(withoutCommon(candidate.region, side.region), allowed))
    return word === undefined ? undefined : { region: word.region, isTotal: word.role === 'total' }
  }

  return {
    read(row) {
      const { text, marker } = stripNumbering(row.label)
      const partial = marker.includes('其中')
      const isNumbered = /[一二三四五六七八九十]/u.test(marker)
      if (isNumbered && /(?:^|[^十])一[、)]/u.test(marker) && numbered) group = unnumbered
      if (isNumbered) numbered = true
      const word = readWord(row.label)
      const subject = word === undefined || scheme !== undefined || side.rows.includes('revenueSubject') ? readSubject(row) : undefined
      const named = subject ?? (word === undefined ? readName(row.label) : undefined)
      const own = named ?? word?.region
      if (own === undefined) return { region: undefined, partial, unknown: `行“${text === '' ? (row.code ?? '') : text}”不在词表和科目表中` }
      const inGroup = isNumbered && Object.keys(group).length > 0
      // A row that says its own period (上年财政拨款结转) is not this year's.
      const isDetail = detailDimension !== undefined && own[detailDimension] !== undefined && meetRegions(side.detail, own) !== undefined
      const means = inGroup ? group : isDetail ? side.detail : {}
      const base = meetRegions(side.region, means)
      const region = base === undefined ? undefined : meetRegions(base, own)
      if (!isNumbered && word !== undefined) {
        unnumbered = word.region
        group = {}
      }
      if (region === undefined) return { region: undefined, partial, unknown: `行“${text}”与本表范围不符` }
      // A picked-out row can stand again in its own place.
      if (partial) return { region, partial, unknown: undefined }
      const key = JSON.stringify(region)
      if (seen.has(key)) return { region: undefined, partial, unknown: `行“${row.code ?? text}”重复` }
      seen.add(key)
      return { region, partial, unknown: undefined }
    },
  }
}

/** 2080502 → 208/20805/2080502. */
export function codePath(code: string): string {
  return Array.from({ length: Math.ceil((code.length - 1) / 2) }, (_, level) => code.slice(0, 3 + 2 * level)).join('/')
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
