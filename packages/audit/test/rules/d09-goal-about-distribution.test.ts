import { describe, expect, it } from 'vitest'
import { goalAboutDistribution } from '../../src/rules/d09-goal-about-distribution.ts'
import { exampleContext, exampleForm, field } from '../builders.ts'

const check = (text: string) =>
  goalAboutDistribution.check(exampleContext({ forms: [exampleForm({ goals: { life: field(text), annual: field(text) } })] }))

describe('goalAboutDistribution', () => {
  it('holds › the example form states results', () => {
    expect(goalAboutDistribution.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it.each([
    '清河县文化馆提出资金分配方案，县财政局按方案下达资金。',
    '资金按规定用于送戏下乡、书屋更新等项目以及经批准的其他支出。',
    '清河县人力资源和社会保障局根据分配方案下达资金。',
    '专款专用，资金及时拨付到位。',
  ])('broken › %s', (text) => {
    const outcome = check(text)
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.places).toHaveLength(2)
  })

  it.each([
    '资金按规定用于送戏下乡，保障农村居民基本文化权益。',
    '下达资金120万元。建成书屋12个。',
    '资金用于送戏下乡36场，惠及12个乡镇。',
    '专款专用，提高馆藏图书质量。',
  ])('decoy › a result beside the distribution passes: %s', (text) => {
    expect(check(text).outcome).toBe('pass')
  })

  it('not applicable › no goal is printed', () => {
    expect(goalAboutDistribution.check(exampleContext({ forms: [exampleForm({ goals: {} })] })).outcome).toBe('not-applicable')
  })
})
