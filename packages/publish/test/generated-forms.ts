/** Performance target forms of invented departments: filled in as they should be, with amounts that agree with the lines. */
import type { BudgetLine, FundingSource, LedgerIndicator, LedgerProject, PerformanceForm } from '@mingzhang/compile'
import { fen, type Fen, formatFen, sumFen } from '@mingzhang/money'

export interface FormChoice {
  readonly year: number
  readonly lines: readonly BudgetLine[]
  readonly projects: readonly LedgerProject[]
  /** Whether forms give the money of three years. */
  readonly withLife: boolean
}

/** A form for every project with money of the year, and for 人员类 and 公用经费 where they have any. */
export function formsOf({ year, lines, projects, withLife }: FormChoice): readonly PerformanceForm[] {
  const current = lines.filter(({ period }) => period === 'current')
  const subjects: readonly PerformanceForm['subject'][] = [
    { kind: 'personnel' }, { kind: 'operating' }, ...projects.map(({ name }) => ({ kind: 'project' as const, project: name })),
  ]
  return subjects.flatMap((subject, index) => {
    const own = current.filter(({ use }) => use.kind === subject.kind && (use.kind !== 'project' || subject.kind !== 'project' || use.project === subject.project))
    const carried = lines.filter(({ use, period }) => period === 'carriedIn' && use.kind === 'project' && subject.kind === 'project' && use.project === subject.project)
    return own.length === 0 ? [] : [formOf({ subject, index, annual: bySource(own), whole: bySource([...own, ...carried]), year, withLife })]
  })
}

interface FormDraft {
  readonly subject: PerformanceForm['subject']
  readonly index: number
  /** This year's money, and that with what was carried in. */
  readonly annual: Funding
  readonly whole: Funding
  readonly year: number
  readonly withLife: boolean
}

type Funding = Partial<Record<FundingSource, Fen>>

function formOf({ subject, index, annual, whole, year, withLife }: FormDraft): PerformanceForm {
  const hasLife = withLife && Object.values(whole).every((amount) => amount >= 0)
  const life = Object.fromEntries(Object.entries(whole).map(([source, amount]) => [source, fen(amount * 3)]))
  return {
    subject,
    unit: undefined,
    attribute: hasLife || sumFen(Object.values(whole)) !== sumFen(Object.values(annual)) ? '经常性项目(长期开展)' : '一次性项目(1年结束)',
    duration: hasLife ? '3年' : '1年',
    lifeFunding: hasLife ? life : undefined,
    overview: `第${index + 1}类工作的日常开展。`,
    basis: `《清河县第${index + 1}类工作实施方案》（清政发〔${year - 1}〕8号）。`,
    necessity: `第${index + 1}类工作是本部门履职所必需。`,
    measures: '《清河县部门项目管理办法》，分阶段验收付款。',
    plan: '4月完成采购，5月至10月实施。',
    lifeGoal: `建立第${index + 1}类工作的长效机制。`,
    annualGoal: `${year}年10月底前完成${120 + index}场服务。`,
    indicators: indicatorsOf(index, year, sumFen(Object.values(annual)), sumFen(Object.values(hasLife ? life : whole))),
    responsible: '甄示范', handler: '贾样例', phone: '0358-6320000', filledOn: `${year - 1}112409${String(10 + index)}30`,
  }
}

/** The money of the year by who pays, as the lines say or as their fund implies. */
function bySource(lines: readonly BudgetLine[]): Funding {
  const sums = new Map<FundingSource, Fen>()
  for (const { source, fund, amount } of lines) {
    const payer = source ?? (fund.startsWith('fiscal/') ? 'local' : 'selfRaised')
    sums.set(payer, fen((sums.get(payer) ?? 0) + amount))
  }
  return Object.fromEntries(sums)
}

function indicatorsOf(index: number, year: number, annual: Fen, life: Fen): readonly LedgerIndicator[] {
  const both = (level1: string, level2: string, name: string, annualValue: string, lifeValue = annualValue): readonly LedgerIndicator[] => [
    { span: 'life', level1, level2, name, value: lifeValue }, { span: 'annual', level1, level2, name, value: annualValue },
  ]
  const yuan = (amount: Fen): string => `≤${formatFen(amount, '元').replaceAll(',', '')}元`
  return [
    ...both('产出指标', '数量指标', `第${index + 1}类服务场次`, `≥${120 + index}场`),
    ...both('产出指标', '质量指标', `第${index + 1}类服务合格率`, '100%'),
    ...both('产出指标', '时效指标', `第${index + 1}类服务完成时间`, `${year}年10月底前`),
    ...both('产出指标', '成本指标', `第${index + 1}类服务总成本`, yuan(annual), yuan(life)),
    ...both('效益指标', '社会效益指标', `第${index + 1}类服务惠及群众`, `≥${3 + index}000人次`),
    ...both('满意度指标', '服务对象满意度指标', `第${index + 1}类服务对象满意度`, '≥90%'),
  ]
}
