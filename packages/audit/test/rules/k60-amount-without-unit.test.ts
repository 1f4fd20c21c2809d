import { describe, expect, it } from 'vitest'
import { k60AmountWithoutUnit } from '../../src/rules/k60-amount-without-unit.ts'
import { contextOf, mention } from './narrative-builders.ts'

const clause = '2024年机关运行经费为6.00万元，2023年机关运行经费5.50，增加9.09%'
const now = mention('n1', 'amount', '6.00万元', { label: '机关运行经费', clause })

describe('k60AmountWithoutUnit', () => {
  it('check › amounts with units pass', () => {
    expect(k60AmountWithoutUnit.check(contextOf({ mentions: [now] }))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › an amount without a unit is an error that names the unit of its neighbours', () => {
    const before = mention('n2', 'previous', '5.50', { label: '机关运行经费', clause })
    const { outcome, findings } = k60AmountWithoutUnit.check(contextOf({ mentions: [now, before] }))
    expect(outcome).toBe('fail')
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ found: '5.50', expected: '5.50万元' })
  })

  it('check › a bare zero, a count and words for no change are no findings', () => {
    const decoys = [
      mention('n2', 'amount', '0', { label: '政府性基金预算支出', clause }),
      mention('n3', 'amount', '12', { label: '公务接待批次', clause }),
      mention('n4', 'change', '相同', { label: '公务接待费', clause, direction: 'same' }),
      mention('n5', 'other', '2024', { label: '预算', clause }),
    ]
    expect(k60AmountWithoutUnit.check(contextOf({ mentions: [now, ...decoys] })).findings).toEqual([])
  })

  it('check › a document without amounts in prose is not applicable', () => {
    expect(k60AmountWithoutUnit.check(contextOf({})).outcome).toBe('not-applicable')
  })
})
