import { describe, expect, test } from 'vitest'
import { type InkPicture, inkLines, inkOf, leanOf } from '../src/picture.ts'

function picture(width: number, height: number, isInk: (x: number, y: number) => boolean): InkPicture {
  const ink = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isInk(x, y)) ink[y * width + x] = 1
  return { width, height, ink }
}

describe('inkOf', () => {
  test('grey print on yellowed paper is ink, the paper is not', () => {
    const data = new Uint8ClampedArray(4 * 4).fill(255)
    const pixels = [[230, 220, 190], [110, 110, 110], [228, 219, 188], [40, 40, 40]] as const
    pixels.forEach((colour, index) => { data.set([...colour, 255], index * 4) })
    expect([...inkOf(data, 4, 1).ink]).toEqual([0, 1, 0, 1])
  })
})

describe('inkLines', () => {
  test('a stroke of three pixels is one line with its ends', () => {
    const lines = inkLines(picture(300, 60, (x, y) => y >= 20 && y < 23 && x >= 50 && x < 250), 90)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ isHorizontal: true, from: 50, to: 249 })
    expect(Math.abs((lines[0]?.at ?? 0) - 20)).toBeLessThanOrEqual(1)
  })

  test('a vertical line with a short gap is one line', () => {
    const lines = inkLines(picture(60, 300, (x, y) => x === 30 && y >= 10 && y < 290 && (y < 100 || y > 102)), 90)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ isHorizontal: false, from: 10, to: 289 })
  })

  test('a filled area and a short stroke are no lines', () => {
    expect(inkLines(picture(300, 300, (x, y) => x >= 20 && x < 280 && y >= 20 && y < 120), 90)).toEqual([])
    expect(inkLines(picture(300, 60, (x, y) => y === 20 && x < 60), 90)).toEqual([])
  })
})

describe('leanOf', () => {
  // Lines of text as broken strokes every 24 pixels.
  const page = (degrees: number): InkPicture => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    return picture(800, 1000, (x, y) => {
      const line = y - x * slope
      return line > 100 && line < 900 && ((line % 24) + 24) % 24 < 8 && x > 80 && x < 720 && x % 11 < 8
    })
  }

  test.each([0, 1.5, -2.5, 4])('finds %f degrees to a fifth of a degree', (degrees) => {
    expect(Math.abs(leanOf(page(degrees)) - degrees)).toBeLessThanOrEqual(0.2)
  })
})
