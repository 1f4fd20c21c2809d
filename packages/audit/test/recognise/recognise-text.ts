/** Recognises small documents written as text, with tabs between cells. */
import { readText } from '@mingzhang/document'
import type { Problem, Region } from '@mingzhang/figures'
import { recogniseDocument, type RecognisedDocument, type RecognisedTable } from '../../src/index.ts'
import { ownVocabulary } from '../corpus/corpus-files.ts'

const vocabulary = ownVocabulary()

export interface RecognisedText {
  readonly document: RecognisedDocument
  readonly tables: readonly RecognisedTable[]
  readonly problems: readonly Problem[]
}

/** Reads lines as a document of 清河县文化馆 for 2024. */
export function recogniseText(...lines: readonly string[]): RecognisedText {
  const text = ['清河县文化馆', '2024年度部门预算公开', '', ...lines].join('\n')
  const tree = readText(new TextEncoder().encode(text), 'example.txt')
  if (!tree.ok) throw new Error(tree.problem.detail)
  const { document, problems } = recogniseDocument(tree.value, vocabulary, undefined)
  return { document, tables: document.tables, problems }
}

/** One row of cells. */
export const row = (...cells: readonly string[]): string => cells.join('\t')

/** The regions of a table's printed amounts by `row·column`, or in brackets why a cell has none. */
export function regionsOf(table: RecognisedTable | undefined): Readonly<Record<string, Region | string>> {
  const printed = (table?.cells ?? []).filter((cell) => cell.printed.kind !== 'blank')
  return Object.fromEntries(printed.map((cell) => [`${cell.place.row ?? ''}·${cell.place.column ?? ''}`, cell.region ?? `（${cell.unbound ?? ''}）`]))
}

/** 预算支出总表 with its head, its unit and the given rows of 科目编码, 科目名称, 合计, 基本支出, 项目支出. */
export function expenditureTable(...rows: readonly string[]): readonly string[] {
  return ['2024年预算支出总表', '单位：万元', row('科目编码', '科目名称', '合计', '基本支出', '项目支出'), ...rows]
}
