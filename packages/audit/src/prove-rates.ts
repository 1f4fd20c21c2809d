/**
 * Percentages in tables that compare two cells: 增减%, 完成预算的%.
 *
 * @module
 */
import { describePlace } from '@mingzhang/figures'
import { addIntervals, type Decimal, formatDecimal, type Interval, intervalOf, negateInterval, type RoundingMode, zeroFen } from '@mingzhang/money'
import type { CellChange, RecognisedTable, TableCell } from './model/recognised-document.ts'
import { checkShare, type ProportionVerdict } from './narrative/proportions.ts'
import type { Proportion } from './model/proportion.ts'

/** Recomputes every percentage of the tables. One that starts from nothing is left out: nothing has a rate of nothing. */
export function proveRates(tables: readonly RecognisedTable[], mode: RoundingMode): readonly Proportion[] {
  return tables.flatMap(({ cells }) => {
    if (!cells.some(({ change }) => change?.rate !== undefined)) return []
    const byId = new Map(cells.map((cell) => [cell.id, cell]))
    return cells.flatMap((cell) => {
      const { change } = cell
      const [of, base] = [byId.get(change?.of ?? ''), byId.get(change?.base ?? '')]
      return change?.rate === undefined || of === undefined || base === undefined ? [] : rateOf({ cell, change, rate: change.rate, of, base }, mode)
    })
  })
}

interface Comparison {
  readonly cell: TableCell
  readonly change: CellChange
  readonly rate: Decimal
  readonly of: TableCell
  readonly base: TableCell
}

function rateOf({ cell, change, rate, of, base }: Comparison, mode: RoundingMode): readonly Proportion[] {
  const [now, before] = [intervalOfCell(of, mode), intervalOfCell(base, mode)]
  if (now === undefined || before === undefined || (before.low <= 0 && before.high >= 0)) return []
  const part = change.kind === 'rate' ? addIntervals(now, negateInterval(before)) : now
  // The two move together: half the base more is not also half the current amount less, so the extremes are wider than need be.
  const outcome: ProportionVerdict = checkShare(part, before, rate, mode)
  const [place, words] = [describePlace(cell.place), outcomeWords[outcome]]
  const percent = `${formatDecimal(rate)}%`
  const name = change.kind === 'rate' ? { zh: '增减率', en: 'rate of change' } : { zh: '完成率', en: 'rate of completion' }
  return [{
    id: `r:${cell.id}`,
    kind: 'change',
    outcome,
    statement: {
      zh: `${place}：印 ${percent}；按 ${of.printed.text} 与 ${base.printed.text} 重算${name.zh}${words.zh}`,
      en: `${place}: ${percent}; the ${name.en} recomputed from ${of.printed.text} and ${base.printed.text} ${words.en}`,
    },
    mention: { place: cell.place, text: cell.printed.text },
    figures: [of.id, base.id, cell.id],
  }]
}

/** A blank stands for nothing in a table that lists everything; what cannot be read, for nothing that could be compared. */
function intervalOfCell({ printed }: TableCell, mode: RoundingMode): Interval | undefined {
  switch (printed.kind) {
    case 'stated':
      return intervalOf(printed.stated, mode)
    case 'blank':
    case 'dash':
      return { low: zeroFen, high: zeroFen }
    case 'unreadable':
      return undefined
  }
}

const outcomeWords: Readonly<Record<ProportionVerdict, { readonly zh: string; readonly en: string }>> = {
  exact: { zh: '一致', en: 'agrees' },
  withinRounding: { zh: '相符（在四舍五入范围内）', en: 'agrees within rounding' },
  conflict: { zh: '不符', en: 'does not agree' },
  undetermined: { zh: '无法判定', en: 'cannot be judged' },
}
