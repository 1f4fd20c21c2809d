import { describe, expect, it } from 'vitest'
import type { Ledger, PerformanceForm } from '../../src/index.ts'
import { archive, bureau, emptyLedger, ledgerOf, linesOf, operates, pays, project, section, texts, wan, write } from './example.ts'

const twoUnits: Ledger['units'] = [
  { name: bureau, code: '031001', nature: 'administrative' }, { name: archive, code: '031002', nature: 'institution' },
]

function formFor(subject: PerformanceForm['subject']): PerformanceForm {
  return {
    subject, unit: undefined, attribute: '一次性项目(1年结束)', duration: '1年', lifeFunding: undefined, overview: '', basis: '', necessity: '', measures: '',
    plan: '', lifeGoal: '', annualGoal: '', indicators: [], responsible: '', handler: '', phone: '', filledOn: '',
  }
}

describe('duties', () => {
  it('are the department\'s own text, and missed where there is none', () => {
    expect(section({ ...emptyLedger, texts: texts({ duties: '（1）管理全县档案；\n（2）完成交办的其他工作。' }) }, 'duties')).toEqual(['（1）管理全县档案；', '（2）完成交办的其他工作。'])
    expect(write(emptyLedger, { sections: [{ id: 'duties', heading: '一、本部门职责' }] }).problems.map(({ code }) => code)).toEqual(['compile.narrative.missing'])
  })
})

describe('organisation', () => {
  const headcount: Ledger['facts']['headcount'] = [
    { unit: bureau, kind: 'administrativePosts', people: 15 }, { unit: archive, kind: 'institutionPosts', people: 16 },
    { unit: archive, kind: 'retired', people: 12 },
  ]

  it('counts the people in post by kind of post, retired people apart', () => {
    const lines = [project('档案数字化', '5.00', { unit: archive })]
    expect(section(ledgerOf(lines, { units: twoUnits, facts: { headcount, vehicles: [], assets: [] } }), 'organisation')).toEqual([
      '本部门预算由本级和下属1个单位的预算组成，下属单位有：清河县档案馆。',
      '本部门在职在编人员31人，其中：行政编制15人，事业编制16人；另有退休人员12人。',
    ])
  })

  it('only names a unit that no table by unit prints', () => {
    expect(section(ledgerOf([pays('5.00', { unit: archive })], { units: twoUnits }), 'organisation'))
      .toEqual(['纳入本部门预算编制范围的单位有：清河县档案局（行政单位）、清河县档案馆（事业单位）。'])
  })

  it('needs no list of one kind of post, and states no headcount that is not given', () => {
    const facts = { headcount: headcount.slice(0, 1), vehicles: [], assets: [] }
    expect(section({ ...emptyLedger, facts }, 'organisation')).toEqual(['清河县档案局为行政单位，本部门预算不包括其他单位。', '本部门在职在编人员15人，均为行政编制。'])
    expect(section(emptyLedger, 'organisation')).toHaveLength(1)
    // The only unit is another than the body that publishes.
    const other = { ...emptyLedger, units: [{ name: archive, code: '2', nature: 'institution' as const }], texts: texts({ organisation: '内设三个股室。' }) }
    expect(section(other, 'organisation')).toEqual(['内设三个股室。', '纳入本部门预算编制范围的单位有：清河县档案馆（事业单位）。'])
  })

  it('puts the department\'s own text first', () => {
    const lines = section({ ...emptyLedger, texts: texts({ organisation: '局机关内设办公室、业务股。' }) }, 'organisation')
    expect(lines).toEqual(['局机关内设办公室、业务股。'])
  })
})

describe('performance', () => {
  const lines = [pays('100.00'), operates('20.00'), project('档案数字化', '30.00'), project('旧档修复', '10.00', { period: 'carriedIn' })]
  const [personnel, operating, digital] = [formFor({ kind: 'personnel' }), formFor({ kind: 'operating' }), formFor({ kind: 'project', project: '档案数字化' })]

  it('counts the forms and names the part of the budget that they cover', () => {
    expect(section(ledgerOf(lines, { forms: [personnel, operating, digital] }), 'performance')).toEqual([
      '1、绩效管理情况',
      '2024年本部门实行绩效目标管理的项目3个，涉及本年预算资金150.00万元，其中人员类项目1个、公用经费项目1个。',
      '只有上年结转资金的项目沿用上年批复的绩效目标，不再重复填报。',
      '2、绩效目标情况',
      '部门整体绩效目标本次没有填报。',
      '项目支出绩效目标申报表附后。',
    ])
  })

  it('covers this year\'s projects alone where only they have forms', () => {
    expect(section(ledgerOf(lines, { forms: [digital] }), 'performance')[1])
      .toBe('2024年本部门实行绩效目标管理的项目1个，涉及当年预算安排的项目支出30.00万元。')
  })

  it('calls the money of some forms no part of the budget that it is not', () => {
    const written = write(ledgerOf(lines, { forms: [personnel, digital] }), { sections: [{ id: 'performance', heading: '' }] })
    expect(linesOf(written.blocks)[1]).toBe('2024年本部门实行绩效目标管理的项目2个，涉及资金130.00万元，其中人员类项目1个。')
    expect([...written.register.figures.values()].find(({ text }) => text === '130.00')).toMatchObject({ exact: undefined, label: '绩效目标申报表年度资金合计' })
  })

  it('says that there are no forms, and prints the overall target', () => {
    expect(section(ledgerOf([pays('5.00')], { texts: texts({ overallTarget: '档案完好率达到规定标准。', performance: '自评结果随决算公开。' }) }), 'performance')).toEqual([
      '1、绩效管理情况', '2024年没有填报项目支出绩效目标。', '自评结果随决算公开。', '2、绩效目标情况', '部门整体绩效目标：', '档案完好率达到规定标准。',
    ])
  })
})

describe('assets', () => {
  const of = (facts: Partial<Ledger['facts']>): readonly string[] =>
    section({ ...emptyLedger, facts: { headcount: [], vehicles: [], assets: [], ...facts } }, 'assets')

  it('tells vehicles by kind, buildings with their value as printed, and equipment', () => {
    expect(of({
      vehicles: [{ unit: bureau, kind: '机要通信用车', count: 1 }, { unit: archive, kind: '业务用车', count: 2 }],
      assets: [
        // 312.4550 and 187.2040 print as 312.46 and 187.20; the net value is that of the prints
        { unit: archive, kind: 'building', name: '馆舍', size: '2150', original: wan('312.4550'), depreciation: wan('187.2040') },
        { unit: bureau, kind: 'equipment', name: '清河县档案局密集架', size: '2', original: wan('120.00'), depreciation: undefined },
      ],
    })).toEqual([
      '1、车辆情况：', '本部门共有公务用车3辆，其中：机要通信用车1辆，业务用车2辆。',
      '2、房屋情况：', '清河县档案馆馆舍，建筑面积2150平方米，原值312.46万元，累计折旧187.20万元，净值125.26万元。',
      '3、其他国有资产占有使用情况：', '清河县档案局密集架，数量2台（套），原值120.00万元。',
    ])
  })

  it('tells one kind of vehicle, and that there are none where the ledger says so', () => {
    expect(of({ vehicles: [{ unit: bureau, kind: '机要通信用车', count: 1 }] })).toEqual(['1、车辆情况：', '本部门共有公务用车1辆，为机要通信用车。'])
    expect(of({ vehicles: [{ unit: bureau, kind: '公务用车', count: 0 }] })).toEqual(['1、车辆情况：', '本部门没有公务用车。'])
  })

  it('does not call nothing what was not given', () => {
    expect(of({})).toEqual(['本部门没有填报需要公开的车辆、房屋和单价100万元以上的设备。'])
  })
})

describe('otherStatements', () => {
  const department = { ...emptyLedger.department, approvedOn: '2024-02-06', publishedOn: '2024-02-23', approvedBy: '清河县财政局' }
  const films = [
    project('放映设备更新', '20.00', { fund: 'fiscal/governmentFund', function: '2070702' }),
    project('国产影片放映', '3.00', { fund: 'fiscal/governmentFund', function: '2070701', period: 'carriedIn' }),
  ]

  it('tells the catalogue, both other budgets, the dates and the rounding', () => {
    const given = texts({ serviceCatalogue: 'A0801 文艺创作\nA1502 公益宣传', governmentFund: '用于县城影院。', other: '以上情况已经保密审查。' })
    expect(section(ledgerOf(films, { department, texts: given }), 'otherStatements')).toEqual([
      '（一）政府购买服务指导性目录', 'A0801 文艺创作', 'A1502 公益宣传',
      '（二）其他',
      '1、政府性基金预算支出情况：2024年政府性基金预算支出23.00万元，其中：本年预算安排20.00万元，上年结转3.00万元。用于县城影院。',
      '2、国有资本经营预算支出情况：2024年没有安排国有资本经营预算支出。',
      '3、本部门2024年预算由清河县财政局于2024年2月6日批复，2024年2月23日公开。',
      '4、报表金额以万元为单位，按四舍五入保留两位小数，部分合计数与分项之和的尾数差异由此产生。',
      '以上情况已经保密审查。',
    ])
  })

  it('says so where there is no catalogue, no fund and no date, and how balanced prints were made', () => {
    expect(section(emptyLedger, 'otherStatements', 'balanced')).toEqual([
      '（一）政府购买服务指导性目录', '本次没有填报政府购买服务指导性目录。', '（二）其他',
      '1、政府性基金预算支出情况：2024年没有安排政府性基金预算支出。', '2、国有资本经营预算支出情况：2024年没有安排国有资本经营预算支出。',
      '3、报表金额以万元为单位，保留两位小数，尾数采用舍位平衡处理，合计数与分项之和一致，个别数字与四舍五入的结果在末位上略有不同。',
    ])
  })

  it('does not repeat what has a section of its own', () => {
    const { blocks } = write(emptyLedger, { sections: [{ id: 'governmentFund', heading: '' }, { id: 'otherStatements', heading: '' }], elsewhere: ['serviceCatalogue', 'stateCapital'] })
    expect(linesOf(blocks)).toEqual(['2024年没有安排政府性基金预算支出。', '1、报表金额以万元为单位，按四舍五入保留两位小数，部分合计数与分项之和的尾数差异由此产生。'])
  })

  it('refuses what is no date', () => {
    const ledger = { ...emptyLedger, department: { ...department, approvedOn: '45328' } }
    expect(write(ledger, { sections: [{ id: 'otherStatements', heading: '' }] }).problems.map(({ code }) => code)).toEqual(['compile.narrative.date'])
  })
})

describe('glossary', () => {
  it('explains what the document uses and numbers the entries', () => {
    const terms = (ledger: Ledger): readonly string[] => section(ledger, 'glossary').map((entry) => entry.slice(0, entry.indexOf('：')))
    expect(terms(ledgerOf([pays('5.00')]))).toEqual(['一、基本支出', '二、项目支出', '三、“三公”经费', '四、机关运行经费', '五、一般公共预算'])
    expect(terms(ledgerOf([project('旧档修复', '5.00', { period: 'carriedIn' }), project('培训', '6.00', { fund: 'unitFunds/operations' })])))
      .toEqual(['一、基本支出', '二、项目支出', '三、“三公”经费', '四、机关运行经费', '五、一般公共预算', '六、上年结转', '七、单位资金'])
  })

  it('keeps the department\'s own entries and adds those that it lacks', () => {
    const entries = section({ ...emptyLedger, texts: texts({ glossary: '1.三公经费：指三项经费。\n一、基本支出：保障运转的支出。' }) }, 'glossary')
    expect(entries.slice(0, 3)).toEqual(['一、三公经费：指三项经费。', '二、基本支出：保障运转的支出。', '三、项目支出：在基本支出以外，为完成专门工作或事业发展目标安排的支出。'])
    expect(entries).toHaveLength(5)
  })
})

describe('headings', () => {
  it('stand as the layout prints them, numbered by place where they have no number, and not at all where empty', () => {
    const { blocks } = write(ledgerOf([pays('5.00')]), { sections: [
      { id: 'expenditureBudget', heading: '三、支出预算情况说明' }, { id: 'projectExpenditure', heading: '项目支出情况说明' }, { id: 'glossary', heading: '' },
    ] })
    expect(blocks.filter(({ kind }) => kind === 'heading')).toEqual([
      { kind: 'heading', level: 2, text: '三、支出预算情况说明', id: 'narrative-expenditureBudget' },
      { kind: 'heading', level: 2, text: '二、项目支出情况说明', id: 'narrative-projectExpenditure' },
    ])
  })
})
