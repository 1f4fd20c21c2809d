/** Formulas written inside sentences: `24万人次*5元/人次=120万元`. */
import {
  addRatio,
  compareRatio,
  divideRatio,
  multiplyRatio,
  quantityPattern,
  type Ratio,
  ratio,
  type RatioRange,
  readQuantity,
  subtractRatio,
  termRange,
  type TextQuantity,
} from './text-quantities.ts'

/** One side of an equals sign. */
export interface FormulaSide {
  readonly terms: readonly TextQuantity[]
  /** `none` for a single quantity, `mixed` when several operators occur. */
  readonly operator: '×' | '+' | '−' | '÷' | 'mixed' | 'none'
  readonly value: Ratio
  readonly range: RatioRange
}

/** Two sides that the text sets equal, with their place in it. */
export interface Formula {
  readonly start: number
  readonly end: number
  readonly left: FormulaSide
  /** A single quantity: a result that is itself a formula is not read. */
  readonly result: TextQuantity
}

/** Every complete formula of `text` (already `normaliseText`ed). One with a part that cannot be read is left out. */
export function readFormulas(text: string): readonly Formula[] {
  return [...text.matchAll(/(?<![=<>≥≤≈!])=(?!=)/gu)].flatMap((sign) => {
    const before = tokenise(text.slice(0, sign.index)).filter((token) => token.kind !== 'space')
    const left = longestSide(before)
    const after = tokenise(text.slice(sign.index + 1), sign.index + 1).filter((token) => token.kind !== 'space')
    const [result, next] = after
    if (left === undefined || result?.kind !== 'quantity' || next?.kind === 'operator') return []
    return [{ start: left.start, end: result.quantity.end, left: left.side, result: result.quantity }]
  })
}

type Token =
  | { readonly kind: 'quantity'; readonly start: number; readonly quantity: TextQuantity }
  | { readonly kind: 'operator'; readonly start: number; readonly sign: '+' | '−' | '×' | '÷' }
  | { readonly kind: 'open' | 'close' | 'break' | 'space'; readonly start: number }
  | { readonly kind: 'word'; readonly start: number; readonly text: string }

const tokenPattern = new RegExp(
  `(?<quantity>${quantityPattern})|(?<times>[×*]|(?<=\\d\\p{Script=Han}{0,3})[xX](?=\\d))|(?<plus>[+＋])|(?<minus>-)|(?<over>[÷/])|(?<open>[(])|(?<close>[)])|(?<space>\\s+)|(?<break>[,，;；。:：、=<>≥≤])|(?<word>[^\\d×*+＋÷/()\\-\\s,，;；。:：、=<>≥≤]+|.)`,
  'gu',
)

function tokenise(text: string, offset = 0): readonly Token[] {
  return [...text.matchAll(tokenPattern)].map((match): Token => {
    const start = offset + match.index
    const groups = match.groups ?? {}
    const quantity = groups['quantity'] === undefined ? undefined : readQuantity(match[0], match.index, text)
    // A budget year before a formula is a label, not a factor.
    if (quantity !== undefined && /^(?:19|20)\d{2}年$/u.test(quantity.text)) return { kind: 'word', start, text: match[0] }
    if (quantity !== undefined) return { kind: 'quantity', start, quantity: { ...quantity, start, end: start + match[0].length } }
    if (groups['times'] !== undefined) return { kind: 'operator', start, sign: '×' }
    if (groups['plus'] !== undefined) return { kind: 'operator', start, sign: '+' }
    if (groups['minus'] !== undefined) return { kind: 'operator', start, sign: '−' }
    if (groups['over'] !== undefined) return { kind: 'operator', start, sign: '÷' }
    if (groups['open'] !== undefined) return { kind: 'open', start }
    if (groups['close'] !== undefined) return { kind: 'close', start }
    if (groups['break'] !== undefined) return { kind: 'break', start }
    if (groups['space'] !== undefined) return { kind: 'space', start }
    return { kind: 'word', start, text: match[0] }
  })
}

/**
 * The longest run of tokens up to the end that is a whole expression. What stands before it must be a label or a break:
 * an expression that begins behind an operator is a piece of something that could not be read.
 */
function longestSide(tokens: readonly Token[]): { readonly side: FormulaSide; readonly start: number } | undefined {
  const lastBreak = tokens.findLastIndex((token) => token.kind === 'break')
  for (let from = lastBreak + 1; from < tokens.length; from += 1) {
    const first = tokens[from]
    if (first?.kind !== 'quantity' && first?.kind !== 'open') continue
    const previous = tokens[from - 1]
    if (previous?.kind === 'operator' || previous?.kind === 'quantity') continue
    const side = parseSide(tokens.slice(from))
    if (side !== undefined && side.terms.length >= 2) return { side, start: first.start }
  }
  return undefined
}

interface Parsed {
  readonly value: Ratio
  readonly range: RatioRange
  readonly next: number
}

function parseSide(tokens: readonly Token[]): FormulaSide | undefined {
  const parsed = parseSum(tokens, 0)
  if (parsed?.next !== tokens.length) return undefined
  const terms = tokens.flatMap((token) => (token.kind === 'quantity' ? [token.quantity] : []))
  const signs = new Set(tokens.flatMap((token) => (token.kind === 'operator' ? [token.sign] : [])))
  const [only] = signs
  return { terms, operator: only === undefined ? 'none' : signs.size === 1 ? only : 'mixed', value: parsed.value, range: parsed.range }
}

function parseSum(tokens: readonly Token[], from: number): Parsed | undefined {
  let sum = parseProduct(tokens, from)
  while (sum !== undefined) {
    const token = tokens[sum.next]
    if (token?.kind !== 'operator' || (token.sign !== '+' && token.sign !== '−')) return sum
    const next = parseProduct(tokens, sum.next + 1)
    if (next === undefined) return undefined
    sum =
      token.sign === '+'
        ? {
            value: addRatio(sum.value, next.value),
            range: { low: addRatio(sum.range.low, next.range.low), high: addRatio(sum.range.high, next.range.high) },
            next: next.next,
          }
        : {
            value: subtractRatio(sum.value, next.value),
            range: { low: subtractRatio(sum.range.low, next.range.high), high: subtractRatio(sum.range.high, next.range.low) },
            next: next.next,
          }
  }
  return undefined
}

function parseProduct(tokens: readonly Token[], from: number): Parsed | undefined {
  let product = parseFactor(tokens, from)
  while (product !== undefined) {
    const token = tokens[product.next]
    if (token?.kind !== 'operator' || (token.sign !== '×' && token.sign !== '÷')) return product
    const next = parseFactor(tokens, product.next + 1)
    if (next === undefined) return undefined
    product = token.sign === '×' ? multiplied(product, next) : divided(product, next)
  }
  return undefined
}

function multiplied(a: Parsed, b: Parsed): Parsed {
  return {
    value: multiplyRatio(a.value, b.value),
    range: spanOf([a.range.low, a.range.high], [b.range.low, b.range.high], multiplyRatio),
    next: b.next,
  }
}

function divided(a: Parsed, b: Parsed): Parsed | undefined {
  const zero = ratio(0n)
  const value = divideRatio(a.value, b.value)
  if (value === undefined || compareRatio(b.range.low, zero) <= 0) return undefined
  return {
    value,
    range: spanOf([a.range.low, a.range.high], [b.range.low, b.range.high], (x, y) => divideRatio(x, y) ?? zero),
    next: b.next,
  }
}

function spanOf(as: readonly Ratio[], bs: readonly Ratio[], combine: (a: Ratio, b: Ratio) => Ratio): RatioRange {
  const values = as.flatMap((a) => bs.map((b) => combine(a, b))).sort(compareRatio)
  const zero = ratio(0n)
  return { low: values[0] ?? zero, high: values.at(-1) ?? zero }
}

/** A quantity, perhaps behind a short label (`×人数50人`), or an expression in brackets. */
function parseFactor(tokens: readonly Token[], from: number): Parsed | undefined {
  const token = tokens[from]
  if (token?.kind === 'word' && from > 0 && token.text.length <= 8)
    return tokens[from + 1]?.kind === 'quantity' ? parseFactor(tokens, from + 1) : undefined
  if (token?.kind === 'quantity') return { value: token.quantity.value, range: termRange(token.quantity), next: from + 1 }
  if (token?.kind !== 'open') return undefined
  const inner = parseSum(tokens, from + 1)
  return inner !== undefined && tokens[inner.next]?.kind === 'close' ? { ...inner, next: inner.next + 1 } : undefined
}
