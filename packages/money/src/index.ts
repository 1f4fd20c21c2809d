/** Exact money: integer fen, printed units, stated figures and the intervals that a print stands for. Imports nothing. */
export { absFen, addFen, type Fen, fen, negateFen, subtractFen, sumFen, zeroFen } from './fen.ts'
export { FEN_PER, isPrintedUnit, type PrintedUnit, printedUnits } from './printed-unit.ts'
export { addDecimal, atScale, compareDecimal, type Decimal, formatDecimal, multiplyDecimal, normaliseDigits, parseDecimal } from './decimal.ts'
export { addIntervals, intersectIntervals, type Interval, intervalOf, negateInterval, type RoundingMode, roundFen, type SoleRoundingMode, type Stated } from './stated.ts'
export { type AmountReason, parseAmount, type PrintedAmount } from './parse-amount.ts'
export { formatFen } from './format-fen.ts'
