/**
 * Found facts as lines of the ledger, each value marked.
 *
 * @module
 */
import type { BudgetLine, CarriedOutLine, FundingSource, RevenueLine } from '@mingzhang/compile'
import { addFen, type Fen, fen, subtractFen, zeroFen } from '@mingzhang/money'
import type { MarkBook } from '../marks.ts'
import type { ProjectAxis, UnitAxis } from './axes.ts'
import type { CandidateLine } from './candidate-line.ts'
import type { FoundFact, FoundFacts } from './find-facts.ts'
import { projectNames } from './project-names.ts'

export interface LedgerLines {
  readonly lines: readonly BudgetLine[]
  readonly revenue: readonly RevenueLine[]
  readonly carriedOut: readonly CarriedOutLine[]
}

/** The lines: basic expenditure by unit, then projects in the order of their table; revenue by unit, fund and period. */
export function ledgerLines(found: FoundFacts, book: MarkBook): LedgerLines {
  const lines = [...basicLines(found), ...projectLines(found)]
  lines.forEach(({ marks }, index) => {
    for (const [field, mark, note] of marks) book.mark(['lines', index, field], mark, note)
  })
  const carriedOut = carriedOutLines(found)
  carriedOut.forEach((_, index) => {
    for (const field of ['unit', 'function', 'amount']) book.mark(['carriedOut', index, field], 'inferred')
  })
  const revenue = revenueLines(found, lines.map(({ line }) => line), carriedOut)
  revenue.forEach(({ subject, fund, period }, index) => {
    book.mark(['revenue', index, 'amount'], 'inferred', '按收支平衡，与同一资金、同一年度的支出相等')
    const isBySubject = period === 'current' && (fund === 'fiscal/governmentFund' || fund === 'fiscal/stateCapital')
    if (isBySubject) book.mark(['revenue', index, 'subject'], subject === undefined ? 'open' : 'stated', subject === undefined ? '公开文件没有列收入科目' : undefined)
  })
  return { lines: lines.map(({ line }) => line), revenue, carriedOut }
}

type FieldMark = readonly [field: keyof BudgetLine, mark: 'stated' | 'inferred' | 'open', note?: string | undefined]

interface MarkedLine {
  readonly line: BudgetLine
  readonly marks: readonly FieldMark[]
}

type Of<View extends CandidateLine['view']> = Extract<CandidateLine, { view: View }>

function factsOf<View extends CandidateLine['view']>(found: FoundFacts, view: View): readonly (FoundFact & { readonly line: Of<View> })[] {
  return found.facts.flatMap((fact) => (fact.candidate.line.view === view ? [{ ...fact, line: fact.candidate.line as Of<View> }] : []))
}

function basicLines(found: FoundFacts): readonly MarkedLine[] {
  const { units } = found.axes
  const facts = factsOf(found, 'basic')
  const ordered = units.flatMap((unit) => (['personnel', 'operating'] as const).flatMap((use) => facts.filter(({ line }) => line.unit === unit && line.use === use)))
  return ordered.map(({ line, amount, stated }): MarkedLine => {
    const code = line.economic?.code
    const alone = facts.filter((other) => other.line.economic === line.economic && other.line.fund === line.fund && other.line.period === line.period && other.line.use === line.use).length === 1
    return {
      line: {
        unit: line.unit.name, use: { kind: line.use }, function: line.function.code, economic: code, governmentEconomic: line.economic?.government,
        fund: line.fund, period: line.period, source: undefined, amount,
      },
      marks: [
        ['unit', ...unitMark(line, units)],
        ['function', 'inferred', '公开表没有功能科目与经济科目的交叉数，按对应关系分配'],
        code === undefined
          ? ['economic', 'open', line.economic === undefined ? '公开表没有这笔基本支出的经济科目' : `“${line.economic.name}”不在经济分类科目表中`]
          : ['economic', 'stated', `按科目名称“${line.economic?.name ?? ''}”`],
        line.economic?.government === undefined
          ? ['governmentEconomic', 'open', '公开表没有列政府经济科目，编制时按单位性质对应']
          : ['governmentEconomic', 'stated'],
        ['amount', stated ? 'stated' : 'inferred', stated ? undefined : alone ? '在印数的四舍五入范围内' : '按功能科目分配，合计在印数的四舍五入范围内'],
      ],
    }
  })
}

/** A unit is open where the document does not divide basic expenditure by unit and nothing tells the units apart. */
function unitMark({ unit, economic, function: own, use }: Of<'basic'>, units: readonly UnitAxis[]): readonly ['stated' | 'inferred' | 'open', string?] {
  if (units.length === 1) return ['stated']
  const sameNature = units.filter(({ nature }) => (nature === 'institution') === (unit.nature === 'institution')).length
  const told = economic?.government !== undefined && /^50[1-6]/u.test(economic.government)
  if (sameNature === 1 && told) return ['inferred', '按政府经济科目对应的单位性质']
  if (sameNature === 1 && /行政|事业/u.test(own.names[0] ?? '')) return ['inferred', '按功能科目名称对应的单位性质']
  if (use === 'operating' && unit.nature !== 'institution') return ['inferred', '按机关运行经费表']
  return ['open', '公开文件没有按单位列示基本支出，请改为实际使用的单位']
}

function projectLines(found: FoundFacts): readonly MarkedLine[] {
  const names = projectNames(found.axes.projects)
  const facts = factsOf(found, 'project')
  return found.axes.projects.flatMap((project) => {
    const own = facts.filter(({ line }) => line.project === project)
    const sources = sourcesOf(project, own)
    return own.flatMap((fact, index): MarkedLine[] => {
      const split = sources?.[index] ?? [{ source: undefined, amount: fact.amount }]
      const carried = fact.line.period === 'carriedIn'
      return split.map(({ source, amount }) => ({
        line: {
          unit: project.unit.name, use: { kind: 'project', project: names.get(project) ?? project.name }, function: fact.line.function.code,
          economic: undefined, governmentEconomic: undefined, fund: fact.line.fund, period: fact.line.period, source, amount,
        },
        marks: [
          ['unit', project.listed ? 'stated' : 'open'],
          ...project.listed ? [] : [['use', 'open', '公开文件没有项目明细'] as const],
          ['function', ...functionMark(fact, own.length)],
          ['economic', 'open', '公开表没有项目的经济科目'],
          ['governmentEconomic', 'open', '公开表没有项目的政府经济科目'],
          ['source', ...source === undefined ? (['open', carried ? '上年结转项目没有绩效目标表' : '没有可用的绩效目标表'] as const) : (['stated', '绩效目标表'] as const)],
          ['amount', fact.stated ? 'stated' : 'inferred', fact.stated ? '绩效目标表（元）' : '在印数的四舍五入范围内'],
        ],
      }))
    })
  })
}

function functionMark({ choices }: FoundFact, lines: number): readonly ['stated' | 'inferred' | 'open', string?] {
  if (choices === 1) return ['stated', '只有这一个科目能列']
  return ['inferred', lines > 1 ? '整个项目凑不出科目的印数，按科目拆分' : '按金额和名称与科目的项目支出相配']
}

const levels: readonly FundingSource[] = ['central', 'provincial', 'local', 'selfRaised', 'other']

/** Who pays each of the project's lines, from its form, where the form's parts make up exactly this year's money. */
function sourcesOf(project: ProjectAxis, facts: readonly (FoundFact & { readonly line: Of<'project'> })[]) {
  const annual = project.form?.form.funding.filter(({ span }) => span === 'annual') ?? []
  const paid = levels.flatMap((source) => {
    const amount = annual.find(({ level }) => level === source)?.amount
    return amount?.kind === 'stated' && amount.stated.value !== 0 ? [{ source, amount: amount.stated.value }] : []
  })
  const current = facts.filter(({ line }) => line.period === 'current')
  const total = current.reduce((sum, { amount }) => addFen(sum, amount), zeroFen)
  if (paid.length === 0 || paid.reduce((sum, { amount }) => addFen(sum, amount), zeroFen) !== total) return undefined
  const rest = paid.map((entry) => ({ ...entry }))
  return facts.map(({ line, amount }) => {
    if (line.period !== 'current') return undefined
    const parts: { readonly source: FundingSource; readonly amount: Fen }[] = []
    let open = amount
    for (const entry of rest) {
      const part = fen(Math.min(entry.amount, open))
      if (part <= 0) continue
      entry.amount = subtractFen(entry.amount, part)
      open = subtractFen(open, part)
      parts.push({ source: entry.source, amount: part })
    }
    return open === 0 ? parts : undefined
  })
}

function carriedOutLines(found: FoundFacts): readonly CarriedOutLine[] {
  const unit = found.axes.units[0]?.name ?? ''
  return factsOf(found, 'carriedOut').map(({ line, amount }) => ({ unit, function: line.function.code, fund: line.fund, period: line.period, amount }))
}

/** Revenue equals expenditure by unit, fund and period; revenue subjects are given out to the units in their order. */
function revenueLines(found: FoundFacts, lines: readonly BudgetLine[], carriedOut: readonly CarriedOutLine[]): readonly RevenueLine[] {
  const subjects = factsOf(found, 'revenue').map(({ line, amount }) => ({ ...line, left: amount }))
  const { units, funds, periods } = found.axes
  return funds.flatMap((fund) => periods.flatMap((period) => units.flatMap(({ name: unit }): RevenueLine[] => {
    const own = [...lines, ...carriedOut].filter((line) => line.unit === unit && line.fund === fund && line.period === period)
    let open = own.reduce((sum, { amount }) => addFen(sum, amount), zeroFen)
    const bySubject = subjects.filter((subject) => subject.fund === fund && subject.period === period).flatMap((subject): RevenueLine[] => {
      const amount = fen(Math.min(subject.left, open))
      if (amount <= 0) return []
      subject.left = subtractFen(subject.left, amount)
      open = subtractFen(open, amount)
      return [{ unit, fund, period, subject: subject.subject, amount }]
    })
    return [...bySubject, ...open === 0 ? [] : [{ unit, fund, period, subject: undefined, amount: open }]]
  })))
}
