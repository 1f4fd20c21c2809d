import { describe, expect, it } from 'vitest'
import type { Indicator, IndicatorKind, ProjectForm } from '../../src/index.ts'
import { missingIndicators } from '../../src/rules/d25-missing-indicators.ts'
import { exampleContext, exampleForm, field, indicator, numberValue, textValue } from '../builders.ts'

const check = (part: Partial<ProjectForm>) => missingIndicators.check(exampleContext({ forms: [exampleForm(part)] }))
const without = (...kinds: readonly IndicatorKind[]): readonly Indicator[] =>
  exampleForm().indicators.filter(({ kind }) => kind === undefined || !kinds.includes(kind))

describe('missingIndicators', () => {
  it('a form with every kind holds', () => {
    expect(check({})).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('a missing quantity or effect is a warning', () => {
    expect(check({ indicators: without('quantity') }).findings).toMatchObject([
      { severity: 'warning', statement: { zh: expect.stringContaining('没有数量指标') as string } },
    ])
    expect(check({ indicators: without('social') }).findings).toMatchObject([
      { severity: 'warning', statement: { zh: expect.stringContaining('没有任何效益指标') as string } },
    ])
  })

  it('a missing cost is a notice, and a warning for purchases and works', () => {
    expect(check({ indicators: without('cost') }).findings).toMatchObject([{ severity: 'notice' }])
    expect(check({ indicators: without('cost'), projectName: field('阅览设备购置') }).findings).toMatchObject([{ severity: 'warning' }])
  })

  it('a kind printed with an empty value is missing', () => {
    const blank = exampleForm().indicators.map((one) => (one.kind === 'cost' ? indicator({ ...one, name: '', value: textValue('') }) : one))
    expect(check({ indicators: blank }).findings).toHaveLength(1)
  })

  it('few indicators are a notice', () => {
    expect(check({ indicators: without('satisfaction', 'quality') }).findings[0]?.statement.zh).toContain('三级指标只有4个')
  })

  it('percentages alone are a notice', () => {
    const share = (kind: IndicatorKind, level2: string) =>
      indicator({ level2, kind, name: `${level2}完成率`, value: numberValue('≥95%', '≥', '95', '%') })
    const indicators = [
      share('quantity', '数量指标'),
      share('quality', '质量指标'),
      share('timeliness', '时效指标'),
      share('cost', '成本指标'),
      share('social', '社会效益指标'),
    ]
    expect(check({ indicators }).findings).toMatchObject([
      { severity: 'notice', statement: { zh: expect.stringContaining('全部是百分比') as string } },
    ])
  })

  it('a kind that only one half states is not missing', () => {
    expect(check({ indicators: exampleForm().indicators.filter(({ span, kind }) => span === 'life' || kind !== 'cost') }).outcome).toBe(
      'pass',
    )
  })

  it('an indicator of no known kind, or one whose value was lost, leaves the form open', () => {
    const unknown = indicator({ level2: '', name: '活动场次', value: numberValue('24场', '=', '24', '场') })
    expect(check({ indicators: [...without('quantity'), unknown] })).toMatchObject({ outcome: 'undetermined', findings: [] })
    expect(
      check({
        indicators: [...without('quantity'), indicator({ level2: '数量指标', kind: 'quantity', name: '活动场次', value: textValue('') })],
      }).outcome,
    ).toBe('undetermined')
    expect(check({ indicators: [] }).outcome).toBe('undetermined')
  })

  it('forms of basic expenditure are not judged', () => {
    const form = exampleForm({ indicators: without('quantity') })
    expect(
      missingIndicators.check(exampleContext({ forms: [form], formLinks: [{ form, by: 'basic-expenditure', project: undefined }] }))
        .outcome,
    ).toBe('not-applicable')
  })

  it('decoy › a list of goals alone has no place for indicators', () => {
    expect(check({ layout: 'list', indicators: [], blankIndicators: [] })).toMatchObject({ outcome: 'not-applicable', findings: [] })
  })

  it('what three projects of a list lack alike is said once', () => {
    const forms = [1, 2, 3].map((index) => exampleForm({ index, layout: 'list', projectName: field(`活动${index}`), indicators: without('cost') }))
    expect(missingIndicators.check(exampleContext({ forms })).findings).toMatchObject([
      { severity: 'notice', statement: { zh: '3个项目没有成本指标：“活动1”、“活动2”、“活动3”。' }, found: '3个项目' },
    ])
    expect(missingIndicators.check(exampleContext({ forms: forms.slice(1) })).findings).toHaveLength(2)
  })
})
