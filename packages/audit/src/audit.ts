import type { DocumentTree } from '@mingzhang/document'
import type { Result } from '@mingzhang/figures'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { judgeAcross, type OtherDocuments } from './across/across-rules.ts'
import { unfitToCompare } from './across/unfit-to-compare.ts'
import type { RecognisedDocument } from './model/recognised-document.ts'
import type { AuditReport } from './model/report.ts'
import { proveDocument } from './prove.ts'
import { recogniseDocument, type Recognition } from './recognise/recognise-document.ts'
import { buildReport } from './report/build-report.ts'
import { allRules } from './rules/index.ts'

export interface AuditOptions {
  /** A profile's id; without it the profile whose tables the document has is taken. */
  readonly profile?: string
  /** The product's version, for the report. */
  readonly version: string
  /** An earlier document of the same body: what this one says of it is compared. */
  readonly previous?: DocumentTree
  /** The documents of the department's units: this one is compared with them. */
  readonly units?: readonly DocumentTree[]
  /** Called before each step with its Chinese name. */
  readonly progress?: (step: string) => void
}

/**
 * Audits one document: reads it into figures, proves them, judges what needs meaning, and reports.
 *
 * The only problems returned here are an unknown profile and other documents that are none to compare with; what the
 * document itself lacks stands in the report.
 */
export async function auditDocument(tree: DocumentTree, vocabulary: Vocabulary, options: AuditOptions): Promise<Result<AuditReport>> {
  const asked = vocabulary.profiles.find((profile) => profile.id === options.profile)
  if (options.profile !== undefined && asked === undefined) {
    const known = vocabulary.profiles.map((profile) => profile.id).join('、')
    return {
      ok: false,
      problem: {
        code: 'audit.profile.unknown',
        place: { document: tree.name },
        detail: `没有名为“${options.profile}”的地方模板。`,
        remedy: `可用的模板：${known}；不指定时按文件中的表自动选择。`,
      },
    }
  }
  options.progress?.('识别')
  return auditRecognised(recogniseDocument(tree, vocabulary, asked), vocabulary, options)
}

/** Audits a document that was recognised already; `options.profile` was decided then. */
export async function auditRecognised({ document, profile, problems }: Recognition, vocabulary: Vocabulary, options: AuditOptions): Promise<Result<AuditReport>> {
  const others = otherDocuments(options, vocabulary)
  const unfit = unfitToCompare(document, others)
  if (unfit !== undefined) return { ok: false, problem: unfit }
  options.progress?.('勾稽')
  const proof = await proveDocument(document, profile?.rounding ?? 'half-up')
  options.progress?.('规则')
  const outcomes = [
    ...allRules.map((rule) => ({ rule, outcome: rule.check({ document, vocabulary, profile }) })),
    ...judgeAcross(document, others, profile?.rounding ?? 'half-up').map(({ meta, outcome }) => ({ rule: { meta, check: () => outcome }, outcome })),
  ]
  options.progress?.('报告')
  return { ok: true, value: buildReport({ document, profile, problems, proof, outcomes, vocabulary, version: options.version }) }
}

function otherDocuments({ previous, units }: AuditOptions, vocabulary: Vocabulary): OtherDocuments {
  const recognised = (tree: DocumentTree): RecognisedDocument => recogniseDocument(tree, vocabulary, undefined).document
  return { ...(previous === undefined ? {} : { previous: recognised(previous) }), ...(units === undefined ? {} : { units: units.map(recognised) }) }
}
