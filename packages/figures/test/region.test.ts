import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNodeWithin, isRegionWithin, meetRegions, type Region, regionKey } from '../src/index.ts'

const nodes = {
  use: ['spent', 'carriedOut'],
  fund: ['fiscal', 'fiscal/generalPublic', 'fiscal/governmentFund', 'unitFunds'],
  kind: ['basic', 'basic/personnel', 'basic/operating', 'project'],
  function: ['208', '208/20805', '208/20805/2080502', '2080', '210'],
} as const

const anyRegion: fc.Arbitrary<Region> = fc.record(
  { use: fc.constantFrom(...nodes.use), fund: fc.constantFrom(...nodes.fund), kind: fc.constantFrom(...nodes.kind), function: fc.constantFrom(...nodes.function) },
  { requiredKeys: [] },
)

const keyOf = (region: Region | undefined): string => (region === undefined ? 'nothing' : regionKey(region))

describe('isNodeWithin', () => {
  it('holds for a node itself and for what stands below it', () => {
    expect(isNodeWithin('208', '208')).toBe(true)
    expect(isNodeWithin('208/20805/2080502', '208')).toBe(true)
  })

  it('does not hold upwards, beside, or for a node whose name only begins alike', () => {
    expect(isNodeWithin('208', '208/20805')).toBe(false)
    expect(isNodeWithin('210', '208')).toBe(false)
    expect(isNodeWithin('2080', '208')).toBe(false)
  })
})

describe('isRegionWithin', () => {
  it('takes whole what a region does not name', () => {
    expect(isRegionWithin({ use: 'spent', kind: 'basic' }, { use: 'spent' })).toBe(true)
    expect(isRegionWithin({ use: 'spent' }, { use: 'spent', kind: 'basic' })).toBe(false)
    expect(isRegionWithin({ use: 'spent' }, {})).toBe(true)
  })

  it('holds below a node, and not beside it', () => {
    expect(isRegionWithin({ fund: 'fiscal/generalPublic', kind: 'project' }, { fund: 'fiscal' })).toBe(true)
    expect(isRegionWithin({ fund: 'unitFunds' }, { fund: 'fiscal' })).toBe(false)
  })

  it('is reflexive and transitive', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, anyRegion, (a, b, c) => {
        expect(isRegionWithin(a, a)).toBe(true)
        // Meets build chains; three independent regions would seldom hold each other.
        const ab = meetRegions(a, b)
        const abc = ab === undefined ? undefined : meetRegions(ab, c)
        if (ab !== undefined && abc !== undefined) expect([isRegionWithin(abc, ab), isRegionWithin(ab, a), isRegionWithin(abc, a)]).toEqual([true, true, true])
        if (isRegionWithin(a, b) && isRegionWithin(b, c)) expect(isRegionWithin(a, c)).toBe(true)
      }),
    )
  })

  it('holds both ways only for one and the same region', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, (a, b) => {
        expect(isRegionWithin(a, b) && isRegionWithin(b, a)).toBe(regionKey(a) === regionKey(b))
      }),
    )
  })
})

describe('meetRegions', () => {
  it('names what both name, the finer node where one holds the other', () => {
    expect(meetRegions({ use: 'spent', fund: 'fiscal' }, { fund: 'fiscal/generalPublic', period: 'current' })).toEqual({
      use: 'spent', fund: 'fiscal/generalPublic', period: 'current',
    })
    expect(meetRegions({ fund: 'fiscal/generalPublic' }, { fund: 'fiscal' })).toEqual({ fund: 'fiscal/generalPublic' })
  })

  it('is undefined when a dimension excludes itself', () => {
    expect(meetRegions({ kind: 'basic' }, { kind: 'project' })).toBeUndefined()
    expect(meetRegions({ function: '208' }, { function: '2080' })).toBeUndefined()
  })

  it('does not change what it is given', () => {
    const a: Region = { fund: 'fiscal' }
    meetRegions(a, { fund: 'fiscal/generalPublic', use: 'spent' })
    expect(a).toEqual({ fund: 'fiscal' })
  })

  it('is commutative, idempotent and associative', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, anyRegion, (a, b, c) => {
        expect(keyOf(meetRegions(a, b))).toBe(keyOf(meetRegions(b, a)))
        expect(keyOf(meetRegions(a, a))).toBe(keyOf(a))
        const left = meetRegions(a, b)
        const right = meetRegions(b, c)
        expect(keyOf(left === undefined ? undefined : meetRegions(left, c))).toBe(keyOf(right === undefined ? undefined : meetRegions(a, right)))
      }),
    )
  })

  it('lies within both, and holds whatever lies within both', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, anyRegion, (a, b, inner) => {
        const met = meetRegions(a, b)
        if (met !== undefined) expect([isRegionWithin(met, a), isRegionWithin(met, b)]).toEqual([true, true])
        if (isRegionWithin(inner, a) && isRegionWithin(inner, b)) {
          expect(met).toBeDefined()
          expect(isRegionWithin(inner, met ?? {})).toBe(true)
        }
      }),
    )
  })

  it('is the smaller region where one lies within the other', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, (a, b) => {
        expect(keyOf(meetRegions(a, b)) === keyOf(a)).toBe(isRegionWithin(a, b))
      }),
    )
  })
})

describe('regionKey', () => {
  it('does not depend on the order in which dimensions are named', () => {
    expect(regionKey({ kind: 'basic', use: 'spent' })).toBe(regionKey({ use: 'spent', kind: 'basic' }))
  })

  it('tells apart regions that name different nodes or different dimensions', () => {
    const keys = [{}, { use: 'spent' }, { kind: 'spent' }, { use: 'spent', kind: 'basic' }, { unit: '清河县文化馆' }, { project: '清河县文化馆' }].map((region) => regionKey(region))
    expect(new Set(keys).size).toBe(keys.length)
  })
})
