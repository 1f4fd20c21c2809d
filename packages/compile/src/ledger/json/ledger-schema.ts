import { z } from 'zod'
import { ledgerJsonSchema } from './ledger-json-schema.ts'

/** The JSON Schema (2020-12) of a ledger's JSON form, as published in `packages/compile/schema/ledger.schema.json`. */
export function ledgerSchemaDocument(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(ledgerJsonSchema, { io: 'input' })
}
