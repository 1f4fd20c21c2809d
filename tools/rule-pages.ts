/**
 * `npm run rules:docs`: writes docs/rules from the rules' own metadata, one page each and an index.
 *
 * @module
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { acrossRules, allRules, type Basis, identityRules, type RuleMeta, severityWords } from '@mingzhang/audit'
import { citation, type LegalSource } from '@mingzhang/vocabulary'
import { corpusFolder, type Fault, readFaults } from '../packages/audit/test/corpus/corpus-files.ts'
import { openVocabulary } from './open-document.ts'

/** What the pages are made from. */
export interface RulePagesInput {
  readonly rules: readonly RuleMeta[]
  readonly legal: ReadonlyMap<string, LegalSource>
  readonly examples: readonly SeededExample[]
}

/** A fault seeded into the example document: the lines that change, and what the audit must find. */
export interface SeededExample {
  readonly fault: Fault
  /** What is wrong, in the words of the fault's file; empty where it has none. */
  readonly remark: string
}

/** The folder of the pages, ending with a slash. */
export const pagesDirectory = fileURLToPath(new URL('../docs/rules/', import.meta.url))

/** Everything of this repository that the pages are made from: derived identities first, then rules by id. */
export function ownRulePagesInput(): RulePagesInput {
  const rules = [...Object.values(identityRules), ...allRules.map(({ meta }) => meta), ...Object.values(acrossRules)]
  return { rules, legal: openVocabulary().legal, examples: readExamples() }
}

/**
 * The pages by file name: `README.md`, and `<ID>.md` for every rule. The same input gives the same bytes.
 *
 * Throws for a basis that the legal sources do not have.
 */
export function rulePages({ rules, legal, examples }: RulePagesInput): ReadonlyMap<string, string> {
  const pages = rules.map((rule) => {
    const own = examples.filter(({ fault }) => fault.rule === rule.id)
    return [`${rule.id}.md`, rulePage(rule, legal, own)] as const
  })
  return new Map([['README.md', indexPage(rules)], ...pages])
}

const generatedNote = '<!-- 由 npm run rules:docs 生成：要改内容，请改规则本身。 -->'

function rulePage(rule: RuleMeta, legal: RulePagesInput['legal'], examples: readonly SeededExample[]): string {
  const { mark, zh, en } = severityWords[rule.severity]
  const lines = [
    generatedNote,
    `# ${rule.id} ${rule.title.zh}`,
    '',
    rule.title.en,
    '',
    `级别 Severity：${mark} ${zh} ${en}。个别发现的级别视情形可轻可重。 One finding may be graver or milder.`,
    '',
    ...section('查什么，为什么 What it checks, and why', [rule.explanation.zh, rule.explanation.en]),
    ...section('什么情况下可以成立 How a finding can be legitimate', [rule.legitimate.zh, rule.legitimate.en]),
    '## 依据 Basis',
    '',
    ...rule.basis.map((basis) => `- ${basisText(basis, rule, legal)}`),
    '',
    ...(examples.length === 0 ? [] : ['## 例子 Example', '', ...examples.flatMap(exampleLines)]),
    '[全部规则 All rules](README.md)',
  ]
  return `${lines.join('\n')}\n`
}

function section(heading: string, paragraphs: readonly string[]): readonly string[] {
  return [`## ${heading}`, '', ...paragraphs.flatMap((paragraph) => [markdownText(paragraph), ''])]
}

function basisText({ source, article }: Basis, rule: RuleMeta, legal: RulePagesInput['legal']): string {
  const found = legal.get(source)
  if (found === undefined) throw new Error(`${rule.id} cites “${source}”, which legal.yaml does not have`)
  // An article that is a passage in words needs a gap after the title; 第三十二条 does not.
  const gap = article === '' || article.startsWith('第') ? '' : ' '
  const text = `${citation(found)}${gap}${article}`
  return markdownText(found.standing === 'verified' ? text : `${text}（据实务了解，引用前请核对原文）`)
}

function exampleLines({ fault, remark }: SeededExample): readonly string[] {
  const { rule, severity, count, lines } = fault.expect
  const { mark, zh, en } = severityWords[severity]
  const place = { zh: `第 ${lines.join('、')} 行`, en: `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}` }
  const number = count === 1 ? { zh: '', en: '' } : { zh: ` ${count} 项`, en: ` ×${count}` }
  return [
    ...(remark === '' ? [] : [markdownText(remark), '']),
    `在示例文件 [${fault.base}](../../corpus/${fault.base}/document.txt) 里改成这样：`,
    '',
    '```diff',
    ...fault.replace.flatMap((change) => [...diffLines('-', change.find), ...diffLines('+', change.with)]),
    '```',
    '',
    `应当查出 Must be found：${rule} ${mark} ${zh} ${en}${number.zh}，${place.zh} (${place.en}${number.en})`,
    '',
  ]
}

function diffLines(sign: string, text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/u, '').split('\n').map((line) => `${sign}${line}`)
}

/** The faults of the corpus, by file name, each with the comment at the head of its file. */
function readExamples(): readonly SeededExample[] {
  return readFaults().map(({ name, value }) => {
    const text = readFileSync(join(corpusFolder, 'faults', `${name}.yaml`), 'utf8')
    const head = /^(?:#.*\n)*/u.exec(text)?.[0] ?? ''
    return { fault: value, remark: head.replace(/^#\s*/gmu, '').trim() }
  })
}

/** Families of rules by the first letter of their ids, in the order of the index. */
const families: readonly (readonly [letter: string, name: string])[] = [
  ['I', '勾稽关系（由表的含义推出，不是单独的规则） Derived identities'],
  ['T', '报表 Tables'],
  ['K', '文字说明 Narrative'],
  ['L', '绩效目标表与预算表 Forms against tables'],
  ['D', '项目支出绩效目标表 Project performance forms'],
  ['Y', '与先前的文件比较 Against an earlier document'],
  ['U', '与所属单位的文件比较 Against the units’ documents'],
]

function indexPage(rules: readonly RuleMeta[]): string {
  const stray = rules.find(({ id }) => !families.some(([letter]) => id.startsWith(letter)))
  if (stray !== undefined) throw new Error(`${stray.id} belongs to no family of rules`)
  const tables = families.flatMap(([letter, name]) => {
    const own = rules.filter(({ id }) => id.startsWith(letter)).sort((a, b) => (a.id < b.id ? -1 : 1))
    if (own.length === 0) return []
    return [`## ${name}`, '', '| 编号 | 级别 | 查什么 | What it checks |', '|---|---|---|---|', ...own.map(indexRow), '']
  })
  const lines = [
    generatedNote,
    '# 规则',
    '',
    `共 ${rules.length} 条，每条一页：查什么、为什么、什么情况下可以成立、依据。结论都是供人核对的意见。`,
    '',
    ...tables,
    '在命令行里用 `mingzhang rules 编号` 也能看到各条规则的说明（勾稽关系除外）。新增规则见[如何新增一条规则](../guides/如何新增一条规则.md)。',
  ]
  return `${lines.join('\n')}\n`
}

function indexRow({ id, severity, title }: RuleMeta): string {
  const { mark, zh } = severityWords[severity]
  return `| [${id}](${id}.md) | ${mark} ${zh} | ${tableText(title.zh)} | ${tableText(title.en)} |`
}

/** Text in which no character is taken for markup: tags, emphasis, links, code. */
function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>]/gu, (character) => `\\${character}`)
}

function tableText(text: string): string {
  return markdownText(text).replaceAll('|', '\\|')
}

/** Writes the pages and removes those of rules that are no more. */
function writePages(pages: ReadonlyMap<string, string>): void {
  mkdirSync(pagesDirectory, { recursive: true })
  for (const file of readdirSync(pagesDirectory)) if (!pages.has(file)) rmSync(join(pagesDirectory, file))
  for (const [file, text] of pages) writeFileSync(join(pagesDirectory, file), text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = rulePages(ownRulePagesInput())
  writePages(pages)
  process.stdout.write(`docs/rules：${pages.size - 1} 条规则，各一页\n`)
}
