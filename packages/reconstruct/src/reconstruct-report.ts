/**
 * What a reconstruction can be held to: which printed cells it gives back, what contradicts, what is left open.
 *
 * @module
 */
import type { RecognisedDocument, RecognisedTable } from '@mingzhang/audit'
import type { LedgerMarks, ProcurementLine } from '@mingzhang/compile'
import { describePlace, type Figure, isRegionWithin, type Place, type Region } from '@mingzhang/figures'
import { type Fen, fen, formatFen, intervalOf, type PrintedAmount, type RoundingMode, zeroFen } from '@mingzhang/money'
import { sourceOf, withoutYear } from './money/margin.ts'
import type { FoundFacts } from './money/find-facts.ts'

export interface ReconstructReport {
  readonly tables: readonly ReconstructedTable[]
  /** Bound amounts in sentences. */
  readonly sentences: ReproductionCount & { readonly failures: readonly CellFailure[] }
  /** Forms whose annual amount the ledger does not have, with the reason. */
  readonly forms: readonly FormContradiction[]
  /** What the document does not tell, as Chinese sentences. */
  readonly open: readonly string[]
  /** Sentences of the narrative that have no place in the ledger. */
  readonly leftOut: readonly { readonly section: string; readonly text: string }[]
  /** The ledger's marked values. */
  readonly marks: Readonly<Record<'stated' | 'inferred' | 'open', number>>
}

export interface ReproductionCount {
  /** Amount cells of this budget, blank ones included. */
  readonly cells: number
  readonly reproduced: number
}

export interface ReconstructedTable extends ReproductionCount {
  readonly title: string
  readonly kind: string
  readonly failures: readonly CellFailure[]
}

export interface CellFailure {
  readonly place: Place
  readonly printed: string
  /** What the ledger gives, in fen; `undefined` where the cell could not be read or bound. */
  readonly found: Fen | undefined
  /** One Chinese sentence. */
  readonly reason: string
}

export interface FormContradiction {
  readonly form: string
  readonly printed: Fen
  /** What the ledger has, in fen. */
  readonly found: Fen
  /** One Chinese sentence. */
  readonly reason: string
}

export interface ReportInput {
  readonly document: RecognisedDocument
  readonly found: FoundFacts
  readonly mode: RoundingMode
  readonly marks: LedgerMarks
  readonly procurement: readonly ProcurementLine[]
  readonly open: readonly string[]
  readonly leftOut: ReconstructReport['leftOut']
}

/** Compares the found facts with every print. */
export function buildReconstructReport(input: ReportInput): ReconstructReport {
  const { document, mode, marks } = input
  const totalOf = (region: Region): Fen => totalOfRegion(region, input)
  const counts = { stated: 0, inferred: 0, open: 0 }
  for (const { mark } of marks.values()) counts[mark] += 1
  const year = document.facts.year?.value
  const prose = document.figures.filter((figure) => sourceOf(figure) === 'prose' && (year === undefined || figure.region.year === String(year)))
  const failures = prose.flatMap((figure) => failureOf(figure.printed, withoutYear(figure.region), figure.place, totalOf, mode, input.found))
  return {
    tables: document.tables.map((table) => checkTable(table, totalOf, mode, input.found)),
    sentences: { cells: prose.length, reproduced: prose.length - failures.length, failures },
    forms: contradictions(input, totalOf),
    open: [...input.open, ...sharedOpenPoints(marks)],
    leftOut: input.leftOut,
    marks: counts,
  }
}

function totalOfRegion(region: Region, { found, procurement }: ReportInput): Fen {
  const sum = (amounts: readonly Fen[]): Fen => fen(amounts.reduce((total, amount) => total + amount, 0))
  const node = region.procurement
  if (node !== undefined) return sum(procurement.filter(({ kind }) => node === 'all' || node === `all/${kind}`).map(({ amount }) => amount))
  const isRevenue = region.revenueSubject !== undefined
  return sum(found.facts.filter(({ candidate }) => (candidate.line.view === 'revenue') === isRevenue && isRegionWithin(candidate.region, region)).map(({ amount }) => amount))
}

function checkTable(table: RecognisedTable, totalOf: (region: Region) => Fen, mode: RoundingMode, found: FoundFacts): ReconstructedTable {
  const own = table.cells.filter(({ otherYear }) => otherYear === undefined)
  // A name in a column of amounts is no amount that was lost.
  const cells = own.filter(({ printed, region }) => region !== undefined || (printed.kind === 'stated' && printed.stated.value !== 0) || (printed.kind === 'unreadable' && /\d/u.test(printed.text)))
  const failures = cells.flatMap((cell): readonly CellFailure[] => {
    if (cell.region === undefined) return [{ place: cell.place, printed: cell.printed.text, found: undefined, reason: `没有认出这个数是什么（${cell.unbound ?? '原因不明'}），未能还原。` }]
    return failureOf(cell.printed, cell.region, cell.place, totalOf, mode, found)
  })
  return { title: table.title, kind: table.kind, cells: cells.length, reproduced: cells.length - failures.length, failures }
}

function failureOf(printed: PrintedAmount, region: Region, place: Place, totalOf: (region: Region) => Fen, mode: RoundingMode, { unmet }: FoundFacts): readonly CellFailure[] {
  const total = totalOf(region)
  const fail = (reason: string): readonly CellFailure[] => [{ place, printed: printed.text, found: total, reason }]
  switch (printed.kind) {
    case 'unreadable':
      return [{ place, printed: printed.text, found: undefined, reason: '印出的内容读不成数。' }]
    case 'blank':
    case 'dash':
      return total === 0 ? [] : fail('这一格为空，其他表要求这里有数。')
    case 'stated': {
      const { low, high } = printed.stated.value === 0 ? { low: zeroFen, high: zeroFen } : intervalOf(printed.stated, mode)
      if (low <= total && total <= high) return []
      const isUnmet = unmet.some((margin) => margin.source !== 'absence' && isRegionWithin(margin.region, region) && isRegionWithin(region, margin.region))
      return fail(isUnmet ? '与其他印数不能同时成立，按其余各数还原。' : `台账合计为 ${formatFen(total, '万元')} 万元。`)
    }
  }
}

/** The forms' annual totals that the ledger does not have. */
export function contradictedForms({ margins, unmet }: FoundFacts): readonly Figure[] {
  return [...margins.contradictingForms, ...unmet.flatMap(({ source, figure }) => (source === 'form' && figure !== undefined ? [figure] : []))]
}

function contradictions({ document, found }: ReportInput, totalOf: (region: Region) => Fen): readonly FormContradiction[] {
  return contradictedForms(found).flatMap((figure): FormContradiction[] => {
    if (figure.printed.kind !== 'stated') return []
    const total = totalOf(withoutYear(figure.region))
    const printed = figure.printed.stated.value
    const name = document.forms.find(({ index }) => index === formIndexOf(figure))?.projectName.text
    return [{
      form: name ?? figure.place.form ?? describePlace(figure.place), printed, found: total,
      reason: `绩效目标表的年度资金为 ${formatFen(printed, '元')} 元，公开表为 ${formatFen(total, '元')} 元左右，台账以公开表为准。`,
    }]
  })
}

/** The form that the figure stands in, by its position in the document. */
export function formIndexOf({ id }: Figure): number {
  return Number(/^f(\d+)\./u.exec(id)?.[1] ?? NaN)
}

/** Open values that all lines have in common are told once. */
function sharedOpenPoints(marks: LedgerMarks): readonly string[] {
  const groups = new Map<string, number>()
  for (const [key, { mark, note }] of marks) {
    if (mark !== 'open') continue
    const field = key.split('.').filter((part) => !/^\d+$/u.test(part)).join('.')
    const text = `${fieldNames[field] ?? field}${note === undefined ? '' : `：${note}`}`
    groups.set(text, (groups.get(text) ?? 0) + 1)
  }
  return [...groups].map(([text, count]) => (count === 1 ? `${text}。` : `${text}（${count} 处）。`))
}

const fieldNames: Readonly<Record<string, string>> = {
  'department.code': '部门编码', 'department.approvedOn': '批复日期', 'department.publishedOn': '公开日期', 'department.approvedBy': '批复单位',
  'units.code': '单位编码', 'projects.name': '项目名称', 'projects.unit': '项目所属单位', 'lines.use': '支出用途', 'projects.code': '项目编码', 'projects.class': '项目类别',
  'lines.unit': '基本支出所属单位', 'lines.economic': '部门经济科目', 'lines.governmentEconomic': '政府经济科目', 'lines.source': '项目资金来源级次',
  'revenue.subject': '收入科目', 'procurement.name': '采购内容', 'procurement.unit': '采购单位', 'procurement.kind': '采购种类',
  'facts.headcount.unit': '人数所属单位', 'facts.vehicles.unit': '车辆所属单位', 'facts.assets.original': '资产原值', 'facts.assets.depreciation': '资产累计折旧',
  'forms.overview': '绩效目标表的项目概况', 'forms.basis': '绩效目标表的立项依据', 'forms.necessity': '绩效目标表的项目设立必要性',
  'forms.measures': '绩效目标表的制度措施', 'forms.plan': '绩效目标表的实施计划', 'forms.lifeGoal': '绩效目标表的实施期目标',
  'forms.annualGoal': '绩效目标表的年度目标', 'forms.attribute': '绩效目标表的项目属性', 'forms.duration': '绩效目标表的项目期',
  'forms.filledOn': '绩效目标表的填报日期', 'forms.lifeFunding.central': '绩效目标表的实施期资金', 'texts.text': '文字说明', 'forms.indicators.value': '绩效指标值',
}
