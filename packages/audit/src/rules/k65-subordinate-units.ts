/**
 * 下属单位与表中单位: the subordinate units that 机构设置 names appear in the unit rows, or the text says why not.
 *
 * @module
 */
import type { Place } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { type UnitEnumeration, unitEnumerations } from '../recognise/unit-names.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { narrativeLines } from './narrative-queries.ts'

/** Every named subordinate unit has a row of its own in a table by unit, unless the text says that it has no own accounts. */
export const k65SubordinateUnits: Rule = {
  meta: {
    id: 'K65',
    title: { zh: '所列下属单位未在表中出现', en: 'Named subordinate units do not appear in the tables' },
    severity: 'notice',
    basis: [{ source: 'budgetLaw', article: '第八条（各部门预算由本部门及其所属各单位预算组成）' }],
    explanation: {
      zh: '部门预算由本级和所属单位预算组成。机构设置列出下属单位，而按单位列示的表里没有这些单位的，应当说明是否纳入本级核算。',
      en: 'A department\'s budget is its own plus its units\'. Where the text names subordinate units that no table by unit lists, it should say whether they are accounted within the department itself.',
    },
    legitimate: { zh: '下属单位不是独立预算单位、经费纳入本级核算的，写明即可。',
      en: 'Units that are no budget units of their own and are accounted within the department: one sentence is enough.' },
  },
  check({ document }) {
    const lists = unitLists(document)
    if (lists.length === 0) return outcomeOf(0, [])
    const rows = unitRows(document)
    const undetermined: RuleOutcome['undetermined'] = rows.size > 0 ? [] : [{
      places: lists.map(({ place }) => place), reason: { zh: '没有识别到按单位列示的表。', en: 'No table by unit was recognised.' },
    }]
    const isExplained = narrativeLines(document)
      .some(({ text }) => /(?:纳入|并入|列入).{0,12}(?:本级|局机关|机关本级|统一)|不(?:是)?独立(?:核算|编制|预算)|未独立核算|统一核算|合并(?:编制|核算)|无独立/u.test(normaliseLabel(text)))
    const findings = lists.flatMap((list) => [
      ...countFinding(list),
      ...rows.size === 0 || isExplained ? [] : missingFinding(list, rows),
    ])
    return outcomeOf(rows.size > 0 ? lists.length : 0, findings, undetermined)
  },
}

type UnitList = UnitEnumeration & { readonly place: Place }

function unitLists(document: RecognisedDocument): readonly UnitList[] {
  return narrativeLines(document).flatMap(({ text, place }) => unitEnumerations(text).map((list) => ({ ...list, place })))
}

/** The names in the unit rows of all tables, normalised. */
function unitRows(document: RecognisedDocument): ReadonlySet<string> {
  return new Set(document.tables.flatMap((table) => table.cells.flatMap(({ region, row }) => (
    region?.unit === undefined || region.project !== undefined ? [] : [normaliseLabel(table.rows[row]?.label ?? region.unit)]))))
}

function countFinding({ names, announced, place }: UnitList): readonly RuleFinding[] {
  if (announced === undefined || announced === names.length) return []
  return [{
    key: `count:${names.join('、')}`,
    places: [place],
    expected: `${announced}个`,
    found: `${names.length}个`,
    statement: {
      zh: `文字写明下属机构${announced}个，列出的有${names.length}个（${names.join('、')}）。`,
      en: `The text announces ${announced} subordinate units and names ${names.length}.`,
    },
  }]
}

function missingFinding({ names, place }: UnitList, rows: ReadonlySet<string>): readonly RuleFinding[] {
  const missing = names.filter((name) => ![...rows].some((row) => row.includes(name) || (row.length >= 5 && name.includes(row))))
  if (missing.length === 0) return []
  return [{
    key: `rows:${missing.join('、')}`,
    places: [place],
    expected: missing.join('、'),
    found: [...rows].join('、'),
    statement: {
      zh: `机构设置列有下属单位${missing.join('、')}，按单位列示的表中只有${[...rows].join('、')}，也没有说明这些单位是否纳入本级核算。`,
      en: `The text names ${missing.length} subordinate units that no table by unit lists, and does not say that they are accounted within the department.`,
    },
  }]
}
