import type { DocumentTree } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'
import { type FormLabel, isNoise, matchFormLabel, signatureLabels } from './form-words.ts'

/** A cell that holds something, with the label that it prints. */
export interface FormCell {
  readonly text: string
  readonly label: FormLabel | undefined
  /** The tail of the label's word that the print lost. */
  readonly missing: string
  /** Index in its row; a paragraph has one cell. */
  readonly column: number
  readonly place: Place
}

/** A row or paragraph with its non-empty cells, in order. Rows without any are left out. */
export interface FormLine {
  readonly kind: 'row' | 'paragraph'
  /** Index of its block in the tree. */
  readonly block: number
  readonly place: Place
  readonly cells: readonly FormCell[]
}

/**
 * The whole document as lines of cells, labels recognised.
 *
 * A cell that prints label and value together (`填报日期: 20240110093000`) becomes two cells at the same place.
 */
export function formLines(tree: DocumentTree): readonly FormLine[] {
  const cellsOf = cellReader()
  return tree.blocks.flatMap((block, index): FormLine[] => {
    if (block.kind === 'paragraph') {
      return [{ kind: 'paragraph', block: index, place: block.place, cells: cellsOf(block.text, 0, block.place) }]
    }
    return block.rows.flatMap((row): FormLine[] => {
      const cells = row.cells.flatMap((cell, column) => cellsOf(cell.text, column, cell.place))
      return cells.length === 0 ? [] : [{ kind: 'row', block: index, place: row.place, cells }]
    })
  })
}

/** Whether the line is nothing but marks of the paper. */
export function isNoiseLine(line: FormLine): boolean {
  return line.cells.every((cell) => isNoise(cell.text) && cell.label === undefined) && line.cells.length <= 1
}

/** The line's labels, in order. */
export function labelsOf(line: FormLine): readonly FormLabel[] {
  return line.cells.flatMap((cell) => cell.label ?? [])
}

/** Reads a cell's text; forms repeat their labels, so each text is matched once per document. */
function cellReader(): (text: string, column: number, place: Place) => readonly FormCell[] {
  const known = new Map<string, readonly Pick<FormCell, 'text' | 'label' | 'missing'>[]>()
  const read = (text: string): readonly Pick<FormCell, 'text' | 'label' | 'missing'>[] =>
    splitLabelled(text).map((part) => {
      const match = matchFormLabel(part)
      return { text: part, label: match?.label, missing: match?.missing ?? '' }
    })
  return (text, column, place) => {
    const parts = known.get(text) ?? read(text)
    known.set(text, parts)
    return parts.map((part) => ({ ...part, column, place }))
  }
}

const signatureSplit = new RegExp(`(?=(?:${signatureLabels.source})\\s*[:：])|(?<=(?:${signatureLabels.source})\\s*[:：])`, 'u')

/** 项目名称 全民阅读活动: the label of the name with the name behind a blank. */
function splitName(text: string): readonly string[] {
  const [, label = '', name = ''] = /^(\S{4,12})\s+(\S.*)$/su.exec(text) ?? []
  const match = label === '' ? undefined : matchFormLabel(label)
  return match?.label.zone === 'header' && match.label.key === 'projectName' && match.missing === '' ? [label, name] : [text]
}

function splitLabelled(text: string): readonly string[] {
  const trimmed = text.trim()
  if (trimmed === '') return []
  if (!/[:：]/u.test(trimmed)) return splitName(trimmed)
  if (new RegExp(`^(?:${signatureLabels.source})\\s*[:：]`, 'u').test(trimmed)) {
    return trimmed.split(signatureSplit).map((part) => part.trim()).filter((part) => part !== '')
  }
  const pair = /^([^:：]{2,14}[:：])\s*(\S.*)$/su.exec(trimmed)
  const label = pair?.[1] === undefined ? undefined : matchFormLabel(pair[1])
  const splits = label !== undefined && label.missing === '' && label.label.zone !== 'indicator'
  return splits && pair?.[1] !== undefined && pair[2] !== undefined ? [pair[1], pair[2]] : [trimmed]
}
