/** The ledger of our own example department, and how it is published in tests. */
import { type Ledger, readLedger } from '@mingzhang/compile'
import { readFileSync } from 'node:fs'
import { makePdfPart, type Published, publishDisclosure, type PublishOptions, type PublishResult } from '../src/index.ts'
import { ownFonts } from './own-fonts.ts'
import { created, vocabulary } from './prove-ledger.ts'

export const ownLedgerText = readFileSync(new URL('../../../corpus/qinghe-culture-2024/ledger.json', import.meta.url), 'utf8')

/** Reads a ledger that is known to be sound. */
export async function ledgerOf(json: string): Promise<Ledger> {
  const reading = await readLedger({ name: 'ledger.json', bytes: new TextEncoder().encode(json) }, vocabulary)
  if (!reading.ok) throw new Error(reading.problems.map(({ detail }) => detail).join('\n'))
  return reading.ledger
}

export async function publish(ledger: Ledger, differs: Partial<PublishOptions> = {}): Promise<PublishResult> {
  return publishDisclosure(ledger, vocabulary, {
    profile: 'shanxi/2024', rounding: 'half-up', created, product: 'mingzhang test', version: 'test', internal: false,
    makePdf: (publication, name) => makePdfPart(publication, name, ownFonts), ...differs,
  })
}

export async function published(ledger: Ledger, differs: Partial<PublishOptions> = {}): Promise<Published> {
  const result = await publish(ledger, differs)
  if (!result.ok) throw new Error(result.problems.map(({ detail }) => detail).join('\n'))
  return result.value
}
