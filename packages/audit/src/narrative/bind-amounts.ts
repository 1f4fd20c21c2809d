/**
 * Second pass over a section: the region of every amount, from its label, the list that it stands in, the heading and
 * the section.
 *
 * @module
 */
import { type DimensionId, isRegionWithin, meetRegions, type Region } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import { canBePart, canSumTo, type Draft, type ListFrame, isExplanation } from './draft.ts'
import { openerIn, opensBlock } from './list-frames.ts'
import { bracketDepths, hasSemicolon, hasSentenceEnd } from './plain-text.ts'
import { isGeneric, type Lexicon, type Phase, type Reading, without } from './prose-lexicon.ts'
import type { SectionLine, SectionText } from './sections.ts'

/** What an amount's region rests on besides its label. */
export interface SectionScope {
  readonly region: Region
  /** Dimensions that the heading names twice: a label that names neither cannot be bound. */
  readonly ambiguous: readonly DimensionId[]
  /** Whether the section is headed by the name of a body: its budget is what the section is about. */
  readonly named?: boolean
}

export interface BindingOptions {
  readonly year: number | undefined
  /** The document's kind, which decides what stage an amount is of that names none. */
  readonly kind: 'budget' | 'final' | 'performance' | undefined
  readonly lexicon: Lexicon
  /** The scope of each line: the section's, narrowed by the sub-heading above it. */
  readonly scopes: readonly SectionScope[]
}

/** Binds the amounts, and notes for every number the list that it belongs to. */
export function bindAmounts(section: SectionText, drafts: readonly Draft[], options: BindingOptions): void {
  const walk: Walk = { options, performance: section.kind?.id === 'performance', done: [], frames: [] }
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
  settleTotals(drafts)
}

interface Walk {
  readonly options: BindingOptions
  /** Whether the section is about performance: what its projects involve is no part of the budget by the fund's name. */
  readonly performance: boolean
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
  if (draft.role === 'previous' && isBareComparison(draft)) {
    draft.unbound = `“${draft.label}”后面的金额是上年的数还是增减的数，没有写明`
    return
  }
  // A choice of projects was evaluated; 实行绩效目标管理的项目…涉及 speaks of all of them.
  if (walk.performance && /(?:自评|评价|监控|评审|评估)[^。;]*涉及/u.test(sentenceBefore(draft))) {
    draft.outside = '绩效管理所涉及的资金规模，不是预算的一个组成部分'
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

/** 比上年1.43万元，增加…: last year's amount, or the change whose verb is missing. */
function isBareComparison({ line, number }: Draft): boolean {
  const before = line.plain.slice(0, number.start)
  return /[比较]\s*(?:上一?年度?|去年)\s*$/u.test(before) && /^\s*[,。;]/u.test(line.plain.slice(number.end))
}

function sentenceBefore({ line, number }: Draft): string {
  return /[^。;]*$/u.exec(line.plain.slice(0, number.start))?.[0] ?? ''
}

interface Resolved {
  readonly region: Region | undefined
  readonly unbound: string | undefined
}

const bound = (region: Region, { year, phase }: Stage): Resolved => ({ region: { ...region, year: String(year), ...(phase === undefined ? {} : { phase }) }, unbound: undefined })
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
  if (!reading.topic && namesAsset(draft.label)) return failed('资产的价值，不属于预算收支')
  const project = reading.unread === '' || year === undefined ? undefined : listedProject(walk, draft)
  if (project !== undefined && year !== undefined) return bound(project, { year, phase: project.phase })
  if (reading.unread !== '') return failed(`不认识“${reading.unread}”，不能确定“${draft.label}”指哪一部分`)
  if (reading.contradiction !== undefined) return failed(`${reading.contradiction}，不能确定“${draft.label}”指哪一部分`)
  if (year === undefined) return failed('没有读出文件的预算年度')
  const stage: Stage = { year, phase: phaseOf(reading, options.kind) }
  if (isGeneric(reading)) {
    const same = sameMoney(walk, draft, stage)
    if (same !== undefined) return bound(reading.region.use === undefined ? same : { ...same, ...reading.region }, stage)
    if (goesOnUnread(walk, draft)) return failed(`“${draft.label}”接着前面没有认出的金额说，不能确定指哪一部分`)
  }
  if (!reading.topic) return withoutTopic(walk, draft, scope, stage)
  if (isUnclearCurrent(draft)) return failed(`“${draft.label}”是否包括上年结转无法判断`)
  const missing = scope.ambiguous.find((dimension) => reading.region[dimension] === undefined)
  if (missing !== undefined && !reading.whole) return failed('本节标题说到几个部分，这里没有写明是哪一个')
  const item = reading.region.economic ?? reading.region.function
  if (scope.region.threePublic !== undefined && reading.region.threePublic === undefined && item !== undefined) {
    return failed(`“${draft.label}”不是本节所说的“三公”经费的一项`)
  }
  // 收入决算 is what came in this year; 收入总计 of a final account is that and what was carried in.
  const thisYear = reading.revenue && !reading.whole && (options.kind === 'final' || (reading.current && reading.region.fund !== undefined))
  const own = thisYear ? (meetRegions(reading.region, { period: 'current' }) ?? reading.region) : reading.region
  const base = withSide(besideThreePublic(scope.region, reading), reading)
  const met = meetRegions(base, own)
  if (met === undefined) return failed(`“${draft.label}”与本节说的范围不符`)
  // A project that its line's title names is part of no list above.
  if (own.project !== undefined) return bound(met, stage)
  for (;;) {
    const frame = walk.frames.at(-1)
    const parent = frame?.parent?.region
    if (frame?.parent === undefined) break
    if (parent === undefined) {
      // The parts of something that was not understood are not the department's.
      if (!frame.block && !reading.whole) return failed(`是“${frame.parent.label}”的一部分，而它没有认出`)
      break
    }
    const inside = meetRegions(withSide(without(parent, 'year', 'phase'), reading), met)
    // The parts of 年初预算 are of that stage too, unless they say otherwise.
    const own: Stage = { year, phase: namesStage(reading) ? stage.phase : parent.phase }
    const fits = draft.role !== 'amount' || own.phase !== parent.phase || canBePart(draft.printed, frame.parent.printed)
    if (inside !== undefined && fits && isProjectName(inside, draft)) return failed(`“${draft.label}”可能是项目名称，不能确定指科目`)
    if (inside !== undefined && fits && isUnclassed(draft, inside, scope)) return failed(`前面按经济分类列举，“${draft.label}”没有写明属于哪一类`)
    if (inside !== undefined && fits) return bound(inside, own)
    walk.frames.pop()
  }
  if (isUnclassed(draft, met, scope)) return failed(`前面按经济分类列举，“${draft.label}”没有写明属于哪一类`)
  return bound(met, stage)
}

/** 公用经费 among economic classes can be that of the class above as well as all of it. */
function isUnclassed({ listing }: Draft, region: Region, scope: SectionScope): boolean {
  return listing && region.kind !== undefined && region.kind !== scope.region.kind && region.economic === undefined && region.governmentEconomic === undefined
}

/** The year and the stage (年初预算, 执行数) of an amount; without a stage it is of the document's own. */
interface Stage {
  readonly year: number
  readonly phase: string | undefined
}

function namesStage(reading: Reading): boolean {
  return reading.phase !== undefined || reading.plainBudget
}

/**
 * The stage that the words name, where it is not the document's own: a final account speaks of 决算, any other of the budget.
 * 预算数 beside a final account is 全年预算数, as in its tables.
 */
function phaseOf({ phase, plainBudget }: Reading, kind: BindingOptions['kind']): Phase | undefined {
  if (kind !== 'final') return phase === 'budget' ? undefined : phase
  return phase === 'final' ? undefined : (phase ?? (plainBudget ? 'adjusted' : undefined))
}

/**
 * What bare words (支出决算为, 2024年预算数) are of when the same sentence has just stated the same money at another stage
 * or of another year: 年初预算100万元，支出决算98万元. `undefined` where it has not.
 */
function sameMoney(walk: Walk, draft: Draft, { year, phase }: Stage): Region | undefined {
  const last = walk.done.findLast(({ role, depth }) => (role === 'amount' || role === 'previous') && depth <= draft.depth)
  if (last?.region === undefined || last.sentence !== draft.sentence || last.part !== draft.part) return undefined
  if (last.region.year === String(year) && last.region.phase === phase) return undefined
  return without(last.region, 'year', 'phase')
}

/** 会议费 and 培训费 stand beside the “三公”经费 in the section that is named after those. */
function besideThreePublic(scope: Region, { region }: Reading): Region {
  const own = region.threePublic
  return own === undefined || own === 'all' || own.startsWith('all/') ? scope : without(scope, 'threePublic')
}

/**
 * A project by the name that a list of 项目支出 gives it; below a project, a part of that. `undefined` outside such lists,
 * for words that are no name, and where the amount cannot be a part.
 */
function listedProject(walk: Walk, draft: Draft): Region | undefined {
  const frame = walk.frames.at(-1)
  const parent = frame?.parent?.region
  if (draft.role !== 'amount' || frame?.parent === undefined || parent?.kind !== 'project') return undefined
  const { label, line, number } = draft
  const name = normaliseLabel(label)
  const adjoins = line.plain.slice(0, number.start).trimEnd().replace(/(?:为|共|共计|计|[“”"])$/u, '').endsWith(label)
  if (!adjoins || name.length < 3 || name.length > 40 || /[/,。;:]|^[的和及与]|用于|安排|增|减|完成|原因|其中|新增|结转/u.test(name) || isExplanation(draft)) return undefined
  if (!canBePart(draft.printed, frame.parent.printed)) return undefined
  return { ...without(parent, 'year'), project: parent.project === undefined ? name : `${parent.project}/${name}` }
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

/** Whether the bare words go on about what could not be read: the amount before in their sentence, or their line's title. */
function goesOnUnread(walk: Walk, draft: Draft): boolean {
  const last = walk.done.findLast(({ role, depth }) => (role === 'amount' || role === 'previous') && depth <= draft.depth)
  if (last !== undefined && last.sentence === draft.sentence && last.part === draft.part) return last.region === undefined && last.number.kind === 'money'
  const title = draft.line.plain.slice(draft.line.numbering?.length ?? 0, draft.number.start)
  return namesStage(draft.reading) && draft.reading.phase !== undefined && /^[^。;]{0,110}\([类款项]\)/u.test(title)
}

/** A label such as 2024年预算安排 goes on about what the line already speaks of, or about the section's own subject. */
function withoutTopic(walk: Walk, draft: Draft, scope: SectionScope, stage: Stage): Resolved {
  const earlier = walk.done.findLast((done) => isAmount(done) && done.lineIndex === draft.lineIndex)
  if (draft.role === 'previous') {
    const subject = earlier ?? walk.done.findLast(isAmount)
    if (subject?.region !== undefined) return bound(without(subject.region, 'phase'), stage)
    return failed('上年的金额没有写明对应哪一项')
  }
  const saysBudget = /预算|安排|总额|合计|总计|共/u.test(draft.label)
  if (earlier !== undefined) {
    if (saysBudget && earlier.region !== undefined && draft.reading.year !== undefined) return bound(without(earlier.region, 'phase'), stage)
  } else if (scope.named === true && saysBudget && scope.region.use === 'spent' && walk.done.length === 0) {
    return bound(scope.region, stage)
  } else if (saysBudget && hasSubject(scope.region) && scope.ambiguous.length === 0 && !namesPart(walk, draft)) {
    return bound(scope.region, stage)
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

/**
 * Where a section counts 年终结转 among the parts of its 支出预算, that total is all the money, not only what is spent.
 */
function settleTotals(drafts: readonly Draft[]): void {
  const amounts = drafts.filter((draft) => isAmount(draft) && draft.region !== undefined)
  const bare = (draft: Draft, ...named: readonly DimensionId[]): boolean => Object.keys(without(draft.region ?? {}, 'year', 'use', ...named)).length === 0
  const carried = amounts.find((draft) => draft.region?.use === 'carriedOut' && bare(draft))
  const parts = amounts.filter((draft) => draft.region?.use === 'spent' && draft.region.kind !== undefined && !draft.region.kind.includes('/') && bare(draft, 'kind'))
  if (carried === undefined || parts.length === 0) return
  const distinct = parts.filter((part, index) => parts.findIndex((other) => other.region?.kind === part.region?.kind) === index).map(({ printed }) => printed)
  for (const total of amounts) {
    if (total.region?.use !== 'spent' || !bare(total)) continue
    if (canSumTo(distinct, total.printed) || !canSumTo([...distinct, carried.printed], total.printed)) continue
    total.region = without(total.region, 'use')
  }
}
