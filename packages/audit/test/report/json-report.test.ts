import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { fen } from '@mingzhang/money'
import { reportSchema } from '../../src/model/report.ts'
import { looksLikeJsonReport, readJsonReport, renderJsonReport } from '../../src/report/json-report.ts'
import { conflictFinding, smallReport } from './small-report.ts'

interface ObjectSchema {
  readonly required: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
}

const schema = JSON.parse(readFileSync(new URL('../../schema/audit-report.schema.json', import.meta.url), 'utf8')) as ObjectSchema & {
  readonly $id: string
  readonly $defs: Readonly<Record<string, ObjectSchema>>
}
const validate = new Ajv2020({ allErrors: true }).compile(schema)

const written = (): Record<string, unknown> => JSON.parse(renderJsonReport(smallReport())) as Record<string, unknown>

describe('audit-report.schema.json', () => {
  it('accepts a report as it is written', () => {
    validate(written())
    expect(validate.errors).toBeNull()
  })

  it('carries the version that reports name', () => {
    expect(schema.$id).toBe(reportSchema)
    expect(validate({ ...written(), schema: reportSchema.replace(/1$/u, '2') })).toBe(false)
  })

  it('requires exactly the keys that a report and a finding have', () => {
    const report = written()
    const [finding] = report['findings'] as readonly Record<string, unknown>[]
    expect([...schema.required]).toEqual(Object.keys(report))
    expect([...(schema.$defs['finding']?.required ?? [])]).toEqual(Object.keys(finding ?? {}))
  })

  it.each(['schema', 'document', 'summary', 'findings', 'figures', 'unbound'])('refuses a report without %s', (key) => {
    const report = Object.fromEntries(Object.entries(written()).filter(([name]) => name !== key))
    expect(validate(report)).toBe(false)
  })

  it.each([
    ['money with a fraction of a fen', { difference: 0.5 }],
    ['money as text', { difference: '0.34' }],
    ['a finding without a place', { places: [] }],
    ['an unknown severity', { severity: 'fatal' }],
    ['a key that is not declared', { note: '' }],
  ])('refuses %s', (_name, part) => {
    expect(validate({ ...written(), findings: [{ ...conflictFinding, ...part }] })).toBe(false)
  })
})

describe('renderJsonReport', () => {
  it('begins with schema, document, summary and findings, in that order', () => {
    expect(Object.keys(written()).slice(0, 4)).toEqual(['schema', 'document', 'summary', 'findings'])
  })

  it('writes amounts as integers of fen and a missing amount as null', () => {
    const text = renderJsonReport(smallReport())
    expect(text).toContain('"difference": -340000')
    expect(text).toContain('"value": 9007199254740991')
    expect(text).toContain('"value": null')
  })

  it('gives the same text for the same report, however its keys were ordered', () => {
    const report = smallReport()
    const reversed = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report
    expect(renderJsonReport(reversed)).toBe(renderJsonReport(report))
  })
})

describe('readJsonReport', () => {
  it('reads back the findings and identities that were written', () => {
    const report = smallReport()
    const result = readJsonReport(renderJsonReport(report), 'r.json')
    if (!result.ok) throw new Error(result.problem.detail)
    expect(result.value.findings).toEqual(report.findings)
    expect(result.value.identities).toEqual(report.identities)
    expect(result.value.findings[0]?.found).toBe(fen(12_000_000))
  })

  it('reports a file that is cut short', () => {
    const result = readJsonReport(renderJsonReport(smallReport()).slice(0, 500), 'r.json')
    expect(result).toMatchObject({ ok: false, problem: { code: 'audit.report.json', place: { document: 'r.json' } } })
  })

  it('reports a report of another version, and one whose finding is damaged, by name', () => {
    const text = renderJsonReport(smallReport())
    const other = readJsonReport(text.replace('audit-report/1', 'audit-report/9'), 'r.json')
    expect(other).toMatchObject({ ok: false, problem: { code: 'audit.report.schema' } })
    const damaged = readJsonReport(text.replace('"difference": -340000', '"difference": -0.34'), 'r.json')
    expect(damaged).toMatchObject({ ok: false, problem: { detail: '审核报告的“findings.0.difference”不符合约定。' } })
  })
})

describe('looksLikeJsonReport', () => {
  it('knows a report of any version from a document', () => {
    expect(looksLikeJsonReport(renderJsonReport(smallReport()))).toBe(true)
    expect(looksLikeJsonReport('{"schema":"https://mingzhang.example/schema/audit-report/9"}')).toBe(true)
    expect(looksLikeJsonReport('部门收支总表\n合计\t1.00\n')).toBe(false)
  })
})
