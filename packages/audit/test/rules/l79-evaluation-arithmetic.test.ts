import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import type { EvaluatedFunding, FundingLevel, Indicator } from '../../src/index.ts'
import { evaluationArithmetic } from '../../src/rules/l79-evaluation-arithmetic.ts'
import { exampleContext, exampleForm, field, indicator, numberValue, somewhere } from '../builders.ts'

interface Row { readonly budget?: string; readonly executed?: string; readonly rate?: string; readonly weight?: string; readonly score?: string }

function funding(level: FundingLevel, { budget, executed, rate, weight, score }: Row): EvaluatedFunding {
  const amount = (text: string | undefined) => (text === undefined ? undefined : parseAmount(text, '万元'))
  const points = (text: string | undefined) => (text === undefined ? undefined : field(text))
  return { level, place: somewhere, initial: undefined, budget: amount(budget), executed: amount(executed), rate: points(rate), weight: points(weight), score: points(score) }
}

function rated(name: string, weight: string | undefined, score: string | undefined): Indicator {
  const one = indicator({ level2: '数量指标', kind: 'quantity', name, value: numberValue('≥24场', '≥', '24', '场') })
  return {
    ...one,
    ...(weight === undefined ? {} : { weight: field(weight) }),
    result: { actual: field('24场'), score: score === undefined ? undefined : field(score), reason: undefined },
  }
}

const sound = [rated('场次', '50', '50'), rated('人次', '40', '36')]
const money = funding('total', { budget: '10.00', executed: '8.00', rate: '80.00%', weight: '10', score: '8' })

function check(rows: readonly EvaluatedFunding[], indicators: readonly Indicator[] = sound, total: readonly [string, string] = ['100', '94']) {
  const printed = { weight: field(total[0]), score: field(total[1]), place: somewhere }
  const form = exampleForm({ funding: [], indicators, evaluation: { achieved: undefined, funding: rows, total: printed } })
  return evaluationArithmetic.check(exampleContext({ evaluations: [form] }))
}

describe('evaluationArithmetic', () => {
  it('holds › rate, weights and scores of a sound form', () => {
    expect(check([money])).toMatchObject({ outcome: 'pass', checked: 3 })
  })

  it('broken › a total that its sources do not make up', () => {
    const rows = [money, funding('fiscal', { budget: '7.00', executed: '5.00' }), funding('other', { budget: '2.00', executed: '3.00' })]
    expect(check(rows).findings).toMatchObject([{ key: '1:budget:total', expected: 9_000_000, found: 10_000_000, difference: 1_000_000 }])
  })

  it('broken › a rate that is not executed over budgeted money', () => {
    expect(check([{ ...money, rate: field('1000%') }]).findings).toMatchObject([{ expected: '80.00%', found: '1000%' }])
    expect(check([{ ...money, rate: field('80.20%') }]).findings).toHaveLength(1)
  })

  it('decoy › a rate cut off or rounded, without its sign, or as a fraction is the rate', () => {
    // 8858.95 of 8859 is 99.9994 %.
    const cut = funding('total', { budget: '8859', executed: '8858.95', rate: '99.99%', weight: '10', score: '8' })
    expect(check([cut]).outcome).toBe('pass')
    expect(check([{ ...money, rate: field('80') }]).outcome).toBe('pass')
    expect(check([{ ...money, rate: field('0.8') }]).outcome).toBe('pass')
    expect(check([{ ...money, rate: field('—') }])).toMatchObject({ outcome: 'pass', checked: 2 })
  })

  it('broken › weights that are not the full marks, scores that are not the total', () => {
    expect(check([money], [rated('场次', '50', '50'), rated('人次', '36', '36')]).findings).toMatchObject([{ expected: '96', found: '100' }])
    expect(check([money], sound, ['100', '95']).findings).toMatchObject([{ expected: '94', found: '95' }])
  })

  it('broken › a score above its weight', () => {
    expect(check([money], [rated('场次', '50', '52'), rated('人次', '40', '34')]).findings).toMatchObject([{ expected: '50', found: '52' }])
  })

  it('decoy › a form that keeps the execution rate outside its total, and a total rounded to its digits', () => {
    expect(check([money], sound, ['90', '86']).outcome).toBe('pass')
    expect(check([money], [rated('场次', '50', '50'), rated('人次', '40', '35.67')], ['100', '93.7']).outcome).toBe('pass')
  })

  it('undetermined › a score or weight that was not read leaves the sums open', () => {
    const { outcome, findings, undetermined } = check([], [rated('场次', '50', undefined), rated('人次', '50', '36')])
    expect([outcome, findings, undetermined.length]).toEqual(['pass', [], 1])
    expect(check([], [rated('场次', undefined, undefined), rated('人次', '50', '36')]).outcome).toBe('undetermined')
  })

  it('holds › amounts without a printed unit have one ratio all the same', () => {
    const bare = (text: string) => ({ kind: 'unreadable', text, reason: 'no-unit' }) as const
    expect(check([{ ...money, budget: bare('9999.77'), executed: bare('8874.74'), rate: field('88.75') }]).outcome).toBe('pass')
    expect(check([{ ...money, budget: bare('9999.77'), executed: bare('8874.74'), rate: field('89.75') }]).findings).toHaveLength(1)
  })

  it('not applicable › a document without self-evaluations', () => {
    expect(evaluationArithmetic.check(exampleContext()).outcome).toBe('not-applicable')
  })
})
