/**
 * The narrative (情况说明), written from the figures: one writer per kind of section, every number bound.
 *
 * @module
 */
import type { HeadingBlock, PublicationBlock } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import type { CompileContext } from '../compile-context.ts'
import { chineseNumber } from '../chinese-number.ts'
import { defaultReasonThresholds, type NarrativeLayout, type NarrativeSection, type NarrativeSectionId } from './narrative-layout.ts'
import type { SectionScope, SectionWriter } from './section-scope.ts'
import { writeAgencyOperating } from './sections/agency-operating.ts'
import { writeAssets } from './sections/assets.ts'
import { writeBasicExpenditure } from './sections/basic-expenditure.ts'
import { writeBudgetChange } from './sections/budget-change.ts'
import { writeDuties } from './sections/duties.ts'
import { writeExpenditureBudget } from './sections/expenditure-budget.ts'
import { writeFiscalAppropriation } from './sections/fiscal-appropriation.ts'
import { writeGovernmentFund, writeStateCapital } from './sections/fund-statement.ts'
import { writeGeneralPublicExpenditure } from './sections/general-public-expenditure.ts'
import { writeGlossary } from './sections/glossary.ts'
import { writeOrganisation } from './sections/organisation.ts'
import { writeOtherStatements } from './sections/other-statements.ts'
import { writePerformance } from './sections/performance.ts'
import { writeProcurement } from './sections/procurement.ts'
import { writeProjectExpenditure } from './sections/project-expenditure.ts'
import { writeRevenueBudget } from './sections/revenue-budget.ts'
import { writeServiceCatalogue } from './sections/service-catalogue.ts'
import { writeThreePublic } from './sections/three-public.ts'

export interface NarrativePart {
  readonly blocks: readonly PublicationBlock[]
  /** What stops the publication: numbers bound to nothing, unknown slots, missing reasons and texts. */
  readonly problems: readonly Problem[]
}

/**
 * Writes the sections of one part of the document, each below its heading, in the layout's order.
 *
 * Amounts are in 万元 as the context prints them; changes and shares are computed from printed amounts. Every problem is
 * returned, not only the first; the blocks are complete even so, with the text as typed in the places that are wrong.
 */
export function narrativeBlocks(context: CompileContext, layout: NarrativeLayout): NarrativePart {
  const problems: Problem[] = []
  const { department, texts } = context.ledger
  const scope: SectionScope = {
    context,
    year: `${department.year}年`,
    body: department.level === 'unit' ? '本单位' : '本部门',
    thresholds: layout.reasonThresholds ?? defaultReasonThresholds,
    sections: new Set([...layout.sections.map(({ id }) => id), ...(layout.elsewhere ?? [])]),
    textOf: (item) => texts.filter((text) => text.item === item).map(({ text }) => text).join('\n'),
    report: (problem) => void problems.push(problem),
  }
  const blocks = layout.sections.flatMap((section, index): readonly PublicationBlock[] =>
    [...headingOf(section, index), ...writers[section.id](scope)])
  return { blocks, problems }
}

const writers: Readonly<Record<NarrativeSectionId, SectionWriter>> = {
  duties: writeDuties,
  organisation: writeOrganisation,
  budgetChange: writeBudgetChange,
  revenueBudget: writeRevenueBudget,
  expenditureBudget: writeExpenditureBudget,
  fiscalAppropriation: writeFiscalAppropriation,
  generalPublicExpenditure: writeGeneralPublicExpenditure,
  basicExpenditure: writeBasicExpenditure,
  projectExpenditure: writeProjectExpenditure,
  threePublic: writeThreePublic,
  governmentFund: writeGovernmentFund,
  stateCapital: writeStateCapital,
  agencyOperating: writeAgencyOperating,
  procurement: writeProcurement,
  performance: writePerformance,
  assets: writeAssets,
  serviceCatalogue: writeServiceCatalogue,
  otherStatements: writeOtherStatements,
  glossary: writeGlossary,
}

/** None for a section without a heading of its own: its part's heading says what it is. */
function headingOf({ id, heading }: NarrativeSection, index: number): readonly HeadingBlock[] {
  if (heading === '') return []
  const isNumbered = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第)/u.test(heading)
  return [{ kind: 'heading', level: 2, text: isNumbered ? heading : `${chineseNumber(index + 1)}、${heading}`, id: `narrative-${id}` }]
}
