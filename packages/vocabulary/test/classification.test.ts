import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Classification, loadVocabulary } from '../src/index.ts'
import { codes, dataFolder } from './example-data.ts'

function load(directory: string): Classification {
  const loaded = loadVocabulary(directory)
  if (!loaded.ok) throw new Error('the data does not load')
  return loaded.value.classification
}

const national = load(fileURLToPath(new URL('../data', import.meta.url)))

describe('classification.lookup', () => {
  it('gives a code its path, fund and provenance', () => {
    const example = load(dataFolder({ 'codes/function.csv': codes('2120801,征地和拆迁补偿支出,2018,,fiscal/governmentFund,observed,5') }))
    expect(example.lookup('function', '2120801', 2023)).toEqual([
      {
        scheme: 'function', code: '2120801', name: '征地和拆迁补偿支出', node: '212/21208/2120801', years: { from: 2018, to: 9999 },
        fund: 'fiscal/governmentFund', provenance: { source: 'observed', documents: 5 },
      },
    ])
  })

  it('reports a code that it does not know as nothing, not as an error', () => {
    expect(national.lookup('function', '2089876', 2023)).toEqual([])
  })

  it('does not find a code of one scheme in another', () => {
    expect(national.lookup('economic', '208')).toEqual([])
  })

  it.each([
    [2019, '20805', '行政事业单位离退休'], [2020, '20805', '行政事业单位养老支出'],
    [2020, '21305', '扶贫'], [2021, '21305', '巩固脱贫攻坚成果衔接乡村振兴'],
    [2018, '210', '医疗卫生与计划生育支出'], [2019, '210', '卫生健康支出'],
    [2020, '215', '资源勘探信息等支出'], [2021, '215', '资源勘探工业信息等支出'],
  ])('gives for %i the name that %s had then: %s', (year, code, name) => {
    expect(national.lookup('function', code, year).map((entry) => entry.name)).toEqual([name])
  })

  it('knows no 灾害防治及应急管理支出 before 2019', () => {
    expect(national.lookup('function', '224', 2018)).toEqual([])
    expect(national.lookup('function', '224', 2019)).toHaveLength(1)
  })

  it.each([
    ['20822', 'fiscal/governmentFund'], ['2120801', 'fiscal/governmentFund'], ['22960', 'fiscal/governmentFund'],
    ['234', 'fiscal/governmentFund'],
    ['21298', 'fiscal/governmentFund'], ['2230103', 'fiscal/stateCapital'], ['2080505', 'fiscal/generalPublic'],
    ['22999', 'fiscal/generalPublic'],
  ])('keeps %s in %s', (code, fund) => {
    expect(national.lookup('function', code, 2023).map((entry) => entry.fund)).toEqual([fund])
  })

  it('holds the thirty functional 类 of 2023 and the ten department economic ones', () => {
    const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
    expect(numbers(201, 234).filter((code) => national.lookup('function', code, 2023).length > 0)).toEqual([
      '201', '202', '203', '204', '205', '206', '207', '208', '209', '210', '211', '212', '213', '214', '215', '216', '217', '219', '220', '221', '222',
      '223', '224', '227', '229', '230', '231', '232', '233', '234',
    ])
    expect(numbers(301, 399).filter((code) => national.lookup('economic', code, 2023).length > 0)).toEqual([
      '301', '302', '303', '307', '309', '310', '311', '312', '313', '399',
    ])
    expect(numbers(501, 599).filter((code) => national.lookup('governmentEconomic', code, 2023).length > 0)).toEqual([
      '501', '502', '503', '504', '505', '506', '507', '508', '509', '510', '511', '512', '513', '514', '599',
    ])
  })
})

describe('classification.byName', () => {
  const found = (name: string, level?: 1 | 2 | 3) => national.byName('function', name, level).map((entry) => entry.code)

  it.each(['八、社会保障和就业支出', '八、社会保障和就业', '社会保障和 就业支出', '（八）社会保障和就业支出'])('finds the 类 of %s', (name) => {
    expect(found(name, 1)).toEqual(['208'])
  })

  it('finds every 项 of a name that several 款 share', () => {
    expect(found('行政运行', 3)).toEqual(expect.arrayContaining(['2010301', '2080101', '2200101']))
  })

  it('looks only at the level that it is asked for', () => {
    expect(found('其他社会保障和就业支出', 2)).toEqual(['20899'])
    expect(found('其他社会保障和就业支出', 1)).toEqual([])
  })

  it('prefers the exact name over one that differs by 支出', () => {
    expect(found('住房公积金', 3)).toEqual(['2210201'])
  })

  it.each([
    ['对个人和家庭补助支出', '303'], ['因公出国(境)费', '30212'], ['维修〔护〕费', '30213'], ['办公设备购置费', '30902'],
  ])('finds the economic code of the local spelling %s', (name, code) => {
    expect(national.byName('economic', name).map((entry) => entry.code)).toContain(code)
  })

  it('does not take 其他 alone for the 类 其他支出', () => {
    expect(found('其他')).toEqual([])
    expect(found('二十五、其他支出', 1)).toEqual(['229'])
  })

  it('finds nothing for a name that is no subject', () => {
    expect(found('部门合计')).toEqual([])
  })
})
