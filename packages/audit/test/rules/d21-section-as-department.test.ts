import { describe, expect, it } from 'vitest'
import { sectionAsDepartment } from '../../src/rules/d21-section-as-department.ts'
import { exampleContext, exampleForm, field } from '../builders.ts'

const check = (...names: readonly string[]) =>
  sectionAsDepartment.check(
    exampleContext({
      forms: names.map((name, index) => exampleForm({ index: index + 1, department: { field: field(`904-${name}`), code: '904', name } })),
    }),
  )

describe('sectionAsDepartment', () => {
  it("the department's own name holds", () => {
    expect(check('清河县文化馆')).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('forms with the same section are one finding', () => {
    const { findings } = check('教科文股', '教科文股', '清河县文化馆')
    expect(findings).toMatchObject([{ found: '教科文股', expected: '清河县文化馆' }])
    expect(findings[0]?.places).toHaveLength(2)
  })

  it.each(['社保股', '行政政法科', '农业农村处', '清河县财政局经建股', '预算处'])('%s is a section', (name) => {
    expect(check(name).findings).toHaveLength(1)
  })

  it.each([
    '清河县公路管理处',
    '东关街道办事处',
    '清河县信访办公室',
    '清河县医院检验科',
    '县政府办公室',
    '清河县机关事务服务处',
    '清河县档案馆',
  ])('%s is an institution', (name) => {
    expect(check(name).outcome).toBe('pass')
  })

  it('a blank department is not judged', () => {
    expect(check('').outcome).toBe('not-applicable')
  })
})
