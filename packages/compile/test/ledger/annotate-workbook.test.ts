import { strFromU8, unzipSync } from 'fflate'
import excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { annotateWorkbook, type CellProblem, readLedger, writeLedgerWorkbook } from '../../src/index.ts'
import { restyleCells } from '../../src/ledger/annotate/sheet-cells.ts'
import { editedWorkbook } from './edited-workbook.ts'
import { soundLedger, vocabulary } from './sound-ledger.ts'

const workbook = await editedWorkbook(await writeLedgerWorkbook(await soundLedger(), { profile: '', year: 2024, vocabulary }), [
  { cell: '支出明细!J4', text: '约200元' },
  { clear: '支出明细!D5' },
  { cell: '支出明细!A2', text: '单位' },
  { deleteSheet: '收入明细' },
])

async function problemsOf(bytes: Uint8Array): Promise<readonly CellProblem[]> {
  const reading = await readLedger({ name: '台账.xlsx', bytes }, vocabulary)
  if (reading.ok) throw new Error('the ledger was accepted')
  return reading.problems
}

const problems = await problemsOf(workbook)
const annotated = await annotateWorkbook(workbook, problems)
const copy = new excel.Workbook()
await copy.xlsx.load(annotated as never)

describe('annotateWorkbook', () => {
  it('fills and comments the cell of every problem', () => {
    const sheet = copy.getWorksheet('支出明细')
    expect(JSON.stringify(sheet?.getCell('J4').note)).toContain('约200元')
    expect(JSON.stringify(sheet?.getCell('D5').note)).toContain('没有填功能科目')
    expect([sheet?.getCell('J4').fill, sheet?.getCell('D5').fill]).toMatchObject([{ fgColor: { argb: 'FFFFC7CE' } }, { fgColor: { argb: 'FFFFC7CE' } }])
  })

  it('keeps the number format and the lock of a filled cell', () => {
    const cell = copy.getWorksheet('支出明细')?.getCell('J4')
    expect([cell?.numFmt, cell?.protection.locked]).toEqual(['#,##0.00', false])
  })

  it('lists all problems on a sheet of its own, also those without a cell', () => {
    const rows: unknown[] = []
    copy.getWorksheet('问题清单')?.eachRow((row) => { rows.push([row.getCell(2).value, row.getCell(3).value]) })
    expect(rows).toEqual([['工作表', '单元格'], ['收入明细', null], ['支出明细', 'J4'], ['支出明细', 'D5']])
  })

  it('keeps notes that a cell has already, and goes on below them', async () => {
    const at: CellProblem = {
      code: 'compile.ledger.head-repeated', place: { document: '台账.xlsx' }, detail: '表头不对。', remedy: '请改正。', sheet: '支出明细', row: 2, column: '单位', cell: 'A2',
    }
    const again = new excel.Workbook()
    await again.xlsx.load(await annotateWorkbook(workbook, [at]) as never)
    const note = JSON.stringify(again.getWorksheet('支出明细')?.getCell('A2').note)
    expect(note).toContain('从下拉框选择')
    expect(note).toContain('表头不对。')
  })

  it('leaves every other part as it was, byte for byte', () => {
    const before = unzipSync(workbook)
    const after = unzipSync(annotated)
    const changed = Object.keys(after).filter((name) => before[name] === undefined || strFromU8(before[name]) !== strFromU8(after[name] ?? new Uint8Array()))
    const linesSheet = 'xl/worksheets/sheet5.xml'
    expect(changed).toContain(linesSheet)
    expect(changed.filter((name) => /worksheets\/sheet\d+\.xml$/u.test(name) && before[name] !== undefined)).toEqual([linesSheet])
    expect(Object.keys(before).filter((name) => after[name] === undefined)).toEqual([])
  })

  it('is read with the same problems as the original', async () => {
    expect((await problemsOf(annotated)).map(({ sheet, cell, code }) => [sheet, cell, code])).toEqual(problems.map(({ sheet, cell, code }) => [sheet, cell, code]))
  })

  it('gives the same bytes for the same problems', async () => {
    expect(Buffer.compare(await annotateWorkbook(workbook, problems), annotated)).toBe(0)
  })
})

describe('restyleCells', () => {
  const restyle = (style: number): number => style + 10

  it('changes the style of a cell and nothing else of it', () => {
    expect(restyleCells('<sheetData><row r="2"><c r="A2" s="3" t="s"><v>1</v></c></row></sheetData>', ['A2'], restyle))
      .toBe('<sheetData><row r="2"><c r="A2" t="s" s="13"><v>1</v></c></row></sheetData>')
  })

  it('adds cells, rows and the data itself where they are missing, in order', () => {
    expect(restyleCells('<sheetData><row r="2"><c r="B2"/></row><row r="5"/></sheetData><x/>', ['A2', 'C2', 'B1', 'A4', 'A5', 'A9'], restyle)).toBe(
      '<sheetData><row r="1"><c r="B1" s="10"/></row><row r="2"><c r="A2" s="10"/><c r="B2"/><c r="C2" s="10"/></row>'
      + '<row r="4"><c r="A4" s="10"/></row><row r="5"><c r="A5" s="10"/></row><row r="9"><c r="A9" s="10"/></row></sheetData><x/>',
    )
    expect(restyleCells('<w><sheetData/></w>', ['B3'], restyle)).toBe('<w><sheetData><row r="3"><c r="B3" s="10"/></row></sheetData></w>')
  })

  it('knows a prefix of the names', () => {
    expect(restyleCells('<x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData>', ['A1'], restyle))
      .toBe('<x:sheetData><x:row r="1"><x:c r="A1" s="10"/></x:row></x:sheetData>')
  })
})
