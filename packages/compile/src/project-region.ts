import type { Region } from '@mingzhang/figures'
import { nameNode } from './facts.ts'
import type { Ledger } from './ledger/ledger.ts'

/**
 * The expenditure of a project, with the unit of its row in the project tables: the one that its lines name, which need not
 * be the one that it is registered with. A project that several units spend on has a row for each, and its money is that of
 * all of them: then no unit is named. Without lines, the unit that it is registered with.
 */
export function projectRegion({ projects, lines }: Pick<Ledger, 'projects' | 'lines'>, project: string): Region {
  const spending = new Set(lines.flatMap(({ use, unit }) => (use.kind === 'project' && use.project === project ? [unit] : [])))
  const [only = projects.find(({ name }) => name === project)?.unit] = spending
  const unit: Region = spending.size > 1 || only === undefined ? {} : { unit: nameNode(only) }
  return { use: 'spent', kind: 'project', ...unit, project: nameNode(project) }
}
