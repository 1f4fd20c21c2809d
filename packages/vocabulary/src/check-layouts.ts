/**
 * Checks of layouts against the rest of the vocabulary: kinds that are declared, labels that have a meaning.
 *
 * @module
 */
import type { Problem } from '@mingzhang/figures'
import { labelLookup, type LabelLookup, plainLabel } from './label-lookup.ts'
import type { DisclosureLayout, LayoutColumn, LayoutRow } from './layout.ts'
import type { DataFile } from './read-yaml.ts'
import type { Word } from './vocabulary.ts'

interface Known {
  readonly words: readonly Word[]
  readonly tableKinds: readonly { readonly id: string; readonly sides?: object | undefined }[]
}

type Path = readonly PropertyKey[]

/** Adds a problem for every name and label of a layout that nothing declares: it would be printed and never read back. */
export function checkLayouts(layouts: readonly DataFile<DisclosureLayout>[], known: Known, problems: Problem[]): void {
  const lookup = labelLookup(known)
  const seen = new Map<string, string>()
  for (const layout of layouts) {
    const report = (cause: string, path: Path, detail: string, remedy: string): void => {
      problems.push({ code: `vocabulary.layouts.${cause}`, place: { document: layout.file, line: layout.lineOf(path) }, detail, remedy })
    }
    const first = seen.get(layout.value.id)
    if (first === undefined) seen.set(layout.value.id, layout.file)
    else report('duplicate-id', ['id'], `标识“${layout.value.id}”已在 ${first} 中用过。`, '每个版式文件用不同的标识。')
    layout.value.tables.forEach((table, index) => {
      const same = layout.value.tables.findIndex(({ kind }) => kind === table.kind)
      if (same < index) report('duplicate-table-kind', ['tables', index, 'kind'], `表种类“${table.kind}”已在第 ${String(same + 1)} 张表用过。`, '一种表只排一次，删去一处。')
      const kind = known.tableKinds.find(({ id }) => id === table.kind)
      if (kind === undefined) {
        report('unknown-table-kind', ['tables', index, 'kind'], `表种类“${table.kind}”没有在 table-kinds.yaml 中声明。`, '改为那里已有的标识，或在那里补上。')
        return
      }
      const twoSided = kind.sides !== undefined
      table.bands.forEach((band, position) => {
        if ((band.only === undefined) === twoSided) return
        report('wrong-sides', ['tables', index, 'bands', position], `表“${table.title}”的行组与表种类不符。`, twoSided ? '这张表收入、支出并列，行组写 revenue 和 expenditure。' : '这张表是单栏的，行组写 only。')
      })
      const unknown = (what: string, path: Path, label: string): void => {
        report('unknown-label', ['tables', index, ...path], `${what}“${label}”不在 words.yaml 中，印出来也读不回来。`, '改用已有的词，在 words.yaml 中补上，或写明 region。')
      }
      checkColumns(table.columns, lookup, ['columns'], (path, label) => { unknown('列头', path, label) })
      table.bands.forEach((band, position) => {
        for (const [side, rows] of Object.entries(band)) checkRows(rows, lookup, ['bands', position, side], (path, label) => { unknown('行标', path, label) })
      })
    })
  }
}

type Report = (path: Path, label: string) => void

/** A head may be nothing but the budget year. */
function checkColumns(columns: readonly LayoutColumn[], lookup: LabelLookup, path: Path, report: Report): void {
  columns.forEach((column, index) => {
    const own = [...path, index]
    const label = column.label.replace('{year}', '2000')
    if (column.region === undefined && plainLabel(label) !== '' && lookup.words(label, 'column').length === 0) report([...own, 'label'], column.label)
    checkColumns(column.columns, lookup, [...own, 'columns'], report)
  })
}

function checkRows(rows: readonly LayoutRow[], lookup: LabelLookup, path: Path, report: Report): void {
  rows.forEach((row, index) => {
    const own = [...path, index]
    if ('label' in row && row.region === undefined && lookup.words(row.label, 'row').length === 0) report([...own, 'label'], row.label)
    checkRows(row.rows, lookup, [...own, 'rows'], report)
  })
}
