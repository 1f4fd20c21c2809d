import { type Fen, fen } from '@mingzhang/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balance, type BalanceCell, type BalanceResult, type DimensionId, type FactView, type Region } from '../src/index.ts'

const quantum = fen(10_000)
const dimensions = new Set<DimensionId>(['kind', 'period', 'function', 'fund'])

const viewOf = (facts: readonly (readonly [Region, number])[], id = 'spending', known = dimensions): FactView => ({ id, dimensions: known, facts: facts.map(([region, amount]) => ({ region, amount: fen(amount) })) })
const cells = (...regions: readonly Region[]): readonly BalanceCell[] => regions.map((region) => ({ region, quantum }))
const digitsOf = ({ printed }: BalanceResult): readonly number[] => printed.map((amount) => amount / quantum)

const basic: Region = { kind: 'basic' }
const project: Region = { kind: 'project' }

describe('balance', () => {
  it('makes the parts come to the whole, moving the one that costs least', async () => {
    // 1.4 + 1.3 = 2.7: rounded apart 1 + 1 ≠ 3. Raising 1.4 costs 0.6 − 0.4 = 0.2 more, raising 1.3 0.4 more, lowering 2.7 0.4 more.
    const result = await balance({ views: [viewOf([[basic, 14_000], [project, 13_000]])], cells: cells({}, basic, project) })
    expect(digitsOf(result)).toEqual([3, 2, 1])
    expect(result.adjustments).toEqual([{ cell: 1, exact: 14_000, halfUp: 10_000, printed: 20_000 }])
    expect(result.outside).toEqual([])
    expect(result.identitiesBrokenByHalfUp).toBe(1)
  })

  it('leaves alone what adds up by itself', async () => {
    const result = await balance({ views: [viewOf([[basic, 14_000], [project, 21_000]])], cells: cells({}, basic, project) })
    // 3.5 rounds to 4, but 1 + 2 = 3: the whole may print 3 as cheaply as 4.
    expect(digitsOf(result)).toEqual([3, 1, 2])
    const sound = await balance({ views: [viewOf([[basic, 14_000], [project, 17_000]])], cells: cells({}, basic, project) })
    expect(digitsOf(sound)).toEqual([3, 1, 2])
    expect(sound.adjustments).toEqual([])
  })

  it('keeps what is exact and what is nothing', async () => {
    const result = await balance({ views: [viewOf([[basic, 50_000], [project, 14_000], [{ fund: 'x' }, 14_000]])], cells: cells({}, basic, project, { fund: 'x' }, { fund: 'none' }) })
    expect(digitsOf(result)[1]).toBe(5)
    expect(digitsOf(result)[4]).toBe(0)
  })

  it('prints negative amounts within one last digit as well', async () => {
    // −1.4 lies between −2 and −1.
    const result = await balance({ views: [viewOf([[basic, -14_000], [project, 33_000]])], cells: cells({}, basic, project) })
    const [whole = 0, negative = 0, positive = 0] = digitsOf(result)
    expect(negative + positive).toBe(whole)
    expect([-2, -1]).toContain(negative)
    expect(result.outside).toEqual([])
  })

  it('keeps an approved print and names one that cannot stay', async () => {
    const views = [viewOf([[basic, 14_000], [project, 13_000]])]
    const kept = await balance({ views, cells: [{ region: {}, quantum }, { region: basic, quantum, pinned: fen(10_000) }, { region: project, quantum }] })
    expect(digitsOf(kept)).toEqual([2, 1, 1])
    const all = [{ region: {}, quantum, pinned: fen(30_000) }, { region: basic, quantum, pinned: fen(10_000) }, { region: project, quantum, pinned: fen(10_000) }]
    expect((await balance({ views, cells: all })).unmetPins).toHaveLength(1)
  })

  it('names an approved print that nothing can make up for, and still prints', async () => {
    const result = await balance({ views: [viewOf([[basic, 14_000], [project, 13_000]])], cells: [{ region: {}, quantum, pinned: fen(9_000_000) }, { region: basic, quantum }, { region: project, quantum }] })
    expect(result.unmetPins).toEqual([0])
    const [whole = 0, first = 0, second = 0] = digitsOf(result)
    expect(first + second).toBe(whole)
  })

  it('lets the fewest leave the window where an odd circle of halves cannot keep it', async () => {
    // Three amounts of half a digit, a, b, c: each prints 0 or 1, and every pair of them is exactly 1. If all pairs printed 1,
    // then 2(a + b + c) = 3 with whole a, b, c. So one pair prints 0 or 2, and one is enough.
    const half = (kind: string, period: string, node: string): readonly [Region, number] => [{ kind, period, function: node }, 5_000]
    const views = [viewOf([half('project', 'current', '1'), half('basic', 'current', '2'), half('project', 'carriedIn', '2')])]
    const result = await balance({ views, cells: cells({ period: 'current' }, { function: '2' }, { kind: 'project' }, {}, { kind: 'basic' }, { period: 'carriedIn' }, { function: '1' }) })
    const [current = 0, two = 0, projects = 0, total = 0, basics = 0, carried = 0, one = 0] = digitsOf(result)
    expect([current + carried, one + two, projects + basics]).toEqual([total, total, total])
    expect(result.outside).toHaveLength(1)
  })

  it('prints one amount alike in every view that tells it', async () => {
    const revenue = viewOf([[{ revenueSubject: '101' }, 14_000], [{ revenueSubject: '103' }, 13_000]], 'revenue', new Set<DimensionId>(['revenueSubject']))
    const result = await balance({ views: [viewOf([[basic, 11_000], [project, 16_000]]), revenue], cells: cells({}, basic, project, { revenueSubject: '101' }, { revenueSubject: '103' }) })
    const [whole = 0, ...parts] = digitsOf(result)
    expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(whole)
    expect((parts[2] ?? 0) + (parts[3] ?? 0)).toBe(whole)
  })

  it('depends on the facts and cells, not on their order', async () => {
    const facts = Array.from({ length: 60 }, (_, index): readonly [Region, number] => [{ kind: index % 3 === 0 ? 'basic' : 'project', function: String(index % 7), period: index % 2 === 0 ? 'current' : 'carriedIn' }, (index * 7_919) % 100_003])
    const asked = [{}, basic, project, ...Array.from({ length: 7 }, (_, node) => ({ function: String(node) })), { period: 'current' }, { period: 'carriedIn' }, ...Array.from({ length: 7 }, (_, node) => ({ function: String(node), kind: 'project' }))]
    const straight = await balance({ views: [viewOf(facts)], cells: cells(...asked) })
    const turned = await balance({ views: [viewOf([...facts].reverse())], cells: cells(...[...asked].reverse()) })
    expect([...turned.printed].reverse()).toEqual(straight.printed)
  })

  it('refuses a region that no view can tell', async () => {
    await expect(balance({ views: [viewOf([[basic, 1]])], cells: cells({ unit: '清河县文化馆' }) })).rejects.toThrow(RangeError)
  })

  it('leaves cells that print the fen exact', async () => {
    const result = await balance({ views: [viewOf([[basic, 14_001], [project, 13_002]])], cells: [...cells({}, basic, project), { region: basic, quantum: 1 as Fen }] })
    expect(result.printed[3]).toBe(14_001)
  })

  it('makes every margin of a random table come out, within one last digit, zeros kept', async () => {
    const kinds = ['basic', 'project']
    const periods = ['current', 'carriedIn']
    const nodes = ['1', '2', '3', '4']
    // Amounts to the fen: multiples of half a digit are the one kind that cannot always keep the window.
    const amount = fc.integer({ min: -3_000_000, max: 90_000_000 }).map((value) => (value % 5 === 0 ? value + 1 : value))
    const fact = fc.record({ kind: fc.constantFrom(...kinds), period: fc.constantFrom(...periods), function: fc.constantFrom(...nodes), amount })
    await fc.assert(fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 40 }), async (facts) => {
      const views = [viewOf(facts.map(({ amount: value, ...region }) => [region, value]))]
      const rows: readonly Region[] = [{}, ...nodes.map((node) => ({ function: node }))]
      const columns: readonly Region[] = [{}, ...kinds.map((kind) => ({ kind })), ...periods.map((period) => ({ period }))]
      const asked = rows.flatMap((row) => columns.map((column) => ({ ...row, ...column })))
      const result = await balance({ views, cells: cells(...asked) })
      const digits = digitsOf(result)
      const width = columns.length
      const at = (row: number, column: number): number => digits[row * width + column] ?? 0
      rows.forEach((_, row) => {
        expect(at(row, 1) + at(row, 2)).toBe(at(row, 0))
        expect(at(row, 3) + at(row, 4)).toBe(at(row, 0))
      })
      columns.forEach((_, column) => { expect(nodes.reduce((sum, _node, node) => sum + at(node + 1, column), 0)).toBe(at(0, column)) })
      expect(result.outside).toEqual([])
      asked.forEach((region, cell) => {
        const isEmpty = !facts.some((given) => (Object.entries(region) as [keyof typeof given, string][]).every(([dimension, node]) => given[dimension] === node))
        if (isEmpty) expect(result.printed[cell]).toBe(0)
      })
    }), { numRuns: 60, seed: 20_240_223 })
  })
})
