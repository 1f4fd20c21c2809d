import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/index.ts'
import {
  archive, bureau, emptyLedger, lastYear, ledgerOf, operates, pays, project, section, texts, wan, write,
} from './example.ts'

const twoUnits: Ledger['units'] = [
  { name: bureau, code: '031001', nature: 'administrative' }, { name: archive, code: '031002', nature: 'institution' },
]
/** 100 + 20 of basic and 30 of project expenditure this year, 10 carried in: 160 万元. */
const bureauLines = [pays('100.00'), operates('20.00'), project('档案数字化', '30.00'), project('旧档修复', '10.00', { period: 'carriedIn' })]

describe('budgetChange', () => {
  const of = (total: string | undefined, given: Parameters<typeof texts>[0] = {}): readonly string[] => section(
    ledgerOf(bureauLines, { priorYear: total === undefined ? [] : lastYear({ total }), texts: texts(given) }), 'budgetChange')

  it('tells an increase with its rate and reason', () => {
    expect(of('128.00', { revenueReason: '新增档案数字化项目', expenditureReason: '主要原因是：新增档案数字化项目的设备采购。' })).toEqual([
      '2024年本部门预算收入总计160.00万元，比上年增加32.00万元，增长25.00%，主要原因是新增档案数字化项目。其中：本年收入150.00万元，上年结转10.00万元。',
      '2024年本部门预算支出总计160.00万元，比上年增加32.00万元，增长25.00%，主要原因是新增档案数字化项目的设备采购。其中：本年预算安排150.00万元，上年结转10.00万元。',
    ])
  })

  it('tells a decrease', () => {
    // 200 − 160 = 40; 40 ÷ 200 = 20 %
    expect(of('200.00', { revenueReason: '馆舍维修完工' })[0])
      .toBe('2024年本部门预算收入总计160.00万元，比上年减少40.00万元，下降20.00%，主要原因是馆舍维修完工。其中：本年收入150.00万元，上年结转10.00万元。')
  })

  it('points to the reason of revenue where expenditure gives none of its own', () => {
    expect(of('200.00', { revenueReason: '馆舍维修完工' })[1]).toContain('，下降20.00%，变动原因与预算收入相同。其中：')
  })

  it('says 与上年持平 when the printed change is nothing, and gives no reason', () => {
    // 159.9999 prints as 160.00
    expect(of('159.9999', { revenueReason: '新增档案数字化项目' })[0])
      .toBe('2024年本部门预算收入总计160.00万元，与上年持平。其中：本年收入150.00万元，上年结转10.00万元。')
  })

  it('compares nothing in the first year', () => {
    expect(of(undefined)[0]).toBe('2024年本部门预算收入总计160.00万元。其中：本年收入150.00万元，上年结转10.00万元。')
  })

  it('gives no percentage of a year without money', () => {
    expect(of('0', { revenueReason: '本年新设' })[0]).toContain('160.00万元，比上年增加160.00万元（上年没有安排），主要原因是本年新设。')
  })

  it('leaves out a rate that would print as nothing', () => {
    const lines = section(ledgerOf([pays('90000.01')], { priorYear: lastYear({ total: '90000.00' }) }), 'budgetChange')
    expect(lines[0]).toBe('2024年本部门预算收入总计90000.01万元，比上年增加0.01万元。收入全部为本年收入，没有上年结转。')
  })

  it('says in words that there is no 上年结转, or nothing else', () => {
    expect(section(ledgerOf([pays('5.00')]), 'budgetChange')[1]).toBe('2024年本部门预算支出总计5.00万元。支出全部为本年预算安排，没有上年结转。')
    expect(section(ledgerOf([project('旧档修复', '5.00', { period: 'carriedIn' })]), 'budgetChange')[0])
      .toBe('2024年本部门预算收入总计5.00万元。收入全部为上年结转。')
  })

  it('tells 年终结转 where money is left', () => {
    const carriedOut = [{ unit: bureau, function: '2012604', fund: 'fiscal/generalPublic', period: 'current', amount: wan('5.00') }] as const
    expect(section(ledgerOf([pays('95.00')], { carriedOut }), 'budgetChange')).toEqual([
      '2024年本部门预算收入总计100.00万元。收入全部为本年收入，没有上年结转。',
      '2024年本部门预算支出总计100.00万元。支出全部为本年预算安排，没有上年结转。',
      '2024年年终结转5.00万元，留待以后年度按原用途使用。',
    ])
  })

  it('speaks of 本单位 in a unit\'s document', () => {
    const department = { ...emptyLedger.department, level: 'unit' as const }
    expect(section(ledgerOf([pays('5.00')], { department }), 'budgetChange')[0]).toContain('2024年本单位预算收入总计5.00万元')
  })
})

describe('reasons', () => {
  const problems = (given: Partial<Ledger>, thresholds?: { readonly threePublic: number; readonly others: number }) => write(
    ledgerOf([operates('110.00'), operates('1.00', { economic: '30217' })], given),
    { sections: [{ id: 'budgetChange', heading: '' }, { id: 'threePublic', heading: '' }, { id: 'agencyOperating', heading: '' }],
      ...(thresholds === undefined ? {} : { reasonThresholds: thresholds }) },
  ).problems.map(({ code, place, detail }) => [code, place.row, detail])

  it('are asked for beyond 10 per cent, and for every change of “三公”经费', () => {
    expect(problems({ priorYear: lastYear({ total: '100.00', threePublic: '0.99', agencyOperating: '100.90' }) })).toEqual([
      ['compile.narrative.reason', '收入增减原因', '预算收入总计与上年相比有增减（超过10%），没有写明原因。'],
      ['compile.narrative.reason', '支出增减原因', '预算支出总计与上年相比有增减（超过10%），没有写明原因。'],
      ['compile.narrative.reason', '“三公”经费增减原因', '“三公”经费与上年相比有增减，没有写明原因。'],
      // 111 − 100.9 = 10.10 of 100.90: 10.0099 %
      ['compile.narrative.reason', '机关运行经费增减原因', '机关运行经费与上年相比有增减（超过10%），没有写明原因。'],
    ])
  })

  it('are not asked for at the threshold itself', () => {
    // 111 ÷ 1.11 = 100; 11 ÷ 100 = 11 %
    expect(problems({ priorYear: lastYear({ total: '100.00' }) }, { threePublic: 0, others: 11 })).toEqual([])
    expect(problems({ priorYear: lastYear({ total: '100.00' }) }, { threePublic: 0, others: 10 })).toHaveLength(2)
  })

  it('are asked for where items of “三公”经费 change and the total does not', () => {
    const priorYear = lastYear({ threePublic: '1.00', reception: '0.60', vehicleRunning: '0.40' })
    expect(problems({ priorYear }).map(([, row]) => row)).toEqual(['“三公”经费增减原因'])
  })

  it('are not asked for when nothing changed or nothing is known', () => {
    expect(problems({ priorYear: lastYear({ total: '111.00', threePublic: '1.00', agencyOperating: '111.00' }) })).toEqual([])
    expect(problems({})).toEqual([])
  })
})

describe('revenueBudget', () => {
  it('lists the funds with shares and names what is not there', () => {
    // 150 ÷ 200 = 75 %, 40 ÷ 200 = 20 %, 10 ÷ 200 = 5 %
    const lines = [pays('150.00'), project('放映补助', '40.00', { fund: 'fiscal/governmentFund', function: '2070702' }), project('旧档修复', '10.00', { period: 'carriedIn' })]
    expect(section(ledgerOf(lines), 'revenueBudget')).toEqual([
      '2024年预算收入200.00万元，由以下部分构成：一般公共预算拨款收入150.00万元，占75.00%；政府性基金预算拨款收入40.00万元，占20.00%；上年结转10.00万元，占5.00%。没有国有资本经营预算拨款收入、财政专户管理资金收入和单位资金收入。',
    ])
  })

  it('names the only source without a list', () => {
    expect(section(ledgerOf([pays('150.00')]), 'revenueBudget')[0]).toBe(
      '2024年预算收入150.00万元，全部为一般公共预算拨款收入。没有政府性基金预算拨款收入、国有资本经营预算拨款收入、财政专户管理资金收入、单位资金收入和上年结转。')
  })

  it('lists all six where all have money', () => {
    const funds = ['fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital', 'specialAccount', 'unitFunds/business'] as const
    const lines = [...funds.map((fund) => project(fund, '10.00', { fund })), project('旧档修复', '30.00', { period: 'carriedIn' })]
    // 10 ÷ 80 = 12.5 %, 30 ÷ 80 = 37.5 %
    expect(section(ledgerOf(lines), 'revenueBudget')[0]).toBe(
      '2024年预算收入80.00万元，由以下部分构成：一般公共预算拨款收入10.00万元，占12.50%；政府性基金预算拨款收入10.00万元，占12.50%；国有资本经营预算拨款收入10.00万元，占12.50%；财政专户管理资金收入10.00万元，占12.50%；单位资金收入10.00万元，占12.50%；上年结转30.00万元，占37.50%。')
  })

  it('sums shares to 100.00 in the balanced mode', () => {
    const lines = [pays('10.00'), project('放映补助', '10.00', { fund: 'fiscal/governmentFund' }), project('旧档修复', '10.00', { period: 'carriedIn' })]
    expect(section(ledgerOf(lines), 'revenueBudget', 'half-up')[0]).toContain('占33.33%；政府性基金预算拨款收入10.00万元，占33.33%；上年结转10.00万元，占33.33%')
    expect(section(ledgerOf(lines), 'revenueBudget', 'balanced')[0]).toContain('占33.34%；政府性基金预算拨款收入10.00万元，占33.33%；上年结转10.00万元，占33.33%')
  })

  it('keeps an amount that prints as nothing: it is not none', () => {
    const lines = [pays('150.00'), project('培训', '0.0030', { fund: 'unitFunds' })]
    expect(section(ledgerOf(lines), 'revenueBudget')[0]).toContain('；单位资金收入0.00万元，占0.00%。没有')
  })

  it('states a total of nothing', () => {
    expect(section(emptyLedger, 'revenueBudget')).toEqual(['2024年预算收入0.00万元。'])
  })
})

describe('expenditureBudget', () => {
  it('splits by kind with shares', () => {
    expect(section(ledgerOf(bureauLines), 'expenditureBudget')).toEqual([
      '2024年支出预算160.00万元。按支出性质分，基本支出120.00万元，占75.00%；项目支出40.00万元，占25.00%。',
    ])
  })

  it('names the only kind', () => {
    expect(section(ledgerOf([pays('5.00')]), 'expenditureBudget')).toEqual(['2024年支出预算5.00万元，全部为基本支出，没有项目支出。'])
    expect(section(ledgerOf([project('档案数字化', '5.00')]), 'expenditureBudget')).toEqual(['2024年支出预算5.00万元，全部为项目支出，没有基本支出。'])
  })

  it('keeps 年终结转 out of what is spent', () => {
    const carriedOut = [{ unit: bureau, function: '2012604', fund: 'fiscal/generalPublic', period: 'current', amount: wan('5.00') }] as const
    expect(section(ledgerOf([pays('95.00')], { carriedOut }), 'expenditureBudget')).toEqual([
      '2024年支出预算95.00万元，全部为基本支出，没有项目支出。', '2024年年终结转5.00万元，不在支出预算之内。',
    ])
  })
})

describe('fiscalAppropriation', () => {
  it('says of a class whose name says too little that it is a class', () => {
    const lines = [pays('100.00'), project('其他', '5.00', { function: '2299999' })]
    expect(section(ledgerOf(lines), 'fiscalAppropriation')[2]).toBe('支出方面，一般公共服务支出100.00万元、其他支出（类）5.00万元。')
  })

  it('tells funds, periods and classes', () => {
    const lines = [...bureauLines, project('放映补助', '20.00', { fund: 'fiscal/governmentFund', function: '2070702' }), project('培训', '6.00', { fund: 'unitFunds' })]
    expect(section(ledgerOf(lines), 'fiscalAppropriation')).toEqual([
      '2024年财政拨款收支总预算180.00万元。',
      '收入方面，一般公共预算拨款160.00万元，政府性基金预算拨款20.00万元。按年度分，当年拨款收入170.00万元，上年结转收入10.00万元。',
      '支出方面，一般公共服务支出160.00万元、文化旅游体育与传媒支出20.00万元。',
    ])
  })

  it('needs no list of one', () => {
    expect(section(ledgerOf([pays('100.00')]), 'fiscalAppropriation')).toEqual([
      '2024年财政拨款收支总预算100.00万元。', '收入方面，全部为当年一般公共预算拨款。', '支出方面，全部为一般公共服务支出。',
    ])
    expect(section(ledgerOf(bureauLines), 'fiscalAppropriation')[1])
      .toBe('收入方面，全部为一般公共预算拨款。按年度分，当年拨款收入150.00万元，上年结转收入10.00万元。')
    expect(section(ledgerOf([project('旧档修复', '10.00', { period: 'carriedIn' })]), 'fiscalAppropriation')[1])
      .toBe('收入方面，全部为上年结转的一般公共预算拨款。')
  })

  it('says that there is none', () => {
    expect(section(ledgerOf([project('培训', '6.00', { fund: 'unitFunds' })]), 'fiscalAppropriation')).toEqual(['2024年没有安排财政拨款收支预算。'])
  })
})

describe('generalPublicExpenditure', () => {
  it('compares the scale and shows the structure', () => {
    const lines = [pays('90.00'), pays('30.00', { function: '2080505', economic: '30108' }), project('旧档修复', '10.00', { period: 'carriedIn' })]
    // 120 of 125: 5 less, 4 %; 90 ÷ 120 = 75 %
    const priorYear = lastYear({ generalPublic: '125.00' })
    expect(section(ledgerOf(lines, { priorYear, texts: texts({ generalPublicReason: '退休两人' }) }), 'generalPublicExpenditure')).toEqual([
      '（一）一般公共预算当年拨款规模变化情况',
      '2024年一般公共预算当年拨款120.00万元，比上年减少5.00万元，下降4.00%，主要原因是退休两人。',
      '（二）一般公共预算当年拨款结构情况',
      '2024年一般公共预算当年拨款120.00万元，用于以下方面：一般公共服务支出90.00万元，占75.00%；社会保障和就业支出30.00万元，占25.00%。',
    ])
  })

  it('names the only class, and says that there is no appropriation', () => {
    expect(section(ledgerOf([pays('90.00')]), 'generalPublicExpenditure')[3]).toBe('2024年一般公共预算当年拨款90.00万元，全部用于一般公共服务支出。')
    expect(section(ledgerOf([project('旧档修复', '10.00', { period: 'carriedIn' })]), 'generalPublicExpenditure')).toEqual(['2024年没有安排一般公共预算当年拨款。'])
  })

  it('shows a negative line with its sign', () => {
    // −10 ÷ 90 = −11.111… %, 100 ÷ 90 = 111.111… %
    const lines = [pays('100.00'), pays('-10.00', { function: '2080505' })]
    expect(section(ledgerOf(lines), 'generalPublicExpenditure')[3])
      .toContain('一般公共服务支出100.00万元，占111.11%；社会保障和就业支出-10.00万元，占-11.11%。')
  })
})

describe('basicExpenditure', () => {
  it('lists the items with money, once each, and not those of projects, of other funds or carried in', () => {
    const lines = [
      pays('60.00'), pays('20.00', { unit: archive }), pays('9.00', { economic: '30108' }), operates('7.00'), operates('3.00', { economic: '30231' }),
      pays('1.00', { economic: '30102', fund: 'unitFunds' }), operates('1.00', { economic: '30202', period: 'carriedIn' }),
      project('档案数字化', '5.00', { economic: '31002' }), operates('0.0040', { economic: '30205' }),
    ]
    expect(section(ledgerOf(lines, { units: twoUnits }), 'basicExpenditure')).toEqual([
      '2024年一般公共预算基本支出99.00万元，其中：',
      '人员经费89.00万元，主要包括：基本工资、机关事业单位基本养老保险缴费；',
      '公用经费10.00万元，主要包括：办公费、公务用车运行维护费。',
    ])
  })

  it('uses the department\'s own name of its own subject', () => {
    const localCodes = [{ scheme: 'economic', code: '30198', name: '编外人员工资' }] as const
    expect(section(ledgerOf([pays('9.00', { economic: '30198' })], { localCodes }), 'basicExpenditure')[1])
      .toBe('人员经费9.00万元，主要包括：编外人员工资。没有安排公用经费。')
  })

  it('says that there is none', () => {
    expect(section(ledgerOf([project('档案数字化', '5.00')]), 'basicExpenditure')).toEqual(['2024年没有安排一般公共预算基本支出。'])
  })
})

describe('projectExpenditure', () => {
  it('tells this year\'s money beside 上年结转, or which of them is all', () => {
    expect(section(ledgerOf(bureauLines), 'projectExpenditure')).toEqual(['2024年项目支出40.00万元，其中：当年预算安排30.00万元，上年结转10.00万元。'])
    expect(section(ledgerOf([project('档案数字化', '5.00')]), 'projectExpenditure')).toEqual(['2024年项目支出5.00万元，全部为当年预算安排。'])
    expect(section(ledgerOf([pays('5.00')]), 'projectExpenditure')).toEqual(['2024年没有安排项目支出。'])
  })
})

describe('threePublic', () => {
  const lines = [operates('0.60', { economic: '30217' }), operates('3.50', { economic: '30231' }), operates('1.00')]
  const of = (prior: Parameters<typeof lastYear>[0], reason = '接待批次减少'): readonly string[] =>
    section(ledgerOf(lines, { priorYear: lastYear(prior), texts: texts({ threePublicReason: reason }) }), 'threePublic')

  it('tells the total and each item against last year, with one reason', () => {
    // 4.10 of 4.40: 0.30 ÷ 4.40 = 6.818… %; 0.20 ÷ 0.80 = 25 %; 0.10 ÷ 3.60 = 2.777… %
    expect(of({ threePublic: '4.40', abroad: '0', reception: '0.80', vehicleRunning: '3.60', vehiclePurchase: '0' })).toEqual([
      '2024年财政拨款安排“三公”经费预算4.10万元，比上年减少0.30万元，下降6.82%，主要原因是接待批次减少。',
      '其中：因公出国（境）费0.00万元，与上年持平；公务接待费0.60万元，比上年减少0.20万元，下降25.00%；公务用车运行维护费3.50万元，比上年减少0.10万元，下降2.78%；公务用车购置费0.00万元，与上年持平。',
    ])
  })

  it('gives the reason where only the items change', () => {
    expect(of({ threePublic: '4.10', reception: '0.80', vehicleRunning: '3.30' }, '接待减少，车辆大修')[0])
      .toBe('2024年财政拨款安排“三公”经费预算4.10万元，与上年持平，主要原因是接待减少，车辆大修。')
  })

  it('states every item in the first year without comparison', () => {
    expect(of({})).toEqual([
      '2024年财政拨款安排“三公”经费预算4.10万元。',
      '其中：因公出国（境）费0.00万元；公务接待费0.60万元；公务用车运行维护费3.50万元；公务用车购置费0.00万元。',
    ])
  })

  it('states an item that last year did not have', () => {
    expect(of({ threePublic: '3.50', reception: '0', vehicleRunning: '3.50' })[1]).toContain('公务接待费0.60万元，比上年增加0.60万元（上年没有安排）；公务用车运行维护费3.50万元，与上年持平；')
  })

  it('states zeros where there is no such money', () => {
    expect(section(ledgerOf([pays('5.00')], { priorYear: lastYear({ threePublic: '0' }) }), 'threePublic')[0]).toBe('2024年财政拨款安排“三公”经费预算0.00万元，与上年持平。')
  })
})

describe('agencyOperating', () => {
  it('compares, and says whose expense it is', () => {
    const lines = [operates('40.00'), operates('9.00', { unit: archive })]
    // 40 of 41.18: 1.18 ÷ 41.18 = 2.8654… %
    const priorYear = lastYear({ agencyOperating: '41.18' })
    expect(section(ledgerOf(lines, { units: twoUnits, priorYear, texts: texts({ agencyOperatingReason: '取暖费单价下降' }) }), 'agencyOperating')).toEqual([
      '2024年机关运行经费40.00万元，比上年减少1.18万元，下降2.87%，主要原因是取暖费单价下降。机关运行经费只包括清河县档案局的公用经费；清河县档案馆为事业单位，其公用经费不在其内。',
    ])
  })

  it('needs no scope in a department of one unit', () => {
    expect(section(ledgerOf([operates('40.00')]), 'agencyOperating')).toEqual(['2024年机关运行经费40.00万元。'])
  })

  it('says why there is none', () => {
    const units = [{ name: archive, code: '1', nature: 'institution' }] as const
    expect(section(ledgerOf([operates('9.00', { unit: archive })], { units }), 'agencyOperating'))
      .toEqual(['本部门没有行政单位和参照公务员法管理的事业单位，2024年没有安排机关运行经费。'])
    expect(section(ledgerOf([pays('9.00')]), 'agencyOperating')).toEqual(['2024年没有安排机关运行经费。'])
  })

  it('prints a zero where last year had some', () => {
    expect(section(ledgerOf([pays('9.00')], { priorYear: lastYear({ agencyOperating: '3.00' }), texts: texts({ agencyOperatingReason: '并入统管' }) }), 'agencyOperating'))
      .toEqual(['2024年机关运行经费0.00万元，比上年减少3.00万元，下降100.00%，主要原因是并入统管。'])
  })
})

describe('procurement', () => {
  it('states goods, works and services, also where they are nothing', () => {
    const procurement = [
      { unit: bureau, kind: 'goods', name: '扫描设备', amount: wan('28.65') }, { unit: bureau, kind: 'services', name: '数字化加工', amount: wan('35.00') },
    ] as const
    expect(section(ledgerOf([], { procurement }), 'procurement')).toEqual([
      '2024年本部门政府采购预算总额63.65万元，其中：政府采购货物预算28.65万元，政府采购工程预算0.00万元，政府采购服务预算35.00万元。',
    ])
  })

  it('says in words that there is none, and adds what the department says', () => {
    expect(section(ledgerOf([], { texts: texts({ procurement: '小额采购按内部制度办理。' }) }), 'procurement'))
      .toEqual(['2024年本部门没有安排政府采购预算。', '小额采购按内部制度办理。'])
  })
})
