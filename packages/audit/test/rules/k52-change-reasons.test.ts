import { describe, expect, it } from 'vitest'
import { k52ChangeReasons } from '../../src/rules/k52-change-reasons.ts'
import { contextOf, mention, section, statementsOf } from './narrative-builders.ts'

const region = { year: '2024' }

/** One paragraph that says an increase of 20万元 (25 %) over last year, followed by `rest`. */
function increase(rest: string, part: { readonly heading?: string; readonly rate?: string } = {}) {
  const rate = part.rate ?? '25%'
  const text = `2024年收入总计100.00万元，比上年增加20.00万元，增加${rate}${rest}`
  return contextOf({
    sections: [section(part.heading ?? '一、收支变动情况及原因', [text])],
    mentions: [
      mention('n1', 'amount', '100.00万元', { region, clause: text }),
      mention('n2', 'change', '20.00万元', { region, clause: text, subject: 'n1', direction: 'increase' }),
      mention('n3', 'changeRate', rate, { region, clause: text, subject: 'n1', direction: 'increase' }),
    ],
  })
}

describe('k52ChangeReasons', () => {
  it.each([
    '，主要原因是新招录教师12人，人员经费增加。',
    '，主要是图书馆新馆8月开放，新增运行费。',
    '，原因是按照清财〔2023〕15号文件提高了补助标准。',
    '，受社保缴费基数调整影响。',
  ])('check › a change with a reason that names what changed passes: %s', (rest) => {
    expect(k52ChangeReasons.check(increase(rest))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it.each(['，主要原因是2024年项目增加。', '，主要原因是按上级规定进行预算。', '，主要原因是预算收入增加。', '，原因是工作需要。'])(
    'check › a reason that only repeats the change is a warning: %s', (rest) => {
      const { outcome, findings } = k52ChangeReasons.check(increase(rest))
      expect(outcome).toBe('fail')
      expect(findings).toHaveLength(1)
      expect(findings[0]?.severity).toBe('warning')
      expect(findings[0]?.statement.zh).toContain('没有说明具体是什么变了')
    })

  it('check › a vague reason for a change below 10 % is a notice', () => {
    expect(k52ChangeReasons.check(increase('，主要原因是项目增加。', { rate: '9.99%' })).findings[0]?.severity).toBe('notice')
  })

  it('check › no reason in a section whose heading promises one is a warning', () => {
    expect(k52ChangeReasons.check(increase('。')).findings[0]).toMatchObject({ severity: 'warning', expected: '增减原因' })
  })

  it('check › no reason in a section that only describes is a notice', () => {
    expect(k52ChangeReasons.check(increase('。', { heading: '五、一般公共预算支出' })).findings[0]?.severity).toBe('notice')
  })

  it('check › a total explained by the items below it has its reason', () => {
    const { sections, mentions } = increase('，其中：').document
    const [first] = sections
    const explained = first === undefined
      ? [] : [{ ...first, paragraphs: [...first.paragraphs, { text: '教育支出增加，主要原因是新增校舍维修。', place: first.place }] }]
    expect(k52ChangeReasons.check(contextOf({ sections: explained, mentions })).outcome).toBe('pass')
  })

  it('check › a negative number with a word for its direction is a finding', () => {
    const clause = '比上年减少-5.00万元，主要原因是退休2人'
    const context = contextOf({
      sections: [section('八、机关运行经费', [clause])],
      mentions: [mention('n1', 'change', '-5.00万元', { region, clause, direction: 'decrease' })],
    })
    expect(statementsOf(k52ChangeReasons.check(context))).toEqual([expect.stringContaining('方向不明')])
  })

  it('check › an amount that increases by a rate that decreases is a finding', () => {
    const { document } = increase('，主要原因是新招录教师12人。')
    const mentions = document.mentions.map((one) => (one.id === 'n3' ? { ...one, direction: 'decrease' as const } : one))
    expect(statementsOf(k52ChangeReasons.check(contextOf({ ...document, mentions })))).toEqual([expect.stringContaining('方向相反')])
  })

  it('check › a document without changes is not applicable', () => {
    const mentions = [mention('n1', 'amount', '100.00万元', { region })]
    expect(k52ChangeReasons.check(contextOf({ mentions })).outcome).toBe('not-applicable')
  })

  it('check › no change, growth of something else, and 三公 items are no decoys', () => {
    const clause = '公务接待费与上年相同，读者人次增加10%'
    const mentions = [
      mention('n1', 'change', '相同', { region, clause, direction: 'same' }),
      mention('n2', 'changeRate', '10%', { clause, direction: 'increase' }),
      mention('n3', 'change', '0.50万元', { region: { threePublic: 'all/reception' }, clause, direction: 'decrease' }),
    ]
    expect(k52ChangeReasons.check(contextOf({ sections: [section('七、“三公”经费', [clause])], mentions })).findings).toEqual([])
  })
})
