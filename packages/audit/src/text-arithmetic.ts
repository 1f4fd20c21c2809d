/**
 * Arithmetic that a sentence states: products, sums and remainders, recomputed exactly.
 *
 * A sentence is read as arithmetic only where its words say so. What it says is `broken` only when no reading of its
 * printed digits makes it true and every term could be read; a rough number (约), a share or a number of months that is
 * not stated makes it `undetermined`.
 *
 * @module
 */
import { type Formula, readFormulas } from './text-formula.ts'
import {
  addRatio,
  compareRatio,
  isMoney,
  isRateUnit,
  multiplyRatio,
  normaliseText,
  type Ratio,
  ratio,
  type RatioRange,
  rangesMeet,
  readQuantities,
  resultRange,
  subtractRatio,
  termRange,
  type TextQuantity,
} from './text-quantities.ts'

/** How the words tie the numbers together. */
export type ArithmeticKind =
  /** `24万人次*5元/人次=120万元` */
  | 'formula'
  /** `X万元（其中：A万元，B万元，C万元）` */
  | 'parts'
  /** `…A万元；…B万元。两项合计X万元` */
  | 'listedTotal'
  /** `读者2万人，每人30元，按60%计算，需资金36万元` */
  | 'perHead'
  /** `全年A万元，收入B万元，补助C万元，扣除二项，缺口D万元` */
  | 'remainder'

export interface ArithmeticStatement {
  readonly kind: ArithmeticKind
  /** Position in the text. */
  readonly start: number
  readonly end: number
  /** The terms in the order of the calculation; for a remainder the whole comes first. */
  readonly terms: readonly TextQuantity[]
  readonly operator: '×' | '+' | '−' | '÷' | 'mixed'
  readonly result: TextQuantity
  /** What the terms as printed come to, in whole units. */
  readonly computed: Ratio
  readonly verdict: 'holds' | 'broken' | 'undetermined'
  /** Why a statement cannot be judged, or what would explain a broken one; `undefined` when there is nothing to add. */
  readonly note: ArithmeticNote | undefined
}

export type ArithmeticNote =
  /** A number is rough. */
  | 'approximate'
  /** A share, a number of months or another factor is not stated. */
  | 'factor-missing'
  /** 其中 does not say that it lists everything. */
  | 'parts-may-be-incomplete'
  /** More amounts stand before the total than it counts, and no choice of them fits. */
  | 'terms-unclear'
  /** Broken; one part ten times as large would make it true. */
  | 'part-tenfold'
  /** Broken; the result is off by a factor of 10,000 (元 for 万元). */
  | 'unit-slip'

/** Every statement of arithmetic in one field's or sentence's text, in reading order. */
export function findArithmetic(text: string): readonly ArithmeticStatement[] {
  const plain = normaliseText(text)
  const formulas = readFormulas(plain)
  const amounts = readAmounts(plain, formulas)
  const statements = [
    ...formulas.map(judgeFormula),
    ...findParts(plain),
    ...findListedTotals(plain, amounts),
    ...findPerHead(plain, formulas),
    ...findRemainders(plain, amounts),
  ]
  return statements.sort((a, b) => a.start - b.start)
}

const zero = ratio(0n)
const chineseNumbers = '二三四五六七八九十'
const countWord = '(?:[二两三四五六七八九十]|\\d{1,2})'

function countOf(word: string): number {
  return word === '两' ? 2 : /^\d+$/u.test(word) ? Number(word) : chineseNumbers.indexOf(word) + 2
}

function judgeFormula({ start, end, left, result }: Formula): ArithmeticStatement {
  const base = {
    kind: 'formula' as const,
    start,
    end,
    terms: left.terms,
    operator: left.operator === 'none' ? ('mixed' as const) : left.operator,
    result,
    computed: left.value,
  }
  const stated = resultRange(result)
  if (fits(left.value, left.range, result)) return { ...base, verdict: 'holds', note: undefined }
  const allUnits = result.unit !== '' && left.terms.every((term) => term.unit !== '')
  const slipped = [10_000n, 100_000_000n].some(
    (factor) => rangesMeet(scaled(left.range, ratio(factor)), stated) || rangesMeet(scaled(left.range, ratio(1n, factor)), stated),
  )
  // `36×6.93=249.48万元`: the unit stands once, at the end, and means every term.
  if (slipped && !allUnits) return { ...base, verdict: 'holds', note: undefined }
  if ([...left.terms, result].some((term) => term.approximate)) return { ...base, verdict: 'undetermined', note: 'approximate' }
  if (slipped) return { ...base, verdict: 'broken', note: 'unit-slip' }
  if (rangesMeet(scaled(left.range, ratio(12n)), stated)) return { ...base, verdict: 'undetermined', note: 'factor-missing' }
  return { ...base, verdict: 'broken', note: undefined }
}

/** Whether the terms come to the result exactly, or within what the printed digits leave open. */
function fits(value: Ratio, range: RatioRange, result: TextQuantity): boolean {
  return compareRatio(value, result.value) === 0 || rangesMeet(range, resultRange(result))
}

const scaled = (range: RatioRange, factor: Ratio): RatioRange => ({
  low: multiplyRatio(range.low, factor),
  high: multiplyRatio(range.high, factor),
})
const sumOf = (values: readonly Ratio[]): Ratio => values.reduce(addRatio, zero)
const sumOfRanges = (terms: readonly TextQuantity[]): RatioRange => ({
  low: sumOf(terms.map((term) => termRange(term).low)),
  high: sumOf(terms.map((term) => termRange(term).high)),
})
const isSum = (terms: readonly TextQuantity[], result: TextQuantity): boolean =>
  fits(sumOf(terms.map((term) => term.value)), sumOfRanges(terms), result)

/** Amounts of money that can be a term of a sum: no price per head, and of a formula only its result. */
function readAmounts(text: string, formulas: readonly Formula[]): readonly TextQuantity[] {
  return readQuantities(text).filter(
    (quantity) =>
      isMoney(quantity) &&
      !isRate(quantity, text) &&
      !formulas.some((formula) => quantity.start >= formula.start && quantity.end < formula.end),
  )
}

const clauseBreaks = ',，。；;、()（）:：'

function clauseBefore(text: string, position: number): string {
  let from = position
  while (from > 0 && !clauseBreaks.includes(text.charAt(from - 1))) from -= 1
  return text.slice(from, position)
}

function isRate(quantity: TextQuantity, text: string): boolean {
  return isRateUnit(quantity) || /(?:每|人均|户均|平均|标准|单价)[^\d]{0,10}$/u.test(clauseBefore(text, quantity.start))
}

/** `X万元(其中:A万元,B万元)`, each part one amount. */
function findParts(text: string): readonly ArithmeticStatement[] {
  return [...text.matchAll(/[(（]其中[:：]?(?<body>[^()（）]+)[)）]/gu)].flatMap((match): readonly ArithmeticStatement[] => {
    const whole = readQuantities(text.slice(0, match.index)).at(-1)
    if (whole === undefined || !isMoney(whole) || isRate(whole, text) || text.slice(whole.end, match.index).trim() !== '') return []
    const bodyStart = match.index + match[0].indexOf(match.groups?.['body'] ?? '')
    const terms = readParts(match.groups?.['body'] ?? '', bodyStart, text)
    if (terms === undefined || terms.length < 2) return []
    const computed = sumOf(terms.map((term) => term.value))
    const base = {
      kind: 'parts' as const,
      start: whole.start,
      end: match.index + match[0].length,
      terms,
      operator: '+' as const,
      result: whole,
      computed,
    }
    if (isSum(terms, whole)) return [{ ...base, verdict: 'holds', note: undefined }]
    if ([whole, ...terms].some((term) => term.approximate)) return [{ ...base, verdict: 'undetermined', note: 'approximate' }]
    if (compareRatio(computed, whole.value) > 0) return [{ ...base, verdict: 'broken', note: undefined }]
    const short = subtractRatio(whole.value, computed)
    const tenfold = terms.some((term) => compareRatio(multiplyRatio(term.value, ratio(9n)), short) === 0)
    return [
      tenfold
        ? { ...base, verdict: 'broken', note: 'part-tenfold' }
        : { ...base, verdict: 'undetermined', note: 'parts-may-be-incomplete' },
    ]
  })
}

/** The one amount of every clause; `undefined` when a clause has two, or the last clause has none. */
function readParts(body: string, offset: number, text: string): readonly TextQuantity[] | undefined {
  if (/其中|其余|剩余|等$/u.test(body)) return undefined
  const terms: TextQuantity[] = []
  let from = 0
  for (const piece of [...body.split(/[,，;；、。](?!\d{3}(?!\d))/u)]) {
    const start = offset + from
    from += piece.length + 1
    const amounts = readQuantities(text).filter(
      (quantity) => quantity.start >= start && quantity.end <= start + piece.length && isMoney(quantity),
    )
    const [only] = amounts
    if (amounts.length > 1 || (only !== undefined && isRate(only, text))) return undefined
    if (only !== undefined) terms.push(only)
    else if (from >= body.length && piece.trim() !== '') return undefined
  }
  return terms
}

/** `四项合计X`, `两项资金共计需X`, `以上合计X` below a numbered list. */
function findListedTotals(text: string, amounts: readonly TextQuantity[]): readonly ArithmeticStatement[] {
  const counted = [
    ...text.matchAll(new RegExp(`(?<count>${countWord})[项类笔部][^，,。；;:：\\d]{0,8}?(?:合计|共计|总计|总共|合共|共需)`, 'gu')),
  ].flatMap((match) => {
    const result = amountBehind(text, amounts, match.index + match[0].length)
    const before = amounts.filter((amount) => amount.end <= match.index)
    return result === undefined ? [] : judgeListed(before, countOf(match.groups?.['count'] ?? ''), result)
  })
  const numbered = [...text.matchAll(/以上[^，,。；;:：\d]{0,6}?(?:合计|共计|总计)/gu)].flatMap((match) => {
    const result = amountBehind(text, amounts, match.index + match[0].length)
    const items = numberedItems(text.slice(0, match.index))
    const terms = items.map((item) => amounts.filter((amount) => amount.start >= item.start && amount.end <= item.end))
    if (result === undefined || items.length < 2 || terms.some((inside) => inside.length !== 1)) return []
    return judgeListed(terms.flat(), items.length, result)
  })
  return [...counted, ...numbered]
}

function amountBehind(text: string, amounts: readonly TextQuantity[], position: number): TextQuantity | undefined {
  const next = amounts.find((amount) => amount.start >= position)
  return next !== undefined && /^[^，,。；;\d]{0,14}$/u.test(text.slice(position, next.start)) ? next : undefined
}

/** The items `1、…` to the last consecutive number, each up to the next. */
function numberedItems(text: string): readonly { readonly start: number; readonly end: number }[] {
  const marks = [...text.matchAll(/(?<!\d)(?<index>\d{1,2})[、.．](?!\d)/gu)].map((match) => ({
    index: Number(match.groups?.['index']),
    start: match.index + match[0].length,
    at: match.index,
  }))
  const first = marks.findLastIndex((mark) => mark.index === 1)
  const run = first < 0 ? [] : marks.slice(first)
  if (run.some((mark, position) => mark.index !== position + 1)) return []
  return run.map((mark, position) => ({ start: mark.start, end: run[position + 1]?.at ?? text.length }))
}

const mostCandidates = 12

function judgeListed(before: readonly TextQuantity[], count: number, result: TextQuantity): readonly ArithmeticStatement[] {
  if (count < 2 || before.length < count) return []
  const last = before.slice(-count)
  const terms = isSum(last, result) ? last : (choices(before.slice(-mostCandidates), count).find((chosen) => isSum(chosen, result)) ?? last)
  const base = {
    kind: 'listedTotal' as const,
    start: terms[0]?.start ?? 0,
    end: result.end,
    terms,
    operator: '+' as const,
    result,
    computed: sumOf(terms.map((term) => term.value)),
  }
  if (isSum(terms, result)) return [{ ...base, verdict: 'holds', note: undefined }]
  if ([result, ...terms].some((term) => term.approximate)) return [{ ...base, verdict: 'undetermined', note: 'approximate' }]
  return [
    before.length === count ? { ...base, verdict: 'broken', note: undefined } : { ...base, verdict: 'undetermined', note: 'terms-unclear' },
  ]
}

function choices<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  if (count === 0) return [[]]
  return items.flatMap((item, index) => choices(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]))
}

const headUnits = /^(?:人|人次|户|名|家|个|村|所|辆|套|台|场|亩)$/u

/** Heads × amount per head, when one sentence names exactly one of each before a total. */
function findPerHead(text: string, formulas: readonly Formula[]): readonly ArithmeticStatement[] {
  const quantities = readQuantities(text).filter(
    (quantity) => !formulas.some((formula) => quantity.start >= formula.start && quantity.end <= formula.end),
  )
  return [...text.matchAll(/(?:共计?|合计|总计)?需(?:要)?|共计|合计/gu)].flatMap((match): readonly ArithmeticStatement[] => {
    const result = amountBehind(
      text,
      quantities.filter((quantity) => isMoney(quantity) && !isRateUnit(quantity)),
      match.index + match[0].length,
    )
    if (result === undefined || isRate(result, text)) return []
    const sentenceStart = Math.max(...['。', '；', ';'].map((sign) => text.lastIndexOf(sign, match.index - 1) + 1))
    const sentence = quantities.filter((quantity) => quantity.start >= sentenceStart && quantity.end <= match.index)
    const previousTotal = sentence.findLastIndex((quantity) => isMoney(quantity) && !isRate(quantity, text))
    const window = sentence.slice(previousTotal + 1)
    const heads = window.filter((quantity) => headUnits.test(quantity.unit))
    const rates = window.filter((quantity) => isMoney(quantity) && isRate(quantity, text))
    const [head] = heads
    const [rate] = rates
    if (head === undefined || rate === undefined || heads.length > 1 || rates.length > 1 || head.start > rate.start) return []
    return [judgePerHead(head, rate, result, sentence, window, text)]
  })
}

function judgePerHead(
  head: TextQuantity,
  rate: TextQuantity,
  result: TextQuantity,
  sentence: readonly TextQuantity[],
  window: readonly TextQuantity[],
  text: string,
): ArithmeticStatement {
  const shares = sentence.filter((quantity) => quantity.unit === '%')
  const periods = window.filter((quantity) => /^(?:个?月|年|天|日|次|期|场|学期|季度?)$/u.test(quantity.unit))
  const value = multiplyRatio(head.value, rate.value)
  const range = {
    low: multiplyRatio(termRange(head).low, termRange(rate).low),
    high: multiplyRatio(termRange(head).high, termRange(rate).high),
  }
  const base = { kind: 'perHead' as const, start: head.start, end: result.end, operator: '×' as const, result }
  for (const factors of subsets([...shares, ...periods])) {
    const factor = factors.reduce((product, quantity) => multiplyRatio(product, quantity.value), ratio(1n))
    if (fits(multiplyRatio(value, factor), scaled(range, factor), result)) {
      return { ...base, terms: [head, rate, ...factors], computed: multiplyRatio(value, factor), verdict: 'holds', note: undefined }
    }
  }
  const judged = { ...base, terms: [head, rate], computed: value, verdict: 'undetermined' as const }
  if ([head, rate, result].some((term) => term.approximate)) return { ...judged, note: 'approximate' }
  const rateWords = clauseBefore(text, rate.start) + rate.text + text.slice(rate.end, rate.end + 4)
  if (
    shares.length > 0 ||
    periods.length > 0 ||
    /[月天日次学季期周]|年/u.test(rateWords) ||
    /[%％]|比例|分担|配套|补齐|差额/u.test(text.slice(head.start, result.end))
  )
    return { ...judged, note: 'factor-missing' }
  return { ...judged, verdict: 'broken', note: undefined }
}

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.slice(0, 6).reduce<readonly (readonly Item[])[]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]])
}

/** `A，B，C，剔除二项…缺口D`, and `总额A，已支付B，剩余C`. */
function findRemainders(text: string, amounts: readonly TextQuantity[]): readonly ArithmeticStatement[] {
  const outside = amounts.filter((amount) => !isInBrackets(text, amount.start))
  const less = new RegExp(
    `(?:剔除|扣除|减去|除去|抵减|抵扣)(?:以上|上述|前述)?(?<count>${countWord})项[^。；;\\d]{0,20}?(?:缺口|尚需|还需|仍需|差额|不足)`,
    'gu',
  )
  const named = [...text.matchAll(less)].flatMap((match): readonly ArithmeticStatement[] => {
    const result = amountBehind(text, amounts, match.index + match[0].length)
    const count = countOf(match.groups?.['count'] ?? '')
    const before = outside.filter((amount) => amount.end <= match.index)
    const terms = before.slice(-count - 1)
    return result === undefined || terms.length < count + 1
      ? []
      : [judgeRemainder(terms, result, before.length === count + 1 ? 'strict' : 'terms-unclear')]
  })
  const paid = outside.flatMap((part, index): readonly ArithmeticStatement[] => {
    const whole = outside[index - 1]
    const rest = outside[index + 1]
    if (whole === undefined || rest === undefined) return []
    const isPaid = /(?:支付|拨付|支出|使用|到位)[^\d，,。；;]{0,6}$/u.test(text.slice(whole.end, part.start))
    const between = text.slice(part.end, rest.start)
    const isRest =
      /(?:剩余|结余|尚欠|未支付|未拨付)[^\d，,。；;]{0,2}$/u.test(between) ||
      (/还有$/u.test(between) && /^(?:尚?未|缺口|没有)/u.test(text.slice(rest.end)))
    const isWhole = /(?:总金额|总额|合计|共计|资金|合同[价款金]额?|总投资|总价)[^\d，,。；;]{0,6}$/u.test(clauseBefore(text, whole.start))
    return isPaid && isRest && between.length <= 12 ? [judgeRemainder([whole, part], rest, isWhole ? 'strict' : 'terms-unclear')] : []
  })
  return [...named, ...paid]
}

function judgeRemainder(terms: readonly TextQuantity[], result: TextQuantity, reading: 'strict' | 'terms-unclear'): ArithmeticStatement {
  const [whole, ...parts] = terms
  const computed = subtractRatio(whole?.value ?? zero, sumOf(parts.map((part) => part.value)))
  const partRange = sumOfRanges(parts)
  const wholeRange = whole === undefined ? { low: zero, high: zero } : termRange(whole)
  const range = { low: subtractRatio(wholeRange.low, partRange.high), high: subtractRatio(wholeRange.high, partRange.low) }
  const base = { kind: 'remainder' as const, start: whole?.start ?? 0, end: result.end, terms, operator: '−' as const, result, computed }
  if (fits(computed, range, result)) return { ...base, verdict: 'holds', note: undefined }
  if ([result, ...terms].some((term) => term.approximate)) return { ...base, verdict: 'undetermined', note: 'approximate' }
  return reading === 'strict'
    ? { ...base, verdict: 'broken', note: undefined }
    : { ...base, verdict: 'undetermined', note: 'terms-unclear' }
}

function isInBrackets(text: string, position: number): boolean {
  const before = text.slice(0, position)
  const opened = Math.max(before.lastIndexOf('('), before.lastIndexOf('（'))
  return opened > Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'))
}
