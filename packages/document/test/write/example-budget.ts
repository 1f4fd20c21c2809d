/** The budget behind the example publication: invented lines of 清河县文化和旅游局 and its units, and the totals of their regions. */
import { isRegionWithin, type Region } from '@mingzhang/figures'
import { fen, type Fen, roundFen, sumFen } from '@mingzhang/money'
import type { PublicationCell, PublishedFigure } from '../../src/publication.ts'

interface Fact {
  readonly region: Region
  readonly amount: Fen
}

export const department = '清河县文化和旅游局'
export const units: readonly string[] = [
  department, '清河县文化馆', '清河县图书馆', '清河县博物馆', '清河县文物保护所', '清河县文化市场综合行政执法队', '清河县旅游服务中心', '清河县剧场管理处',
]

const year: Region = { year: '2024' }
/** One last printed digit of an amount in 万元. */
const quantum = fen(10_000)

const subjects = ['207/20701/2070108', '207/20701/2070109', '207/20701/2070113']
const topics = ['惠民演出', '免费开放', '旅游宣传', '非遗展示', '设备购置', '业务培训', '场馆修缮', '藏品保护', '群众活动', '数字服务']

/** 81 projects: ten of every unit, and one more of the last, which 政府性基金 pays. */
export const projects: readonly { readonly name: string; readonly unit: string; readonly subject: string; readonly fund: string; readonly amount: Fen }[] = [
  ...units.flatMap((unit, unitIndex) =>
    topics.map((topic, index) => ({
      name: `${unit.replace('清河县', '')}${topic}项目`,
      unit,
      subject: subjects[(unitIndex + index) % subjects.length] ?? '',
      fund: 'fiscal/generalPublic',
      amount: fen(3_215_400 + 1_234_567 * (unitIndex + 1) + 876_500 * index),
    })),
  ),
  { name: '县城影院放映设备更新补助', unit: units.at(-1) ?? '', subject: '207/20707/2070702', fund: 'fiscal/governmentFund', amount: fen(20_000_000) },
]

const basic: readonly (readonly [subject: string, kind: string, amount: number])[] = [
  ['207/20701/2070101', 'basic/personnel', 150_731_245], ['207/20701/2070101', 'basic/operating', 42_004_500],
  ['207/20701/2070109', 'basic/personnel', 148_753_000], ['207/20701/2070109', 'basic/operating', 20_004_000],
  ['208/20805/2080505', 'basic/personnel', 47_581_200], ['210/21011/2101101', 'basic/personnel', 9_790_336],
  ['210/21011/2101103', 'basic/personnel', 3_010_480], ['221/22102/2210201', 'basic/personnel', 35_690_400],
]

const facts: readonly Fact[] = [
  ...projects.map((project) => ({
    region: { ...year, use: 'spent', kind: 'project', unit: project.unit, project: project.name, function: project.subject, fund: project.fund, period: 'current' },
    amount: project.amount,
  })),
  ...basic.map(([subject, kind, amount]) => ({
    region: { ...year, use: 'spent', kind, unit: department, function: subject, fund: 'fiscal/generalPublic', period: 'current' },
    amount: fen(amount),
  })),
]

/** The exact total of a region, in fen. */
export const totalOf = (region: Region): Fen => sumFen(facts.filter((fact) => isRegionWithin(fact.region, region)).map((fact) => fact.amount))

/** The figures of a publication as its blocks print them. */
export interface FigureList {
  readonly figures: ReadonlyMap<string, PublishedFigure>
  /** An amount in 万元 with two decimals, rounded half-up on its own; no money prints blank in a cell, 0.00 in a sentence. */
  readonly amount: (id: string, region: Region, label: string, kind: 'cell' | 'prose') => PublishedFigure
  /** An amount of a form in 元, to the fen. */
  readonly formAmount: (id: string, region: Region, label: string, exact: Fen) => PublishedFigure
  readonly percentage: (id: string, region: Region, label: string, text: string) => PublishedFigure
}

export function figureList(): FigureList {
  const figures = new Map<string, PublishedFigure>()
  const add = (figure: PublishedFigure): PublishedFigure => {
    if (figures.has(figure.id)) throw new Error(`a second figure ${figure.id}`)
    figures.set(figure.id, figure)
    return figure
  }
  return {
    figures,
    amount: (id, region, label, kind) => {
      const exact = totalOf({ ...year, ...region })
      const printed = roundFen(exact, quantum)
      const text = exact === 0 && kind === 'cell' ? '' : decimal(printed, 1_000_000, 10_000)
      return add({ id, region: { ...year, ...region }, label, exact, printed: text === '' ? undefined : printed, quantum, text, kind })
    },
    formAmount: (id, region, label, exact) =>
      add({
        id, region, label, exact, printed: exact, quantum: exact === 0 ? fen(100) : fen(1), kind: 'form',
        text: exact === 0 ? '0' : decimal(exact, 100, 1).replace(/\B(?=(?:\d{3})+\.)/gu, ','),
      }),
    percentage: (id, region, label, text) =>
      add({ id, region: { ...year, ...region }, label, exact: undefined, printed: undefined, quantum: undefined, text, kind: 'prose' }),
  }
}

/** The cell of an amount. */
export function amountCell(figure: PublishedFigure, sumOf?: readonly PublishedFigure[]): PublicationCell {
  const cell: PublicationCell = { text: figure.text, align: 'end', figure: figure.id }
  return sumOf === undefined || sumOf.length < 2 ? cell : { ...cell, sumOf: sumOf.map((part) => part.id) }
}

/** `fenPerUnit` fen are one printed unit, `last` fen one last printed digit. */
function decimal(amount: Fen, fenPerUnit: number, last: number): string {
  const places = String(fenPerUnit / last).length - 1
  const fraction = String((amount % fenPerUnit) / last).padStart(places, '0')
  return `${String(Math.floor(amount / fenPerUnit))}.${fraction}`
}
