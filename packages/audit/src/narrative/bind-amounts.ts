/**
 * Second pass over a section: the region of every amount, from its label, the list that it stands in, the heading and
 * the section.
 *
 * @module
 */
import { type DimensionId, isRegionWithin, meetRegions, type Region } from '@mingzhang/figures'
import { canBePart, type Draft, type ListFrame, isExplanation } from './draft.ts'
import { openerIn, opensBlock } from './list-frames.ts'
import { bracketDepths, hasSemicolon, hasSentenceEnd } from './plain-text.ts'
import { type Lexicon, type Reading, without } from './prose-lexicon.ts'
import type { SectionLine, SectionText } from './sections.ts'

/** What an amount's region rests on besides its label. */
export interface SectionScope {
  readonly region: Region
  /** Dimensions that the heading names twice: a label that names neither cannot be bound. */
  readonly ambiguous: readonly DimensionId[]
}

export interface BindingOptions {
  readonly year: number | undefined
  readonly lexicon: Lexicon
  /** The scope of each line: the section's, narrowed by the sub-heading above it. */
  readonly scopes: readonly SectionScope[]
}

/** Binds the amounts, and notes for every number the list that it belongs to. */
export function bindAmounts(section: SectionText, drafts: readonly Draft[], options: BindingOptions): void {
  const walk: Walk = { options, done: [], frames: [] }
  const byLine = new Map<number, Draft[]>()
  for (const draft of drafts) if (draft.role !== 'other') byLine.set(draft.lineIndex, [...(byLine.get(draft.lineIndex) ?? []), draft])
  section.lines.forEach((line, lineIndex) => {
    const own = byLine.get(lineIndex) ?? []
    if (line.heading) walk.frames = []
    else walk.frames = walk.frames.filter((frame) => frame.block && (line.numbering === undefined || frame.level < line.numbering.level))
    const depths = bracketDepths(line.plain)
    let end = line.numbering?.length ?? 0
    for (const draft of own) {
      enter(walk, draft, line, depths, end)
      if (draft.role === 'amount' || draft.role === 'previous') bindOne(walk, draft)
      else if (draft.reading.topic) draft.region = resolve(walk, draft).region
      draft.frame = draft.frame ?? walk.frames.at(-1)
      walk.done.push(draft)
      end = draft.number.end
    }
    const block = line.heading ? undefined : opensBlock(line.plain.slice(end))
    if (block !== undefined) {
      const goesOn = own.length > 0 && !hasSentenceEnd(line.plain, depths, end, line.plain.length - 1)
      const stated = goesOn ? lastAmount(walk, own.at(-1)?.sentence, 0) : lastStatement(walk)
      // 具体安排如下 after one part of a list goes on about the list's total, 其中 about the part.
      const parent = block === 'details' && stated?.frame?.block === true ? stated.frame.parent : stated
      walk.frames.push({ parent, members: [], block: true, level: line.numbering?.level ?? 0, depth: 0 })
    }
  })
  settlePeriods(drafts)
}

interface Walk {
  readonly options: BindingOptions
  /** The numbers so far. */
  readonly done: Draft[]
  frames: ListFrame[]
}

/** Closes the lists that end before `draft` and opens the one that begins there. */
function enter(walk: Walk, draft: Draft, line: SectionLine, depths: readonly number[], end: number): void {
  const { plain } = line
  const ends = hasSentenceEnd(plain, depths, end, draft.number.start)
  // A new main statement (2024年度…) in a line of its own ends the list of the lines above.
  const names = draft.reading.topic && draft.reading.year !== undefined && draft.reading.year === walk.options.year
  if (names && line.numbering === undefined && firstOfLine(walk, draft)) {
    walk.frames = walk.frames.filter((frame) => !frame.block || frame.level > 0)
  }
  walk.frames = walk.frames.filter((frame) => frame.block || (frame.depth <= draft.depth && !ends))
  if (!ends && hasSemicolon(plain, depths, end, draft.number.start)) {
    const inner = walk.frames.at(-1)
    // A semicolon is a stronger stop than 其中: the list inside a list of the same sentence ends.
    if (inner !== undefined && !inner.block && walk.frames.at(-2)?.block === false) walk.frames.pop()
  }
  const opener = openerIn(plain.slice(end, draft.number.start), walk.done.at(-1)?.line === line)
  if (opener === undefined || draft.role === 'previous') return
  const goesOn = !ends && walk.done.at(-1)?.sentence === draft.sentence
  const parent = opener.kind === 'side' ? sectionTotal(walk, draft)
    : opener.kind === 'named' ? namedTotal(walk, opener.name)
      : goesOn ? lastAmount(walk, draft.sentence, draft.depth) : lastStatement(walk)
  walk.frames.push({ parent, members: [], block: false, level: 0, depth: draft.depth })
}

function firstOfLine(walk: Walk, draft: Draft): boolean {
  return walk.done.at(-1)?.lineIndex !== draft.lineIndex
}

function isAmount(draft: Draft): boolean {
  return draft.role === 'amount'
}

/** The last amount of the sentence that is not inside brackets already closed. */
function lastAmount(walk: Walk, sentence: number | undefined, depth: number): Draft | undefined {
  return walk.done.findLast((draft) => isAmount(draft) && draft.sentence === sentence && draft.depth <= Math.max(depth, 0))
    ?? walk.done.findLast((draft) => isAmount(draft) && draft.sentence === sentence)
}

/** What the last sentence with amounts is about: its first amount, or the total whose parts it lists. */
function lastStatement(walk: Walk): Draft | undefined {
  const sentence = walk.done.findLast(isAmount)?.sentence
  const stated = walk.done.filter((draft) => isAmount(draft) && draft.sentence === sentence)
  const [first] = stated
  const frame = first?.frame
  return frame?.parent !== undefined && stated.filter((draft) => draft.frame === frame).length > 1 ? frame.parent : first
}

/** The total that 收入为 and 支出包括 split: the first amount of the line, else of the section. */
function sectionTotal(walk: Walk, draft: Draft): Draft | undefined {
  return walk.done.find((earlier) => isAmount(earlier) && earlier.lineIndex === draft.lineIndex) ?? walk.done.find(isAmount)
}

function namedTotal(walk: Walk, name: string): Draft | undefined {
  const reading = walk.options.lexicon.read(name)
  if (!reading.topic || reading.unread !== '') return undefined
  const named = without(reading.region, 'use')
  return walk.done.findLast((draft) => isAmount(draft) && draft.region !== undefined && isRegionWithin(draft.region, named))
}

function bindOne(walk: Walk, draft: Draft): void {
  if (isExplanation(draft, /原因|由于|因为|主要是(?!用于)/u)) {
    draft.unbound = '原因说明中的金额，没有写明属于预算的哪一部分'
    return
  }
  const resolved = resolve(walk, draft)
  draft.region = resolved.region
  draft.unbound = resolved.unbound
  const frame = walk.frames.at(-1)
  if (draft.role === 'amount' && frame !== undefined) {
    draft.frame = frame
    frame.members.push(draft)
  }
}

interface Resolved {
  readonly region: Region | undefined
  readonly unbound: string | undefined
}

const bound = (region: Region, year: number): Resolved => ({ region: { ...region, year: String(year) }, unbound: undefined })
const failed = (unbound: string): Resolved => ({ region: undefined, unbound })

function namesAsset(label: string): boolean {
  return /原值|净值|折旧|(?:固定|流动|无形|国有)资产(?:总?额|总计|合计|金额|价值|账面)?(?:为|共计?|约)?$/u.test(label)
}

/** The region that the draft's label names in its place; frames that cannot hold it are closed. */
function resolve(walk: Walk, draft: Draft): Resolved {
  const { reading } = draft
  const { options } = walk
  const year = reading.year ?? (options.year === undefined ? undefined : reading.lastYear ? options.year - 1 : options.year)
  const scope = options.scopes[draft.lineIndex] ?? { region: {}, ambiguous: [] }
  if (reading.execution) return failed('说的是执行数或决算数，不是预算数')
  if (!reading.topic && namesAsset(draft.label)) return failed('资产的价值，不属于预算收支')
  if (reading.unread !== '') return failed(`不认识“${reading.unread}”，不能确定“${draft.label}”指哪一部分`)
  if (reading.contradiction !== undefined) return failed(`${reading.contradiction}，不能确定“${draft.label}”指哪一部分`)
  if (year === undefined) return failed('没有读出文件的预算年度')
  if (!reading.topic) return withoutTopic(walk, draft, scope, year)
  if (isUnclearCurrent(draft)) return failed(`“${draft.label}”是否包括上年结转无法判断`)
  const missing = scope.ambiguous.find((dimension) => reading.region[dimension] === undefined)
  if (missing !== undefined && !reading.whole) return failed('本节标题说到几个部分，这里没有写明是哪一个')
  const item = reading.region.economic ?? reading.region.function
  if (scope.region.threePublic !== undefined && reading.region.threePublic === undefined && item !== undefined) {
    return failed(`“${draft.label}”不是本节所说的“三公”经费的一项`)
  }
  const thisYear = reading.current && reading.revenue && !reading.whole && reading.region.fund !== undefined
  const own = thisYear ? (meetRegions(reading.region, { period: 'current' }) ?? reading.region) : reading.region
  const base = withSide(scope.region, reading)
  const met = meetRegions(base, own)
  if (met === undefined) return failed(`“${draft.label}”与本节说的范围不符`)
  for (;;) {
    const frame = walk.frames.at(-1)
    const parent = frame?.parent?.region
    if (frame?.parent === undefined || parent === undefined) break
    const inside = meetRegions(withSide(without(parent, 'year'), reading), met)
    const fits = draft.role !== 'amount' || canBePart(draft.printed, frame.parent.printed)
    if (inside !== undefined && fits && isProjectName(inside, draft)) return failed(`“${draft.label}”可能是项目名称，不能确定指科目`)
    if (inside !== undefined && fits) return bound(inside, year)
    walk.frames.pop()
  }
  return bound(met, year)
}

/** In a list of projects a bare 款 or 项 name is as likely a project of that name; with （项） or its code it is the subject. */
function isProjectName(region: Region, draft: Draft): boolean {
  return region.kind === 'project' && region.function?.includes('/') === true && !/\([款项]\)|\d{5}/u.test(draft.label)
}

/** 收入总计, 拨款 and 年终结转 are not only what is spent: they leave the side that the section or the total names. */
function withSide(region: Region, reading: Reading): Region {
  return reading.whole || reading.revenue || reading.region.use === 'carriedOut' ? without(region, 'use') : region
}

/** 本年收入预算 can mean this year's money alone or everything of this year's budget. */
function isUnclearCurrent(draft: Draft): boolean {
  const { current, whole, region } = draft.reading
  return current && !whole && region.fund === undefined && /[本当]年度?(?:部门|单位)?(?:收入预算|预算收入)/u.test(draft.label)
}

/** A label such as 2024年预算安排 goes on about what the line already speaks of, or about the section's own subject. */
function withoutTopic(walk: Walk, draft: Draft, scope: SectionScope, year: number): Resolved {
  const earlier = walk.done.findLast((done) => isAmount(done) && done.lineIndex === draft.lineIndex)
  if (draft.role === 'previous') {
    const subject = earlier ?? walk.done.findLast(isAmount)
    if (subject?.region !== undefined) return bound(subject.region, year)
    return failed('上年的金额没有写明对应哪一项')
  }
  const saysBudget = /预算|安排|总额|合计|总计|共/u.test(draft.label)
  if (earlier !== undefined) {
    if (saysBudget && earlier.region !== undefined && draft.reading.year !== undefined) return bound(earlier.region, year)
  } else if (saysBudget && hasSubject(scope.region) && scope.ambiguous.length === 0 && !namesPart(walk, draft)) {
    return bound(scope.region, year)
  }
  return failed(draft.label === '' ? '前面没有写明这是什么金额' : `“${draft.label}”没有写明是哪一部分的金额`)
}

/** Whether the line names a part before the amount's own clause: a title (考察学习费。2024年预算数…), known or not. */
function namesPart(walk: Walk, draft: Draft): boolean {
  const { line, number } = draft
  const before = line.plain.slice(line.numbering?.length ?? 0, number.start)
  if (/^[^。:,;]{2,24}[。:]/u.test(before)) return true
  return walk.options.lexicon.nodesIn(before).some((node) => Object.keys(node).length > 0)
}

function hasSubject(region: Region): boolean {
  return (region.threePublic ?? region.agencyOperating ?? region.procurement ?? region.kind) !== undefined
}

/**
 * Where a list names 上年结转 beside the funds, each fund stands for this year's money alone: otherwise the carried
 * money would be counted twice.
 */
function settlePeriods(drafts: readonly Draft[]): void {
  const frames = new Set(drafts.flatMap((draft) => (draft.frame === undefined ? [] : [draft.frame])))
  for (const { members } of frames) {
    if (!members.some((member) => member.region?.period === 'carriedIn')) continue
    for (const member of members) {
      const { region } = member
      if (region?.fund === undefined || region.period !== undefined || region.use !== undefined) continue
      if (member.reading.region.fund === undefined) continue
      member.region = { ...region, period: 'current' }
    }
  }
}
