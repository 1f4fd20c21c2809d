import type { LedgerCellKey } from '../cell-key.ts'
import { type CellLocation, cellProblem, type CellProblem, fileProblem, type ProblemText } from '../ledger-problem.ts'

/** What a reading has found so far. */
export interface ProblemList {
  readonly problem: (location: CellLocation, text: ProblemText) => void
  readonly notice: (location: CellLocation, text: ProblemText) => void
  /** The value of this key could not be read: a placeholder stands in the ledger, and nothing may be concluded from it. */
  readonly unread: (key: LedgerCellKey) => void
  /** A whole list could not be read: its sheet or its heads are missing. */
  readonly unreadList: (list: string) => void
  readonly isUnread: (key: LedgerCellKey) => boolean
  /** Whether any value of this list, or any of this field of it, could not be read. */
  readonly hasUnreadIn: (list: string, field?: string) => boolean
  readonly problems: () => readonly CellProblem[]
  readonly notices: () => readonly CellProblem[]
}

/** One wrong column of a large table makes a problem per row: past this, they are only counted. */
const mostProblems = 5000

/** An empty list of the document's problems. They come back in the order of `sheetOrder`, then by row and column. */
export function createProblemList(document: string, sheetOrder: readonly string[]): ProblemList {
  const problems: CellProblem[] = []
  const notices: CellProblem[] = []
  const unread = new Set<LedgerCellKey>()
  const unreadFields = new Set<string>()
  const wholeLists = new Set<string>()
  let more = 0
  const rank = new Map(sheetOrder.map((sheet, index) => [sheet, index]))
  const compare = (a: CellProblem, b: CellProblem): number =>
    (rank.get(a.sheet) ?? -1) - (rank.get(b.sheet) ?? -1) || a.row - b.row || a.cell.length - b.cell.length
    || (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0)
  return {
    problem: (location, text) => {
      if (problems.length < mostProblems) problems.push(cellProblem(document, location, text))
      else more += 1
    },
    notice: (location, text) => {
      if (notices.length < mostProblems) notices.push(cellProblem(document, location, text))
    },
    unread: (key) => {
      unread.add(key)
      const [, list = key, field = ''] = /^(.*?)\.\d+\.(.*)$/u.exec(key) ?? []
      unreadFields.add(list).add(`${list} ${field}`)
    },
    unreadList: (list) => { wholeLists.add(list) },
    isUnread: (key) => unread.has(key),
    hasUnreadIn: (list, field) => wholeLists.has(list) || unreadFields.has(field === undefined ? list : `${list} ${field}`),
    problems: () => [
      ...problems.toSorted(compare),
      ...(more === 0 ? [] : [fileProblem(document, {
        cause: 'more-problems', detail: `另有 ${more} 处问题没有列出。`, remedy: '同一列大片报错的，多半是整列填错或列错位，改好后再读一次。',
      })]),
    ],
    notices: () => notices.toSorted(compare),
  }
}
