import { describe, expect, it } from 'vitest'
import { fundingLines, indicatorLines, parse } from './example-text.ts'

const head = '项目名称|项目总额|其中：||绩效目标|一级指标|二级指标|三级指标|绩效指标性质|本年绩效指标值|绩效度量单位\n||财政资金|其他资金|||||||\n'
const title = '项目支出绩效目标表\n\n金额单位：万元\n\n'

describe('parseForms › a list with a row per indicator', () => {
  const { forms, blocks, problems } = parse(`${title}${head}\
21000024T000000000001-全民阅读活动|17.398000|17.398000||全年举办24场。|产出指标|数量指标|举办场次|≥|24|场
|||||产出指标|质量指标|参与度|定性|优|
|||||成本指标|经济成本指标|活动总成本|≤|17.398|万元
流动图书车购置|8.00||8.00|购置1辆。|产出指标|数量指标|购置数量|＝|1|辆
`)

  it('gives a form per project, the code taken off its name', () => {
    expect(forms.map(({ projectName }) => projectName.text)).toEqual(['全民阅读活动', '流动图书车购置'])
    expect(forms.map(({ goals }) => goals.annual?.text)).toEqual(['全年举办24场。', '购置1辆。'])
    expect([blocks.size, problems]).toEqual([1, []])
  })

  it('reads the money in the unit above the table', () => {
    expect(fundingLines(forms[0] ?? never(), 'annual')).toEqual(['total = 17.398000', 'fiscal = 17.398000', 'other = '])
    expect(forms[0]?.funding[0]?.amount).toMatchObject({ kind: 'stated', stated: { value: 17_398_000, quantum: 1 } })
  })

  it('puts operator, number and unit together', () => {
    expect(indicatorLines(forms[0] ?? never(), 'annual')).toEqual(['数量指标 / 举办场次 = ≥24场', '质量指标 / 参与度 = 优', '经济成本指标 / 活动总成本 = ≤17.398万元'])
    expect(forms[1]?.indicators[0]).toMatchObject({ level1: '产出指标', kind: 'quantity', value: { kind: 'number', operator: '=', unit: '辆' } })
  })
})

describe('parseForms › a list that goes on over pages', () => {
  it('goes on with the last project where the next page repeats its name, or begins without one', () => {
    const page = (rows: string): string => `${head}${rows}`
    const first = page('全民阅读活动|12.00|12.00||办24场。|产出指标|数量指标|举办场次|≥|24|场\n')
    const again = page('全民阅读活动|12.00|12.00|||产出指标|质量指标|合格率|≥|95|%\n')
    const nameless = page('|||||产出指标|时效指标|完成时间|定性|12月底前|\n巡演|30.00|30.00||演出40场。|产出指标|数量指标|演出场次|≥|40|场\n')
    const { forms } = parse(`${title}${first}\n- 3 -\n\n${again}\n- 4 -\n\n${nameless}`)
    expect(forms.map(({ projectName, indicators }) => [projectName.text, indicators.length])).toEqual([['全民阅读活动', 3], ['巡演', 1]])
  })

  it('finds the head although text of the cell above stands in it', () => {
    const polluted = head.replace('项目名称|', '读活动项目名称|').replace('|绩效目标|', '|场次目标绩效目标|')
    const { forms } = parse(`${title}${head}全民阅读活动|12.00|12.00||办24场。|产出指标|数量指标|举办场次|≥|24|场\n\n读活动\n\n${polluted}|||||产出指标|质量指标|合格率|≥|95|%\n`)
    expect(forms.map(({ indicators }) => indicators.map(({ name }) => name))).toEqual([['举办场次', '合格率']])
  })
})

describe('parseForms › a list with all indicators in one cell', () => {
  const text = `项目支出绩效目标表

单位：万元

项目名称（资金使用单位）|总计|财政拨款|财政专户拨款|其他资金|绩效目标|绩效指标
合计|42.00|42.00||||
清河县文化馆|42.00|42.00||||
全民阅读活动|12.00|12.00|||全年举办24场。|1、1-产出指标；11-数量指标；举办场次；实施周期指标值:≥72场；年度指标值:≥24场。2、2-效益指标；22-社会效益；读者人次（线上；线下）；实施周期指标值:≥1.8万人次；年度指标值:≥6000人次。
巡演|30.00|30.00|||演出40场。|1、1-产出指标；11-数量指标；演出场次；年度指标值:≥40场。
`
  const { forms } = parse(text)

  it('takes the subtotal of a unit for no project, and its name for the unit of those below', () => {
    expect(forms.map(({ projectName, implementingUnit }) => [projectName.text, implementingUnit.text])).toEqual([['全民阅读活动', '清河县文化馆'], ['巡演', '清河县文化馆']])
  })

  it('reads both values of every entry', () => {
    expect(indicatorLines(forms[0] ?? never(), 'annual')).toEqual(['数量指标 / 举办场次 = ≥24场', '社会效益 / 读者人次（线上；线下） = ≥6000人次'])
    expect(indicatorLines(forms[0] ?? never(), 'life')).toEqual(['数量指标 / 举办场次 = ≥72场', '社会效益 / 读者人次（线上；线下） = ≥1.8万人次'])
    expect(forms[0]?.indicators.map(({ kind }) => kind)).toEqual(['quantity', 'quantity', 'social', 'social'])
  })
})

describe('parseForms › a list of goals alone', () => {
  it('is read under a heading about performance, and no table of projects is', () => {
    const table = '项目|预算数（单位：万元）|绩效目标\n全民阅读活动|12.00|全年举办24场。\n'
    expect(parse(`重点项目绩效目标情况如下：\n\n${table}`).forms.map(({ projectName, funding }) => [projectName.text, funding.length])).toEqual([['全民阅读活动', 1]])
    expect(parse(`重点项目绩效目标情况如下：\n\n${table}`).problems).toEqual([])
    expect(parse(`项目支出预算表\n\n${table}`).forms).toEqual([])
  })
})

describe('parseForms › a list of departments', () => {
  const { departments, forms } = parse(`部门整体支出绩效目标表

单位：万元

单位编码|单位名称|年度预算申请|||整体绩效目标|部门整体支出年度绩效目标||||||
||资金总额|基本支出|项目支出||一级指标|二级指标|三级指标|指标值类型|指标值|计量单位
021|清河县文化馆|656.73|386.73|270.00|开放场馆。|成本指标|经济成本指标|项目支出|≤|270|万元
||||||产出指标|数量指标|开放天数|≥|300|天
`)

  it('is the form of the whole department', () => {
    expect(forms).toEqual([])
    expect(departments.map(({ implementingUnit }) => implementingUnit.text)).toEqual(['清河县文化馆'])
    expect(departments[0]?.overview?.money.map(({ part, amount }) => `${part} ${amount.text}`)).toEqual(['total 656.73', 'basic 386.73', 'project 270.00'])
    expect(indicatorLines(departments[0] ?? never(), 'annual')).toEqual(['经济成本指标 / 项目支出 = ≤270万元', '数量指标 / 开放天数 = ≥300天'])
  })
})

function never(): never {
  throw new Error('the form was not found')
}
