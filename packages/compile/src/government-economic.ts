import type { Vocabulary } from '@mingzhang/vocabulary'
import type { BudgetLine, LedgerUnit } from './ledger/ledger.ts'

/**
 * The government economic subject of a line: its own, else what the official mapping (财预〔2017〕98号) gives for the
 * nature of its unit. `undefined` where the department economic subject is open or the mapping does not know it.
 */
export function governmentCodeOf(line: BudgetLine, unit: LedgerUnit | undefined, vocabulary: Vocabulary): string | undefined {
  if (line.governmentEconomic !== undefined) return line.governmentEconomic
  const { economic } = line
  if (economic === undefined) return undefined
  const mapping = vocabulary.economicMapping ?? []
  const entry = mapping.find(({ department }) => department === economic) ?? mapping.find(({ department }) => department === economic.slice(0, 3))
  return isAgency(unit) ? entry?.administrative : entry?.institution
}

/** Whether the unit is 行政 or 参公: its 公用经费 is 机关运行经费. An unknown unit counts as one of 事业单位. */
export function isAgency(unit: LedgerUnit | undefined): boolean {
  return unit?.nature === 'administrative' || unit?.nature === 'civilServiceManaged'
}
