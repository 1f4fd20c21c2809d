/** L78: the money of a whole-department target form adds up, and is the department's own. */
import type { Figure, Place } from '@mingzhang/figures'
import { fen, type Fen, formatFen, intersectIntervals, intervalOf, type PrintedAmount, type RoundingMode, type Stated } from '@mingzhang/money'
import type { DepartmentMoney, DepartmentTask, ProjectForm, TaskAmount } from '../model/form.ts'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { sayMoney } from './form-queries.ts'
import { sumOfStated } from './funding-parts.ts'
import { roundingOf } from './narrative-queries.ts'

/** 总额 = 财政拨款 + 其他资金 = 基本支出 + 项目支出; the main tasks add up to their total; the total is that of the tables. */
export const departmentForm: Rule = {
  meta: {
    id: 'L78',
    title: { zh: '部门整体绩效表的资金对不上', en: 'The money of the whole-department form does not add up' },
    severity: 'warning',
    basis: [
      { source: 'arithmetic', article: '部门支出总额＝基本支出＋项目支出＝财政拨款＋其他资金；年度主要任务金额合计＝各任务之和' },
      { source: 'targetManagement', article: '部门整体支出绩效目标随部门预算批复、公开' },
    ],
    explanation: {
      zh: '部门整体绩效目标表（自评表）中，支出总额应等于基本支出与项目支出之和，也等于财政拨款与其他资金之和；年度主要任务各项之和应等于金额合计，每项等于财政拨款加其他资金；支出总额应与部门预算支出合计一致。均按印出数字可能的范围判断，读不出的不作结论。',
      en: 'In the form of the whole department the total is basic and project expenditure together, and fiscal appropriation and other funds together; tasks add up to their total; and the total is that of the budget tables. Judged by what the prints can stand for; nothing is concluded from what is unread.',
    },
    legitimate: {
      zh: '年度主要任务只列重点任务而不覆盖全部支出的，合计可以小于支出总额，但各任务之和仍应等于合计；整体绩效表不含上年结转的应注明。',
      en: 'Main tasks need not cover all expenditure, but they add up to their own total; where money carried in is left out, a note says so.',
    },
  },
  check(context) {
    const { document } = context
    const mode = roundingOf(context)
    const forms = [...(document.departmentForms ?? []), ...(document.evaluations ?? [])].filter((form) => form.overview !== undefined)
    const results = forms.flatMap((form) => [...moneySums(form, mode), ...taskSums(form, mode), ...(form.evaluation === undefined ? againstTables(form, forms, document, mode) : [])])
    const findings = results.filter((result) => typeof result === 'object')
    const open = results.filter((result) => result === 'open').length
    const undetermined: RuleOutcome['undetermined'] = open === 0 ? [] : [{
      places: forms.map(({ place }) => place),
      reason: { zh: `部门整体绩效表有${open}处金额没有读出或没有印计量单位，未核对。`, en: `${open} sums of whole-department forms hold an unread amount.` },
    }]
    return outcomeOf(results.filter((result) => result === 'holds').length + findings.length, findings, undetermined)
  },
}

type Result = 'holds' | 'open' | RuleFinding

interface Term {
  readonly name: string
  readonly amount: PrintedAmount
  readonly place: Place
}

/** A whole against its parts. A blank part is no money; a whole that states nothing is not judged. */
function judge(key: string, whole: Term | undefined, parts: readonly Term[], mode: RoundingMode): readonly Result[] {
  if (whole === undefined || parts.length === 0 || whole.amount.kind === 'blank' || whole.amount.kind === 'dash') return []
  if (whole.amount.kind !== 'stated' || parts.some(({ amount }) => amount.kind === 'unreadable')) return ['open']
  const { stated } = whole.amount
  const { interval, value } = sumOfStated(statedParts(parts), mode)
  if (intersectIntervals(interval, intervalOf(stated, mode)) !== undefined) return ['holds']
  return [differs(key, whole, stated.value, value, parts, parts.map(({ name }) => name).join('＋'))]
}

const statedParts = (parts: readonly Term[]): readonly Stated[] => parts.flatMap(({ amount }) => (amount.kind === 'stated' ? [amount.stated] : []))

function differs(key: string, whole: Term, stated: Fen, sum: Fen, parts: readonly Term[], sources: string): RuleFinding {
  const difference = fen(stated - sum)
  return {
    key,
    statement: {
      zh: `部门整体绩效表“${whole.name}”${sayMoney(stated)}，${sources}合计${sayMoney(sum)}，相差${sayMoney(difference)}。`,
      en: `Whole-department form: “${whole.name}” is ${formatFen(stated, '元')} yuan, its parts sum to ${formatFen(sum, '元')} yuan.`,
    },
    places: [whole.place, ...parts.filter(({ amount }) => amount.kind === 'stated').slice(0, 12).map(({ place }) => place)],
    expected: sum,
    found: stated,
    difference,
  }
}

const partNames: Readonly<Record<DepartmentMoney['part'], string>> = {
  total: '支出总额', basic: '基本支出', project: '项目支出', fiscal: '财政拨款', other: '其他资金',
  fiscalBasic: '财政拨款基本支出', fiscalProject: '财政拨款项目支出', otherBasic: '其他资金基本支出', otherProject: '其他资金项目支出',
}

function termOf(form: ProjectForm, part: DepartmentMoney['part']): Term | undefined {
  const money = form.overview?.money.find((one) => one.part === part)
  return money === undefined ? undefined : { name: partNames[part], amount: money.amount, place: money.place }
}

function moneySums(form: ProjectForm, mode: RoundingMode): readonly Result[] {
  const terms = (...parts: readonly DepartmentMoney['part'][]): readonly Term[] => parts.flatMap((part) => termOf(form, part) ?? [])
  const sources = terms('fiscal', 'other')
  const kinds = terms('basic', 'project')
  const sum = (name: string, whole: Term | undefined, parts: readonly Term[]): readonly Result[] => (parts.length < 2 ? [] : judge(`${form.index}:${name}`, whole, parts, mode))
  const total = termOf(form, 'total')
  const both = total === undefined && sources.length === 2 && kinds.length === 2 ? sameSum(form, sources, kinds, mode) : []
  return [
    ...sum('sources', total, sources),
    ...sum('kinds', total, kinds),
    ...both,
    ...sum('fiscal', termOf(form, 'fiscal'), terms('fiscalBasic', 'fiscalProject')),
    ...sum('other', termOf(form, 'other'), terms('otherBasic', 'otherProject')),
  ]
}

/** Where no total is printed: 基本支出 + 项目支出 and 财政拨款 + 其他资金 are the same money. */
function sameSum(form: ProjectForm, sources: readonly Term[], kinds: readonly Term[], mode: RoundingMode): readonly Result[] {
  if ([...sources, ...kinds].some(({ amount }) => amount.kind === 'unreadable')) return ['open']
  const [bySource, byKind] = [sumOfStated(statedParts(sources), mode), sumOfStated(statedParts(kinds), mode)]
  if (statedParts(sources).length === 0 || statedParts(kinds).length === 0) return []
  if (intersectIntervals(bySource.interval, byKind.interval) !== undefined) return ['holds']
  const [first] = kinds
  return first === undefined ? [] : [differs(`${form.index}:sources-kinds`, { ...first, name: '基本支出＋项目支出' }, byKind.value, bySource.value, [...kinds, ...sources], '财政拨款＋其他资金')]
}

const sideNames: Readonly<Record<TaskAmount['side'], string>> = { budget: '预算', executed: '执行' }
const taskParts: Readonly<Record<TaskAmount['part'], string>> = { total: '总额', fiscal: '财政拨款', other: '其他资金' }

function taskSums(form: ProjectForm, mode: RoundingMode): readonly Result[] {
  const tasks = form.overview?.tasks ?? []
  const own = tasks.filter(({ isTotal }) => !isTotal)
  const total = tasks.find(({ isTotal }) => isTotal)
  const amountOf = (task: DepartmentTask | undefined, side: TaskAmount['side'], part: TaskAmount['part']): Term | undefined => {
    const found = task?.amounts.find((amount) => amount.side === side && amount.part === part)
    return found === undefined || task === undefined ? undefined : { name: `${task.name.text}${sideNames[side]}${taskParts[part]}`, amount: found.amount, place: found.place }
  }
  return (['budget', 'executed'] as const).flatMap((side) => [
    ...(['total', 'fiscal', 'other'] as const).flatMap((part) => {
      const parts = own.flatMap((task) => amountOf(task, side, part) ?? [])
      return judge(`${form.index}:tasks:${side}:${part}`, amountOf(total, side, part), parts.map((term) => ({ ...term, name: `各任务${taskParts[part]}` })).slice(0, Infinity), mode)
        .map((result) => (typeof result === 'object' ? shortened(result) : result))
    }),
    ...tasks.flatMap((task, index) => {
      const parts = (['fiscal', 'other'] as const).flatMap((part) => amountOf(task, side, part) ?? [])
      return parts.length === 0 ? [] : judge(`${form.index}:task:${index}:${side}`, amountOf(task, side, 'total'), parts, mode)
    }),
  ])
}

/** The tasks' names in a sum of many would repeat the same words. */
function shortened(finding: RuleFinding): RuleFinding {
  const zh = finding.statement.zh.replace(/(各任务\p{Script=Han}+)(?:＋\1)+/u, '$1')
  return { ...finding, statement: { ...finding.statement, zh } }
}

/** The total against the tables' expenditure of the department: with and without money carried in, whichever it means. */
function againstTables(form: ProjectForm, forms: readonly ProjectForm[], document: RecognisedDocument, mode: RoundingMode): readonly Result[] {
  // Several such forms are those of several units: none of them is the whole department's.
  const total = termOf(form, 'total')
  if (total?.amount.kind !== 'stated' || forms.filter(({ evaluation }) => evaluation === undefined).length > 1) return []
  const { stated } = total.amount
  const year = String(document.facts.year?.value ?? '')
  const wholes = document.figures.filter((figure) => figure.blankIsZero && figure.printed.kind === 'stated' && (figure.region.year ?? year) === year && isWhole(figure))
  const printed = wholes.flatMap((figure) => (figure.printed.kind === 'stated' ? [{ figure, stated: figure.printed.stated }] : []))
  if (printed.length === 0) return []
  if (printed.some((whole) => intersectIntervals(intervalOf(whole.stated, mode), intervalOf(stated, mode)) !== undefined)) return ['holds']
  const [first] = printed
  if (first === undefined) return []
  const difference = fen(stated.value - first.stated.value)
  return [{
    key: `${form.index}:tables`,
    statement: {
      zh: `部门整体绩效表支出总额${sayMoney(stated.value)}，部门预算支出合计${sayMoney(first.stated.value)}，相差${sayMoney(difference)}。`,
      en: `The whole-department form states ${formatFen(stated.value, '元')} yuan, the tables ${formatFen(first.stated.value, '元')} yuan.`,
    },
    places: [total.place, first.figure.place],
    expected: first.stated.value,
    found: stated.value,
    difference,
  }]
}

/** All expenditure, of the year or with what was carried in and out. */
function isWhole({ region }: Figure): boolean {
  const named = Object.keys(region).filter((dimension) => !['year', 'use', 'period'].includes(dimension))
  return named.length === 0 && (region.use === undefined || region.use === 'spent') && region.period !== 'carriedIn'
}
