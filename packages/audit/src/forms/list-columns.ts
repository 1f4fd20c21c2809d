/**
 * The columns of a table that lists projects with their targets, one after the other, by the words of its head.
 *
 * @module
 */
import type { Grid } from '@mingzhang/document'
import type { PrintedUnit } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { DepartmentMoney, FormSpan, FundingLevel } from '../model/form.ts'
import { matchFormLabel, matchIndicatorColumn, printedUnitOf } from './form-words.ts'

export type ListRole = 'name' | 'unitName' | 'department' | 'code' | 'money' | 'goal' | 'level1' | 'level2' | 'indicator' | 'packed' | 'value' | 'operator' | 'measure' | 'weight' | 'other'

export interface ListColumn {
  readonly index: number
  readonly role: ListRole
  readonly head: string
  /** Which money, for `money`; `undefined` for one that is part of another column's. */
  readonly level?: FundingLevel | undefined
  /** Which part of a department's money, where the table lists departments. */
  readonly part?: DepartmentMoney['part'] | undefined
  readonly span?: FormSpan | undefined
  /** The unit that its head prints. */
  readonly unit?: PrintedUnit | undefined
}

export interface ListHead {
  readonly columns: readonly ListColumn[]
  /** The first row below the head. */
  readonly firstRow: number
  readonly subject: 'project' | 'department'
}

/**
 * Reads the head of a list of targets; `undefined` for any other table.
 *
 * Such a table names projects (or, for the whole department, units) in one column and has a column of goals, of
 * indicators, or both. A statutory table of projects has neither.
 */
export function readListHead(grid: Grid, isAboutPerformance: boolean): ListHead | undefined {
  const top = grid.rows.findIndex(({ cells }, index) => index < 5 && cells.some(({ text }) => isNameHead(text) || unitNameHead.test(headWord(text))) && cells.filter(({ text }) => text !== '').length >= 3)
  const first = grid.rows[top]
  if (first === undefined) return undefined
  const named = first.cells.findIndex(({ text }) => isNameHead(text))
  const nameIndex = named === -1 ? first.cells.findIndex(({ text }) => unitNameHead.test(headWord(text))) : named
  let firstRow = top + 1
  while (isSubHead(grid.rows[firstRow]?.cells.map(({ text }) => text) ?? [], nameIndex)) firstRow += 1
  const columns = first.cells.map((_, index) => columnAt(grid.rows.slice(top, firstRow).map(({ cells }) => cells[index]?.text ?? ''), index))
  const has = (...roles: readonly ListRole[]): boolean => columns.some(({ role }) => roles.includes(role))
  const subject = columns.some(({ role }) => role === 'name') ? 'project' : 'department'
  const hasIndicators = has('packed') || (has('indicator', 'level2') && has('value'))
  if (!hasIndicators && !(isAboutPerformance && has('goal') && has('money') && subject === 'project')) return undefined
  // A form of one project prints its labels in a column of their own; a list has its name head above amounts or goals.
  if (!has('name', 'unitName') || !has('goal', 'money', 'packed')) return undefined
  return { columns, firstRow, subject }
}

const headWord = (text: string): string => normaliseLabel(text).replace(/\((?:单位:)?[千百万亿]*元\)$/u, '').replace(/\(.*\)$/u, (tail) => (/使用单位|项目/u.test(tail) ? '' : tail))
const nameHead = /^(?:(?:一级|二级|重点|具体)?项目(?:\(政策\)|或政策)?(?:名称)?|单位\(?项目\)?名称|单位\/项目名称|政策(?:和|\(|或)项目\)?名称|专项(?:资金)?(?:\(项目\))?名称|政策名称|专项\(项目\)名称|资金(?:项目)?名称)$/u
const unitNameHead = /^(?:单位|预算单位|部门|部门\(单位\)|项目单位|实施单位|填报单位)名称$/u

function isNameHead(text: string): boolean {
  return nameHead.test(headWord(text))
}

/** A further row of the head: nothing below the name, and nothing but words of the head. */
function isSubHead(texts: readonly string[], nameIndex: number): boolean {
  if ((texts[nameIndex] ?? '') !== '') return false
  const filled = texts.filter((text) => text !== '')
  return filled.length > 0 && filled.every((text) => !/\d/u.test(text) && roleOf(normaliseLabel(text), text) !== undefined)
}

function columnAt(heads: readonly string[], index: number): ListColumn {
  const printed = heads.filter((text) => text !== '')
  const head = printed.at(-1) ?? ''
  const role = roleOf(normaliseLabel(head), head) ?? 'other'
  const label = matchFormLabel(head)?.label
  const money = role === 'money' ? { level: levelOf(head), part: partOf(head), unit: printed.map(printedUnitOf).find((unit) => unit !== undefined) } : {}
  const span = label?.zone === 'indicator' && label.key === 'column' && label.span !== undefined ? { span: label.span } : {}
  return { index, role, head: normaliseLabel(head), ...money, ...span }
}

function roleOf(word: string, text: string): ListRole | undefined {
  if (word === '') return undefined
  if (nameHead.test(headWord(text))) return 'name'
  if (unitNameHead.test(headWord(text))) return 'unitName'
  if (/^(?:主管部门|主管单位|预算部门|项目主管部门|一级预算部门)(?:名称)?$/u.test(word)) return 'department'
  if (/^(?:单位|部门|预算)?(?:编码|代码)$|^(?:项目|单位|部门)(?:编码|代码|编号)$|^序号$/u.test(word)) return 'code'
  if (/^(?:年度|项目|总体|整体|实施期|项目支出|部门整体)*(?:绩效)?(?:总体)?目标$|^绩效总?目标$/u.test(word)) return 'goal'
  if (/^一级指标$|^指标类别$/u.test(word)) return 'level1'
  if (/^二级指标$/u.test(word)) return 'level2'
  if (/^(?:年度)?绩效指标$/u.test(word)) return 'packed'
  const column = matchIndicatorColumn(text)
  if (column !== undefined && column !== 'other') return indicatorRole[column]
  if (levelOf(text) !== undefined || partOf(text) !== undefined || /^(?:其中:?|一般公共预算.{0,4}|政府性基金.{0,4}|国有资本经营.{0,6}|单位资金|按(?:收入|支出)性质分|(?:项目|年度)?(?:资金|预算)(?:情况|来源|申请)?|年度预算申请)$/u.test(word)) return 'money'
  return column
}

const indicatorRole: Readonly<Record<NonNullable<ReturnType<typeof matchIndicatorColumn>>, ListRole>> = {
  level1: 'level1', level2: 'level2', name: 'indicator', value: 'value', operator: 'operator', unit: 'measure', weight: 'weight', actual: 'other', score: 'other', reason: 'other', other: 'other',
}

function levelOf(text: string): FundingLevel | undefined {
  const word = normaliseLabel(text).replace(/\((?:单位:)?[千百万亿]*元\)$/u, '')
  if (/^(?:总计|合计|总额|小计|(?:项目|年度|本年)?(?:预算|资金|项目)(?:总额|数|金额|合计|总数|安排数)?|(?:项目|年度)预算(?:数|金额|总额)?|金额|年度预算资金|项目总额)$/u.test(word)) return 'total'
  const label = matchFormLabel(text)?.label
  return label?.zone === 'funding' && label.key === 'amount' ? label.level : undefined
}

function partOf(text: string): DepartmentMoney['part'] | undefined {
  const word = normaliseLabel(text)
  if (/^基本支出$/u.test(word)) return 'basic'
  if (/^项目支出$/u.test(word)) return 'project'
  const level = levelOf(text)
  return level === 'total' || level === 'fiscal' ? level : undefined
}
