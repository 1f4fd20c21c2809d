import type { Rule } from './marks.ts'

/** Pieces of one line that are no further apart than this are drawn as one, in points. */
const reach = 3

/** How far pieces of one line can be off it, in points. */
const drift = 1

/** Joins the pieces that lines are drawn in: one per cell, dashes, a border drawn twice. */
export function mergeRules(rules: readonly Rule[]): readonly Rule[] {
  return [...mergeAlong(rules.filter(({ isHorizontal }) => isHorizontal)), ...mergeAlong(rules.filter(({ isHorizontal }) => !isHorizontal))]
}

function mergeAlong(rules: readonly Rule[]): readonly Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from)
  const lines: Rule[][] = []
  for (const rule of sorted) {
    const line = lines.at(-1)
    const start = line?.[0]
    if (line !== undefined && start !== undefined && rule.at - start.at <= drift) line.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap((line) => {
    const pieces = [...line].sort((a, b) => a.from - b.from)
    const merged: { isHorizontal: boolean; at: number; from: number; to: number; drawn: number }[] = []
    for (const piece of pieces) {
      const open = merged.at(-1)
      const length = piece.to - piece.from
      if (open !== undefined && piece.from <= open.to + reach) {
        // The longer pieces say where the line is.
        open.at = (open.at * open.drawn + piece.at * length) / Math.max(open.drawn + length, 0.01)
        open.drawn += length
        open.to = Math.max(open.to, piece.to)
      } else {
        merged.push({ ...piece, drawn: length })
      }
    }
    return merged.map(({ isHorizontal, at, from, to }): Rule => ({ isHorizontal, at, from, to }))
  })
}
