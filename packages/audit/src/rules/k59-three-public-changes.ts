/**
 * “三公”经费增减: the changes of the items make up the change of the total, and a change has a reason.
 *
 * @module
 */
import { isNodeWithin } from '@mingzhang/figures'
import { addIntervals, fen, intersectIntervals, type Interval, intervalOf, negateInterval, type RoundingMode } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { Mention, RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { groupBy, paragraphOf, roundingOf, statedOf } from './narrative-queries.ts'

/** The change of “三公”经费 is the sum of its items' changes, and a change that is not zero has a reason. */
export const k59ThreePublicChanges: Rule = {
  meta: {
    id: 'K59',
    title: { zh: '“三公”经费分项增减与总额不符或未说明原因', en: 'Changes of the three public expenses do not add up or lack a reason' },
    severity: 'error',
    basis: [{ source: 'disclosureProcedure', article: '“三公”经费增减变化原因等信息一并公开' }, { source: 'arithmetic', article: '各项增减之和＝总额增减' }],
    explanation: {
      zh: '“三公”经费说明总额和各项与上年相比的增减，各项增减之和应等于总额增减；增减不为零的应当说明原因。',
      en: 'The text gives the change of the three public expenses and of each item: the items sum to the total, and a change needs a reason.',
    },
    legitimate: { zh: '总额与分项比较的口径不同（同口径、含结转）时应写明。', en: 'Total and items may use different bases of comparison; that should be stated.' },
  },
  check(context) {
    const { document } = context
    const mentions = document.mentions.filter(({ region }) => region?.threePublic !== undefined)
    const sections = [...groupBy(mentions, ({ section }) => String(section)).values()]
    const judged = sections.map((section) => judgeSum(document, section, roundingOf(context)))
    const reasons = sections.flatMap((section) => reasonFinding(document, section))
    const undetermined = judged
      .flatMap((one): RuleOutcome['undetermined'] => (one.kind === 'undetermined' ? [{ places: one.places, reason: one.reason }] : []))
    const findings = judged.flatMap((one) => (one.kind === 'conflict' ? [one.finding] : []))
    const checked = judged.filter(({ kind }) => kind === 'holds' || kind === 'conflict').length + reasons.length
    return outcomeOf(checked, [...findings, ...reasons.flatMap(({ finding }) => (finding === undefined ? [] : [finding]))], undetermined)
  },
}

type Judgement =
  | { readonly kind: 'nothing' | 'holds' }
  | { readonly kind: 'conflict'; readonly finding: RuleFinding }
  | { readonly kind: 'undetermined' } & RuleOutcome['undetermined'][number]

const itemNodes = ['all/abroad', 'all/reception', 'all/vehicle'] as const
const vehicleNodes = ['all/vehicle/purchase', 'all/vehicle/running'] as const
const itemNames: Readonly<Record<string, string>> = {
  'all/abroad': '因公出国（境）费', 'all/reception': '公务接待费', 'all/vehicle': '公务用车购置及运行费',
  'all/vehicle/purchase': '公务用车购置费', 'all/vehicle/running': '公务用车运行维护费',
}

function judgeSum(document: RecognisedDocument, mentions: readonly Mention[], mode: RoundingMode): Judgement {
  const total = changeOf(document, mentions, 'all', mode)
  const stated = mentions.filter(({ region, role }) => region?.threePublic !== 'all' && role === 'change')
  if (total === undefined || stated.length === 0) return { kind: 'nothing' }
  const parts = itemNodes
    .map((node) => ({ node, change: changeOfItem(document, mentions, node, mode) }))
  const unknown = parts.filter(({ change }) => change === undefined)
  if (unknown.length > 0) {
    const names = unknown.map(({ node }) => itemNames[node] ?? node).join('、')
    return {
      kind: 'undetermined',
      places: total.mentions.map(({ place }) => place),
      reason: { zh: `没有写明${names}与上年相比的增减。`, en: 'Not every item says how it compares with last year.' },
    }
  }
  const changes = parts.flatMap(({ change }) => (change === undefined ? [] : [change]))
  const sum = changes.map(({ interval }) => interval).reduce(addIntervals)
  if (intersectIntervals(sum, total.interval) !== undefined) return { kind: 'holds' }
  return { kind: 'conflict', finding: {
    key: `${total.mentions[0]?.id ?? ''}:sum`,
    places: [...total.mentions, ...changes.flatMap(({ mentions: from }) => from)].map(({ place }) => place),
    expected: total.words,
    found: changes.map(({ words }) => words).join('、'),
    statement: {
      zh: `“三公”经费总额${total.words}，各项为${parts.map(({ node, change }) => `${itemNames[node] ?? node}${change?.words ?? ''}`).join('、')}，合起来不等于总额的增减。`,
      en: `The total of the three public expenses changes by ${total.words}, but its items (${changes.map(({ words }) => words).join(', ')}) do not add up to that.`,
    },
  } }
}

interface Change {
  readonly interval: Interval
  readonly words: string
  readonly mentions: readonly Mention[]
}

/** The same amount in print: what lies behind the two prints differs by less than one last digit of the section. */
function noChange(mention: Mention, mentions: readonly Mention[]): Change {
  const quanta = mentions.flatMap(({ printed }) => statedOf(printed)?.quantum ?? [])
  const quantum = quanta.length === 0 ? 1 : Math.min(...quanta)
  return { interval: { low: fen(1 - quantum), high: fen(quantum - 1) }, words: '与上年相同', mentions: [mention] }
}

/** The signed change of one item: as printed, as 相同 in words, or from both years' amounts. `undefined` when the text does not say. */
function changeOf(document: RecognisedDocument, mentions: readonly Mention[], node: string, mode: RoundingMode): Change | undefined {
  const own = mentions.filter(({ region }) => region?.threePublic === node)
  const change = own.find(({ role, direction }) => role === 'change' && direction !== undefined)
  const stated = statedOf(change?.printed)
  if (change !== undefined) {
    if (change.direction === 'same') return isRoughly(document, change) ? undefined : noChange(change, mentions)
    if (stated === undefined) return undefined
    const interval = intervalOf(stated, mode)
    return change.direction === 'decrease'
      ? { interval: negateInterval(interval), words: `减少${change.text}`, mentions: [change] }
      : { interval, words: `增加${change.text}`, mentions: [change] }
  }
  const amount = own.find(({ role }) => role === 'amount')
  if (amount === undefined) return undefined
  if (isCalledUnchanged(document, amount, mentions)) return noChange(amount, mentions)
  const previous = own.find(({ role }) => role === 'previous')
  const [now, before] = [statedOf(amount.printed), statedOf(previous?.printed)]
  if (now === undefined || before === undefined || previous === undefined) return undefined
  const interval = addIntervals(intervalOf(now, mode), negateInterval(intervalOf(before, mode)))
  return { interval, words: `由${previous.text}变为${amount.text}`, mentions: [amount, previous] }
}

function changeOfItem(document: RecognisedDocument, mentions: readonly Mention[], node: string, mode: RoundingMode): Change | undefined {
  return node === 'all/vehicle' ? vehicleChange(document, mentions, mode) : changeOf(document, mentions, node, mode)
}

/** The vehicles' own printed change; else that of purchase and running together; else what the words say. */
function vehicleChange(document: RecognisedDocument, mentions: readonly Mention[], mode: RoundingMode): Change | undefined {
  const own = changeOf(document, mentions, 'all/vehicle', mode)
  if (own?.mentions.some(({ role }) => role === 'change') === true) return own
  const [purchase, running] = vehicleNodes.map((node) => changeOf(document, mentions, node, mode))
  if (purchase === undefined || running === undefined) return own
  return {
    interval: addIntervals(purchase.interval, running.interval),
    words: `（购置费${purchase.words}、运行维护费${running.words}）`,
    mentions: [...purchase.mentions, ...running.mentions],
  }
}

/** 基本持平 names a direction, not zero: the change is then unknown. */
function isRoughly(document: RecognisedDocument, mention: Mention): boolean {
  const { start } = mention.place
  const near = start === undefined ? mention.clause : paragraphOf(document, mention).slice(Math.max(0, start - 8), start + 40)
  return /(?:基本|大致|大体|总体)(?:持平|相同|一致|不变)/u.test(normaliseLabel(near))
}

const unchanged = /相同|持平|一致|无变化|没有变化|无增减|未发生变化|不变|均为0|均无/u

/** Whether the words behind the amount, before the next item's, say that nothing changed. */
function isCalledUnchanged(document: RecognisedDocument, amount: Mention, mentions: readonly Mention[]): boolean {
  if (isRoughly(document, amount)) return false
  const sharing = mentions
    .filter(({ clause, region, section }) => section === amount.section && clause === amount.clause
      && region?.threePublic !== amount.region?.threePublic)
  if (sharing.length === 0 && unchanged.test(amount.clause) && !/增加|减少|增长|下降/u.test(amount.clause)) return true
  const text = paragraphOf(document, amount)
  const start = amount.place.start
  if (start === undefined) return false
  const next = mentions
    .map(({ place, section, region }) => (section === amount.section && place.block === amount.place.block
      && place.line === amount.place.line && region?.threePublic !== amount.region?.threePublic ? place.start : undefined))
    .filter((position) => position !== undefined && position > start)
    .reduce<number>((least, position) => Math.min(least, position ?? least), text.length)
  return unchanged.test(/^[^;；。]*(?:。(?=比|与|较)[^;；。]*)?/u.exec(text.slice(start, next))?.[0] ?? '')
}

/** One entry per section that changes something; with a finding when no paragraph of the section gives a reason. */
function reasonFinding(document: RecognisedDocument,
  mentions: readonly Mention[]): readonly { readonly finding: RuleFinding | undefined }[] {
  const changes = mentions
    .filter(({ role, direction, number }) => (role === 'change' || role === 'changeRate') && direction !== 'same' && number.digits !== 0n)
  const [first] = changes
  if (first === undefined) return []
  const texts = (document.sections[first.section]?.paragraphs ?? []).map(({ text }) => text)
  const isReasoned = [...texts, ...changes.map(({ clause }) => clause)]
    .some((text) => /原因|由于|因为|主要是|主要系|(?<=[,;。])因(?!公)/u.test(normaliseLabel(text)))
  if (isReasoned) return [{ finding: undefined }]
  const items = changes.filter(({ region }) => isNodeWithin(region?.threePublic ?? '', 'all'))
  return [{ finding: {
    key: `${first.id}:reason`,
    severity: 'warning',
    places: items.map(({ place }) => place),
    expected: '增减原因',
    statement: {
      zh: `“三公”经费与上年相比有增减（${items.map(({ label, direction, text }) => `${label}${direction === 'decrease' ? '减少' : '增加'}${text}`).join('、')}），没有说明原因。`,
      en: `The three public expenses change (${items.map(({ text }) => text).join(', ')}) without a reason.`,
    },
  } }]
}
