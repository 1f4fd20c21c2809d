import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { smallReport } from '../../../packages/audit/test/report/small-report.ts'
import { pdfOf, text } from '../../../packages/document/test/read/pdf-builder.ts'
import { cleanReport, disclosure, engineOf, folderWith, runWith } from './cli-builders.ts'

const oneBad = engineOf((name) => (name.startsWith('bad') ? smallReport() : cleanReport()))

function folder(): (name: string) => string {
  const path = folderWith()
  mkdirSync(path('公开/下属'), { recursive: true })
  writeFileSync(path('公开/bad.txt'), disclosure)
  writeFileSync(path('公开/empty.txt'), '')
  writeFileSync(path('公开/photo.png'), 'png')
  writeFileSync(path('公开/下属/bad.csv'), disclosure)
  return path
}

describe('mingzhang audit › a folder', () => {
  it('writes the reports of each document and the summary, and ends with the worst of them', async () => {
    const path = folder()
    const ran = await runWith(['audit', path('公开'), '--out', path('结果')], { engine: oneBad })
    expect(ran.code).toBe(3)
    expect(readdirSync(path('结果')).sort()).toEqual(['bad-2.html', 'bad-2.json', 'bad.html', 'bad.json', 'summary.csv', 'summary.html', 'summary.json'])
    expect(ran.stdout).toContain('审核 2 份，没有审核成 1 份，跳过 1 份。')
    expect(ran.stderr).toContain('文件是空的')
    const { files, totals } = JSON.parse(readFileSync(path('结果/summary.json'), 'utf8')) as { readonly files: readonly { readonly path: string; readonly outcome: string; readonly reports: unknown }[]; readonly totals: { readonly cells: unknown } }
    expect(files.map(({ path: name, outcome }) => [name.slice(path('公开/').length), outcome])).toEqual([
      ['photo.png', 'skipped'], ['bad.txt', 'audited'], ['empty.txt', 'problem'], ['下属/bad.csv', 'audited'],
    ])
    expect(files[1]?.reports).toEqual([{ format: 'html', path: 'bad.html' }, { format: 'json', path: 'bad.json' }])
    expect(totals.cells).toEqual({ bound: 2398, numeric: 2400 })
  })

  it('prints what was read of each document without writing anything when no folder is given', async () => {
    const path = folder()
    const ran = await runWith(['audit', path('公开')], { engine: oneBad })
    expect(ran.stdout).toContain('表 9/10 表内 1199/1200 文字 40/40 · 一致 950 尾差 12 不一致 1 无法判定 4')
    expect(ran.stdout).toMatch(/photo\.png +跳过 不是公开文件的格式/u)
    expect(readdirSync(path('.'))).toEqual(['公开'])
  })

  it('leaves a text of a folder out that holds nothing to audit, and refuses it when it is named', async () => {
    const path = folderWith({ 'notes.txt': '会议记录\n', 'good.txt': disclosure })
    const nothing = { ...cleanReport().summary, tables: { recognised: 0, expected: 8 }, cells: { numeric: 0, bound: 0 }, prose: { figures: 0, bound: 0 }, forms: { found: 0, joined: 0 } }
    const engine = engineOf((name) => (name === 'notes.txt' ? { ...cleanReport(), summary: nothing } : cleanReport()))
    const ran = await runWith(['audit', path('.')], { engine })
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.stdout).toContain('审核 1 份，没有审核成 0 份，跳过 1 份。')
    expect((await runWith(['audit', path('notes.txt')], { engine })).code).toBe(3)
  })

  it('audits nothing more after Ctrl-C, keeps what is done and ends with 130', async () => {
    const path = folderWith({ 'a.txt': disclosure, 'b.txt': disclosure })
    let stop: () => void = () => undefined
    const engine = engineOf((name) => {
      if (name === 'a.txt') stop()
      return cleanReport()
    })
    const onInterrupt = (handler: () => void): (() => void) => {
      stop = handler
      return () => undefined
    }
    const ran = await runWith(['audit', path('.'), '--out', path('r')], { engine, onInterrupt })
    expect(ran.code).toBe(130)
    expect(ran.stderr).toContain('已按 Ctrl-C 停止')
    expect(readdirSync(path('r')).sort()).toEqual(['a.html', 'a.json', 'summary.csv', 'summary.html', 'summary.json'])
    expect(readFileSync(path('r/summary.csv'), 'utf8')).toContain('b.txt,interrupted')
  })
})

describe('mingzhang audit --annotated', () => {
  it('writes the PDF with its findings, and nothing for other formats', async () => {
    const original = pdfOf({ marks: [text('部门支出总表', 90, 100)] })
    const path = folderWith({ 'qinghe.pdf': original, 'qinghe.txt': disclosure })
    const report = smallReport()
    const engine = engineOf((name) => ({ ...report, document: { ...report.document, name }, findings: report.findings.map((finding) => ({ ...finding, places: [{ document: 'qinghe.pdf', page: 1, box: [90, 730, 150, 750] as const }] })) }))
    await runWith(['audit', path('qinghe.pdf'), path('qinghe.txt'), '--annotated', path('批注')], { engine })
    expect(readdirSync(path('批注'))).toEqual(['qinghe.annotated.pdf'])
    const annotated = readFileSync(path('批注/qinghe.annotated.pdf'))
    expect(annotated.subarray(0, original.length).equals(Buffer.from(original))).toBe(true)
    expect(annotated.toString('latin1')).toContain('/Subtype /Highlight')
  })

  it('says that a protected PDF was left alone, and audits it all the same', async () => {
    const path = folderWith({ 'qinghe.pdf': Buffer.from(Buffer.from(pdfOf({ marks: [text('部门支出总表', 90, 100)] })).toString('latin1').replace('%%EOF', '% /Encrypt 9 0 R\n%%EOF'), 'latin1') })
    const ran = await runWith(['audit', path('qinghe.pdf'), '--annotated', path('批注')])
    expect(ran.stderr).toContain('没有写批注版')
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('T39-0a1b')
  })
})

describe('mingzhang corpus', () => {
  it('prints what was measured, and what became worse since a stored run', async () => {
    const path = folderWith({ 'a.txt': disclosure })
    const before = await runWith(['corpus', path('a.txt'), '--json'], { engine: engineOf(cleanReport) })
    expect(before.code).toBe(0)
    writeFileSync(path('上次.json'), before.stdout)
    const fewer = cleanReport()
    const engine = engineOf(() => ({ ...fewer, summary: { ...fewer.summary, cells: { numeric: 1200, bound: 1100 }, identities: { ...fewer.summary.identities, exact: 951 } } }))
    const ran = await runWith(['corpus', path('a.txt'), '--compare', path('上次.json')], { engine })
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('1100/1200')
    expect(ran.stdout).toContain('表内数字已对应 1199 → 1100')
    expect(ran.stdout).toMatch(/变好 1\n.*一致 950 → 951/u)
    expect((await runWith(['corpus', path('a.txt'), '--compare', path('上次.json')], { engine: engineOf(cleanReport) })).stdout).toContain('没有变化')
  })

  it('refuses a stored run that is none', async () => {
    const path = folderWith({ 'a.txt': disclosure, 'b.json': '{}' })
    const ran = await runWith(['corpus', path('a.txt'), '--compare', path('b.json')])
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('corpus --json')
  })
})
