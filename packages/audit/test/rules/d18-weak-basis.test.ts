import { describe, expect, it } from 'vitest'
import { weakBasis } from '../../src/rules/d18-weak-basis.ts'
import { exampleContext, exampleForm, field } from '../builders.ts'

const check = (...texts: readonly string[]) =>
  weakBasis.check(
    exampleContext({
      forms: texts.map((text, index) =>
        exampleForm({ index: index + 1, projectName: field(`阅读活动${index + 1}`), texts: { basis: field(text) } }),
      ),
    }),
  )

describe('weakBasis', () => {
  it.each([
    '《清河县全民阅读工作方案》（清文发〔2023〕15号）',
    '清文发[2023]15号',
    '《公共图书馆法》、《关于申请阅读活动经费的报告》',
    '县政府常务会议纪要（2023）3号',
    '与印刷厂签订的合同',
    '根据预算法及其实施条例',
    '《关于下达2023年阅读补助的通知》及《关于下达2024年阅读补助的通知》',
    '《关于提前下达2024年阅读补助资金的通知》',
  ])('“%s” can be looked up', (text) => {
    expect(check(text)).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('a payroll or a report is a claim and no basis', () => {
    expect(check('馆员工资报告').findings).toMatchObject([{ severity: 'warning', found: '馆员工资报告' }])
    expect(check('《关于申请活动经费的请示》').findings).toMatchObject([{ severity: 'warning' }])
  })

  it('an unnamed policy is a notice, and forms with the same words are one finding', () => {
    const { findings, checked } = check('县里有关政策', '县里有关政策', '《清河县阅读条例》')
    expect(checked).toBe(3)
    expect(findings).toMatchObject([{ severity: 'notice', found: '县里有关政策' }])
    expect(findings[0]?.places).toHaveLength(2)
  })

  it("a document that allots an earlier year's money is a notice, unless the project is about that year", () => {
    const text = '《关于下达2023年阅读补助资金的通知》（清财教〔2023〕8号）'
    expect(check(text).findings).toMatchObject([{ severity: 'notice', statement: { zh: expect.stringContaining('2023年') as string } }])
    const same = exampleForm({ projectName: field('2023年阅读活动尾款'), texts: { basis: field(text) } })
    expect(weakBasis.check(exampleContext({ forms: [same] })).outcome).toBe('pass')
  })

  it('a blank basis is a notice, one that was not read leaves the form open', () => {
    expect(check('').findings).toMatchObject([{ severity: 'notice' }])
    expect(weakBasis.check(exampleContext({ forms: [exampleForm({ texts: {} })] }))).toMatchObject({ outcome: 'undetermined', checked: 0 })
  })

  it('forms of basic expenditure need no project basis', () => {
    const form = exampleForm({ texts: { basis: field('按要求保障运转') } })
    expect(
      weakBasis.check(exampleContext({ forms: [form], formLinks: [{ form, by: 'basic-expenditure', project: undefined }] })).outcome,
    ).toBe('not-applicable')
  })
})
