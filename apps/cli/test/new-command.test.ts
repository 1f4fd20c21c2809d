import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readLedger } from '@mingzhang/compile'
import { folderWith, runWith } from './cli-builders.ts'
import { vocabulary } from './ledger-files.ts'

describe('mingzhang new', () => {
  it('writes a workbook of the year that the program itself can read, and says what to do next', async () => {
    const path = folderWith()
    const { code, stdout, stderr } = await runWith(['new', path('台账.xlsx'), '--profile', 'shanxi/2023'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('山西省，2023 年')
    expect(stdout).toContain(`mingzhang compile ${path('台账.xlsx')} --profile shanxi/2023 --out`)
    const reading = await readLedger({ name: '台账.xlsx', bytes: readFileSync(path('台账.xlsx')) }, vocabulary)
    // What is missing is said, and nothing else is wrong with an empty ledger.
    expect(reading.ok).toBe(false)
    const details = reading.ok ? [] : reading.problems.map(({ place, detail }) => `${place.table ?? ''} ${detail}`)
    expect(details.length).toBeGreaterThan(0)
    expect(details.filter((detail) => !/^(?:部门信息|单位) /u.test(detail))).toEqual([])
  })

  it.each([
    ['in spring', '2024-03-01', 2024],
    ['from July on', '2024-07-01', 2025],
  ])('without a year takes the one in preparation %s', async (_name, day, year) => {
    const path = folderWith()
    const { stdout } = await runWith(['new', path('a.xlsx'), '--profile', 'shanxi'], { now: () => new Date(`${day}T04:00:00Z`) })
    expect(stdout).toContain(`山西省，${year} 年`)
  })

  it('never replaces a file', async () => {
    const path = folderWith({ '台账.xlsx': '填了一半' })
    const { code, stderr } = await runWith(['new', path('台账.xlsx'), '--profile', 'shanxi/2024'])
    expect(code).toBe(2)
    expect(stderr).toContain('已经存在，没有覆盖')
    expect(readFileSync(path('台账.xlsx'), 'utf8')).toBe('填了一半')
  })

  it.each([
    ['a name of another format', '台账.docx', 'shanxi/2024', '不是工作簿的文件名'],
    ['an unknown place', '台账.xlsx', 'atlantis/2024', '没有“atlantis/2024”这个公开版式'],
    ['a year before the layout', '台账.xlsx', 'shanxi/1999', '适用于2022年'],
    ['a year that is none', '台账.xlsx', 'shanxi/今年', '“今年”不是年份'],
    ['a folder that is not there', '没有/台账.xlsx', 'shanxi/2024', '不存在'],
  ])('refuses %s', async (_name, file, profile, sentence) => {
    const path = folderWith()
    const { code, stdout, stderr } = await runWith(['new', path(file), '--profile', profile])
    expect(stderr).toContain(sentence)
    expect([code, stdout]).toEqual([2, ''])
    expect(existsSync(path(file))).toBe(false)
  })

  it('refuses a folder of that name', async () => {
    const path = folderWith()
    mkdirSync(path('台账.xlsx'))
    expect(await runWith(['new', path('台账.xlsx'), '--profile', 'shanxi/2024'])).toMatchObject({ code: 2, stdout: '' })
  })
})
