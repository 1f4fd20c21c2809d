/**
 * Last year's amounts, as far as the narrative compares with them.
 *
 * @module
 */
import type { Mention, RecognisedDocument } from '@mingzhang/audit'
import { type PriorYearAmount, type PriorYearItem, priorYearItems } from '@mingzhang/compile'
import { type Region, regionKey } from '@mingzhang/figures'
import { addFen, type Fen, subtractFen } from '@mingzhang/money'
import type { MarkBook } from '../marks.ts'
import { withoutYear } from '../money/margin.ts'

export interface PriorYearReading {
  readonly amounts: readonly PriorYearAmount[]
  /** What the narrative says of last year that no amount can be taken from. */
  readonly open: readonly string[]
}

/** Last year's printed amount: this year's less the printed change, else as stated with its unit. */
export function readPriorYear(document: RecognisedDocument, book: MarkBook): PriorYearReading {
  const amounts: PriorYearAmount[] = []
  const open: string[] = []
  for (const item of Object.keys(priorYearItems) as PriorYearItem[]) {
    const { name, region } = priorYearItems[item]
    const own = document.mentions.filter((mention) => mention.region !== undefined && isSame(mention.region, region))
    const amount = byChange(own, document.mentions) ?? stated(own)
    if (amount !== undefined) {
      book.mark(['priorYear', amounts.length, 'amount'], amount.mark, amount.note)
      amounts.push({ item, amount: amount.value })
      open.push(...wrongRates(own, document.mentions, amount.value, name))
      continue
    }
    const unread = own.find(({ role, printed }) => role === 'previous' && printed?.kind === 'unreadable')
    if (unread !== undefined) open.push(`上年数“${name}”：文字说明印“${unread.text}”，没有写单位，不能取数。`)
    else if (own.some(({ role }) => role === 'changeRate')) open.push(`上年数“${name}”：文字说明只有增减百分比，推不出准确的上年数。`)
  }
  return { amounts, open }
}

function isSame(region: Region, other: Region): boolean {
  return regionKey(withoutYear(region)) === regionKey(other)
}

interface Found {
  readonly value: Fen
  readonly mark: 'stated' | 'inferred'
  readonly note: string
}

function byChange(own: readonly Mention[], all: readonly Mention[]): Found | undefined {
  for (const mention of own) {
    if (mention.role !== 'change') continue
    const subject = all.find(({ id }) => id === mention.subject)
    const current = subject?.printed?.kind === 'stated' ? subject.printed.stated.value : undefined
    if (current === undefined) continue
    if (mention.direction === 'same') return { value: current, mark: 'inferred', note: `文字说明写“${mention.text}”` }
    const change = mention.printed?.kind === 'stated' ? mention.printed.stated.value : undefined
    if (change === undefined || mention.direction === undefined) continue
    const value = mention.direction === 'increase' ? subtractFen(current, change) : addFen(current, change)
    return { value, mark: 'inferred', note: `按文字说明“${mention.clause.trim().slice(0, 40)}”倒推` }
  }
  return undefined
}

/** Printed rates that the printed amounts do not give. */
function wrongRates(own: readonly Mention[], all: readonly Mention[], prior: Fen, name: string): readonly string[] {
  return own.flatMap((mention): readonly string[] => {
    const current = all.find(({ id }) => id === mention.subject)?.printed
    if (mention.role !== 'changeRate' || current?.kind !== 'stated' || prior <= 0) return []
    const { digits, scale } = mention.number
    // 四舍五入 of |change| ÷ last year in per cent, at the printed number of decimals.
    const step = 100n * 10n ** BigInt(scale)
    const change = BigInt(Math.abs(current.stated.value - prior))
    const rate = (change * step * 2n + BigInt(prior)) / (BigInt(prior) * 2n)
    if (rate === (digits < 0n ? -digits : digits)) return []
    return [`“${name}”的增减百分比：文字说明印${mention.text}，按印出的金额计算为${percent(rate, scale)}%，编制时按后者印。`]
  }).filter((text, index, texts) => texts.indexOf(text) === index)
}

function percent(rate: bigint, scale: number): string {
  const digits = String(rate).padStart(scale + 1, '0')
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

function stated(own: readonly Mention[]): Found | undefined {
  const mention = own.find(({ role, printed }) => role === 'previous' && printed?.kind === 'stated')
  return mention?.printed?.kind === 'stated' ? { value: mention.printed.stated.value, mark: 'stated', note: `文字说明写“${mention.text}”` } : undefined
}
