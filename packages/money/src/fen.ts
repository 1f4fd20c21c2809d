/**
 * Integer fen (分): the only form in which money is kept.
 *
 * A `number` holds every integer up to 9,007,199,254,740,991 fen (90 trillion yuan) exactly, which no department
 * reaches. The guard below makes that an invariant: an amount that is not a safe integer never becomes money.
 *
 * @module
 */

declare const fenBrand: unique symbol

/** An amount of money in fen: an integer, branded so that a bare number is not money. */
export type Fen = number & { readonly [fenBrand]: true }

/** Returns `amount` as fen. Throws a `RangeError` unless it is a safe integer: a defect of the caller. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an exact number of fen: ${String(amount)}`)
  // -0 and 0 are the same money; a report must not print "-0".
  return (amount === 0 ? 0 : amount) as Fen
}

/** No money at all. Not the same as a blank cell, which states nothing. */
export const zeroFen: Fen = fen(0)

export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b)
}

export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b)
}

export function negateFen(a: Fen): Fen {
  return subtractFen(zeroFen, a)
}

export function absFen(a: Fen): Fen {
  return fen(Math.abs(a))
}

/** The sum, zero for nothing. Throws when a partial sum leaves the exact range. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total: number = 0
  for (const amount of amounts) total = fen(total + amount)
  return fen(total)
}
