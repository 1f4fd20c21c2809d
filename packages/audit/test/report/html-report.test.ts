import { fen } from '@mingzhang/money'
import { describe, expect, test } from 'vitest'
import type { AuditReport } from '../../src/model/report.ts'
import { amountText } from '../../src/report/html/amount-words.ts'
import { headlineOf } from '../../src/report/html/headline.ts'
import { html, scriptJson } from '../../src/report/html/markup.ts'
import { pageDataOf } from '../../src/report/html/page-data.ts'
import { placeWords } from '../../src/report/html/place-words.ts'
import { nodeWords } from '../../src/report/html/region-words.ts'
import { renderHtmlReport } from '../../src/report/html/render-html-report.ts'
import { exampleReport, wan } from './html-report-fixture.ts'

const page = renderHtmlReport(exampleReport(), { language: 'zh' })

/** The element that begins with `start`, up to its own end. */
function cut(text: string, start: string, end: string): string {
  const from = text.indexOf(start)
  if (from === -1) throw new Error(`not in the page: ${start}`)
  return text.slice(from, text.indexOf(end, from))
}

const findingMarkup = (id: string) => cut(page, `id="finding-${id}"`, '</li>\n</ol>')

describe('renderHtmlReport', () => {
  test('loads nothing: no address, no import, and a policy that allows no source but the page itself', () => {
    expect(page).not.toMatch(/https?:\/\//u)
    expect(page).not.toMatch(/<(?:link|img|iframe|script src)/u)
    expect(page).not.toMatch(/@import|url\(/u)
    expect(page).toContain('default-src &#39;none&#39;')
  })

  test('opens in the language asked for', () => {
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toMatch(/<title[^>]*>清河县文化馆 2024 年 审核报告<\/title>/u)
    const english = renderHtmlReport(exampleReport(), { language: 'en' })
    expect(english).toContain('<html lang="en">')
    expect(english).toMatch(/<title[^>]*>Audit report: 清河县文化馆, 2024<\/title>/u)
  })

  test('gives the same bytes for the same report', () => {
    expect(renderHtmlReport(exampleReport(), { language: 'zh' })).toBe(page)
  })

  test('shows each amount of a finding in 万元 and in 元, with the sign of the difference', () => {
    const finding = findingMarkup('H-3f2a91')
    for (const amount of ['412.36', '4,123,600.00', '421.36', '4,213,600.00', '+9.00', '+90,000.00']) expect(finding).toContain(`>${amount}</td>`)
  })

  test('points a finding at every one of its places', () => {
    expect(findingMarkup('H-3f2a91')).toContain('data-block="4" data-row="1" data-column="3"')
    expect(findingMarkup('H-3f2a91')).toContain('data-block="7" data-row="2" data-column="2"')
  })

  test('tells apart two places of the same words by what is printed there', () => {
    const [first] = exampleReport().findings
    if (first === undefined) throw new Error('the fixture has findings')
    const row = { document: 'a.txt', line: 58, form: '全民阅读活动', block: 17, rowIndex: 5 }
    const findings = [{ ...first, places: [{ ...row, columnIndex: 2 }, { ...row, columnIndex: 3 }] }]
    const text = renderHtmlReport(exampleReport({ findings }), { language: 'zh' })
    expect(text).toContain('“单场活动成本”')
    expect(text).toContain('“≥5000元/场”')
  })

  test('names a place without a block in words, and offers no button to it', () => {
    const [first] = exampleReport().findings
    if (first === undefined) throw new Error('the fixture has findings')
    const html = renderHtmlReport(exampleReport({ findings: [{ ...first, places: [{ document: 'a.txt', table: '附表' }] }] }), { language: 'zh' })
    expect(html).toContain('<span class="place">附表</span>')
  })

  test('says once what all findings of a rule share, and each time what they do not', () => {
    const [first] = exampleReport().findings
    if (first === undefined) throw new Error('the fixture has findings')
    const second = { ...first, id: 'H-second' }
    const count = (text: string) => text.split(first.legitimate.zh).length - 1
    expect(count(renderHtmlReport(exampleReport({ findings: [first, second] }), { language: 'zh' }))).toBe(1)
    const other = { ...second, legitimate: { zh: '另有说明。', en: 'Explained elsewhere.' } }
    const both = renderHtmlReport(exampleReport({ findings: [first, other] }), { language: 'zh' })
    expect(count(both)).toBe(1)
    expect(both).toContain('另有说明。')
  })

  test('gives a table its heads: columns above the figures, one row head before them, and none for an empty cell', () => {
    const grid = cut(page, 'id="b7"', '</table>')
    expect(grid).toContain('<th scope="col">科目编码</th>')
    expect(grid).toContain('<th scope="col" class="number">合计</th>')
    expect(grid).toContain('<tr><td></td><th scope="row">合计</th>')
    expect(grid).toContain('<tr><th scope="row">207</th><td class="long">文化旅游体育与传媒支出</td>')
  })

  test('keeps a paragraph exactly as printed around its figures', () => {
    const text = cut(page, 'id="b13"', '</p>').replace(/^[^>]*>/u, '').replace(/<[^>]+>/gu, '')
    expect(text).toBe('2024年本部门支出预算465.45万元，其中基本支出340.45万元，项目支出125.00万元，占支出预算的28.86%。支出预算比上年增加12.40万元，增长2.74%，主要原因是免费开放补助标准提高。')
  })

  test('marks the numbers that were not understood where they stand, and lists them with the reason', () => {
    expect(page).toContain('<td class="number unbound">3.60</td>')
    expect(page).toContain('<span class="unbound">6台</span>')
    expect(page).toContain('句中没有说明所指')
  })

  test('shows text of the document as text, in the page and in its data', () => {
    const attack = '</script><script>alert(1)</script><img src=x onerror=alert(2)>'
    const report = exampleReport({
      document: { ...exampleReport().document, body: attack, name: attack },
      blocks: [{ kind: 'grid', rows: [[{ text: attack, figure: null }], [{ text: attack, figure: 't1.1' }]] }, { kind: 'paragraph', text: attack, spans: [] }],
      figures: exampleReport().figures.map((figure) => ({ ...figure, text: attack, region: { project: attack }, place: { document: attack, row: attack } })),
      findings: exampleReport().findings.map((finding) => ({ ...finding, id: `"><b>${attack}`, statement: { zh: attack, en: attack }, found: attack, basis: [attack], figures: [attack] })),
      unbound: [{ place: { document: attack, table: attack }, text: attack, reason: attack }],
    })
    const text = renderHtmlReport(report, { language: 'en' })
    expect(text).not.toContain('<img')
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('"><b>')
    expect(text.match(/<\/script>/gu)).toHaveLength(2)
    expect(cut(text, 'id="report-data">', '</script>').slice('id="report-data">'.length)).not.toContain('<')
    expect(text).toContain('\\u003c/script\\u003e')
  })

  test('stays below 3 MB for 40 forms, 2,500 figures and 3,000 identities', () => {
    expect(Buffer.byteLength(renderHtmlReport(largeReport(), { language: 'zh' }))).toBeLessThan(3_000_000)
  })
})

describe('headlineOf', () => {
  const clean: AuditReport['summary'] = {
    tables: { recognised: 3, expected: 3 },
    cells: { numeric: 30, bound: 30 },
    prose: { figures: 5, bound: 5 },
    forms: { found: 1, joined: 1 },
    identities: { exact: 20, withinRounding: 2, conflict: 0, undetermined: 0 },
    findings: { error: 0, warning: 0, notice: 1 },
    rules: { pass: 9, fail: 0, 'not-applicable': 6, undetermined: 0 },
  }
  const headline = (part: Partial<AuditReport['summary']>) =>
    headlineOf(exampleReport({ summary: { ...clean, ...part }, unbound: [], diagnosis: { possible: true, conflicts: [], repair: null } })).zh

  test('calls a document without problems and without open points clean', () => {
    expect(headline({})).toBe('全部核对，没有发现问题')
  })

  test('never calls a document clean that was not read in full', () => {
    expect(headline({ tables: { recognised: 2, expected: 3 } })).toBe('已核对的部分没有发现问题，仍有内容未能核对')
    expect(headline({ cells: { numeric: 31, bound: 30 } })).toBe('已核对的部分没有发现问题，仍有内容未能核对')
    expect(headline({ identities: { ...clean.identities, undetermined: 1 } })).toBe('已核对的部分没有发现问题，仍有内容未能核对')
  })

  test('concludes nothing where nothing could be checked', () => {
    expect(headline({ identities: { exact: 0, withinRounding: 0, conflict: 0, undetermined: 4 } })).toBe('没有可以核对的数字，不能得出结论')
  })

  test('tells contradictions from other errors and from points to check', () => {
    expect(headline({ identities: { ...clean.identities, conflict: 2 }, findings: { error: 1, warning: 0, notice: 0 } })).toBe('部分数字互相矛盾，有 2 条勾稽关系不成立；审核发现错误 1 处')
    expect(headline({ findings: { error: 3, warning: 0, notice: 0 } })).toBe('已核对的数字之间没有矛盾，另有 3 处错误')
    expect(headline({ findings: { error: 0, warning: 4, notice: 0 } })).toBe('已核对的数字之间没有矛盾，有 4 处建议核对')
  })
})

describe('html', () => {
  test('escapes every string and leaves markup alone', () => {
    expect(html`<i title="${'"&\''}">${'<b>'}${html`<u>${1}</u>`}</i>`.markup).toBe('<i title="&quot;&amp;&#39;">&lt;b&gt;<u>1</u></i>')
  })
})

describe('scriptJson', () => {
  test('holds no character that could end a script, and reads back the same', () => {
    const value = { text: '</script><!-- \u2028 &' }
    expect(scriptJson(value).markup).not.toMatch(/[<>&\u2028]/u)
    expect(JSON.parse(scriptJson(value).markup)).toEqual(value)
  })
})

describe('pageDataOf', () => {
  test('leaves out the words of identities that hold exactly and keeps the others', () => {
    const { identities } = pageDataOf(exampleReport())
    expect(identities['i4']?.statement).toBeNull()
    expect(identities['i3']?.statement?.zh).toContain('差 −0.01 万元')
  })
})

describe('words', () => {
  test('a place is named in both languages with the printed words kept', () => {
    const place = { document: 'a.txt', line: 24, table: '预算支出总表', row: '207', column: '合计' }
    expect(placeWords(place).en).toBe('预算支出总表, row 207, column 合计, line 24')
    expect(placeWords({ document: 'a.txt' })).toEqual({ zh: 'a.txt', en: 'a.txt' })
  })

  test('a node is named by its words, and a code or name by itself', () => {
    expect(nodeWords('kind', 'basic/personnel').zh).toBe('人员经费')
    expect(nodeWords('function', '208/20805/2080505').zh).toBe('2080505')
  })

  test('an amount keeps every digit, and a difference its sign', () => {
    expect(amountText(fen(123_456_789), '万元')).toBe('123.456789')
    expect(amountText(wan('-0.01'), '万元', true)).toBe('−0.01')
    expect(amountText(wan('9.00'), '万元', true)).toBe('+9.00')
    expect(amountText(fen(0), '万元', true)).toBe('0.00')
  })
})

/** As much as a large department publishes, with long titles and labels. */
function largeReport(): AuditReport {
  const example = exampleReport()
  const grid = example.blocks[7]
  const form = example.blocks[17]
  if (grid === undefined || form === undefined) throw new Error('the fixture has a table and a form')
  const figures = Array.from({ length: 2500 }, (_, index) => {
    const figure = example.figures[index % example.figures.length]
    if (figure === undefined) throw new Error('the fixture has figures')
    const place = { ...figure.place, table: '清河县文化馆2024年一般公共预算安排基本支出分经济科目表', row: '2080505', column: '一般公共预算 / 基本支出 / 人员经费' }
    return { ...figure, id: `t${index}.${index % 40}.${index % 9}`, place }
  })
  const identities = Array.from({ length: 3000 }, (_, index) => ({
    ...(example.identities[index % 20 === 0 ? 2 : 3] ?? failure()),
    id: `p${index}`,
    figures: Array.from({ length: 5 }, (_, offset) => figures[(index + offset * 37) % figures.length]?.id ?? ''),
  }))
  const blocks = [...Array.from({ length: 50 }, () => grid), ...Array.from({ length: 40 }, () => form), ...Array.from({ length: 600 }, () => example.blocks[13] ?? form)]
  return exampleReport({ figures, identities, blocks })
}

function failure(): never {
  throw new Error('the fixture has identities')
}
