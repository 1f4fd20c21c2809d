/**
 * From the ledger to the whole disclosure: tables, narrative and forms, every number bound to its region.
 *
 * @module
 */
import type { Publication } from '@mingzhang/document'
import { type FactView, type Problem, regionKey } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'
import type { DisclosureLayout, Vocabulary } from '@mingzhang/vocabulary'
import { assembleDisclosure, type AssembledDisclosure } from './assemble.ts'
import { type BalancedPrints, balancePrints } from './balance-prints.ts'
import type { PublicationRounding } from './compile-context.ts'
import { createRegister, type FigureRegister } from './create-context.ts'
import { budgetFacts } from './facts.ts'
import { findLayout } from './find-layout.ts'
import type { FormRendition } from './forms/form-blocks.ts'
import { factProblems } from './fact-problems.ts'
import { fillLayoutText } from './layout-text.ts'
import type { Ledger } from './ledger/ledger.ts'
import { withLocalCodes } from './local-codes.ts'
import { nameProblems } from './name-problems.ts'
import { resolvePins, type ResolvedPin } from './pinned-amounts.ts'
import { type RegionTotals, regionTotals } from './region-totals.ts'
import { type Adjustment, adjustmentsOf, residuesOf, type SumResidue } from './rounding-report.ts'

export interface CompileOptions {
  /** `shanxi`, or with the budget year `shanxi/2023`. */
  readonly profile: string
  readonly rounding: PublicationRounding
  /** `public` forms name no person. */
  readonly rendition: FormRendition
  /** What every file is stamped with. */
  readonly created: Date
}

/** The disclosure and its 尾差. */
export interface Compilation {
  readonly publication: Publication
  /** Amounts that print differently from 四舍五入: those that 舍位平衡 moved, and those printed as approved. */
  readonly adjustments: readonly Adjustment[]
  /** The adjustments that differ from the exact amount by one last digit or more: 舍位平衡 found no other way. */
  readonly outside: readonly Adjustment[]
  /** Sums of tables that do not add up in print. None under 舍位平衡. */
  readonly residues: readonly SumResidue[]
  /** Approved amounts that could not be printed as approved. */
  readonly unmetPins: readonly Adjustment[]
  /** How many identities 四舍五入 would break in print; `undefined` where nothing was balanced. */
  readonly brokenByHalfUp: number | undefined
  /** What the reader should know before publishing. */
  readonly notices: readonly Problem[]
}

export type CompileResult = { readonly ok: true; readonly value: Compilation } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Compiles a ledger that has been read without problems.
 *
 * The same ledger and options give the same publication. Problems are the department's to mend: an unknown profile, a
 * number in a text that is bound to nothing, a change without its reason, an approved amount without its cell.
 */
export async function compileLedger(ledger: Ledger, vocabulary: Vocabulary, options: CompileOptions): Promise<CompileResult> {
  const found = findLayout(vocabulary, options.profile, ledger.department.year)
  if (!found.ok) return { ok: false, problems: [found.problem] }
  const own = withLocalCodes(vocabulary, ledger)
  const wrong = [...nameProblems(ledger, own), ...factProblems(ledger, own)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const views = budgetFacts(ledger, own)
  const input: PassInput = { ledger, vocabulary: own, views, totals: regionTotals(views), layout: found.layout, options }
  const draft = runPass(input, new Map())
  const { pins, problems: unknownPins } = resolvePins(ledger.pinned, draft.assembled.tables)
  const problems = [...draft.assembled.problems, ...unknownPins]
  if (problems.length > 0) return { ok: false, problems }
  const settled = await settlePrints(input, draft, pins)
  if (settled.prints.size === 0) return { ok: true, value: compilationOf(input, draft, settled) }
  const final = runPass(input, settled.prints)
  if (final.assembled.problems.length > 0) return { ok: false, problems: final.assembled.problems }
  return { ok: true, value: compilationOf(input, final, settled) }
}

interface PassInput {
  readonly ledger: Ledger
  readonly vocabulary: Vocabulary
  readonly views: readonly FactView[]
  readonly totals: RegionTotals
  readonly layout: DisclosureLayout
  readonly options: CompileOptions
}

interface Pass {
  readonly assembled: AssembledDisclosure
  readonly figures: FigureRegister['figures']
}

/** Makes the disclosure with the printed amounts that are settled so far. */
function runPass({ layout, options, ...input }: PassInput, prints: ReadonlyMap<string, Fen>): Pass {
  const { context, figures } = createRegister({ ...input, rounding: options.rounding, prints })
  return { assembled: assembleDisclosure(context, layout, options.rendition), figures }
}

/** How the amounts of the draft are to be printed: balanced, or rounded half-up but for approved ones. */
async function settlePrints({ views, options }: PassInput, draft: Pass, pins: readonly ResolvedPin[]): Promise<BalancedPrints> {
  switch (options.rounding) {
    case 'balanced':
      return balancePrints(views, draft.figures.values(), pins)
    case 'half-up':
      return { prints: new Map(pins.map((pin) => [regionKey(pin.region), pin.printed])), outside: new Set(), unmetPins: [], brokenByHalfUp: undefined }
  }
}

function compilationOf(input: PassInput, { assembled, figures }: Pass, settled: BalancedPrints): Compilation {
  const { ledger, layout, options } = input
  const title = fillLayoutText(layout.title, ledger)
  const adjustments = adjustmentsOf(figures.values(), assembled.tables, title)
  const outside = adjustments.filter(({ region }) => settled.outside.has(regionKey(region)))
  const unmet = new Set(settled.unmetPins.map((pin) => regionKey(pin.region)))
  const { publishedOn } = ledger.department
  return {
    publication: {
      title,
      body: ledger.department.name,
      year: ledger.department.year,
      coverLines: publishedOn === undefined ? [] : [chineseDate(publishedOn)],
      created: options.created,
      blocks: assembled.blocks,
      figures,
    },
    adjustments,
    outside,
    residues: residuesOf(assembled.tables, title),
    unmetPins: adjustments.filter(({ region }) => unmet.has(regionKey(region))),
    brokenByHalfUp: settled.brokenByHalfUp,
    notices: noticesOf(title, outside, settled),
  }
}

/** `2024-02-23` as 2024年2月23日; anything else as written. */
function chineseDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date)
  return match === null ? date : `${String(Number(match[1]))}年${String(Number(match[2]))}月${String(Number(match[3]))}日`
}

function noticesOf(title: string, outside: readonly Adjustment[], settled: BalancedPrints): readonly Problem[] {
  const moved = outside.map(({ label, place }): Problem => ({
    code: 'compile.rounding.outside',
    place,
    detail: `舍位平衡后，“${label}”与准确数相差达到或超过末位一个单位。`,
    remedy: '各项勾稽关系无法在一个末位单位内同时成立，发布前请核对这个数，或改用四舍五入。',
  }))
  const unmet = settled.unmetPins.map(({ pin }): Problem => ({
    code: 'compile.pinned.unmet',
    place: { document: title, table: pin.table, row: pin.row, column: pin.column },
    detail: `已批复的数“${pin.table}”行“${pin.row}”列“${pin.column}”与其他数不能同时成立，没有照印。`,
    remedy: '核对这个批复数与其他批复数、与台账金额是否一致。',
  }))
  return [...moved, ...unmet]
}
