import { type ClassificationEntry, classificationOf, codePath, type Vocabulary } from '@mingzhang/vocabulary'
import type { Ledger, LocalCode } from './ledger/ledger.ts'

const schemes: Readonly<Record<LocalCode['scheme'], ClassificationEntry['scheme']>> = {
  function: 'function',
  economic: 'economic',
  governmentEconomic: 'governmentEconomic',
  revenue: 'revenueSubject',
}

/** The vocabulary with the ledger's own codes (自设科目) before those of the classification. */
export function withLocalCodes(vocabulary: Vocabulary, { localCodes, department: { year } }: Ledger): Vocabulary {
  if (localCodes.length === 0) return vocabulary
  const local = classificationOf(localCodes.map(({ scheme, code, name }): ClassificationEntry => ({
    scheme: schemes[scheme],
    code,
    name,
    node: codePath(code),
    years: { from: year, to: year },
    fund: 'fiscal',
    provenance: { source: 'ledger', documents: 0 },
  })))
  const { classification } = vocabulary
  return {
    ...vocabulary,
    classification: {
      lookup: (scheme, code, of) => [...local.lookup(scheme, code, of), ...classification.lookup(scheme, code, of)],
      byName: (scheme, name, level) => [...local.byName(scheme, name, level), ...classification.byName(scheme, name, level)],
    },
  }
}
