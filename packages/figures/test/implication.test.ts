import { describe, expect, it } from 'vitest'
import { deriveIdentities, type Figure, impliedBy, type Relation } from '../src/index.ts'
import { crossFooted, tableFigures, withPrint } from './builders.ts'

const follows = (figures: readonly Figure[]): ((relation: Relation) => boolean) => impliedBy(deriveIdentities(figures).identities, figures)

/** whole − Σ parts = 0. */
const sumOf = (whole: string, ...parts: readonly string[]): Relation => [{ figure: whole, coefficient: 1 }, ...parts.map((figure) => ({ figure, coefficient: -1 }))]

describe('impliedBy', () => {
  const figures = crossFooted('a')

  it('accepts what is derived', () => {
    expect(follows(figures)(sumOf('a.1.1', 'a.1.2', 'a.1.3'))).toBe(true)
  })

  it('accepts what only several identities together give: a total is the sum of all cells inside', () => {
    expect(follows(figures)(sumOf('a.1.1', 'a.2.2', 'a.2.3', 'a.3.2', 'a.3.3'))).toBe(true)
  })

  it('accepts an equality over two others', () => {
    const prints = ['a', 'b', 'c'].flatMap((table) => tableFigures(table, [{}], [[{ use: 'spent' }, '10.00']]))
    expect(follows(prints)(sumOf('b.1.1', 'c.1.1'))).toBe(true)
  })

  it('rejects what merely happens to be true of the amounts', () => {
    // 9.00 + 3.00 = 12.00 follows; 18.00 = 11.00 + 7.00 too; 20.00 = 2 × 10.00 does not.
    expect(follows(figures)(sumOf('a.1.3', 'a.2.3', 'a.3.3'))).toBe(true)
    expect(follows(figures)([{ figure: 'a.2.1', coefficient: 1 }, { figure: 'a.3.1', coefficient: -2 }])).toBe(false)
  })

  it('rejects a sum with a part left out or with a wrong sign', () => {
    expect(follows(figures)(sumOf('a.1.1', 'a.1.2'))).toBe(false)
    expect(follows(figures)([{ figure: 'a.1.1', coefficient: 1 }, { figure: 'a.1.2', coefficient: -1 }, { figure: 'a.1.3', coefficient: 1 }])).toBe(false)
  })

  it('takes nothing from a containment', () => {
    const apart = [...tableFigures('a', [{}], [[{ use: 'spent' }, '10.00']]), ...tableFigures('b', [{}], [[{ use: 'spent', kind: 'basic' }, '8.00']])]
    expect(follows(apart)(sumOf('a.1.1', 'b.1.1'))).toBe(false)
  })

  it('counts a blank and a printed zero for nothing', () => {
    const changed = figures.map((figure) => (figure.id === 'a.3.3' ? withPrint(figure, '') : figure.id === 'a.3.1' ? withPrint(figure, '7.00') : figure))
    expect(follows(changed)(sumOf('a.3.1', 'a.3.2', 'a.3.3'))).toBe(true)
    expect(follows(tableFigures('z', [{}], [[{ use: 'spent' }, '0.00']]))(sumOf('z.1.1'))).toBe(true)
  })

  it('does not count what cannot be read for nothing', () => {
    expect(follows(tableFigures('z', [{}], [[{ use: 'spent' }, '?']]))(sumOf('z.1.1'))).toBe(false)
    const unread = figures.map((figure) => (figure.id === 'a.3.3' ? withPrint(figure, '?') : figure))
    expect(follows(unread)(sumOf('a.3.1', 'a.3.2'))).toBe(false)
    expect(follows(unread)(sumOf('a.3.1', 'a.3.2', 'a.3.3'))).toBe(true)
  })
})
