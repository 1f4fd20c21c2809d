import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/index.ts'
import { cell, docxOf, type DocxParts, paragraph, row, run, table } from './docx-builder.ts'
import { contentOf, treeOf } from './text-builders.ts'

const read = async (body: string, parts?: DocxParts): Promise<readonly (string | readonly (readonly string[])[])[]> => contentOf(await readDocument(docxOf(body, parts), 'qinghe.docx'))

const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('readDocument › Word › text', () => {
  it('reads paragraphs in order, without blank ones', async () => {
    expect(await read(`${paragraph('第一部分 概况')}${paragraph('')}${paragraph(run('一、') + run('职责'))}`)).toEqual(['第一部分 概况', '一、职责'])
  })

  it('decodes the entities of XML and numbered characters', async () => {
    expect(await read(paragraph(run('A&amp;B &lt;1&gt; &#x5408;&#35745;')))).toEqual(['A&B <1> 合计'])
  })

  it('reads the result of a field and not its code, also over several paragraphs', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const entry = (title: string, page: string): string => `<w:hyperlink w:anchor="a">${run(title)}<w:r><w:tab/></w:r>${field('PAGEREF a', page)}</w:hyperlink>`
    const body = `${paragraph(begin + entry('一、职责', '1'))}${paragraph(entry('二、机构', '2'))}${paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')}${paragraph('正文')}`
    expect(await read(body)).toEqual(['一、职责\t1', '二、机构\t2', '正文'])
  })

  it('does not lose the rest of the document behind a field without its middle and end', async () => {
    expect(await read(`${paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>')}${paragraph('正文')}`)).toEqual(['正文'])
  })

  it('reads what a revision inserted and not what it deleted', async () => {
    const body = paragraph(`${run('预算')}<w:del><w:r><w:delText>1.00</w:delText></w:r></w:del><w:ins>${run('2.00')}</w:ins>${run('万元')}`)
    expect(await read(body)).toEqual(['预算2.00万元'])
  })

  it('leaves hidden text out and says so', async () => {
    const tree = treeOf(await readDocument(docxOf(paragraph(run('公开') + run('内部', '<w:vanish/>'))), 'a.docx'))
    expect(contentOf({ ok: true, value: tree })).toEqual(['公开'])
    expect(tree.omissions?.map(({ code, detail }) => [code, detail])).toEqual([['document.docx.hiddenText', '文件里有 1 处隐藏文字，打印时看不到，没有读取。']])
  })

  it('ends a paragraph at a line break, but not at a page break', async () => {
    expect(await read(paragraph(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}<w:r><w:br w:type="page"/></w:r>${run('丙')}`))).toEqual(['甲', '乙丙'])
  })

  it('divides the notes above a table that a tab holds apart', async () => {
    const tab = '<w:r><w:tab/></w:r>'
    expect(await read(paragraph(`${run('部门名称：清河县文化馆')}${tab}${run('单位：万元')}`) + paragraph(`${run('1.')}${tab}${run('职责：')}`))).toEqual(['部门名称：清河县文化馆', '单位：万元', '1.\t职责：'])
  })

  it('reads text boxes, content controls and one of two alternatives', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(await read(`${paragraph(run('框外') + box)}<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('控件')}</w:sdtContent></w:sdt>`)).toEqual(['框外', '框内', '控件'])
  })

  it('adds footnotes at the end, without their separators', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph('——')}</w:footnote><w:footnote w:id="1">${paragraph('数据来自决算')}</w:footnote>`
    expect(await read(paragraph('正文'), { footnotes })).toEqual(['正文', '数据来自决算'])
  })
})

describe('readDocument › Word › tables', () => {
  it('leaves blanks where cells span columns and rows', async () => {
    const body = table(
      row(cell('项目', '<w:vMerge w:val="restart"/>'), cell('预算数', '<w:gridSpan w:val="2"/>')),
      row(cell('', '<w:vMerge/>'), '合计', '其中'),
      row('总计', '9.00', '3.50'),
    )
    expect(await read(body)).toEqual([[['项目', '预算数', ''], ['', '合计', '其中'], ['总计', '9.00', '3.50']]])
  })

  it('counts the columns that a row leaves out before and after its cells', async () => {
    const short = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${cell('1.00')}</w:tr>`
    expect(await read(table(row('甲', '乙', '丙'), short))).toEqual([[['甲', '乙', '丙'], ['', '1.00', '']]])
  })

  it('reads several paragraphs of a cell as lines', async () => {
    expect(await read(table(row('目标', cell(paragraph('1. 开放') + paragraph('') + paragraph('2. 培训')))))).toEqual([[['目标', '1. 开放\n2. 培训']]])
  })

  it('leaves out rows that a revision deleted', async () => {
    expect(await read(table(row('甲', '1.00'), `<w:tr><w:trPr><w:del/></w:trPr>${cell('乙')}${cell('2.00')}</w:tr>`))).toEqual([[['甲', '1.00']]])
  })

  it('takes a table of one column for a frame, and unfolds one that only holds another', async () => {
    const inner = table(row('项目', '金额'), row('合计', '1.00'))
    expect(await read(table(row('提示'), row(cell(paragraph('说明') + inner))))).toEqual(['提示', '说明', [['项目', '金额'], ['合计', '1.00']]])
  })

  it('puts a table inside a cell of figures after the table', async () => {
    const inner = table(row('明细', '0.50'), row('合计', '1.00'))
    expect(await read(table(row('甲', cell(paragraph('见下') + inner)), row('乙', '2.00')))).toEqual([[['甲', '见下'], ['乙', '2.00']], [['明细', '0.50'], ['合计', '1.00']]])
  })

  it('keeps tables that follow each other apart, and gives every cell its place', async () => {
    const tree = treeOf(await readDocument(docxOf(table(row('甲', '1.00')) + table(row('乙', '2.00'))), 'a.docx'))
    expect(contentOf({ ok: true, value: tree })).toEqual([[['甲', '1.00']], [['乙', '2.00']]])
    const second = tree.blocks[1]
    expect(second?.kind === 'grid' ? second.rows[0]?.cells[1]?.place : undefined).toEqual({ document: 'a.docx', block: 1, rowIndex: 0, columnIndex: 1 })
  })
})

describe('readDocument › Word › automatic numbers', () => {
  const level = (depth: number, format: string, pattern: string, more = ''): string => `<w:lvl w:ilvl="${String(depth)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`
  const numbering = (levels: string, more = ''): string => `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${more}`
  const listed = (text: string, depth = 0, id = '1'): string => paragraph(text, `<w:numPr><w:ilvl w:val="${String(depth)}"/><w:numId w:val="${id}"/></w:numPr>`)

  it('prints them as Word does and begins deeper levels anew', async () => {
    const levels = `${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}`
    const body = [listed('职责'), listed('甲', 1), listed('乙', 1), listed('机构'), listed('丙', 1), paragraph('正文')].join('')
    expect(await read(body, { numbering: numbering(levels) })).toEqual(['一、职责', '1.1 甲', '1.2 乙', '二、机构', '2.1 丙', '正文'])
  })

  it('prints the number of an outer level in its own format unless the level asks for digits', async () => {
    const levels = `${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1-%2')}`
    expect(await read(listed('职责') + listed('甲', 1), { numbering: numbering(levels) })).toEqual(['一、职责', '一-1 甲'])
  })

  it('takes them from the paragraph’s style', async () => {
    const styles = '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Part"><w:basedOn w:val="Base"/></w:style>'
    const part = (text: string): string => paragraph(text, '<w:pStyle w:val="Part"/>')
    expect(await read(part('概况') + part('报表'), { numbering: numbering(level(0, 'chineseCounting', '第%1部分', '<w:suff w:val="space"/>')), styles })).toEqual(['第一部分 概况', '第二部分 报表'])
  })

  it('goes on in another list of the same definition unless that begins anew', async () => {
    const more = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const body = [listed('甲'), listed('乙', 0, '2'), listed('丙', 0, '3'), listed('丁', 0, '3')].join('')
    expect(await read(body, { numbering: numbering(level(0, 'decimal', '（%1）'), more) })).toEqual(['（1）甲', '（2）乙', '（1）丙', '（2）丁'])
  })

  it('prints no bullet', async () => {
    expect(await read(listed('甲'), { numbering: numbering(level(0, 'bullet', '•')) })).toEqual(['甲'])
  })
})
