/**
 * What the form of a whole department (部门整体支出绩效目标表) says of its money: the whole, its kinds and sources, and
 * the main tasks of the year.
 *
 * Three layouts are known: a word with its amount beside it (基本支出 | 126.34), heads above one row of amounts
 * (预算支出总额 | 财政拨款 | 其他资金), and a list of tasks with a total.
 *
 * @module
 */
import type { PrintedUnit } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { DepartmentMoney, DepartmentOverview, DepartmentTask, TaskAmount } from '../model/form.ts'
import { formUnit, readFormAmount } from './form-amounts.ts'
import type { PlaceIn } from './form-field.ts'
import type { FormCell, FormLine } from './form-lines.ts'
import { printedUnitOf } from './form-words.ts'
import type { ZonedLines } from './form-zones.ts'

/** Reads the money part; what is in no known layout is not there. */
export function parseDepartment(zones: ZonedLines, at: PlaceIn): DepartmentOverview {
  const unit = formUnit(zones)
  const lines = [...zones.header, ...zones.funding]
  const listAt = lines.findIndex(isTaskHead)
  const upTo = listAt === -1 ? lines : lines.slice(0, listAt)
  return {
    money: [...pairedMoney(upTo, unit, at), ...headedMoney(upTo, unit, at)],
    tasks: listAt === -1 ? [] : taskList(lines.slice(listAt), unit, at),
  }
}

type Part = DepartmentMoney['part']

const word = (cell: FormCell): string => normaliseLabel(cell.text).replace(/^其中[:,、]?/u, '').replace(/\(.{1,8}\)$/u, '').replace(/[:：]$/u, '')

const partWords: readonly (readonly [Part, RegExp])[] = [
  ['total', /^(?:预算|支出|资金|年度)?(?:预算)?(?:支出|资金)?(?:总额|合计|总计)$/u],
  ['basic', /^基本支出$/u],
  ['project', /^项目支出$/u],
  ['fiscal', /^(?:当年)?财政(?:拨款|资金)$/u],
  ['other', /^其[他它]资金$/u],
]

function partOf(cell: FormCell): Part | undefined {
  const text = word(cell)
  return partWords.find(([, pattern]) => pattern.test(text))?.[0]
}

const isAmount = (cell: FormCell): boolean => /^-?[\d,，]+(?:\.\d+)?$/u.test(cell.text.replace(/\s+/gu, ''))

function pairedMoney(lines: readonly FormLine[], unit: PrintedUnit | undefined, at: PlaceIn): readonly DepartmentMoney[] {
  return lines.flatMap(({ cells }) =>
    cells.flatMap((cell, index): readonly DepartmentMoney[] => {
      const part = partOf(cell)
      const value = cells[index + 1]
      if (part === undefined || value === undefined || !isAmount(value)) return []
      return [{ part, amount: readFormAmount(value.text, printedUnitOf(cell.text) ?? unit), place: at(value.place, word(cell)) }]
    }),
  )
}

interface Head {
  readonly column: number
  readonly part: Part
  readonly name: string
}

function headedMoney(lines: readonly FormLine[], unit: PrintedUnit | undefined, at: PlaceIn): readonly DepartmentMoney[] {
  let heads: readonly Head[] = []
  const money: DepartmentMoney[] = []
  for (const { cells } of lines) {
    const found = cells.flatMap((cell): readonly Head[] => {
      const part = partOf(cell) ?? (/^合计$/u.test(word(cell)) ? 'total' : undefined)
      return part === undefined ? [] : [{ column: cell.column, part, name: word(cell) }]
    })
    const hasAmounts = cells.some(isAmount)
    if (found.length >= 2 && !hasAmounts) {
      heads = heads.length === 0 ? found : belowGroups(heads, found)
    } else if (hasAmounts && heads.length > 0 && cells.every((cell) => isAmount(cell) || cell.label?.zone === 'funding')) {
      for (const cell of cells.filter(isAmount)) {
        const head = heads.find(({ column }) => column === cell.column)
        if (head !== undefined) money.push({ part: head.part, amount: readFormAmount(cell.text, unit), place: at(cell.place, head.name) })
      }
      heads = []
    }
  }
  return money
}

/** 合计, 基本支出 and 项目支出 below 财政拨款 or 其他资金 are that source's. */
function belowGroups(groups: readonly Head[], found: readonly Head[]): readonly Head[] {
  const first = Math.min(...found.map(({ column }) => column))
  const below = found.map((head): Head => {
    const group = groups.findLast(({ column }) => column <= head.column)
    if (group?.part !== 'fiscal' && group?.part !== 'other') return head
    const name = `${group.name} ${head.name}`
    if (head.part === 'total') return { ...head, part: group.part, name }
    if (head.part === 'basic') return { ...head, part: group.part === 'fiscal' ? 'fiscalBasic' : 'otherBasic', name }
    return head.part === 'project' ? { ...head, part: group.part === 'fiscal' ? 'fiscalProject' : 'otherProject', name } : head
  })
  return [...groups.filter(({ column }) => column < first), ...below]
}

function isTaskHead({ cells }: FormLine): boolean {
  const texts = cells.map((cell) => normaliseLabel(cell.text))
  return texts.some((text) => /^(?:任务)?名称$/u.test(text)) && texts.some((text) => /^主要(?:实施)?内容$/u.test(text))
}

interface TaskHead {
  readonly column: number
  readonly side: TaskAmount['side']
  readonly part: TaskAmount['part']
  readonly unit: PrintedUnit | undefined
}

function taskList(lines: readonly FormLine[], formWide: PrintedUnit | undefined, at: PlaceIn): readonly DepartmentTask[] {
  const [first, second] = lines
  if (first === undefined) return []
  const nameColumn = first.cells.find((cell) => /^(?:任务)?名称$/u.test(normaliseLabel(cell.text)))?.column ?? 0
  const groups = first.cells.flatMap((cell): readonly TaskHead[] => {
    const text = normaliseLabel(cell.text)
    const side = /执行/u.test(text) && !/率/u.test(text) ? 'executed' : /预算(?:金额|数|资金)|拟投入/u.test(text) ? 'budget' : undefined
    return side === undefined ? [] : [{ column: cell.column, side, part: 'total', unit: printedUnitOf(cell.text) ?? formWide }]
  })
  const under = (second?.cells ?? []).flatMap((cell): readonly TaskHead[] => {
    const part = partOf(cell)
    const group = groups.findLast(({ column }) => column <= cell.column)
    return group === undefined || (part !== 'total' && part !== 'fiscal' && part !== 'other') ? [] : [{ ...group, column: cell.column, part }]
  })
  const heads = under.length >= 2 ? under : groups
  return lines.slice(under.length >= 2 ? 2 : 1).flatMap(({ cells }): readonly DepartmentTask[] => {
    const amounts = cells.flatMap((cell): readonly TaskAmount[] => {
      const head = heads.find(({ column }) => column === cell.column)
      return head === undefined || !isAmount(cell) ? [] : [{ side: head.side, part: head.part, amount: readFormAmount(cell.text, head.unit), place: at(cell.place, '年度主要任务') }]
    })
    const name = cells.find((cell) => cell.column >= nameColumn && cell.label === undefined && !isAmount(cell)) ?? cells.find((cell) => isTotal(cell))
    if (name === undefined || amounts.length === 0) return []
    return [{ name: { text: name.text, place: at(name.place, '任务名称') }, isTotal: cells.some(isTotal), amounts }]
  })
}

const isTotal = (cell: FormCell): boolean => /^(?:金额)?(?:合计|总计)$/u.test(normaliseLabel(cell.text))
