/**
 * Settles whether a table holds this year's money alone or the money carried in as well, where its title does not say.
 *
 * Some places leave 上年结转 out of 一般公共预算支出表, others count it in. The total tells: it is printed elsewhere once
 * for this year and once for both. Where it fits neither, the usual meaning of the table stays.
 *
 * @module
 */
import { type Region, regionKey } from '@mingzhang/figures'
import { addIntervals, type Interval, intersectIntervals, intervalOf, type PrintedAmount } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedTable, TableCell } from '../model/recognised-document.ts'
import { without } from '../narrative/prose-lexicon.ts'

/** Kinds that some places print with and others without 上年结转. */
const openKinds: ReadonlySet<string> = new Set([
  'generalPublicExpenditure', 'generalPublicBasicExpenditure', 'generalPublicByEconomic', 'generalPublicBasicByFunction', 'generalPublicProjectByEconomic',
  'fiscalExpenditure', 'fiscalBasicExpenditure', 'governmentFundExpenditure', 'stateCapitalExpenditure', 'projects',
  'generalPublicProjects', 'fiscalProjects', 'generalPublicByGovernmentEconomic', 'governmentFundByEconomic', 'fiscalByEconomic',
])

/** The tables, each that could mean either with the period that its total fits. */
export function settlePeriods(tables: readonly RecognisedTable[]): readonly RecognisedTable[] {
  return tables.map((table) => {
    if (!openKinds.has(table.kind) || /结转|[本当]年/u.test(normaliseLabel(table.title))) return table
    // The total stands first or last, according to place.
    const total = table.cells.find(({ region, printed }) => region !== undefined && region.year === undefined && region.phase === undefined && printed.kind === 'stated' && !namesDetail(region))
    const whole = total?.region === undefined ? undefined : intervalOfPrint(total.printed)
    if (total?.region === undefined || whole === undefined) return table
    // A total over a column of carried money holds both, and the columns beside that one are this year's.
    if (total.region.period === undefined && table.cells.some(({ region }) => region?.period === 'carriedIn')) return table
    const others = tables.filter((other) => other !== table && !openKinds.has(other.kind)).flatMap(({ cells }) => cells)
    const both = without(total.region, 'period')
    const onlyGeneral = both.fund === 'fiscal/generalPublic' && !others.some(holdsOtherFiscalFund)
    const printsOf = (region: Region): readonly Interval[] => [
      ...printsAt(region, others),
      ...onlyGeneral ? printsAt({ ...region, fund: 'fiscal' }, others) : [],
    ]
    const current = printsOf({ ...both, period: 'current' })
    const fitsCurrent = current.some((print) => intersectIntervals(print, whole) !== undefined)
    const carried = printsOf({ ...both, period: 'carriedIn' })
    const sums = current.flatMap((print) => carried.map((more) => addIntervals(print, more)))
    const fitsBoth = [...printsOf(both), ...sums].some((print) => intersectIntervals(print, whole) !== undefined)
    if (fitsCurrent === fitsBoth) return table
    return { ...table, cells: table.cells.map((cell) => withPeriod(cell, fitsCurrent)) }
  })
}

function namesDetail(region: Region): boolean {
  return (['function', 'economic', 'governmentEconomic', 'project', 'unit'] as const).some((dimension) => region[dimension] !== undefined)
}

/** A cell whose own words name a period keeps it. */
function withPeriod(cell: TableCell, isCurrent: boolean): TableCell {
  const { region } = cell
  if (region === undefined || region.period === 'carriedIn') return cell
  const rest = without(region, 'period')
  return { ...cell, region: isCurrent ? { ...rest, period: 'current' } : rest }
}

/** What is printed for the region, or for its money as it comes in: revenue names no use. */
function printsAt(region: Region, cells: readonly TableCell[]): readonly Interval[] {
  const keys = new Set([regionKey(region), ...region.kind === undefined ? [regionKey(without(region, 'use'))] : []])
  return cells.flatMap((cell) => {
    const interval = cell.region !== undefined && keys.has(regionKey(cell.region)) ? intervalOfPrint(cell.printed) : undefined
    return interval === undefined ? [] : [interval]
  })
}

/** Money of the other two funds: without any, 财政拨款 is 一般公共预算. */
function holdsOtherFiscalFund({ region, printed }: TableCell): boolean {
  return (region?.fund === 'fiscal/governmentFund' || region?.fund === 'fiscal/stateCapital') && printed.kind === 'stated' && printed.stated.value !== 0
}

function intervalOfPrint(printed: PrintedAmount): Interval | undefined {
  return printed.kind === 'stated' ? intervalOf(printed.stated) : undefined
}
