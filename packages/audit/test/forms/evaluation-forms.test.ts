import { describe, expect, it } from 'vitest'
import { fundingLines, parse, parseOne } from './example-text.ts'

const selfEvaluation = `全民阅读活动项目绩效自评表

（2024年度）

项目名称|全民阅读活动||||||
主管部门|清河县文化局|实施单位|清河县文化馆||||
项目资金（万元）||年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分
|年度资金总额|12.00|10.00|8.00|10|80.00%|8.00
|其中：当年财政拨款|12.00|10.00|8.00|—||—
|上年结转资金||||—||—
|其他资金||||—||—
年度总体目标完成情况|预期目标（年初设定）||||实际完成情况|||
|全年举办24场。||||举办了26场。|||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标（50分）|数量指标|举办场次|≥24场|26场|50|50|
|效益指标（30分）|社会效益指标|读者人次|≥6000人次|5800人次|30|28|雨天较多
|满意度指标（10分）|服务对象满意度指标|读者满意度|≥90%|95%|10|10|
总分||||||100|96|
`

describe('parseForms › a self-evaluation', () => {
  const { forms, evaluations } = parse(selfEvaluation)
  const [form] = evaluations

  it('is no target form', () => {
    expect([forms.length, evaluations.length]).toEqual([0, 1])
    expect([form?.projectName.text, form?.year, form?.implementingUnit.text]).toEqual(['全民阅读活动', 2024, '清河县文化馆'])
  })

  it('reads planned and spent money, rate, weight and score', () => {
    const [total, fiscal, carried] = form?.evaluation?.funding ?? []
    expect([total?.level, total?.initial?.text, total?.budget?.text, total?.executed?.text]).toEqual(['total', '12.00', '10.00', '8.00'])
    expect([total?.rate?.text, total?.weight?.text, total?.score?.text]).toEqual(['80.00%', '10', '8.00'])
    expect([fiscal?.level, carried?.level, carried?.budget?.kind]).toEqual(['fiscal', 'carriedIn', 'blank'])
    expect([form?.evaluation?.total?.weight?.text, form?.evaluation?.total?.score?.text]).toEqual(['100', '96'])
  })

  it('reads what each indicator reached', () => {
    expect(form?.indicators.map(({ name, value, weight, result }) => [name, value.raw, weight?.text, result?.actual?.text, result?.score?.text, result?.reason?.text])).toEqual([
      ['举办场次', '≥24场', '50', '26场', '50', undefined],
      ['读者人次', '≥6000人次', '30', '5800人次', '28', '雨天较多'],
      ['读者满意度', '≥90%', '10', '95%', '10', undefined],
    ])
    expect([form?.goals.annual?.text, form?.evaluation?.achieved?.text]).toEqual(['全年举办24场。', '举办了26场。'])
  })

  it('of a whole department reads its money below 年度预算申请 as well', () => {
    const text = `部门整体支出绩效自评表

单位名称|清河县文化局||||||
年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100.00|120.00|114.00|10|95%|9.5
年度总体目标|预期目标|||实际完成情况|||
|开放三个场馆。|||已开放。|||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
|产出指标|数量指标|开放场馆|3个|3个|90|90
总分||||||100|99.5
`
    const [whole] = parse(text).evaluations
    expect(whole?.evaluation?.funding.map(({ level, budget, executed, rate }) => [level, budget?.text, executed?.text, rate?.text])).toEqual([['total', '120.00', '114.00', '95%']])
    expect([whole?.overview === undefined, whole?.indicators.length, whole?.evaluation?.total?.score?.text]).toEqual([false, 1, '99.5'])
  })

  it('ends with its total score', () => {
    const scoring = '一级指标|二级指标|三级指标|评分标准|分值|得分\n决策|立项|立项依据|充分得满分|5|6\n'
    const read = parse(`${selfEvaluation}\n一、综合评价结论\n\n${scoring}`)
    expect(read.evaluations[0]?.indicators).toHaveLength(3)
    expect(read.problems.map(({ code }) => code)).toEqual(['audit.form.unreadTable'])
  })
})

describe('parseForms › the form of a whole department', () => {
  it('reads words with their amounts beside them', () => {
    const { departments } = parse(`部门整体预算绩效目标申报表

部门名称|清河县文化局|||
预算整体情况|部门预算支出|预算金额（万元）|收入来源|预算金额（万元）
|基本支出|10.50|财政拨款|80.00
|项目支出|70.50|其他资金|1.00
总体绩效目标|办好文化馆。|||
年度重点工作任务|名称|主要实施内容|拟投入的资金（万元）|期望达到的目标（概述）
|阅读推广|办活动|20.14|读者增加
绩效指标|一级指标|二级指标|三级指标|指标值
|产出指标|数量指标|开放天数|≥300天
`)
    const [form] = departments
    expect(form?.overview?.money.map(({ part, amount }) => `${part} ${amount.text}`)).toEqual(['basic 10.50', 'fiscal 80.00', 'project 70.50', 'other 1.00'])
    expect(form?.overview?.tasks.map(({ name, amounts }) => [name.text, amounts.map(({ side, part, amount }) => `${side} ${part} ${amount.text}`)])).toEqual([['阅读推广', ['budget total 20.14']]])
    expect(form?.indicators.map(({ name }) => name)).toEqual(['开放天数'])
  })

  it('reads heads above one row of amounts, and levels printed before a name', () => {
    const { departments } = parse(`部门整体支出绩效目标表

（2024年度）

部门名称||清河县文化局||||||
总体资金情况（万元）||预算支出总额|财政拨款|||其他资金||
|||合计|基本支出|项目支出|合计|基本支出|项目支出
||32.05|32.00|25.20|6.80|0.05||0.05
整体绩效目标|整体绩效目标|办好文化馆。||||||
||活动|绩效指标|指标性质|指标值|度量单位||
||阅读推广|产出指标数量指标举办场次|≥|24|场||
`)
    const [form] = departments
    expect(form?.overview?.money.map(({ part, amount }) => `${part} ${amount.text}`)).toEqual([
      'total 32.05', 'fiscal 32.00', 'fiscalBasic 25.20', 'fiscalProject 6.80', 'other 0.05', 'otherProject 0.05',
    ])
    expect(form?.indicators).toMatchObject([{ level1: '产出指标', level2: '数量指标', kind: 'quantity', name: '举办场次', value: { raw: '≥24场' } }])
  })

  it('a line of the contents that names it is none', () => {
    expect(parse('10、部门整体支出绩效目标表\n\n部门名称|收入|预算金额\n清河县文化局|财政拨款|12.00\n').departments).toEqual([])
  })
})

describe('parseForms › headings', () => {
  const body = '主管部门|清河县文化局|||\n项目资金（万元）|年度资金总额|8.00||\n年度目标|办好活动。|||\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|场次|≥4场\n'

  it('a page that repeats the heading goes on with the form', () => {
    const { forms } = parse(`政策和项目预算绩效目标表\n\n项目名称|全民阅读活动|||\n${body}\n政策和项目预算绩效目标表\n\n绩效指标|效益指标|社会效益指标|读者人次|≥600人次\n`)
    expect(forms.map(({ indicators }) => indicators.map(({ name }) => name))).toEqual([['场次', '读者人次']])
  })

  it('a heading printed twice heads one form, with its year', () => {
    const { forms } = parse(`项目绩效目标表\n\n(2024年度)\n\n项目绩效目标表\n\n项目名称|全民阅读活动|||\n${body}`)
    expect(forms.map(({ year, projectName }) => [year, projectName.text])).toEqual([[2024, '全民阅读活动']])
  })

  it('a project named in the heading alone has that name, one named nowhere has none', () => {
    expect(parseOne(`流动图书车购置项目绩效目标表\n\n${body}`).projectName.text).toBe('流动图书车购置')
    expect(parseOne(`清河县县级预算部门(单位)项目支出绩效目标表\n\n${body}`).projectName.text).toBe('')
  })

  it('a form that nobody filled in is left out', () => {
    const blank = '专项资金绩效目标表\n\n项目名称||||\n主管部门||||\n资金金额（万元）|实施期资金总额：||年度资金总额：|\n总体目标||||\n一级指标|二级指标|三级指标|指标值|\n产出指标|数量指标|||\n'
    expect(parse(blank)).toMatchObject({ forms: [], problems: [] })
  })

  it('项目资金总额 beside 年度资金申请总额 is that of the whole project', () => {
    const form = parseOne(`项目绩效目标表\n\n项目名称|全民阅读活动|||\n项目资金（元）|项目资金总额|300.00|年度资金申请总额|100.00\n|其中：财政资金|300.00|其中：当年财政拨款|100.00\n年度目标|办好活动。|||\n一级指标|二级指标|三级指标|指标值|\n产出指标|数量指标|场次|≥4场|\n`)
    expect([fundingLines(form, 'life'), fundingLines(form, 'annual')]).toEqual([['total = 300.00', 'fiscal = 300.00'], ['total = 100.00', 'fiscal = 100.00']])
  })
})
