/**
 * What a scanned page shows besides its text: which way it lies, how far it leans, and the straight lines of its tables.
 *
 * @module
 */

/** A picture as darkness: one byte per pixel, 1 for ink. */
export interface InkPicture {
  readonly width: number
  readonly height: number
  readonly ink: Uint8Array
}

/** A straight line in pixels: horizontal at y from x to x, or vertical at x from y to y. */
export interface InkLine {
  readonly isHorizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Ink is what is clearly darker than the paper around it; `data` is RGBA. The threshold follows the page's own paper and ink (Otsu). */
export function inkOf(data: ArrayLike<number>, width: number, height: number): InkPicture {
  const grey = new Uint8Array(width * height)
  const histogram = new Float64Array(256)
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * 4
    const value = ((data[at] ?? 255) * 77 + (data[at + 1] ?? 255) * 150 + (data[at + 2] ?? 255) * 29) >> 8
    grey[pixel] = value
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  const threshold = otsu(histogram, grey.length)
  const ink = new Uint8Array(grey.length)
  for (let pixel = 0; pixel < grey.length; pixel++) ink[pixel] = (grey[pixel] ?? 255) <= threshold ? 1 : 0
  return { width, height, ink }
}

/** How far the lines of the page lean, in degrees clockwise, from -5 to 5: the angle at which they lie closest together. */
export function leanOf(picture: InkPicture): number {
  const step = Math.max(1, Math.round(picture.width / 800))
  const points: (readonly [number, number])[] = []
  for (let y = 0; y < picture.height; y += step) {
    for (let x = 0; x < picture.width; x += step) if (picture.ink[y * picture.width + x] === 1) points.push([x / step, y / step])
  }
  const sharpness = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    const rows = new Float64Array(Math.ceil(picture.height / step) * 2 + 1)
    const middle = Math.floor(rows.length / 4)
    for (const [x, y] of points) {
      const row = Math.round(y - x * slope) + middle
      rows[row] = (rows[row] ?? 0) + 1
    }
    let sum = 0
    for (const count of rows) sum += count * count
    return sum
  }
  const best = (candidates: readonly number[]): number => candidates.reduce((kept, next) => (sharpness(next) > sharpness(kept) ? next : kept), 0)
  const coarse = best(Array.from({ length: 21 }, (_, index) => index * 0.5 - 5))
  return best(Array.from({ length: 11 }, (_, index) => coarse + (index - 5) * 0.1))
}

/** The horizontal and vertical lines at least `least` pixels long; strokes of several pixels are one line. */
export function inkLines(picture: InkPicture, least: number): readonly InkLine[] {
  return [...runsAlong(picture, true, least), ...runsAlong(picture, false, least)]
}

function runsAlong({ width, height, ink }: InkPicture, isHorizontal: boolean, least: number): readonly InkLine[] {
  const [lines, along] = isHorizontal ? [height, width] : [width, height]
  const isInk = (line: number, at: number): boolean => ink[isHorizontal ? line * width + at : at * width + line] === 1
  // Dust and a slight lean break a stroke: the pixels beside it count, and so does a short gap.
  const gap = 4
  const found: { at: number; from: number; to: number; thickness: number }[] = []
  for (let line = 0; line < lines; line++) {
    let from = -1
    let last = -1
    for (let at = 0; at <= along; at++) {
      const hit = at < along && (isInk(line, at) || (line + 1 < lines && isInk(line + 1, at)))
      if (hit) {
        if (from === -1) from = at
        last = at
      } else if (from !== -1 && (at - last > gap || at === along)) {
        if (last - from >= least) join(found, { at: line, from, to: last })
        from = -1
      }
    }
  }
  // A filled area is no line.
  return found.filter(({ thickness }) => thickness <= 12).map(({ at, from, to }) => ({ isHorizontal, at, from, to }))
}

/** Adds a run to the line of the row before it where they touch. */
function join(found: { at: number; from: number; to: number; thickness: number }[], run: { readonly at: number; readonly from: number; readonly to: number }): void {
  for (let index = found.length - 1; index >= 0; index--) {
    const line = found[index]
    if (line === undefined || line.at + line.thickness < run.at - 40) break
    if (line.at + line.thickness < run.at || run.from > line.to || run.to < line.from) continue
    line.thickness = run.at - line.at + 1
    line.from = Math.min(line.from, run.from)
    line.to = Math.max(line.to, run.to)
    return
  }
  found.push({ ...run, thickness: 1 })
}

function otsu(histogram: Float64Array, total: number): number {
  let sum = 0
  for (let value = 0; value < 256; value++) sum += value * (histogram[value] ?? 0)
  let [below, sumBelow, best, threshold] = [0, 0, -1, 128]
  for (let value = 0; value < 256; value++) {
    below += histogram[value] ?? 0
    if (below === 0 || below === total) continue
    sumBelow += value * (histogram[value] ?? 0)
    const apart = sumBelow / below - (sum - sumBelow) / (total - below)
    const spread = below * (total - below) * apart * apart
    if (spread > best) [best, threshold] = [spread, value]
  }
  return threshold
}
