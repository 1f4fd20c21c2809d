/**
 * Comments of one worksheet: the list of texts and the drawing that shows them, new or extended.
 *
 * @module
 */
import { columnIndex } from '../raw/raw-workbook.ts'

/** What a cell's comment says. */
export interface CellComment {
  /** `F12`. */
  readonly cell: string
  readonly text: string
}

/** The comments part with these added; a comment that the cell has already is kept and goes on. */
export function addToComments(xml: string | undefined, comments: readonly CellComment[]): string {
  let part = xml ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + '<authors><author>明账</author></authors><commentList></commentList></comments>'
  const prefix = /<((?:\w+:)?)comments\b/u.exec(part)?.[1] ?? ''
  part = part.replace(new RegExp(`<${prefix}commentList\\s*/>`, 'u'), `<${prefix}commentList></${prefix}commentList>`)
  const run = (said: string): string => `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(said)}</${prefix}t></${prefix}r>`
  const taken = new Set([...part.matchAll(/<(?:\w+:)?comment\s[^>]*\bref="([A-Z]+\d+)"/gu)].map((match) => match[1] ?? ''))
  for (const { cell, text } of comments.filter((comment) => taken.has(comment.cell))) {
    part = part.replace(
      new RegExp(`(<${prefix}comment\\s[^>]*\\bref="${cell}"[^>]*>[\\s\\S]*?)(</${prefix}text>)`, 'u'),
      (_, before: string, close: string) => before + run(`\n${text}`) + close,
    )
  }
  const added = comments.filter((comment) => !taken.has(comment.cell)).map(({ cell, text }) =>
    `<${prefix}comment ref="${cell}" authorId="0"><${prefix}text>${run(text)}</${prefix}text></${prefix}comment>`)
  const end = part.lastIndexOf(`</${prefix}commentList>`)
  return part.slice(0, end) + added.join('') + part.slice(end)
}

/** The drawing with a box for every cell that has none yet (ECMA-376 part 4, 19.4). */
export function addToDrawing(vml: string | undefined, comments: readonly CellComment[]): string {
  const part = vml ?? '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    + 'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    + '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
  const taken = new Set([...part.matchAll(/<x:Row>(\d+)<\/x:Row>\s*<x:Column>(\d+)<\/x:Column>/gu)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`))
  const shapes = comments.flatMap(({ cell, text }, index) => {
    const column = columnIndex(cell)
    const row = Number(cell.replace(/^[A-Z]+/u, '')) - 1
    return taken.has(`${row} ${column}`) ? [] : [shapeOf(row, column, text, `_x0000_s${9001 + index}`)]
  })
  const end = part.lastIndexOf('</xml>')
  return part.slice(0, end) + shapes.join('') + part.slice(end)
}

function shapeOf(row: number, column: number, text: string, id: string): string {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 20)), 0)
  const top = Math.max(0, row - 1)
  return `<v:shape id="${id}" type="#_x0000_t202" style="position:absolute;width:230pt;height:${lines * 15 + 12}pt;z-index:1;visibility:hidden" `
    + 'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    + '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    + `<x:Anchor>${column + 1}, 12, ${top}, 4, ${column + 3}, 20, ${top + Math.ceil(lines * 0.9) + 1}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>`
    + `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    // What XML cannot hold at all.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
}
