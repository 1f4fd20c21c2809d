import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../src/index.ts'
import { dataFolder, problemsOf } from './example-data.ts'

const file = 'layouts/qinghe.yaml'

/** A small sound layout; a test replaces the lines that it is about. */
function layout(changes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const lines: Readonly<Record<string, string>> = {
    id: 'qinghe',
    name: '清河县',
    years: '{ from: 2022, to: 2024 }',
    title: "'{year}年度{level}预算公开'",
    tableCaption: "'{level}名称：{body}'",
    emptyNote: '注：本表无数据',
    formTitle: '项目支出绩效目标申报表',
    formSubtitle: "'({year}年度)'",
    reasonThresholds: '{ threePublic: 0, others: 10 }',
    parts: '[{ heading: 第二部分 报表, content: tables }]',
    tables: "[{ kind: expenditureSummary, title: '{year}年预算支出总表', columns: [{ label: 合计 }, { label: '{year}年', columns: [{ label: 基本支出 }] }], bands: [{ only: [{ label: 合计 }, { each: function }] }] }]",
    ...changes,
  }
  return { [file]: Object.entries(lines).map(([key, value]) => `${key}: ${value}\n`).join('') }
}

const codesOf = (changes: Readonly<Record<string, string>>): readonly string[] => problemsOf(layout(changes)).map(({ code }) => code)
const table = (columns: string, bands: string, kind = 'expenditureSummary'): Readonly<Record<string, string>> => ({ tables: `[{ kind: ${kind}, title: 表, columns: [${columns}], bands: [${bands}] }]` })

describe('loadVocabulary › layouts', () => {
  it('reads a layout with what its columns and rows leave out', () => {
    const loaded = loadVocabulary(dataFolder(layout()))
    if (!loaded.ok) throw new Error('the layout did not load')
    const [own] = loaded.value.layouts ?? []
    expect(own?.tables).toEqual([{
      kind: 'expenditureSummary', title: '{year}年预算支出总表', orientation: 'portrait', numbered: false,
      columns: [
        { label: '合计', width: 14, region: undefined, columns: [] },
        { label: '{year}年', width: 14, region: undefined, columns: [{ label: '基本支出', width: 14, region: undefined, columns: [] }] },
      ],
      bands: [{ only: [{ label: '合计', region: undefined, total: false, rows: [] }, { each: 'function', rows: [] }] }],
    }])
  })

  it('refuses a kind of table that stands twice', () => {
    const twice = table('{ label: 合计 }', '{ only: [{ label: 合计 }] }').tables?.replace(/^\[(.*)\]$/u, '[$1, $1]') ?? ''
    expect(codesOf({ tables: twice })).toEqual(['vocabulary.layouts.duplicate-table-kind'])
  })

  it('needs none', () => {
    const loaded = loadVocabulary(dataFolder())
    expect(loaded.ok && loaded.value.layouts).toEqual([])
  })

  it.each([
    ['an unknown table kind', table('{ label: 合计 }', '{ only: [{ label: 合计 }] }', 'projects'), 'unknown-table-kind'],
    ['a column that no word explains', table('{ label: 赤字 }', '{ only: [{ label: 合计 }] }'), 'unknown-label'],
    ['a row that no word explains', table('{ label: 合计 }', '{ only: [{ label: 赤字 }] }'), 'unknown-label'],
    ['sides in a table of one', table('{ label: 合计 }', '{ revenue: [{ label: 合计 }] }'), 'wrong-sides'],
    ['both kinds of sides in one band', table('{ label: 合计 }', '{ only: [{ label: 合计 }], revenue: [{ label: 合计 }] }'), 'band-sides'],
    ['a row that is fixed and one of a set', table('{ label: 合计 }', '{ only: [{ label: 合计, each: unit }] }'), 'label-or-each'],
    ['a set of rows that is none', table('{ label: 合计 }', '{ only: [{ each: 科目 }] }'), 'unknown-value'],
    ['a section that cannot be written', { parts: '[{ heading: 第一部分, content: sections, sections: [{ id: weather, heading: 天气 }] }]' }, 'unknown-value'],
    ['a key that is none', { cover: '封面' }, 'unknown-key'],
  ])('refuses %s', (_, changes, cause) => {
    expect(codesOf(changes)).toEqual([`vocabulary.layouts.${cause}`])
  })

  it('takes a label without a meaning where the region is written out', () => {
    const changes = table('{ label: 赤字, region: { kind: project } }', '{ only: [{ label: 全部, region: {} }] }')
    expect(loadVocabulary(dataFolder(layout(changes))).ok).toBe(true)
  })

  it('names the line and the remedy', () => {
    const [problem] = problemsOf(layout(table('{ label: 赤字 }', '{ only: [{ label: 合计 }] }')))
    expect(problem?.place).toEqual({ document: file, line: 11 })
    expect(problem?.remedy).toContain('words.yaml')
  })

  it('refuses two layouts of one name', () => {
    const [text = ''] = Object.values(layout())
    expect(problemsOf({ ...layout(), 'layouts/zz.yaml': text }).map(({ code, place }) => [code, place.document])).toEqual([['vocabulary.layouts.duplicate-id', 'layouts/zz.yaml']])
  })

  it('has a layout for the tables that a profile requires', () => {
    const loaded = loadVocabulary(fileURLToPath(new URL('../data', import.meta.url)))
    if (!loaded.ok) throw new Error('the data did not load')
    for (const { id, tables } of loaded.value.layouts ?? []) {
      const profile = loaded.value.profiles.find((candidate) => candidate.id === id)
      expect(tables.map(({ kind }) => kind).sort(), id).toEqual([...(profile?.requiredTables ?? [])].sort())
    }
    expect(loaded.value.layouts).toHaveLength(2)
  })

  it('knows revenue subjects', () => {
    const loaded = loadVocabulary(fileURLToPath(new URL('../data', import.meta.url)))
    expect(loaded.ok && loaded.value.classification.lookup('revenueSubject', '1030148', 2024).map(({ name }) => name)).toEqual(['国有土地使用权出让收入'])
  })
})
