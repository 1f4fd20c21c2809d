import { describe, expect, it } from 'vitest'
import { t39EmptyTables } from '../../src/rules/t39-empty-tables.ts'
import { somewhere } from '../builders.ts'
import type { AuditContext } from '../../src/index.ts'
import { contextOf, type ExampleRow, statementsOf, table, vocabularyWith } from './narrative-builders.ts'

const note = { noDataNote: { ...somewhere, line: 9 } }
const total = (amount: string): ExampleRow => ({ label: '合计', cells: [[{}, amount]] })
const row = (code: string, label: string, amount: string): ExampleRow => ({ label, code, cells: [[{ function: code }, amount]] })
const fund = (rows: readonly ExampleRow[], part = {}) => table('governmentFundExpenditure', '政府性基金预算支出表', rows, part)
const general = table('generalPublicExpenditure', '一般公共预算支出表', [row('20701', '文化和旅游', '50.00'), row('2070109', '群众文化', '50.00')])
const check = (...tables: readonly ReturnType<typeof table>[]) => t39EmptyTables.check(contextOf({ tables }))

describe('t39EmptyTables', () => {
  it('check › an empty table with its note, and a filled one without, pass', () => {
    expect(check(general, fund([total('')], note))).toMatchObject({ outcome: 'pass', checked: 2 })
  })

  it('check › an empty table without a note is a warning; one that prints zeros says so itself', () => {
    expect(statementsOf(check(fund([total('')])))).toEqual([expect.stringContaining('没有注明')])
    expect(check(fund([total('0.00')])).findings).toEqual([])
  })

  it('check › a sentence right below the table counts as its note', () => {
    const empty = fund([total('')])
    const below = { ...empty, place: { ...empty.place, block: 0 } }
    const blocks = [
      { kind: 'grid' as const, rows: [], place: somewhere },
      { kind: 'paragraph' as const, text: '说明：本部门没有政府性基金预算安排的支出。', place: somewhere },
    ]
    expect(t39EmptyTables.check(contextOf({ tables: [below], tree: { name: 'example.txt', format: 'text', blocks } })).outcome).toBe('pass')
  })

  it('check › a sentence of the text or a line of the list of tables that speaks of the empty table or its nought makes it a notice; one about another budget does not', () => {
    const empty = { ...fund([total('')]), place: { ...somewhere, block: 5 } }
    const said = (text: string) => t39EmptyTables.check(contextOf({ tables: [empty], tree: { name: 'example.txt', format: 'text', blocks: [{ kind: 'paragraph' as const, text, place: somewhere }] } })).findings[0]?.severity
    expect(said('2024年本部门无政府性基金预算支出，已公开空表。')).toBe('notice')
    expect(said('政府性基金拨款支出预算为0；一般公共预算拨款支出预算50万元。')).toBe('notice')
    expect(said('政府性基金预算支出为0.50万元。')).toBeUndefined()
    expect(said('本部门没有国有资本经营预算安排。政府性基金预算支出见附表。')).toBeUndefined()
  })

  it('check › a note on a table with amounts is a warning at both places', () => {
    const { findings } = check(fund([total('5.00')], note))
    expect(findings).toHaveLength(1)
    expect(findings[0]?.places).toHaveLength(2)
  })

  it('check › an empty table filled with the general public budget\'s rows is a warning', () => {
    expect(statementsOf(check(general,
      fund([total(''), row('20701', '文化和旅游', ''), row('2070109', '群众文化', '')], note)))).toEqual([expect.stringContaining('2个一般公共预算的科目')])
  })

  it('check › a total that is printed in the column of codes is no subject', () => {
    const total2 = { label: '合计', code: '合计', cells: [[{}, '']] } as ExampleRow
    const filled = table('generalPublicExpenditure', '一般公共预算支出表', [{ label: '合计', code: '合计', cells: [[{}, '50.00']] }])
    expect(check(filled, fund([total2], note)).findings).toEqual([])
  })

  it('check › rows of the table\'s own budget, and the general table itself, are no foreign rows', () => {
    expect(check(general, fund([total(''), row('21208', '国有土地使用权出让收入安排的支出', '')], note)).findings).toEqual([])
  })

  it('check › a subject of the fund that is also in the summary of all funds is no foreign row, nor is the class above it', () => {
    const { classification } = vocabularyWith([])
    const vocabulary = {
      ...vocabularyWith([]),
      classification: { ...classification, lookup: (scheme: 'function', code: string) => (code === '2290401'
        ? [{ scheme, code, name: '其他政府性基金安排的支出', node: '229/22904/2290401', years: { from: 2018, to: 9999 }, fund: 'fiscal/governmentFund', provenance: { source: 'example', documents: 1 } }] : []) },
    } as AuditContext['vocabulary']
    const summary = table('expenditureSummary', '支出总表', [row('229', '其他支出', '9.00'), row('22904', '其他基金', '0.00'), row('2290401', '其他基金安排', '0.00'), row('2070109', '群众文化', '9.00')])
    const tiny = fund([total('0.00'), row('229', '其他支出', '0.00'), row('22904', '其他基金', '0.00'), row('2290401', '其他基金安排', '0.00')])
    expect(t39EmptyTables.check(contextOf({ tables: [summary, tiny] }, { vocabulary })).findings).toEqual([])
    const foreign = fund([total('0.00'), row('2290401', '其他基金安排', '0.00'), row('2070109', '群众文化', '0.00')])
    expect(statementsOf(t39EmptyTables.check(contextOf({ tables: [summary, foreign] }, { vocabulary })))).toEqual([expect.stringContaining('1个一般公共预算的科目（如2070109')])
  })

  it('check › a table that was not read whole is undetermined, not empty', () => {
    expect(check(fund([total('无法辨认')])).outcome).toBe('undetermined')
    expect(check(fund([])).outcome).toBe('undetermined')
  })

  it('check › a document without tables is not applicable', () => {
    expect(check().outcome).toBe('not-applicable')
  })
})
