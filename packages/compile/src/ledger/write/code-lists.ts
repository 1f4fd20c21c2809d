import type { Classification } from '@mingzhang/vocabulary'
import type { LocalCode } from '../ledger.ts'
import type { CodeScheme } from '../sheets/sheet-definitions.ts'

/** A code as drop-downs and cells show it: `2080101 行政运行`. */
export interface ListedCode {
  readonly code: string
  readonly name: string
}

/** The classification of one year, for drop-downs. */
export interface CodeLists {
  /** In the order of codes. */
  readonly listOf: (scheme: CodeScheme) => readonly ListedCode[]
  readonly nameOf: (scheme: CodeScheme, code: string) => string | undefined
}

/** Codes at the depth that a ledger uses (功能 项, 经济 款, 收入 of any depth) of the year, with the ledger's own 自设科目. */
export function codeLists(classification: Classification, year: number, local: readonly LocalCode[]): CodeLists {
  const lists: Readonly<Record<CodeScheme, readonly ListedCode[]>> = {
    function: listCodes(classification, 'function', year, 7),
    economic: listCodes(classification, 'economic', year, 5),
    governmentEconomic: listCodes(classification, 'governmentEconomic', year, 5),
    revenue: listCodes(classification, 'revenueSubject', year, undefined),
  }
  const withLocal = (scheme: CodeScheme): readonly ListedCode[] => {
    const own = local.filter((code) => code.scheme === scheme && !lists[scheme].some(({ code: known }) => known === code.code))
    return [...lists[scheme], ...own].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  }
  const complete: typeof lists = {
    function: withLocal('function'), economic: withLocal('economic'), governmentEconomic: withLocal('governmentEconomic'), revenue: withLocal('revenue'),
  }
  const names = new Map(Object.entries(complete).flatMap(([scheme, codes]) => codes.map(({ code, name }) => [`${scheme} ${code}`, name] as const)))
  return { listOf: (scheme) => complete[scheme], nameOf: (scheme, code) => names.get(`${scheme} ${code}`) }
}

type Scheme = Parameters<Classification['lookup']>[0]

/** A classification is asked by code: every 类 is tried, and below each code that exists the hundred that it may have. */
function listCodes(classification: Classification, scheme: Scheme, year: number, digits: number | undefined): readonly ListedCode[] {
  const found: ListedCode[] = []
  const visit = (code: string): void => {
    const entry = classification.lookup(scheme, code, year)[0]
    if (entry !== undefined && (digits === undefined || code.length === digits)) found.push({ code, name: entry.name })
    if (code.length >= (digits ?? 9) || (entry === undefined && code.length >= 3)) return
    for (let next = 0; next < 100; next += 1) visit(code + String(next).padStart(2, '0'))
  }
  for (let first = 100; first < 700; first += 1) visit(String(first))
  return found
}
