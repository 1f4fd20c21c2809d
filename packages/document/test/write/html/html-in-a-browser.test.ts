import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { writeHtml } from '../../../src/write/write-html.ts'
import { examplePublication } from '../example-publication.ts'

const executablePath = '/usr/bin/chromium'
const isInstalled = existsSync(executablePath)
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
/** 合计，基本支出 of the first table. */
const basic = '[data-figure="expenditureSummary..basic"]'

if (!isInstalled) process.stderr.write(`The browser test of the published page is skipped: there is no ${executablePath}.\n`)

describe.skipIf(!isInstalled)('the published page in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  let folder: string
  let address: string
  const pages: Page[] = []
  const troubles: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingzhang-page-'))
    const file = join(folder, 'publication.html')
    writeFileSync(file, writeHtml(examplePublication()))
    address = pathToFileURL(file).href
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    })
  }, 60_000)

  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
    expect(troubles.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  async function open(viewport = wide, colorScheme: 'dark' | 'light' = 'light'): Promise<Page> {
    const page = await browser.newPage({ viewport, colorScheme })
    pages.push(page)
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => troubles.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith('file:') && !request.url().startsWith('blob:')) troubles.push(`a request to ${request.url()}`)
    })
    await page.goto(address)
    return page
  }

  const focusedFigure = (page: Page) => page.evaluate('document.activeElement.dataset.figure')

  test.each([['light', wide], ['dark', wide], ['light', narrow]] as const)('axe finds no violation, %s at %o', async (colorScheme, viewport) => {
    const page = await open(viewport, colorScheme)
    await page.locator(basic).click()
    expect(await page.locator('#page-panel').isVisible()).toBe(true)
    await page.evaluate(axeSource)
    const result = await page.evaluate<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>('axe.run(document)')
    expect(result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('; ')}`)).toEqual([])
  })

  test('a click on a figure says what it is and where else it is printed, and leads there', async () => {
    const page = await open()
    await page.locator(basic).click()
    const panel = page.locator('#page-panel')
    expect(await panel.locator('h2').innerText()).toBe('合计，基本支出')
    // 457.57 万元 is 4,575,700.00 元; 4,575,651.61 元 stand behind it: 48.39 元 more are printed.
    expect(await panel.innerText()).toMatch(/457\.57\s+折合\s+4,575,700\.00 元\s+准确金额\s+4,575,651\.61 元\s+尾差\s+文中数字比准确金额多 48\.39 元/u)
    expect(await panel.locator('li').allInnerTexts()).toEqual(['一、部门预算收支数据变动情况及原因 457.57 基本支出'])
    await panel.locator('li a').click()
    expect(await panel.locator('h2').innerText()).toBe('基本支出')
    expect(await page.locator('[data-figure="narrative.basic"]').getAttribute('aria-pressed')).toBe('true')
    expect(await panel.locator('li').allInnerTexts()).toEqual(['2024年预算支出总表 457.57 合计，基本支出'])
  })

  test('a figure that is printed once says so, and a percentage has no amount', async () => {
    const page = await open()
    await page.locator('[data-figure="expenditureSummary.2210201.total"]').click()
    expect(await page.locator('#page-panel').innerText()).toContain('文中没有其他地方印出这个数字。')
    await page.locator('[data-figure="narrative.growth"]').click()
    expect(await page.locator('#page-panel').innerText()).toMatch(/9\.21%\s+性质\s+由其他数字计算得出/u)
    expect(await page.locator('#page-panel').innerText()).not.toContain('准确金额')
  })

  test('the keyboard opens and closes the panel, and walks rows and columns', async () => {
    const page = await open()
    await page.locator(basic).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('page-panel-title')
    await page.keyboard.press('Escape')
    expect(await page.locator('#page-panel').isVisible()).toBe(false)
    expect(await focusedFigure(page)).toBe('expenditureSummary..basic')
    await page.keyboard.press('ArrowDown')
    expect(await focusedFigure(page)).toBe('expenditureSummary.207.basic')
    await page.keyboard.press('ArrowRight')
    expect(await focusedFigure(page)).toBe('expenditureSummary.207.project')
    // 行政运行 has no projects: the next amount below stands two rows down, and blank cells are passed over.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focusedFigure(page)).toBe('expenditureSummary.2070108.project')
    await page.keyboard.press('ArrowUp')
    expect(await focusedFigure(page)).toBe('expenditureSummary.20701.project')
    await page.keyboard.press('Space')
    expect(await page.locator('#page-panel').isVisible()).toBe(true)
  })

  test('a table is one stop of the Tab key', async () => {
    const page = await open()
    expect(await page.locator('#projects data[tabindex="0"]').count()).toBe(1)
    await page.locator('#projects data[role]').nth(7).click()
    expect(await page.locator('#projects data[tabindex="0"]').count()).toBe(1)
  })

  test('a table is saved as CSV with its title, unit and notes', async () => {
    const page = await open()
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#stateCapital .tools button').nth(1).click()])
    expect(download.suggestedFilename()).toBe('2024年国有资本经营预算收支预算表（不含上年结转）.csv')
    expect(readFileSync(await download.path(), 'utf8')).toBe(
      '\uFEFF' + [
        '2024年国有资本经营预算收支预算表（不含上年结转）', '部门名称：清河县文化和旅游局', '单位：万元',
        '国有资本经营预算收入,,,国有资本经营预算支出,,,,', '项目,,国有资本经营收入预算,科目编码,科目名称,合计,基本支出,项目支出', '收入科目编码,科目名称,,,,,,',
        '合计,,,合计,,,,', '注：本表无数据',
      ].join('\r\n') + '\r\n',
    )
  })

  test('a form is saved with its line breaks in quotes', async () => {
    const page = await open()
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#form-1 .tools button').nth(1).click()])
    const csv = readFileSync(await download.path(), 'utf8')
    expect(csv).toContain('项目概况,,"文化馆公共空间全年免费开放，开办公益培训班。\n送戏下乡，每季度不少于一场。",,,,,\r\n')
    expect(csv).toContain('项目资金(元),实施期资金总额:,,"170,536.02",年度资金总额:,,"56,845.34",\r\n')
  })

  test('on a narrow screen nothing is wider than the page, and the panel leaves its figure in sight', async () => {
    const page = await open(narrow)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(narrow.width)
    const figure = page.locator('[data-figure="expenditureSummary.2210201.total"]')
    await figure.evaluate("(element) => { element.scrollIntoView({ block: 'end' }) }")
    await figure.click()
    const [box, panel] = [await figure.boundingBox(), await page.locator('#page-panel').boundingBox()]
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0)
  })

  test('reads without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: wide })
    const page = await context.newPage()
    await page.goto(address)
    expect(await page.locator(basic).innerText()).toBe('457.57')
    expect(await page.locator('.hint').isVisible()).toBe(false)
    expect(await page.locator('#page-panel').isVisible()).toBe(false)
    expect(await page.locator('.tools').count()).toBe(0)
    await context.close()
  })

  test('prints on paper with its tables on pages of their own, and no controls', async () => {
    const page = await open()
    await page.locator(basic).click()
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['nav', '.hint', '#page-panel']) expect(await page.locator(hidden).isVisible()).toBe(false)
    expect(await page.locator('.tools').first().isVisible()).toBe(false)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) => (Number(width) > Number(height) ? 'across' : 'upright'))
    // Cover, first part, first table; three wide tables, of which the last needs more than one page; two parts of text, form.
    expect([boxes.slice(0, 3), boxes.slice(-3)]).toEqual([['upright', 'upright', 'upright'], ['upright', 'upright', 'upright']])
    expect(boxes.slice(3, -3).length).toBeGreaterThanOrEqual(4)
    expect(new Set(boxes.slice(3, -3))).toEqual(new Set(['across']))
  })
})
