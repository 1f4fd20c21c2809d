import type { DocumentTree } from '@mingzhang/document'
import { describe, expect, it } from 'vitest'
import { personalDataInPublic } from '../../src/rules/d24-personal-data.ts'
import { exampleContext, exampleForm, field, somewhere } from '../builders.ts'

const row = (line: number, ...cells: readonly string[]) => ({
  place: { ...somewhere, line },
  cells: cells.map((text) => ({ text, place: { ...somewhere, line } })),
})
const tree = (...rows: readonly ReturnType<typeof row>[]): DocumentTree => ({
  name: 'example.txt',
  format: 'text',
  blocks: [{ kind: 'grid', place: somewhere, rows }],
})
const paragraph = (text: string): DocumentTree => ({
  name: 'example.txt',
  format: 'text',
  blocks: [{ kind: 'paragraph', text, place: somewhere }],
})
const check = (...document: Parameters<typeof exampleContext>) => personalDataInPublic.check(exampleContext(...document))

const signed = (index: number, line: number, phone: string) =>
  exampleForm({ index, handler: field('张某某', { line }), phone: field(phone, { line }) })

describe('personalDataInPublic', () => {
  it('a document without personal data holds', () => {
    expect(check({ tree: paragraph('咨询电话：0358-6322088'), forms: [exampleForm()] })).toMatchObject({ outcome: 'pass', checked: 2 })
  })

  it('everything is one finding with the count, the forms and all places, and nothing in full', () => {
    const forms = [signed(1, 11, '13800138000'), signed(2, 22, '113800138000')]
    const rows = [row(11, '经办人:', '张某某', '联系电话:', '13800138000'), row(22, '经办人:', '张某某', '联系电话:', '113800138000')]
    const { findings } = check({ tree: tree(...rows), forms })
    expect(findings).toHaveLength(1)
    expect(findings[0]?.places).toHaveLength(4)
    expect(findings[0]?.statement.zh).toContain('手机号码2处（138****8000、113*****8000，其中1处位数或号段不符）')
    expect(findings[0]?.statement.zh).toContain('姓名2处（张**）')
    expect(findings[0]?.statement.zh).toContain('涉及2张绩效表')
    expect(JSON.stringify(findings)).not.toMatch(/13800138000|张某某/u)
  })

  it("the form's field and the row of the tree that holds it count once", () => {
    expect(
      check({ tree: tree(row(11, '联系电话:', '13800138000')), forms: [exampleForm({ phone: field('13800138000', { line: 11 }) })] })
        .findings[0]?.places,
    ).toHaveLength(1)
  })

  it('an identity number is graver than a mobile number, a name alone lighter', () => {
    expect(check({ tree: paragraph('证件号 11010519491231002X') }).findings).toMatchObject([{ severity: 'error' }])
    expect(check({ tree: paragraph('手机13800138000') }).findings).toMatchObject([{ severity: 'warning' }])
    expect(check({ forms: [exampleForm({ handler: field('张某某') })] }).findings).toMatchObject([{ severity: 'notice' }])
  })

  it('an office line, a section, and an empty signature are not personal', () => {
    const form = exampleForm({ handler: field('办公室'), phone: field('0358-6322088'), responsible: field('') })
    expect(check({ tree: tree(row(1, '填报日期:', '20230301114156'), row(2, '合计', '13,800,138,000.00')), forms: [form] }).outcome).toBe(
      'pass',
    )
  })

  it('an empty document has nothing to judge', () => {
    expect(check({}).outcome).toBe('not-applicable')
  })
})
