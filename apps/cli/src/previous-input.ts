/** Last year's ledger or disclosure, for what this year's leaves open. */
import { basename } from 'node:path'
import { recogniseDocument } from '@mingzhang/audit'
import { type CarriedForward, carryForward, type Ledger, readLedger } from '@mingzhang/compile'
import { readDocument } from '@mingzhang/document'
import { reconstructLedger } from '@mingzhang/reconstruct'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { CliIo } from './cli-io.ts'
import { tellProblem, type Voice } from './cli-output.ts'

/** Carries last year's amounts and texts into `ledger`; tells why not and returns `undefined` when that file cannot be used. */
export async function carryPrevious(ledger: Ledger, path: string, vocabulary: Vocabulary, io: CliIo, voice: Voice): Promise<CarriedForward | undefined> {
  const read = await io.files.read(path)
  if (!read.ok) {
    tellProblem(io, voice, read.problem)
    return undefined
  }
  const source = { name: basename(path), bytes: read.value }
  const reading = await readLedger(source, vocabulary)
  const previous = reading.ok ? reading.ledger : await ledgerOfDocument(source, vocabulary)
  if (previous === undefined) {
    if (!reading.ok) for (const problem of reading.problems.slice(0, 5)) tellProblem(io, voice, problem)
    return undefined
  }
  const carried = carryForward(ledger, previous, vocabulary)
  if (carried.ok) return carried.value
  tellProblem(io, voice, carried.problem)
  return undefined
}

/** The ledger behind last year's disclosure; `undefined` when the file is not one whose tables can be read. */
async function ledgerOfDocument(source: { readonly name: string; readonly bytes: Uint8Array }, vocabulary: Vocabulary): Promise<Ledger | undefined> {
  const tree = await readDocument(source.bytes, source.name)
  if (!tree.ok) return undefined
  const { document } = recogniseDocument(tree.value, vocabulary, undefined)
  if (document.tables.length === 0) return undefined
  const draft = await reconstructLedger(document, vocabulary)
  return draft.ok ? draft.ledger : undefined
}
