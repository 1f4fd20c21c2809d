import { describe, expect, it } from 'vitest'
import { judgeAcross } from '../../src/across/across-rules.ts'
import { isOwnOffice, isSameBody } from '../../src/across/same-body.ts'
import { unfitToCompare } from '../../src/across/unfit-to-compare.ts'
import { documentOf, figureOf } from './across-builders.ts'

const now = documentOf({ name: 'now.txt', year: 2024 }, [figureOf('now.txt', 't2', { use: 'spent', year: '2023', phase: 'budget' }, '459.14')])
const before = documentOf({ name: 'before.txt', year: 2023 }, [figureOf('before.txt', 't1', { use: 'spent', year: '2023' }, '495.14')])

describe('unfitToCompare', () => {
  const codeOf = (facts: Partial<Parameters<typeof documentOf>[0]>) => unfitToCompare(now, { previous: documentOf({ name: 'other.txt', year: 2023, ...facts }, []) })?.code

  it('takes an earlier document of the same body, also with the place left out', () => {
    expect(unfitToCompare(now, { previous: before })).toBeUndefined()
    expect(codeOf({ body: '县文化和旅游局' })).toBeUndefined()
  })

  it('refuses another body, also one whose name only begins or ends like it', () => {
    expect(codeOf({ body: '清河县水务局' })).toBe('audit.previous.otherBody')
    expect(codeOf({ body: '清河县文化和旅游局文化馆' })).toBe('audit.previous.otherBody')
  })

  it('refuses the unit’s own document beside the department’s', () => {
    expect(codeOf({ level: 'unit' })).toBe('audit.previous.otherLevel')
  })

  it('refuses the same and a later year, but not the budget of a final account’s own year', () => {
    expect(codeOf({ year: 2024 })).toBe('audit.previous.notEarlier')
    expect(codeOf({ year: 2025 })).toBe('audit.previous.notEarlier')
    const account = documentOf({ name: 'account.txt', year: 2023, kind: 'final' }, [])
    expect(unfitToCompare(account, { previous: before })).toBeUndefined()
    expect(unfitToCompare(before, { previous: account })?.code).toBe('audit.previous.notEarlier')
  })

  it('refuses units of which none is the department’s, and says why of each', () => {
    const museum = documentOf({ name: 'museum.txt', body: '清河县博物馆', year: 2023, level: 'unit' }, [])
    expect(unfitToCompare(now, { units: [] })?.code).toBe('audit.units.none')
    expect(unfitToCompare(now, { units: [museum] })?.detail).toContain('“museum.txt”的年度或预决算种类与部门的文件不同')
    expect(unfitToCompare(now, { units: [documentOf({ name: 'museum.txt', body: '清河县博物馆', year: 2024, level: 'unit' }, [])] })).toBeUndefined()
  })
})

describe('judgeAcross', () => {
  it('asks nothing of documents that were not given', () => {
    expect(judgeAcross(now, {}, 'half-up')).toEqual([])
    expect(judgeAcross(now, { previous: before }, 'half-up').map(({ meta, outcome }) => [meta.id, outcome.outcome])).toEqual([['Y01', 'fail'], ['Y02', 'not-applicable'], ['Y03', 'not-applicable']])
  })
})

describe('isSameBody', () => {
  it.each([
    ['清河县文化和旅游局', '清河县文化和旅游局（本级）'], ['清河县文化和旅游局', '清河县文化和旅游局机关'], ['清河县文化和旅游局（汇总）', '清河县文化和旅游局'],
    ['清河县人民政府办公室', '县人民政府办公室'], ['青山市清河县民政局', '清河县民政局'],
  ])('takes %s and %s for one', (a, b) => { expect(isSameBody(a, b)).toBe(true) })

  it.each([
    ['清河县教育局', '清河县教育局招生考试中心'], ['清河县人民政府', '清河县人民政府办公室'], ['清河县第一中学', '青山市第一中学'], ['清河县中医医院', '清河县医院'],
  ])('keeps %s and %s apart', (a, b) => { expect(isSameBody(a, b)).toBe(false) })
})

describe('isOwnOffice', () => {
  it('knows the department’s own office by itself, and no unit by it', () => {
    expect(['本级', '局机关', '机关本级'].map(isOwnOffice)).toEqual([true, true, true])
    expect(['清河县图书馆', '机关服务中心'].map(isOwnOffice)).toEqual([false, false])
  })
})
