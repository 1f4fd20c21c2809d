import { describe, expect, test } from 'vitest'
import { mentionOf, readNarrative } from './example-narrative.ts'

const total = { year: '2024', use: 'spent', fund: 'fiscal/generalPublic' }
const function2070109 = { ...total, function: '207/20701/2070109' }

describe('recogniseNarrative › stages of a final account', () => {
  const narrative = readNarrative([
    '五、一般公共预算财政拨款支出决算情况说明',
    '一般公共预算支出年初预算为120.00万元，支出决算为100.00万元，完成年初预算的83.33%。',
    '1、文化旅游体育与传媒支出（类）文化和旅游（款）群众文化（项）。主要用于：群众活动支出。年初预算为50.00万元，支出决算为40.00万元，完成年初预算的80.00%。',
  ], { kind: 'final' })

  test('决算 is the document’s own stage and 年初预算 another one of the same money', () => {
    expect(mentionOf(narrative, '100.00万元').region).toEqual(total)
    expect(mentionOf(narrative, '120.00万元').region).toEqual({ ...total, phase: 'budget' })
  })

  test('bare words go on about the subject that the line is titled with', () => {
    expect(mentionOf(narrative, '40.00万元').region).toEqual(function2070109)
    expect(mentionOf(narrative, '50.00万元').region).toEqual({ ...function2070109, phase: 'budget' })
  })

  test('a rate of completion is a share of the budget of the same money', () => {
    expect(mentionOf(narrative, '80.00%')).toMatchObject({
      role: 'share', subject: mentionOf(narrative, '40.00万元').id, region: function2070109, whole: { ...function2070109, phase: 'budget' },
    })
  })

  test('bare words behind a title that is not understood are not the section’s total', () => {
    const unknown = readNarrative(['五、一般公共预算财政拨款支出决算情况说明', '1、某某支出（类）某某事务（款）某某（项）。年初预算为5.00万元，支出决算为4.00万元。'], { kind: 'final' })
    expect(mentionOf(unknown, '5.00万元').region).toBeUndefined()
    expect(mentionOf(unknown, '4.00万元').region).toBeUndefined()
  })

  test('the summary of a self-evaluation speaks of the project that it is titled with', () => {
    const summary = readNarrative(['十、绩效情况', '1.流动展览项目绩效自评综述：全年预算数30.00万元，执行数24.00万元，完成预算的80%。'], { kind: 'final' })
    const project = { year: '2024', use: 'spent', kind: 'project', project: '流动展览' }
    expect(mentionOf(summary, '24.00万元').region).toEqual(project)
    expect(mentionOf(summary, '80%').whole).toEqual({ ...project, phase: 'adjusted' })
  })

  test('two summaries under one name are two projects', () => {
    const summary = readNarrative(['十、绩效情况', '1.流动展览项目绩效自评综述：执行数24.00万元。', '2.流动展览项目绩效自评综述：执行数7.00万元。'], { kind: 'final' })
    expect(mentionOf(summary, '7.00万元').region?.project).not.toBe(mentionOf(summary, '24.00万元').region?.project)
  })
})

describe('recogniseNarrative › what a sentence leaves open', () => {
  test('a paragraph that was read in two pieces is one sentence', () => {
    const narrative = readNarrative(['七、“三公”经费情况说明', '公务接待费2024年预算数为2.00万元，公务用车运行维护费', '3.00万元，与上年持平。'])
    expect(mentionOf(narrative, '3.00万元')).toMatchObject({ region: { threePublic: 'all/vehicle/running' }, place: { line: 3, start: 0 } })
  })

  test('the amount of several things together is that of none of them', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '基本支出、项目支出共100.00万元。'])
    expect(mentionOf(narrative, '100.00万元')).toMatchObject({ region: undefined, unbound: expect.stringContaining('合在一起') as string })
  })

  test('the parts of what was not understood are not the department’s', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '非遗展演15.00万元，其中：基本支出5.00万元。'])
    expect(mentionOf(narrative, '5.00万元').region).toBeUndefined()
  })

  test('a list of 项目支出 gives its projects by name', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '项目支出40.00万元，其中：非遗展演15.00万元。'])
    expect(mentionOf(narrative, '15.00万元').region).toEqual({ year: '2024', use: 'spent', kind: 'project', project: '非遗展演' })
  })

  test('a name of several subjects is the one that the tables list', () => {
    const lines = ['三、支出预算情况说明', '行政运行20.00万元。']
    expect(mentionOf(readNarrative(lines), '20.00万元').region).toBeUndefined()
    expect(mentionOf(readNarrative(lines, { subjects: ['208/20801/2080101'] }), '20.00万元').region).toMatchObject({ function: '208/20801/2080101' })
  })

  test('a total with 年终结转 among its parts is all the money', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '2024年支出预算100.00万元。', '（一）基本支出60.00万元。', '（二）项目支出30.00万元。', '（三）年终结转10.00万元。'])
    expect(mentionOf(narrative, '100.00万元').region).toEqual({ year: '2024' })
  })

  test('an amount behind 比上年 without a verb is neither last year’s nor a change', () => {
    const narrative = readNarrative(['八、机关运行经费说明', '机关运行经费50.00万元，比上年1.00万元，增加2.04%。'])
    expect(mentionOf(narrative, '1.00万元')).toMatchObject({ region: undefined, unbound: expect.stringContaining('没有写明') as string })
  })

  test('what an evaluation involved is no part of the budget', () => {
    const narrative = readNarrative(['十、绩效情况', '组织对2个项目开展了绩效评价，涉及一般公共预算支出8.00万元。'])
    expect(mentionOf(narrative, '8.00万元')).toMatchObject({ region: undefined, unbound: undefined, outside: expect.stringContaining('绩效') as string })
  })
})
