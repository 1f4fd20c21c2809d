import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultReadLimits, readText } from '../../src/index.ts'
import { bytesOf, contentOf, problemOf, treeOf } from './text-builders.ts'

const read = (text: string) => readText(bytesOf(text), 'qinghe.txt')

describe('readText', () => {
  it('makes one grid of consecutive lines with tabs and a paragraph of every other line', () => {
    const text = '部门收支总表\n单位：万元\n\n收入\t金额\n合计\t12.50\n\n第三部分 说明\n'
    expect(contentOf(read(text))).toEqual(['部门收支总表', '单位：万元', [['收入', '金额'], ['合计', '12.50']], '第三部分 说明'])
  })

  it('keeps empty cells, also at the end of a row, because they are columns', () => {
    expect(contentOf(read('公用经费\t\t3.10\t\t\n'))).toEqual([[['公用经费', '', '3.10', '', '']]])
  })

  it('trims cells and paragraphs, ideographic spaces included', () => {
    expect(contentOf(read('\u3000\u3000一、收入情况  \n 合计 \t 1.00\u3000\n'))).toEqual(['一、收入情况', [['合计', '1.00']]])
  })

  it('ends a grid at a blank line, so that a table over a page break arrives as two grids', () => {
    expect(contentOf(read('教育支出\t1.00\n\n卫生支出\t2.00\n'))).toEqual([[['教育支出', '1.00']], [['卫生支出', '2.00']]])
  })

  it('ends a grid at a form feed', () => {
    expect(contentOf(read('教育支出\t1.00\n\f卫生支出\t2.00\n'))).toEqual([[['教育支出', '1.00']], [['卫生支出', '2.00']]])
  })

  it('drops rules drawn with dashes without ending the grid', () => {
    expect(contentOf(read('项目\t金额\n------\t-------\n合计\t1.00\n'))).toEqual([[['项目', '金额'], ['合计', '1.00']]])
  })

  it('keeps a row whose cells are single dashes, because a dash says that there is no amount', () => {
    expect(contentOf(read('-\t--\n'))).toEqual([[['-', '--']]])
  })

  it('gives every part its document, line, block and indices', () => {
    const { blocks } = treeOf(read('总表\n\n项目\t金额\r\n合计\t1.00\n'))
    expect(blocks[0]?.place).toEqual({ document: 'qinghe.txt', line: 1, block: 0 })
    const grid = blocks[1]
    if (grid?.kind !== 'grid') throw new Error('a grid was expected')
    expect(grid.place).toEqual({ document: 'qinghe.txt', line: 3, block: 1 })
    expect(grid.rows[1]?.place).toEqual({ document: 'qinghe.txt', line: 4, block: 1, rowIndex: 1 })
    expect(grid.rows[1]?.cells[1]?.place).toEqual({ document: 'qinghe.txt', line: 4, block: 1, rowIndex: 1, columnIndex: 1 })
  })

  it('reads back the cells of any table written as tab-separated lines', () => {
    const cell = fc.string({ unit: fc.constantFrom('合', '计', '1', '.', ',', '|', '"', '<', ' ', 'x'), maxLength: 6 }).map((text) => text.trim())
    const row = fc.tuple(fc.constant('行'), fc.array(cell, { minLength: 1, maxLength: 5 })).map(([label, cells]) => [label, ...cells])
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        expect(contentOf(read(rows.map((cells) => cells.join('\t')).join('\n')))).toEqual([rows])
      }),
    )
  })
})

describe('readText › encodings', () => {
  const expected = ['清河县文化馆', [['合计', '1.00']]]
  const text = '清河县文化馆\n合计\t1.00\n'

  it('reads UTF-8 with a byte order mark, which is no part of the text', () => {
    expect(contentOf(readText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(text)]), 'a.txt'))).toEqual(expected)
  })

  it('reads UTF-16 in either byte order', () => {
    const littleEndian = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    const bigEndian = new Uint8Array([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()])
    expect(contentOf(readText(littleEndian, 'a.txt'))).toEqual(expected)
    expect(contentOf(readText(bigEndian, 'a.txt'))).toEqual(expected)
  })

  it('reads GB18030 when the bytes are not UTF-8', () => {
    // 合计 <tab> 1.00 in GBK.
    expect(contentOf(readText(new Uint8Array([0xba, 0xcf, 0xbc, 0xc6, 0x09, 0x31, 0x2e, 0x30, 0x30]), 'a.txt'))).toEqual([[['合计', '1.00']]])
  })

  it('refuses bytes that are neither, instead of replacing them', () => {
    const problem = problemOf(readText(new Uint8Array([0x41, 0xff, 0xff, 0x42]), 'a.txt'))
    expect(problem.code).toBe('document.text.encoding')
    expect(problem.remedy).toContain('UTF-8')
  })
})

describe('readText › what it refuses', () => {
  it('refuses a file without bytes and a file of blanks, in different words', () => {
    expect(problemOf(read(''))).toMatchObject({ code: 'document.file.empty', detail: expect.stringContaining('一个字节也没有') as string })
    expect(problemOf(read(' \n\t\n'))).toMatchObject({ code: 'document.file.empty', detail: expect.stringContaining('只有空白') as string })
  })

  it.each([
    ['PDF', '%PDF-1.7\n', 'PDF'],
    ['a Word file', 'PK\x03\x04....word/document.xml', 'docx'],
    ['an Excel file', 'PK\x03\x04....xl/workbook.xml', 'xlsx'],
    ['an OFD file', 'PK\x03\x04....OFD.xml', 'OFD'],
    ['another ZIP', 'PK\x03\x04....a.txt', 'ZIP'],
    ['an old Office file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '旧版 Office'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'PNG'],
    ['anything with a zero byte', '合计\x00\t1.00', '二进制'],
  ])('names what it is: %s', (_name, content, word) => {
    const problem = problemOf(readText(new Uint8Array(Buffer.from(content, 'latin1')), 'a.txt'))
    expect(problem.code).toBe('document.file.binary')
    expect(problem.detail).toContain(word)
    expect(problem.remedy).toContain('转成纯文本')
  })

  it('refuses a text that is mostly control characters', () => {
    expect(problemOf(read('\x01\x02\x03\x04'.repeat(20))).code).toBe('document.file.binary')
  })

  it('refuses a web page, whose marks are no lines of a document', () => {
    expect(problemOf(read('<!DOCTYPE html>\n<html><body>收支总表</body></html>'))).toMatchObject({ code: 'document.file.format', place: { document: 'qinghe.txt' } })
  })

  it('refuses a file over the limit and names both sizes', () => {
    const problem = problemOf(readText(new Uint8Array(200 * 1024 * 1024), 'a.txt'))
    expect(problem).toMatchObject({ code: 'document.file.tooLarge', detail: '文件有 200 MB，超过 20 MB 的上限，没有读取。' })
  })

  it('reads a file of exactly the limit and refuses one byte more', () => {
    const limits = { ...defaultReadLimits, bytes: 3, parts: 10 }
    expect(contentOf(readText(bytesOf('abc'), 'a.txt', limits))).toEqual(['abc'])
    expect(problemOf(readText(bytesOf('abcd'), 'a.txt', limits)).code).toBe('document.file.tooLarge')
  })

  it('refuses a file with more cells than the limit, although it is small', () => {
    const limits = { ...defaultReadLimits, bytes: 100, parts: 4 }
    expect(contentOf(readText(bytesOf('a\tb\nc\td'), 'a.txt', limits))).toEqual([[['a', 'b'], ['c', 'd']]])
    expect(problemOf(readText(bytesOf('a\tb\nc\td\te'), 'a.txt', limits)).code).toBe('document.file.tooManyParts')
  })
})
