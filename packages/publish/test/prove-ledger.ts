/** What is wrong with the disclosure of a ledger: nothing, for every ledger that is sound. */
import { auditDocument, type AuditReport } from '@mingzhang/audit'
import { compileLedger, type Ledger, type PublicationRounding } from '@mingzhang/compile'
import { type DocumentTree, type Publication, publicationTree, readDocument, writeDocx, writeHtml, writeTablesXlsx } from '@mingzhang/document'
import { loadVocabulary, type Profile, type Vocabulary } from '@mingzhang/vocabulary'
import { fileURLToPath } from 'node:url'
import { type CarriedKinds, compareFigures, makePdfPart } from '../src/index.ts'
import { ownFonts } from './own-fonts.ts'

export const vocabulary = ownVocabulary()
export const created = new Date('2024-02-23T04:00:00Z')

/** The audit reads the tree that all formats come to; the written formats are read back as files. */
export type ProvedFormat = 'docx' | 'html' | 'xlsx' | 'pdf'

export interface ProofChoice {
  readonly profile: string
  readonly rounding: PublicationRounding
  readonly formats: readonly ProvedFormat[]
}

/** Every figure that does not come back as it was, and everything that the audit of the disclosure finds; in words. */
export async function faultsOf(ledger: Ledger, choice: ProofChoice): Promise<readonly string[]> {
  const compiled = await compileLedger(ledger, vocabulary, { profile: choice.profile, rounding: choice.rounding, rendition: 'public', created })
  if (!compiled.ok) return compiled.problems.map(({ code, detail }) => `${code} ${detail}`)
  const { publication, residues, outside } = compiled.value
  const profile = vocabulary.profiles.find(({ id }) => id === choice.profile)
  const tree = publicationTree(publication)
  const faults = [...lostFigures('文档树', tree, { publication, profile, ledger }), ...await auditFaults(tree, profile, ledger)]
  for (const format of choice.formats) {
    const read = await writeAndRead(publication, format)
    faults.push(...typeof read === 'string' ? [read] : lostFigures(format, read, { publication, profile, ledger }))
  }
  if (choice.rounding === 'balanced') faults.push(...residues.map(({ label }) => `尾差 ${label}`), ...outside.map(({ label }) => `超出末位 ${label}`))
  return faults
}

async function writeAndRead(publication: Publication, format: ProvedFormat): Promise<DocumentTree | string> {
  if (format === 'pdf') {
    const part = await makePdfPart(publication, 'disclosure.pdf', ownFonts)
    return part.ok ? part.tree : part.problems.map(({ detail }) => detail).join()
  }
  const read = await readDocument(await written(publication, format), `disclosure.${format}`)
  return read.ok ? read.value : read.problem.detail
}

async function written(publication: Publication, format: Exclude<ProvedFormat, 'pdf'>): Promise<Uint8Array> {
  switch (format) {
    case 'docx': return writeDocx(publication)
    case 'html': return new TextEncoder().encode(writeHtml(publication))
    case 'xlsx': return writeTablesXlsx(publication)
  }
}

interface Original {
  readonly publication: Publication
  readonly profile: Profile | undefined
  readonly ledger: Ledger
}

const complete: CarriedKinds = new Set(['cell', 'prose', 'form'])
const tables: CarriedKinds = new Set(['cell'])

function lostFigures(file: string, tree: DocumentTree, { publication, profile, ledger }: Original): readonly string[] {
  const { missing, unexpected, unnamed } = compareFigures(file, tree, publication, file === 'xlsx' ? tables : complete, vocabulary, profile)
  // Sentences of the department's own may say less than the tables; ours never do.
  const vague = ledger.texts.some(({ text }) => text.includes('{')) ? [] : unnamed
  return [
    ...missing.map(({ label, text }) => `${file} 缺 ${label} ${text}`),
    ...vague.map(({ label, text }) => `${file} 没有说明 ${label} ${text}`),
    ...unexpected.map(({ text, place }) => `${file} 多 ${text} ${place.table ?? place.section ?? place.form ?? ''} ${place.row ?? ''}`),
  ]
}

/** Rules whose finding is about what the department does or has, never about how it was laid out or said. */
const aboutTheDepartment: Readonly<Record<string, string>> = {
  T34: '哪些单位有哪些工资和公用经费科目、有多少编制，是台账的事实',
  T45: '公用经费有上年结转的，机关运行经费可以大于当年基本支出中的公用经费',
}

/** Numbers that are rightly no figure of the budget, and sentences of the department's own. */
const outsideTheBudget = [/^资产的价值/u, /^“涉及资金”没有写明/u]

async function auditFaults(tree: DocumentTree, profile: Profile | undefined, ledger: Ledger): Promise<readonly string[]> {
  const audited = await auditDocument(tree, vocabulary, { version: 'test', ...profile === undefined ? {} : { profile: profile.id } })
  if (!audited.ok) return [audited.problem.detail]
  const { findings, diagnosis, unbound, summary }: AuditReport = audited.value
  // With reductions a part can exceed its whole, and what no print shows nobody can know.
  const isReduced = ledger.lines.some(({ amount }) => amount < 0)
  const hasOwnSentences = ledger.texts.some(({ text }) => text.includes('{'))
  const counted = findings.filter(({ severity, verdict, rule }) => (severity !== 'notice' || verdict === 'conflict')
    && aboutTheDepartment[rule] === undefined && !(isReduced && (rule === 'I03' || rule === 'I06')))
  const unread = unbound.filter(({ place, reason }) => !outsideTheBudget.some((known) => known.test(reason))
    && !(hasOwnSentences && place.section?.includes('其他说明') === true))
  return [
    ...counted.map(({ rule, severity, statement }) => `${rule} ${severity} ${statement.zh}`),
    ...unread.map(({ text, reason }) => `未对应 ${text} ${reason}`),
    ...diagnosis.possible === false && !isReduced ? ['全部数字不能同时成立'] : [],
    ...summary.tables.recognised < summary.tables.expected ? ['有表没有认出'] : [],
  ]
}

function ownVocabulary(): Vocabulary {
  const loaded = loadVocabulary(fileURLToPath(new URL('../../vocabulary/data', import.meta.url)))
  if (!loaded.ok) throw new Error(loaded.problems.map(({ detail }) => detail).join('\n'))
  return loaded.value
}
