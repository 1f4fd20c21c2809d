import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { TableBlock } from '@mingzhang/document'
import { compileLedger, type Ledger, readLedger } from '../src/index.ts'
import { ownVocabulary } from './own-vocabulary.ts'
import { printedTable } from './printed-table.ts'

const folder = new URL('../../../corpus/qinghe-culture-2024/', import.meta.url)
const vocabulary = ownVocabulary()
const lines = readFileSync(new URL('document.txt', folder), 'utf8').split('\n')

/** The rows of a table of the document: what stands between its line of units and the next empty line. */
function documentTable(title: string): readonly (readonly string[])[] {
  const titleAt = lines.lastIndexOf(title)
  const first = lines.indexOf('单位：万元', titleAt) + 1
  const end = lines.indexOf('', first)
  return lines.slice(first, end).map((line) => line.split('\t'))
}

async function ownLedger(): Promise<Ledger> {
  const reading = await readLedger({ name: 'ledger.json', bytes: readFileSync(new URL('ledger.json', folder)) }, vocabulary)
  if (!reading.ok) throw new Error(reading.problems.map(({ place, detail }) => `${place.row ?? ''} ${detail}`).join('\n'))
  return reading.ledger
}

async function ownTables(): Promise<readonly TableBlock[]> {
  const compiled = await compileLedger(await ownLedger(), vocabulary, { profile: 'shanxi/2024', rounding: 'half-up', rendition: 'public', created: new Date(0) })
  if (!compiled.ok) throw new Error(compiled.problems.map(({ detail }) => detail).join('\n'))
  return compiled.value.publication.blocks.filter((block): block is TableBlock => block.kind === 'table')
}

const statements = (await ownTables()).filter(({ style }) => style === 'statement')

describe('the ledger of the example department', () => {
  it('has the thirteen tables of the document, in its order', () => {
    const titles = statements.map(({ title }) => title)
    const contents = lines.slice(0, lines.indexOf('第一部分 概况')).filter((line) => /^2024年.*表.*\.{5}/u.test(line)).map((line) => line.replace(/\.{5}.*$/u, ''))
    expect(contents).toHaveLength(13)
    expect(titles).toEqual(contents)
  })

  it.each(statements.map((table) => [table.title, table] as const))('prints every cell of %s', (title, table) => {
    const expected = documentTable(title)
    expect(expected.length).toBeGreaterThan(2)
    expect(printedTable(table)).toEqual(expected)
  })

  it('notes that nothing stands in the table of 国有资本经营预算 alone', () => {
    expect(statements.filter(({ notes }) => notes.length > 0).map(({ id, notes }) => [id, notes])).toEqual([['stateCapitalSummary', ['注：本表无数据']]])
  })
})
