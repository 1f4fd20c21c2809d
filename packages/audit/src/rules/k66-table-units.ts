/**
 * The unit of a table: printed, and one only.
 *
 * @module
 */
import { isPrintedUnit, type PrintedUnit } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedDocument, RecognisedTable } from '../model/recognised-document.ts'
import type { RuleFinding } from '../model/rule.ts'

/** Tables with amounts but no unit, whose amounts stay unread, and tables that print two units. */
export function findTableUnits(document: RecognisedDocument): readonly RuleFinding[] {
  return document.tables.flatMap((table): readonly RuleFinding[] => {
    const printed = unitsOf(document, table)
    if (table.unit === undefined && printed.length === 0) return hasAmounts(table) && isTableTitle(table.title) ? [missingUnit(table)] : []
    return printed.length > 1 ? [twoUnits(table, printed)] : []
  })
}

/** A head inside another table or a sentence taken for a title owes no unit of its own. */
function isTableTitle(title: string): boolean {
  return /表(?:[(（].*)?$/u.test(title.trim())
}

function hasAmounts({ cells }: RecognisedTable): boolean {
  return cells.some(({ printed }) => /\d/u.test(printed.text))
}

function missingUnit(table: RecognisedTable): RuleFinding {
  return {
    key: `unit:${table.id}`,
    severity: 'error',
    places: [table.place],
    expected: '单位：万元（或元）',
    statement: {
      zh: `${table.title}没有标注金额单位，表中金额无法读取，也无法与其他表核对。`,
      en: `${table.title} prints no unit: its amounts stay unread and are compared with nothing.`,
    },
  }
}

function twoUnits(table: RecognisedTable, units: readonly PrintedUnit[]): RuleFinding {
  return {
    key: `units:${table.id}`,
    severity: 'error',
    places: [table.place],
    found: units.join('、'),
    statement: {
      zh: `${table.title}同时标注了${units.join('、')}两种金额单位。`,
      en: `${table.title} prints two units: ${units.join(', ')}.`,
    },
  }
}

/** Every unit printed for the table: read by recognition, in its heads, or in the lines between its title and its rows. */
function unitsOf(document: RecognisedDocument, table: RecognisedTable): readonly PrintedUnit[] {
  const heads = new Set(table.cells.map(({ place }) => place.column ?? ''))
  const texts = [...heads].flatMap((head) => [...normaliseLabel(head).matchAll(/\(([^()]{1,3})\)/gu)].map((match) => match[1] ?? ''))
  const lines = linesAround(document, table)
    .flatMap((line) => [...normaliseLabel(line).matchAll(/单位:(元|千元|万元|百万元|亿元)/gu)].map((match) => match[1] ?? ''))
  return [...new Set([...table.unit === undefined ? [] : [table.unit], ...texts.filter(isPrintedUnit), ...lines.filter(isPrintedUnit)])]
}

/** The paragraphs of the table's head: those around its place up to the grid before it and its own grid. */
function linesAround(document: RecognisedDocument, table: RecognisedTable): readonly string[] {
  const { blocks } = document.tree
  const own = table.place.block
  if (own === undefined) return []
  const lines: string[] = []
  for (let index = own; index < blocks.length && blocks[index]?.kind === 'paragraph' && index < own + 6; index += 1) collect(index)
  // When the place is the grid itself, its head stands above it; when it is the title, what stands above belongs to others.
  if (blocks[own]?.kind === 'grid') {
    for (let index = own - 1; index > own - 5 && blocks[index]?.kind === 'paragraph'; index -= 1) collect(index)
  }
  return lines

  function collect(index: number): void {
    const block = blocks[index]
    if (block?.kind === 'paragraph') lines.push(block.text)
  }
}
