/**
 * Puts everything that was read, proved and judged into the published report.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { describeVerdict, type Figure, membersOf, type Place, type Problem } from '@mingzhang/figures'
import type { AmountReason } from '@mingzhang/money'
import { citation, type Profile, type Vocabulary } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { type AuditReport, type ReportFigure, type ReportFinding, type ReportIdentity, reportSchema } from '../model/report.ts'
import type { Basis, Rule, RuleMeta, RuleOutcome, Severity } from '../model/rule.ts'
import type { Proof } from '../prove.ts'
import { identityRules } from '../rules/identity-rules.ts'
import { identityFindings } from './identity-findings.ts'
import { maskReport } from './mask-report.ts'
import { reportBlocks } from './report-blocks.ts'

export interface ReportInput {
  readonly document: RecognisedDocument
  readonly profile: Profile | undefined
  readonly problems: readonly Problem[]
  readonly proof: Proof
  readonly outcomes: readonly { readonly rule: Rule; readonly outcome: RuleOutcome }[]
  readonly vocabulary: Vocabulary
  readonly version: string
}

/** Builds the report. Personal data is masked in everything that leaves. */
export function buildReport(input: ReportInput): AuditReport {
  const { document, proof, outcomes } = input
  const names = personNames(document)
  const findings = [...identityReportFindings(input), ...ruleFindings(input), ...problemFindings(input)]
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity))
  const report: AuditReport = {
    schema: reportSchema,
    version: input.version,
    document: {
      name: document.tree.name,
      body: document.facts.body?.value ?? null,
      year: document.facts.year?.value ?? null,
      kind: document.facts.kind?.value ?? null,
      level: document.facts.level?.value ?? null,
      profile: input.profile?.id ?? null,
    },
    summary: summarise(input, findings),
    findings,
    diagnosis: reportDiagnosis(proof),
    identities: reportIdentities(proof),
    figures: reportFigures(document, proof),
    tables: document.tables.map(({ id, kind, title, place }) => ({ id, kind, title, place })),
    forms: document.formLinks.map(({ form, by, project }) => ({ name: form.projectName.text, joinedBy: by, project: project ?? null, place: form.place })),
    unbound: unboundNumbers(document),
    rules: outcomes.map(({ rule, outcome }) => ({
      id: rule.meta.id,
      outcome: outcome.outcome,
      checked: outcome.checked,
      undetermined: outcome.undetermined.map(({ reason }) => reason.zh),
    })),
    blocks: reportBlocks(document, names),
  }
  return maskReport(report, names)
}

/** The persons that forms name: whoever handles them or answers for them. A single character is no name. */
function personNames(document: RecognisedDocument): readonly string[] {
  const forms = [...document.forms, ...(document.departmentForms ?? []), ...(document.evaluations ?? [])]
  const names = forms.flatMap((form) => [form.handler?.text ?? '', form.responsible?.text ?? ''])
  return [...new Set(names)].filter((name) => name.length > 1)
}

function summarise({ document, profile, proof, outcomes }: ReportInput, findings: readonly ReportFinding[]): AuditReport['summary'] {
  const kinds = new Set(document.tables.map((table) => table.kind))
  const required = profile?.requiredTables ?? []
  const numeric = document.tables.flatMap((table) => table.cells).filter((cell) => cell.isCount !== true && (cell.printed.kind === 'stated' || cell.printed.kind === 'unreadable'))
  const unread = document.unrecognised.reduce((total, table) => total + table.amounts, 0)
  const prose = proseNumbers(document)
  const outcomesOf = [...proof.verdicts.map(({ outcome }) => outcome), ...proof.proportions.map(({ outcome }) => outcome)]
  const countOf = <Key extends string>(all: readonly Key[], key: Key): number => all.filter((one) => one === key).length
  const severities = findings.map((finding) => finding.severity)
  const rules = outcomes.map(({ outcome }) => outcome.outcome)
  return {
    tables: { recognised: required.filter((kind) => kinds.has(kind)).length, expected: required.length },
    cells: { numeric: numeric.length + unread, bound: numeric.filter(isBound).length },
    prose: { figures: prose.length, bound: prose.filter((mention) => mention.unbound === undefined).length },
    forms: { found: formCount(document), joined: document.formLinks.filter(({ by }) => by !== 'none').length },
    identities: {
      exact: countOf(outcomesOf, 'exact'),
      withinRounding: countOf(outcomesOf, 'withinRounding'),
      conflict: countOf(outcomesOf, 'conflict'),
      undetermined: countOf(outcomesOf, 'undetermined'),
    },
    findings: { error: countOf(severities, 'error'), warning: countOf(severities, 'warning'), notice: countOf(severities, 'notice') },
    rules: {
      pass: countOf(rules, 'pass'),
      fail: countOf(rules, 'fail'),
      'not-applicable': countOf(rules, 'not-applicable'),
      undetermined: countOf(rules, 'undetermined'),
    },
  }
}

/** Target forms of projects and of the whole department, and self-evaluations. */
function formCount({ forms, departmentForms = [], evaluations = [] }: RecognisedDocument): number {
  return forms.length + departmentForms.length + evaluations.length
}

/** The amounts and percentages of the narrative; counts, years, clause numbers, values of assets and the like are no figures of the budget. */
function proseNumbers(document: RecognisedDocument): RecognisedDocument['mentions'] {
  return document.mentions.filter(({ role, text, outside }) => role !== 'other' && role !== 'count' && outside === undefined && /\d/u.test(text))
}

/** A percentage is bound by the two amounts that it compares. */
function isBound({ region, change, printed }: RecognisedDocument['tables'][number]['cells'][number]): boolean {
  return change?.rate !== undefined || (region !== undefined && printed.kind === 'stated')
}

function unboundNumbers(document: RecognisedDocument): AuditReport['unbound'] {
  const cells = document.tables.flatMap((table) => table.cells).filter((cell) => cell.isCount !== true && (cell.printed.kind === 'unreadable' || cell.printed.kind === 'stated') && !isBound(cell))
  return [
    ...cells.map((cell) => ({ place: cell.place, text: cell.printed.text, reason: cell.unbound ?? (cell.printed.kind === 'unreadable' ? unreadReason(cell.printed.reason) : '') })),
    ...proseNumbers(document).flatMap((mention) => (mention.unbound === undefined ? [] : [{ place: mention.place, text: mention.text, reason: mention.unbound }])),
    ...document.unrecognised.map((table) => ({ place: table.place, text: table.title, reason: `${table.reason}（${table.amounts} 个数）` })),
  ]
}

function unreadReason(reason: AmountReason): string {
  const words: Readonly<Record<AmountReason, string>> = {
    'no-unit': '表中没有或不止一个金额单位，金额未读',
    'not-a-number': '不是可以读取的金额',
    'misplaced-comma': '千位分隔符位置不对，金额未读',
    'finer-than-fen': '小数位细于分，金额未读',
    'too-large': '金额过大，未读',
  }
  return words[reason]
}

function identityReportFindings(input: ReportInput): readonly ReportFinding[] {
  return identityFindings(input.proof).map((draft) => {
    const meta = identityRules[draft.rule]
    const { key, ...finding } = draft
    return { ...frame(meta, key, input.vocabulary), ...finding }
  })
}

function ruleFindings(input: ReportInput): readonly ReportFinding[] {
  const figureAt = new Map(input.document.figures.map((figure) => [addressOf(figure.place), figure.id]))
  return input.outcomes.flatMap(({ rule, outcome }) =>
    outcome.findings.map((finding) => ({
      ...frame(rule.meta, finding.key, input.vocabulary),
      severity: finding.severity ?? rule.meta.severity,
      verdict: 'fail' as const,
      places: finding.places,
      figures: finding.places.flatMap((place) => figureAt.get(addressOf(place)) ?? []),
      expected: finding.expected ?? null,
      found: finding.found ?? null,
      difference: finding.difference ?? null,
      statement: finding.statement,
      identities: [],
    })),
  )
}

/** What could not be read stands among the findings, so that nobody takes silence for a pass. */
function problemFindings(input: ReportInput): readonly ReportFinding[] {
  return input.problems.map((problem) => ({
    ...frame(identityRules.I07, `${problem.code}:${problem.place.block ?? ''}:${problem.place.rowIndex ?? ''}:${problem.detail}`, input.vocabulary),
    severity: identityRules.I07.severity,
    verdict: 'undetermined' as const,
    places: [problem.place],
    figures: [],
    expected: null,
    found: null,
    difference: null,
    statement: { zh: `${problem.detail}${problem.remedy}`, en: `${problem.detail}${problem.remedy}` },
    identities: [],
  }))
}

function frame(meta: RuleMeta, key: string, vocabulary: Vocabulary): Pick<ReportFinding, 'id' | 'rule' | 'title' | 'basis' | 'legitimate'> {
  return { id: findingId(meta.id, key), rule: meta.id, title: meta.title, basis: citations(meta.basis, vocabulary), legitimate: meta.legitimate }
}

function citations(basis: readonly Basis[], vocabulary: Vocabulary): readonly string[] {
  return basis.flatMap(({ source, article }) => {
    const legal = vocabulary.legal.get(source)
    return legal === undefined ? [] : [citation(legal, article)]
  })
}

/** The same finding in the same document has the same id, so that a colleague can be pointed to it. */
function findingId(rule: string, key: string): string {
  return `${rule}-${createHash('sha256').update(`${rule}\n${key}`).digest('hex').slice(0, 8)}`
}

/** Where a figure stands in the document tree; a place without a block is nobody's address. */
function addressOf(place: Place): string {
  return place.block === undefined ? '' : `${place.block}:${place.rowIndex ?? ''}:${place.columnIndex ?? ''}:${place.start ?? ''}`
}

function severityRank(severity: Severity): number {
  return { error: 0, warning: 1, notice: 2 }[severity]
}

function reportDiagnosis({ diagnosis }: Proof): AuditReport['diagnosis'] {
  const changes = diagnosis.causes.flatMap((cause) => cause.repairs[0] ?? [])
  const alternatives = diagnosis.causes.reduce((product, cause) => product * cause.repairs.length, 1)
  return {
    possible: diagnosis.possible ?? null,
    conflicts: diagnosis.causes.flatMap((cause) => {
      // The smallest clash of a cause is the plainest proof that its figures cannot all hold.
      const [smallest] = [...cause.clashes].sort((a, b) => a.figures.length - b.figures.length)
      if (smallest === undefined) return []
      return [{ figures: smallest.figures.map((figure) => figure.id), identities: smallest.identities.map((identity) => identity.id) }]
    }),
    repair: alternatives === 0 || changes.length === 0 ? null : { alternatives, changes: changes.map(({ figure, from, to }) => ({ figure: figure.id, from, to })) },
  }
}

function reportIdentities({ verdicts, proportions }: Proof): readonly ReportIdentity[] {
  return [
    ...verdicts.map((verdict): ReportIdentity => ({
      id: verdict.identity.id,
      kind: verdict.identity.kind,
      verdict: verdict.outcome,
      statement: describeVerdict(verdict),
      figures: membersOf(verdict.identity).map((figure) => figure.id),
      difference: verdict.outcome === 'undetermined' ? null : verdict.difference,
      bound: verdict.bound,
    })),
    ...proportions.map((proportion): ReportIdentity => ({
      id: proportion.id,
      kind: proportion.kind,
      verdict: proportion.outcome,
      statement: proportion.statement,
      figures: proportion.figures,
      difference: null,
      bound: null,
    })),
  ]
}

function reportFigures(document: RecognisedDocument, proof: Proof): readonly ReportFigure[] {
  const used = new Set(proof.verdicts.flatMap(({ identity }) => membersOf(identity).map((figure) => figure.id)))
  const percentages = document.mentions.filter(({ role, region }) => (role === 'share' || role === 'change' || role === 'changeRate') && region !== undefined)
  return [
    // A blank says something only where an identity rests on it.
    ...document.figures.filter((figure) => figure.printed.kind === 'stated' || figure.printed.kind === 'unreadable' || used.has(figure.id)).map(reportFigure),
    ...percentages.map((mention): ReportFigure => ({ id: mention.id, region: mention.region ?? {}, value: null, quantum: null, state: 'stated', text: mention.text, place: mention.place })),
  ]
}

function reportFigure({ id, region, printed, place }: Figure): ReportFigure {
  const stated = printed.kind === 'stated' ? printed.stated : undefined
  return { id, region, value: stated?.value ?? null, quantum: stated?.quantum ?? null, state: printed.kind, text: printed.text, place }
}
