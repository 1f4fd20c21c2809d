/**
 * Reading a ledger: from bytes to budget lines, or to all that is wrong with them at once.
 *
 * @module
 */
import type { Problem } from '@mingzhang/figures'
import { normaliseLabel, type Vocabulary } from '@mingzhang/vocabulary'
import { deriveRevenue } from './check/check-balance.ts'
import { checkLedger } from './check/check-ledger.ts'
import type { LedgerCheck } from './check/ledger-check.ts'
import { parseLedgerJson } from './json/read-ledger-json.ts'
import type { Ledger } from './ledger.ts'
import { type CellProblem, fileProblem, type LocateCell } from './ledger-problem.ts'
import type { LedgerSource } from './ledger-source.ts'
import { createCellPlaces } from './read/cell-places.ts'
import type { NamedCode } from './read/ledger-of-tables.ts'
import { createProblemList, type ProblemList } from './read/problem-list.ts'
import { readSource, workbookLimits } from './read/read-source.ts'
import { readTables } from './read/read-tables.ts'
import { tooManyRows } from './raw/xlsx-workbook.ts'
import { sheetDefinitions } from './sheets/sheet-definitions.ts'

/** The ledger with what the reader should know; or all that is wrong with it, in the order of the sheets, rows and columns. */
export type LedgerReading =
  | { readonly ok: true; readonly ledger: Ledger; readonly notices: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly CellProblem[] }

/**
 * Reads a ledger and checks it against the classification of its year and against itself. The kind of file is told from its
 * content, never from its name. Never throws for what is in the file, and never hands out a ledger with a problem.
 */
export function readLedger(source: LedgerSource, vocabulary: Vocabulary): Promise<LedgerReading> {
  return Promise.resolve(readNow(source, vocabulary))
}

function readNow(source: LedgerSource, vocabulary: Vocabulary): LedgerReading {
  const raw = readSource(source)
  if ('json' in raw) return readJson(raw.json, source.name, vocabulary)
  if (!raw.ok) return raw
  const list = createProblemList(source.name, raw.workbook.sheets.map((sheet) => sheet.name))
  const places = createCellPlaces()
  const { ledger, namedCodes } = readTables(raw.workbook, { list, places })
  const complete = completeRevenue(ledger, list, places.locate)
  noticeOtherNames(namedCodes, { ledger: complete, vocabulary, list, locate: places.locate })
  return conclude({ ledger: complete, vocabulary, list, locate: places.locate })
}

function readJson(text: string, document: string, vocabulary: Vocabulary): LedgerReading {
  const reading = parseLedgerJson(text, document)
  if (!reading.ok) return reading
  const { ledger, locate } = reading
  if (ledger.lines.length > workbookLimits.rows) return { ok: false, problems: [fileProblem(document, tooManyRows('支出明细', workbookLimits))] }
  const list = createProblemList(document, sheetDefinitions.map(({ name }) => name))
  return conclude({ ledger: completeRevenue(ledger, list, locate), vocabulary, list, locate })
}

function conclude(check: LedgerCheck): LedgerReading {
  checkLedger(check)
  const problems = check.list.problems()
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ledger: check.ledger, notices: check.list.notices() }
}

/** Without any revenue, what is spent and carried out must have come in. */
function completeRevenue(ledger: Ledger, list: ProblemList, locate: LocateCell): Ledger {
  if (ledger.revenue.length > 0 || ['lines', 'carriedOut', 'revenue'].some((name) => list.hasUnreadIn(name))) return ledger
  const revenue = deriveRevenue(ledger)
  if (revenue.length === 0) return ledger
  list.notice(locate('revenue'), {
    cause: 'revenue-derived', detail: `收入明细是空的，按支出和年终结转推定了 ${revenue.length} 笔收入。`, remedy: '请核对；收入与支出的单位不同的，请自行填写收入明细。',
  })
  return { ...ledger, revenue }
}

/** A code with another subject's name: one of the two was mistyped. Said once per code and name. */
function noticeOtherNames(namedCodes: readonly NamedCode[], { ledger, vocabulary, list, locate }: LedgerCheck): void {
  const seen = new Set<string>()
  for (const { key, digits, name } of namedCodes) {
    const field = key.slice(key.lastIndexOf('.') + 1)
    const scheme = field === 'subject' ? 'revenueSubject' : field === 'economic' || field === 'governmentEconomic' ? field : 'function'
    const said = `${scheme} ${digits} ${name}`
    if (seen.has(said)) continue
    seen.add(said)
    const names = [
      ...vocabulary.classification.lookup(scheme, digits, ledger.department.year).map((entry) => entry.name),
      ...ledger.localCodes.filter(({ code }) => code === digits).map((local) => local.name),
    ]
    if (names.length === 0 || names.some((known) => normaliseLabel(known) === normaliseLabel(name))) continue
    list.notice(locate(key), {
      cause: 'name-of-other-code', detail: `${digits} 的名称是“${names[0] ?? ''}”，这里写的是“${name}”；按编码读入。`, remedy: '请核对编码是否填错。',
    })
  }
}
