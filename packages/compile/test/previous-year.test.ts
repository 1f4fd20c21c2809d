import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { carryForward, type CarriedForward, type Ledger } from '../src/index.ts'
import { ownVocabulary } from './own-vocabulary.ts'
import { hall, paths, project, roof, smallLedger } from './small-ledger.ts'

const vocabulary = ownVocabulary()
const lastYear: Ledger = {
  ...smallLedger,
  department: { ...smallLedger.department, year: 2023 },
  projects: [{ name: roof, code: '', unit: hall, class: 'specificTarget' }],
  lines: [...smallLedger.lines.slice(0, 6), project(hall, roof, '2070308', 'fiscal/generalPublic', 'current', 9_000_000)],
  texts: [{ item: 'duties', text: '上年写的职责。' }, { item: 'serviceCatalogue', text: 'A1502 公共公益宣传服务' }, { item: 'revenueReason', text: '上年的原因' }],
}

function forward(ledger: Ledger, previous: Ledger): CarriedForward {
  const result = carryForward(ledger, previous, vocabulary)
  if (!result.ok) throw new Error(result.problem.detail)
  return result.value
}

describe('carryForward', () => {
  it('fills last year’s amounts from last year’s lines', () => {
    const { ledger, filledAmounts } = forward(smallLedger, lastYear)
    expect(filledAmounts).toHaveLength(8)
    // 18.293055 of basic expenditure, 9 of the project and 3 carried out.
    expect(ledger.priorYear.find(({ item }) => item === 'total')?.amount).toBe(30_293_055)
    expect(ledger.priorYear.find(({ item }) => item === 'vehicleRunning')?.amount).toBe(2_000_000)
    expect(ledger.priorYear.find(({ item }) => item === 'abroad')?.amount).toBe(0)
  })

  it('keeps an amount that this year’s ledger states itself', () => {
    const stated = { ...smallLedger, priorYear: [{ item: 'total' as const, amount: fen(1) }] }
    expect(forward(stated, lastYear).ledger.priorYear.filter(({ item }) => item === 'total')).toEqual([{ item: 'total', amount: 1 }])
  })

  it('carries texts that describe the department, never a reason, and never over a text of this year', () => {
    const { ledger, carriedTexts } = forward(smallLedger, lastYear)
    expect(carriedTexts).toEqual(['serviceCatalogue'])
    expect(ledger.texts.filter(({ item }) => item === 'duties').map(({ text }) => text)).toEqual(['组织全民健身活动。'])
    expect(ledger.texts.some(({ item }) => item === 'revenueReason')).toBe(false)
  })

  it('lists what changed: totals, units, projects that are new, ended or dearer', () => {
    const changes = forward(smallLedger, lastYear).changes
    expect(changes).toEqual([
      { name: '收支总计', before: 30_293_055, after: 54_293_055 },
      { name: '一般公共预算当年拨款', before: 30_293_055, after: 21_293_055 },
      { name: `单位“${hall}”`, before: 14_058_555, after: 38_058_555 },
      { name: `项目“${roof}”`, before: 9_000_000, after: 0 },
      { name: `项目“${paths}”`, before: undefined, after: 20_000_000 },
    ])
  })

  it('refuses a ledger of another year', () => {
    const result = carryForward(smallLedger, smallLedger, vocabulary)
    expect(result.ok ? undefined : result.problem.code).toBe('compile.previous.wrongYear')
  })
})
