import { readFileSync } from 'node:fs'
import { type Ledger, readLedger } from '../../src/index.ts'
import { ownVocabulary } from '../own-vocabulary.ts'

export const vocabulary = ownVocabulary()
export const badLedgers = new URL('../../../../corpus/bad-ledgers/', import.meta.url)

/** The small, sound ledger that the bad ones are made of. */
export async function soundLedger(): Promise<Ledger> {
  const reading = await readLedger({ name: 'ledger.json', bytes: readFileSync(new URL('ledger.json', badLedgers)) }, vocabulary)
  if (!reading.ok) throw new Error(reading.problems.map(({ cell, detail }) => `${cell} ${detail}`).join('\n'))
  return reading.ledger
}
