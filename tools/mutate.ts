/**
 * `npm run mutate -- FILE… [--json] [--cells N]`: changes digits of bound table cells, one at a time, and
 * prints the share that turns a verdict to conflict and the share that the unique smallest repair names.
 */
import { parseArgs } from 'node:util'
import { type ChangeOutcome, deriveIdentities, describePlace, digitChanges, type Figure, judge, testChange } from '@mingzhang/figures'
import { formatFen } from '@mingzhang/money'
import { describeProblem, isProblem, openDocument, openVocabulary } from './open-document.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, cells: { type: 'string' } } })
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (positionals.length === 0) {
  say('用法：npm run mutate -- 文件… [--json] [--cells 每份文件抽取的单元格数]')
  process.exitCode = 2
}
const vocabulary = openVocabulary()
const results = []
for (const path of positionals) {
  const opened = await openDocument(path, vocabulary)
  if (isProblem(opened)) {
    say(describeProblem(opened))
    process.exitCode = 3
    continue
  }
  const { figures } = opened.document
  const before = deriveIdentities(figures).identities.map((identity) => judge(identity))
  const cells = sample(figures.filter((figure) => figure.printed.kind === 'stated' && figure.printed.stated.value !== 0 && figure.cell?.table.startsWith('t') === true), Number(values.cells ?? Infinity))
  const outcomes: ChangeOutcome[] = []
  for (const change of cells.flatMap(digitChanges)) outcomes.push(await testChange(figures, change, before))
  results.push(summarise(path, cells.length, outcomes))
}
if (values.json === true) say(JSON.stringify(results, null, 2))

/** Evenly spread over the document, so that every table is met. */
function sample(figures: readonly Figure[], count: number): readonly Figure[] {
  if (figures.length <= count) return figures
  return Array.from({ length: count }, (_, index) => figures[Math.floor((index * figures.length) / count)]).filter((figure) => figure !== undefined)
}

function summarise(path: string, cells: number, outcomes: readonly ChangeOutcome[]) {
  const beyond = outcomes.filter((outcome) => !outcome.withinSlack)
  const caught = beyond.filter((outcome) => outcome.caught)
  const named = beyond.filter((outcome) => outcome.named)
  const missed = beyond.filter((outcome) => !outcome.caught)
  const share = (part: number): string => (beyond.length === 0 ? '—' : `${String(Math.floor((part * 10_000) / beyond.length) / 100)}%`)
  const hidden = outcomes.length - beyond.length
  if (values.json !== true) {
    say(path)
    say(`  单元格 ${cells}，改动 ${outcomes.length} 处，其中 ${hidden} 处小于四舍五入余量（查出 ${outcomes.filter((o) => o.withinSlack && o.caught).length}）`)
    say(`  超出余量 ${beyond.length} 处：查出 ${caught.length}（${share(caught.length)}），唯一最小改法指明该格 ${named.length}（${share(named.length)}）`)
    for (const outcome of missed) say(`  未查出：${describePlace(outcome.figure.place)} ${formatFen(outcome.from, '万元')} → ${formatFen(outcome.to, '万元')}`)
  }
  return {
    file: path,
    cells,
    changes: outcomes.length,
    withinSlack: hidden,
    beyondSlack: beyond.length,
    caught: caught.length,
    named: named.length,
    missed: missed.map((outcome) => ({ place: describePlace(outcome.figure.place), from: outcome.from, to: outcome.to })),
    unnamed: beyond.filter((outcome) => outcome.caught && !outcome.named).map((outcome) => ({ place: describePlace(outcome.figure.place), from: outcome.from, to: outcome.to })),
  }
}
