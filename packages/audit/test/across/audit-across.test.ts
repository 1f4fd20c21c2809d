import { readDocument } from '@mingzhang/document'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '@mingzhang/vocabulary'
import { auditDocument } from '../../src/index.ts'

const text = readFileSync(fileURLToPath(new URL('../../../../corpus/qinghe-culture-2024/document.txt', import.meta.url)), 'utf8')
/** The same document a year earlier: every year printed is one less. */
const before = text.replaceAll('2023', '2022').replaceAll('2024', '2023')

async function treeOf(content: string, name: string) {
  const tree = await readDocument(new TextEncoder().encode(content), name)
  if (!tree.ok) throw new Error(tree.problem.detail)
  return tree.value
}

async function auditWith(earlier: string) {
  const vocabulary = loadVocabulary(fileURLToPath(new URL('../../../vocabulary/data', import.meta.url)))
  if (!vocabulary.ok) throw new Error('the vocabulary loads')
  return auditDocument(await treeOf(text, 'now.txt'), vocabulary.value, { version: '0', previous: await treeOf(earlier, 'before.txt') })
}

describe('auditDocument with an earlier document', () => {
  it('holds the base of 机关运行经费 (41.18 after a decrease of 1.13) against the earlier print', async () => {
    const report = await auditWith(before)
    if (!report.ok) throw new Error(report.problem.detail)
    const bases = report.value.findings.filter(({ rule }) => rule === 'Y02')
    expect(bases).toContainEqual(expect.objectContaining({ found: 42_310_000, expected: 41_180_000, severity: 'notice' }))
    expect(bases.every(({ places }) => places.some(({ document }) => document === 'now.txt') && places.some(({ document }) => document === 'before.txt'))).toBe(true)
  })

  it('finds nothing about 机关运行经费 where the earlier document prints the 42.31 that follows', async () => {
    const report = await auditWith(before.replaceAll('41.18', '42.31'))
    if (!report.ok) throw new Error(report.problem.detail)
    expect(report.value.findings.filter(({ rule, found }) => rule === 'Y02' && found === 42_310_000)).toEqual([])
  })

  it('refuses another body’s document and one that is not earlier', async () => {
    expect(await auditWith(before.replaceAll('清河县文化和旅游局', '清河县水务局'))).toMatchObject({ ok: false, problem: { code: 'audit.previous.otherBody' } })
    expect(await auditWith(text)).toMatchObject({ ok: false, problem: { code: 'audit.previous.notEarlier' } })
  })
})
