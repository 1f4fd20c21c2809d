/**
 * `npm run faults -- FOLDER|FILE… [--cells N] [--documents N] [--seed N] [--list]`: changes one digit in random bound
 * table cells of documents of different cities, one at a time, and prints how many are found, by city.
 *
 * The digit is changed in the document tree, as the reader gave it; the document is then recognised and judged anew. A
 * change is found when a relation that did not conflict before now does and the changed cell is one of its figures, or
 * when the diagnosis, asked where no single relation breaks, names the cell. With the same seed the same digits change.
 *
 * Documents of one city are told by the first part of their file names (`xian-2026-…`); of each city the first document
 * with enough bound cells is taken.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeDocument, type Judgement, proveDocument, type RecognisedDocument, recogniseDocument } from '@mingzhang/audit'
import { type DocumentTree, readDocument } from '@mingzhang/document'
import { describePlace, type Figure, type Place } from '@mingzhang/figures'
import { fen, formatFen, type RoundingMode } from '@mingzhang/money'
import { describeProblem, openVocabulary } from './open-document.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cells: { type: 'string' }, documents: { type: 'string' }, seed: { type: 'string' }, list: { type: 'boolean' } },
})
const cellsPerDocument = Number(values.cells ?? 50)
const mostDocuments = Number(values.documents ?? 10)
const seed = Number(values.seed ?? 20240101)
const target = 97
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const vocabulary = openVocabulary()

/** Why a change is not found. What rounding explains nobody can tell from rounding. */
const unguarded = '没有勾稽关系涉及'
const hidden = '四舍五入可以解释'
const outcomeWords = { exact: '一致', withinRounding: '尾差', undetermined: '无法判定', conflict: '不一致（原来就是）' } as const

interface Opened {
  readonly city: string
  readonly name: string
  readonly tree: DocumentTree
  readonly document: RecognisedDocument
  readonly mode: RoundingMode
  readonly judgement: Judgement
}

interface Fault {
  readonly figure: Figure
  readonly before: string
  readonly after: string
  readonly found: 'relation' | 'diagnosis' | undefined
  readonly reason: string
}

if (positionals.length === 0) {
  say('用法：npm run faults -- 文件夹或文件… [--cells 每份单元格数] [--documents 份数] [--seed 数] [--list]')
  process.exitCode = 2
} else await run()

async function run(): Promise<void> {
  const began = performance.now()
  let found = 0
  let all = 0
  let beyond = 0
  for (const opened of await documentsOfCities()) {
    const faults: Fault[] = []
    const random = randomOf(`${seed} ${opened.name}`)
    for (const figure of sample(cellsOf(opened), cellsPerDocument, random)) {
      const fault = await plant(opened, figure, random)
      if (fault !== undefined) faults.push(fault)
    }
    const hit = faults.filter((fault) => fault.found !== undefined).length
    const plain = faults.filter(({ reason }) => !reason.endsWith(hidden)).length
    found += hit
    all += faults.length
    beyond += plain
    say(`${opened.city.padEnd(10)} ${opened.name.padEnd(44)} 改动 ${faults.length}，查出 ${hit}（${share(hit, faults.length)}）；大于尾差的 ${plain} 处中查出 ${share(hit, plain)}`)
    const missed = faults.filter((fault) => fault.found === undefined)
    for (const { figure, before, after, reason } of values.list === true ? missed : missed.slice(0, 5)) say(`  未查出：${describePlace(figure.place)} ${before} → ${after}：${reason}`)
    if (values.list !== true && missed.length > 5) say(`  另有 ${missed.length - 5} 处，--list 全部列出`)
  }
  say(`合计：改动 ${all}，查出 ${found}（${share(found, all)}，目标 ≥ ${target}%）；大于尾差的 ${beyond} 处中查出 ${share(found, beyond)}；用时 ${((performance.now() - began) / 1000).toFixed(0)} 秒`)
  if (all === 0 || found * 100 < all * target) process.exitCode = 1
}

async function documentsOfCities(): Promise<readonly Opened[]> {
  const taken = new Map<string, Opened>()
  const named = positionals.some((path) => statSync(path).isFile())
  for (const path of positionals.flatMap(filesOf)) {
    const city = named ? basename(path) : (/^[^-.]+/u.exec(basename(path))?.[0] ?? basename(path))
    if (taken.has(city) || taken.size >= mostDocuments) continue
    const opened = await open(path, city)
    if (opened !== undefined && (named || cellsOf(opened).length >= cellsPerDocument)) taken.set(city, opened)
  }
  return [...taken.values()]
}

function filesOf(path: string): readonly string[] {
  return statSync(path).isFile() ? [path] : readdirSync(path).sort().map((name) => join(path, name)).filter((file) => statSync(file).isFile())
}

async function open(path: string, city: string): Promise<Opened | undefined> {
  const tree = await readDocument(readFileSync(path), basename(path))
  if (!tree.ok) {
    say(describeProblem(tree.problem))
    return undefined
  }
  const { document, profile } = recogniseDocument(tree.value, vocabulary, undefined)
  const mode = profile?.rounding ?? 'half-up'
  return { city, name: basename(path), tree: tree.value, document, mode, judgement: judgeDocument(document, mode) }
}

/** Bound amounts of tables that state something other than zero. */
function cellsOf({ document, tree }: Opened): readonly Figure[] {
  return document.figures.filter(({ cell, printed, place }) =>
    cell?.table.startsWith('t') === true && printed.kind === 'stated' && printed.stated.value !== 0 && /\d/u.test(textAt(tree, place) ?? ''))
}

async function plant(opened: Opened, figure: Figure, random: () => number): Promise<Fault | undefined> {
  const before = textAt(opened.tree, figure.place)
  if (before === undefined) return undefined
  const after = withOtherDigit(before, random)
  const { document } = recogniseDocument(withText(opened.tree, figure.place, after), vocabulary, undefined)
  const judgement = judgeDocument(document, opened.mode)
  const broken = newConflicts(opened.judgement, judgement)
  const inRelation = broken.some((places) => places.some((place) => isSame(place, figure.place)))
  const inDiagnosis = !inRelation && (await isBlamed(document, opened.mode, figure.place, opened))
  const found = inRelation ? 'relation' : inDiagnosis ? 'diagnosis' : undefined
  return { figure, before, after, found, reason: found === undefined ? reasonOf(opened, figure, document, judgement) : '' }
}

/** The places of each relation and share that conflicts and did not before. */
function newConflicts(before: Judgement, after: Judgement): readonly (readonly Place[])[] {
  const known = new Set([...before.verdicts.filter(({ outcome }) => outcome === 'conflict').map(({ identity }) => identity.id), ...before.proportions.filter(({ outcome }) => outcome === 'conflict').map(({ id }) => id)])
  return [
    ...after.verdicts.filter(({ outcome, identity }) => outcome === 'conflict' && !known.has(identity.id)).map(({ identity }) => [identity.whole, ...(identity.besides ?? []), ...identity.parts, ...identity.premises.flatMap(({ figures }) => figures)].map(({ place }) => place)),
    ...after.proportions.filter(({ outcome, id }) => outcome === 'conflict' && !known.has(id)).map(({ mention }) => [mention.place]),
  ]
}

/** Whether the diagnosis of the changed document, and not that of the document itself, names the cell. */
async function isBlamed(document: RecognisedDocument, mode: RoundingMode, place: Place, opened: Opened): Promise<boolean> {
  const blamed = async (of: RecognisedDocument): Promise<boolean> => (await proveDocument(of, mode)).diagnosis.causes.some(({ clashes }) => clashes.some(({ figures }) => figures.some((figure) => isSame(figure.place, place))))
  return (await blamed(document)) && !(await blamed(opened.document))
}

function reasonOf({ judgement: before }: Opened, figure: Figure, after: RecognisedDocument, judgement: Judgement): string {
  const own = before.verdicts.filter(({ identity }) => [identity.whole, ...(identity.besides ?? []), ...identity.parts].some(({ id }) => id === figure.id))
  const changed = after.figures.find(({ place }) => isSame(place, figure.place))
  if (changed === undefined) return '改动后这一格不再对应到含义'
  if (own.length === 0) return unguarded
  const moved = figure.printed.kind === 'stated' && changed.printed.kind === 'stated' ? Math.abs(changed.printed.stated.value - figure.printed.stated.value) : 0
  if (own.every(({ outcome }) => outcome === 'conflict')) return '所在关系原来就不一致'
  if (own.every(({ outcome }) => outcome === 'undetermined')) return '所在关系无法判定'
  const firm = own.filter(({ identity, outcome }) => identity.kind !== 'containment' && outcome !== 'undetermined' && outcome !== 'conflict')
  if (firm.length === 0) return '只受“不大于”约束'
  // A change of less than twice the bound can lie within it on both sides of the exact sum.
  const slack = 2 * Math.min(...firm.map((verdict) => verdict.bound))
  if (moved < slack) return `改动 ${formatFen(fen(moved), '元')} 元，${hidden}`
  const now = judgement.verdicts.filter(({ identity }) => [identity.whole, ...(identity.besides ?? []), ...identity.parts].some(({ place }) => isSame(place, figure.place)))
  const outcomes = (['exact', 'withinRounding', 'undetermined', 'conflict'] as const).map((outcome) => `${outcomeWords[outcome]} ${now.filter((verdict) => verdict.outcome === outcome).length}`).join('、')
  const incomplete = now.some(({ identity, outcome }) => outcome === 'undetermined' && identity.incomplete === true)
  return `原有 ${own.length} 条关系，改动后 ${now.length} 条：${outcomes}${incomplete ? '；同行或同列有数没有对应到含义，不能断定' : ''}`
}

function withOtherDigit(text: string, random: () => number): string {
  const digits = Array.from(text.matchAll(/\d/gu), ({ index }) => index)
  const at = digits[Math.floor(random() * digits.length)] ?? 0
  const old = Number(text[at])
  // Never a leading zero: that would be another number of digits.
  const choices = Array.from({ length: 10 }, (_, digit) => digit).filter((digit) => digit !== old && !(digit === 0 && at === digits[0]))
  return `${text.slice(0, at)}${String(choices[Math.floor(random() * choices.length)])}${text.slice(at + 1)}`
}

function textAt({ blocks }: DocumentTree, { block, rowIndex, columnIndex }: Place): string | undefined {
  const grid = blocks[block ?? -1]
  return grid?.kind === 'grid' ? grid.rows[rowIndex ?? -1]?.cells[columnIndex ?? -1]?.text : undefined
}

function withText(tree: DocumentTree, { block, rowIndex, columnIndex }: Place, text: string): DocumentTree {
  const blocks = tree.blocks.map((grid, index) => {
    if (index !== block || grid.kind !== 'grid') return grid
    return { ...grid, rows: grid.rows.map((row, at) => (at === rowIndex ? { ...row, cells: row.cells.map((cell, column) => (column === columnIndex ? { ...cell, text } : cell)) } : row)) }
  })
  return { ...tree, blocks }
}

function isSame(a: Place, b: Place): boolean {
  return a.block === b.block && a.rowIndex === b.rowIndex && a.columnIndex === b.columnIndex
}

function sample<T>(items: readonly T[], count: number, random: () => number): readonly T[] {
  return items.map((item) => ({ item, order: random() })).sort((a, b) => a.order - b.order).slice(0, count).map(({ item }) => item)
}

/** Numbers from 0 to 1 that a text decides (mulberry32 over an FNV-1a hash). */
function randomOf(text: string): () => number {
  let state = 0x811c9dc5
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.floor((part * 1000) / whole) / 10}%`
}
