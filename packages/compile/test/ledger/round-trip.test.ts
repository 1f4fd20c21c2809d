import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ledger, type LedgerSource, readLedger, writeLedgerCsv, writeLedgerJson, writeLedgerWorkbook } from '../../src/index.ts'
import { arbitraryLedger } from './arbitrary-ledger.ts'
import { vocabulary } from './sound-ledger.ts'

async function readBack(source: LedgerSource): Promise<Ledger> {
  const reading = await readLedger(source, vocabulary)
  if (!reading.ok) throw new Error(reading.problems.map(({ sheet, cell, detail }) => `${sheet}!${cell} ${detail}`).join('\n'))
  return reading.ledger
}

describe('readLedger › what was written is read back as it was', () => {
  it('as JSON', async () => {
    await fc.assert(fc.asyncProperty(arbitraryLedger, async (ledger) => {
      expect(await readBack({ name: 'ledger.json', bytes: strToU8(writeLedgerJson(ledger)) })).toEqual(ledger)
    }), { numRuns: 100 })
  })

  it('as a folder of CSV files', async () => {
    await fc.assert(fc.asyncProperty(arbitraryLedger, async (ledger) => {
      expect(await readBack({ name: '台账', files: writeLedgerCsv(ledger) })).toEqual(ledger)
    }), { numRuns: 100 })
  })

  it('as a workbook', async () => {
    await fc.assert(fc.asyncProperty(arbitraryLedger, async (ledger) => {
      expect(await readBack({ name: '台账.xlsx', bytes: await writeLedgerWorkbook(ledger, { profile: '', year: 2024, vocabulary }) })).toEqual(ledger)
    }), { numRuns: 6 })
  })
})
