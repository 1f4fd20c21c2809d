import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smallReport } from '../../../packages/audit/test/report/small-report.ts'
import { cleanReport, disclosure, engineOf, folderWith, runWith } from './cli-builders.ts'

const warningOnly = () => {
  const report = smallReport()
  return { ...report, summary: { ...report.summary, findings: { error: 0, warning: 1, notice: 0 } } }
}

describe('mingzhang audit › exit code', () => {
  it('is 0 without findings and 1 with an error', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    expect((await runWith(['audit', path('qinghe.txt')], { engine: engineOf(cleanReport) })).code).toBe(0)
    expect((await runWith(['audit', path('qinghe.txt')])).code).toBe(1)
  })

  it('counts a warning only when asked to', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const engine = engineOf(warningOnly)
    expect((await runWith(['audit', path('qinghe.txt')], { engine })).code).toBe(0)
    expect((await runWith(['audit', path('qinghe.txt'), '--fail-on', 'warning'], { engine })).code).toBe(1)
  })

  it('is the worst of several files, and a bad file does not stop the others', async () => {
    const path = folderWith({ 'bad.txt': '', 'good.txt': disclosure })
    const ran = await runWith(['audit', path('bad.txt'), path('missing.txt'), path('good.txt')])
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('T39-0a1b')
    expect(ran.stderr).toContain('文件是空的')
    expect(ran.stderr).toContain('找不到文件')
    expect(ran.stdout).toContain('共 3 份文件：1 份有需要处理的发现，0 份没有，2 份没有审核完。')
  })

  it('is 3 when nothing in the file could be recognised: a silent pass would be worse', async () => {
    const report = cleanReport()
    const nothing = {
      ...report,
      summary: { ...report.summary, tables: { recognised: 0, expected: 13 }, cells: { numeric: 4, bound: 0 }, prose: { figures: 0, bound: 0 }, forms: { found: 0, joined: 0 } },
    }
    const path = folderWith({ 'letter.txt': '一封信\n' })
    const ran = await runWith(['audit', path('letter.txt')], { engine: engineOf(() => nothing) })
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('没有认出任何预算表格')
  })

  it('is 70, with one sentence, when the audit itself fails', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const ran = await runWith(['audit', path('qinghe.txt')], { engine: engineOf(() => { throw new RangeError('unreachable case') }) })
    expect(ran.code).toBe(70)
    expect(ran.stderr).toContain('程序的缺陷')
    expect(ran.stderr).not.toMatch(/^\s+at /mu)
  })
})

describe('mingzhang audit › reports', () => {
  it('writes each kind that is asked for and says where', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const ran = await runWith(['audit', path('qinghe.txt'), '--report', path('r.html'), '--report', path('r.json'), '--report', path('r.xlsx'), '--lang', 'zh'])
    expect(readFileSync(path('r.html'), 'utf8')).toContain('lang="zh"')
    expect(JSON.parse(readFileSync(path('r.json'), 'utf8'))).toMatchObject({ findings: [{ id: 'T39-0a1b' }, { id: 'D14-77aa' }] })
    expect(readFileSync(path('r.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(ran.stdout).toContain(`完整报告：${path('r.html')}`)
    expect(readdirSync(dirname(path('r.html'))).sort()).toEqual(['qinghe.txt', 'r.html', 'r.json', 'r.xlsx'])
  })

  it('replaces an older report', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure, 'r.html': 'old' })
    await runWith(['audit', path('qinghe.txt'), '--report', path('r.html')])
    expect(readFileSync(path('r.html'), 'utf8')).toContain('<!doctype html>')
  })

  it('gives each of several files its own report', async () => {
    const path = folderWith({ 'a.txt': disclosure, 'b.txt': disclosure })
    await runWith(['audit', path('a.txt'), path('b.txt'), '--report', path('r.json')])
    expect(readdirSync(dirname(path('a.txt'))).sort()).toEqual(['a.txt', 'b.txt', 'r-a.json', 'r-b.json'])
  })

  it('leaves the old report whole, and nothing else, when writing fails', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure, 'r.html': 'old' })
    const broken = { ...engineOf(() => smallReport()), renderHtmlReport: () => { throw new Error('out of paper') } }
    const ran = await runWith(['audit', path('qinghe.txt'), '--report', path('r.html')], { engine: broken })
    expect(ran.code).toBe(70)
    expect(readFileSync(path('r.html'), 'utf8')).toBe('old')
    expect(readdirSync(dirname(path('r.html'))).sort()).toEqual(['qinghe.txt', 'r.html'])
  })

  it.each([
    ['an ending that there is no report for', 'r.pdf', '.html、.json 或 .xlsx'],
    ['a folder that is not there', 'none/r.html', '不存在'],
    ['the audited file itself', 'qinghe.json', '要审核的文件本身'],
  ])('refuses %s before auditing', async (_name, report, sentence) => {
    const path = folderWith({ 'qinghe.json': disclosure })
    const ran = await runWith(['audit', path('qinghe.json'), '--report', path(report)])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(sentence)
    expect(ran.stdout).toBe('')
    expect(existsSync(path('r.pdf'))).toBe(false)
    expect(readFileSync(path('qinghe.json'), 'utf8')).toBe(disclosure)
  })

  it('says what is wrong when the report cannot be written after all', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const { nodeFiles } = await import('../src/node-files.ts')
    const files = { ...nodeFiles, write: () => Promise.resolve('报告写不到“r.html”：磁盘空间不足。') }
    const ran = await runWith(['audit', path('qinghe.txt'), '--report', path('r.html')], { files })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('磁盘空间不足')
  })
})

describe('mingzhang audit › terminal', () => {
  it('uses colour only where it is shown and not refused', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const colour = /\u001b\[/u
    expect((await runWith(['audit', path('qinghe.txt')], { color: true })).stdout).toMatch(colour)
    expect((await runWith(['audit', path('qinghe.txt'), '--no-color'], { color: true })).stdout).not.toMatch(colour)
    expect((await runWith(['audit', path('qinghe.txt')], { color: false })).stdout).not.toMatch(colour)
  })

  it('ends its progress before it prints the report', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const events: string[] = []
    await runWith(['audit', path('qinghe.txt')], {
      progress: { step: (text) => { events.push(text) }, done: () => { events.push('done') } },
      stdout: () => { events.push('print') },
    })
    expect(events[0]).toBe('读取 qinghe.txt')
    expect(events.indexOf('done')).toBeLessThan(events.indexOf('print'))
  })

  it('speaks English when asked', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    expect((await runWith(['audit', path('qinghe.txt'), '--lang', 'en'])).stdout).toContain('What was read')
  })
})
