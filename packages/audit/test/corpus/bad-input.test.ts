import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditBytes, corpusFolder, linesOf, ownVocabulary, readBadInputs } from './corpus-files.ts'

const vocabulary = ownVocabulary()
const inputs = readBadInputs()
const refused = inputs.filter(({ value }) => value.problem !== undefined)
const audited = inputs.filter(({ value }) => value.problem === undefined)

const bytesOf = (file: string): Uint8Array => readFileSync(join(corpusFolder, 'bad', file))

describe('auditDocument › bad input', () => {
  it.each(refused)('$name › is refused with its name, a reason and a remedy', async ({ value }) => {
    const problem = await auditBytes(bytesOf(value.file), value.file, vocabulary)
    expect(problem).toMatchObject({ code: value.problem, place: { document: value.file } })
    if (!('remedy' in problem)) throw new Error('a report instead of a problem')
    expect(problem.detail).not.toBe('')
    expect(problem.remedy).not.toBe('')
  })

  it.each(audited)('$name › is reported at its place', async ({ value }) => {
    const report = await auditBytes(bytesOf(value.file), value.file, vocabulary)
    if ('remedy' in report) throw new Error(report.detail)
    expect(value.findings.length).toBeGreaterThan(0)
    for (const { rule, severity, lines, says } of value.findings) {
      const found = report.findings.filter((finding) => finding.rule === rule && finding.statement.zh.includes(says))
      expect(found.map((finding) => ({ severity: finding.severity, lines: linesOf([finding]) }))).toEqual([{ severity, lines }])
    }
  })

  it.each(audited.filter(({ value }) => value.unread.length > 0))('$name › nothing of it counts as read, as zero or as a pass', async ({ value }) => {
    const report = await auditBytes(bytesOf(value.file), value.file, vocabulary)
    if ('remedy' in report) throw new Error(report.detail)
    const figures = report.figures.filter(({ place }) => place.line !== undefined && value.unread.includes(place.line))
    expect(new Set(figures.map(({ place }) => place.line))).toEqual(new Set(value.unread))
    expect(figures.map(({ value: amount, state }) => ({ amount, state }))).toEqual(figures.map(() => ({ amount: null, state: 'unreadable' })))
    expect(report.summary.identities).toMatchObject({ exact: 0, withinRounding: 0 })
    expect(report.summary.identities.undetermined).toBeGreaterThan(0)
  })
})
