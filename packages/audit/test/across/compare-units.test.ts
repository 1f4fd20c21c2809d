import { describe, expect, it } from 'vitest'
import { compareUnitRows, compareUnitSums } from '../../src/across/compare-units.ts'
import { documentOf, figureOf } from './across-builders.ts'

const total = { use: 'spent', fund: 'fiscal', year: '2024' } as const

const unit = (name: string, body: string, printed: string) =>
  documentOf({ name, body, year: 2024, level: 'unit' }, [figureOf(name, 't1', total, printed)])

const library = unit('library.txt', '清河县图书馆', '120.00')
const museum = unit('museum.txt', '清河县博物馆', '80.50')

const department = (sum: string, row: string) => documentOf({ name: 'department.txt', year: 2024 }, [
  figureOf('department.txt', 't1', total, sum),
  figureOf('department.txt', 't2', { ...total, unit: '清河县图书馆' }, row),
  figureOf('department.txt', 't3', { ...total, unit: '清河县博物馆' }, '80.50'),
])

describe('compareUnitRows', () => {
  it('passes rows that are what the units published', () => {
    expect(compareUnitRows(department('200.50', '120.00'), [library, museum], 'half-up')).toEqual({ checked: 2, findings: [], open: [] })
  })

  it('warns of a row that is not, with both places', () => {
    const { findings } = compareUnitRows(department('200.50', '102.00'), [library, museum], 'half-up')
    expect(findings).toMatchObject([{ severity: 'warning', found: 102_000_000, expected: 120_000_000, difference: -18_000_000 }])
    expect(findings[0]?.places.map(({ document }) => document)).toEqual(['department.txt', 'library.txt'])
  })

  it('compares nothing with a unit’s document of another year or kind, and says why', () => {
    const earlier = documentOf({ name: 'library.txt', body: '清河县图书馆', year: 2023, level: 'unit' }, library.figures)
    const account = documentOf({ name: 'account.txt', body: '清河县图书馆', year: 2024, kind: 'final', level: 'unit' }, library.figures)
    const { checked, open } = compareUnitRows(department('200.50', '102.00'), [earlier, account], 'half-up')
    expect(checked).toBe(0)
    expect(open.map(({ reason }) => reason.zh)).toEqual([
      '缺少这些单位的文件，没有比较：清河县图书馆、清河县博物馆。',
      '“library.txt”的年度或预决算种类与部门的文件不同，没有比较。',
      '“account.txt”的年度或预决算种类与部门的文件不同，没有比较。',
    ])
  })

  it('knows the department’s own office as 本级, 局机关 and by its name', () => {
    const office = unit('office.txt', '清河县文化和旅游局', '40.00')
    for (const row of ['本级', '局机关', '清河县文化和旅游局（本级）', '清河县文化和旅游局机关']) {
      const whole = documentOf({ name: 'department.txt', year: 2024 }, [figureOf('department.txt', 't2', { ...total, unit: row }, '41.00')])
      expect(compareUnitRows(whole, [office], 'half-up'), row).toMatchObject({ checked: 1, findings: [{ found: 41_000_000, expected: 40_000_000 }] })
    }
  })

  it('does not take the department’s own summary, nor a second document of a unit, for one of a unit', () => {
    const summary = documentOf({ name: 'summary.txt', year: 2024 }, [figureOf('summary.txt', 't1', total, '999.00')])
    const again = unit('library-2.txt', '清河县图书馆', '999.00')
    const { findings, open } = compareUnitRows(department('200.50', '120.00'), [library, museum, summary, again], 'half-up')
    expect(findings).toEqual([])
    expect(open.map(({ reason }) => reason.zh)).toEqual(['“summary.txt”是部门汇总的文件，没有比较。', '“library-2.txt”与“library.txt”是同一个单位的，没有比较。'])
  })
})

describe('compareUnitSums', () => {
  it('passes a department that is the sum of all its units, and warns of one that is not', () => {
    expect(compareUnitSums(department('200.50', '120.00'), [library, museum], 'half-up')).toEqual({ checked: 1, findings: [], open: [] })
    expect(compareUnitSums(department('205.00', '120.00'), [library, museum], 'half-up').findings).toMatchObject([{ severity: 'warning', found: 205_000_000, expected: 200_500_000, difference: 4_500_000 }])
  })

  it('explains by rounding what rounding explains: two units and the department can be 0.01 apart', () => {
    expect(compareUnitSums(department('200.51', '120.00'), [library, museum], 'half-up').findings).toEqual([])
    expect(compareUnitSums(department('200.52', '120.00'), [library, museum], 'half-up').findings).toHaveLength(1)
  })

  it('only notes a total that other money than the treasury’s can be counted twice in', () => {
    const all = { use: 'spent', year: '2024' } as const
    const own = (name: string, body: string, printed: string) => documentOf({ name, body, year: 2024, level: 'unit' }, [figureOf(name, 't1', all, printed)])
    const whole = documentOf({ name: 'department.txt', year: 2024 }, [
      figureOf('department.txt', 't1', all, '190.00'),
      figureOf('department.txt', 't2', { ...all, unit: '清河县图书馆' }, '120.00'),
      figureOf('department.txt', 't3', { ...all, unit: '清河县博物馆' }, '80.50'),
    ])
    expect(compareUnitSums(whole, [own('library.txt', '清河县图书馆', '120.00'), own('museum.txt', '清河县博物馆', '80.50')], 'half-up').findings).toMatchObject([{ severity: 'notice' }])
  })

  it('asks of some of the units only that they are not more than the department, and names the missing', () => {
    const some = compareUnitSums(department('205.00', '120.00'), [library], 'half-up')
    expect(some).toMatchObject({ checked: 1, findings: [] })
    expect(some.open[0]?.reason.zh).toContain('缺少清河县博物馆的文件')
    expect(compareUnitSums(department('100.00', '120.00'), [library], 'half-up').findings).toMatchObject([{ severity: 'notice' }])
  })

  it('takes no list of projects or purchases for a list of all units', () => {
    const project = { ...total, kind: 'project' } as const
    const partial = documentOf({ name: 'department.txt', year: 2024 }, [
      figureOf('department.txt', 't1', total, '320.50'),
      figureOf('department.txt', 't2', { ...project, unit: '清河县图书馆' }, '20.00'),
      figureOf('department.txt', 't3', { ...project, unit: '清河县博物馆' }, '10.00'),
    ])
    const { findings, open } = compareUnitSums(partial, [library, museum], 'half-up')
    expect(findings).toEqual([])
    expect(open[0]?.reason.zh).toContain('没有逐一列出单位')
  })

  it('leaves out what units pay each other', () => {
    const paid = { period: 'transfers/superior', year: '2024' } as const
    const whole = documentOf({ name: 'department.txt', year: 2024 }, [...department('200.50', '120.00').figures, figureOf('department.txt', 't9', paid, '0.00')])
    const receiver = documentOf({ name: 'library.txt', body: '清河县图书馆', year: 2024, level: 'unit' }, [...library.figures, figureOf('library.txt', 't9', paid, '5.00')])
    expect(compareUnitSums(whole, [receiver, museum], 'half-up')).toEqual({ checked: 1, findings: [], open: [] })
  })
})
