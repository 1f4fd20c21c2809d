import { describe, expect, it } from 'vitest'
import { alreadyHappened } from '../../src/rules/d16-already-happened.ts'
import type { ProjectForm } from '../../src/index.ts'
import { exampleContext, exampleForm, field, indicator, textValue } from '../builders.ts'
import { projectTable } from '../project-tables.ts'

const check = (part: Partial<ProjectForm>, document: Parameters<typeof exampleContext>[0] = {}) =>
  alreadyHappened.check(exampleContext({ forms: [exampleForm(part)], ...document }))
const on = (raw: string, name = '活动举办时间') => ({
  indicators: [indicator({ level2: '时效指标', kind: 'timeliness', name, value: textValue(raw) })],
})
/** The example's texts without the year in its goals. */
const undated = { texts: { overview: field('举办24场阅读活动。') }, goals: {} }

describe('alreadyHappened', () => {
  it('a form about the budget year holds', () => {
    expect(check({})).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('an event dated before the budget year is found, all its dates in one finding', () => {
    const two = [on('2023年6月18日'), on('2023年6月1日至2023年6月6日', '报名时间')].flatMap(({ indicators }) => indicators)
    expect(check({ indicators: two }).findings).toMatchObject([{ expected: '2024年', found: '2023年6月18日；2023年6月1日至2023年6月6日' }])
  })

  it.each(['2023-2024年', '2024年7月', '2023年12月至2024年3月', '7月底前', '每年6月'])('%s reaches the year or names none', (raw) => {
    expect(check(on(raw)).outcome).toBe('pass')
  })

  it('projects named after an earlier year are one notice with all places', () => {
    const forms = [1, 2].map((index) => exampleForm({ index, projectName: field(`2023年阅读活动${index}`, { line: index }), ...undated }))
    const { findings } = alreadyHappened.check(exampleContext({ forms }))
    expect(findings).toMatchObject([{ severity: 'notice', found: '2个', places: [{ line: 1 }, { line: 2 }] }])
  })

  it('arrears that the form explains are named as such', () => {
    const [finding] = check({ projectName: field('2023年阅读活动'), ...undated, texts: { overview: field('支付活动尾款。') } }).findings
    expect(finding?.statement.zh).toContain('尾款')
  })

  it('a name whose year dates a group that the form pays this year is left alone', () => {
    expect(
      check({
        projectName: field('2023年新聘馆员生活补贴'),
        texts: { overview: field('2023年聘用的3名馆员2024年补贴共6万元。') },
        goals: {},
      }).outcome,
    ).toBe('pass')
  })

  it('document numbers and titles name no year of work', () => {
    expect(check({ projectName: field('清文发〔2023〕15号阅读活动'), ...undated }).outcome).toBe('pass')
  })

  it('carried-over money may bear the earlier year', () => {
    expect(
      check({ projectName: field('2023年阅读活动'), ...undated }, { tables: [projectTable('carriedIn', { '2023年阅读活动': '12.00' })] })
        .outcome,
    ).toBe('pass')
  })

  it('without a budget year nothing is concluded', () => {
    const facts = { body: undefined, year: undefined, kind: undefined, level: undefined }
    expect(check({ year: undefined, ...on('2023年7月') }, { facts })).toMatchObject({ outcome: 'undetermined', findings: [] })
  })

  it('final accounts and documents without forms are not judged', () => {
    expect(alreadyHappened.check(exampleContext()).outcome).toBe('not-applicable')
  })
})
