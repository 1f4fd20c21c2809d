/** Every bound amount of a recognised document as figures, tables first: the first print of a region is the reference. */
import { type Figure, lineKey, type Region } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import { listsLevels, sourceRegion } from '../forms/funding-regions.ts'
import type { FormLink } from '../model/form.ts'
import type { Mention, RecognisedTable } from '../model/recognised-document.ts'
import { without } from '../narrative/prose-lexicon.ts'

export function collectFigures(tables: readonly RecognisedTable[], mentions: readonly Mention[], links: readonly FormLink[], year: number | undefined): readonly Figure[] {
  const yearRegion: Region = year === undefined ? {} : { year: String(year) }
  const tableFigures = tables.flatMap((table) =>
    table.cells.flatMap((cell): Figure[] => {
      if (cell.region === undefined) return []
      // A column of another year says so; all others are of the document's.
      const region = { ...yearRegion, ...cell.region }
      return [{ id: cell.id, region, printed: cell.printed, place: cell.place, cell: { table: table.id, row: cell.row, column: cell.column, side: cell.side }, partial: cell.partial, ...cell.change === undefined ? {} : { change: cell.change }, blankIsZero: true }]
    }),
  )
  const proseFigures = mentions.flatMap((mention): Figure[] => {
    if ((mention.role !== 'amount' && mention.role !== 'previous') || mention.region === undefined || mention.printed === undefined) return []
    return [{ id: mention.id, region: mention.region, printed: mention.printed, place: mention.place, blankIsZero: false }]
  })
  return [...tableFigures, ...proseFigures, ...links.flatMap((link) => formFigures(link, links, tables, yearRegion))]
}

/** The rows and columns of tables that hold an amount which could not be bound. A printed zero leaves no gap. */
export function unboundLines(tables: readonly RecognisedTable[]): ReadonlySet<string> {
  const unbound = tables.flatMap((table) =>
    table.cells
      .filter(({ region, change, isCount, printed }) => region === undefined && change === undefined && isCount !== true && (printed.kind === 'unreadable' || (printed.kind === 'stated' && printed.stated.value !== 0)))
      .map((cell) => ({ table: table.id, row: cell.row, column: cell.column, side: cell.side, isOwn: cell.otherYear === undefined })),
  )
  // An amount of another year leaves this year's sums of its row whole.
  return new Set(unbound.flatMap((cell) => [...cell.isOwn ? [lineKey(cell, 'row')] : [], lineKey(cell, 'column')]))
}

/** A form's funding rows. The annual money is the project's money of the year; the money of the whole period has no year. */
function formFigures(link: FormLink, links: readonly FormLink[], tables: readonly RecognisedTable[], yearRegion: Region): readonly Figure[] {
  const base = baseRegion(link, links, tables)
  if (base === undefined) return []
  const byLevel = listsLevels(link.form)
  return link.form.funding.flatMap((funding, index): Figure[] => {
    const span: Region = funding.span === 'annual' ? { ...base.annual, ...yearRegion } : base.life
    const region = sourceRegion(funding.level, span, link.form)
    if (region === undefined) return []
    return [
      {
        id: `f${link.form.index}.${index + 1}`,
        region,
        printed: funding.amount,
        place: funding.place,
        // 财政拨款 and 其他资金 are no closed list of sources: such rows are proved one by one.
        ...(byLevel ? { cell: { table: `f${link.form.index}`, row: index, column: funding.span === 'annual' ? 2 : 1, side: funding.span } } : {}),
        blankIsZero: true,
      },
    ]
  })
}

/** The region of the project's row in the project table; for a form of basic expenditure, that kind of expenditure. */
function baseRegion(link: FormLink, links: readonly FormLink[], tables: readonly RecognisedTable[]): { readonly annual: Region; readonly life: Region } | undefined {
  switch (link.by) {
    case 'none':
      return undefined
    case 'basic-expenditure': {
      const kind = kindOfBasicForm(link)
      // Several forms of one kind are those of several units: none of them is the whole department's.
      const isOnly = links.filter((other) => other.by === 'basic-expenditure' && kindOfBasicForm(other) === kind).length === 1
      const unit: Region = isOnly ? {} : { unit: normaliseLabel(link.form.implementingUnit.text) }
      return { annual: { use: 'spent', kind, period: 'current', ...unit }, life: { use: 'spent', kind, project: link.form.projectName.text, ...unit } }
    }
    case 'name':
    case 'amount': {
      const total = link.isAmbiguous === true ? undefined : projectTotal(link, links, tables)
      // A table of one fund's projects says nothing of the project's whole money.
      if (total === undefined || total.fund !== undefined) return undefined
      return { annual: total, life: without(total, 'period') }
    }
  }
}

/** A project that several units spend on has a row for each: its only form is for all of them, several forms are each for their own unit. */
function projectTotal({ form, project, region }: FormLink, links: readonly FormLink[], tables: readonly RecognisedTable[]): Region | undefined {
  // A row's first column is its total over all funds.
  const totals = tables.filter(({ kind }) => kind === 'currentProjects' || kind === 'carriedProjects').flatMap((table) =>
    table.rows.flatMap(({ label }, index) => (label === project ? (table.cells.find((cell) => cell.row === index)?.region ?? []) : [])),
  )
  const first = region ?? totals[0]
  if (first === undefined || new Set(totals.map(({ unit }) => unit)).size < 2) return first
  if (links.filter((other) => other.project === project).length === 1) return without(first, 'unit')
  const own = normaliseLabel(form.implementingUnit.text)
  return totals.find(({ unit }) => unit === own) ?? first
}

function kindOfBasicForm(link: FormLink): string {
  const name = link.form.projectName.text
  return /公用|运转/u.test(name) ? 'basic/operating' : /人员|工资/u.test(name) ? 'basic/personnel' : 'basic'
}
