import { utils, write, type WorkSheet } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type DocumentTree, defaultReadLimits, readDocument } from '../../src/index.ts'
import { contentOf, problemOf, treeOf } from './text-builders.ts'

type Value = string | number | undefined

/** A sheet of these rows; numbers with two decimals unless `formats` says otherwise for a cell. */
function sheet(rows: readonly (readonly Value[])[], options: { readonly merges?: readonly string[]; readonly formats?: Readonly<Record<string, string>> } = {}): WorkSheet {
  const made = utils.aoa_to_sheet(rows.map((row) => [...row]))
  made['!merges'] = (options.merges ?? []).map((range) => utils.decode_range(range))
  for (const [address, cell] of Object.entries<{ t?: string; z?: string }>(made)) {
    if (cell.t === 'n') cell.z = options.formats?.[address] ?? '0.00'
  }
  return made
}

interface BookOptions {
  readonly hidden?: readonly string[]
  readonly type?: 'xlsx' | 'biff8'
}

function book(sheets: Readonly<Record<string, WorkSheet>>, { hidden = [], type = 'xlsx' }: BookOptions = {}): Uint8Array {
  const made = utils.book_new()
  for (const [name, one] of Object.entries(sheets)) utils.book_append_sheet(made, one, name)
  made.Workbook = { Sheets: made.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) }
  return new Uint8Array(write(made, { type: 'array', bookType: type, cellStyles: true }) as ArrayBuffer)
}

const treeFrom = async (sheets: Readonly<Record<string, WorkSheet>>, options?: BookOptions): Promise<DocumentTree> => treeOf(await readDocument(book(sheets, options), 'qinghe.xlsx'))

const read = async (...rows: readonly (readonly Value[])[]): Promise<readonly unknown[]> => contentOf({ ok: true, value: await treeFrom({ 表一: sheet([['收支总表'], ...rows]) }) }).slice(1)

describe('readDocument › workbook › cells', () => {
  it('reads numbers as their format displays them', async () => {
    const formats = { B2: '0.00', B3: '#,##0.00', B4: '0.00;-0.00;;@', B5: '0.0%', B6: '#,##0.00_);(#,##0.00)', B7: 'General' }
    const rows = [['项目', '金额'], ['甲', 12.5], ['乙', 1234567.891], ['丙', 0], ['丁', 0.125], ['戊', -3], ['己', 0.1 + 0.2]]
    const [, grid] = contentOf({ ok: true, value: await treeFrom({ 表一: sheet(rows, { formats }) }) })
    expect(grid).toEqual([['项目', '金额'], ['甲', '12.50'], ['乙', '1,234,567.89'], ['丙', ''], ['丁', '12.5%'], ['戊', '(3.00)'], ['己', '0.3']])
  })

  it('reads a formula as the value that the file holds for it', async () => {
    const made = sheet([['项目', '金额'], ['甲', 1.25], ['合计', 1.25]])
    made['B3'] = { t: 'n', v: 1.25, f: 'SUM(B2:B2)', z: '0.00' }
    expect(contentOf({ ok: true, value: await treeFrom({ 表一: made }) })[1]).toEqual([['项目', '金额'], ['甲', '1.25'], ['合计', '1.25']])
  })

  it('leaves blanks under merged cells, whatever they still hold', async () => {
    const made = sheet([['项目', '预算数', '旧值'], ['旧值', '合计', '其中'], ['总计', 9, 3.5]], { merges: ['A1:A2', 'B1:C1'] })
    expect(contentOf({ ok: true, value: await treeFrom({ 表一: made }) })[1]).toEqual([['项目', '预算数', ''], ['', '合计', '其中'], ['总计', '9.00', '3.50']])
  })

  it('reads an old workbook (.xls) alike', async () => {
    const tree = await treeFrom({ 表一: sheet([['收支总表'], ['项目', '金额'], ['合计', 12.5]]) }, { type: 'biff8' })
    expect([tree.format, contentOf({ ok: true, value: tree })]).toEqual(['xls', ['收支总表', [['项目', '金额'], ['合计', '12.50']]]])
  })
})

describe('readDocument › workbook › lines and tables', () => {
  it('reads title and notes above a table as lines', async () => {
    expect(await read(['（2024年度）'], ['部门名称：清河县文化馆', undefined, '单位：万元'], ['项目', '合计', '其中'], ['甲', 9, 3.5])).toEqual(['（2024年度）', '部门名称：清河县文化馆', '单位：万元', [['项目', '合计', '其中'], ['甲', '9.00', '3.50']]])
  })

  it('keeps a row with a label only inside the table, and a note at its end below it', async () => {
    expect(await read(['项目', '金额'], ['一、收入', undefined], ['甲', 1], ['合计', undefined], ['注：本表无数据', undefined])).toEqual([[['项目', '金额'], ['一、收入', ''], ['甲', '1.00'], ['合计', '']], '注：本表无数据'])
  })

  it('goes on over a blank row, unless a title or a note follows', async () => {
    expect(await read(['项目', '金额'], ['甲', 1], [], ['合计', 1], [], ['注：按四舍五入'], ['项目', '人数'], ['乙', 2])).toEqual([[['项目', '金额'], ['甲', '1.00'], ['合计', '1.00']], '注：按四舍五入', [['项目', '人数'], ['乙', '2.00']]])
  })

  it('heads a sheet that begins with its table by the sheet’s name, and keeps sheets apart', async () => {
    const rows = [['项目', '金额'], ['合计', 1]]
    const tree = await treeFrom({ 收入总表: sheet(rows), 支出总表: sheet([['2024年支出总表'], ...rows]) })
    const grid = [['项目', '金额'], ['合计', '1.00']]
    expect(contentOf({ ok: true, value: tree })).toEqual(['收入总表', grid, '2024年支出总表', grid])
  })

  it('drops columns beside the table that hold nothing', async () => {
    expect(await read([undefined, '项目', '金额'], [undefined, '合计', 1])).toEqual([[['', '项目', '金额'], ['', '合计', '1.00']]])
    const made = sheet([[undefined, '项目', '金额'], [undefined, '合计', 1]])
    expect(contentOf({ ok: true, value: await treeFrom({ 表一: made }) })[1]).toEqual([['项目', '金额'], ['合计', '1.00']])
  })
})

describe('readDocument › workbook › what is hidden', () => {
  it('leaves hidden rows and columns out and says how many', async () => {
    const made = sheet([['项目', '编码', '金额'], ['甲', '01', 1], ['乙', '02', 2], ['合计', '', 3]])
    made['!rows'] = [{}, {}, { hidden: true }, {}]
    made['!cols'] = [{}, { hidden: true }, {}]
    const tree = await treeFrom({ 表一: made })
    expect(contentOf({ ok: true, value: tree })[1]).toEqual([['项目', '金额'], ['甲', '1.00'], ['合计', '3.00']])
    expect(tree.omissions?.map(({ code, detail }) => [code, detail])).toEqual([['document.workbook.hidden', '工作表“表一”有1 行、1 列带内容但被隐藏，没有读取。']])
  })

  it('leaves hidden sheets out and names them, unless they are empty', async () => {
    const tree = await treeFrom({ 公开: sheet([['收支总表']]), 底稿: sheet([['姓名', '金额']]), 空表: sheet([[]]) }, { hidden: ['底稿', '空表'] })
    expect(contentOf({ ok: true, value: tree })).toEqual(['收支总表'])
    expect(tree.omissions?.map(({ detail }) => detail)).toEqual(['工作表“底稿”是隐藏的，没有读取。'])
  })
})

describe('readDocument › workbook › what it refuses', () => {
  const small = book({ 表一: sheet([['项目', '金额'], ['合计', 1]]) })

  it('refuses a document type in any part', async () => {
    const parts = unzipSync(small)
    const shared = strToU8('<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaa">]><sst/>')
    expect(problemOf(await readDocument(zipSync({ ...parts, 'xl/sharedStrings.xml': shared }), 'a.xlsx')).code).toBe('document.file.damaged')
  })

  it('unpacks no more than the limit', async () => {
    const parts = unzipSync(small)
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet9.xml': new Uint8Array(5_000_000) })
    expect(bomb.length).toBeLessThan(50_000)
    expect(problemOf(await readDocument(bomb, 'a.xlsx', { ...defaultReadLimits, unpackedBytes: 4_000_000 })).code).toBe('document.archive.tooLarge')
  })

  it('refuses more cells than the limit', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ['甲', index])
    expect(problemOf(await readDocument(book({ 表一: sheet(rows) }), 'a.xlsx', { ...defaultReadLimits, parts: 60 })).code).toBe('document.file.tooManyParts')
    expect(treeOf(await readDocument(book({ 表一: sheet(rows) }), 'a.xlsx', { ...defaultReadLimits, parts: 61 })).blocks).toHaveLength(2)
  })

  it('does not take a stray cell far to the right for a table of that width', async () => {
    const made = sheet([['项目', '金额'], ['合计', 1]])
    made['XFD2'] = { t: 's', v: '丙' }
    made['!ref'] = 'A1:XFD2'
    expect(contentOf(await readDocument(book({ 表一: made }), 'a.xlsx'))[1]).toEqual([['项目', '金额', ''], ['合计', '1.00', '丙']])
  })

  it('says that a workbook with a password is encrypted', async () => {
    const compound = new Uint8Array(4096)
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    compound.set(Buffer.from('EncryptedPackage\0', 'utf16le'), 1024)
    expect(problemOf(await readDocument(compound, 'a.xlsx'))).toMatchObject({ code: 'document.file.encrypted', detail: '文件设置了打开密码，无法读取。' })
  })

  it('names an old Word file and says what to do', async () => {
    const compound = new Uint8Array(4096)
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    compound.set(Buffer.from('WordDocument\0', 'utf16le'), 1024)
    expect(problemOf(await readDocument(compound, 'a.doc'))).toMatchObject({ detail: expect.stringContaining('旧版 Word') as string, remedy: expect.stringContaining('另存为') as string })
  })
})
