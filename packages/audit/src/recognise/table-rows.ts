/**
 * Reads the row labels of one side of a table into regions.
 *
 * A label is looked up in the dimensions that the table kind names: a code or a subject's name in the classification, a
 * word in the vocabulary, a unit or a project by its own name. Rows that number on from 一、 again belong to the
 * unnumbered row above them (上年财政拨款结转 ▸ 一、一般公共预算).
 *
 * @module
 */
import { type DimensionId, isNodeWithin, meetRegions, type Region } from '@mingzhang/figures'
import { type ClassificationEntry, codePath, type LabelLookup, normaliseLabel, stripNumbering, type TableSide, type Vocabulary } from '@mingzhang/vocabulary'
import { type DocumentScope, phaseOfLabel, yearOfHead } from './column-scope.ts'
import { besideYear, closesYear } from './beside-sums.ts'
import { namesOnly } from './label-fit.ts'
import { codeBefore, schemeOfCode } from './label-groups.ts'
import { numberingLevel } from './numbering-level.ts'
import { pickedFund } from './picked-out.ts'
import { pieceOf } from './repeated-rows.ts'
import { meetTopics, withMeetings } from './topics.ts'
import { unitNode } from './unit-names.ts'

export interface RowLabel {
  readonly label: string
  readonly code: string | undefined
  /** What the column beside tells rows of one subject apart by; `undefined` where the subject stands once. */
  readonly beside?: string | undefined
  /** The unit in its own column beside a project's name. */
  readonly unit?: string | undefined
  /** The project as a node, where it lies in a group of projects or takes several lines. */
  readonly project?: string | undefined
  /** The unit whose row, the next one, this row prints ahead under another word (全额); empty for the department as a whole. */
  readonly ahead?: string | undefined
  /** Whether the row only heads the rows below it. */
  readonly isHeading?: boolean | undefined
  /** What the row names besides in further columns. */
  readonly also?: Region | undefined
  /** Whether the row, a department's own above its units', prints the total once more. */
  readonly isWhole?: boolean | undefined
}

export interface RowReading {
  readonly region: Region | undefined
  /** One of a few picked out of a whole (其中：). */
  readonly partial: boolean
  /** Why the row could not be read. */
  readonly unknown: string | undefined
  /** The region as a key where an earlier row has it too. */
  readonly again?: string
}

export interface RowReader {
  read(row: RowLabel): RowReading
  /** A row of a side that has no column of labels: the first is the whole, any further one cannot be told apart. */
  readUnlabelled(): RowReading
}

export interface RowContext extends DocumentScope {
  readonly side: TableSide
  readonly vocabulary: Vocabulary
  readonly lookup: LabelLookup
  /** Whether 会议费 and 培训费 stand in rows beside “三公”经费: the total row then holds all three. */
  readonly hasMeetings?: boolean
  /** Names that are known to be units: the body itself and those that the document lists. */
  readonly units: ReadonlySet<string>
  /** Regions, as keys, that several rows have in common, each a piece of it. */
  readonly pieces?: ReadonlySet<string>
}

type Scheme = 'function' | 'economic' | 'governmentEconomic'

/** Returns a reader that is fed the rows in order: a label's meaning can depend on the rows above it. */
export function rowReader(context: RowContext): RowReader {
  const { side, lookup } = context
  const [detailDimension] = side.rows
  const scheme = side.rows.find((dimension): dimension is Scheme => dimension === 'function' || dimension === 'economic' || dimension === 'governmentEconomic')
  // Where rows can also be subjects, an unknown label is no unit: it stays unread.
  const onlyUnits = side.rows.every((dimension) => dimension === 'unit')
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  /** The word row without a number above; the numbered rows that the next deeper ones lie in, outermost first. */
  let unnumbered: Region = {}
  /** The word row that rows of parts (基本支出结转 below 年初结转和结余) split. */
  let principal: Region | undefined
  /** The function that the economic subjects below it are spent on, where a table holds both. */
  let functionAbove: Region = {}
  /** The fund of the last word row: what is picked out below it is part of that. */
  let fundAbove: string | undefined
  let numbered = false
  let above: { readonly level: number; readonly region: Region }[] = []
  let lastSubject = ''
  let unit: string | undefined
  /** 货物, 工程 or 服务 above, which the units and projects below are part of. */
  let category: Region = {}
  let yearClosed = false

  const readName = ({ label, project, unit: beside = '' }: RowLabel): Region | undefined => {
    if (!side.rows.includes('unit') && !side.rows.includes('project')) return undefined
    const name = unitNode(label)
    const own = project ?? normaliseLabel(label).replaceAll('/', '／')
    if (own === '' || own.startsWith('/')) return undefined
    if (beside !== '') return { unit: unitNode(beside), project: own }
    if (side.rows.includes('unit') && (context.units.has(name) || onlyUnits)) {
      unit = name
      functionAbove = {}
      return { unit }
    }
    if (!side.rows.includes('project')) return undefined
    return unit === undefined ? { project: own } : { unit, project: own }
  }
  /** Subjects below a unit's row are that unit's. */
  const inUnit = (subject: Region): Region => (unit === undefined || onlyUnits || !side.rows.includes('unit') ? subject : { unit, ...subject })
  /** A subject of another classification among the table's own: functions head the economic subjects that they are spent on. */
  const nested = (other: Scheme, node: string): Region => {
    if (other === 'function') {
      functionAbove = { function: node }
      return inUnit(functionAbove)
    }
    const head: Region = scheme === 'function' && lastSubject !== '' ? { function: lastSubject } : functionAbove
    return inUnit({ ...head, [other]: node })
  }
  const readSubject = ({ code, label, beside }: RowLabel, isWord: boolean): Region | undefined => {
    const below = beside === undefined ? '' : `/${normaliseLabel(beside).replaceAll('/', '／')}`
    const dimension = side.rows.includes('revenueSubject') ? 'revenueSubject' : scheme
    if (dimension === undefined) return undefined
    const written = code === undefined ? codeBefore(label) : { code, name: label }
    // 031 or 121001 can be the number of a department or a unit: the first digit of a subject tells what it is.
    if (written !== undefined && subjectCodes[dimension].test(written.code)) {
      lastSubject = codePath(written.code)
      return inUnit({ ...scheme === 'function' || dimension === 'revenueSubject' ? {} : functionAbove, [dimension]: `${lastSubject}${below}` })
    }
    if (scheme === undefined) return undefined
    const other = written === undefined ? undefined : schemeOfCode(written.code)
    if (written !== undefined && other !== undefined && other !== scheme && other !== 'revenueSubject' && side.rows.every((row) => row !== 'project')) return nested(other, codePath(written.code))
    const { text, marker } = stripNumbering(label)
    const name = text.replace(/^按项目管理的/u, '')
    // What is numbered like the classes above it is a class of its own, also where the list does not know its name.
    const node = subjectByName(context, scheme, name, lastSubject) ?? (isWord || scheme === 'function' || lastSubject === '' || context.units.has(unitNode(label)) ? undefined : newSubject(name, marker === '' ? lastSubject : ''))
    if (node === undefined) return undefined
    lastSubject = node
    return inUnit({ [scheme]: `${node}${below}` })
  }
  const readPart = (label: string): Region | undefined => {
    const word = lookup.words(label, 'row').find(({ role }) => role === 'part')
    return word === undefined || principal === undefined || !splits(word.region, principal) ? undefined : meetRegions(principal, word.region)
  }
  const readWord = (label: string): { region: Region; isTotal: boolean } | undefined => {
    const allowed: readonly DimensionId[] = [...side.rows, 'kind', ...(side.rows.includes('fund') ? (['period'] as const) : [])]
    // Among projects, a word for what none of them is (公用经费) can only be the name of one.
    const canStand = (region: Region): boolean =>
      !side.rows.includes('project') || (meetRegions(side.region, region) !== undefined && (region.kind === undefined || side.region.kind !== undefined))
    const word = lookup.words(label, 'row').find(({ region, role }) => role !== 'part' && namesOnly(withoutCommon(region, side.region), allowed) && canStand(region))
    return word === undefined ? undefined : { region: word.region, isTotal: word.role === 'total' }
  }

  /** A row for a phase or a year (预算数, 决算数, 上年决算数) is the table's whole in that phase. */
  const readScope = (label: string): Region | undefined => {
    const year = yearOfHead(label, context)
    const phase = phaseOfLabel(label, context, lookup)
    return year === undefined && phase === undefined ? undefined : { ...year === undefined ? {} : { year: String(year) }, ...phase }
  }

  const once = (region: Region, repeated: string): RowReading => {
    const key = JSON.stringify(region)
    if (seen.has(key)) return { region: undefined, partial: false, unknown: repeated }
    seen.add(key)
    return { region, partial: false, unknown: undefined }
  }

  return {
    readUnlabelled: () => once(side.region, '行没有名称，不能与上一行区分'),
    read(row) {
      if (row.ahead !== undefined && readWord(row.label)?.region.procurement === undefined) return { region: meetRegions(side.region, row.ahead === '' ? {} : { unit: row.ahead }), partial: false, unknown: undefined }
      if (row.isWhole === true) {
        unit = undefined
        const region = row.also === undefined ? side.region : meetRegions(side.region, row.also)
        return { region, partial: false, unknown: region === undefined ? `行“${row.label}”与本表范围不符` : undefined }
      }
      const { text, marker } = stripNumbering(row.label)
      const partial = marker.includes('其中')
      const level = numberingLevel(marker)
      if (level === 1 && numbered && /(?:^|[^十])一[、.:]/u.test(marker)) above = [{ level: 0, region: unnumbered }]
      else if (level > 1 && above.length === 0) above = [{ level: 0, region: unnumbered }]
      if (level > 0) {
        numbered = true
        above = above.filter((outer) => outer.level < level)
      }
      const part = readPart(row.label)
      const word = part === undefined ? readWord(row.label) : { region: part, isTotal: false }
      const subject = part === undefined && (word === undefined || scheme !== undefined || side.rows.includes('revenueSubject')) ? readSubject(row, word !== undefined) : undefined
      if (word !== undefined && subject === undefined && (word.isTotal || word.region.procurement !== undefined)) {
        unit = undefined
        functionAbove = {}
        category = side.rows.includes('procurement') && word.region.procurement !== undefined ? { procurement: word.region.procurement } : {}
      }
      const beside = word !== undefined && yearClosed ? besideYear(word.region) : undefined
      if (beside !== undefined) return once({ ...side.region, ...beside }, `行“${text}”重复`)
      if (closesYear(row.label)) yearClosed = true
      const nameless = subject ?? (word === undefined ? readName(row) : undefined)
      const named = nameless === undefined ? undefined : meetRegions(nameless, category)
      const found = named ?? (context.hasMeetings === true && word?.isTotal === true && Object.keys(word.region).length === 0 ? withMeetings : word?.region)
      const picked = partial && subject === undefined ? pickedFund(word?.region, fundAbove) : undefined
      if (!partial && word !== undefined) fundAbove = word.region.fund
      const meant = found === undefined || picked === undefined ? found : { ...found, fund: picked }
      const own = meant === undefined || row.also === undefined ? meant : meetRegions(meant, row.also)
      const scope = found === undefined ? readScope(row.label) : undefined
      if (scope !== undefined) return once({ ...side.region, ...scope }, `行“${text}”重复`)
      if (own === undefined) return { region: undefined, partial, unknown: `行“${text === '' ? (row.code ?? '') : text}”不在词表和科目表中` }
      // A row that says its own period (上年财政拨款结转) is not this year's.
      const isDetail = saysYearsOwn(word, named, side) || (detailDimension !== undefined && own[detailDimension] !== undefined && meetRegions(side.detail, own) !== undefined)
      const outer = level === 0 && (subject === undefined || above.at(-1)?.region.kind === undefined)
        ? undefined
        : above.findLast((candidate) => Object.keys(candidate.region).length > 0 && meetRegions(candidate.region, own) !== undefined)
      const means = outer === undefined ? (isDetail ? side.detail : {}) : inside(outer.region, isDetail ? side.detail : {})
      const base = meetRegions(side.region, means)
      const alone = base === undefined ? undefined : meetTopics(base, own)
      // Funds that stand again below 年初财政拨款结转和结余 split it, with or without a number before them.
      const splitsCarried = word?.region.fund !== undefined && subject === undefined && principal?.period === 'carriedIn' && alone !== undefined && seen.has(JSON.stringify(alone))
      const region = splitsCarried ? (meetRegions({ ...side.region, ...principal }, own) ?? alone) : alone
      if (level === 0 && word !== undefined) {
        unnumbered = word.region
        if (part === undefined && (word.region.fund === undefined || word.region.period !== undefined || word.region.use !== undefined)) principal = word.region
        above = []
      } else if (level > 0 && region !== undefined && (word !== undefined || subject !== undefined)) {
        above.push({ level, region: meetRegions(means, own) ?? own })
      }
      if (row.isHeading === true && named === undefined) return { region: undefined, partial, unknown: undefined }
      if (region === undefined) return { region: undefined, partial, unknown: `行“${text}”与本表范围不符` }
      // A picked-out row can stand again in its own place.
      if (partial) return { region, partial, unknown: undefined }
      const key = JSON.stringify(region)
      if (context.pieces?.has(key) === true) {
        const ordinal = (counts.get(key) ?? 0) + 1
        counts.set(key, ordinal)
        return { region: pieceOf(region, ordinal), partial, unknown: undefined }
      }
      if (seen.has(key)) {
        // A total printed twice (一、部门预算, 本年收入合计) must agree with itself.
        if (named === undefined && word !== undefined && namesOnly(withoutCommon(region, side.region), ['use', 'period'])) return { region, partial, unknown: undefined }
        // A project can take several rows, one for each subject: no mistake, but which is its total nobody can tell.
        const unknown = own.project === undefined ? `行“${row.code ?? text}”重复` : `项目“${text}”不止一行，未参与勾稽`
        return { region: undefined, partial, unknown, again: key }
      }
      seen.add(key)
      return { region, partial, unknown: undefined }
    },
  }
}

/** Whether a row is the year's own whole by another name: 部门预算, or the fund of the whole table (财政拨款); what is carried says so. */
function saysYearsOwn(word: { readonly region: Region; readonly isTotal: boolean } | undefined, named: Region | undefined, side: TableSide): boolean {
  return word !== undefined && !word.isTotal && named === undefined && Object.keys(withoutCommon(word.region, side.region)).length === 0 && meetRegions(side.detail, word.region) !== undefined
}

/** Whether a word for a part can split a row: kinds split what is carried over, ways of distribution what is distributed. */
function splits(part: Region, whole: Region): boolean {
  if (part.use !== undefined) return whole.use !== undefined && isNodeWithin(part.use, whole.use)
  return whole.period === 'carriedIn' || whole.use === 'carriedOut'
}

/** The subjects' codes by scheme: 1 is revenue, 2 function, 3 economic. */
const subjectCodes: Readonly<Record<Scheme | 'revenueSubject', RegExp>> = {
  revenueSubject: /^1\d{2}(?:\d{2}){0,3}$/u,
  function: /^2\d{2}(?:\d{2}){0,2}$/u,
  economic: /^3\d{2}(?:\d{2}){0,2}$/u,
  governmentEconomic: /^5\d{2}(?:\d{2}){0,2}$/u,
}

/** What a row means inside another: the outer row's region, and of the detail only what that leaves open. */
function inside(outer: Region, detail: Region): Region {
  return meetRegions(outer, detail) ?? outer
}

/** The subject of that name nearest to the one above: first below it, then beside it, then further up, then anywhere. */
function subjectByName({ vocabulary, year }: RowContext, scheme: Scheme, name: string, last: string): string | undefined {
  const label = normaliseLabel(name)
  if (label === '') return undefined
  const known = vocabulary.classification.byName(scheme, label)
  const current = known.filter((entry) => year === undefined || (entry.years.from <= year && year <= entry.years.to))
  // Templates go on printing a name for years after it changed (资源勘探信息等支出), or only how it begins (灾害防治及应急).
  const entries = current.length > 0 ? current : known.length > 0 ? known : classesBeginning(vocabulary, scheme, label)
  for (let outer = last; outer !== ''; outer = outer.slice(0, Math.max(outer.lastIndexOf('/'), 0))) {
    const below = entries.find(({ node }) => node.startsWith(`${outer}/`) && !node.slice(outer.length + 1).includes('/')) ?? entries.find(({ node }) => node.startsWith(`${outer}/`))
    if (below !== undefined) return below.node
  }
  const ownClass = entries.find((entry) => !entry.node.includes('/'))
  if (ownClass !== undefined) return ownClass.node
  return scheme === 'function' || last === '' ? entries[0]?.node : undefined
}

const classCodes: Readonly<Record<Scheme, number>> = { function: 200, economic: 300, governmentEconomic: 500 }

/** The class that alone begins with the label, or of whose name the label is the beginning; single words begin too much. */
function classesBeginning(vocabulary: Vocabulary, scheme: Scheme, label: string): readonly ClassificationEntry[] {
  if (label.length < 4 || label.startsWith('其他')) return []
  const classes = Array.from({ length: 100 }, (_, at) => vocabulary.classification.lookup(scheme, String(classCodes[scheme] + at))).flat()
  const found = classes.filter(({ name }) => normaliseLabel(name).startsWith(label))
  return new Set(found.map(({ node }) => node)).size === 1 ? found : []
}

/** An economic subject that the list does not know still belongs to the class that it stands under. */
function newSubject(name: string, last: string): string | undefined {
  const node = normaliseLabel(name).replaceAll('/', '／')
  const [lastClass = ''] = last.split('/')
  return node === '' ? undefined : lastClass === '' ? node : `${lastClass}/${node}`
}

/** A word may repeat what the side already says, such as the fund of the whole table. */
function withoutCommon(region: Region, common: Region): Region {
  return Object.fromEntries(Object.entries(region).filter(([dimension, node]) => common[dimension as DimensionId] !== node))
}
