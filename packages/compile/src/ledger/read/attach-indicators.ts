import { ledgerCellKey } from '../cell-key.ts'
import type { LedgerIndicator, PerformanceForm } from '../ledger.ts'
import type { CellPlaces } from './cell-places.ts'
import type { RowCursor } from './row-cursor.ts'

export interface IndicatorRow {
  readonly subject: PerformanceForm['subject']
  readonly indicator: LedgerIndicator
  readonly row: RowCursor
}

/** Gives every form its indicators, in the order of their sheet. An indicator without a form is reported at its row. */
export function attachIndicators(forms: readonly PerformanceForm[], rows: readonly IndicatorRow[], places: CellPlaces): readonly PerformanceForm[] {
  const formOf = new Map<string, number>()
  forms.forEach((form, index) => {
    const key = subjectKey(form.subject)
    if (!formOf.has(key)) formOf.set(key, index)
  })
  const indicators = forms.map((): LedgerIndicator[] => [])
  for (const { subject, indicator, row } of rows) {
    const index = formOf.get(subjectKey(subject))
    const own = index === undefined ? undefined : indicators[index]
    if (index === undefined || own === undefined) {
      row.problem(subject.kind === 'project' ? 'project' : 'subject', {
        cause: 'indicator-without-form', detail: '“绩效目标”表里没有这个对象。', remedy: '请先在“绩效目标”表为它填一行，或改正这里的对象和项目名称。',
      })
      continue
    }
    own.push(indicator)
    places.addRow(ledgerCellKey('forms', index, 'indicators'), row.number)
  }
  return forms.map((form, index) => ({ ...form, indicators: indicators[index] ?? [] }))
}

function subjectKey(subject: PerformanceForm['subject']): string {
  return subject.kind === 'project' ? `project ${subject.project}` : subject.kind
}
