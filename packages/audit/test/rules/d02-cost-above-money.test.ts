import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import type { FormFunding, FormSpan } from '../../src/index.ts'
import { costAboveMoney } from '../../src/rules/d02-cost-above-money.ts'
import { exampleContext, exampleForm, indicator, numberValue, somewhere } from '../builders.ts'

const total = (span: FormSpan, yuan: string): FormFunding => ({ span, level: 'total', amount: parseAmount(yuan, '元'), place: somewhere })
const cost = (name: string, raw: string, digits: string, unit: string, span: FormSpan = 'annual') =>
  indicator({ span, level2: '成本指标', kind: 'cost', name, value: numberValue(raw, '≤', digits, unit) })

function check(funding: readonly FormFunding[], ...indicators: readonly ReturnType<typeof indicator>[]) {
  return costAboveMoney.check(exampleContext({ forms: [exampleForm({ funding, indicators })] }))
}

describe('costAboveMoney', () => {
  it('holds › a total cost equal to the money passes', () => {
    expect(check([total('annual', '80,000')], cost('活动总费用', '≤8万元', '8', '万元'))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('broken › 10万元 above 80,000元 is an error with the difference in fen', () => {
    const outcome = check([total('annual', '80,000')], cost('活动总费用', '≤10万元', '10', '万元'))
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]).toMatchObject({ expected: 8_000_000, found: 10_000_000, difference: 2_000_000 })
    expect(outcome.findings[0]?.severity).toBeUndefined()
    expect(outcome.findings[0]?.places).toHaveLength(2)
    expect(outcome.findings[0]?.statement.zh).toContain('高于年度资金总额8.00万元，多2.00万元')
  })

  it('broken › one fen too much is too much', () => {
    expect(check([total('annual', '80,000.00')], cost('活动总费用', '≤80000.01元', '80000.01', '元')).findings[0]?.difference).toBe(1)
  })

  it('decoy › a cost within what the rounded money can stand for is no excess, the next fen is', () => {
    const rounded: FormFunding = { span: 'annual', level: 'total', amount: parseAmount('14.68', '万元'), place: somewhere }
    expect(check([rounded], cost('发放总费用', '≤14.682万元', '14.682', '万元')).outcome).toBe('pass')
    expect(check([rounded], cost('发放总费用', '≤14.685万元', '14.685', '万元')).outcome).toBe('fail')
  })

  it('rounding › an excess below one last printed digit is a rounded limit, at that digit no longer', () => {
    expect(check([total('annual', '2,496,371.60')], cost('全年服务成本', '≤250万元', '250', '万元')).findings[0]?.severity).toBe('notice')
    expect(check([total('annual', '2,490,000')], cost('全年服务成本', '≤250万元', '250', '万元')).findings[0]?.severity).toBeUndefined()
    expect(
      check([total('annual', '2,496,371.60')], cost('全年服务成本', '≤250.0万元', '250.0', '万元')).findings[0]?.severity,
    ).toBeUndefined()
  })

  it('spans › an annual cost is held against the annual money, one in both halves against the larger', () => {
    const funding = [total('life', '3,000,000'), total('annual', '1,000,000')]
    expect(check(funding, cost('平台建设成本', '≤300万元', '300', '万元')).outcome).toBe('fail')
    expect(
      check(funding, cost('平台建设成本', '≤300万元', '300', '万元', 'life'), cost('平台建设成本', '≤300万元', '300', '万元')).outcome,
    ).toBe('pass')
  })

  it('severity › a total investment that other years pay as well is a warning', () => {
    expect(check([total('annual', '1,000,000')], cost('场馆项目总投资', '≤500万元', '500', '万元')).findings[0]?.severity).toBe('warning')
  })

  it('decoy › a unit cost or standard is never compared with the total', () => {
    const outcome = check(
      [total('annual', '3,000')],
      cost('公务用车运行费', '≤35000元/车·年', '35000', '元/车·年'),
      cost('人均培训费', '≤5000元', '5000', '元'),
      cost('设备采购单价', '≤4000元', '4000', '元'),
      cost('补贴发放标准', '≤4800元', '4800', '元'),
    )
    expect(outcome).toMatchObject({ outcome: 'not-applicable', findings: [] })
  })

  it('undetermined › money that is blank or lost is not zero', () => {
    expect(check([], cost('活动总费用', '≤8万元', '8', '万元')).outcome).toBe('undetermined')
    expect(check([total('annual', '')], cost('活动总费用', '≤8万元', '8', '万元')).outcome).toBe('undetermined')
  })

  it('undetermined › of an indicator in both halves, both amounts must be read', () => {
    const both = [cost('平台建设成本', '≤300万元', '300', '万元', 'life'), cost('平台建设成本', '≤300万元', '300', '万元')]
    expect(check([total('life', ''), total('annual', '1,000,000')], ...both).outcome).toBe('undetermined')
  })

  it('not applicable › a form without a total cost has nothing to compare', () => {
    expect(costAboveMoney.check(exampleContext({ forms: [exampleForm()] })).outcome).toBe('not-applicable')
  })
})
