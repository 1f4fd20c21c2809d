/**
 * Codes of the ledger against 政府收支分类科目 of its year and its own 自设科目.
 *
 * @module
 */
import { isNodeWithin } from '@mingzhang/figures'
import type { ClassificationEntry } from '@mingzhang/vocabulary'
import { ledgerCellKey } from '../cell-key.ts'
import type { LedgerFund, LocalCode } from '../ledger.ts'
import type { ProblemText } from '../ledger-problem.ts'
import type { CodeScheme } from '../sheets/sheet-definitions.ts'
import { wordOf } from '../sheets/word-lists.ts'
import { type LedgerCheck, reportAt } from './ledger-check.ts'

export function checkCodes(check: LedgerCheck): void {
  const { ledger } = check
  const judge = createCodeJudge(check)
  ledger.lines.forEach((line, index) => {
    const key = (field: string): string => ledgerCellKey('lines', index, field)
    checkFunction(check, key('function'), line.function, line.use.kind === 'project', judge)
    if (line.economic !== undefined) reportCode(check, key('economic'), judge('economic', line.economic))
    else if (line.use.kind !== 'project' && !check.list.isUnread(key('use'))) {
      reportAt(check, key('economic'), {
        cause: 'economic-missing', detail: '基本支出没有填部门经济科目。', remedy: '人员类和公用经费每一笔都要填 5 位款级部门经济科目编码。',
      })
    }
    if (line.governmentEconomic !== undefined) reportCode(check, key('governmentEconomic'), judge('governmentEconomic', line.governmentEconomic))
  })
  ledger.carriedOut.forEach((line, index) => { checkFunction(check, ledgerCellKey('carriedOut', index, 'function'), line.function, false, judge) })
  checkRevenueSubjects(check, judge)
  checkLocalCodes(check)
  noticeForeignFunds(check)
}

type CodeJudge = (scheme: CodeScheme, code: string) => ProblemText | undefined

function reportCode(check: LedgerCheck, key: string, text: ProblemText | undefined): void {
  if (text !== undefined) reportAt(check, key, text)
}

function checkFunction(check: LedgerCheck, key: string, code: string, ofProject: boolean, judge: CodeJudge): void {
  if (code !== '') reportCode(check, key, judge('function', code))
  else {
    reportAt(check, key, {
      cause: 'function-missing', detail: `${ofProject ? '项目支出' : '这一笔'}没有填功能科目。`, remedy: '每笔支出都要填 7 位项级功能科目编码。',
    })
  }
}

/** How many digits a code must have, and what that depth is called. */
const depths: Readonly<Record<Exclude<CodeScheme, 'revenue'>, { readonly digits: number; readonly name: string; readonly what: string }>> = {
  function: { digits: 7, name: '项级', what: '功能科目' },
  economic: { digits: 5, name: '款级', what: '部门经济科目' },
  governmentEconomic: { digits: 5, name: '款级', what: '政府经济科目' },
}

/** Judges each code once, however many lines use it. */
function createCodeJudge({ ledger, vocabulary }: LedgerCheck): CodeJudge {
  const { year } = ledger.department
  const local = new Set(ledger.localCodes.map(({ scheme, code }) => `${scheme} ${code}`))
  const judged = new Map<string, ProblemText | undefined>()
  const judge: CodeJudge = (scheme, code) => {
    if (scheme === 'revenue') return revenueDepth(code)
    const { digits, name, what } = depths[scheme]
    if (!/^\d+$/u.test(code)) return { cause: 'code-form', detail: `${what}“${code}”不是数字编码。`, remedy: `请填 ${digits} 位${name}编码。` }
    if (code.length !== digits) {
      return {
        cause: 'code-depth', detail: `${what} ${code} 不是${name}编码（应为 ${digits} 位，这里 ${code.length} 位）。`,
        remedy: code.length < digits ? `请细化到${name}。` : '请核对编码，或改填上一级。',
      }
    }
    if (local.has(`${scheme} ${code}`) || year === 0 || vocabulary.classification.lookup(scheme, code, year).length > 0) return undefined
    const other = vocabulary.classification.lookup(scheme, code)[0]
    return {
      cause: 'unknown-code',
      detail: other === undefined
        ? `${year} 年的${what}里没有 ${code}。`
        : `${year} 年的${what}里没有 ${code}（${other.name}），它只用于 ${yearsOf(other)}。`,
      remedy: '请核对编码；确属本省或本部门自设的，先在“自设科目”表登记。',
    }
  }
  return (scheme, code) => {
    const key = `${scheme} ${code}`
    if (!judged.has(key)) judged.set(key, judge(scheme, code))
    return judged.get(key)
  }
}

function yearsOf({ years }: ClassificationEntry): string {
  return years.to === 9999 ? `${years.from} 年以后` : `${years.from} 至 ${years.to} 年`
}

/** The national list of revenue subjects is not at hand in full: only the form of the code is judged. */
function revenueDepth(code: string): ProblemText | undefined {
  return /^\d{3}(?:\d{2}){0,3}$/u.test(code)
    ? undefined
    : { cause: 'code-form', detail: `收入科目“${code}”不是 3、5、7 或 9 位编码。`, remedy: '请填收入分类科目编码，如 1030129。' }
}

function checkRevenueSubjects(check: LedgerCheck, judge: CodeJudge): void {
  check.ledger.revenue.forEach(({ fund, period, subject, amount }, index) => {
    const key = ledgerCellKey('revenue', index, 'subject')
    if (subject !== undefined) {
      reportCode(check, key, judge('revenue', subject))
      return
    }
    const published = period === 'current' && (fund === 'fiscal/governmentFund' || fund === 'fiscal/stateCapital')
    if (!published || check.list.isUnread(ledgerCellKey('revenue', index, 'fund'))) return
    const text: ProblemText = {
      cause: 'revenue-subject-missing', detail: `本年${wordOf('fund', fund)}收入没有填收入科目。`, remedy: '这类收入按收入科目公开，请填编码，如 1030129。',
    }
    if (amount === 0) check.list.notice(check.locate(key), text)
    else reportAt(check, key, text)
  })
}

const localDigits: Readonly<Record<LocalCode['scheme'], { readonly pattern: RegExp; readonly say: string }>> = {
  function: { pattern: /^\d{3}(?:\d{2}){0,2}$/u, say: '3、5 或 7 位' },
  economic: { pattern: /^\d{3}(?:\d{2})?$/u, say: '3 或 5 位' },
  governmentEconomic: { pattern: /^\d{3}(?:\d{2})?$/u, say: '3 或 5 位' },
  revenue: { pattern: /^\d{3}(?:\d{2}){0,3}$/u, say: '3、5、7 或 9 位' },
}

function checkLocalCodes(check: LedgerCheck): void {
  const first = new Map<string, number>()
  check.ledger.localCodes.forEach(({ scheme, code }, index) => {
    const key = ledgerCellKey('localCodes', index, 'code')
    const { pattern, say } = localDigits[scheme]
    if (!pattern.test(code)) {
      reportAt(check, key, { cause: 'code-form', detail: `自设科目编码“${code}”不合规则，应为 ${say}数字。`, remedy: '请按全国统一科目的位数编码。' })
    }
    const known = first.get(`${scheme} ${code}`)
    if (known === undefined) first.set(`${scheme} ${code}`, index)
    else reportAt(check, key, { cause: 'duplicate', detail: `自设科目 ${code} 重复。`, remedy: '请只留一行。' })
  })
}

/** A code of one fund beside money of another: possible, but worth a look. Said once per code and fund. */
function noticeForeignFunds({ ledger, vocabulary, list, locate }: LedgerCheck): void {
  const seen = new Set<string>()
  ledger.lines.forEach(({ function: code, fund }, index) => {
    const key = `${code} ${fund}`
    if (seen.has(key)) return
    seen.add(key)
    const entries = vocabulary.classification.lookup('function', code, ledger.department.year)
    const foreign = entries.length > 0 && entries.every((entry) => !sharesFund(entry, fund))
    if (!foreign) return
    list.notice(locate(ledgerCellKey('lines', index, 'function')), {
      cause: 'function-of-other-fund', detail: `功能科目 ${code} ${entries[0]?.name ?? ''}一般不用于${wordOf('fund', fund)}。`, remedy: '请核对科目和资金性质。',
    })
  })
}

/** Money outside 财政拨款 uses the subjects of 一般公共预算. */
function sharesFund(entry: ClassificationEntry, fund: LedgerFund): boolean {
  const own = fund.startsWith('fiscal/') ? fund : 'fiscal/generalPublic'
  return isNodeWithin(own, entry.fund)
}
