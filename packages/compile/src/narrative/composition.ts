/**
 * Lists of parts with their shares: `A100.00万元，占80.00%；B25.00万元，占20.00%`.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import type { CompileContext } from '../compile-context.ts'
import { sharesOf } from './percent.ts'
import { amountOf, derivedNumber, joined, type Piece, type ProseAmount } from './sentence.ts'

export interface Part {
  readonly region: Region
  /** As printed before the amount. */
  readonly name: string
}

export interface DividedParts {
  readonly some: readonly Part[]
  readonly none: readonly Part[]
}

/** The parts that have money and those that have none at all. An amount that prints as 0.00 is not none. */
export function partsWithMoney(context: CompileContext, parts: readonly Part[]): DividedParts {
  const hasMoney = ({ region }: Part): boolean => context.exact(region) !== 0
  return { some: parts.filter(hasMoney), none: parts.filter((part) => !hasMoney(part)) }
}

/** The parts with amounts, and with shares where the whole prints as more than nothing. */
export function withShares(context: CompileContext, whole: ProseAmount, parts: readonly Part[]): Piece {
  const amounts = parts.map(({ region, name }) => ({ name, amount: amountOf(context, region, name) }))
  const shares = sharesOf(amounts.map(({ amount }) => amount.figure.printed), whole.figure.printed, context.rounding)
  return joined(amounts.map(({ name, amount }, index): Piece => {
    const share = shares?.[index]
    if (share === undefined) return [name, amount.text]
    return [name, amount.text, '，占', derivedNumber(context, amount.region, `${name}占${whole.label}的比重`, share), '%']
  }), '；')
}

/** The parts with amounts alone. */
export function withAmounts(context: CompileContext, parts: readonly Part[], separator: string): Piece {
  return joined(parts.map(({ region, name }) => [name, amountOf(context, region, name).text]), separator)
}
