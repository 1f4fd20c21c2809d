/**
 * Proves a recognised document: derived identities, shares and changes in its sentences, and the diagnosis.
 *
 * @module
 */
import { type Derivation, deriveIdentities, describePlace, type Diagnosis, diagnose, type Figure, judge, type Outcome, regionKey, type Verdict } from '@mingzhang/figures'
import { addIntervals, type Fen, fen, formatDecimal, formatFen, intervalOf, negateInterval, type RoundingMode } from '@mingzhang/money'
import type { Proportion } from './model/proportion.ts'
import type { Mention, RecognisedDocument } from './model/recognised-document.ts'
import { unboundLines } from './recognise/collect-figures.ts'
import { checkChange, checkShare, type PrintedInterval } from './narrative/proportions.ts'
import { proveRates } from './prove-rates.ts'

/** What holds and what does not, without the question what the whole of it means. */
export interface Judgement {
  readonly derivation: Derivation
  readonly verdicts: readonly Verdict[]
  readonly proportions: readonly Proportion[]
}

export interface Proof extends Judgement {
  readonly diagnosis: Diagnosis
}

/** Proves the document's figures against each other. */
export async function proveDocument(document: RecognisedDocument, mode: RoundingMode): Promise<Proof> {
  const judgement = judgeDocument(document, mode)
  return { ...judgement, diagnosis: await diagnose(judgement.derivation, judgement.verdicts, mode) }
}

/** Derives the document's identities and holds each against what was printed. */
export function judgeDocument(document: RecognisedDocument, mode: RoundingMode): Judgement {
  const derivation = deriveIdentities(document.figures, { rounding: mode, gaps: unboundLines(document.tables) })
  const verdicts = derivation.identities.map((identity) => judge(identity, mode))
  const proportions = [...proveProportions(document, mode), ...proveRates(document.tables, mode)]
  return { derivation, verdicts, proportions }
}

function proveProportions(document: RecognisedDocument, mode: RoundingMode): readonly Proportion[] {
  const mentions = new Map(document.mentions.map((mention) => [mention.id, mention]))
  const printedAt = new Map<string, Figure>()
  for (const figure of document.figures) {
    const key = regionKey(figure.region)
    if (figure.printed.kind === 'stated' && !printedAt.has(key)) printedAt.set(key, figure)
  }
  return document.mentions.flatMap((mention) => {
    const subject = mentions.get(mention.subject ?? '')
    if (subject === undefined) return []
    if (mention.role === 'share' && mention.whole !== undefined) return [proveShare(mention, subject, wholeOf(mention, document, printedAt, mode), mode)]
    if (mention.role === 'changeRate') {
      const change = document.mentions.find((other) => other.role === 'change' && other.subject === subject.id && other.printed !== undefined)
      const previous = document.mentions.find((other) => other.role === 'previous' && sameButYear(other, subject))
      return [proveRate(mention, subject, change, previous, mode)]
    }
    return []
  })
}

/** The whole of a share: the total that its own section states, else any print of that region. */
function wholeOf(mention: Mention, document: RecognisedDocument, printedAt: ReadonlyMap<string, Figure>, mode: RoundingMode): { readonly id: string; readonly interval: PrintedInterval } | undefined {
  const key = regionKey(mention.whole ?? {})
  const own = document.mentions.find((other) => other.section === mention.section && other.role === 'amount' && other.region !== undefined && regionKey(other.region) === key)
  const figure = document.figures.find((candidate) => candidate.id === own?.id) ?? printedAt.get(key)
  if (figure?.printed.kind !== 'stated') return undefined
  return { id: figure.id, interval: { ...intervalOf(figure.printed.stated, mode), value: figure.printed.stated.value } }
}

function proveShare(mention: Mention, subject: Mention, whole: { readonly id: string; readonly interval: PrintedInterval } | undefined, mode: RoundingMode): Proportion {
  const part = intervalOfMention(subject, mode)
  const outcome = part === undefined || whole === undefined ? 'undetermined' : checkShare(part, whole.interval, mention.number, mode)
  const place = describePlace(mention.place)
  const percent = `${formatDecimal(mention.number)}%`
  const quotient = part === undefined || whole === undefined ? '' : `${amount(part.value)} ÷ ${amount(whole.interval.value)}`
  return {
    id: `s:${mention.id}`,
    kind: 'share',
    outcome,
    statement: {
      zh: `${place}：${subject.label} ${subject.text} 占 ${percent}，按 ${quotient} 重算${tailZh(outcome)}`,
      en: `${place}: ${subject.label} ${subject.text} is stated as ${percent}; recomputed from ${quotient}: ${tailEn(outcome)}`,
    },
    mention,
    figures: [subject.id, ...(whole === undefined ? [] : [whole.id]), mention.id],
  }
}

function proveRate(mention: Mention, subject: Mention, change: Mention | undefined, previous: Mention | undefined, mode: RoundingMode): Proportion {
  const current = intervalOfMention(subject, mode)
  const before = previous === undefined ? undefined : intervalOfMention(previous, mode)
  const moved = change === undefined ? movedSince(current, before, mention) : intervalOfMention(change, mode)
  const direction = mention.direction ?? change?.direction
  const check = current === undefined || moved === undefined || direction === undefined ? undefined : checkChange(current, moved, direction, mention.number)
  const outcome = check?.rate ?? 'undetermined'
  const place = describePlace(mention.place)
  const words = change?.text ?? previous?.text ?? ''
  const percent = `${formatDecimal(mention.number)}%`
  const implied = check === undefined ? '' : amount(fen(Math.round((check.previous.low + check.previous.high) / 2)))
  return {
    id: `r:${mention.id}`,
    kind: 'change',
    outcome,
    statement: {
      zh: `${place}：${subject.label} ${subject.text}，比上年变动 ${words}、${percent}，据此上年为 ${implied} 万元，重算${tailZh(outcome)}`,
      en: `${place}: ${subject.label} ${subject.text}, change ${words}, ${percent}; last year would be ${implied}: ${tailEn(outcome)}`,
    },
    mention,
    figures: [subject.id, ...(change === undefined ? [] : [change.id]), ...(previous === undefined ? [] : [previous.id]), mention.id],
  }
}

/** The size of the change between two stated years. */
function movedSince(current: PrintedInterval | undefined, before: PrintedInterval | undefined, mention: Mention): PrintedInterval | undefined {
  if (current === undefined || before === undefined) return undefined
  const increase = mention.direction !== 'decrease'
  const [larger, smaller] = increase ? [current, before] : [before, current]
  const interval = addIntervals(larger, negateInterval(smaller))
  if (larger.value === undefined || smaller.value === undefined) return interval
  return { ...interval, value: fen(larger.value - smaller.value) }
}

function intervalOfMention(mention: Mention, mode: RoundingMode): PrintedInterval | undefined {
  if (mention.printed?.kind !== 'stated') return undefined
  return { ...intervalOf(mention.printed.stated, mode), value: mention.printed.stated.value }
}

function sameButYear(a: Mention, b: Mention): boolean {
  if (a.region === undefined || b.region === undefined || a.section !== b.section) return false
  return regionKey(a.region, 'year') === regionKey(b.region, 'year')
}

const amount = (value: Fen | undefined): string => (value === undefined ? '（未读）' : formatFen(value, '万元'))

function tailZh(outcome: Outcome): string {
  const words: Readonly<Record<Outcome, string>> = { exact: '一致', withinRounding: '相符（在四舍五入范围内）', conflict: '不符', undetermined: '无法判定' }
  return words[outcome]
}

function tailEn(outcome: Outcome): string {
  const words: Readonly<Record<Outcome, string>> = { exact: 'agrees', withinRounding: 'agrees within rounding', conflict: 'does not agree', undetermined: 'cannot be judged' }
  return words[outcome]
}
