import { type DisclosureLayout, labelLookup } from '@mingzhang/vocabulary'
import type { TableContext } from '../create-context.ts'
import { type BuiltTable, buildTable } from './build-table.ts'
import { ledgerNames } from './table-rows.ts'

/** Every statutory table of the layout, in its order. Each amount cell is registered with the context. */
export function buildTables(context: TableContext, layout: DisclosureLayout): readonly BuiltTable[] {
  const shared = {
    caption: layout.tableCaption,
    emptyNote: layout.emptyNote,
    lookup: labelLookup(context.vocabulary),
    names: ledgerNames(context.ledger),
  }
  return layout.tables.map((table) => buildTable(context, table, shared))
}
