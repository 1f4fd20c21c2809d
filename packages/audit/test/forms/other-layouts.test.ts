import { describe, expect, it } from 'vitest'
import { indicatorLines, fundingLines, parse, parseOne } from './example-text.ts'

const yearOnly = `政策和项目预算绩效目标表

(2025年度)

项目名称|图书馆错时开放|||
主管部门及代码|021_清河县文化和旅游局|实施单位|清河县图书馆|
项目资金|年度预算资金总额：|31.00||
（万元）|其中：财政拨款|31.00||
|其他资金|||
总体目标|周末和晚间开放阅览室。|||
|一级指标|二级指标|三级指标|指标值
绩效指标|成本指标|经济成本|开放总成本|≤31万元
绩效指标|产出指标|数量指标|错时开放天数|≥150天
||时效指标|每周开放|6天以上
绩效指标|满意度指标|服务对象满意度 指标|读者满意度|≥95%
`

describe('parseForms › a form for the year only', () => {
  const form = parseOne(yearOnly)

  it('puts money, goal and indicators into the annual half', () => {
    expect(form.funding.map(({ span }) => span)).toEqual(['annual', 'annual', 'annual'])
    expect(fundingLines(form, 'annual')).toEqual(['total = 31.00', 'fiscal = 31.00', 'other = '])
    expect(form.funding[0]?.amount).toMatchObject({ kind: 'stated', stated: { value: 31_000_000, quantum: 10_000 } })
    expect(form.goals).toMatchObject({ annual: { text: '周末和晚间开放阅览室。' } })
    expect(form.goals.life).toBeUndefined()
    expect(form.indicators.every(({ span }) => span === 'annual')).toBe(true)
  })

  it('reads 成本指标 as first level above 经济成本', () => {
    expect(form.indicators[0]).toMatchObject({ level1: '成本指标', level2: '经济成本', kind: 'cost', name: '开放总成本' })
    expect(indicatorLines(form, 'annual')).toEqual([
      '经济成本 / 开放总成本 = ≤31万元', '数量指标 / 错时开放天数 = ≥150天', '时效指标 / 每周开放 = 6天以上', '服务对象满意度指标 / 读者满意度 = ≥95%',
    ])
  })

  it('leaves out what the layout does not have', () => {
    const { texts, handler, phone, filledOn, responsible } = form
    expect([texts.overview, handler, phone, filledOn, responsible].every((part) => part === undefined)).toBe(true)
    expect([form.attribute.text, form.duration.field.text]).toEqual(['', ''])
    expect(parse(yearOnly).problems).toEqual([])
  })
})

describe('parseForms › 满意度指标 without a second level', () => {
  it('takes 满意度指标 for both levels', () => {
    const form = parseOne(yearOnly.replace('绩效指标|满意度指标|服务对象满意度 指标|', '绩效指标|满意度指标||'))
    expect(form.indicators.at(-1)).toMatchObject({ level1: '满意度指标', level2: '满意度指标', kind: 'satisfaction', name: '读者满意度' })
  })
})

describe('parseForms › operator and unit in columns of their own', () => {
  const form = parseOne(`项目支出绩效目标表

项目名称|公共电子阅览室运行|||||
实施单位|清河县图书馆|||||
项目资金（万元）|年度资金总额|8.00||||
年度目标|保障电子阅览室运行。|||||
一级指标|二级指标|三级指标|指标性质|指标值|度量单位|备注
产出指标|数量指标|开放终端数量|≥|40|台|
||维护次数|＝|12|次|每月
|质量指标|故障修复率|≥|95|%|
|时效指标|完成时限|定性|年底前完成||
效益指标|社会效益指标|||||
`)

  it('puts the value together from its cells', () => {
    expect(indicatorLines(form, 'annual')).toEqual([
      '数量指标 / 开放终端数量 = ≥40台', '数量指标 / 维护次数 = ＝12次', '质量指标 / 故障修复率 = ≥95%', '时效指标 / 完成时限 = 年底前完成',
    ])
    expect(form.indicators[0]?.value).toMatchObject({ kind: 'number', operator: '≥', unit: '台' })
    expect(form.indicators[1]?.value).toMatchObject({ kind: 'number', operator: '=', operatorStated: true, unit: '次' })
    expect(form.indicators[3]?.value.kind).toBe('text')
  })

  it('names a blank second-level indicator', () => {
    expect(form.blankIndicators?.map(({ level1, level2 }) => [level1, level2])).toEqual([['效益指标', '社会效益指标']])
  })
})

describe('parseForms › two values beside one name', () => {
  const form = parseOne(`项目绩效目标表

项目名称|乡镇综合文化站免费开放||||
项目资金（万元）|中期资金总额|90.00|年度资金总额|30.00|
中期目标|三年全部开放。|年度目标|开放8个站。||
一级指标|二级指标|三级指标|中期指标值|年度指标值
产出指标|数量指标|免费开放站数|≥24个|≥8个
|质量指标|设施完好率|≥98%|
`)

  it('gives one indicator per value and none for a half without one beyond its name', () => {
    expect(indicatorLines(form, 'life')).toEqual(['数量指标 / 免费开放站数 = ≥24个', '质量指标 / 设施完好率 = ≥98%'])
    expect(indicatorLines(form, 'annual')).toEqual(['数量指标 / 免费开放站数 = ≥8个', '质量指标 / 设施完好率 = '])
  })

  it('keeps money and goals of the two spans apart', () => {
    expect(fundingLines(form, 'life')).toEqual(['total = 90.00'])
    expect(fundingLines(form, 'annual')).toEqual(['total = 30.00'])
    expect([form.goals.life?.text, form.goals.annual?.text]).toEqual(['三年全部开放。', '开放8个站。'])
  })
})

describe('parseForms › not a project form', () => {
  it('leaves the target form of the whole department alone', () => {
    const text = '部门整体支出绩效目标表\n\n主管部门|清河县文化和旅游局||\n年度目标|做好文化服务。||\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|开放场馆|≥3个\n'
    const { forms, departments } = parse(text)
    expect(forms).toEqual([])
    expect(departments.map(({ indicators }) => indicators.map(({ name }) => name))).toEqual([['开放场馆']])
  })
})
