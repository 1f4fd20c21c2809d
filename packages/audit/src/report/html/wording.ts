/** The words of the page. A mark stands beside every colour, so that nothing is told by colour alone. */
import type { IdentityKind, IdentityVerdict, ReportFigure, ReportFinding } from '../../model/report.ts'
import type { Bilingual, RuleOutcome, Severity } from '../../model/rule.ts'

export interface MarkedWords extends Bilingual {
  readonly mark: string
}

export const severityOrder: readonly Severity[] = ['error', 'warning', 'notice']

export const severityWords: Readonly<Record<Severity, MarkedWords>> = {
  error: { mark: '■', zh: '错误', en: 'Error' },
  warning: { mark: '▲', zh: '警告', en: 'Warning' },
  notice: { mark: '○', zh: '提示', en: 'Notice' },
}

/** What the reader is asked to do about findings of a severity. */
export const severityAdvice: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '需要更正，或者说明理由', en: 'To be corrected, or explained' },
  warning: { zh: '建议核对', en: 'Worth checking' },
  notice: { zh: '供参考，一般无需更正', en: 'For information; usually needs no correction' },
}

export const verdictOrder: readonly IdentityVerdict[] = ['conflict', 'withinRounding', 'undetermined', 'exact']

export const verdictWords: Readonly<Record<IdentityVerdict, MarkedWords>> = {
  exact: { mark: '=', zh: '一致', en: 'Exact' },
  withinRounding: { mark: '≈', zh: '尾差', en: 'Within rounding' },
  conflict: { mark: '≠', zh: '不一致', en: 'Conflict' },
  undetermined: { mark: '?', zh: '无法判定', en: 'Undetermined' },
}

export const findingVerdictWords: Readonly<Record<ReportFinding['verdict'], MarkedWords>> = {
  conflict: verdictWords.conflict,
  withinRounding: verdictWords.withinRounding,
  undetermined: verdictWords.undetermined,
  fail: { mark: '✕', zh: '不符合规则', en: 'Rule not met' },
}

export const identityKindWords: Readonly<Record<IdentityKind, Bilingual>> = {
  equality: { zh: '两处应当相等', en: 'Both places must be equal' },
  partition: { zh: '分项之和应当等于总额', en: 'The parts must sum to the whole' },
  containment: { zh: '部分不应大于整体', en: 'A part cannot exceed the whole' },
  share: { zh: '占比应当与金额相符', en: 'The share must follow from the amounts' },
  change: { zh: '增减应当与两年金额相符', en: 'The change must follow from both years' },
}

export const stateWords: Readonly<Record<ReportFigure['state'], Bilingual>> = {
  stated: { zh: '已印出', en: 'Printed' },
  blank: { zh: '空白（不等于零）', en: 'Blank (not the same as zero)' },
  dash: { zh: '印为横线', en: 'A dash' },
  unreadable: { zh: '无法读取', en: 'Unreadable' },
}

export const outcomeWords: Readonly<Record<RuleOutcome['outcome'], MarkedWords>> = {
  fail: { mark: '✕', zh: '有发现', en: 'Findings' },
  undetermined: { mark: '?', zh: '无法判定', en: 'Undetermined' },
  pass: { mark: '✓', zh: '通过', en: 'Passed' },
  'not-applicable': { mark: '–', zh: '不适用', en: 'Not applicable' },
}

export const joinWords: Readonly<Record<'name' | 'amount' | 'basic-expenditure' | 'none', Bilingual>> = {
  name: { zh: '按名称', en: 'by name' },
  amount: { zh: '名称有损，按金额', en: 'by amount, the name being damaged' },
  'basic-expenditure': { zh: '属基本支出', en: 'basic expenditure' },
  none: { zh: '未对应', en: 'not joined' },
}

export const documentKindWords: Readonly<Record<'budget' | 'final' | 'performance', Bilingual>> = {
  budget: { zh: '部门预算公开', en: 'budget disclosure' },
  final: { zh: '部门决算公开', en: 'final account disclosure' },
  performance: { zh: '绩效公开', en: 'performance disclosure' },
}

export const roundingNote: Bilingual = {
  zh: '尾差：各数按末位分别四舍五入后，合计与分项之和可以相差末位的一两个单位。本报告按每个数字的末位逐条算出允许的范围：在范围内是尾差，不算错误；超出范围是不一致。不使用百分比容差。',
  en: 'Within rounding (尾差): figures are rounded one by one, so a total can miss the sum of its parts by a unit or two of the last digit. The range that rounding allows is computed for each identity from the last printed digits: inside it is no error, outside it is a conflict. No percentage tolerance is used.',
}
