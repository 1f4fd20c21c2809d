/** Departments of every shape are published without a lost figure and without a finding. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedLedger } from './generated-ledger.ts'
import { faultsOf, type ProofChoice } from './prove-ledger.ts'

/** Holds for `numRuns` departments from a fixed seed, so that a failure stays until it is mended. */
async function holdsFor(numRuns: number, seed: number, choice: ProofChoice): Promise<void> {
  await fc.assert(fc.asyncProperty(generatedLedger, async (ledger) => { expect(await faultsOf(ledger, choice)).toEqual([]) }), { numRuns, seed })
}

const shanxi: ProofChoice = { profile: 'shanxi', rounding: 'half-up', formats: [] }

describe('publishing any department', () => {
  it('the audit of the disclosure reads every figure as it was meant and finds nothing', async () => {
    await holdsFor(40, 2024, shanxi)
  })

  it('the national layout gives the same', async () => {
    await holdsFor(15, 2025, { ...shanxi, profile: 'national' })
  })

  it('DOCX, HTML and the workbook of tables carry the same figures', async () => {
    await holdsFor(8, 2026, { ...shanxi, formats: ['docx', 'html', 'xlsx'] })
  })

  it('PDF carries the same figures', async () => {
    await holdsFor(2, 2027, { ...shanxi, formats: ['pdf'] })
  })

  it('under 舍位平衡 every sum of the tables holds in print', async () => {
    await holdsFor(10, 2028, { ...shanxi, rounding: 'balanced' })
  })
})
