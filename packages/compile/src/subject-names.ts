import type { ClassificationEntry, Vocabulary } from '@mingzhang/vocabulary'
import type { Ledger, LocalCode } from './ledger/ledger.ts'

/** How a classification's scheme is called in the ledger's 自设科目. */
const localScheme: Readonly<Record<ClassificationEntry['scheme'], LocalCode['scheme']>> = {
  function: 'function',
  economic: 'economic',
  governmentEconomic: 'governmentEconomic',
  revenueSubject: 'revenue',
}

/**
 * The printed name of a subject in the budget year: the ledger's own (自设科目), else the classification's. Among several
 * names of one year the one seen in the most documents. `undefined` for an unknown code.
 */
export function subjectName(
  ledger: Pick<Ledger, 'localCodes' | 'department'>,
  vocabulary: Vocabulary,
  scheme: ClassificationEntry['scheme'],
  code: string,
): string | undefined {
  const local = ledger.localCodes.find((entry) => entry.scheme === localScheme[scheme] && entry.code === code)
  if (local !== undefined) return local.name
  const [first, ...others] = vocabulary.classification.lookup(scheme, code, ledger.department.year)
  if (first === undefined) return undefined
  return others.reduce((best, entry) => (entry.provenance.documents > best.provenance.documents ? entry : best), first).name
}
