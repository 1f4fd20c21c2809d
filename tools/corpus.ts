/**
 * `npm run corpus [-- FOLDER]`: audits the published documents in a folder outside the repository and holds the results
 * against what a reader found in them, and what each says of itself against the truth file. How much is recognised in each,
 * and what got better or worse, is measured by the program: `mingzhang corpus FOLDER`. Without the folder it says so and
 * ends well: it is not part of the project.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { auditDocument, type AuditReport } from '@mingzhang/audit'
import { readDocument } from '@mingzhang/document'
import { deriveIdentities, impliedBy } from '@mingzhang/figures'
import { parse } from 'yaml'
import { z } from 'zod'
import { knownIdentities } from '../packages/audit/test/known-identities.ts'
import { checkFacts, readFactsTruth } from './corpus-facts.ts'
import { isProblem, openDocument, openVocabulary } from './open-document.ts'

const expectationSchema = z.strictObject({
  file: z.string(),
  tables: z.strictObject({ recognised: z.number(), expected: z.number() }),
  forms: z.number(),
  cells: z.number(),
  prose: z.number(),
  tableConflicts: z.number(),
  residues: z.array(z.strictObject({ line: z.number(), text: z.string() })),
  found: z.array(z.strictObject({ what: z.string(), rule: z.string(), lines: z.array(z.number()) })),
  absent: z.array(z.strictObject({ rule: z.string(), line: z.number() })),
})
type Expectation = z.infer<typeof expectationSchema>

const root = new URL('..', import.meta.url).pathname
const folder = process.argv[2] ?? join(root, '../shared/samples')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (existsSync(folder)) await runCorpus()
else say(`语料检查未运行：没有找到外部文件夹 ${folder}。它不属于本项目，缺少它不影响其他检查。`)

async function runCorpus(): Promise<void> {
  const expectations = readdirSync(join(root, 'corpus/outside')).filter((file) => file.endsWith('.yaml') && file !== 'facts.yaml')
    .map((file) => expectationSchema.parse(parse(readFileSync(join(root, 'corpus/outside', file), 'utf8'))))
  for (const expectation of expectations) {
    const path = join(folder, expectation.file)
    if (!existsSync(path)) {
      say(`${expectation.file}：不在 ${folder} 中，未检查。`)
      continue
    }
    const failures = [...(await checkReport(path, expectation)), ...(await checkImplied(path))]
    say(`${expectation.file}：${failures.length === 0 ? '全部符合' : `${failures.length} 处不符`}`)
    for (const failure of failures) say(`  不符：${failure}`)
    if (failures.length > 0) process.exitCode = 1
  }
  await checkAllFacts()
}

/** What every document says of itself, against what a reader of its pages found. */
async function checkAllFacts(): Promise<void> {
  const truth = readFactsTruth()
  const vocabulary = openVocabulary()
  let right = 0
  let wrong = 0
  let unread = 0
  for (const path of filesBelow(folder).filter((file) => basename(file) in truth)) {
    const opened = await openDocument(path, vocabulary)
    if (isProblem(opened)) {
      unread += 1
      say(`  ${basename(path)} 没有读：${opened.detail}`)
      continue
    }
    const failures = checkFacts(basename(path), opened.document.facts, truth)
    if (failures.length === 0) right += 1
    else wrong += 1
    for (const failure of failures) say(`  ${basename(path)} ${failure}`)
  }
  say(`公开主体、年度、种类、级次：${right} 份全对，${wrong} 份有误，${unread} 份在本机读不了`)
  if (wrong > 0) process.exitCode = 1
}

function filesBelow(path: string): readonly string[] {
  return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name))) : [path]
}

async function checkReport(path: string, expectation: Expectation): Promise<readonly string[]> {
  const tree = await readDocument(readFileSync(path), expectation.file)
  if (!tree.ok) return [tree.problem.detail]
  const audited = await auditDocument(tree.value, openVocabulary(), { version: '0' })
  if (!audited.ok) return [audited.problem.detail]
  const report = audited.value
  const { summary } = report
  const share = ({ bound, of }: { bound: number; of: number }): number => Math.floor((bound * 100) / Math.max(of, 1))
  const cells = share({ bound: summary.cells.bound, of: summary.cells.numeric })
  const prose = share({ bound: summary.prose.bound, of: summary.prose.figures })
  say(`  表 ${summary.tables.recognised}/${summary.tables.expected}，单元格 ${summary.cells.bound}/${summary.cells.numeric}，文字 ${summary.prose.bound}/${summary.prose.figures}，绩效表 ${summary.forms.joined}/${summary.forms.found}`)
  say(`  勾稽：一致 ${summary.identities.exact}，尾差 ${summary.identities.withinRounding}，不一致 ${summary.identities.conflict}，无法判定 ${summary.identities.undetermined}`)
  const conflicts = tableConflicts(report)
  return [
    ...(summary.tables.recognised === expectation.tables.recognised && summary.tables.expected === expectation.tables.expected ? [] : ['表的张数']),
    ...(summary.forms.found === expectation.forms && summary.forms.joined === expectation.forms ? [] : ['绩效表份数']),
    ...(cells >= expectation.cells ? [] : [`表内数字绑定 ${cells}%`]),
    ...(prose >= expectation.prose ? [] : [`文字数字绑定 ${prose}%`]),
    ...(conflicts.length === expectation.tableConflicts ? [] : conflicts.map((statement) => `表内表间不一致：${statement}`)),
    ...expectation.residues.filter(({ line }) => !isResidue(report, line)).map(({ line, text }) => `第 ${line} 行应为尾差：${text}`),
    ...expectation.found.filter((wanted) => !isFound(report, wanted)).map(({ what, rule, lines }) => `没有查出：${what}（${rule}，第 ${lines.join('、')} 行）`),
    ...expectation.absent.filter((unwanted) => isReported(report, unwanted)).map(({ rule, line }) => `不应报告：${rule} 第 ${line} 行`),
  ]
}

function tableConflicts(report: AuditReport): readonly string[] {
  return report.identities
    .filter(({ verdict, figures }) => verdict === 'conflict' && figures.every((figure) => figure.startsWith('t')))
    .map(({ statement }) => statement.zh)
}

function isResidue(report: AuditReport, line: number): boolean {
  const places = new Map(report.figures.map((figure) => [figure.id, figure.place]))
  return report.identities.some(({ verdict, figures }) => verdict === 'withinRounding' && places.get(figures[0] ?? '')?.line === line)
}

function isFound(report: AuditReport, wanted: Expectation['found'][number]): boolean {
  return report.findings.some(({ rule, places }) => rule === wanted.rule && wanted.lines.every((line) => places.some((place) => place.line === line)))
}

/** Line 0 stands for the whole document. */
function isReported(report: AuditReport, unwanted: Expectation['absent'][number]): boolean {
  return report.findings.some(
    ({ rule, places, verdict }) => rule === unwanted.rule && verdict !== 'undetermined' && (unwanted.line === 0 || places.some((place) => place.line === unwanted.line)),
  )
}

/** Every hard table identity that practitioners know must follow from what was derived. */
async function checkImplied(path: string): Promise<readonly string[]> {
  const opened = await openDocument(path, openVocabulary())
  if (isProblem(opened)) return [opened.detail]
  const { figures, tables } = opened.document
  const follows = impliedBy(deriveIdentities(figures).identities, figures)
  const known = knownIdentities(tables)
  const missing = known.filter(({ relation }) => !follows(relation))
  say(`  已知的表内表间勾稽关系 ${known.length} 条，由表的定义推出 ${known.length - missing.length} 条`)
  return missing.map(({ name }) => `推不出：${name}`)
}
