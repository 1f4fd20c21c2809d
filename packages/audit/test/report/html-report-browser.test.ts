import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { renderHtmlReport } from '../../src/report/html/render-html-report.ts'
import { exampleReport } from './html-report-fixture.ts'

const executablePath = '/usr/bin/chromium'
const isInstalled = existsSync(executablePath)
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

if (!isInstalled) process.stderr.write(`The browser test of the HTML report is skipped: there is no ${executablePath}.\n`)

describe.skipIf(!isInstalled)(`the HTML report in a browser${isInstalled ? '' : ` (skipped: ${executablePath} is missing)`}`, () => {
  let browser: Browser
  let folder: string
  let address: string
  const pages: Page[] = []
  const troubles: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingzhang-report-'))
    const file = join(folder, 'report.html')
    writeFileSync(file, renderHtmlReport(exampleReport(), { language: 'zh' }))
    address = pathToFileURL(file).href
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    })
  })

  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
    expect(troubles.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  async function open(viewport = wide, options: { colorScheme?: 'dark' | 'light'; hash?: string } = {}): Promise<Page> {
    const page = await browser.newPage({ viewport, colorScheme: options.colorScheme ?? 'light' })
    pages.push(page)
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => troubles.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) troubles.push(`a request to ${request.url()}`)
    })
    await page.goto(address + (options.hash ?? ''))
    return page
  }

  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axeSource)
    const result = await page.evaluate<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>('axe.run(document)')
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('; ')}`)
  }

  const marked = (page: Page) => page.evaluate<string[]>("[...document.querySelectorAll('#pages .marked')].map((one) => (one.dataset.place ?? '') + ':' + one.textContent.trim())")
  const isFocused = (page: Page, selector: string) => page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)
  const shownFindings = (page: Page) => page.evaluate<string[]>("[...document.querySelectorAll('.finding')].filter((one) => one.checkVisibility()).map((one) => one.id)")

  test.each([
    ['Chinese', wide, 'light'], ['English', wide, 'light'], ['Chinese', wide, 'dark'], ['English', narrow, 'light'],
  ] as const)('axe finds no violation in %s at %o, %s', async (language, viewport, colorScheme) => {
    const page = await open(viewport, { colorScheme })
    if (language === 'English') await page.locator('#language').click()
    expect(await violations(page)).toEqual([])
    await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    await page.locator('[data-identities="exact"] .identities').waitFor()
    await page.locator('.finding .statement').first().click()
    await page.locator('[data-figure="t1.2"]').click()
    expect(await page.locator('#panel').isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
  })

  test('choosing a finding marks its places with their numbers, and its further figures, and shows them', async () => {
    const page = await open()
    await page.locator('#finding-H-3f2a91 .statement').click()
    expect(await marked(page)).toEqual(['1:421.36', ':465.45', '2:412.36'])
    await page.locator('#finding-D19-77b0c2 .statement').click()
    expect(await marked(page)).toEqual(['2:李*', '1:138****0000'])
    const cell = await page.locator('#pages [data-place="1"]').boundingBox()
    expect(cell?.y).toBeGreaterThan(0)
    expect((cell?.y ?? Infinity) + (cell?.height ?? 0)).toBeLessThan(wide.height)
    expect(await page.evaluate('document.activeElement.closest(".finding").id')).toBe('finding-D19-77b0c2')
  })

  test('a place inside a sentence is highlighted to the character', async () => {
    const page = await open()
    await page.locator('#finding-K53-0a41de .statement').click()
    expect(await page.evaluate('[...CSS.highlights.get("place")].map(String)')).toEqual(['28.86%'])
  })

  test('a click on a figure tells its region, amount and identities, and leads on to the other figures', async () => {
    const page = await open()
    await page.locator('[data-figure="t2.207.basic"]').click()
    const panel = page.locator('#panel')
    expect(await panel.innerText()).toMatch(/287\.36 万元 \(2,873,600\.00 元\)[\s\S]*功能分类科目[\s\S]*207[\s\S]*基本支出[\s\S]*没有参与任何勾稽关系/u)
    await page.locator('[data-figure="t1.2"]').click()
    expect(await panel.locator('.identities > li').count()).toBe(2)
    expect(await panel.locator('.identities > li').first().innerText()).toContain('不一致')
    await panel.locator('[data-show-figure="t2.207.total"]').click()
    expect(await panel.locator('h3').innerText()).toContain('预算支出总表 行 207 列 合计')
    expect(await page.locator('[data-figure="t2.207.total"]').getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await panel.isVisible()).toBe(false)
    expect(await isFocused(page, '[data-figure="t2.207.total"]')).toBe(true)
  })

  test('j and k go through the findings, and stop at both ends', async () => {
    const page = await open()
    const current = () => page.evaluate('document.querySelector("[aria-current]")?.closest(".finding").id')
    await page.keyboard.press('j')
    expect(await current()).toBe('finding-H-3f2a91')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    expect(await current()).toBe('finding-K53-0a41de')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    expect(await current()).toBe('finding-H-3f2a91')
    await page.keyboard.press('Escape')
    expect(await current()).toBeUndefined()
    expect(await marked(page)).toEqual([])
  })

  test('search folds width, case, commas and spaces; Enter goes to the first hit, Esc shows all again', async () => {
    const page = await open()
    await page.keyboard.press('/')
    expect(await isFocused(page, '#search')).toBe(true)
    await page.keyboard.type('4213600')
    expect(await shownFindings(page)).toEqual(['finding-H-3f2a91'])
    expect(await page.locator('#count').innerText()).toBe('显示 1 / 7 条')
    await page.locator('#search').fill('全民阅读 ｌ７０')
    expect(await shownFindings(page)).toEqual(['finding-L70-5be813'])
    await page.keyboard.press('Enter')
    expect(await isFocused(page, '#finding-L70-5be813 .statement')).toBe(true)
    await page.locator('#search').focus()
    await page.keyboard.press('Escape')
    expect(await shownFindings(page)).toHaveLength(7)
  })

  test('the filters narrow the list together, and can be taken back', async () => {
    const page = await open()
    await page.locator('#filter-severity').selectOption('warning')
    expect(await shownFindings(page)).toEqual(['finding-K53-0a41de', 'finding-L70-5be813', 'finding-D03-91c7f5'])
    await page.locator('#filter-verdict').selectOption('conflict')
    expect(await shownFindings(page)).toEqual(['finding-L70-5be813'])
    expect(await page.locator('#severity-error').isVisible()).toBe(false)
    await page.locator('#reset').click()
    await page.waitForFunction('document.querySelectorAll(".finding[hidden]").length === 0')
    await page.locator('#filter-rule').selectOption('P')
    expect(await shownFindings(page)).toEqual(['finding-P-2c80e4'])
  })

  test('the button changes every word of the page, and back', async () => {
    const page = await open()
    await page.locator('.figure').first().click()
    await page.locator('#language').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.title()).toBe('Audit report: 清河县文化馆, 2024')
    expect(await page.locator('.headline').innerText()).toBe('Some figures contradict each other: 3 of the identities do not hold; 2 errors found')
    expect(await page.locator('#filter-severity option').allInnerTexts()).toEqual(['All', 'Error', 'Warning', 'Notice'])
    expect(await page.locator('#document').getAttribute('aria-label')).toBe('The document')
    // What is left in Chinese is the name of the product, the unit, the other language, and what the document itself prints.
    const own = await page.locator('#summary h2, #summary h3, #summary caption, .tag:visible, dt:visible, summary, .filter label, footer').allInnerTexts()
    expect(own.join(' ').replace(/明账|尾差|万元/gu, '')).not.toMatch(/\p{Script=Han}/u)
    await page.locator('#language').click()
    expect(await page.locator('.headline').innerText()).toBe('部分数字互相矛盾，有 3 条勾稽关系不成立；审核发现错误 2 处')
    expect(await page.title()).toBe('清河县文化馆 2024 年 审核报告')
  })

  test('Tab reaches the skip links, the filters, every finding and the document, with one stop for all figures', async () => {
    const page = await open()
    const stops: string[] = []
    for (let index = 0; index < 80; index += 1) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate('(() => { const e = document.activeElement; return e === document.body ? "" : e.className + "#" + e.id + "|" + (e.dataset.figure ?? "") })()')
      if (stop === '') break
      stops.push(String(stop))
    }
    expect(stops.slice(0, 3)).toEqual(['skip#|', 'skip#|', '#language|'])
    expect(stops.filter((stop) => stop.startsWith('statement'))).toHaveLength(7)
    expect(stops.filter((stop) => stop.startsWith('figure'))).toEqual(['figure#|t1.1'])
    expect(stops.indexOf('#search|')).toBeLessThan(stops.findIndex((stop) => stop.startsWith('statement')))
  })

  test('arrow keys walk the figures: along the row, and down the column across blank cells', async () => {
    const page = await open()
    await page.locator('[data-figure="t2.207.total"]').focus()
    const focused = () => page.evaluate('document.activeElement.dataset.figure')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('t2.207.basic')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('t2.20701.basic')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('t2.sum.basic')
    await page.keyboard.press('Enter')
    expect(await page.locator('#panel').isVisible()).toBe(true)
  })

  test('the lists of identities are filled when opened', async () => {
    const page = await open()
    const list = page.locator('[data-identities="withinRounding"]')
    expect(await list.locator('li').count()).toBe(0)
    await list.locator('summary').click()
    expect(await list.locator('.identities > li').allInnerTexts()).toEqual([expect.stringMatching(/尾差[\s\S]*差额 −0\.01 万元，四舍五入允许 0\.0149 万元[\s\S]*35\.39[\s\S]*23\.60[\s\S]*11\.80/u)])
  })

  test('an address with a finding opens at it', async () => {
    const page = await open(wide, { hash: '#finding-P-2c80e4' })
    expect(await marked(page)).toEqual(['1:35.39', '2:23.60', '3:11.80'])
  })

  test('on a narrow screen nothing is wider than the page, and a place leads down to the document and back', async () => {
    const page = await open(narrow)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(narrow.width)
    await page.locator('#finding-L70-5be813 button.place').nth(1).click()
    const cell = await page.locator('#pages [data-place="2"]').boundingBox()
    expect(cell?.y).toBeGreaterThan(0)
    expect(cell?.y).toBeLessThan(narrow.height)
    await page.locator('#back').click()
    expect(await isFocused(page, '#finding-L70-5be813 .statement')).toBe(true)
    expect(await page.locator('#back').isVisible()).toBe(false)
  })

  test('paper has the summary, all findings with their places, and what was not checked, but not the document', async () => {
    const page = await open()
    await page.emulateMedia({ media: 'print' })
    for (const shown of ['.headline', '#finding-H-3f2a91 .places', '#finding-P-2c80e4 .amounts', '#open-points']) expect(await page.locator(shown).first().isVisible()).toBe(true)
    for (const hidden of ['#document', '#filter', '#language']) expect(await page.locator(hidden).isVisible()).toBe(false)
    const picture = await page.screenshot({ fullPage: true })
    expect(picture.byteLength).toBeGreaterThan(20_000)
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('reads without its script: the result, the findings and the document are in the file', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: wide })
    const page = await context.newPage()
    await page.goto(address)
    expect(await page.locator('.headline').innerText()).toBe('部分数字互相矛盾，有 3 条勾稽关系不成立；审核发现错误 2 处')
    expect(await page.locator('.finding').count()).toBe(7)
    expect(await page.locator('#b7').innerText()).toContain('412.36')
    await context.close()
  })

  test('an attack in the document stays text and runs nothing', async () => {
    const attack = '</script><script>document.title = "owned"</script><img src=x onerror="document.title = \'owned\'">'
    const file = join(folder, 'attack.html')
    const report = exampleReport({
      blocks: [{ kind: 'grid', rows: [[{ text: attack, figure: null }], [{ text: attack, figure: 't1.1' }]] }],
      figures: exampleReport().figures.map((figure) => ({ ...figure, text: attack, place: { document: attack, table: attack } })),
    })
    writeFileSync(file, renderHtmlReport(report, { language: 'en' }))
    const page = await open()
    await page.goto(pathToFileURL(file).href)
    await page.locator('[data-figure="t1.1"]').click()
    expect(await page.locator('#panel h3').innerText()).toBe(attack)
    expect(await page.locator('#pages th').innerText()).toBe(attack)
    expect(await page.title()).toBe('Audit report: 清河县文化馆, 2024')
  })
})
