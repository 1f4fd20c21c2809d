import { describe, expect, it } from 'vitest'
import type { DocumentTree } from '../../src/index.ts'
import { defaultReadLimits, readDocument } from '../../src/index.ts'
import { ordinaryCharacters } from '../../src/read/pdf/characters.ts'
import { line, pdfOf, ruled, table, type TestPage, text, turned } from './pdf-builder.ts'
import { contentOf, problemOf, treeOf } from './text-builders.ts'

const read = async (...pages: readonly TestPage[]): Promise<readonly (string | readonly (readonly string[])[])[]> => contentOf(await readDocument(pdfOf(...pages), 'qinghe.pdf'))

const pagesOf = (tree: DocumentTree): readonly (number | undefined)[] => tree.blocks.map(({ place }) => place.page)

describe('readDocument › PDF › ruled tables', () => {
  it('reads the places between the lines as a grid, with the text above as paragraphs', async () => {
    const marks = [text('2024年预算收支总表', 200, 80, 16), ...table(60, 120, [['项目', '金额'], ['基本支出', '501.87'], ['合计', '671.45']])]
    expect(await read({ marks })).toEqual(['2024年预算收支总表', [['项目', '金额'], ['基本支出', '501.87'], ['合计', '671.45']]])
  })

  it('leaves blanks where a cell spans others, because no line divides them', async () => {
    const outer = [line(60, 100, 300, 100), line(60, 160, 300, 160), line(60, 100, 60, 160), line(300, 100, 300, 160)]
    // 项目 spans both rows of heads, 预算数 both columns.
    const inner = [line(140, 100, 140, 160), line(140, 120, 300, 120), line(220, 120, 220, 160), line(60, 140, 300, 140)]
    const texts = [text('项目', 64, 126), text('预算数', 200, 114), text('合计', 150, 134), text('其中', 230, 134), text('总计', 64, 154), text('9.00', 150, 154), text('3.50', 230, 154)]
    expect(await read({ marks: [...outer, ...inner, ...texts] })).toEqual([[['项目', '预算数', ''], ['', '合计', '其中'], ['总计', '9.00', '3.50']]])
  })

  it('joins the lines of a cell, without a blank between Chinese characters or the halves of a number', async () => {
    const marks = [...ruled([60, 140, 220], [100, 140, 160]), text('公务用车购置', 64, 114), text('及运行费', 64, 130), text('13,195,', 144, 114), text('461.48', 144, 130), text('合计', 64, 154)]
    expect(await read({ marks })).toEqual([[['公务用车购置及运行费', '13,195,461.48'], ['合计', '']]])
  })

  it('gives a number that is wider than its cell to the cell that holds most of it', async () => {
    const marks = [...ruled([60, 140, 180], [100, 120, 140]), text('人员经费', 64, 114), text('123,456,789', 128, 114), text('合计', 64, 134)]
    expect(await read({ marks })).toEqual([[['人员经费', '123,456,789'], ['合计', '']]])
  })

  it('reads lines that are drawn as thin bars, in pieces per cell', async () => {
    const bars = [100, 120, 140].flatMap((y) => [60, 140].map((x) => ({ kind: 'bar' as const, x, y, width: 80, height: 0.5 })))
    const sides = [60, 140, 220].flatMap((x) => [100, 120].map((y) => ({ kind: 'bar' as const, x, y, width: 0.5, height: 20 })))
    expect(await read({ marks: [...bars, ...sides, text('项目', 64, 114), text('金额', 144, 114), text('合计', 64, 134), text('1.00', 144, 134)] })).toEqual([[['项目', '金额'], ['合计', '1.00']]])
  })

  it('reads a table that is open at its sides', async () => {
    const marks = [line(60, 100, 220, 100), line(60, 120, 220, 120), line(60, 140, 220, 140), line(140, 100, 140, 140), text('项目', 64, 114), text('金额', 144, 114), text('合计', 64, 134), text('1.00', 144, 134)]
    expect(await read({ marks })).toEqual([[['项目', '金额'], ['合计', '1.00']]])
  })

  it('takes a frame around text for no table', async () => {
    expect(await read({ marks: [...ruled([40, 560], [40, 800]), text('清河县文化馆', 100, 200)] })).toEqual(['清河县文化馆'])
  })

  it('keeps two tables of one page apart', async () => {
    const marks = [...table(60, 100, [['甲', '1.00'], ['乙', '2.00']]), ...table(60, 300, [['丙', '3.00'], ['丁', '4.00']])]
    expect(await read({ marks })).toEqual([[['甲', '1.00'], ['乙', '2.00']], [['丙', '3.00'], ['丁', '4.00']]])
  })
})

describe('readDocument › PDF › pages', () => {
  it('gives every part the page that it begins on', async () => {
    const tree = treeOf(await readDocument(pdfOf({ marks: [text('第一部分', 90, 100)] }, { marks: table(60, 100, [['项目', '金额'], ['合计', '1.00']]) }), 'qinghe.pdf'))
    expect(pagesOf(tree)).toEqual([1, 2])
    const [, grid] = tree.blocks
    expect(grid?.kind === 'grid' ? grid.rows[1]?.cells[1]?.place : undefined).toEqual({ document: 'qinghe.pdf', page: 2, block: 1, rowIndex: 1, columnIndex: 1, box: [140, 702, 220, 722] })
  })

  it.each([
    // On the unturned paper the text runs up, upside down and down; its reader sees it upright.
    [90, [turned('项目', 100, 700, 90), turned('合计', 120, 700, 90)]],
    [180, [turned('项目', 500, 700, 180), turned('合计', 500, 680, 180)]],
    [270, [turned('项目', 500, 100, 270), turned('合计', 480, 100, 270)]],
  ] as const)('reads a page that is turned by %i degrees as it is seen', async (rotate, marks) => {
    expect(await read({ rotate, marks })).toEqual(['项目', '合计'])
  })

  it('reads a table that is drawn sideways on an upright page', async () => {
    const marks = [
      ...ruled([100, 120, 140], [540, 620, 700]),
      ...[['项目', 114, 696], ['金额', 114, 616], ['合计', 134, 696], ['1.00', 134, 616]].map(([content, x, y]) => turned(String(content), Number(x), Number(y), 90)),
    ]
    expect(await read({ marks })).toEqual([[['项目', '金额'], ['合计', '1.00']]])
  })

  it('leaves out page numbers at the edge, and keeps a number elsewhere', async () => {
    const page = (number: string) => ({ marks: [text('12', 90, 400), text(number, 280, 800)] })
    expect(await read(page('— 1 —'), page('第 2 页 共 3 页'), page('3/3'))).toEqual(['12', '12', '12'])
  })

  it('leaves out a head that every page repeats, and keeps a title that comes back', async () => {
    const page = { marks: [text('清河县财政局监制', 240, 40, 9), text('绩效目标申报表', 220, 90, 18), text('项目名称甲', 90, 140, 12), text('项目名称乙', 90, 160, 12), text('项目名称丙', 90, 180, 12)] }
    const expected = ['绩效目标申报表', '项目名称甲', '项目名称乙', '项目名称丙']
    expect(await read(page, page, page)).toEqual([...expected, ...expected, ...expected])
  })

  it('leaves out a watermark', async () => {
    expect(await read({ marks: [text('正文', 90, 100), turned('内部资料', 200, 500, 45, 40)] })).toEqual(['正文'])
  })

  it('leaves out the lines that a printed spreadsheet repeats above the table that goes on', async () => {
    const head = ['科目编码', '科目名称', '合计']
    const above = [text('2024年预算支出总表', 200, 60, 16), text('部门名称：清河县文化馆', 60, 90), text('单位：万元', 400, 90)]
    const first = { marks: [...above, ...table(60, 100, [head, ['207', '文化支出', '3.00']])] }
    const second = { marks: [...above, ...table(60, 100, [head, ['208', '社保支出', '4.00']])] }
    expect(await read(first, second)).toEqual(['2024年预算支出总表', '部门名称：清河县文化馆', '单位：万元', [head, ['207', '文化支出', '3.00']], [head, ['208', '社保支出', '4.00']]])
  })

  it('keeps the title of another form, although it stands in the same place', async () => {
    const form = (name: string) => ({ marks: [text('绩效目标申报表', 200, 60, 16), ...table(60, 100, [['项目名称', name, '金额'], ['年度目标', '开放', '1.00']])] })
    expect((await read(form('免费开放'), form('设备购置'))).filter((block) => block === '绩效目标申报表')).toHaveLength(2)
  })
})

describe('readDocument › PDF › paragraphs', () => {
  // 30 characters of 14 points between 80 and 500.
  const full = (start: string): string => start.padEnd(30, '文')

  it('joins the lines of a paragraph; an indented line begins the next', async () => {
    const marks = [text(full('一').slice(2), 108, 100, 14), text(full('二'), 80, 124, 14), text('完。', 80, 148, 14), text(full('三').slice(2), 108, 172, 14), text('也完。', 80, 196, 14)]
    expect(await read({ marks })).toEqual([`${full('一').slice(2)}${full('二')}完。`, `${full('三').slice(2)}也完。`])
  })

  it('goes on over a page break, past the page number', async () => {
    const first = { marks: [text(full('一').slice(2), 108, 100, 14), text(full('二'), 80, 124, 14), text('1', 290, 800, 10)] }
    const second = { marks: [text('三完。', 80, 100, 14), text(full('四').slice(2), 108, 124, 14), text('完。', 80, 148, 14), text('2', 290, 800, 10)] }
    const tree = treeOf(await readDocument(pdfOf(first, second), 'a.pdf'))
    expect(contentOf({ ok: true, value: tree })).toEqual([`${full('一').slice(2)}${full('二')}三完。`, `${full('四').slice(2)}完。`])
    expect(pagesOf(tree)).toEqual([1, 2])
  })

  it('ends a paragraph at a line that had room for more', async () => {
    expect(await read({ marks: [text(full('一'), 80, 100, 14), text('清河县文化馆。', 80, 124, 14), text(full('二'), 80, 148, 14)] })).toEqual([`${full('一')}清河县文化馆。`, full('二')])
  })

  it('keeps the entries of a table of contents apart', async () => {
    const entry = (title: string): string => `${title}${'.'.repeat(60 - title.length * 2)}1`
    expect(await read({ marks: [text(entry('一、职责'), 80, 100, 14), text(entry('二、机构'), 80, 124, 14)] })).toEqual([entry('一、职责'), entry('二、机构')])
  })

  it('divides what stands far apart in one line, but not an entry from its page number nor the letters of a heading', async () => {
    const marks = [text('目', 200, 80, 14), text('录', 300, 80, 14), text('第一部分', 80, 120), text('3', 480, 120), text('部门名称：清河县文化馆', 80, 160), text('单位：万元', 400, 160)]
    expect(await read({ marks })).toEqual(['目 录', '第一部分\t3', '部门名称：清河县文化馆', '单位：万元'])
  })

  it('reads bold that is drawn twice once, and digits that repeat twice', async () => {
    expect(await read({ marks: [text('合计1122', 80, 100), text('合计1122', 80.3, 100)] })).toEqual(['合计1122'])
  })
})

describe('readDocument › PDF › what it cannot read', () => {
  it('says that a file without text is a scan', async () => {
    const problem = problemOf(await readDocument(pdfOf({ marks: [line(10, 10, 500, 10)] }, { marks: [] }), 'scan.pdf'))
    expect(problem).toMatchObject({ code: 'document.pdf.noTextLayer', place: { document: 'scan.pdf' }, remedy: expect.stringContaining('文字识别') as string })
  })

  it('lists the pages without text when others have some', async () => {
    const tree = treeOf(await readDocument(pdfOf({ marks: [text('正文', 90, 100)] }, { marks: [] }, { marks: [] }), 'a.pdf'))
    expect(tree.omissions?.map(({ code, detail, place }) => [code, detail.slice(0, 8), place.page])).toEqual([['document.pdf.pagesWithoutText', '第 2、3 页没', 2]])
  })

  it('says that a file is damaged when it is cut off before its pages', async () => {
    expect(problemOf(await readDocument(pdfOf({ marks: [text('正文', 90, 100)] }).slice(0, 60), 'a.pdf')).code).toBe('document.file.damaged')
  })

  it('says that a file with a password is encrypted', async () => {
    const zeros = `<${'00'.repeat(32)}>`
    const plain = Buffer.from(pdfOf({ marks: [text('正文', 90, 100)] })).toString('latin1')
    const locked = plain.replace('trailer\n<< ', `trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /O ${zeros} /U ${zeros} /P -4 >> /ID [<00> <00>] `)
    expect(problemOf(await readDocument(new Uint8Array(Buffer.from(locked, 'latin1')), 'a.pdf')).code).toBe('document.file.encrypted')
  })

  it('refuses more pages than the limit', async () => {
    const bytes = pdfOf({ marks: [text('一', 90, 100)] }, { marks: [text('二', 90, 100)] })
    expect(contentOf(await readDocument(bytes, 'a.pdf', { ...defaultReadLimits, pages: 2 }))).toEqual(['一', '二'])
    expect(problemOf(await readDocument(bytes, 'a.pdf', { ...defaultReadLimits, pages: 1 }))).toMatchObject({ code: 'document.pdf.tooManyPages', detail: expect.stringContaining('2 页') as string })
  })
})

describe('ordinaryCharacters', () => {
  it('gives radicals and compatibility ideographs as the characters that they look like', () => {
    expect(ordinaryCharacters('⽀出⽬录⻚⻋⻓\uf90a')).toBe('支出目录页车长金')
  })

  it('leaves full-width digits and punctuation as printed', () => {
    expect(ordinaryCharacters('（１，２３４．５％）“三公”①㎡')).toBe('（１，２３４．５％）“三公”①㎡')
  })
})
