/**
 * Tables and sections that the place's profile requires.
 *
 * @module
 */
import { normaliseLabel, type SectionKind } from '@mingzhang/vocabulary'
import type { AuditContext, RuleFinding, RuleOutcome } from '../model/rule.ts'
import { tableOfContents } from './k66-titles.ts'

type MissingParts = Pick<RuleOutcome, 'checked' | 'findings' | 'undetermined'>

/** What is missing, and what cannot be called missing because something in the document stayed unrecognised. */
export function findMissingParts({ document, profile, vocabulary }: AuditContext): MissingParts {
  const isJudged = profile !== undefined && document.facts.kind?.value === 'budget' && document.tables.length > 0
  if (!isJudged) return { checked: 0, findings: [], undetermined: [] }
  const place = document.facts.body?.place ?? { document: document.tree.name }
  const tables = profile.requiredTables.filter((id) => !document.tables.some(({ kind }) => kind === id))
    .map((id) => ({ id, name: vocabulary.tableKinds.find((kind) => kind.id === id)?.name ?? id, part: '表' as const }))
  const sections = profile.requiredSections.filter((id) => !document.sections.some(({ kind }) => kind === id))
    .map((id) => ({ id, name: vocabulary.sectionKinds.find((kind) => kind.id === id)?.name ?? id, part: '说明' as const }))
  const headings = document.sections.map(({ heading }) => normaliseLabel(heading))
  // The contents page promises a part; only the body shows that it may be there unrecognised.
  const printed = document.tree.blocks.slice(tableOfContents(document).after)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.map((row) => row.cells.map(({ text }) => text).join(''))))
    .map(normaliseLabel)
  const isUnclear = ({ id, name, part }: { readonly id: string; readonly name: string; readonly part: '表' | '说明' }): boolean => (
    part === '表' ? document.unrecognised.length > 0 : document.sections.length === 0)
    || [...headings, ...printed].some((line) => line.includes(normaliseLabel(name)) && line.length <= name.length + 20)
    // A section without a heading of its own may still be told somewhere: its words then stand in the text.
    || (part === '说明' && printed.some((line) => vocabulary.sectionKinds.some((kind) => kind.id === id && speaksOf(line, kind.title))))
  // Where most of a kind is absent, tables or text stand in another file: each single one cannot be called missing.
  const isElsewhere = { 表: tables.length * 2 > profile.requiredTables.length, 说明: sections.length * 2 > profile.requiredSections.length }
  const missing = [...tables, ...sections]
  const open = missing.filter((one) => isElsewhere[one.part] || isUnclear(one))
  return {
    checked: profile.requiredTables.length + profile.requiredSections.length - open.length,
    findings: missing.filter((one) => !open.includes(one)).map(({ id, name, part }): RuleFinding => ({
      key: `missing:${id}`,
      // A table has an official title; what a section is called differs from place to place.
      ...part === '表' ? {} : { severity: 'notice' as const },
      places: [place],
      expected: name,
      statement: {
        zh: `${profile.name}要求公开的${part}“${name}”，文件中没有找到。${part === '表' ? '没有数据的表也应列出空表并注明。' : ''}`,
        en: `"${name}", which ${profile.name} requires, was not found.${part === '表' ? ' A table without data is still listed, with a note.' : ''}`,
      },
    })),
    undetermined: open.map(({ name, part }) => ({
      places: [place],
      reason: { zh: `没有识别到${part}“${name}”，但文件中有未识别的内容，不能断定缺少。`,
        en: `"${name}" was not recognised, but parts of the document stayed unrecognised.` },
    })),
  }
}

function speaksOf(line: string, { all, any }: SectionKind['title']): boolean {
  return all.every((word) => line.includes(word)) && (any.length === 0 || any.some((word) => line.includes(word)))
}
