import type { DocumentTree } from '@mingzhang/document'
import type { Result } from '@mingzhang/figures'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { AuditReport } from './model/report.ts'
import { proveDocument } from './prove.ts'
import { recogniseDocument } from './recognise/recognise-document.ts'
import { buildReport } from './report/build-report.ts'
import { allRules } from './rules/index.ts'

export interface AuditOptions {
  /** A profile's id; without it the profile whose tables the document has is taken. */
  readonly profile?: string
  /** The product's version, for the report. */
  readonly version: string
  /** Called before each step with its Chinese name. */
  readonly progress?: (step: string) => void
}

/**
 * Audits one document: reads it into figures, proves them, judges what needs meaning, and reports.
 *
 * The only problem returned here is an unknown profile; what the document itself lacks stands in the report.
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
  const { document, profile, problems } = recogniseDocument(tree, vocabulary, asked)
  options.progress?.('勾稽')
  const proof = await proveDocument(document, profile?.rounding ?? 'half-up')
  options.progress?.('规则')
  const outcomes = allRules.map((rule) => ({ rule, outcome: rule.check({ document, vocabulary, profile }) }))
  options.progress?.('报告')
  return { ok: true, value: buildReport({ document, profile, problems, proof, outcomes, vocabulary, version: options.version }) }
}
