/**
 * Which lines of a table are one row: a label can take several lines, and its figures stand beside any of them.
 *
 * @module
 */
import type { Rule } from '../marks.ts'
import type { Column } from './find-columns.ts'
import { shareOf } from './find-columns.ts'
import type { WordLine } from './word-lines.ts'

/** The lines of each row from top to bottom. `borders` are the heights at which lines or shades divide rows. */
export function bodyRows(lines: readonly WordLine[], columns: readonly Column[], borders: readonly number[]): readonly (readonly WordLine[])[] {
  const inner = borders.filter((border) => border > (lines[0]?.y ?? 0) && border < (lines.at(-1)?.y ?? 0))
  const rows = inner.length * 2 >= lines.filter(hasFigures).length && inner.length >= 2 ? rowsBetween(lines, inner) : rowsAround(lines, columns)
  return rows.flatMap((row) => (holdsTwoFigures(row) ? row.map((line) => [line]) : [row]))
}

/** Whether two figures would stand in one cell: then the lines are rows after all. */
function holdsTwoFigures(row: readonly WordLine[]): boolean {
  const figures = row.map(({ words }) => words.filter(({ isAmount }) => isAmount))
  return figures.some((own, index) => figures.slice(index + 1).some((others) => own.some((word) => others.some((other) => word.x0 < other.x1 && word.x1 > other.x0))))
}

function hasFigures({ words }: WordLine): boolean {
  return words.some(({ isAmount }) => isAmount)
}

function rowsBetween(lines: readonly WordLine[], borders: readonly number[]): readonly (readonly WordLine[])[] {
  const rows = new Map<number, WordLine[]>()
  for (const line of lines) {
    const band = borders.filter((border) => border < line.y - line.size * 0.3).length
    const row = rows.get(band) ?? []
    rows.set(band, row)
    row.push(line)
  }
  // A band without lines between rows holds several: where lines are missing only for some, text decides.
  return [...rows.values()].flatMap((row) => (row.filter(hasFigures).length > 1 ? row.map((line) => [line]) : [row]))
}

/** Lines without figures belong to the row that they stand close to, else they are rows without figures. */
function rowsAround(lines: readonly WordLine[], columns: readonly Column[]): readonly (readonly WordLine[])[] {
  const anchors = lines.filter(hasFigures)
  const pitch = rowPitch(lines)
  const owner = new Map<WordLine, WordLine>()
  lines.forEach((line, index) => {
    if (hasFigures(line)) return
    const above = lines[index - 1]
    const below = lines[index + 1]
    const [up, down] = [above === undefined ? Infinity : line.y - above.y, below === undefined ? Infinity : below.y - line.y]
    const isNear = Math.min(up, down) < pitch * 0.75
    if (isNear && up <= down && above !== undefined) owner.set(line, owner.get(above) ?? above)
    else if (isNear && below !== undefined && hasFigures(below)) owner.set(line, below)
    else if (!isNear && above !== undefined && goesOn(above, line, columns)) owner.set(line, owner.get(above) ?? above)
  })
  if (anchors.length === 0) return lines.map((line) => [line])
  const rows = new Map<WordLine, WordLine[]>()
  for (const line of lines) {
    const root = owner.get(line) ?? line
    const row = rows.get(root) ?? []
    rows.set(root, row)
    row.push(line)
  }
  return [...rows.values()]
}

/** From one row with figures to the next, where nothing stands between them. */
function rowPitch(lines: readonly WordLine[]): number {
  const steps = lines.flatMap((line, index) => {
    const above = lines[index - 1]
    return above !== undefined && hasFigures(line) && hasFigures(above) ? [line.y - above.y] : []
  }).sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? 0
}

const opening = /^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]|其中|\d{3,}|合计|总计|小计)/u

/** Whether a label goes on in the next line: it fills its column, and the next begins no label of its own. */
function goesOn(above: WordLine, line: WordLine, columns: readonly Column[]): boolean {
  const [word, ...others] = line.words
  if (word === undefined || others.length > 0 || opening.test(word.text)) return false
  const column = columns.find((candidate) => shareOf(word, candidate) > 0.5)
  if (column === undefined) return false
  const label = above.words.find((candidate) => !candidate.isAmount && shareOf(candidate, column) > 0.5)
  return label !== undefined && column.x1 - label.x1 < line.size * 1.2 && label.x1 - label.x0 > line.size * 6 && line.y - above.y < line.size * 1.8
}

/** The heights of the horizontal lines that cross most of a table. */
export function crossingLines(rules: readonly Rule[], columns: readonly Column[]): readonly number[] {
  const [left, right] = [columns[0]?.x0 ?? 0, columns.at(-1)?.x1 ?? 0]
  return rules.flatMap(({ isHorizontal, at, from, to }) => {
    const common = Math.min(to, right) - Math.max(from, left)
    return isHorizontal && common > (right - left) * 0.7 ? [at] : []
  })
}
