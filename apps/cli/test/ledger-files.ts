/** Files of the example department's ledger, as a clerk would hand them to the program. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Ledger, readLedger, writeLedgerJson, writeLedgerWorkbook } from '@mingzhang/compile'
import { loadVocabulary, type Vocabulary } from '@mingzhang/vocabulary'
import { dataDirectory } from './cli-builders.ts'

const corpus = new URL('../../../corpus/qinghe-culture-2024/', import.meta.url)

export const ownDocumentPath = fileURLToPath(new URL('document.txt', corpus))
export const ownLedgerPath = fileURLToPath(new URL('ledger.json', corpus))
export const ownLedgerText = readFileSync(ownLedgerPath, 'utf8')

export const vocabulary = ownVocabulary()

export async function ownLedger(): Promise<Ledger> {
  const reading = await readLedger({ name: 'ledger.json', bytes: new TextEncoder().encode(ownLedgerText) }, vocabulary)
  if (!reading.ok) throw new Error(reading.problems.map(({ detail }) => detail).join('\n'))
  return reading.ledger
}

/** The same department a year later: its projects of last year are gone, and nothing is said of last year's amounts. */
export function nextYearOf(ledger: Ledger): Ledger {
  const { name, code, level, approvedBy = '', region = '' } = ledger.department
  const lines = ledger.lines.filter(({ period }) => period === 'current')
  return {
    ...ledger,
    department: { name, code, level, approvedBy, region, year: 2025 },
    lines,
    revenue: ledger.revenue.filter(({ period }) => period === 'current'),
    projects: ledger.projects.filter(({ name }) => lines.some(({ use }) => use.kind === 'project' && use.project === name)),
    priorYear: [],
    // What describes the department is left for last year's material to fill.
    texts: ledger.texts.filter(({ item }) => !['duties', 'organisation', 'glossary', 'serviceCatalogue', 'performance'].includes(item)),
  }
}

export const ledgerJson = (ledger: Ledger): string => writeLedgerJson(ledger)

export async function ledgerWorkbook(ledger: Ledger): Promise<Uint8Array> {
  return writeLedgerWorkbook(ledger, { profile: '山西省', year: ledger.department.year, vocabulary })
}

function ownVocabulary(): Vocabulary {
  const loaded = loadVocabulary(dataDirectory)
  if (!loaded.ok) throw new Error(loaded.problems.map(({ detail }) => detail).join('\n'))
  return loaded.value
}
