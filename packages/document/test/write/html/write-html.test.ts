import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import type { Publication, PublicationBlock, TableBlock } from '../../../src/publication.ts'
import { writeHtml } from '../../../src/write/write-html.ts'
import { examplePublication } from '../example-publication.ts'

const publication = examplePublication()
const page = writeHtml(publication)
const $ = load(page)
const tables = publication.blocks.filter((block): block is TableBlock => block.kind === 'table')
const only = (blocks: readonly PublicationBlock[], more: Partial<Publication> = {}): Publication => ({ ...publication, blocks, ...more })

describe('writeHtml › structure', () => {
  it('says its language, its title and whose it is', () => {
    expect($('html').attr('lang')).toBe('zh-CN')
    expect($('title').text()).toBe('清河县文化和旅游局 2024年度部门预算公开')
    expect($('h1').text()).toBe('清河县文化和旅游局 2024年度部门预算公开')
    expect($('header p').text()).toBe('2024年2月23日')
  })

  it('skips no rank of headings', () => {
    const ranks = $('header, main').find('h1, h2, h3, h4, h5, h6').toArray().map((heading) => Number(heading.tagName[1]))
    expect(ranks).toEqual([1, 2, 3, 3, 2, 3, 3, 3, 3, 2, 3, 3, 4, 4, 2, 3])
  })

  it('skips no rank when sections stand without a part, or a subsection without a section', () => {
    const blocks: PublicationBlock[] = [{ kind: 'heading', level: 3, id: 'a', text: '（一）' }, { kind: 'heading', level: 2, id: 'b', text: '一、' }, { kind: 'heading', level: 3, id: 'c', text: '（一）' }]
    const small = load(writeHtml(only(blocks)))
    expect(small('main h2, main h3, main h4').toArray().map((heading) => heading.tagName)).toEqual(['h2', 'h3', 'h4'])
  })

  it('lists parts, sections, tables and forms, each leading to its place', () => {
    const links = $('nav a').toArray().map((link) => [$(link).text(), $(link).attr('href')])
    expect(links).toHaveLength(13)
    expect(links[4]).toEqual(['2024年预算支出总表', '#expenditureSummary'])
    expect(links[12]).toEqual(['文化馆惠民演出项目', '#form-1'])
    for (const [text, href] of links) expect($(href ?? '').text(), text).toContain(text)
    expect($('a.skip').toArray().map((link) => $($(link).attr('href') ?? '').length)).toEqual([1, 1])
  })

  it('has every id once', () => {
    const ids = $('[id]').toArray().map((element) => $(element).attr('id'))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('writeHtml › tables', () => {
  it.each(tables.map((table, index) => [table.title, table, index] as const))('prints every cell of %s with its spans', (_, table, index) => {
    const rows = $('main table').eq(index).find('tr').toArray().map((row) =>
      $(row).children().toArray().map((cell) => [$(cell).html()?.replace(/<br>/gu, '\n').replace(/<[^>]*>/gu, '').replace(/&gt;/gu, '>'), Number($(cell).attr('colspan') ?? 1), Number($(cell).attr('rowspan') ?? 1)]),
    )
    expect(rows).toEqual([...table.head, ...table.body].map((row) => row.cells.map((cell) => [cell.text, cell.columnSpan ?? 1, cell.rowSpan ?? 1])))
  })

  it('names table, columns and rows', () => {
    const table = $('#expenditureSummary table')
    expect(table.find('caption').text()).toBe('2024年预算支出总表，单位：万元')
    expect(table.find('thead th').toArray().map((head) => $(head).attr('scope'))).toEqual(Array(7).fill('col'))
    expect(table.find('tbody tr').eq(3).find('th').toArray().map((head) => [$(head).text(), $(head).attr('scope')])).toEqual([['行政运行', 'row']])
    expect($('#form-1 caption').text()).toBe('清河县县级预算部门(单位)项目支出绩效目标申报表：文化馆惠民演出项目')
    expect($('#form-1 thead')).toHaveLength(0)
  })

  it('prints caption, unit, subtitle and notes', () => {
    expect($('#stateCapital .above').text()).toBe('部门名称：清河县文化和旅游局 单位：万元')
    expect($('#stateCapital .note').text()).toBe('注：本表无数据')
    expect($('#form-1 .subtitle').text()).toBe('(2024年度)')
  })
})

describe('writeHtml › figures', () => {
  const figures = $('data').toArray().map((figure) => $(figure))

  it('carries every figure of the publication', () => {
    expect(figures.map((figure) => figure.attr('data-figure')).sort()).toEqual([...publication.figures.keys()].sort())
  })

  it('says of an amount what is printed, what stands behind it, and what it is the total of', () => {
    // 457.57 万元 printed; the basic lines of the example add up to 4,575,651.61 元.
    const basic = $('[data-figure="expenditureSummary..basic"]')
    expect(basic.text()).toBe('457.57')
    expect([basic.attr('value'), basic.attr('data-exact'), basic.attr('data-label')]).toEqual(['457570000', '457565161', '合计，基本支出'])
    expect(basic.attr('data-region')).toBe('{"year":"2024","use":"spent","kind":"basic"}')
  })

  it('tells a blank from a zero, and a percentage from an amount', () => {
    const blank = $('[data-figure="stateCapital.total.total"]')
    expect([blank.text(), blank.attr('value'), blank.attr('data-exact')]).toEqual(['', '', '0'])
    const zero = $('[data-figure="narrative.stateCapital"]')
    expect([zero.text(), zero.attr('value'), zero.attr('data-exact')]).toEqual(['0.00', '0', '0'])
    const growth = $('[data-figure="narrative.growth"]')
    expect([growth.text(), growth.attr('value'), growth.attr('data-exact')]).toEqual(['9.21%', '9.21%', undefined])
  })

  it('writes equal regions as equal texts, whatever the order of their dimensions', () => {
    const figure = { id: 'a', label: '甲', exact: undefined, printed: undefined, quantum: undefined, text: '1', kind: 'prose' } as const
    const figures = new Map([['a', { ...figure, region: { year: '2024', fund: 'fiscal' } }], ['b', { ...figure, id: 'b', region: { fund: 'fiscal', year: '2024' } }]])
    const blocks: PublicationBlock[] = [{ kind: 'text', style: 'body', runs: [{ text: '1', figure: 'a' }, { text: '1', figure: 'b' }] }]
    const regions = load(writeHtml(only(blocks, { figures })))('data').toArray().map((one) => one.attribs['data-region'])
    expect(regions).toEqual(['{"year":"2024","fund":"fiscal"}', '{"year":"2024","fund":"fiscal"}'])
  })

  it('refuses a figure that the publication does not list', () => {
    expect(() => writeHtml(only([{ kind: 'text', style: 'body', runs: [{ text: '1', figure: 'nowhere' }] }]))).toThrow('nowhere')
  })
})

describe('writeHtml › safety', () => {
  const attack = `</script><script>alert(1)</script><img src=x onerror='alert(1)'>"&'`

  it('keeps all text text, wherever it stands', () => {
    const table: TableBlock = {
      kind: 'table', id: `x'"><b>`, style: 'form', title: attack, subtitle: attack, contents: attack, caption: attack, unit: attack, orientation: 'portrait',
      columns: [{ width: 1 }, { width: 1 }], head: [{ cells: [{ text: attack, align: 'start' }, { text: attack, align: 'start', heads: 'column' }] }], body: [{ cells: [{ text: attack, align: 'start' }, { text: attack, align: 'end', figure: attack }] }], notes: [attack],
    }
    const figures = new Map([[attack, { id: attack, region: { project: attack }, label: attack, exact: undefined, printed: undefined, quantum: undefined, text: attack, kind: 'cell' as const }]])
    const blocks: PublicationBlock[] = [{ kind: 'heading', level: 1, id: attack, text: attack }, { kind: 'text', style: 'note', runs: [{ text: attack }] }, table]
    const hostile = load(writeHtml({ ...publication, title: attack, body: attack, coverLines: [attack], blocks, figures }))
    expect(hostile('script')).toHaveLength(1)
    expect(hostile('img, b')).toHaveLength(0)
    expect(hostile('main h2').first().text()).toBe(attack)
    expect(hostile('main td').first().text()).toBe(attack)
    const data = hostile('data')
    expect(data.text()).toBe(attack)
    expect(JSON.parse(data.attr('data-region') ?? '')).toEqual({ project: attack })
    expect(data.attr('data-label')).toBe(attack)
  })

  it('loads nothing and allows no script but its own', () => {
    expect($('link, img, iframe, [src]')).toHaveLength(0)
    expect($('style').text()).not.toMatch(/url\(|@import/u)
    expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]{43}='; /u)
    expect($('[onclick], [onload]')).toHaveLength(0)
  })

  it('is the same at every call', () => {
    expect(writeHtml(examplePublication())).toBe(page)
  })
})
