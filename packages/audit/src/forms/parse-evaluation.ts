/**
 * What a self-evaluation form (绩效自评表) says beyond its targets: money planned and spent, and the total score.
 *
 * @module
 */
import type { PrintedAmount } from '@mingzhang/money'
import type { EvaluatedFunding, FormEvaluation, FormField } from '../model/form.ts'
import { fieldName, joinCells, type PlaceIn } from './form-field.ts'
import type { FormCell, FormLine } from './form-lines.ts'
import { formUnit, readFormAmount } from './form-amounts.ts'
import { type EvaluationColumn, matchEvaluationColumn, matchIndicatorColumn } from './form-words.ts'
import { headsOf } from './indicator-tokens.ts'
import type { ZonedLines } from './form-zones.ts'

/** Reads both parts. A form without these heads gives no money; one without a line 总分 no total. */
export function parseEvaluation(zones: ZonedLines, at: PlaceIn): FormEvaluation {
  return { achieved: achievedText(zones.goal, at), funding: evaluatedFunding(zones, at), total: totalScore([...zones.indicator, ...zones.signature], at) }
}

/** The text beside the goal, below 实际完成情况. */
function achievedText(lines: readonly FormLine[], at: PlaceIn): FormField | undefined {
  const cells = lines.flatMap(({ cells: row }) => {
    const texts = row.filter((cell) => cell.label === undefined)
    return texts.length >= 2 ? texts.slice(-1) : []
  })
  return cells[0] === undefined ? undefined : joinCells(cells, cells[0].place, at, '实际完成情况')
}

interface MoneyHead {
  readonly column: number
  readonly role: EvaluationColumn
  readonly cell: FormCell
}

function evaluatedFunding(zones: ZonedLines, at: PlaceIn): readonly EvaluatedFunding[] {
  const unit = formUnit(zones)
  let heads: readonly MoneyHead[] = []
  return zones.funding.flatMap((line): readonly EvaluatedFunding[] => {
    const found = line.cells.flatMap((cell): readonly MoneyHead[] => {
      const role = cell.label?.zone === 'funding' && cell.label.key === 'amount' ? undefined : matchEvaluationColumn(cell.text)
      return role === undefined ? [] : [{ column: cell.column, role, cell }]
    })
    if (found.length >= 2 || found.some(({ role }) => role === 'budget' || role === 'executed')) {
      heads = [...heads.filter(({ column }) => !found.some((head) => head.column === column)), ...found].sort((a, b) => a.column - b.column)
      return []
    }
    if (heads.length < 2) return []
    const label = line.cells.find((cell) => cell.label?.zone === 'funding' && cell.label.key === 'amount') ?? line.cells.find(({ text }) => /^(?:合计|总计)$/u.test(text.replace(/\s+/gu, '')))
    const level = label?.label?.zone === 'funding' && label.label.key === 'amount' ? label.label.level : label === undefined ? undefined : 'total'
    if (label === undefined || level === undefined || (line.cells.length > 1 && !line.cells.some(({ text }) => /\d/u.test(text)) && found.length > 0)) return []
    if (line.cells.filter((cell) => cell.label?.zone === 'funding').length > 1) return []
    const cells = new Map(line.cells.filter(({ column }) => column > label.column).flatMap((cell) => {
      const head = heads.findLast(({ column }) => column <= cell.column)
      return head === undefined ? [] : [[head.role, cell] as const]
    }))
    const amount = (role: EvaluationColumn): PrintedAmount | undefined => {
      const cell = cells.get(role)
      if (heads.every((head) => head.role !== role)) return undefined
      return cell === undefined ? { kind: 'blank', text: '' } : readFormAmount(cell.text, unit)
    }
    const field = (role: EvaluationColumn): FormField | undefined => {
      const cell = cells.get(role)
      return cell === undefined ? undefined : { text: cell.text, place: at(cell.place, `${fieldName(label.text)} ${role === 'rate' ? '执行率' : role === 'weight' ? '分值' : '得分'}`) }
    }
    return [{
      level,
      place: at((cells.get('executed') ?? cells.get('budget') ?? label).place, fieldName(label.text)),
      initial: amount('initial'),
      budget: amount('budget'),
      executed: amount('executed'),
      rate: field('rate'),
      weight: field('weight'),
      score: field('score'),
    }]
  })
}

/** 总分 | 100 | 98: full marks and the score; with one number only, the score. Under heads the columns tell them apart. */
function totalScore(lines: readonly FormLine[], at: PlaceIn): FormEvaluation['total'] {
  const line = lines.findLast(({ cells }) => /^(?:(?:自评|评价|合计)?总(?:分|得分|分值|计)|合计|总分值)/u.test((cells[0]?.text ?? '').replace(/\s+/gu, '')) && cells.slice(1).some(({ text }) => isPoints(text)))
  const label = line?.cells[0]
  if (line === undefined || label === undefined) return undefined
  const points = line.cells.slice(1).filter(({ text }) => isPoints(text))
  const heads = lines.map(headsOf).find((found) => found.length > 0) ?? []
  const under = (role: 'weight' | 'score'): FormCell | undefined => {
    const head = heads.find((candidate) => candidate.role === role)
    return head === undefined ? undefined : points.find(({ column }) => column === head.column)
  }
  const [first, second] = points
  // A cell merged over both columns holds the score; full marks alone are always 100.
  const isFull = second === undefined && under('weight') !== undefined && /^100(?:\.0+)?分?$/u.test((first?.text ?? '').trim())
  const score = second === undefined ? (isFull ? undefined : first) : (under('score') ?? second)
  const weight = second === undefined ? (isFull ? first : undefined) : (under('weight') ?? first)
  const field = (cell: FormCell | undefined, name: string): FormField | undefined => (cell === undefined ? undefined : { text: cell.text, place: at(cell.place, name) })
  return { weight: field(weight, '总分 分值'), score: field(score, '总分 得分'), place: at(line.place, '总分') }
}

function isPoints(text: string): boolean {
  return /^\d{1,3}(?:\.\d+)?分?$/u.test(text.replace(/\s+/gu, ''))
}

/** Whether the money part has the heads of a self-evaluation: its amounts are then planned and spent, no funding rows of a target. */
export function hasEvaluationHeads(zones: ZonedLines): boolean {
  return zones.funding.some(({ cells }) => cells.filter(({ text }) => ['budget', 'executed', 'rate'].includes(matchEvaluationColumn(text) ?? '')).length >= 2 && cells.every(({ text }) => matchIndicatorColumn(text) !== 'name'))
}
