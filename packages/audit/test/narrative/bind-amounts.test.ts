import { describe, expect, test } from 'vitest'
import { mentionOf, readNarrative, valuesOf } from './example-narrative.ts'

function regions(lines: readonly string[]) {
  return valuesOf(readNarrative(lines)).filter((mention) => mention.role === 'amount').map((mention) => mention.region)
}

const year = '2024'

describe('recogniseNarrative amounts', () => {
  test('totals, this year’s money and carried money of both sides', () => {
    expect(regions([
      '一、部门预算收支变动情况及原因',
      '2024年度预算收入总计100.00万元，其中：本年收入90.00万元，上年结转10.00万元；本年部门预算支出总计100.00万元，其中：本年预算安排90.00万元。',
    ])).toEqual([
      { year }, { year, period: 'current' }, { year, period: 'carriedIn' }, { year }, { year, period: 'current' },
    ])
  })

  test('funds listed beside 上年结转 are this year’s money alone', () => {
    expect(regions(['二、收入预算情况说明', '2024年度预算收入100.00万元，主要包括一般公共预算拨款收入80.00万元；单位资金10.00万元；上年结转10.00万元。'])).toEqual([
      { year }, { year, fund: 'fiscal/generalPublic', period: 'current' }, { year, fund: 'unitFunds', period: 'current' },
      { year, period: 'carriedIn' },
    ])
  })

  test('funds listed without 上年结转 stay open', () => {
    expect(regions(['二、收入预算情况说明', '2024年度预算收入100.00万元，其中：一般公共预算拨款收入80.00万元，单位资金20.00万元。'])).toEqual([
      { year }, { year, fund: 'fiscal/generalPublic' }, { year, fund: 'unitFunds' },
    ])
  })

  test('其中 after a full list goes on about the list’s total, not about its last part', () => {
    expect(regions([
      '四、财政拨款收支总体情况说明',
      '2024年度财政拨款收支总预算100.00万元。收入为一般公共预算拨款100.00万元，政府性基金预算0.00万元。其中：当年拨款收入90.00万元，上年结转10.00万元。支出包括：社会保障和就业支出100.00万元。',
    ])).toEqual([
      { year, fund: 'fiscal' }, { year, fund: 'fiscal/generalPublic' }, { year, fund: 'fiscal/governmentFund' },
      { year, fund: 'fiscal', period: 'current' }, { year, fund: 'fiscal', period: 'carriedIn' },
      { year, fund: 'fiscal', use: 'spent', function: '208' },
    ])
  })

  test('a part takes the region of the amount that it is part of', () => {
    expect(regions(['一、部门预算收支变动情况及原因', '一般公共预算支出80.00万元，其中：基本支出60.00万元，项目支出20.00万元；政府性基金预算支出20.00万元。'])).toEqual([
      { year, fund: 'fiscal/generalPublic', use: 'spent' },
      { year, fund: 'fiscal/generalPublic', use: 'spent', kind: 'basic' },
      { year, fund: 'fiscal/generalPublic', use: 'spent', kind: 'project' },
      { year, fund: 'fiscal/governmentFund', use: 'spent' },
    ])
  })

  test('what is larger than the amount before 其中 is no part of it', () => {
    expect(regions(['一、部门预算收支变动情况及原因', '一般公共预算支出80.00万元，其中：基本支出90.00万元。'])[1]).toEqual({ year, use: 'spent', kind: 'basic' })
  })

  test('parts in the lines below belong to the total above', () => {
    expect(regions([
      '六、一般公共预算基本支出情况说明',
      '2024 年度一般公共预算基本支出 60.00万元, 其中:',
      '人员经费50.00万元, 主要包括: 基本工资等;',
      '公用经费10.00万元, 主要包括: 办公费等。',
    ])).toEqual([
      { year, fund: 'fiscal/generalPublic', period: 'current', use: 'spent', kind: 'basic' },
      { year, fund: 'fiscal/generalPublic', period: 'current', use: 'spent', kind: 'basic/personnel' },
      { year, fund: 'fiscal/generalPublic', period: 'current', use: 'spent', kind: 'basic/operating' },
    ])
  })

  test('当年拨款 is revenue, and its classes are what is spent of it', () => {
    expect(regions(['五、一般公共预算支出情况说明', '2024年度一般公共预算当年拨款90.00万元,主要用于以下方面: 社会保障和就业支出60.00万元; 住房保障支出30.00万元。'])).toEqual([
      { year, fund: 'fiscal/generalPublic', period: 'current' },
      { year, fund: 'fiscal/generalPublic', period: 'current', use: 'spent', function: '208' },
      { year, fund: 'fiscal/generalPublic', period: 'current', use: 'spent', function: '221' },
    ])
  })

  test('a subject is found by its written path, by a 款 below the 类 of an earlier line, and by its code', () => {
    const base = { year, fund: 'fiscal/generalPublic', period: 'current', use: 'spent' }
    expect(regions([
      '五、一般公共预算支出情况说明',
      '1.文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）50.00万元。',
      '2.文化和旅游（款）群众文化（项）支出20.00万元。',
      '3.行政运行（2080101）5.00万元。',
      '4.2070109-群众文化3.00万元。',
    ])).toEqual([
      { ...base, function: '207/20701/2070101' }, { ...base, function: '207/20701/2070109' }, { ...base, function: '208/20801/2080101' },
      { ...base, function: '207/20701/2070109' },
    ])
  })

  test('a name that stands at two places of the classification is not guessed', () => {
    const narrative = readNarrative(['五、一般公共预算支出情况说明', '行政运行50.00万元，住房公积金9.00万元。'])
    expect(mentionOf(narrative, '50.00万元')).toMatchObject({ region: undefined, unbound: expect.stringContaining('不止一处') as string })
    expect(mentionOf(narrative, '9.00万元').region).toBeUndefined()
  })

  test('in the basic expenditure section a name is one of the economic classification', () => {
    const narrative = readNarrative(['六、一般公共预算基本支出情况说明', '住房公积金9.00万元。'])
    expect(mentionOf(narrative, '9.00万元').region).toMatchObject({ economic: '301/30113', kind: 'basic' })
  })

  test('年终结转 leaves the section about what is spent', () => {
    expect(regions(['三、支出预算情况说明', '2024年支出预算90.00万元。年终结转0.00万元。'])).toEqual([{ year, use: 'spent' }, { year, use: 'carriedOut' }])
  })

  test('in a list of projects a bare name of the classification may be a project', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '项目支出40.00万元，其中：群众文化15.00万元，文化旅游体育与传媒支出25.00万元。'])
    expect(mentionOf(narrative, '15.00万元')).toMatchObject({ region: undefined, unbound: expect.stringContaining('项目名称') as string })
    expect(mentionOf(narrative, '25.00万元').region).toEqual({ year, use: 'spent', kind: 'project', function: '207' })
  })

  test('the body’s own name may begin a label, another unit’s may not', () => {
    const narrative = readNarrative(['二、收入预算情况说明', '2024年清河县文化馆收入100.00万元。清河县图书馆收入20.00万元。'])
    expect(mentionOf(narrative, '100.00万元').region).toEqual({ year })
    expect(mentionOf(narrative, '20.00万元')).toMatchObject({ region: undefined, unbound: expect.stringContaining('图书馆') as string })
  })

  test('a label with words that nobody explained is not bound', () => {
    expect(mentionOf(readNarrative(['三、支出预算情况说明', '基本支出40.00万元，其中非遗展演15.00万元。']), '15.00万元').region).toBeUndefined()
  })

  test('an amount in the reasons of a change is not bound', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '2024年支出预算100.00万元，比上年增加5.00万元，主要原因是项目支出增加安排5.00万元。'])
    expect(mentionOf(narrative, '5.00万元', 1).region).toEqual({ year, use: 'spent' })
    expect(mentionOf(narrative, '5.00万元', 2).unbound).toContain('原因')
  })

  test('a title at the start of the line names what 预算数 is of; an unknown title names nothing', () => {
    expect(regions(['七、“三公”经费情况说明', '2024年预算数6.00万元。', '1.公务接待费。2024年预算数2.00万元。', '2.考察学习费。2024年预算数4.00万元。'])).toEqual([
      { year, use: 'spent', fund: 'fiscal', threePublic: 'all' },
      { year, use: 'spent', fund: 'fiscal', threePublic: 'all/reception' },
      undefined,
    ])
  })

  test('会议费 in the section of “三公”经费 is none of them', () => {
    expect(regions(['七、“三公”经费、会议费情况说明', '“三公”经费6.00万元，会议费9.00万元。'])).toEqual([
      { year, use: 'spent', fund: 'fiscal', threePublic: 'all' }, undefined,
    ])
  })

  test('a heading without a kind still narrows what its amounts can be', () => {
    expect(regions(['十、政府性基金预算情况', '支出30.00万元。'])).toEqual([{ year, fund: 'fiscal/governmentFund', use: 'spent' }])
    expect(regions(['十、政府性基金预算和一般公共预算情况', '支出30.00万元。'])).toEqual([undefined])
  })

  test('the value of an asset is no amount of the budget', () => {
    const narrative = readNarrative(['十一、国有资产占有使用情况', '展厅面积680平方米，原值36万，净值20.00万元。'])
    expect(mentionOf(narrative, '36万')).toMatchObject({
      role: 'amount', region: undefined, unit: '万', label: '原值', printed: { kind: 'stated', stated: { value: 36_000_000 } },
    })
    expect(mentionOf(narrative, '20.00万元')).toMatchObject({ region: undefined, unbound: undefined, outside: expect.stringContaining('资产') as string })
    expect(mentionOf(narrative, '680平方米')).toMatchObject({ role: 'count', unbound: undefined, printed: undefined })
  })

  test('without a unit the amount is bound but unreadable', () => {
    const narrative = readNarrative(['八、机关运行经费说明', '2024年机关运行经费为50.00万元，2023年机关运行经费52.30，较上年减少了4.40%。'])
    const region = { year: '2023', use: 'spent', fund: 'fiscal', agencyOperating: 'all' }
    expect(mentionOf(narrative, '52.30')).toMatchObject({
      role: 'previous', region, unit: '', printed: { kind: 'unreadable', text: '52.30' }, subject: mentionOf(narrative, '50.00万元').id,
    })
  })

  test('execution is another stage than the budget', () => {
    const narrative = readNarrative(['八、机关运行经费说明', '机关运行经费50.00万元，2023年预算执行数为60.00万元。'])
    expect(mentionOf(narrative, '60.00万元')).toMatchObject({
      role: 'previous', region: { year: '2023', phase: 'final', use: 'spent', fund: 'fiscal', agencyOperating: 'all' },
    })
  })

  test('without a year of the document only a sentence that names one is bound', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '2024年支出预算100.00万元，其中：基本支出60.00万元。'], { year: undefined })
    expect(mentionOf(narrative, '100.00万元').region).toEqual({ year, use: 'spent' })
    expect(mentionOf(narrative, '60.00万元').unbound).toContain('年度')
  })

  test('years, numbering and document numbers are other, and not expected to be bound', () => {
    const others = readNarrative(['一、部门职责', '1、落实清政发〔2023〕15号文件，2024年举办活动。']).mentions
    expect(others.map((mention) => [mention.role, mention.text, mention.unbound])).toEqual([
      ['other', '1', undefined], ['other', '2023', undefined], ['other', '15', undefined], ['other', '2024', undefined],
    ])
  })
})
