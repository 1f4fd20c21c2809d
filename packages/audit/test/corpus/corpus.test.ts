import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allRules, type AuditReport, identityRules } from '../../src/index.ts'
import { applyReplacements, auditText, corpusFolder, linesOf, newFindings, ownVocabulary, readBase, readDecoys, readFaults } from './corpus-files.ts'

const vocabulary = ownVocabulary()
const bases = ['qinghe-culture-2024']
const faults = readFaults()
const decoys = readDecoys()
const texts = new Map(bases.map((name) => [name, readBase(name)]))
const reports = new Map(await Promise.all(bases.map(async (name) => [name, await auditText(textOf(name), vocabulary)] as const)))

function textOf(name: string): string {
  const text = texts.get(name)
  if (text === undefined) throw new Error(`no base document “${name}”`)
  return text
}

function reportOn(name: string): AuditReport {
  const report = reports.get(name)
  if (report === undefined) throw new Error(`no base document “${name}”`)
  return report
}

/** What is kept of a report: enough to notice any change of judgement, nothing that merely words it. */
function digest({ summary, findings, diagnosis, unbound }: AuditReport): unknown {
  return {
    summary,
    findings: findings.map((finding) => ({ rule: finding.rule, severity: finding.severity, verdict: finding.verdict, lines: linesOf([finding]) })),
    possible: diagnosis.possible,
    unbound: unbound.map(({ text, place }) => ({ text, line: place.line })),
  }
}

describe.each(bases)('auditDocument › %s', (name) => {
  it('reads every table, cell and form, and finds no error and no warning', () => {
    const { summary, diagnosis } = reportOn(name)
    expect(summary.tables).toEqual({ recognised: 13, expected: 13 })
    expect(summary.cells.bound).toBe(summary.cells.numeric)
    expect(summary.prose.bound * 100).toBeGreaterThanOrEqual(summary.prose.figures * 95)
    expect(summary.forms).toEqual({ found: 8, joined: 8 })
    expect(summary.identities).toMatchObject({ conflict: 0, undetermined: 0 })
    expect(summary.identities.withinRounding).toBeGreaterThanOrEqual(3)
    expect(summary.findings).toMatchObject({ error: 0, warning: 0 })
    expect(diagnosis.possible).toBe(true)
  })

  it('reports what its stored expectation says', () => {
    const path = join(corpusFolder, name, 'expected.json')
    const found = digest(reportOn(name))
    if (!existsSync(path)) {
      if (process.env['CI'] !== undefined) throw new Error(`${path} is missing; run the tests locally, check the file by hand and commit it`)
      writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`)
    }
    expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')))
  })
})

describe('seeded faults', () => {
  it('there is one for every rule and every identity rule', () => {
    const wanted = [...allRules.map(({ meta }) => meta.id), ...Object.keys(identityRules).filter((id) => id !== 'I00')]
    expect(wanted.filter((id) => !faults.some(({ value }) => value.rule === id))).toEqual([])
  })

  it('each is expected from its own rule', () => {
    expect(faults.filter(({ value }) => value.rule !== value.expect.rule).map(({ name }) => name)).toEqual([])
  })

  it.each(faults)('$name › is found at its place, and nothing else is', async ({ value }) => {
    const changed = await auditText(applyReplacements(textOf(value.base), value.replace), vocabulary)
    const fresh = newFindings(reportOn(value.base), changed)
    const own = fresh.filter(({ rule }) => rule === value.expect.rule)
    expect(own.map(({ severity, verdict }) => ({ severity, verdict }))).toEqual(
      Array.from({ length: value.expect.count }, () => ({ severity: value.expect.severity, verdict: value.expect.verdict })),
    )
    expect(linesOf(own)).toEqual(value.expect.lines)
    const others = fresh.filter(({ rule, severity }) => rule !== value.expect.rule && severity !== 'notice')
    expect([...new Set(others.map(({ rule }) => rule))].sort()).toEqual([...value.also].sort())
  })
})

describe('decoys', () => {
  it.each(decoys)('$name › brings no error and no warning', async ({ value }) => {
    const base = reportOn(value.base)
    const changed = await auditText(applyReplacements(textOf(value.base), value.replace), vocabulary)
    const fresh = newFindings(base, changed).filter(({ severity }) => severity !== 'notice')
    expect(fresh.map(({ rule, statement }) => `${rule} ${statement.zh}`)).toEqual([])
    // Silence is worth something only while the same things are still read.
    expect(changed.summary.tables).toEqual(base.summary.tables)
    expect(changed.summary.forms).toEqual(base.summary.forms)
    expect(changed.summary.identities).toMatchObject({ conflict: 0, undetermined: 0 })
    expect(changed.unbound.length - base.unbound.length).toBe(value.unbound)
  })
})
