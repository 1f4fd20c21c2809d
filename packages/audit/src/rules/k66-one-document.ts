/**
 * 全文一致: one year, one name, a unit on every table, all required parts, nothing left to fill in.
 *
 * @module
 */
import { outcomeOf, type Rule } from '../model/rule.ts'
import { findMissingParts } from './k66-required-parts.ts'
import { findResidue } from './k66-residue.ts'
import { findTableUnits } from './k66-table-units.ts'
import { findDifferentContents, findOtherNames, findOtherYears } from './k66-titles.ts'

/** The document is one document: same year and name throughout, complete, and finished. */
export const k66OneDocument: Rule = {
  meta: {
    id: 'K66',
    title: { zh: '年度、名称、单位、目录或格式前后不一致', en: 'Year, name, unit, contents or form is not the same throughout' },
    severity: 'warning',
    basis: [
      { source: 'disclosureProcedure', article: '公开内容应完整、真实、准确、规范；没有数据的表应列空表并说明' },
      { source: 'budgetLaw', article: '第十四条' },
    ],
    explanation: {
      zh: '全文应是同一年度、同一名称；每张表标注一种金额单位；目录与正文标题一致；没有未填写的占位符和网页标记；本地模板要求的表和说明齐全。这些问题多由沿用往年或外单位文本造成。',
      en: 'One year and one name throughout; one unit on every table; a contents page that matches; no placeholders or markup; every table and section that the local template requires. Faults here usually come from reused text.',
    },
    legitimate: {
      zh: '标题中出现上年度，可能是对比或执行情况；没有数据的表也应列出空表并注明，不宜省略。',
      en: 'A title may name last year for comparison or execution; a table without data is still listed, with a note.',
    },
  },
  check(context) {
    const { document } = context
    const parts = findMissingParts(context)
    const findings = [
      ...findOtherYears(document), ...findOtherNames(document), ...findDifferentContents(document),
      ...findTableUnits(document), ...findResidue(document), ...parts.findings,
    ]
    return outcomeOf(document.tables.length + document.sections.length + parts.checked, findings, parts.undetermined)
  },
}
