/**
 * Tells the tables of a department from those of its units where one document prints both.
 *
 * Each such table names its body in the note above it (单位名称：清河县图书馆) or in its title. The same kind of table for
 * another body than the document's own holds that unit's money only.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import { unitNode } from './unit-names.ts'

/** A table before it is read: its kind, its title and the body that the note above it names. */
export interface NamedTable {
  readonly kind: string
  readonly title: string
  /** `undefined` where no note names a body. */
  readonly body: string | undefined
}

const bodyNote = /(?:^|\s)(?:部门|单位|预算单位|编制单位|编制部门|填报单位|填报部门|预算部门|部门[（(]单位[）)]|单位[（(]部门[）)]|部门[、/／]单位)(?:名称)?\s*[:：]\s*(?:\d{3,9}[-_—]?)?(\S{3,40}?)(?:\s|(?:金额)?单位\s*[:：]|金额|$)/u

/** The body that a note above a table names; `undefined` for any other line, a unit of money among them. */
export function bodyInNote(text: string): string | undefined {
  const name = bodyNote.exec(text)?.[1]
  return name === undefined || /^(?:人民币)?[百十]?[万千亿]?元$/u.test(name) ? undefined : name
}

/** For each table the region of the unit that it is of; empty for the document's own body and where nothing tells. */
export function unitsOfTables(tables: readonly NamedTable[], body: string | undefined, units: ReadonlySet<string>): readonly Region[] {
  const nameOf = ({ body: noted, title }: NamedTable): string | undefined => (noted === undefined ? unitInTitle(title, body, units) : wholeName(noted))
  const names = tables.map(nameOf)
  const own = body === undefined ? names.find((name) => name !== undefined) : wholeName(body)
  return tables.map(({ kind }, index) => {
    const name = names[index]
    if (name === undefined || name === own) return {}
    const isRepeated = tables.some((other, at) => other.kind === kind && names[at] !== name)
    return isRepeated ? { unit: name } : {}
  })
}

/** The name without what marks the department as a whole: 清河县文化和旅游局（汇总）. */
function wholeName(name: string): string {
  return unitNode(normaliseLabel(name).replace(/\((?:汇总|部门|部门汇总|合计|含下属单位)\)$|(?:部门)?汇总$/u, ''))
}

/** The unit whose name a title holds, the longest if several. */
function unitInTitle(title: string, body: string | undefined, units: ReadonlySet<string>): string | undefined {
  const text = normaliseLabel(title)
  const own = body === undefined ? '' : wholeName(body)
  return [...units].filter((name) => name.length >= 5 && name !== own && text.includes(name)).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]
}
