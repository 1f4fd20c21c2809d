import type { Region } from '@mingzhang/figures'
import { sumFen } from '@mingzhang/money'
import { annualFunding } from '../../forms/form-funding.ts'
import { clerkParagraphs } from '../clerk-text/clerk-runs.ts'
import type { SectionScope, SectionWriter } from '../section-scope.ts'
import { amountOf, derivedNumber, inWanyuan, paragraph, type Piece } from '../sentence.ts'

/** 绩效管理: how many targets there are and what money they cover, the department's overall target, and where the forms are. */
export const writePerformance: SectionWriter = (scope) => {
  const { forms } = scope.context.ledger
  const overall = clerkParagraphs(scope, 'overallTarget')
  return [
    paragraph('1、绩效管理情况'),
    paragraph(forms.length === 0 ? `${scope.year}没有填报项目支出绩效目标。` : coverage(scope)),
    ...(hasCarriedProjectsOnly(scope) ? [paragraph(carriedProjects)] : []),
    ...clerkParagraphs(scope, 'performance'),
    paragraph('2、绩效目标情况'),
    ...(overall.length === 0 ? [paragraph('部门整体绩效目标本次没有填报。')] : [paragraph('部门整体绩效目标：'), ...overall]),
    ...(forms.length === 0 ? [] : [paragraph('项目支出绩效目标申报表附后。')]),
  ]
}

const carriedProjects = '只有上年结转资金的项目沿用上年批复的绩效目标，不再重复填报。'

function coverage({ context, year, body }: SectionScope): Piece {
  const { forms } = context.ledger
  const count = (label: string, number: number): Piece => [derivedNumber(context, {}, label, String(number)), '个']
  const basic = ([['personnel', '人员类项目'], ['operating', '公用经费项目']] as const)
    .map(([kind, name]) => ({ name, number: forms.filter(({ subject }) => subject.kind === kind).length }))
    .filter(({ number }) => number > 0)
  const including: Piece = basic.length === 0
    ? '' : ['，其中', basic.map(({ name, number }, index): Piece => [index === 0 ? '' : '、', name, count(name, number)])]
  return [`${year}${body}实行绩效目标管理的项目`, count('实行绩效目标管理的项目', forms.length), '，涉及', coveredMoney(context), including, '。']
}

const wholes: readonly (readonly [Region, string])[] = [
  [{ period: 'current' }, '本年预算资金'],
  [{ use: 'spent', kind: 'project', period: 'current' }, '当年预算安排的项目支出'],
]

/** The money of all forms: as the part of the budget that it is exactly, else as a sum of its own. */
function coveredMoney(context: SectionScope['context']): Piece {
  const sum = sumFen(context.ledger.forms.map((form) => annualFunding(context, form).total))
  const whole = wholes.find(([region]) => context.exact(region) === sum)
  if (whole !== undefined) return [whole[1], amountOf(context, ...whole).text]
  return ['资金', derivedNumber(context, {}, '绩效目标申报表年度资金合计', inWanyuan(sum)), '万元']
}

function hasCarriedProjectsOnly({ context }: SectionScope): boolean {
  const { lines, forms } = context.ledger
  const projectOf = ({ use }: (typeof lines)[number]): string | undefined => (use.kind === 'project' ? use.project : undefined)
  const settled = new Set([
    ...lines.filter(({ period }) => period === 'current').map(projectOf),
    ...forms.map(({ subject }) => (subject.kind === 'project' ? subject.project : undefined)),
  ])
  return lines.some((line) => line.use.kind === 'project' && !settled.has(projectOf(line)))
}
