import { describe, expect, it } from 'vitest'
import { type BatchRow, compareBatches, readBatchJson, renderBatchCsv, renderBatchHtml, renderBatchJson, shareOf, summariseBatch } from '../../src/index.ts'
import { smallReport } from './small-report.ts'

const { document, summary } = smallReport()
const audited: BatchRow = { path: '公开/a.pdf', outcome: 'audited', document, summary, seconds: 2.5, megabytes: 90, reports: [{ format: 'html', path: 'a.html' }, { format: 'annotated', path: 'a.annotated.pdf' }] }
const damaged: BatchRow = { path: '公开/b.pdf', outcome: 'problem', reason: { code: 'document.file.damaged', detail: '文件不完整或已损坏。', remedy: '请重新下载。' }, seconds: 0.4, reports: [] }
const picture: BatchRow = { path: '公开/c.png', outcome: 'skipped', reason: { code: 'cli.document.skipped', detail: '不是公开文件的格式（.png）。', remedy: '' }, reports: [] }

describe('summariseBatch', () => {
  it('adds up what was read and found, and counts each outcome', () => {
    const { totals } = summariseBatch([audited, { ...audited, path: 'd.pdf', megabytes: 120 }, damaged, picture])
    expect(totals).toEqual({
      files: { audited: 2, problem: 1, skipped: 1, interrupted: 0 },
      tables: { recognised: 18, expected: 20 },
      cells: { bound: 2398, numeric: 2400 },
      prose: { bound: 80, figures: 80 },
      identities: { exact: 1900, withinRounding: 24, conflict: 2, undetermined: 8 },
      findings: { error: 2, warning: 2, notice: 0 },
      seconds: 5.4,
      megabytes: 120,
    })
  })
})

describe('renderBatchCsv', () => {
  it('has one line per file with the same number of cells, empty where nothing was read', () => {
    const lines = renderBatchCsv(summariseBatch([audited, damaged])).slice(1).trimEnd().split('\r\n').map((line) => line.split(','))
    expect(new Set(lines.map((cells) => cells.length)).size).toBe(1)
    expect(lines[1]?.slice(0, 8)).toEqual(['公开/a.pdf', 'audited', '清河县文化馆', '2024', '9', '10', '1199', '1200'])
    expect(lines[2]?.slice(4, 8)).toEqual(['', '', '', ''])
    expect(lines[2]).toContain('文件不完整或已损坏。')
  })

  it('lets no file name become a formula or break a line', () => {
    expect(renderBatchCsv(summariseBatch([{ ...damaged, path: '=1+1.pdf' }]))).toContain("\r\n'=1+1.pdf,problem")
    expect(renderBatchCsv(summariseBatch([{ ...damaged, path: 'a,"b".pdf' }]))).toContain('"a,""b"".pdf"')
  })
})

describe('renderBatchHtml', () => {
  it('shows coverage before verdicts, links the reports, and names what was not audited', () => {
    const page = renderBatchHtml(summariseBatch([audited, damaged, picture]), { language: 'zh' })
    expect(page.indexOf('表内数字：已对应/全部</th>')).toBeGreaterThan(0)
    expect(page.indexOf('表内数字：已对应/全部</th>')).toBeLessThan(page.indexOf('不一致</th>'))
    expect(page).toContain('<a href="a.html">报告</a>')
    expect(page).toContain('<a href="a.annotated.pdf">批注 PDF</a>')
    expect(page).toContain('文件不完整或已损坏。请重新下载。')
    expect(page).toContain('不是公开文件的格式（.png）。')
  })

  it('escapes what comes from outside', () => {
    expect(renderBatchHtml(summariseBatch([{ ...audited, path: '<script>.pdf' }]), { language: 'en' })).not.toContain('<script>')
  })
})

describe('readBatchJson', () => {
  it('gives back what was measured', () => {
    const read = readBatchJson(renderBatchJson(summariseBatch([audited, damaged]), '0.2.0'), 'run.json')
    expect(read.ok && read.value.map(({ path, outcome, seconds }) => [path, outcome, seconds])).toEqual([['公开/a.pdf', 'audited', 2.5], ['公开/b.pdf', 'problem', 0.4]])
    expect(read.ok && read.value[0]?.summary).toEqual(summary)
  })

  it('refuses anything else', () => {
    expect(readBatchJson('{"schema":"other"}', 'run.json')).toMatchObject({ ok: false, problem: { code: 'audit.batch.stored' } })
    expect(readBatchJson('not json', 'run.json')).toMatchObject({ ok: false })
  })
})

describe('compareBatches', () => {
  const changed = (part: Partial<typeof summary>, row: Partial<BatchRow> = {}): BatchRow => ({ ...audited, summary: { ...summary, ...part }, ...row })
  const told = (before: BatchRow, after: BatchRow) => compareBatches([before], [after]).map(({ kind, what, before: old, after: now }) => [kind, what.zh, old, now])

  it('finds no change in the same run', () => {
    expect(told(audited, audited)).toEqual([])
  })

  it('calls more that is bound better, and more that conflicts worse', () => {
    expect(told(audited, changed({ cells: { numeric: 1200, bound: 1200 } }))).toEqual([['better', '表内数字已对应', 1199, 1200]])
    expect(told(audited, changed({ identities: { ...summary.identities, conflict: 3, undetermined: 0 } }))).toEqual([['worse', '不一致', 1, 3], ['better', '无法判定', 4, 0]])
  })

  it('calls neither better nor worse what only changes the measure', () => {
    expect(told(audited, changed({ tables: { recognised: 9, expected: 9 } }))).toEqual([['other', '应有表', 10, 9]])
  })

  it('tells a document that can no longer be read, one that is new and one that is gone', () => {
    expect(told(audited, { ...damaged, path: audited.path })).toEqual([['worse', '结果', 'audited', 'problem']])
    expect(compareBatches([audited], [damaged]).map(({ path, kind, what }) => [path, kind, what.zh])).toEqual([['公开/b.pdf', 'other', '新的文件'], ['公开/a.pdf', 'other', '不再有的文件']])
  })

  it('takes small differences of time for those of the machine', () => {
    expect(told(audited, { ...audited, seconds: 3.4 })).toEqual([])
    expect(told(audited, { ...audited, seconds: 4 })).toEqual([['worse', '用时（秒）', 2.5, 4]])
    expect(told({ ...audited, seconds: 0.2 }, { ...audited, seconds: 0.9 })).toEqual([])
  })
})

describe('shareOf', () => {
  it('says 100% only of all, and nothing of nothing', () => {
    expect([shareOf(999, 1000), shareOf(1000, 1000), shareOf(0, 0)]).toEqual(['99%', '100%', '—'])
  })
})
