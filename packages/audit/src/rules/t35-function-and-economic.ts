/**
 * 功能科目与经济科目的软对应: contributions usually print the same amount by function and by economic nature.
 *
 * @module
 */
import { addIntervals, intersectIntervals, intervalOf, type RoundingMode, sumFen } from '@mingzhang/money'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { cellsWhere, type FoundCell, inWanyuan, inYuan, roundingOf, statedOf, tablesOfKind } from './narrative-queries.ts'

/** Pension, annuity, medical and housing contributions agree between the functional and the economic table. */
export const t35FunctionAndEconomic: Rule = {
  meta: {
    id: 'T35',
    title: { zh: '社保缴费、公积金的功能科目与经济科目金额不同', en: 'Contributions differ between functional and economic items' },
    severity: 'notice',
    basis: [{ source: 'classification', article: '2080505、2080506、21011、2210201 与 30108 至 30113 科目说明' }],
    explanation: {
      zh: '养老保险、职业年金、医疗保险、公务员医疗补助和住房公积金，按功能分类和按经济分类一般是同一笔钱，两边金额通常相同。不同不一定有错，提请核对。',
      en: 'Pension, annuity, medical and housing contributions are usually the same money by function and by economic nature. A difference is a question, not a fault.',
    },
    legitimate: { zh: '部分人员的缴费列在其他功能科目，或由项目支出安排时会不同。',
      en: 'Contributions of some staff may be booked under other functions or paid from projects.' },
  },
  check(context) {
    const judged = pairs.flatMap((pair) => judge(context.document, pair, roundingOf(context)))
    return outcomeOf(judged.length, judged.filter((one) => one !== 'holds'))
  },
}

interface SoftPair {
  readonly name: string
  readonly economic: string
  readonly functions: readonly string[]
}

const pairs: readonly SoftPair[] = [
  { name: '机关事业单位基本养老保险缴费', economic: '301/30108', functions: ['208/20805/2080505'] },
  { name: '职业年金缴费', economic: '301/30109', functions: ['208/20805/2080506'] },
  { name: '职工基本医疗保险缴费', economic: '301/30110', functions: ['210/21011/2101101', '210/21011/2101102'] },
  { name: '公务员医疗补助缴费', economic: '301/30111', functions: ['210/21011/2101103'] },
  { name: '住房公积金', economic: '301/30113', functions: ['221/22102/2210201'] },
]

/** Judged only where both tables state the amount: a missing row is no zero. */
function judge(document: RecognisedDocument, pair: SoftPair, mode: RoundingMode): readonly (RuleFinding | 'holds')[] {
  const economics = economicCells(document, pair.economic)
  const functions = pair.functions
    .flatMap((node) => stated(cellsWhere(tablesOfKind(document, 'generalPublicExpenditure'), { kind: 'basic', function: node })).slice(0,
      1))
  const amounts = economics.flatMap(({ cell }) => statedOf(cell.printed) ?? [])
  const [firstAmount, ...restAmounts] = amounts.map((amount) => intervalOf(amount, mode))
  const parts = functions.map(({ cell }) => statedOf(cell.printed)).filter((part) => part !== undefined)
  const [first, ...rest] = parts.map((part) => intervalOf(part, mode))
  if (firstAmount === undefined || first === undefined) return []
  if (intersectIntervals(rest.reduce(addIntervals, first), restAmounts.reduce(addIntervals, firstAmount)) !== undefined) return ['holds']
  const found = sumFen(amounts.map(({ value }) => value))
  const sum = sumFen(parts.map(({ value }) => value))
  return [{
    key: pair.economic,
    places: [...economics.map(({ cell }) => cell.place), ...functions.map(({ cell }) => cell.place)],
    expected: sum,
    found,
    statement: {
      zh: `${pair.name}：经济科目${inWanyuan(found)}，功能科目（${pair.functions.map((node) => node.split('/').at(-1) ?? '').join('＋')}）基本支出${inWanyuan(sum)}，两边不同，请核对。`,
      en: `${pair.name}: ${inYuan(found)} by economic item, ${inYuan(sum)} by function.`,
    },
  }]
}

/** The subject's own row; where it takes a row for each kind of unit (offices, institutions), all of them. */
function economicCells(document: RecognisedDocument, economic: string): readonly FoundCell[] {
  const tables = tablesOfKind(document, 'generalPublicBasicExpenditure')
  const [whole] = stated(cellsWhere(tables, { kind: 'basic', economic }))
  if (whole !== undefined) return [whole]
  const [table] = tables
  const parts = (table?.cells ?? []).filter(({ region }) => region?.kind === 'basic' && region.economic?.startsWith(`${economic}/`) === true && region.year === undefined)
  return table === undefined ? [] : stated(parts.map((cell) => ({ table, cell })))
}

function stated(cells: readonly FoundCell[]): readonly FoundCell[] {
  return cells.filter(({ cell }) => statedOf(cell.printed) !== undefined)
}
