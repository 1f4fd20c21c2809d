/** Draws small PDF files: text in a Chinese font that is not embedded, and lines. Places are in points from the upper left corner. */

export type Mark =
  | { readonly kind: 'text'; readonly text: string; readonly x: number; readonly y: number; readonly size: number }
  | { readonly kind: 'turned'; readonly text: string; readonly x: number; readonly y: number; readonly degrees: number; readonly size: number }
  | { readonly kind: 'line'; readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  | { readonly kind: 'bar'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly kind: 'operators'; readonly content: string }

export const text = (content: string, x: number, y: number, size = 10): Mark => ({ kind: 'text', text: content, x, y, size })

/** Text that runs up (90), upside down (180), down (270) or slanted: degrees to the left. */
export const turned = (content: string, x: number, y: number, degrees: number, size = 10): Mark => ({ kind: 'turned', text: content, x, y, degrees, size })

export const line = (x0: number, y0: number, x1: number, y1: number): Mark => ({ kind: 'line', x0, y0, x1, y1 })

/** Drawing operators as a file writes them: places in points from the lower left corner. */
export const operators = (content: string): Mark => ({ kind: 'operators', content })

/** All lines of a table whose borders stand at these places. */
export function ruled(xs: readonly number[], ys: readonly number[]): readonly Mark[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  return [...xs.map((x) => line(x, top, x, bottom)), ...ys.map((y) => line(left, y, right, y))]
}

/** A table with one text per place, each place 80 wide and 20 high. */
export function table(left: number, top: number, rows: readonly (readonly string[])[]): readonly Mark[] {
  const columns = rows[0]?.length ?? 0
  const xs = Array.from({ length: columns + 1 }, (_, index) => left + index * 80)
  const ys = Array.from({ length: rows.length + 1 }, (_, index) => top + index * 20)
  const texts = rows.flatMap((row, index) => row.map((content, column) => text(content, left + column * 80 + 4, top + index * 20 + 14)))
  return [...ruled(xs, ys), ...texts.filter((mark) => mark.kind !== 'text' || mark.text !== '')]
}

export interface TestPage {
  readonly marks: readonly Mark[]
  readonly width?: number
  readonly height?: number
  readonly rotate?: 90 | 180 | 270
  /** In place of one from the corner at 0 0. */
  readonly mediaBox?: string
}

/** An A4 page unless told otherwise. A rotated page is drawn as its reader sees it turned back. */
export function pdfOf(...pages: readonly TestPage[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${String(6 + index * 2)} 0 R`).join(' ')}] /Count ${String(pages.length)} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((page, index) => pageObjects(page, 7 + index * 2)),
  ]
  return fileOf(objects)
}

/** A file of these objects, numbered from 1; the first is the catalog. */
export function fileOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

function pageObjects({ marks, width = 595, height = 842, rotate, mediaBox = `0 0 ${String(width)} ${String(height)}` }: TestPage, contentNumber: number): readonly string[] {
  const content = marks.map((mark) => drawMark(mark, height)).join('\n')
  const turn = rotate === undefined ? '' : ` /Rotate ${String(rotate)}`
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}]${turn} /Resources << /Font << /F1 3 0 R >> >> /Contents ${String(contentNumber)} 0 R >>`,
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
  ]
}

function drawMark(mark: Mark, height: number): string {
  switch (mark.kind) {
    case 'text':
      return showText(mark.text, `1 0 0 1 ${String(mark.x)} ${String(height - mark.y)}`, mark.size)
    case 'turned': {
      const angle = (mark.degrees * Math.PI) / 180
      const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)]
      return showText(mark.text, `${cos} ${sin} ${String(-Number(sin))} ${cos} ${String(mark.x)} ${String(height - mark.y)}`, mark.size)
    }
    case 'line':
      return `${String(mark.x0)} ${String(height - mark.y0)} m ${String(mark.x1)} ${String(height - mark.y1)} l S`
    case 'operators':
      return mark.content
    case 'bar':
      return `${String(mark.x)} ${String(height - mark.y - mark.height)} ${String(mark.width)} ${String(mark.height)} re f`
  }
}

function showText(content: string, matrix: string, size: number): string {
  return `BT /F1 ${String(size)} Tf ${matrix} Tm <${Buffer.from(content, 'utf16le').swap16().toString('hex')}> Tj ET`
}
