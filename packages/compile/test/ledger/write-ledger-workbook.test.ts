import { unzipSync, strFromU8 } from 'fflate'
import excel, { type Workbook } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type LedgerMarks, readLedger, writeLedgerWorkbook } from '../../src/index.ts'
import { soundLedger, vocabulary } from './sound-ledger.ts'

const sound = await soundLedger()
const options = { profile: '山西', year: 2024, vocabulary }

async function load(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes as never)
  return workbook
}

const bytes = await writeLedgerWorkbook(sound, options)
const workbook = await load(bytes)
const lines = workbook.getWorksheet('支出明细')

describe('writeLedgerWorkbook', () => {
  it('has the sheets of a ledger in order, none of them hidden', () => {
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      '填写说明', '部门信息', '单位', '项目', '支出明细', '收入明细', '年终结转', '上年数', '政府采购', '人员', '车辆', '资产', '文字说明', '绩效目标', '绩效指标', '自设科目',
      '已批复数', '填写示例', '科目表',
    ].map((name) => [name, 'visible']))
  })

  it('gives the same bytes for the same ledger', async () => {
    expect(Buffer.compare(await writeLedgerWorkbook(await soundLedger(), options), bytes)).toBe(0)
    expect([...new Set(Object.values(zipTimes(bytes)))]).toEqual([0x0021_0000])
  })

  it('keeps amounts as numbers in 元, and codes as text with their names', () => {
    expect(lines?.getCell('J4').value).toBe(200.5)
    expect(lines?.getCell('J4').numFmt).toBe('#,##0.00')
    expect(lines?.getCell('D4').value).toBe('2070109 群众文化')
  })

  it('adds up above the heads with a formula whose stored value is right', () => {
    // 1000.00 + 200.50 + 3000.00 + 500.00 + 40.25
    expect(lines?.getCell('J1').value).toMatchObject({ formula: 'SUM(J3:J1007)', result: 4740.75 })
  })

  it('locks heads and sums, leaves inputs open, and asks no password', () => {
    // A cell of a protected sheet is locked unless its style says otherwise.
    const isLocked = (cell: string): boolean => (lines?.getCell(cell).style.protection?.locked ?? true)
    expect(['A2', 'J1', 'A3', 'J4', 'J900'].map(isLocked)).toEqual([true, true, false, false, false])
    const xml = partsOf(bytes)['xl/worksheets/sheet5.xml'] ?? ''
    expect(/<sheetProtection [^>]*>/u.exec(xml)?.[0]).toContain('sheet="1"')
    expect(/<sheetProtection [^>]*>/u.exec(xml)?.[0]).not.toMatch(/hash|password/iu)
  })

  it('offers units, projects, words and codes of the year in drop-downs', () => {
    expect(lines?.getCell('A3').dataValidation.formulae).toEqual(["'单位'!$A$3:$A$204"])
    expect(lines?.getCell('C3').dataValidation.formulae).toEqual(["'项目'!$A$3:$A$204"])
    expect(lines?.getCell('H3').dataValidation.formulae).toEqual(['"本年,上年结转"'])
    const codes = workbook.getWorksheet('科目表')
    const source = /^'科目表'!\$A\$3:\$A\$(\d+)$/u.exec(String(lines?.getCell('D3').dataValidation.formulae[0]))
    const listed = codes?.getColumn(1).values.filter((value) => typeof value === 'string' && /^\d{7} /u.test(value)) ?? []
    expect(Number(source?.[1])).toBe(listed.length + 2)
    expect(listed).toContain('2070109 群众文化')
  })

  it('explains every column in a note', () => {
    const heads = lines?.getRow(2)
    for (let column = 1; column <= 10; column += 1) expect(JSON.stringify(heads?.getCell(column).note)).toMatch(/[\u4e00-\u9fff]/u)
  })

  it('marks how values are known by colour and by word, with a legend', async () => {
    const marks: LedgerMarks = new Map([
      ['lines.1.amount', { mark: 'inferred', note: '由 0.02 万元推算' }],
      ['lines.2.use', { mark: 'stated' }],
      ['department.code', { mark: 'open', note: '公开文件没有' }],
    ])
    const marked = await load(await writeLedgerWorkbook(sound, { ...options, marks }))
    const sheet = marked.getWorksheet('支出明细')
    const fillOf = (cell: string): unknown => sheet?.getCell(cell).fill
    expect(fillOf('J4')).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } })
    expect(JSON.stringify(sheet?.getCell('J4').note)).toContain('推定：由 0.02 万元推算')
    // What a line is for stands in two cells.
    expect([fillOf('B5'), fillOf('C5')]).toMatchObject([{ fgColor: { argb: 'FFE2EFDA' } }, { fgColor: { argb: 'FFE2EFDA' } }])
    expect(JSON.stringify(marked.getWorksheet('部门信息')?.getCell('B4').note)).toContain('待填：公开文件没有')
    expect(marked.getWorksheet('填写说明')?.getColumn(1).values).toEqual(expect.arrayContaining(['照录', '推定', '待填']))
    expect(workbook.getWorksheet('填写说明')?.getColumn(1).values).not.toContain('推定')
  })

  it('empty, asks for what must be there and reads no example', async () => {
    const reading = await readLedger({ name: '空.xlsx', bytes: await writeLedgerWorkbook(undefined, options) }, vocabulary)
    expect(reading.ok ? [] : reading.problems.map(({ sheet, cell, code }) => [sheet, cell, code])).toEqual([
      ['部门信息', 'B3', 'compile.ledger.blank'], ['单位', '', 'compile.ledger.no-units'],
    ])
  })

  it('does not cut a text that no cell can hold', async () => {
    await expect(writeLedgerWorkbook({ ...sound, texts: [{ item: 'duties', text: '长'.repeat(32_768) }] }, options)).rejects.toThrow(RangeError)
  })
})

function partsOf(zip: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, part]) => [name, strFromU8(part)]))
}

/** The time stamps of the archive's directory, by offset. */
function zipTimes(zip: Uint8Array): Readonly<Record<number, number>> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const times: Record<number, number> = {}
  for (let at = 0; at + 46 < zip.length; at += 1) if (view.getUint32(at, true) === 0x0201_4b50) times[at] = view.getUint32(at + 12, true)
  return times
}
