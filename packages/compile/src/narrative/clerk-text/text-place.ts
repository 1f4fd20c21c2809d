import type { Place } from '@mingzhang/figures'
import { type LedgerTextItem, ledgerTextItems } from '../../ledger/ledger.ts'

/** Where a text of the department stands: the sheet 文字说明, the item, and the characters inside the text. */
export function textPlace(item: LedgerTextItem, start?: number, end?: number): Place {
  return {
    document: '台账',
    table: '文字说明',
    row: ledgerTextItems[item],
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  }
}
