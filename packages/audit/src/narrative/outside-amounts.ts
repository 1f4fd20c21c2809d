/**
 * Numbers of the narrative that are no figures of the budget: the value of assets, results of the work, the scope of
 * performance management. They are told apart so that nobody expects them to be bound; what could be bound stays bound.
 *
 * @module
 */
import type { Draft } from './draft.ts'
import { isGeneric } from './prose-lexicon.ts'
import type { SectionText } from './sections.ts'

/** Notes at every number without a region why it is no figure of the budget, where that is certain. */
export function noteOutsiders(section: SectionText, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.region !== undefined || draft.role === 'other' || draft.role === 'count') continue
    const before = drafts.findLast((other) => other.sentence === draft.sentence && other.number.start < draft.number.start && other.line === draft.line && other.role === 'amount')
    const follows = draft.role === 'share' || draft.role === 'change' || draft.role === 'changeRate'
    draft.outside ??= (follows ? before?.outside : undefined) ?? draft.frame?.parent?.outside ?? outsideReason(section.kind?.id, draft, drafts)
  }
}

const performanceScope = /绩效|重点评价|自评|跟踪|一级项目|二级项目/u
const scopeLabel = /涉及|资金|金额|纳入/u

function outsideReason(kind: string | undefined, draft: Draft, drafts: readonly Draft[]): string | undefined {
  const { line, number, label, reading } = draft
  const before = line.plain.slice(0, number.start)
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1)
  const named = reading.topic && reading.unread === ''
  if (kind === 'assets' && !named && !/绩效|预算数|执行数/u.test(sentence)) return '资产的价值和使用情况，不属于预算收支'
  if (!named && /(?:固定|流动|无形|国有)资产|原值|净值|账面|折旧/u.test(label)) return '资产的价值，不属于预算收支'
  if (/单价|单位价值|单台|单件/u.test(label)) return '划分设备的单价标准，不属于预算收支'
  if (kind === 'duties' || kind === 'organisation' || kind === 'tasks') return '职责、机构和工作情况中的数，不属于预算收支'
  if (kind === 'glossary') return '名词解释中的数，不属于预算收支'
  if (/(?:中小|小微|小型|微型|残疾人|监狱)(?:型|微)?企业|预留(?:份额|给)?|供应商中标/u.test(sentence) && (draft.role === 'share' || !named)) return '政府采购按供应商划分的金额，预算科目和报表中没有这一部分'
  if (/用款计划|支付进度|支出进度|执行进度|执行率/u.test(label)) return '用款和支付的进度，不是预算金额'
  if (draft.role !== 'share' && !named && performanceScope.test(sentence) && scopeLabel.test(label)) return '绩效管理所涉及的资金规模，不是预算的一个组成部分'
  if (kind === 'performance' && isGeneric(reading) && /预算数|执行数|完成/u.test(label)) return '绩效自评使用的预算数和执行数，没有写明属于哪个项目'
  if (kind === 'performance' && (draft.role === 'share' || draft.role === 'changeRate') && isResult(draft, drafts)) return '绩效指标或工作结果的百分比，不是预算收支的比例'
  return undefined
}

/** Whether the percentage has no amount before it in its sentence: it measures something else than money. */
function isResult(draft: Draft, drafts: readonly Draft[]): boolean {
  return !drafts.some((other) => other.sentence === draft.sentence && other.number.end <= draft.number.start && other.line === draft.line && (other.role === 'amount' || other.role === 'previous'))
}
