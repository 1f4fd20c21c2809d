import { readDocument } from '@mingzhang/document'
import { deriveIdentities, impliedBy } from '@mingzhang/figures'
import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '../../src/index.ts'
import { ownVocabulary, readBase } from '../corpus/corpus-files.ts'
import { knownIdentities } from '../known-identities.ts'

const tree = await readDocument(new TextEncoder().encode(readBase('qinghe-culture-2024')), 'document.txt')
if (!tree.ok) throw new Error(tree.problem.detail)
const { document } = recogniseDocument(tree.value, ownVocabulary(), undefined)
const figures = document.figures.filter((figure) => document.tables.some((table) => table.id === figure.cell?.table))
const known = knownIdentities(document.tables)
const follows = impliedBy(deriveIdentities(figures).identities, figures)

describe('knownIdentities', () => {
  it('reads relations from all thirteen tables of the example', () => {
    expect(new Set(document.tables.map((table) => table.kind)).size).toBe(13)
    // 23 does not apply: the example has 单位资金.
    const applicable = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 36, 37, 38, 40, 41, 42, 44, 46, 47, 48, 49]
    expect([...new Set(known.map(({ item }) => item))].sort((a, b) => a - b)).toEqual(applicable)
  })

  it('holds in the example itself, each within rounding', () => {
    expect(known.filter(({ residual, bound }) => residual !== 0 && Math.abs(residual) >= bound).map(({ name, residual }) => `${name}：${residual}`)).toEqual([])
  })
})

describe('deriveIdentities › what practitioners know', () => {
  it('implies every known hard relation between the tables', () => {
    expect(known.filter(({ relation }) => !follows(relation)).map(({ name }) => name)).toEqual([])
  })

  it('does not imply those relations with one amount left out, which are not true', () => {
    const printed = new Set(figures.filter((figure) => figure.printed.kind === 'stated' && figure.printed.stated.value !== 0).map(({ id }) => id))
    const maimed = known.flatMap(({ name, relation }) => {
      const last = relation.findLast(({ figure }) => printed.has(figure))
      return last === undefined ? [] : [{ name, relation: relation.filter((term) => term !== last) }]
    })
    expect(maimed.length).toBeGreaterThan(300)
    expect(maimed.filter(({ relation }) => follows(relation)).map(({ name }) => name)).toEqual([])
  })
})
