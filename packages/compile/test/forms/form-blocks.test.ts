import { recogniseDocument } from '@mingzhang/audit'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/index.ts'
import { archive, bureau, operates, pays, vocabulary, wan } from '../narrative/example.ts'
import { digitalForm, formLedger, formsOf, gridOf, personnelForm, treeOf } from './example-forms.ts'

function table(ledger: Ledger, index: number, rendition?: 'public') {
  const { blocks, register } = formsOf(ledger, rendition)
  const block = blocks[index]
  if (block === undefined) throw new Error('no such form')
  return { block, grid: gridOf(block).map((line) => line.join('|')), figures: register.figures }
}

describe('formBlocks › layout', () => {
  it('prints the county form row by row', () => {
    expect(table(formLedger, 1).grid).toEqual([
      '项目名称||档案数字化|||||',
      '主管部门及代码||031-清河县档案局||实施单位||清河县档案馆|',
      '项目属性||经常性项目(长期开展)||项目期||3年|',
      '项目资金(元)|实施期资金总额:||900,000.00|年度资金总额:||300,000.00|',
      '|其中:中央财政资金||300,000.00|其中:中央财政资金||100,000.00|',
      '|省级财政资金||150,000.00|省级财政资金||50,000.00|',
      '|市县(区)财政资金||450,000.00|市县(区)财政资金||150,000.00|',
      '|单位自筹||0|单位自筹||0|',
      '|其他资金||0|其他资金||0|',
      '项目概况||对民国以来的纸质档案扫描、著录。|||||',
      '立项依据||《清河县档案事业发展规划（2021—2025年）》。|||||',
      '项目设立必要性||纸质档案老化，查阅困难。|||||',
      '保证项目实施的制度、措施||《清河县档案馆数字化加工管理办法》。|||||',
      '项目实施计划||4月完成采购，5月至11月加工。|||||',
      '||实施期目标|||年度目标||',
      '总体目标||三年完成90万页档案的扫描和著录。|||2024年完成30万页档案的扫描和著录。||',
      '绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值',
      '|产出指标|数量指标|扫描档案页数|≥90万页|数量指标|扫描档案页数|≥30万页',
      '|||著录条目|≥6000条||著录条目|≥2000条',
      '||质量指标|扫描合格率|≥98%|质量指标|扫描合格率|≥98%',
      '||时效指标|完成时间|2026年11月底前|时效指标|完成时间|2024年11月底前',
      '||成本指标|加工总成本|≤90万元|成本指标|加工总成本|≤30万元',
      '|效益指标|社会效益指标|查档等候时间|≤10分钟|社会效益指标|查档等候时间|≤10分钟',
      '|满意度指标|服务对象满意度指标|查档群众满意度|≥92%|服务对象满意度指标|查档群众满意度|≥92%',
      '负责人:|示例甲|经办人:|示例乙|联系电话:|0350-1234567|填报日期:|20231127093015',
    ])
  })

  it('gives each form an id, the year and its project in the contents', () => {
    expect(formsOf(formLedger).blocks.map(({ id, style, subtitle, contents, head }) => [id, style, subtitle, contents, head])).toEqual([
      ['form-1', 'form', '(2024年度)', '人员类项目', []], ['form-2', 'form', '(2024年度)', '档案数字化', []],
    ])
  })

  it('names a second level only in the half that has it', () => {
    expect(table(formLedger, 0).grid.slice(17, 20)).toEqual([
      '|产出指标|数量指标|在职人员数量|31人|数量指标|在职人员数量|31人',
      '||||||退休人员数量|12人',
      '|满意度指标||||服务对象满意度指标|职工满意度|≥95%',
    ])
  })

  it('prints a form without indicators', () => {
    expect(table({ ...formLedger, forms: [{ ...digitalForm, indicators: [] }] }, 0).grid).toHaveLength(18)
  })
})

describe('formBlocks › money', () => {
  it('is the exact total of the year\'s lines, 上年结转 left out, bound to the region of the project\'s row', () => {
    const { block, figures } = table(formLedger, 1)
    const bound = block.body.flatMap(({ cells }) => cells).flatMap(({ figure }) => (figure === undefined ? [] : [figures.get(figure)]))
    const own = { use: 'spent', kind: 'project', unit: archive, project: '档案数字化' }
    expect(bound.slice(0, 4).map((figure) => [figure?.region, figure?.exact])).toEqual([
      [own, wan('90')], [{ ...own, period: 'current', year: '2024' }, wan('30')],
      [{ ...own, level: 'central' }, wan('30')], [{ ...own, period: 'current', level: 'central', year: '2024' }, wan('10')],
    ])
    expect(bound).toHaveLength(12)
  })

  it('of a project that another unit spends on too is the money of both, and names no unit', () => {
    const [line] = formLedger.lines.filter(({ use, period }) => use.kind === 'project' && use.project === '档案数字化' && period === 'current')
    if (line === undefined) throw new Error('no such line')
    const { block, figures } = table({ ...formLedger, lines: [...formLedger.lines, { ...line, unit: bureau, amount: wan('7') }] }, 1)
    const [, annual] = block.body.flatMap(({ cells }) => cells).flatMap(({ figure }) => (figure === undefined ? [] : [figures.get(figure)]))
    expect([annual?.region, annual?.exact]).toEqual([{ use: 'spent', kind: 'project', project: '档案数字化', period: 'current', year: '2024' }, wan('37')])
  })

  it('of a project that only another unit spends on is that unit\'s money', () => {
    const lines = formLedger.lines.map((line) => (line.use.kind === 'project' && line.use.project === '档案数字化' ? { ...line, unit: bureau } : line))
    const { block, figures } = table({ ...formLedger, lines }, 1)
    const [, annual] = block.body.flatMap(({ cells }) => cells).flatMap(({ figure }) => (figure === undefined ? [] : [figures.get(figure)]))
    expect([annual?.region.unit, annual?.exact]).toEqual([bureau, wan('30')])
  })

  it('of 人员类 is all personnel money of the year, to the fen, and the same for 实施期 where none is given', () => {
    const { grid, block, figures } = table(formLedger, 0)
    expect(grid[3]).toBe('项目资金(元)|实施期资金总额:||4,398,487.16|年度资金总额:||4,398,487.16|')
    const ids = block.body.flatMap(({ cells }) => cells).flatMap(({ figure }) => (figure === undefined ? [] : [figure]))
    expect(ids.slice(0, 2).map((id) => figures.get(id)?.region)).toEqual([
      { use: 'spent', kind: 'basic/personnel', project: '人员类项目' }, { use: 'spent', period: 'current', kind: 'basic/personnel', year: '2024' },
    ])
  })

  it('of several forms of one class is that of each unit', () => {
    const lines = [pays('10.00'), pays('4.00', { unit: archive }), operates('3.00')]
    const forms = [{ ...personnelForm, unit: bureau }, { ...personnelForm, unit: archive }]
    const { blocks } = formsOf({ ...formLedger, lines, forms })
    expect(blocks.map((block) => gridOf(block)[3]?.[6])).toEqual(['100,000.00', '40,000.00'])
  })

  it('of a project with nothing but 上年结转 is that', () => {
    const forms = [{ ...digitalForm, subject: { kind: 'project', project: '旧档修复' } as const, lifeFunding: undefined }]
    expect(gridOf(formsOf({ ...formLedger, forms }).blocks[0] ?? fail())[3]?.[6]).toBe('86,200.00')
  })

  it('for the whole period below the year\'s is a problem', () => {
    const forms = [{ ...digitalForm, lifeFunding: { central: wan('29.99') } }]
    expect(formsOf({ ...formLedger, forms }).problems).toMatchObject([
      { code: 'compile.form.lifeFunding', place: { form: '档案数字化' }, detail: '实施期资金总额299,900.00元小于年度资金总额300,000.00元。' },
    ])
    expect(formsOf({ ...formLedger, forms: [{ ...digitalForm, lifeFunding: { central: wan('30') } }] }).problems).toEqual([])
  })

  it('of 实施期 is, where none is given, what was carried in beside this year’s', () => {
    // 30.00 of the year and 2.00 carried in by the district
    const { grid } = table({ ...formLedger, forms: [{ ...digitalForm, lifeFunding: undefined }] }, 0)
    expect(grid[3]).toBe('项目资金(元)|实施期资金总额:||320,000.00|年度资金总额:||300,000.00|')
    expect(grid[6]).toBe('|市县(区)财政资金||170,000.00|市县(区)财政资金||150,000.00|')
  })

  it('of 实施期 that is less than what was carried in stops the compile', () => {
    const lines = formLedger.lines.map((line) => (line.period === 'carriedIn' ? { ...line, amount: wan('40') } : line))
    expect(formsOf({ ...formLedger, lines, forms: [{ ...digitalForm, lifeFunding: { central: wan('35') } }] }).problems).toMatchObject([
      { code: 'compile.form.lifeFunding', detail: '实施期资金总额350,000.00元小于上年结转资金400,000.00元。' },
    ])
  })
})

describe('formBlocks › renditions', () => {
  it('leaves persons out of the public one and prints the office line', () => {
    const { grid } = table(formLedger, 1, 'public')
    expect(grid.at(-1)).toBe('负责人:||经办人:||联系电话:|0350-7654321|填报日期:|20231127093015')
    expect(grid.slice(0, -1)).toEqual(table(formLedger, 1).grid.slice(0, -1))
  })

  it.each(['13800138000', '138 0013 8000', '+86-13800138000', '１３８００１３８０００'])('never prints %s as an office line', (officePhone) => {
    const ledger = { ...formLedger, department: { ...formLedger.department, officePhone } }
    expect(table(ledger, 0, 'public').grid.at(-1)).toBe('负责人:||经办人:||联系电话:||填报日期:|20231127093015')
    expect(formsOf(ledger, 'public').problems.map(({ code }) => code)).toEqual(['compile.form.officePhone'])
  })

  it('leaves the telephone blank where no office line is given', () => {
    const { name, code, year, level } = formLedger.department
    expect(table({ ...formLedger, department: { name, code, year, level } }, 0, 'public').grid.at(-1)).toContain('联系电话:||')
  })
})

describe('formBlocks › read back by the auditor', () => {
  const { blocks } = formsOf(formLedger)
  const { forms } = recogniseDocument(treeOf(blocks), vocabulary, undefined).document

  it('with every field', () => {
    expect(forms.map((form) => [
      form.title, form.year, form.projectName.text, form.department.code, form.department.name, form.implementingUnit.text,
      form.attribute.text, form.duration.years, form.texts.overview?.text, form.texts.basis?.text, form.texts.necessity?.text, form.texts.measures?.text,
      form.texts.plan?.text, form.goals.life?.text, form.goals.annual?.text, form.responsible?.text, form.handler?.text, form.phone?.text, form.filledOn?.date,
    ])).toEqual([[personnelForm, '人员类项目', bureau, 1], [digitalForm, '档案数字化', archive, 3]].map(([form, name, unit, years]) => {
      const { attribute, overview, basis, necessity, measures, plan, lifeGoal, annualGoal, responsible, handler, phone } = form as typeof digitalForm
      return [
        '清河县县级预算部门(单位)项目支出绩效目标申报表', 2024, name, '031', bureau, unit, attribute, years, overview, basis, necessity, measures, plan,
        lifeGoal, annualGoal, responsible, handler, phone, '2023-11-27',
      ]
    }))
  })

  it('with every indicator of both halves', () => {
    const read = forms.map(({ indicators }) => indicators.map(({ span, level1, level2, name, value }) => ({ span, level1, level2, name, value: value.raw })))
    const inRows = (form: typeof digitalForm) => form.indicators.map((one) => JSON.stringify(one)).sort()
    expect(read.map((indicators) => indicators.map((one) => JSON.stringify(one)).sort())).toEqual([inRows(personnelForm), inRows(digitalForm)])
    expect(forms.flatMap(({ blankIndicators }) => blankIndicators ?? [])).toEqual([])
  })

  it('with the money of both halves', () => {
    expect(forms.map(({ funding }) => funding.map(({ span, level, amount }) => `${span} ${level} ${amount.kind === 'stated' ? amount.stated.value : amount.kind}`))[1]).toEqual([
      'life total 90000000', 'annual total 30000000', 'life central 30000000', 'annual central 10000000',
      'life provincial 15000000', 'annual provincial 5000000', 'life local 45000000', 'annual local 15000000',
      'life selfRaised 0', 'annual selfRaised 0', 'life other 0', 'annual other 0',
    ])
  })

  it('with the public rendition\'s persons blank', () => {
    const read = recogniseDocument(treeOf(formsOf(formLedger, 'public').blocks), vocabulary, undefined).document.forms
    expect(read.map(({ responsible, handler, phone }) => [responsible?.text, handler?.text, phone?.text])).toEqual([['', '', '0350-7654321'], ['', '', '0350-7654321']])
  })
})

function fail(): never {
  throw new Error('no form was made')
}
