import { describe, expect, test } from 'vitest'
import { mentionOf, readNarrative } from './example-narrative.ts'

const year = '2024'

/** The print of the amount that the mention with this print speaks of. */
function subjectOf(narrative: ReturnType<typeof readNarrative>, text: string, occurrence = 1): string | undefined {
  const { subject } = mentionOf(narrative, text, occurrence)
  return narrative.mentions.find((mention) => mention.id === subject)?.text
}

describe('recogniseNarrative changes', () => {
  test('after a total and all of its parts, the change is the total’s', () => {
    const narrative = readNarrative(['一、部门预算收支变动情况及原因', '2024年度预算收入总计100.00万元，其中：本年收入90.00万元，上年结转10.00万元，比上年增加20.00万元，增加25.00%。'])
    expect(subjectOf(narrative, '20.00万元')).toBe('100.00万元')
    expect(subjectOf(narrative, '25.00%')).toBe('100.00万元')
    expect(mentionOf(narrative, '25.00%')).toMatchObject({ role: 'changeRate', direction: 'increase', region: { year } })
  })

  test('after parts that are not all of the total, nobody can tell', () => {
    const narrative = readNarrative(['一、部门预算收支变动情况及原因', '2024年度预算收入总计100.00万元，其中：本年收入70.00万元，上年结转10.00万元，比上年增加20.00万元。'])
    expect(mentionOf(narrative, '20.00万元')).toMatchObject({ region: undefined, subject: undefined, unbound: '不能确定增减的是总数还是最后一项' })
  })

  test('where each part has its change, it is the part’s', () => {
    const narrative = readNarrative(['七、“三公”经费情况说明', '2024年“三公”经费6.00万元。其中：公务接待费2.00万元，比上年减少0.50万元；公务用车运行维护费4.00万元，比上年增加0.20万元，增长5.26%。'])
    expect(subjectOf(narrative, '0.50万元')).toBe('2.00万元')
    expect(mentionOf(narrative, '0.50万元').direction).toBe('decrease')
    expect(subjectOf(narrative, '0.20万元')).toBe('4.00万元')
    expect(subjectOf(narrative, '5.26%')).toBe('4.00万元')
  })

  test('behind a bracket the change goes on about what stands before it', () => {
    const narrative = readNarrative([
      '七、“三公”经费情况说明',
      '公务用车购置及运行费9.00万元（公务用车购置费5.00万元，比上年减少3.00万元；公务用车运行维护费4.00万元，'
        + '比上年减少1.00万元。）比上年减少7.00万元，下降43.75%。',
    ])
    expect(subjectOf(narrative, '1.00万元')).toBe('4.00万元')
    expect(subjectOf(narrative, '7.00万元')).toBe('9.00万元')
    expect(subjectOf(narrative, '43.75%')).toBe('9.00万元')
  })

  test('a change that names its own subject is tied to that amount, wherever it stands in the section', () => {
    const narrative = readNarrative([
      '三、支出预算情况说明',
      '2024年支出预算100.00万元，其中：基本支出60.00万元，项目支出40.00万元。',
      '比上年增加5.00万元，其中基本支出增加8.00万元，项目支出减少3.00万元。',
    ])
    expect(subjectOf(narrative, '8.00万元')).toBe('60.00万元')
    expect(subjectOf(narrative, '3.00万元')).toBe('40.00万元')
    expect(mentionOf(narrative, '5.00万元').unbound).toBe('没有写明增减的是哪一项')
  })

  test('the rate in brackets belongs to the change before it', () => {
    const narrative = readNarrative(['七、“三公”经费情况说明', '公务接待费2.00万元，较上年减少0.50万元（20.00%）。'])
    expect(mentionOf(narrative, '20.00%')).toMatchObject({ role: 'changeRate', direction: 'decrease' })
    expect(subjectOf(narrative, '20.00%')).toBe('2.00万元')
  })

  test('last year’s amount between an amount and its change is not the subject', () => {
    const narrative = readNarrative(['八、机关运行经费说明', '2024年机关运行经费50.00万元，较2023年预算45.00万元增加5.00万元。'])
    expect(mentionOf(narrative, '45.00万元')).toMatchObject({ role: 'previous', region: { year: '2023', agencyOperating: 'all' } })
    expect(subjectOf(narrative, '5.00万元')).toBe('50.00万元')
  })

  test('与上年预算数相同 is a change without a number; 基本持平 is none', () => {
    const narrative = readNarrative(['七、“三公”经费情况说明', '因公出国（境）费0.00万元与上年预算数相同；公务接待费2.00万元，与上年基本持平。'])
    const same = narrative.mentions.filter((mention) => mention.direction === 'same')
    expect(same).toHaveLength(1)
    expect(same[0]).toMatchObject({ role: 'change', text: '与上年预算数相同', printed: undefined, region: { threePublic: 'all/abroad' } })
    expect(same[0]?.subject).toBe(mentionOf(narrative, '0.00万元').id)
  })

  test('与上年持平 beside a printed change of zero is not told twice', () => {
    const narrative = readNarrative(['七、“三公”经费情况说明', '公务接待费2.00万元，比上年增加0.00万元，增长0.00%，与上年持平。'])
    expect(narrative.mentions.some((mention) => mention.direction === 'same')).toBe(false)
    expect(mentionOf(narrative, '0.00万元')).toMatchObject({ role: 'change', direction: 'increase' })
  })

  test('an amount that a change brought about (增加至) is no change', () => {
    expect(mentionOf(readNarrative(['三、支出预算情况说明', '项目支出增加至40.00万元。']), '40.00万元').role).toBe('amount')
  })
})

describe('recogniseNarrative shares', () => {
  test('a share is of the list’s total', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '2024年度支出预算100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。'])
    expect(mentionOf(narrative, '60.00%')).toMatchObject({
      role: 'share', region: { year, use: 'spent', kind: 'basic' }, whole: { year, use: 'spent' },
    })
    expect(subjectOf(narrative, '40.00%')).toBe('40.00万元')
  })

  test('a share says itself what it is of', () => {
    const narrative = readNarrative(['四、财政拨款收支总体情况说明', '2024年财政拨款支出90.00万元，占支出的90.00%。'])
    expect(mentionOf(narrative, '90.00%')).toMatchObject({ region: { year, fund: 'fiscal', use: 'spent' }, whole: { year, use: 'spent' } })
  })

  test('without an amount before it, or of a count, a share is not bound', () => {
    const narrative = readNarrative(['三、支出预算情况说明', '在编12人，占80.00%。', '占20.00%。'])
    expect(mentionOf(narrative, '80.00%')).toMatchObject({ role: 'share', region: undefined, whole: undefined })
    expect(mentionOf(narrative, '20.00%').unbound).toBe('没有写明是哪一项的占比')
  })

  test('a rate of something that is not money is other', () => {
    expect(mentionOf(readNarrative(['十、绩效管理情况', '活动完成率100%，读者满意度达到95%。']), '95%').role).toBe('other')
  })
})
