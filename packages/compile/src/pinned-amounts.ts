/**
 * 已批复的数: printed amounts that must stay, found by the words of their table.
 *
 * @module
 */
import { type Problem, type Region, regionKey } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'
import { normaliseLabel, plainLabel } from '@mingzhang/vocabulary'
import { printQuantum } from './create-context.ts'
import type { PinnedAmount } from './ledger/ledger.ts'
import type { BuiltTable, PlacedCell } from './tables/build-table.ts'

/** A pinned amount and the region that it is printed for. */
export interface ResolvedPin {
  readonly pin: PinnedAmount
  readonly region: Region
  readonly printed: Fen
}

export interface ResolvedPins {
  /** One for each region, in the ledger's order. */
  readonly pins: readonly ResolvedPin[]
  readonly problems: readonly Problem[]
}

/**
 * Finds the cell of every pinned amount. A table is named by its kind or its title, a row by its code, its label or its
 * label behind those of the rows that hold it (`上年财政拨款结转/一、一般公共预算`), a column by its last head or by all of
 * them (`收入 / 金额`). A cell that is not there, one of several, and an amount that cannot be printed are problems.
 */
export function resolvePins(pinned: readonly PinnedAmount[], tables: readonly BuiltTable[]): ResolvedPins {
  const problems: Problem[] = []
  const byRegion = new Map<string, ResolvedPin>()
  pinned.forEach((pin, index) => {
    const report = (cause: string, detail: string, remedy: string): void => {
      problems.push({ code: `compile.pinned.${cause}`, place: { document: '台账', table: '已批复的数', row: String(index + 1) }, detail, remedy })
    }
    const where = `“${pin.table}”行“${pin.row}”列“${pin.column}”`
    const inTable = tables.filter(({ block }) => isCalled(pin.table, [block.id, block.title])).flatMap(({ cells }) => cells)
    const cells = inTable.filter((cell) => isCalled(pin.row, cell.rowNames) && isCalled(pin.column, columnNames(cell)))
    const [cell, ...others] = cells
    if (cell === undefined) {
      report('unknown', `已批复的数${where}在报表里没有这一格。`, '表名写标题，行写科目编码或行标，列写列头，与印出的报表一致。')
      return
    }
    const key = regionKey(cell.region)
    if (others.some((other) => regionKey(other.region) !== key)) {
      report('ambiguous', `已批复的数${where}在报表里不止一格。`, '行写全上一级的名称（如“上年财政拨款结转/一、一般公共预算”），列写全各层列头（如“收入 / 金额”）。')
      return
    }
    if (pin.printed % printQuantum !== 0) {
      report('too-fine', `已批复的数${where}不是万元两位小数能印出的数。`, '填报表上印的数，精确到0.01万元。')
      return
    }
    const known = byRegion.get(key)
    if (known !== undefined && known.printed !== pin.printed) {
      report('contradicting', `已批复的数${where}与前面填的同一个数不一致。`, '同一个数在不同表里只能有一个值，核对批复后只留一个。')
      return
    }
    byRegion.set(key, { pin, region: cell.region, printed: pin.printed })
  })
  return { pins: [...byRegion.values()], problems }
}

function columnNames({ heads }: PlacedCell): readonly string[] {
  const last = heads.at(-1) ?? ''
  return [last, plainLabel(last), heads.join('/'), heads.map(plainLabel).join('/')]
}

function isCalled(name: string, names: readonly string[]): boolean {
  const plain = normaliseLabel(name)
  return plain !== '' && names.some((candidate) => normaliseLabel(candidate) === plain)
}
