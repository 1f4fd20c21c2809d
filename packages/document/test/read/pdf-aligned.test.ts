import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/index.ts'
import { line, type Mark, operators, pdfOf, ruled, type TestPage, text } from './pdf-builder.ts'
import { contentOf } from './text-builders.ts'

const read = async (...pages: readonly TestPage[]): Promise<readonly (string | readonly (readonly string[])[])[]> => contentOf(await readDocument(pdfOf(...pages), 'qinghe.pdf'))

/** Texts of 10 points in a row: labels begin at their place, figures end there. */
const row = (y: number, cells: readonly (readonly [string, number])[]): readonly Mark[] =>
  cells.map(([content, x]) => text(content, /^[\d.,]+$/u.test(content) ? x - content.length * 5 : x, y))

const rows: readonly (readonly [string, string, string])[] = [['基本支出', '501.87', '480.00'], ['项目支出', '169.58', '1,200.50'], ['合计', '671.45', '1,680.50']]
const lined = (top: number): readonly Mark[] => rows.flatMap(([label, first, second], index) => row(top + index * 20, [[label, 80], [first, 300], [second, 420]]))
const heads = row(100, [['项目', 80], ['上年预算', 260], ['本年预算', 380]])
const expected = [['项目', '上年预算', '本年预算'], ...rows.map((cells) => [...cells])]

describe('readDocument › PDF › tables without lines', () => {
  it('reads figures that stand below each other as a grid, with the title and the unit as paragraphs', async () => {
    expect(await read({ marks: [text('支出预算表', 200, 60, 16), text('单位：万元', 400, 80), ...heads, ...lined(120)] })).toEqual(['支出预算表', '单位：万元', expected])
  })

  it('reads a table of three lines, one above the heads, one below them, one at the end', async () => {
    const lines = [88, 106, 168].map((y) => line(70, y, 430, y))
    expect(await read({ marks: [...lines, ...heads, ...lined(120)] })).toEqual([expected])
  })

  it('reads a table of lines between the rows in a frame', async () => {
    const lines = [...[88, 106, 126, 146, 168].map((y) => line(70, y, 430, y)), line(70, 88, 70, 168), line(430, 88, 430, 168)]
    expect(await read({ marks: [...lines, ...heads, ...lined(120)] })).toEqual([expected])
  })

  it('divides the rows of a table that draws its columns alone', async () => {
    expect(await read({ marks: [...ruled([70, 240, 320, 430], [88, 106, 170]), ...heads, ...lined(120)] })).toEqual([expected])
  })

  it('keeps a label of two lines in one row, and the figures beside its middle', async () => {
    const wrapped = [text('机关事业单位基本', 80, 154), text('养老保险缴费', 80, 166), ...row(160, [['3.00', 300], ['4.00', 420]])]
    const marks = [...heads, ...row(130, [['基本支出', 80], ['501.87', 300], ['480.00', 420]]), ...wrapped, ...row(190, [['合计', 80], ['504.87', 300], ['484.00', 420]])]
    expect(await read({ marks })).toEqual([[['项目', '上年预算', '本年预算'], ['基本支出', '501.87', '480.00'], ['机关事业单位基本养老保险缴费', '3.00', '4.00'], ['合计', '504.87', '484.00']]])
  })

  it('puts a head over the columns that it stands in the middle of', async () => {
    const over = [text('本年支出', 320, 84), text('项目', 80, 100), ...row(100, [['上年预算', 260], ['本年预算', 380]])]
    expect((await read({ marks: [...over, ...lined(120)] }))[0]?.slice(0, 2)).toEqual([['项目', '本年支出', ''], ['', '上年预算', '本年预算']])
  })

  it('keeps a column without figures that has a head', async () => {
    expect(await read({ marks: [...heads, text('备注', 460, 100), ...lined(120)] })).toEqual([expected.map((cells, index) => [...cells, index === 0 ? '备注' : ''])])
  })

  it('takes sentences with figures for no table', async () => {
    const sentence = '2024年部门预算收入203091.65万元，其中一般公共预算拨款收入203091.65万元，'
    expect((await read({ marks: [0, 1, 2, 3].map((index) => text(sentence, 80, 100 + index * 20)) })).every((block) => typeof block === 'string')).toBe(true)
  })

  it('takes a list of contents for no table', async () => {
    const blocks = await read({ marks: ['一、部门职责', '二、机构设置', '三、收支总表', '四、名词解释'].flatMap((title, index) => [text(title, 80, 100 + index * 20), text(String(index + 3), 480, 100 + index * 20)]) })
    expect(blocks).toEqual(['一、部门职责\t3', '二、机构设置\t4', '三、收支总表\t5', '四、名词解释\t6'])
  })
})

describe('readDocument › PDF › what nobody sees', () => {
  it('leaves out what is clipped away, and keeps a figure whose end is', async () => {
    const clipped = operators('q 60 730 200 12 re W n BT /F1 10 Tf 64 732 Td <5408> Tj ET BT /F1 10 Tf 64 700 Td <975E> Tj ET BT /F1 10 Tf 245 732 Td <0031002E00300030> Tj ET Q')
    expect(await read({ marks: [clipped, text('正文', 90, 200)] })).toEqual(['合', '1.00', '正文'])
  })

  it('leaves out white and invisible text, and keeps white text on a shade', async () => {
    const white = operators('1 1 1 rg BT /F1 10 Tf 64 732 Td <975E> Tj ET 0 0 0.5 rg 60 600 200 20 re f 1 1 1 rg BT /F1 10 Tf 64 606 Td <5408> Tj ET 0 g BT 3 Tr /F1 10 Tf 64 500 Td <6697> Tj 0 Tr ET')
    expect(await read({ marks: [white, text('正文正文', 90, 400)] })).toEqual(['合', '正文正文'])
  })

  it('reads the invisible words under a scan', async () => {
    expect(await read({ marks: [operators('BT 3 Tr /F1 10 Tf 64 700 Td <5408> Tj ET')] })).toEqual(['合'])
  })
})

describe('readDocument › PDF › rows over a page break', () => {
  const long = '通过开展全县文化馆免费开放和流动演出活动来丰富'
  const page = (top: number, bottom: number, marks: readonly Mark[]): TestPage => ({ marks: [...ruled([60, 140, 380, 460], [top, bottom]), ...marks] })

  it('joins the rest of a row with the row, where its text reached the border', async () => {
    const first = page(760, 800, [text('文化馆', 64, 776), text(long, 144, 776), text('66.00', 390, 776)])
    const second = { marks: [...ruled([60, 140, 380, 460], [40, 60, 80]), text('群众文化生活', 144, 54), text('图书馆', 64, 74), text('阅读', 144, 74), text('1.00', 390, 74)] }
    expect(await read(first, second)).toEqual([[['文化馆', `${long}群众文化生活`, '66.00']], [['图书馆', '阅读', '1.00']]])
  })

  it('leaves a row of its own alone', async () => {
    const first = page(760, 800, [text('文化馆', 64, 776), text('演出', 144, 776), text('66.00', 390, 776)])
    const second = { marks: [...ruled([60, 140, 380, 460], [40, 60, 80]), text('其中：下乡', 144, 54), text('图书馆', 64, 74), text('1.00', 390, 74)] }
    expect((await read(first, second)).map((block) => block.length)).toEqual([1, 2])
  })
})
