import { describe, expect, it } from 'vitest'
import { k58BasicExpenditureItems } from '../../src/rules/k58-basic-expenditure-items.ts'
import { contextOf, section, table } from './narrative-builders.ts'

const basic = table('generalPublicBasicExpenditure', '一般公共预算基本支出表', [
  { label: '工资福利支出', cells: [[{ kind: 'basic/personnel', economic: '301' }, '70.00'], [{ kind: 'basic/operating', economic: '301' }, '']] },
  { label: '基本工资',
    cells: [[{ kind: 'basic/personnel', economic: '301/30101' }, '50.00'], [{ kind: 'basic/operating', economic: '301/30101' }, '']] },
  { label: '津贴补贴',
    cells: [[{ kind: 'basic/personnel', economic: '301/30102' }, '20.00'], [{ kind: 'basic/operating', economic: '301/30102' }, '']] },
  { label: '办公费',
    cells: [[{ kind: 'basic/personnel', economic: '302/30201' }, ''], [{ kind: 'basic/operating', economic: '302/30201' }, '5.00']] },
  { label: '维修(护)费',
    cells: [[{ kind: 'basic/personnel', economic: '302/30213' }, ''], [{ kind: 'basic/operating', economic: '302/30213' }, '1.00']] },
  { label: '培训费',
    cells: [[{ kind: 'basic/personnel', economic: '302/30216' }, ''], [{ kind: 'basic/operating', economic: '302/30216' }, '0.00']] },
])

const check = (...paragraphs: readonly string[]) =>
  k58BasicExpenditureItems.check(contextOf({ tables: [basic], sections: [section('六、基本支出', paragraphs)] }))

describe('k58BasicExpenditureItems', () => {
  it('check › the items with money, in any order and with other brackets, pass', () => {
    expect(check('人员经费70.00万元，主要包括：津贴补贴、基本工资等；', '公用经费6.00万元，主要包括：维修（护）费、办公费。')).toMatchObject({ outcome: 'pass', checked: 2 })
  })

  it('check › an item without money in the table is a warning that names it', () => {
    const { findings } = check('公用经费6.00万元，主要包括：办公费、维修(护)费、培训费、会议费。')
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ found: '培训费、会议费' })
    expect(findings[0]?.severity).toBeUndefined()
  })

  it('check › the glossary explains the word in general terms: no enumeration', () => {
    expect(check('七、机关运行经费：指行政单位使用一般公共预算安排的基本支出中的公用经费支出，包括办公及印刷费、会议费、福利费。').outcome).toBe('not-applicable')
    expect(check('机关运行经费是指为保障运行用于购买货物和服务的公用经费，包括办公费、会议费。').outcome).toBe('not-applicable')
  })

  it('check › an item with money that a closed list leaves out is a finding, that an open list leaves out a notice', () => {
    const closed = check('人员经费70.00万元，主要包括：基本工资、奖金。')
    expect(closed.findings.map(({ severity }) => severity)).toEqual([undefined, undefined])
    const open = check('公用经费6.00万元，主要包括：办公费、差旅费等。')
    expect(open.findings.map(({ severity }) => severity)).toEqual([undefined, 'notice'])
  })

  it('check › without the table it is undetermined', () => {
    const sections = [section('六、基本支出', ['人员经费70.00万元，主要包括：基本工资、津贴补贴。'])]
    expect(k58BasicExpenditureItems.check(contextOf({ sections })).outcome).toBe('undetermined')
  })

  it('check › a definition, a list of classes and a text without lists are not judged', () => {
    expect(check('基本支出指人员经费和公用经费。', '人员经费70.00万元，包括工资福利支出、对个人和家庭的补助。').outcome).toBe('not-applicable')
  })
})
