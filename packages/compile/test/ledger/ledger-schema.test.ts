import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { ledgerSchemaDocument, writeLedgerJson } from '../../src/index.ts'
import { soundLedger } from './sound-ledger.ts'

const published: unknown = JSON.parse(readFileSync(new URL('../../schema/ledger.schema.json', import.meta.url), 'utf8'))

function validates(value: unknown): boolean {
  return new Ajv2020({ strict: false, formats: { date: true } }).compile(published as object)(value)
}

describe('ledgerSchemaDocument', () => {
  it('is what the repository publishes', () => {
    expect(ledgerSchemaDocument()).toEqual(published)
  })

  it('accepts what the program writes, and the corpus', async () => {
    expect(validates(JSON.parse(writeLedgerJson(await soundLedger())))).toBe(true)
    expect(validates(JSON.parse(readFileSync(new URL('../../../../corpus/qinghe-culture-2024/ledger.json', import.meta.url), 'utf8')))).toBe(true)
  })

  it('refuses an amount that is no whole number of fen, and a code of the wrong length', async () => {
    const text = writeLedgerJson(await soundLedger())
    expect(validates(JSON.parse(text.replace('"amountFen": 20050 }', '"amountFen": 200.5 }')))).toBe(false)
    expect(validates(JSON.parse(text.replace('"function": "2070108"', '"function": "20701"')))).toBe(false)
  })
})
