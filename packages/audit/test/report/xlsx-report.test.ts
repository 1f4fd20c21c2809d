import { describe, expect, it, vi } from 'vitest'
import excel from 'exceljs'
import { renderXlsxReport } from '../../src/report/xlsx-report.ts'
import { smallReport } from './small-report.ts'

async function readBack(bytes: Uint8Array): Promise<excel.Workbook> {
  const workbook = new excel.Workbook()
  // The library's own declaration of Buffer predates the current one.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

function sheetOf(workbook: excel.Workbook, name: string): excel.Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

describe('renderXlsxReport', () => {
  it('has the five sheets in order, each with a frozen head, a filter and landscape fitted to the width', async () => {
    const workbook = await readBack(await renderXlsxReport(smallReport(), { language: 'zh' }))
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['概览', '发现', '勾稽关系', '数字', '未绑定'])
    for (const sheet of workbook.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 })
      expect(sheet.autoFilter).toBeTruthy()
    }
  })

  it('writes amounts as numbers in 元 with their format, and a missing amount as an empty cell', async () => {
    const sheet = sheetOf(await readBack(await renderXlsxReport(smallReport(), { language: 'zh' })), '数字')
    // 12,000,000 fen.
    expect(sheet.getCell('D2').value).toBe(120_000)
    expect(sheet.getCell('D2').numFmt).toBe('#,##0.00')
    expect(sheet.getCell('D3').value).toBeNull()
    expect(sheet.getCell('C3').value).toBe('空白（不等于零）')
  })

  it('writes the difference of a finding in 元 and an expectation in words as text', async () => {
    const sheet = sheetOf(await readBack(await renderXlsxReport(smallReport(), { language: 'zh' })), '发现')
    expect(sheet.getCell('J2').value).toBe(-3_400)
    expect(sheet.getCell('I3').value).toBe('139****0000')
  })

  it('writes text that begins like a formula as text', async () => {
    const report = smallReport({ unbound: [{ place: { document: 'q.txt', line: 3 }, text: '=1+1', reason: '不是数字' }] })
    expect(sheetOf(await readBack(await renderXlsxReport(report, { language: 'zh' })), '未绑定').getCell('A2').value).toBe('=1+1')
  })

  it('cuts a text that is longer than a cell can hold', async () => {
    const report = smallReport({ unbound: [{ place: { document: 'q.txt' }, text: '1'.repeat(40_000), reason: '' }] })
    const text = sheetOf(await readBack(await renderXlsxReport(report, { language: 'zh' })), '未绑定').getCell('A2').value
    expect(text).toBe(`${'1'.repeat(32_000)}……`)
  })

  it('gives the same bytes for the same report, whatever the time is', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-02-01T08:00:00Z') })
    const first = await renderXlsxReport(smallReport(), { language: 'zh' })
    vi.setSystemTime(new Date('2025-11-30T17:30:10Z'))
    const second = await renderXlsxReport(smallReport(), { language: 'zh' })
    vi.useRealTimers()
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })

  it('names the sheets in English when asked', async () => {
    const workbook = await readBack(await renderXlsxReport(smallReport(), { language: 'en' }))
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Summary', 'Findings', 'Identities', 'Figures', 'Unbound'])
  })
})
