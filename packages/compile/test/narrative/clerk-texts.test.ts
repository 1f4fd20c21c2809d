import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/index.ts'
import { nearestNames } from '../../src/narrative/clerk-text/nearest-names.ts'
import { archive, bureau, ledgerOf, operates, pays, project, texts, wan, write } from './example.ts'

const facts: Ledger['facts'] = {
  headcount: [
    { unit: bureau, kind: 'administrativePosts', people: 15 }, { unit: archive, kind: 'institutionPosts', people: 16 },
    { unit: bureau, kind: 'retired', people: 12 },
  ],
  vehicles: [{ unit: bureau, kind: '机要通信用车', count: 2 }],
  assets: [{ unit: archive, kind: 'building', name: '馆舍', size: '2150', original: wan('312.46'), depreciation: wan('187.20') }],
}

const lines = [pays('100.00'), operates('20.00'), project('送戏下乡', '48.00'), project('旧档修复', '8.62', { period: 'carriedIn' }), project('文库', '6.00', { unit: archive })]

function duties(text: string) {
  const { blocks, problems, register } = write(ledgerOf(lines, {
    units: [{ name: bureau, code: '1', nature: 'administrative' }, { name: archive, code: '2', nature: 'institution' }], facts, texts: texts({ duties: text }),
  }), { sections: [{ id: 'duties', heading: '' }] })
  const runs = blocks.flatMap((block) => (block.kind === 'text' ? block.runs : []))
  return { text: runs.map((run) => run.text).join(''), runs, problems, figures: register.figures, blocks }
}

describe('slots', () => {
  it.each([
    ['收入总计{收入总计}万元。', '收入总计182.62万元。'],
    ['基本支出{基本支出}万元，项目支出{ 项目支出 }万元。', '基本支出120.00万元，项目支出62.62万元。'],
    ['上年结转{上年结转} 万元。', '上年结转8.62 万元。'],
    ['送戏下乡{项目：送戏下乡}万元，旧档修复｛项目:旧档修复｝万元。', '送戏下乡48.00万元，旧档修复8.62万元。'],
    ['馆里{单位：清河县档案馆}万元。', '馆里6.00万元。'],
    ['{科目：2012604}万元，{经济科目：30101}万元。', '62.62万元，100.00万元。'],
    ['在职{人数：在职}人，其中馆里{人数：在职：清河县档案馆}人，退休{人数：退休}人。', '在职31人，其中馆里16人，退休12人。'],
    ['车辆{车辆}辆，其中机要通信用车{车辆：机要通信用车}辆。', '车辆2辆，其中机要通信用车2辆。'],
    ['馆舍{资产：馆舍面积}平方米，原值{资产：馆舍原值}万元，净值{资产：馆舍净值}万元。', '馆舍2150平方米，原值312.46万元，净值125.26万元。'],
    ['“三公”经费{三公经费}万元，{“三公”经费}万元。', '“三公”经费0.00万元，0.00万元。'],
    ['每场补助{照录：4000元}，{年度}年比{上年}年多。', '每场补助4000元，2024年比2023年多。'],
  ])('%s', (text, printed) => {
    const written = duties(text)
    expect(written.text).toBe(printed)
    expect(written.problems).toEqual([])
  })

  it('bind their number to a figure, and nothing else', () => {
    const { runs, figures } = duties('送戏下乡{项目：送戏下乡}万元。')
    expect(runs.map(({ text, figure }) => [text, figure === undefined ? undefined : figures.get(figure)?.region])).toEqual([
      ['送戏下乡', undefined],
      ['48.00', { year: '2024', use: 'spent', kind: 'project', unit: bureau, project: '送戏下乡', period: 'current' }],
      ['万元。', undefined],
    ])
  })

  it('of a carried-over project name 上年结转', () => {
    const { figures } = duties('{项目：旧档修复}万元')
    expect([...figures.values()].map(({ region }) => region.period)).toEqual(['carriedIn'])
  })

  it('keep the lines of the text as paragraphs and drop blank ones', () => {
    const { blocks } = duties('（1）管理档案；\n\n （2）共{项目：文库}万元。')
    expect(blocks.map((block) => (block.kind === 'text' ? block.runs.map(({ text }) => text).join('') : ''))).toEqual(['（1）管理档案；', '（2）共6.00万元。'])
  })

  it('that are unknown are reported with the nearest names', () => {
    const { text, problems } = duties('总计{收入总额}万元，{项目：送戏下}万元，{人数：在编}人。')
    expect(text).toContain('{收入总额}')
    expect(problems.map(({ code }) => code)).toEqual(['compile.text.slot', 'compile.text.slot', 'compile.text.slot'])
    expect(problems[0]).toMatchObject({ place: { table: '文字说明', row: '部门职责', start: 2, end: 8 } })
    expect(problems[0]?.remedy).toContain('“{收入总计}”')
    expect(problems[1]?.remedy).toBe('是不是“{项目：送戏下乡}”？')
    expect(problems[2]?.remedy).toContain('“{人数：在职}”')
  })

  it('without 万元 behind them are reported: the print would be without a unit, or wrong by ten thousand', () => {
    expect(duties('共{收入总计}元。').problems.map(({ code }) => code)).toEqual(['compile.text.unit'])
    expect(duties('共{收入总计}。').problems.map(({ code }) => code)).toEqual(['compile.text.unit'])
    expect(duties('共{收入总计}万元。').problems).toEqual([])
  })
})

describe('numbers outside slots', () => {
  it('inside the name of a project are no amounts', () => {
    const named = (text: string) => write(ledgerOf([project('207号公路绿化', '48.00')], { texts: texts({ duties: text }) }), { sections: [{ id: 'duties', heading: '' }] })
    expect(named('新增“207号公路绿化”项目。').problems).toEqual([])
    expect(named('新增207公里公路绿化。').problems.map(({ code }) => code)).toEqual(['compile.text.number'])
  })

  it('stop the compile with the text, the number in its context and the remedy', () => {
    const { text, problems } = duties('承担全县档案工作，安排维修费27万元，2024年完成。')
    expect(text).toBe('承担全县档案工作，安排维修费27万元，2024年完成。')
    expect(problems).toEqual([{
      code: 'compile.text.number',
      place: { document: '台账', table: '文字说明', row: '部门职责', start: 14, end: 18 },
      detail: '“部门职责”里“…档案工作，安排维修费27万元，2024年完成。”中的27万元是直接打上去的，预算一改就与表对不上。',
      remedy: '是预算里的数，改用空位（如{收入总计}、{本年收入}、{基本支出}、{项目支出}、{机关运行经费}、{项目：送戏下乡}、{人数：在职}）；不是本年预算数、要照原样印的，写成“{照录：27万元}”。',
    }])
  })

  it('are found beside slots, and not in them', () => {
    expect(duties('{照录：27万元}和{收入总计}万元之外的3万元').problems.map(({ place }) => place.start)).toEqual([21])
  })

  it('may be codes with their names', () => {
    expect(duties('用于2080505机关事业单位基本养老保险缴费支出。').problems).toEqual([])
  })
})

describe('nearestNames', () => {
  it('puts the nearest first and leaves out what shares less than half', () => {
    expect(nearestNames('收入合计', ['本年收入合计', '收入总计', '公务接待费'])).toEqual(['收入总计', '本年收入合计'])
  })
})
