import { describe, expect, it } from 'vitest'
import type { IndicatorOperator, ProjectForm } from '../../src/index.ts'
import { contradictoryFacts } from '../../src/rules/d23-contradictory-facts.ts'
import { exampleContext, exampleForm, field, indicator, numberValue, somewhere } from '../builders.ts'

/** A form of the project `project` whose only quantity is `name`. */
const form = (
  index: number,
  project: string,
  name: string,
  operator: IndicatorOperator,
  count: string,
  part: Partial<ProjectForm> = {},
): ProjectForm =>
  exampleForm({
    index,
    projectName: field(project),
    texts: {},
    goals: {},
    indicators: [
      indicator({
        level2: '数量指标',
        kind: 'quantity',
        name,
        value: numberValue(`${operator === '=' ? '' : operator}${count}人`, operator, count, '人'),
      }),
    ],
    ...part,
  })
const check = (forms: readonly ProjectForm[], sentence?: string) =>
  contradictoryFacts.check(
    exampleContext({
      forms,
      sections:
        sentence === undefined
          ? []
          : [
              {
                kind: 'organisation',
                heading: '二、机构设置',
                place: somewhere,
                paragraphs: [{ text: sentence, place: { ...somewhere, line: 9 } }],
              },
            ],
    }),
  )

describe('contradictoryFacts', () => {
  it('the same number in two forms holds', () => {
    expect(
      check([form(1, '企业退休人员慰问', '企业退休人员人数', '=', '300'), form(2, '企业退休人员取暖', '企业退休人员数量', '=', '300')]),
    ).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('a population that one form names in its indicator and the other in its project is one group', () => {
    const { findings } = check([
      form(1, '养老保险补助资金', '享受待遇的机关事业单位退休人数', '=', '1409'),
      form(2, '机关事业单位养老保险', '退休人员人数', '≥', '1800', { texts: { overview: field('发放人数1800余人。', { line: 7 }) } }),
    ])
    expect(findings).toMatchObject([
      { severity: 'warning', expected: '1409人', found: '≥1800人', statement: { zh: expect.stringContaining('如指同一批人') as string } },
    ])
    expect(findings[0]?.places).toContainEqual(expect.objectContaining({ line: 7 }))
  })

  it('staff in a form and in the narrative are compared, with a ceiling named beside them', () => {
    const { findings } = check(
      [form(1, '人员经费', '保障在职人员数量', '=', '26'), form(2, '业务经费', '文化馆实有在岗人员', '≤', '90')],
      '本单位目前共有在职在编干部职工27人。其中：事业编制27人。',
    )
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ severity: 'notice' })
    for (const words of ['26人', '27人', '≤90人']) expect(findings[0]?.statement.zh).toContain(words)
  })

  it('a ceiling above the number is no contradiction', () => {
    expect(check([form(1, '人员经费', '在职人员数量', '=', '26'), form(2, '业务经费', '在职人员数', '≤', '30')]).outcome).toBe('pass')
  })

  it.each([
    ['2022年企业退休人员数量', '2023年企业退休人员数量'],
    ['企业退休人员数量', '机关事业单位退休人员数量'],
    ['参保城乡居民人数（60-64）', '参保城乡居民人数（65以上）'],
    ['少儿馆在职人员数量', '在职人员数量'],
    ['在职人员培训人数', '在职人员人数'],
    ['补贴人数', '补贴人数'],
  ])('“%s” and “%s” are not compared', (a, b) => {
    expect(check([form(1, '甲', a, '=', '10'), form(2, '乙', b, '=', '20')]).outcome).toBe('not-applicable')
  })

  it('staff of another unit are not compared', () => {
    expect(
      check([
        form(1, '甲', '在职人员数量', '=', '10'),
        form(2, '乙', '在职人员数量', '=', '20', { implementingUnit: field('清河县图书馆') }),
      ]).outcome,
    ).toBe('not-applicable')
  })

  it('a narrative that counts several units is not taken', () => {
    expect(check([form(1, '甲', '在职人员数量', '=', '10')], '机关在职人员30人；图书馆在职人员12人。').outcome).toBe('not-applicable')
  })

  it('both halves of one form are one statement', () => {
    expect(check([form(1, '甲', '退休人员数量', '=', '10')]).outcome).toBe('not-applicable')
  })
})
