import { fen } from '@mingzhang/money'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Publication, type TableBlock, writePdf } from '../../../src/index.ts'
import { examplePublication } from '../example-publication.ts'
import { amount, cellFigure, publicationOf, tableOf, textBlock, words } from '../small-publication.ts'
import { writerFonts } from '../writer-fonts.ts'
import { pdfContent, type PdfContent } from './pdf-content.ts'

const contentOf = async (publication: Publication): Promise<PdfContent> => pdfContent((await writePdf(publication, writerFonts)).bytes)

describe('writePdf, the example', () => {
  let bytes: Uint8Array
  let pages: ReadonlyMap<string, number>
  let content: PdfContent
  beforeAll(async () => {
    ({ bytes, pages } = await writePdf(examplePublication(), writerFonts))
    content = await pdfContent(bytes)
  })
  /** Cover and contents come first; what follows is printed page 1. */
  const printed = (page: number): readonly string[] => content.pages[page + 1]?.map(({ text }) => text) ?? []

  it('gives the same bytes for the same publication', async () => {
    expect(Buffer.compare(bytes, (await writePdf(examplePublication(), writerFonts)).bytes)).toBe(0)
  })

  it('declares PDF/A-2a and the date of the publication', () => {
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(text).toContain('<xmp:CreateDate>2024-02-23T02:00:00+00:00</xmp:CreateDate>')
  })

  it('fulfils PDF/UA-1 with the same pages, which the compiler refuses to declare otherwise', async () => {
    const accessible = await writePdf(examplePublication(), writerFonts, { standard: 'ua-1' })
    expect(Buffer.from(accessible.bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect((await pdfContent(accessible.bytes)).pages).toEqual(content.pages)
  })

  it('is titled and in Chinese', () => {
    expect([content.title, content.language]).toEqual(['清河县文化和旅游局2024年度部门预算公开', 'zh-CN'])
  })

  it('tells on which printed page each heading and table begins', () => {
    for (const block of examplePublication().blocks) {
      if (block.kind === 'text') continue
      const page = printed(pages.get(block.id) ?? Number.NaN)
      expect(page.join('')).toContain(block.kind === 'heading' ? block.text : block.title)
      expect(page.at(-1)).toBe(`— ${String(pages.get(block.id))} —`)
    }
  })

  it('lists headings, tables and forms with those pages in the contents', () => {
    const lines = (content.pages[1] ?? []).map(({ text }) => text).filter((text) => !text.startsWith('…'))
    expect(lines.slice(2)).toEqual([
      '第一部分 概况', '1', '一、本部门职责', '1', '二、机构设置情况', '1', '第二部分 2024年部门预算报表', '2', '2024年预算支出总表', '2',
      ...['2024年财政拨款收支总表', 'fiscalAppropriation', '2024年国有资本经营预算收支预算表（不含上年结转）', 'stateCapital', '2024年项目支出预算表（本年预算）', 'projects', '第三部分 2024年度部门预算情况说明', 'part-3',
        '一、部门预算收支数据变动情况及原因', 'changes', '二、一般公共预算支出情况说明', 'generalPublic', '第四部分 名词解释', 'part-4', '文化馆惠民演出项目', 'form-1'].map((text) => String(pages.get(text) ?? text)),
    ])
  })

  it('has a bookmark for each of them', () => {
    expect(content.bookmarks.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ['第一部分 概况', ['一、本部门职责', '二、机构设置情况']],
      ['第二部分 2024年部门预算报表', ['2024年预算支出总表', '2024年财政拨款收支总表', '2024年国有资本经营预算收支预算表（不含上年结转）', '2024年项目支出预算表（本年预算）']],
      ['第三部分 2024年度部门预算情况说明', ['一、部门预算收支数据变动情况及原因', '二、一般公共预算支出情况说明']],
      ['第四部分 名词解释', ['文化馆惠民演出项目']],
    ])
  })

  it('begins every table and form on a page of its own', () => {
    const tables = examplePublication().blocks.filter((block): block is TableBlock => block.kind === 'table')
    expect(new Set(tables.map((table) => pages.get(table.id))).size).toBe(tables.length)
  })

  it('prints every amount of every table in one piece', () => {
    const texts = new Set(content.pages.flat().map(({ text }) => text))
    const missing = examplePublication().blocks.flatMap((block) => (block.kind === 'table' ? block.body : []))
      .flatMap(({ cells }) => cells).filter(({ align, text }) => align === 'end' && text !== '' && !texts.has(text))
    expect(missing).toEqual([])
  })

  it('prints Chinese characters, not the radicals that look like them', () => {
    expect(content.pages.flat().filter(({ text }) => /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff]/u.test(text))).toEqual([])
  })

  it('repeats the head of a table that goes on, and says so', () => {
    const second = printed((pages.get('projects') ?? 0) + 1)
    expect(second.slice(0, 3)).toEqual(['2024年项目支出预算表（本年预算）', '（续表）', '单位：万元'])
    expect(second).toEqual(expect.arrayContaining(['项目名称', '合计', '2024年财政拨款', '一般公共预算', '政府性基金预算', '国有资本经营预算']))
  })

  it('lays wide tables across', () => {
    expect(['expenditureSummary', 'fiscalAppropriation'].map((id) => Math.round(content.widths[(pages.get(id) ?? 0) + 1] ?? 0))).toEqual([595, 842])
  })
})

describe('writePdf', () => {
  it('prints signs of markup as they are', async () => {
    const text = '#set *粗* _斜_ $x$ `码` <标> @引 // 注 \\n "引"'
    expect((await contentOf(publicationOf([textBlock(text)]))).pages.flat().map((item) => item.text).join('')).toContain(text)
  })

  it('begins a part on a new page', async () => {
    const { pages } = await writePdf(publicationOf([
      { kind: 'heading', level: 1, id: 'one', text: '第一部分' }, textBlock('甲。'), { kind: 'heading', level: 1, id: 'two', text: '第二部分' }, textBlock('乙。'),
    ]), writerFonts)
    expect([...pages]).toEqual([['one', 1], ['two', 2]])
  })

  it('keeps the headings above a table on its page', async () => {
    const { pages } = await writePdf(publicationOf([
      textBlock('甲。'), { kind: 'heading', level: 2, id: 'above', text: '二、收支情况' }, tableOf('t', '支出表', ['项目'], [[words('合计')]]),
    ]), writerFonts)
    expect([...pages]).toEqual([['above', 2], ['t', 2]])
  })

  it('leaves a table out of the contents and the bookmarks that is not to be listed', async () => {
    const content = await contentOf(publicationOf([{ ...tableOf('t', '支出表', ['项目'], [[words('合计')]]), contents: false }]))
    expect(content.bookmarks).toEqual([])
    expect(content.pages.map((page) => page.some(({ text }) => text === '支出表'))).toEqual([false, false, true])
  })

  it('keeps the largest amounts in twelve columns whole, apart from each other and on the page', async () => {
    const figures = Array.from({ length: 12 }, (_, index) => cellFigure(`f${String(index)}`, fen(8_345_678_901_230_000), '8,345,678,901.23'))
    const [page] = (await contentOf(publicationOf([{ ...tableOf('t', '支出表', figures.map(({ id }) => id), [figures.map((figure) => amount(figure))]), orientation: 'landscape' }], figures))).pages.slice(2)
    const amounts = page?.filter(({ text }) => text === '8,345,678,901.23') ?? []
    expect(amounts).toHaveLength(12)
    amounts.forEach(({ left }, index) => { expect(left).toBeGreaterThan(amounts[index - 1]?.right ?? 0) })
    expect(amounts.at(-1)?.right).toBeLessThan(842)
  })

  it('goes on on the next page with a cell that is longer than a page', async () => {
    const long = '全年组织群众文化活动。'.repeat(400)
    const content = await contentOf(publicationOf([tableOf('t', '申报表', ['栏目', '内容'], [[words('项目概况'), words(long)]])]))
    expect(content.pages.flat().map(({ text }) => text).join('').split('全年组织群众文化活动').length - 1).toBeGreaterThan(380)
    expect(content.pages.length).toBeGreaterThan(4)
  })

  it('throws for a character that no font has', async () => {
    await expect(writePdf(publicationOf([textBlock('𠮷')]), writerFonts)).rejects.toThrow('could not be displayed')
  })
})
