/**
 * A department's own text as runs: slots become numbers, everything else stays as typed.
 *
 * @module
 */
import type { TextBlock } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import { type LedgerTextItem, ledgerTextItems } from '../../ledger/ledger.ts'
import type { SectionScope } from '../section-scope.ts'
import { amountOf, derivedNumber, joinRuns, type Piece } from '../sentence.ts'
import { type FreeNumber, freeNumbers } from './free-numbers.ts'
import { nearestNames } from './nearest-names.ts'
import { resolveSlot, type SlotValue, slotNames } from './slots.ts'
import { textPlace } from './text-place.ts'

/** The lines of the item's text as paragraphs; none for an empty text. Problems go to the scope. */
export function clerkParagraphs(scope: SectionScope, item: LedgerTextItem, style: TextBlock['style'] = 'body'): readonly TextBlock[] {
  const text = scope.textOf(item)
  if (text.trim() === '') return []
  return splitLines(clerkRuns(scope, item, text)).map((runs) => ({ kind: 'text', style, runs }))
}

/**
 * The text as a piece of a sentence. Reports every slot that is unknown or lacks its unit and every number outside a slot;
 * what is reported stands in the piece as typed.
 */
export function clerkRuns(scope: SectionScope, item: LedgerTextItem, text: string): Piece {
  const slots = [...text.matchAll(/[{｛]([^{}｛｝]*)[}｝]/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, written: match[1] ?? '' }))
  reportFreeNumbers(scope, item, slots.reduce((rest, slot) => blankOut(rest, slot.start, slot.end), text), text)
  const pieces: Piece[] = []
  let done = 0
  for (const { start, end, written } of slots) {
    pieces.push(text.slice(done, start), slotPiece(scope, item, written, text, start, end))
    done = end
  }
  return [...pieces, text.slice(done)]
}

function slotPiece(scope: SectionScope, item: LedgerTextItem, written: string, text: string, start: number, end: number): Piece {
  const { context } = scope
  const resolved = resolveSlot(context.ledger, written)
  if (!resolved.ok) {
    const near = nearestSlots(resolved.name, resolved.known)
    scope.report(textProblem(item, 'slot', start, end, `有不认识的空位“${text.slice(start, end)}”。`,
      near.length === 0 ? `可用的空位有：${someSlots(scope)}；照原样印的数字写成“{照录：27万元}”。` : `是不是${near.map((name) => `“{${name}}”`).join('、')}？`))
    return text.slice(start, end)
  }
  const { value } = resolved
  const unit = unitOf(value)
  if (unit !== undefined && !text.slice(end).trimStart().startsWith(unit)) {
    scope.report(textProblem(item, 'unit', start, end, `空位“${text.slice(start, end)}”后面没有写“${unit}”，印出来的数没有单位或单位不对。`,
      `空位按${unit}印数，请在它后面紧接着写“${unit}”。`))
  }
  switch (value.kind) {
    case 'amount': {
      const { figure } = amountOf(context, value.region, value.label)
      return { text: figure.text, figure: figure.id }
    }
    case 'fact':
      return derivedNumber(context, {}, value.label, value.text)
    case 'verbatim':
      return value.text
  }
}

/** Names of the same group (项目：…) are compared by what stands behind the colon. */
function nearestSlots(name: string, known: readonly string[]): readonly string[] {
  const group = /^[^：]*：/u.exec(name)?.[0] ?? ''
  const own = known.filter((candidate) => candidate.startsWith(group)).map((candidate) => candidate.slice(group.length))
  return nearestNames(name.slice(group.length), own).map((near) => group + near)
}

function unitOf(value: SlotValue): string | undefined {
  switch (value.kind) {
    case 'amount':
      return '万元'
    case 'fact':
      return value.unit
    case 'verbatim':
      return undefined
  }
}

function reportFreeNumbers(scope: SectionScope, item: LedgerTextItem, outside: string, text: string): void {
  const { classification } = scope.context.vocabulary
  const isCode = (digits: string, behind: string): boolean => (['function', 'economic', 'governmentEconomic'] as const)
    .some((scheme) => classification.lookup(scheme, digits).some(({ name }) => behind.trimStart().startsWith(name)))
  const { projects, units } = scope.context.ledger
  // A number inside the name of a project or a unit is no amount.
  const known = [...projects, ...units].reduce((rest, { name }) => (/\d/u.test(name) ? rest.replaceAll(name, '□'.repeat(name.length)) : rest), outside)
  for (const number of freeNumbers(known, { isCode, catalogue: item === 'serviceCatalogue' })) {
    scope.report(textProblem(item, 'number', number.start, number.end,
      `“${excerpt(text, number)}”中的${number.text}是直接打上去的，预算一改就与表对不上。`,
      `是预算里的数，改用空位（如${someSlots(scope)}）；不是本年预算数、要照原样印的，写成“{照录：${number.text}}”。`))
  }
}

/** The number with ten characters on either side. */
function excerpt(text: string, { start, end }: FreeNumber): string {
  const around = text.slice(Math.max(0, start - 10), end + 10).replace(/\s+/gu, ' ')
  return `${start > 10 ? '…' : ''}${around}${end + 10 < text.length ? '…' : ''}`
}

function someSlots(scope: SectionScope): string {
  const names = slotNames(scope.context.ledger)
  const examples = ['收入总计', '本年收入', '基本支出', '项目支出', '机关运行经费', names.find((name) => name.startsWith('项目：')), '人数：在职']
  return examples.flatMap((name) => (name === undefined ? [] : [`{${name}}`])).join('、')
}

function textProblem(item: LedgerTextItem, cause: string, start: number, end: number, detail: string, remedy: string): Problem {
  return { code: `compile.text.${cause}`, place: textPlace(item, start, end), detail: `“${ledgerTextItems[item]}”里${detail}`, remedy }
}

/** The text with the stretch made unreadable for the search of numbers, every place kept. */
function blankOut(text: string, start: number, end: number): string {
  return text.slice(0, start) + '□'.repeat(end - start) + text.slice(end)
}

/** The runs of each line that says something. */
function splitLines(piece: Piece): readonly (readonly { readonly text: string; readonly figure?: string }[])[] {
  const lines: Piece[][] = [[]]
  for (const run of joinRuns([piece])) {
    if (run.figure !== undefined) {
      lines.at(-1)?.push(run)
      continue
    }
    run.text.split(/\r?\n/u).forEach((text, index) => {
      if (index > 0) lines.push([])
      lines.at(-1)?.push(text)
    })
  }
  return lines.map((line) => trimRuns(joinRuns(line))).filter((runs) => runs.length > 0)
}

/** Without blanks at both ends of the line: the paragraph's indent is the writer's. */
function trimRuns(runs: ReturnType<typeof joinRuns>): ReturnType<typeof joinRuns> {
  return runs
    .map((run, index) => {
      const start = index === 0 ? run.text.trimStart() : run.text
      return { ...run, text: index === runs.length - 1 ? start.trimEnd() : start }
    })
    .filter((run) => run.text !== '')
}
