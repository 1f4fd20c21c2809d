import { fen, type Fen } from './fen.ts'

/** The unit that a table or a sentence prints its amounts in (单位：万元). The key is the printed word. */
export type PrintedUnit = '元' | '千元' | '万元' | '百万元' | '亿元'

/** How many fen one printed unit holds. */
export const FEN_PER: Readonly<Record<PrintedUnit, Fen>> = {
  元: fen(100),
  千元: fen(100_000),
  万元: fen(1_000_000),
  百万元: fen(100_000_000),
  亿元: fen(10_000_000_000),
}

/** All printed units, smallest first. */
export const printedUnits: readonly PrintedUnit[] = ['元', '千元', '万元', '百万元', '亿元']

export function isPrintedUnit(word: string): word is PrintedUnit {
  return Object.hasOwn(FEN_PER, word)
}
