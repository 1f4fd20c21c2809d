import { fen } from '@mingzhang/money'
import excel, { type Cell, type Worksheet } from 'exceljs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Publication, writeTablesXlsx } from '../../../src/index.ts'
import { examplePublication } from '../example-publication.ts'
import { amount, cellFigure, publicationOf, tableOf, words } from '../small-publication.ts'

async function workbookOf(publication: Publication) {
  const workbook = new excel.Workbook()
  const bytes = await writeTablesXlsx(publication)
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

async function sheetOf(publication: Publication): Promise<Worksheet> {
  const [sheet] = (await workbookOf(publication)).worksheets
  if (sheet === undefined) throw new Error('a sheet was expected')
  return sheet
}

/** The library declares a note for every cell; one without has none at run time. */
function noteOf(cell: Cell): string {
  const note = cell.note as Cell['note'] | undefined
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')
}

/** 1.01 printed over 0.34 + 0.33 + 0.33: three thirds of 1.00 that were rounded on their own, and a total of 1.006. */
const rounded = [cellFigure('total', fen(1_010_000), '1.01'), cellFigure('a', fen(340_000), '0.34'), cellFigure('b', fen(330_000), '0.33'), cellFigure('c', fen(330_000), '0.33')]
const roundedTable = (sumOf: readonly string[]) => {
  const [total, a, b, c] = rounded
  if (total === undefined || a === undefined || b === undefined || c === undefined) throw new Error('four figures were expected')
  return publicationOf([tableOf('t', '2024年支出表', ['项目', '金额'], [
    [words('合计'), amount(total, sumOf)], [words('甲'), amount(a)], [words('乙'), amount(b)], [words('丙'), amount(c)],
  ])], rounded)
}

describe('writeTablesXlsx', () => {
  it('gives the same bytes for the same publication', async () => {
    const first = await writeTablesXlsx(examplePublication())
    expect(Buffer.compare(first, await writeTablesXlsx(examplePublication()))).toBe(0)
  })

  it('has one visible sheet per statutory table, in order, and none for a form', async () => {
    const { worksheets } = await workbookOf(examplePublication())
    expect(worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['预算支出总表', 'visible'], ['财政拨款收支总表', 'visible'], ['国有资本经营预算收支预算表', 'visible'], ['项目支出预算表', 'visible'],
    ])
  })

  it('stamps the file with the publication alone', async () => {
    const { creator, lastModifiedBy, title, created, modified } = await workbookOf(examplePublication())
    expect({ creator, lastModifiedBy, title, created, modified }).toEqual({
      creator: '清河县文化和旅游局', lastModifiedBy: '清河县文化和旅游局', title: '清河县文化和旅游局2024年度部门预算公开',
      created: new Date('2024-02-23T02:00:00Z'), modified: new Date('2024-02-23T02:00:00Z'),
    })
  })

  it('names nothing but the rows that repeat in print', async () => {
    const files = unzipSync(await writeTablesXlsx(examplePublication()))
    const names = [...Buffer.from(files['xl/workbook.xml'] ?? []).toString().matchAll(/<definedName name="([^"]+)"/gu)].map((match) => match[1])
    expect(new Set(names)).toEqual(new Set(['_xlnm.Print_Titles']))
  })

  it('writes a printed amount as that number, shown with its decimals', async () => {
    const cell = (await sheetOf(roundedTable([]))).getCell('B5')
    expect([cell.value, cell.numFmt]).toEqual([0.34, '#,##0.00'])
  })

  it('leaves a blank amount blank', async () => {
    const blank = cellFigure('none', undefined, '')
    const sheet = await sheetOf(publicationOf([tableOf('t', '支出表', ['项目', '金额'], [[words('甲'), amount(blank)]])], [blank]))
    expect(sheet.getCell('B4').value).toBeNull()
  })

  it('writes codes and numbers of columns as text', async () => {
    const sheet = await sheetOf(publicationOf([tableOf('t', '支出表', ['科目编码', '1'], [[words('2080505'), words('5')]])]))
    expect(['A3', 'B3', 'A4', 'B4'].map((name) => sheet.getCell(name).value)).toEqual(['科目编码', '1', '2080505', '5'])
  })

  it('writes a total as the formula of its parts with the printed total as its result', async () => {
    const cell = (await sheetOf(roundedTable(['a', 'b', 'c']))).getCell('B4')
    expect([cell.formula, cell.result]).toEqual(['ROUND(SUM(B5:B7)+0.01,2)', 1.01])
  })

  it('says what independent rounding leaves in a note', async () => {
    expect(noteOf((await sheetOf(roundedTable(['a', 'b', 'c']))).getCell('B4'))).toBe('尾差 0.01：各数分别取舍，本数比所列各项之和多 0.01 万元，已在公式中列明。')
  })

  it('has no correction and no note where the printed parts add up', async () => {
    // 0.34 + 0.33 + 0.34 is 1.01.
    const figures = [...rounded.slice(0, 3), cellFigure('c', fen(340_000), '0.34')]
    const cell = (await sheetOf({ ...roundedTable(['a', 'b', 'c']), figures: new Map(figures.map((figure) => [figure.id, figure])) })).getCell('B4')
    expect([cell.formula, noteOf(cell)]).toEqual(['ROUND(SUM(B5:B7),2)', ''])
  })

  it('throws for a total whose part is not on the sheet', async () => {
    await expect(writeTablesXlsx(roundedTable(['a', 'elsewhere']))).rejects.toThrow('“elsewhere” is not in the same table')
  })

  it('has totals whose cells add up to the cached result, over the whole example', async () => {
    const { worksheets } = await workbookOf(examplePublication())
    let formulas = 0
    for (const sheet of worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (typeof cell.value !== 'object' || cell.value === null || !('formula' in cell.value)) return
          formulas += 1
          expect([sheet.name, cell.address, evaluate(cell.formula, sheet)]).toEqual([sheet.name, cell.address, Math.round(Number(cell.result) * 100)])
        })
      })
    }
    expect(formulas).toBeGreaterThan(30)
  })

  it('repeats title and head in print, freezes them on the screen, and fits an A4 page', async () => {
    const sheet = (await workbookOf(examplePublication())).getWorksheet('财政拨款收支总表')
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: '1:5' })
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 5 })
  })

  it('merges what spans', async () => {
    const sheet = (await workbookOf(examplePublication())).getWorksheet('预算支出总表')
    // 项目 over two columns in row 3; 合计 over 编码 and 名称 in row 5.
    expect(['B3', 'D3', 'E3', 'B5'].map((name) => sheet?.getCell(name).master.address)).toEqual(['A3', 'C3', 'C3', 'A5'])
  })
})

/** In hundredths: the sum of the cells that a formula names, and its correction. */
function evaluate(formula: string, sheet: Worksheet): number {
  const [, sums = '', correction = '0'] = /^ROUND\((.*?)([+-]\d+\.\d+)?,2\)$/u.exec(formula) ?? []
  const hundredths = (value: string): number => Math.round(Number(value) * 100)
  let total = hundredths(correction)
  for (const [, column = '', first = '', lastColumn, last] of sums.matchAll(/([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?/gu)) {
    const columns = [column.charCodeAt(0), (lastColumn ?? column).charCodeAt(0)] as const
    for (let at = columns[0]; at <= columns[1]; at += 1) {
      for (let row = Number(first); row <= Number(last ?? first); row += 1) {
        const cell = sheet.getCell(`${String.fromCharCode(at)}${String(row)}`)
        total += hundredths(printedNumber(cell))
      }
    }
  }
  return total
}

/** The number that a cell shows; blank and text add nothing. */
function printedNumber({ value }: Cell): string {
  const shown = typeof value === 'object' && value !== null && 'formula' in value ? value.result : value
  return typeof shown === 'number' ? String(shown) : '0'
}
