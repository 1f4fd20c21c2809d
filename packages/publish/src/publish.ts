/**
 * From a ledger to the files of its disclosure, proved before anything leaves: every format is read back and must carry
 * the same figures, the whole is audited like anybody's document, and every file is searched for what must not be public.
 *
 * @module
 */
import { auditRecognised, type AuditReport, recogniseDocument } from '@mingzhang/audit'
import { type Compilation, compileLedger, type CompileOptions, type Ledger } from '@mingzhang/compile'
import { type DocumentTree, type Publication, readDocument, writeDocx, writeHtml, writeTablesXlsx } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { fiscalDataPackage } from './fiscal-data-package.ts'
import { figuresCsv, figuresJson } from './figures-data.ts'
import { manifestFile, manifestName, manifestSchema, manifestText } from './manifest.ts'
import { type OutgoingFile, type PeopleInLedger, scanOutgoing, scanText } from './outgoing-scan.ts'
import type { PdfPart } from './pdf-part.ts'
import { roundingCsv } from './rounding-csv.ts'
import { type CarriedKinds, compareFigures, compareRecognised, printingFigures, type RoundTrip } from './round-trip.ts'

export interface PublishOptions extends Omit<CompileOptions, 'rendition'> {
  /** Writes a publication as PDF and reads it back: `makePdfPart`, here or in a thread of its own. */
  readonly makePdf: (publication: Publication, name: string) => Promise<PdfPart>
  /** The product's name and version, for the manifest. */
  readonly product: string
  readonly version: string
  /** Whether the internal rendition (complete forms) is made as well. */
  readonly internal: boolean
  /** Called before each step with its Chinese name. */
  readonly progress?: (step: string) => void
}

/** The files of a disclosure and what was proved about them. */
export interface Published {
  readonly compilation: Compilation
  /** What may be published, the manifest last. Paths are plain names. */
  readonly files: readonly OutgoingFile[]
  /** The complete rendition for the department's own records; empty unless asked for. */
  readonly internalFiles: readonly OutgoingFile[]
  /** How many figures all complete formats carry. */
  readonly figures: number
  readonly roundTrips: readonly RoundTrip[]
  /** The audit of the written document. */
  readonly audit: AuditReport
}

export type PublishResult = { readonly ok: true; readonly value: Published } | { readonly ok: false; readonly problems: readonly Problem[] }

/** Makes and proves the files of a disclosure, in memory. Nothing is written; any doubt is a problem and no files. */
export async function publishDisclosure(ledger: Ledger, vocabulary: Vocabulary, options: PublishOptions): Promise<PublishResult> {
  const progress = options.progress ?? (() => undefined)
  progress('编制')
  const compiled = await compileLedger(ledger, vocabulary, { ...options, rendition: 'public' })
  if (!compiled.ok) return compiled
  const compilation = compiled.value
  const { publication } = compilation
  progress('写文件、回读、审核')
  const proof = await writeAndProve(publication, options, vocabulary)
  if (!proof.ok) return proof
  const conflicts = conflictProblems(proof.audit, ledger)
  if (conflicts.length > 0) return { ok: false, problems: conflicts }
  progress('检查外发内容')
  const open = fiscalDataPackage(ledger, vocabulary)
  const files: readonly OutgoingFile[] = [
    ...proof.files,
    textFile('figures.json', figuresJson(publication)),
    textFile('figures.csv', figuresCsv(publication)),
    textFile('datapackage.json', open.descriptor),
    textFile('budget-lines.csv', open.lines),
    textFile('rounding.csv', roundingCsv(compilation)),
  ]
  const people = peopleIn(ledger)
  const leaks = [...files.flatMap((file) => scanOutgoing(file, people)), ...proof.texts.flatMap(({ file, text }) => scanText(file, text, people))]
  if (leaks.length > 0) return { ok: false, problems: leaks }
  const figures = printingFigures(publication, completeKinds).length
  const manifest = manifestOf(files, compilation, options, figures, 'public')
  progress('内部留存件')
  const internal = options.internal ? await internalRendition(ledger, vocabulary, options, figures) : { ok: true as const, value: [] }
  if (!internal.ok) return internal
  return {
    ok: true,
    value: { compilation, files: [...files, manifest], internalFiles: internal.value, figures, roundTrips: proof.roundTrips, audit: proof.audit },
  }
}

const completeKinds: CarriedKinds = new Set(['cell', 'prose', 'form'])
const tableKinds: CarriedKinds = new Set(['cell'])

type Proof =
  | { readonly ok: true; readonly files: readonly OutgoingFile[]; readonly roundTrips: readonly RoundTrip[]; readonly audit: AuditReport; readonly texts: readonly { readonly file: string; readonly text: string }[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Writes all formats, reads them back and audits the document. The PDF may be made in a thread of its own: everything else is done beside it. */
async function writeAndProve(publication: Publication, options: PublishOptions, vocabulary: Vocabulary): Promise<Proof> {
  const profile = vocabulary.profiles.find(({ id }) => id === options.profile.split('/')[0])
  const proved = (part: WrittenPart): ProvedPart =>
    ({ ...part, roundTrip: compareFigures(part.file.path, part.tree, publication, part.file.path === 'tables.xlsx' ? tableKinds : completeKinds, vocabulary, profile) })
  const [pdf, others] = await Promise.all([options.makePdf(publication, 'disclosure.pdf'), proveOthers()])
  if (!pdf.ok) return pdf
  if (!others.ok) return others
  const [docx, ...rest] = others.parts
  const parts = [docx, proved({ file: { path: 'disclosure.pdf', content: pdf.bytes }, tree: pdf.tree }), ...rest]
  const problems = parts.flatMap(({ roundTrip }) => roundTripProblems(roundTrip))
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    files: parts.map(({ file }) => file),
    roundTrips: parts.map(({ roundTrip }) => roundTrip),
    audit: others.audit,
    texts: parts.map(({ tree }) => ({ file: tree.name, text: treeText(tree) })),
  }

  async function proveOthers(): Promise<{ readonly ok: true; readonly parts: readonly [ProvedPart, ...ProvedPart[]]; readonly audit: AuditReport } | { readonly ok: false; readonly problems: readonly Problem[] }> {
    const written = await otherFormats(publication)
    if (!written.ok) return written
    const [docx, ...rest] = written.parts
    // What is compared is what is audited: recognised once.
    const recognition = recogniseDocument(docx.tree, vocabulary, profile)
    const provedDocx = { ...docx, roundTrip: compareRecognised(docx.file.path, recognition.document, publication, completeKinds) }
    const audited = await auditRecognised(recognition, vocabulary, { version: options.version })
    return audited.ok ? { ok: true, parts: [provedDocx, ...rest.map(proved)], audit: audited.value } : { ok: false, problems: [audited.problem] }
  }
}

interface WrittenPart {
  readonly file: OutgoingFile
  /** The file as its reader finds it. */
  readonly tree: DocumentTree
}

interface ProvedPart extends WrittenPart {
  readonly roundTrip: RoundTrip
}

/** DOCX, HTML and the workbook of tables, in this order. */
async function otherFormats(publication: Publication): Promise<{ readonly ok: true; readonly parts: readonly [WrittenPart, ...WrittenPart[]] } | { readonly ok: false; readonly problems: readonly Problem[] }> {
  const docx = await readBack({ path: 'disclosure.docx', content: await writeDocx(publication) })
  if (!docx.ok) return docx
  const html = await readBack(textFile('disclosure.html', writeHtml(publication)))
  if (!html.ok) return html
  const tables = await readBack({ path: 'tables.xlsx', content: await writeTablesXlsx(publication) })
  return tables.ok ? { ok: true, parts: [docx.part, html.part, tables.part] } : tables
}

async function readBack(file: OutgoingFile): Promise<{ readonly ok: true; readonly part: WrittenPart } | { readonly ok: false; readonly problems: readonly Problem[] }> {
  const read = await readDocument(file.content, file.path)
  return read.ok ? { ok: true, part: { file, tree: read.value } } : { ok: false, problems: [read.problem] }
}

function treeText(tree: DocumentTree): string {
  return tree.blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map(({ cells }) => cells.map(({ text }) => text).join('\t')).join('\n'))).join('\n')
}

function roundTripProblems({ file, missing, unexpected }: RoundTrip): readonly Problem[] {
  if (missing.length === 0 && unexpected.length === 0) return []
  const [first] = missing
  const [other] = unexpected
  const lost = first === undefined ? '' : `${missing.length} 个数字读回时对不上，如“${first.label}”${first.text}`
  const more = other === undefined ? '' : `多读出 ${unexpected.length} 个，如“${other.text}”（${other.place.table ?? other.place.section ?? other.place.form ?? ''}${other.place.row === undefined ? '' : ` ${other.place.row}`}）`
  return [{
    code: 'publish.round-trip.differs',
    place: { document: file },
    detail: `写出的“${file}”读回来与台账不是同一套数字：${[lost, more].filter((part) => part !== '').join('；')}。没有发布。`,
    remedy: '请核对该处文字有没有会被读成别的科目的写法（如单位、项目与科目同名）；改不掉的，请把这句话反馈给我们。',
  }]
}

/**
 * A figure that contradicts another in our own document: the document is not published. Where the ledger holds reductions,
 * a part can rightly exceed its whole (I03), and what follows from that (I06); readers will ask, but it is no contradiction.
 */
function conflictProblems(report: AuditReport, { lines }: Ledger): readonly Problem[] {
  const isReduced = lines.some(({ amount }) => amount < 0)
  const conflicts = report.findings.filter(({ verdict, identities, rule }) => (
    verdict === 'conflict' && identities.length > 0 && !(isReduced && (rule === 'I03' || rule === 'I06'))))
  return conflicts.map((finding) => ({
    code: 'publish.audit.conflict',
    place: finding.places[0] ?? { document: report.document.name },
    detail: `编出的文件自身对不上：${finding.statement.zh.replace(/。$/u, '')}。没有发布。`,
    remedy: '请核对文字说明里照录的数字、上年数和已批复数（有已批复数的，请用舍位平衡编制）；都没有问题的，请把这句话反馈给我们。',
  }))
}

async function internalRendition(ledger: Ledger, vocabulary: Vocabulary, options: PublishOptions, figures: number): Promise<{ readonly ok: true; readonly value: readonly OutgoingFile[] } | { readonly ok: false; readonly problems: readonly Problem[] }> {
  const compiled = await compileLedger(ledger, vocabulary, { ...options, rendition: 'internal' })
  if (!compiled.ok) return compiled
  const { publication } = compiled.value
  const [pdf, docx] = await Promise.all([options.makePdf(publication, 'internal.pdf'), writeDocx(publication)])
  if (!pdf.ok) return pdf
  const files = [{ path: 'internal.docx', content: docx }, { path: 'internal.pdf', content: pdf.bytes }]
  return { ok: true, value: [...files, manifestOf(files, compiled.value, options, figures, 'internal')] }
}

function manifestOf(files: readonly OutgoingFile[], { publication }: Compilation, options: PublishOptions, figures: number, rendition: 'public' | 'internal'): OutgoingFile {
  return textFile(manifestName, manifestText({
    schema: manifestSchema,
    product: options.product,
    body: publication.body,
    year: publication.year,
    title: publication.title,
    rounding: options.rounding,
    rendition,
    created: publication.created.toISOString(),
    figures,
    files: files.map(({ path, content }) => manifestFile(path, content)),
  }))
}

/** The office line is no personal number, also where a form gives it: the public rendition prints it. */
function peopleIn({ forms, department }: Ledger): PeopleInLedger {
  const digitsOf = (phone: string): string => phone.replace(/\D/gu, '')
  const office = digitsOf(department.officePhone ?? '')
  const names = forms.flatMap(({ handler, responsible }) => [handler, responsible]).filter((name) => name !== '')
  const phones = forms.map(({ phone }) => phone).filter((phone) => phone !== '' && digitsOf(phone) !== office)
  return { names: [...new Set(names)], phones: [...new Set(phones)] }
}

function textFile(path: string, text: string): OutgoingFile {
  return { path, content: new TextEncoder().encode(text) }
}
