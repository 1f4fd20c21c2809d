import { describe, expect, it } from 'vitest'
import { t43ThreePublicFloor } from '../../src/rules/t43-three-public-floor.ts'
import { contextOf, table } from './narrative-builders.ts'

const basic = (amount: string) => table('generalPublicBasicExpenditure', '基本支出表', [
  { label: '公务用车运行维护费',
    cells: [[{ kind: 'basic', economic: '302/30231' }, amount], [{ kind: 'basic/operating', economic: '302/30231' }, amount]] },
])
const threePublic = (total: string, general = total) => table('threePublic', '“三公”经费表', [
  { label: '公务用车运行维护费',
    cells: [[{ threePublic: 'all/vehicle/running' }, total],
      [{ threePublic: 'all/vehicle/running', fund: 'fiscal/generalPublic' }, general]] },
])
const check = (...tables: readonly ReturnType<typeof table>[]) => t43ThreePublicFloor.check(contextOf({ tables }))

describe('t43ThreePublicFloor', () => {
  it.each([['1.50', '1.50'], ['2.00', '1.50']])('check › 三公 %s beside basic %s passes', (item, floor) => {
    expect(check(threePublic(item), basic(floor))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › a smaller item is a warning with the difference in fen', () => {
    expect(check(threePublic('1.00'), basic('1.50')).findings[0]).toMatchObject({ expected: 1_500_000, found: 1_000_000,
      difference: -500_000 })
  })

  it('check › a blank item beside basic money is a warning', () => {
    expect(check(threePublic(''), basic('1.50')).findings[0]).toMatchObject({ found: '空白' })
  })

  it('check › the total over all funds counts, not one fund', () => {
    expect(check(threePublic('1.50', '0.50'), basic('1.50')).outcome).toBe('pass')
  })

  it('check › without the 三公 table, or with an unread item, it is undetermined', () => {
    expect(check(basic('1.50')).outcome).toBe('undetermined')
    expect(check(threePublic('一点五'), basic('1.50')).outcome).toBe('undetermined')
  })

  it('check › no such basic item: not applicable', () => {
    expect(check(threePublic('1.00'), basic('')).outcome).toBe('not-applicable')
  })
})
