import type { Problem } from '@mingzhang/figures'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { governmentCodeOf } from './government-economic.ts'
import type { Ledger } from './ledger/ledger.ts'

/** Basic expenditure is published by both economic classifications: a line that only one of them knows stops the compile. */
export function factProblems(ledger: Ledger, vocabulary: Vocabulary): readonly Problem[] {
  const units = new Map(ledger.units.map((unit) => [unit.name, unit]))
  return ledger.lines.flatMap((line, index): readonly Problem[] => {
    if (line.use.kind === 'project' || line.economic === undefined || governmentCodeOf(line, units.get(line.unit), vocabulary) !== undefined) return []
    return [{
      code: 'compile.facts.noGovernmentEconomic',
      place: { document: '台账', table: '支出明细', row: String(index + 1), column: '政府预算支出经济分类' },
      detail: `部门预算支出经济分类 ${line.economic} 没有对应的政府预算支出经济分类，基本支出表无法填列。`,
      remedy: '在这一行写明政府预算支出经济分类编码（5位）。',
    }]
  })
}
