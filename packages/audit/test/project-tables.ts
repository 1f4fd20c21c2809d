/** Recognised tables for tests: project tables and expenditure totals, in ten thousand yuan. */
import type { Figure, Region } from '@mingzhang/figures'
import { parseAmount } from '@mingzhang/money'
import type { RecognisedTable } from '../src/index.ts'
import { somewhere } from './builders.ts'

/** A project table of one period with one total per project. */
export function projectTable(period: 'current' | 'carriedIn', projects: Readonly<Record<string, string>>): RecognisedTable {
  const names = Object.keys(projects)
  const id = period === 'current' ? 't12' : 't13'
  return {
    id,
    kind: period === 'current' ? 'currentProjects' : 'carriedProjects',
    title: period === 'current' ? '2024年项目支出预算表（本年预算）' : '2024年项目支出预算表（上年结转）',
    place: somewhere,
    unit: '万元',
    noDataNote: undefined,
    rows: names.map((label, index) => ({ label, code: undefined, texts: {}, side: 'only', place: { ...somewhere, line: 100 + index } })),
    cells: names.map((name, row) => ({
      id: `${id}.${row}`,
      printed: parseAmount(projects[name] ?? '', '万元'),
      place: { ...somewhere, line: 100 + row },
      region: { use: 'spent', kind: 'project', period, project: name },
      unbound: undefined,
      partial: false,
      row,
      column: 1,
      side: 'only',
    })),
  }
}

/** A printed total of general public expenditure of the year, all of it or one kind. */
export function expenditureTotal(amount: string, part: Region = {}): Figure {
  return {
    id: `total.${part.kind ?? 'all'}`,
    region: { year: '2024', use: 'spent', fund: 'fiscal/generalPublic', period: 'current', ...part },
    printed: parseAmount(amount, '万元'),
    place: { ...somewhere, line: 50 },
    blankIsZero: true,
  }
}
