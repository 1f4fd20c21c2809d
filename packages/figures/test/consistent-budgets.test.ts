import { fen } from '@mingzhang/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveIdentities, diagnose, type Figure, judge, testChange, type Verdict } from '../src/index.ts'
import { formulaOf } from './builders.ts'
import { anyBudget, budgetsWithSmallAmounts, printTables } from './example-budget.ts'

const judgeAll = (figures: readonly Figure[]): readonly Verdict[] => deriveIdentities(figures).identities.map((identity) => judge(identity))
const describeOutcome = ({ identity, outcome, difference, bound }: Verdict): string => `${formulaOf(identity)} ${outcome} ${difference}/${bound}`

describe('tables of one true budget', () => {
  it('are never in conflict, and are jointly possible, when each amount is rounded on its own', async () => {
    await fc.assert(
      fc.asyncProperty(anyBudget, async (facts) => {
        const derivation = deriveIdentities(printTables(facts, '万元'))
        const verdicts = derivation.identities.map((identity) => judge(identity))
        expect(verdicts.filter(({ outcome }) => outcome === 'conflict' || outcome === 'undetermined').map(describeOutcome)).toEqual([])
        expect(await diagnose(derivation, verdicts)).toEqual({ possible: true, causes: [] })
      }),
      { numRuns: 70, examples: budgetsWithSmallAmounts.map((facts): [typeof facts] => [facts]) },
    )
  })

  it('agree to the fen when they print yuan and fen', () => {
    fc.assert(
      fc.property(anyBudget, (facts) => {
        const verdicts = judgeAll(printTables(facts, '元'))
        expect(verdicts.filter(({ outcome, bound }) => outcome !== 'exact' || bound !== 0).map(describeOutcome)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('agree across 元 and 万元: the same budget printed twice', () => {
    fc.assert(
      fc.property(anyBudget, (facts) => {
        const fine = printTables(facts, '元').map((figure) => ({ ...figure, id: `y.${figure.id}`, ...(figure.cell === undefined ? {} : { cell: { ...figure.cell, table: `y.${figure.cell.table}` } }) }))
        const verdicts = judgeAll([...printTables(facts, '万元'), ...fine])
        expect(verdicts.filter(({ outcome }) => outcome === 'conflict').map(describeOutcome)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('guard every amount of a sum: 100 万元 more in any one cell breaks an identity', async () => {
    await fc.assert(
      fc.asyncProperty(anyBudget, fc.nat(), async (facts, pick) => {
        const figures = printTables(facts, '万元')
        const before = judgeAll(figures)
        // A figure that only a containment holds can grow freely; one that no identity holds is not guarded at all.
        const guarded = [...new Set(before.flatMap(({ identity }) => (identity.kind === 'partition' ? [identity.whole, ...identity.parts] : [])))].filter((figure) => figure.printed.kind === 'stated')
        const figure = guarded[pick % guarded.length]
        fc.pre(figure?.printed.kind === 'stated')
        const from = figure.printed.stated.value
        const outcome = await testChange(figures, { figure, from, to: fen(from + 100_000_000) }, before)
        expect([figure.id, outcome.withinSlack, outcome.caught]).toEqual([figure.id, false, true])
      }),
      { numRuns: 40 },
    )
  })
})
