import { describe, expect, it } from 'vitest'
import { defaultReadLimits, readDocument } from '../../src/index.ts'
import { bytesOf, contentOf, problemOf } from './text-builders.ts'

const page = (body: string, head = ''): string => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

const read = async (body: string): Promise<readonly (string | readonly (readonly string[])[])[]> => contentOf(await readDocument(bytesOf(page(body)), 'qinghe.html'))

/** Characters of GBK by hand: 合计. */
const gbk = [0xba, 0xcf, 0xbc, 0xc6]

describe('readDocument › web page › text', () => {
  it('reads blocks as paragraphs and keeps what stands in one line together', async () => {
    expect(await read('<h1>部门预算</h1><div>收入<b>671.45</b>万元<p>其中：<span>本年</span></p>尾</div><ul><li>甲</li><li>乙</li></ul>')).toEqual(['部门预算', '收入671.45万元', '其中：本年', '尾', '甲', '乙'])
  })

  it('ends a paragraph at a line break and collapses blanks as a browser does', async () => {
    expect(await read('<p>　　一、收入<br>\n二、  支出&nbsp;&nbsp;总表</p><p>政府\n      采购</p><p>tax\n rate</p>')).toEqual(['一、收入', '二、 支出 总表', '政府采购', 'tax rate'])
  })

  it('leaves out scripts, styles, menus and hidden elements', async () => {
    const hidden = '<p hidden>甲</p><p style="color:red; display: none">乙</p><dialog>丙</dialog><select><option>丁</option></select>'
    expect(await read(`<nav><a href="/">首页</a></nav><script>var a = 1</script><style>p{}</style><template><p>戊</p></template>${hidden}<p>正文</p>`)).toEqual(['正文'])
  })

  it('leaves out what only a screen reader gets, and what skips to another place of the page', async () => {
    const style = '.unseen { position: absolute; clip-path: inset(50%) } @media print { .seen { position: absolute; clip: rect(0 0 0 0) } }'
    const body = '<a href="#main">跳到正文</a><p class="big unseen">仅供读屏</p><p class="seen">看得见</p><p><a href="#table">收支总表</a></p>'
    expect(contentOf(await readDocument(bytesOf(page(body, `<style>${style}</style>`)), 'a.html'))).toEqual(['看得见', '收支总表'])
  })

  it('divides the notes above a table', async () => {
    expect(await read('<p><span>部门名称：清河县文化馆</span> <span>单位：万元</span></p><p>注：按四舍五入 保留两位</p>')).toEqual(['部门名称：清河县文化馆', '单位：万元', '注：按四舍五入 保留两位'])
  })

  it('decodes entities', async () => {
    expect(await read('<p>&ldquo;三公&rdquo;经费 &lt;5 &#x4e07;元</p>')).toEqual(['“三公”经费 <5 万元'])
  })
})

describe('readDocument › web page › tables', () => {
  it('leaves blanks where cells span columns and rows', async () => {
    const table = '<table><thead><tr><th rowspan="2">项目</th><th colspan="2">预算数</th></tr><tr><th>合计</th><th>其中</th></tr></thead><tbody><tr><td>总计</td><td>9.00</td><td>3.50</td></tr></tbody></table>'
    expect(await read(table)).toEqual([[['项目', '预算数', ''], ['', '合计', '其中'], ['总计', '9.00', '3.50']]])
  })

  it('ends spans at the last row and fills short rows', async () => {
    expect(await read('<table><tr><td rowspan="0">甲</td><td>1</td><td>2</td></tr><tr><td rowspan="9">3</td></tr></table>')).toEqual([[['甲', '1', '2'], ['', '3', '']]])
  })

  it('reads the lines of a cell as lines', async () => {
    expect(await read('<table><tr><td>目标</td><td><p>1. 开放</p><p>2. 培<br>训</p></td></tr></table>')).toEqual([[['目标', '1. 开放\n2. 培\n训']]])
  })

  it('reads the caption before the table, and the foot after its body', async () => {
    expect(await read('<table><caption>收支总表</caption><tfoot><tr><td>合计</td><td>1.00</td></tr></tfoot><tbody><tr><td>甲</td><td>1.00</td></tr></tbody></table>')).toEqual(['收支总表', [['甲', '1.00'], ['合计', '1.00']]])
  })

  it('unfolds a table that lays the page out', async () => {
    const data = '<table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>1.00</td></tr></table>'
    expect(await read(`<table><tr><td>菜单</td><td><h2>收支总表</h2>${data}</td></tr><tr><td>版权</td></tr></table>`)).toEqual(['菜单', '收支总表', [['项目', '金额'], ['合计', '1.00']], '版权'])
    expect(await read('<table><tr><td>清河县</td></tr><tr><td>文化馆</td></tr></table>')).toEqual(['清河县', '文化馆'])
  })

  it('leaves out hidden rows', async () => {
    expect(await read('<table><tr><td>甲</td><td>1.00</td></tr><tr style="display:none"><td>乙</td><td>2.00</td></tr></table>')).toEqual([[['甲', '1.00']]])
  })

  it('does not let a span fill the memory', async () => {
    const bytes = bytesOf(page(`<table>${'<tr><td colspan="9999999">甲</td><td>乙</td></tr>'.repeat(20)}</table>`))
    expect(problemOf(await readDocument(bytes, 'a.html', { ...defaultReadLimits, parts: 5_000 })).code).toBe('document.file.tooManyParts')
  })
})

describe('readDocument › web page › encoding and kind', () => {
  const markup = (declared: string): readonly number[] => [...bytesOf(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=${declared}"></head><body><p>`), ...gbk, ...bytesOf('</p></body></html>')]

  it.each(['gb2312', 'GBK', 'utf-8', 'no-such-name'])('reads GBK where the page declares %s', async (declared) => {
    expect(contentOf(await readDocument(new Uint8Array(markup(declared)), 'a.html'))).toEqual(['合计'])
  })

  it('reads UTF-8 although the page declares gb2312', async () => {
    expect(contentOf(await readDocument(bytesOf(page('<p>合计</p>').replace('utf-8', 'gb2312')), 'a.html'))).toEqual(['合计'])
  })

  it('reads a page that was saved as a workbook, or that a server left its directives in', async () => {
    expect(contentOf(await readDocument(bytesOf('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>合计</td><td>1.00</td></tr></table></body></html>'), 'a.xls'))).toEqual([[['合计', '1.00']]])
    expect(contentOf(await readDocument(bytesOf('<%@ page language="java" %>\n<!DOCTYPE html><html><body><p>合计</p></body></html>'), 'a.jsp'))).toEqual(['合计'])
  })

  it('says when a page shows nothing', async () => {
    expect(problemOf(await readDocument(bytesOf(page('<script>load()</script>')), 'a.html'))).toMatchObject({ code: 'document.file.empty', place: { document: 'a.html' } })
  })

  it('refuses elements that are nested without end', async () => {
    expect(problemOf(await readDocument(bytesOf(page('<div>'.repeat(2_000))), 'a.html')).code).toBe('document.file.damaged')
  })
})
