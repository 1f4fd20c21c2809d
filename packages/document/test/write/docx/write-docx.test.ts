import { describe, expect, it } from 'vitest'
import { docxPages, writeDocx } from '../../../src/write/write-docx.ts'
import type { Publication, PublicationBlock, TableBlock } from '../../../src/publication.ts'
import { examplePublication } from '../example-publication.ts'
import { allOf, partNames, partText, textOf, type XmlNode, xmlPart } from './docx-package.ts'

const publication = examplePublication()
const bytes = await writeDocx(publication)
const document = xmlPart(bytes, 'word/document.xml')
const tables = publication.blocks.filter((block): block is TableBlock => block.kind === 'table')

const paragraphsOf = (node: XmlNode) => allOf(node, 'w:p')
const styleOf = (paragraph: XmlNode) => allOf(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? ''
const only = (blocks: readonly PublicationBlock[]): Publication => ({ ...publication, blocks, figures: new Map() })

const smallTable = (part: Partial<TableBlock>): TableBlock => ({
  kind: 'table', id: 'small', style: 'statement', title: '小表', orientation: 'portrait', columns: [{ width: 1 }, { width: 1 }], head: [], notes: [],
  body: [{ cells: [{ text: '甲', align: 'start' }, { text: '乙', align: 'start' }] }], ...part,
})

describe('writeDocx › tables', () => {
  const written = allOf(document, 'w:tbl')

  it('writes one table for each of the publication', () => {
    expect(written).toHaveLength(5)
  })

  it.each(tables.map((table, index) => [table.title, table, index] as const))('prints every cell of %s, in rows that fill all columns', (_, table, index) => {
    const rows = allOf(written[index] ?? document, 'w:tr')
    const texts = rows.map((row) => allOf(row, 'w:tc').filter((cell) => !allOf(cell, 'w:vMerge').some((merge) => merge.attributes['w:val'] === undefined)).map(textOf))
    expect(texts).toEqual([...table.head, ...table.body].map((row) => row.cells.map((cell) => cell.text)))
    for (const row of rows) {
      const spans = allOf(row, 'w:tc').map((cell) => Number(allOf(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? '1'))
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(table.columns.length)
    }
  })

  it('repeats head rows, and says nothing about the others', () => {
    const heads = written.map((table) => allOf(table, 'w:tr').map((row) => allOf(row, 'w:tblHeader').map((head) => head.attributes['w:val'])))
    expect(heads.map((rows) => rows.filter((head) => head.length > 0).length)).toEqual([2, 3, 3, 3, 0])
    expect(heads.flat(2).every((value) => value === undefined)).toBe(true)
    expect(heads[3]?.slice(0, 4)).toEqual([[undefined], [undefined], [undefined], []])
  })

  it('keeps a row on one page', () => {
    expect(allOf(document, 'w:cantSplit')).toHaveLength(allOf(document, 'w:tr').length)
  })

  it('lets a row break that takes more than a third of the page', async () => {
    const long = smallTable({ style: 'form', body: [{ cells: [{ text: '内容'.repeat(2000), align: 'start', columnSpan: 2 }] }] })
    const written = xmlPart(await writeDocx(only([long])), 'word/document.xml')
    expect(allOf(written, 'w:cantSplit')).toHaveLength(0)
  })

  it('aligns amounts at the right, heads and totals in bold, and indents by level', () => {
    const rows = allOf(written[0] ?? document, 'w:tr')
    const cell = (row: number, column: number) => allOf(rows[row] ?? document, 'w:tc')[column] ?? document
    expect(textOf(cell(2, 1))).toBe('1494.78')
    expect(allOf(cell(2, 1), 'w:jc')[0]?.attributes['w:val']).toBe('right')
    expect(allOf(cell(2, 1), 'w:b')).toHaveLength(1)
    expect(allOf(cell(1, 0), 'w:b')).toHaveLength(1)
    expect(allOf(cell(5, 2), 'w:b')).toHaveLength(0)
    // 行政运行 is a 项: two characters of 五号, 10.5 points each.
    expect(textOf(cell(5, 1))).toBe('行政运行')
    expect(allOf(cell(5, 1), 'w:ind')[0]?.attributes['w:left']).toBe('420')
  })

  it('names every table for those who do not see it', () => {
    expect(allOf(document, 'w:tblCaption').map((caption) => caption.attributes['w:val'])).toEqual([
      '2024年预算支出总表', '2024年财政拨款收支总表', '2024年国有资本经营预算收支预算表（不含上年结转）', '2024年项目支出预算表（本年预算）',
      '清河县县级预算部门(单位)项目支出绩效目标申报表：文化馆惠民演出项目',
    ])
  })

  it('puts caption and unit above, notes below', () => {
    const texts = paragraphsOf(document).map((paragraph) => [styleOf(paragraph), textOf(paragraph)])
    expect(texts).toContainEqual(['TableCaption', '部门名称：清河县文化和旅游局\t单位：万元'])
    expect(texts).toContainEqual(['TableNote', '注：本表无数据'])
  })

  it('refuses a row with more cells than columns', async () => {
    const wide = smallTable({ columns: [{ width: 1 }] })
    await expect(writeDocx(only([wide]))).rejects.toThrow('more cells')
  })
})

describe('writeDocx › text', () => {
  it('writes every paragraph with its figures', () => {
    const texts = paragraphsOf(document).filter((paragraph) => styleOf(paragraph) === 'BodyText').map(textOf)
    const expected = publication.blocks.flatMap((block) => (block.kind === 'text' ? [block.runs.map((run) => run.text).join('')] : []))
    expect(texts).toEqual(expected)
    expect(texts.join('')).toContain('2024年本部门预算收入总计1494.78万元')
  })

  it('indents body text by two characters on lines of 28.95 points, in 三号仿宋', () => {
    const style = allOf(xmlPart(bytes, 'word/styles.xml'), 'w:style').find((one) => one.attributes['w:styleId'] === 'BodyText')
    if (style === undefined) throw new Error('no style')
    expect(allOf(style, 'w:ind')[0]?.attributes).toMatchObject({ 'w:firstLineChars': '200', 'w:firstLine': '640' })
    expect(allOf(style, 'w:spacing')[0]?.attributes).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' })
    expect(allOf(style, 'w:sz')[0]?.attributes['w:val']).toBe('32')
    expect(allOf(style, 'w:rFonts')[0]?.attributes).toMatchObject({ 'w:eastAsia': '仿宋_GB2312', 'w:ascii': 'Times New Roman' })
  })

  it('keeps text that looks like markup as text, and leaves out what XML cannot hold', async () => {
    const attack = '<w:br/>&amp;"\u0000\u000b\ufffe单位'
    const small = xmlPart(await writeDocx({ ...only([{ kind: 'text', style: 'body', runs: [{ text: attack }] }, smallTable({ title: attack })]), title: attack, body: attack }), 'word/document.xml')
    const texts = paragraphsOf(small).map(textOf)
    expect(texts.filter((text) => text.includes('<w:br/>'))).toHaveLength(5)
    expect(partText(await writeDocx({ ...only([]), title: attack }), 'docProps/core.xml')).toContain('<dc:title>清河县文化和旅游局&lt;w:br/&gt;&amp;amp;&quot;单位</dc:title>')
  })

  it('writes line breaks in a cell as such', async () => {
    const table = smallTable({ body: [{ cells: [{ text: '一\n二', align: 'start' }] }] })
    const small = xmlPart(await writeDocx(only([table])), 'word/document.xml')
    expect(allOf(small, 'w:tc').map(textOf)).toEqual(['一\n二', ''])
  })
})

describe('writeDocx › contents', () => {
  const entries = paragraphsOf(document).filter((paragraph) => styleOf(paragraph).startsWith('TOC'))

  it('lists headings of two levels, tables and the form, each with its page', () => {
    expect(entries.map((entry) => `${styleOf(entry)} ${textOf(entry)}`)).toEqual([
      'TOC1 第一部分 概况\t1', 'TOC2 一、本部门职责\t1', 'TOC2 二、机构设置情况\t1', 'TOC1 第二部分 2024年部门预算报表\t2',
      'TOC2 2024年预算支出总表\t2', 'TOC2 2024年财政拨款收支总表\t3', 'TOC2 2024年国有资本经营预算收支预算表（不含上年结转）\t4', 'TOC2 2024年项目支出预算表（本年预算）\t5',
      'TOC1 第三部分 2024年度部门预算情况说明\t8', 'TOC2 一、部门预算收支数据变动情况及原因\t8', 'TOC2 二、一般公共预算支出情况说明\t8',
      'TOC1 第四部分 名词解释\t9', 'TOC2 文化馆惠民演出项目\t10',
    ])
  })

  it('leads every entry to the place that its page number refers to', () => {
    const bookmarks = allOf(document, 'w:bookmarkStart')
    expect(new Set(bookmarks.map((bookmark) => bookmark.attributes['w:id'])).size).toBe(13)
    const anchors = entries.map((entry) => allOf(entry, 'w:hyperlink')[0]?.attributes['w:anchor'])
    expect(anchors).toEqual(bookmarks.map((bookmark) => bookmark.attributes['w:name']))
    const fields = entries.map((entry) => allOf(entry, 'w:instrText')[0]?.children[0]?.text)
    expect(fields).toEqual(anchors.map((anchor) => ` PAGEREF ${anchor ?? ''} \\h `))
  })

  it('asks nobody to update fields', () => {
    expect(partText(bytes, 'word/settings.xml')).not.toContain('updateFields')
    expect(partText(bytes, 'word/document.xml')).not.toContain('dirty')
  })

  it('takes the pages that it is given over its own', async () => {
    const given = xmlPart(await writeDocx(publication, { pages: new Map([['stateCapital', 77]]) }), 'word/document.xml')
    const texts = paragraphsOf(given).filter((paragraph) => styleOf(paragraph).startsWith('TOC')).map(textOf)
    expect(texts[6]).toBe('2024年国有资本经营预算收支预算表（不含上年结转）\t77')
    expect(texts[7]).toBe('2024年项目支出预算表（本年预算）\t5')
  })
})

describe('writeDocx › pages', () => {
  const sections = allOf(document, 'w:sectPr')
  const orientation = sections.map((section) => allOf(section, 'w:pgSz')[0]?.attributes['w:orient'])

  it('turns the page for wide tables only', () => {
    // Cover, contents, the first part, the first table, the three wide ones, two parts of text, the form.
    expect(orientation).toEqual(['portrait', 'portrait', 'portrait', 'portrait', 'landscape', 'portrait', 'portrait'])
  })

  it('numbers the body from 1, and neither cover nor contents', () => {
    expect(sections.map((section) => allOf(section, 'w:footerReference').length)).toEqual([0, 0, 1, 0, 0, 0, 0])
    expect(sections.map((section) => allOf(section, 'w:pgNumType')[0]?.attributes['w:start'])).toEqual([undefined, undefined, '1', undefined, undefined, undefined, undefined])
    expect(textOf(xmlPart(bytes, 'word/footer1.xml'))).toMatch(/^— .*—$/u)
  })

  it('sets text in the margins of the standard: 37, 35, 28 and 26 mm', () => {
    // A millimetre is 56.69 twentieths of a point.
    expect(allOf(sections[2] ?? document, 'w:pgMar')[0]?.attributes).toMatchObject({ 'w:top': '2098', 'w:bottom': '1984', 'w:left': '1587', 'w:right': '1474' })
  })

  it('begins a page for every table, but not between a part and its first table', () => {
    const breaks = paragraphsOf(document).filter((paragraph) => allOf(paragraph, 'w:pageBreakBefore').length > 0).map(textOf)
    // Others begin a page because their section does.
    expect(breaks).toEqual(['2024年国有资本经营预算收支预算表（不含上年结转）', '2024年项目支出预算表（本年预算）', '第四部分 名词解释'])
  })

  it('writes a publication without blocks', async () => {
    const empty = xmlPart(await writeDocx(only([])), 'word/document.xml')
    expect(allOf(empty, 'w:sectPr')).toHaveLength(3)
    expect(paragraphsOf(empty).map(textOf).filter((text) => text !== '')).toEqual(['清河县文化和旅游局', '2024年度部门预算公开', '2024年2月23日', '目　录'])
  })

  it('writes a table as the first and as the last block', async () => {
    const lone = xmlPart(await writeDocx(only([smallTable({ orientation: 'landscape' })])), 'word/document.xml')
    expect(allOf(lone, 'w:sectPr').map((section) => allOf(section, 'w:pgSz')[0]?.attributes['w:orient'])).toEqual(['portrait', 'portrait', 'landscape'])
    expect(docxPages(only([smallTable({})])).get('small')).toBe(1)
  })
})

describe('writeDocx › the file', () => {
  it('has the publication’s properties and no others', () => {
    const core = xmlPart(bytes, 'docProps/core.xml')
    expect(core.children.map((child) => [child.name, textOf(child)])).toEqual([
      ['dc:title', '清河县文化和旅游局2024年度部门预算公开'], ['dc:subject', '2024年度部门预算公开'], ['dc:creator', '清河县文化和旅游局'], ['dc:language', 'zh-CN'],
      ['dcterms:created', '2024-02-23T02:00:00Z'], ['dcterms:modified', '2024-02-23T02:00:00Z'],
    ])
    expect(partNames(bytes)).not.toContain('docProps/custom.xml')
    expect(xmlPart(bytes, 'docProps/app.xml').children).toEqual([])
  })

  it('has every part that its relations and types name', () => {
    const names = partNames(bytes)
    const typed = allOf(xmlPart(bytes, '[Content_Types].xml'), 'Override').map((one) => one.attributes['PartName']?.slice(1))
    expect(names).toEqual(expect.arrayContaining(typed))
    const targets = allOf(xmlPart(bytes, 'word/_rels/document.xml.rels'), 'Relationship').map((one) => `word/${one.attributes['Target'] ?? ''}`)
    expect(targets.length).toBeGreaterThan(3)
    expect(names).toEqual(expect.arrayContaining(targets))
    expect(names[0]).toBe('[Content_Types].xml')
  })

  it('is the same at every call', async () => {
    expect(Buffer.from(await writeDocx(examplePublication())).equals(Buffer.from(bytes))).toBe(true)
  })
})
