import type { HeadingBlock, TextBlock } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import type { PublicationRounding } from '../../compile-context.ts'
import { clerkParagraphs } from '../clerk-text/clerk-runs.ts'
import type { SectionScope, SectionWriter } from '../section-scope.ts'
import { paragraph } from '../sentence.ts'
import { governmentFundStatement, stateCapitalStatement } from './fund-statement.ts'
import { writeServiceCatalogue } from './service-catalogue.ts'

/**
 * 其他说明: the catalogue of services, the two other budgets, approval and publication, and how amounts were rounded, as
 * far as no section of their own holds them.
 */
export const writeOtherStatements: SectionWriter = (scope) => {
  const { sections } = scope
  const others = [
    ...sections.has('governmentFund') ? [] : [(lead: string) => governmentFundStatement(scope, `${lead}政府性基金预算支出情况：`)],
    ...sections.has('stateCapital') ? [] : [(lead: string) => stateCapitalStatement(scope, `${lead}国有资本经营预算支出情况：`)],
    ...approval(scope), rounding(scope),
  ].map((write, index) => write(`${index + 1}、`))
  const own = clerkParagraphs(scope, 'other')
  if (sections.has('serviceCatalogue')) return [...others, ...own]
  return [
    heading('（一）政府购买服务指导性目录', 'narrative-serviceCatalogue'), ...writeServiceCatalogue(scope),
    heading('（二）其他', 'narrative-other'), ...others, ...own,
  ]
}

type Statement = (lead: string) => TextBlock

/** 《预算法》第十四条: published within 20 days of approval; a reader can only tell with both dates. */
function approval({ context, year, body, report }: SectionScope): readonly Statement[] {
  const { approvedOn, approvedBy, publishedOn } = context.ledger.department
  for (const date of [approvedOn, publishedOn]) if (date !== undefined && printedDate(date) === undefined) report(badDate(date))
  const approved = printedDate(approvedOn)
  const published = printedDate(publishedOn)
  if (approved === undefined && published === undefined) return []
  const parts = [
    ...approved === undefined ? [] : [`${approvedBy === undefined ? '' : `由${approvedBy}`}于${approved}批复`],
    ...published === undefined ? [] : [`${published}公开`],
  ]
  return [(lead) => paragraph(lead, `${body}${year}预算${parts.join('，')}。`)]
}

/** `2024年2月6日`; `undefined` for no date and for what is none. */
function printedDate(date: string | undefined): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date ?? '')
  return match === null ? undefined : `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日`
}

function badDate(date: string): Problem {
  return {
    code: 'compile.narrative.date', place: { document: '台账', table: '部门信息' },
    detail: `“${date}”不是日期。`, remedy: '批复日期和公开日期请写成 2024-02-06 的样子。',
  }
}

const roundingNotes: Readonly<Record<PublicationRounding, string>> = {
  'half-up': '报表金额以万元为单位，按四舍五入保留两位小数，部分合计数与分项之和的尾数差异由此产生。',
  balanced: '报表金额以万元为单位，保留两位小数，尾数采用舍位平衡处理，合计数与分项之和一致，个别数字与四舍五入的结果在末位上略有不同。',
}

function rounding({ context }: SectionScope): Statement {
  return (lead) => paragraph(lead, roundingNotes[context.rounding])
}

function heading(text: string, id: string): HeadingBlock {
  return { kind: 'heading', level: 3, text, id }
}
