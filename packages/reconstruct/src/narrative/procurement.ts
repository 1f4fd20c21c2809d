/**
 * 政府采购 by kind, from the narrative; what is bought is looked for among the projects.
 *
 * @module
 */
import type { RecognisedDocument } from '@mingzhang/audit'
import type { BudgetLine, LedgerProject, LedgerUnit, ProcurementLine } from '@mingzhang/compile'
import { type Fen, intervalOf, type Stated } from '@mingzhang/money'
import type { MarkBook } from '../marks.ts'

const kinds = [['goods', '货物'], ['works', '工程'], ['services', '服务']] as const

interface Context {
  readonly units: readonly LedgerUnit[]
  readonly projects: readonly LedgerProject[]
  readonly lines: readonly BudgetLine[]
}

/** One line per kind with money. The only project of the year with just this amount is taken for what is bought. */
export function readProcurement(document: RecognisedDocument, { units, projects, lines }: Context, book: MarkBook): readonly ProcurementLine[] {
  const procurement: ProcurementLine[] = []
  for (const [kind, name] of kinds) {
    const stated = amountOf(document, `all/${kind}`)
    if (stated === undefined || stated.value === 0) continue
    const near = projects.filter((project) => isWithin(moneyOf(project, lines), stated))
    const same = near.filter((project) => moneyOf(project, lines) === stated.value)
    const bought = same.length > 0 ? same : near
    const project = bought.length === 1 ? bought[0] : undefined
    const at = procurement.length
    book.mark(['procurement', at, 'amount'], stated.quantum <= 100 ? 'stated' : 'inferred', '文字说明的印数')
    book.mark(['procurement', at, 'kind'], 'stated')
    if (project === undefined) {
      book.mark(['procurement', at, 'name'], 'open', '公开文件没有写采购的具体内容')
      book.mark(['procurement', at, 'unit'], units.length === 1 ? 'stated' : 'open', units.length === 1 ? undefined : '公开文件没有写由哪个单位采购')
    } else {
      for (const field of ['name', 'unit']) book.mark(['procurement', at, field], 'inferred', '金额与这个项目相同')
    }
    procurement.push({ unit: project?.unit ?? units[0]?.name ?? '', kind, name: project?.name ?? `${name}类采购`, amount: stated.value })
  }
  return procurement
}

function amountOf(document: RecognisedDocument, node: string): Stated | undefined {
  const year = document.facts.year?.value
  const figure = document.figures.find(({ region, printed }) =>
    region.procurement === node && region.unit === undefined && printed.kind === 'stated' && (year === undefined || region.year === String(year)))
  return figure?.printed.kind === 'stated' ? figure.printed.stated : undefined
}

function moneyOf({ name }: LedgerProject, lines: readonly BudgetLine[]): Fen | undefined {
  const own = lines.filter(({ use, period }) => use.kind === 'project' && use.project === name && period === 'current')
  return own.length === 0 ? undefined : own.reduce((sum, { amount }) => (sum + amount) as Fen, 0 as Fen)
}

function isWithin(amount: Fen | undefined, stated: Stated): boolean {
  if (amount === undefined) return false
  const { low, high } = intervalOf(stated)
  return low <= amount && amount <= high
}
