/** The document as read, for showing it: masked, with the figure bound to each cell and each number in a sentence. */
import type { RecognisedDocument } from '../model/recognised-document.ts'
import type { ReportBlock } from '../model/report.ts'
import { maskPersonalData, maskPersonalDataInCells } from '../personal-data.ts'

/** All blocks in order; their indexes are those of the places' `block`. */
export function reportBlocks(document: RecognisedDocument, names: readonly string[]): readonly ReportBlock[] {
  const cellFigures = new Map<string, string>()
  for (const { id, place } of document.figures) {
    if (place.rowIndex !== undefined) cellFigures.set(`${place.block ?? ''}:${place.rowIndex}:${place.columnIndex ?? ''}`, id)
  }
  const spans = new Map<number, { start: number; end: number; figure: string }[]>()
  for (const { id, place, region } of document.mentions) {
    if (region === undefined || place.block === undefined || place.start === undefined || place.end === undefined || place.start === place.end) continue
    const line = spans.get(place.block) ?? []
    line.push({ start: place.start, end: place.end, figure: id })
    spans.set(place.block, line)
  }
  return document.tree.blocks.map((block, index): ReportBlock => {
    if (block.kind === 'paragraph') {
      const text = maskPersonalData(block.text, names)
      // Masking keeps lengths, so that the places of numbers stay right; where it cannot, the text is shown unmarked.
      return { kind: 'paragraph', text, spans: text.length === block.text.length ? (spans.get(index) ?? []).sort((a, b) => a.start - b.start) : [] }
    }
    return {
      kind: 'grid',
      rows: block.rows.map((row, rowIndex) => {
        const texts = maskPersonalDataInCells(row.cells.map((cell) => cell.text), names)
        return texts.map((text, columnIndex) => ({ text, figure: cellFigures.get(`${index}:${rowIndex}:${columnIndex}`) ?? null }))
      }),
    }
  })
}
