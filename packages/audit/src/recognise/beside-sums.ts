import type { Region } from '@mingzhang/figures'
import { stripNumbering } from '@mingzhang/vocabulary'

/**
 * Whether a row closes the year's revenue or expenditure (本年收入合计): what is listed below it, up to 收入总计, stands
 * beside that sum and not in it.
 */
export function closesYear(label: string): boolean {
  return /^[本当]年(?:收入|支出)(?:合计|小计|总计)$/u.test(stripNumbering(label).text)
}

/** What a row between 本年收入合计 and 收入总计 (本年支出合计 and 支出总计) is of; `undefined` for all but money that goes between units. */
export function besideYear(word: Region): Region | undefined {
  if (word.fund === 'unitFunds/superior') return { period: 'transfers/superior' }
  if (word.fund === 'unitFunds/subordinate') return { period: 'transfers/subordinate' }
  if (word.kind === 'remitted') return { use: 'transferred/remitted' }
  if (word.kind === 'subsidy') return { use: 'transferred/subsidy' }
  return undefined
}
