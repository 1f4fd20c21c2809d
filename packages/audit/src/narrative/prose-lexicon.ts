/**
 * What the words before an amount name: the label is taken apart into words of the vocabulary, classification names and
 * codes, and the small words of the sentence. What remains unread keeps the amount from being bound.
 *
 * @module
 */
import { type DimensionId, dimensionIds, meetRegions, type NodePath, type Region } from '@mingzhang/figures'
import { type Classification, type ClassificationEntry, normaliseLabel, type Vocabulary } from '@mingzhang/vocabulary'
import { readFunctionChain } from './function-chain.ts'

export interface Reading {
  /** What all words together name, without the year. */
  readonly region: Region
  /** Whether any word names a part of the budget; 预算安排 alone does not. */
  readonly topic: boolean
  /** Whether it names all revenue and expenditure (收入总计). */
  readonly whole: boolean
  /** Whether it is money that comes in (收入, 拨款), never that spent. */
  readonly revenue: boolean
  /** Whether 本年 or 当年 stands before it. */
  readonly current: boolean
  /** The year that it names. */
  readonly year: number | undefined
  /** Whether it says last year (上年预算数). */
  readonly lastYear: boolean
  /** The stage that it speaks of: 年初预算, 调整预算, 决算 or 执行数, 预计执行数; `undefined` where it names none. */
  readonly phase: Phase | undefined
  /** Whether it says 预算 of no stage: beside a final account, the budget that was executed. */
  readonly plainBudget: boolean
  /** What no word explains; empty when everything is read. */
  readonly unread: string
  /** Why the words do not make a region; `undefined` when they do. */
  readonly contradiction: string | undefined
}

export type Phase = 'budget' | 'adjusted' | 'final' | 'estimated'

/** The reading of no words at all. */
export const nothingRead: Reading = {
  region: {}, topic: false, whole: false, revenue: false, current: false, year: undefined, lastYear: false, phase: undefined,
  plainBudget: false, unread: '', contradiction: undefined,
}

/** Whether the words name no part of the budget beside its side (支出决算为, 预算数): what they are of stands elsewhere. */
export function isGeneric({ region, whole, unread, contradiction }: Reading): boolean {
  return !whole && unread === '' && contradiction === undefined && dimensionIds.every((dimension) => dimension === 'use' || region[dimension] === undefined)
}

export interface LabelContext {
  /** The 类 or 款 that a line above named, for 款 and 项 that stand alone. */
  readonly functionNode?: NodePath
  /** The economic classification that names are of: 部门预算支出经济分类 in the basic expenditure section. */
  readonly scheme?: 'economic' | 'governmentEconomic'
}

export interface Lexicon {
  read(label: string, context?: LabelContext): Reading
  /** The regions of the vocabulary's words inside a heading, in order; the rest of the heading does not matter. */
  nodesIn(heading: string): readonly Region[]
}

/** The words of a sentence that name no part of the budget. Longest first where one begins another. */
const smallWords = new RegExp(
  `^(?:${[
    '\\((?:以[^()]{2,16}为准|单位|部门)\\)', '[的为是共约计各本我及其由在上内即达了有总额数较比,、:]', '年度|全年|年初|今年|同口径', '部门|单位|局|委|办|街道|县级|区级|市级|省级|本级财政|本级|所属|财政|财务',
    '预算|安排|编制|批复|拨款|资金|使用|下达|涉及|实行|按照?|用于|通过|相应|完成|科目', '总额|总数|总量|合计|共计|总计|小计|数额|金额',
    '主要|达到|全部|总体|规模|情况|分别|其中|明细|均|拟|纳入', '行政(?:单位)?[及和]参公(?:事业)?单位|行政单位|参公(?:事业)?单位|参照公务员法管理的?事业单位|绩效目标',
  ].join('|')})`,
  'u',
)

const years = /^((?:19|20)\d\d)年(?:度|初)?/u
const lastYearWord = /^(?:上一?年度?|去年|上年同期)(?!结转|结余|财政拨款结转)/u
const phaseWords: readonly (readonly [Phase, RegExp])[] = [
  ['adjusted', /^(?:调整后?的?(?:全年)?预算|全年预算|变动后预算|预算调整)(?:数|额|金额)?/u],
  ['budget', /^年初(?:部门|批复|安排)?预算(?:安排)?(?:数|额|金额)?/u],
  ['estimated', /^(?:预计执行|执行预计|预计完成|预计支出)(?:数|额)?/u],
  ['final', /^(?:实际|当年)?(?:预算)?(?:执行|决算)(?:数|额|金额)?|^实际(?:支出|收入|完成)(?:数|额)?/u],
]
/** 预算 that is not part of a fund's name. */
const plainBudgetWord = /(?<!公共|基金|经营)预算(?!单位|外)/u

/**
 * Builds the reader of labels. `body` is the publishing body's name, which a label may begin with. A classification name
 * is looked up among those of `year`, and only where that year has none among those of other years; a name that stands
 * at several places of the functional classification means the one that the document's tables list (`listed`).
 */
export function createLexicon(vocabulary: Vocabulary, body: string | undefined, year: number | undefined, listed: ReadonlySet<NodePath> = new Set()): Lexicon {
  const classification = rememberNames(namesOfYear(vocabulary.classification, year))
  const words = proseWords(vocabulary)
  const bodies = bodyNames(body)
  const longestWord = (text: string): ProseWord | undefined => (words.get(text[0] ?? '') ?? []).find((word) => text.startsWith(word.text))
  return {
    read: (label, context = {}) => readLabel(label, context, { classification, longestWord, bodies, listed }),
    nodesIn: (heading) => {
      const regions: Region[] = []
      let rest = normaliseLabel(heading)
      while (rest !== '') {
        const word = longestWord(rest)
        if (word !== undefined) regions.push(word.region)
        rest = rest.slice(word?.text.length ?? 1)
      }
      return regions
    },
  }
}

/** The same lookups, each done once: a label tries every stretch of itself as a name. */
function rememberNames(classification: Classification): Classification {
  const known = new Map<string, readonly ClassificationEntry[]>()
  return {
    ...classification,
    byName: (scheme, name, level) => {
      const key = `${scheme} ${String(level)} ${name}`
      const found = known.get(key) ?? classification.byName(scheme, name, level)
      known.set(key, found)
      return found
    },
  }
}

function namesOfYear(classification: Classification, year: number | undefined): Classification {
  return {
    ...classification,
    byName: (scheme, name, level) => {
      const known = classification.byName(scheme, name, level)
      const ofYear = known.filter(({ years: { from, to } }) => year !== undefined && from <= year && year <= to)
      return ofYear.length > 0 ? ofYear : known
    },
  }
}

interface ProseWord {
  readonly text: string
  readonly region: Region
  readonly role: string | undefined
}

/** The prose words by first character, longest first. */
function proseWords(vocabulary: Vocabulary): ReadonlyMap<string, readonly ProseWord[]> {
  const byFirst = new Map<string, ProseWord[]>()
  for (const { text, uses, region, role } of vocabulary.words) {
    if (!uses.includes('prose')) continue
    const first = text[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), { text, region, role }].sort((a, b) => b.text.length - a.text.length))
  }
  return byFirst
}

/** The body's name, and the name without the place before it. */
function bodyNames(body: string | undefined): readonly string[] {
  if (body === undefined || body === '') return []
  const name = normaliseLabel(body)
  const short = name.replace(/^.*?[省市县区旗州]/u, '')
  return short.length >= 3 ? [name, short] : [name]
}

/** What the words of a label are looked up in. */
interface Sources {
  readonly classification: Classification
  readonly longestWord: (text: string) => ProseWord | undefined
  readonly bodies: readonly string[]
  readonly listed: ReadonlySet<NodePath>
}

interface Tokens {
  readonly regions: Region[]
  topic: boolean
  whole: boolean
  revenue: boolean
  expenditure: boolean
  current: boolean
  year: number | undefined
  lastYear: boolean
  phase: Phase | undefined
  unread: string
  /** How much was left after the last unread character, so that unread characters side by side make one word. */
  unreadRest: number
  ambiguous: string | undefined
}

function readLabel(
  label: string,
  context: LabelContext,
  sources: Sources,
): Reading {
  const tokens: Tokens = {
    regions: [], topic: false, whole: false, revenue: false, expenditure: false, current: false,
    year: undefined, lastYear: false, phase: undefined, unread: '', unreadRest: -1, ambiguous: undefined,
  }
  const words = normaliseLabel(label).replace(/收入?、支(?:出)?/u, '收支').replace(/其它/gu, '其他').replace(/商品服务支出/gu, '商品和服务支出')
  const chain = readFunctionChain(words, sources.classification, context.functionNode)
  if (chain !== undefined) addNode(tokens, { [chain.scheme]: chain.node, use: 'spent' })
  let rest = chain === undefined ? words : chain.rest
  while (rest !== '') rest = rest.slice(readToken(rest, tokens, context, sources))
  return readingOf(tokens, tokens.phase === undefined && plainBudgetWord.test(words))
}

/** Reads the next token and returns its length. */
function readToken(
  rest: string,
  tokens: Tokens,
  context: LabelContext,
  { classification, longestWord, bodies, listed }: Sources,
): number {
  const year = years.exec(rest)
  if (year !== null) {
    tokens.year = Number(year[1])
    return year[0].length
  }
  for (const [phase, pattern] of phaseWords) {
    const length = pattern.exec(rest)?.[0].length
    if (length === undefined) continue
    tokens.phase = phase
    return length
  }
  // Once a word is not understood the label is not bound, whatever names follow.
  const name = tokens.unread === '' ? classificationName(rest, context, classification, listed) : undefined
  const word = longestWord(rest)
  // 公务接待费支出 is the vocabulary's 公务接待费 before it is an item of the classification.
  const nameLength = name === undefined ? 0 : name.length - (rest.slice(0, name.length).endsWith('支出') ? 2 : 0)
  if (word !== undefined && word.text.length >= nameLength) {
    addWord(tokens, word)
    return word.text.length
  }
  if (name !== undefined) {
    if (name.region === undefined) tokens.ambiguous = `“${rest.slice(0, name.length)}”在分类科目中不止一处`
    else addNode(tokens, name.region)
    return name.length
  }
  const lastYear = lastYearWord.exec(rest)
  if (lastYear !== null) {
    tokens.lastYear = true
    return lastYear[0].length
  }
  const body = bodies.find((candidate) => rest.startsWith(candidate))
  if (body !== undefined) return body.length + (/^\((?:汇总|本级|机关)\)/u.exec(rest.slice(body.length))?.[0].length ?? 0)
  if (/^[本当]年度?/u.test(rest)) {
    tokens.current = true
    return rest[2] === '度' ? 3 : 2
  }
  const small = smallWords.exec(rest)
  if (small !== null) {
    if (small[0] === '拨款') tokens.revenue = true
    return small[0].length
  }
  if (tokens.unread !== '' && tokens.unreadRest !== rest.length) tokens.unread += '、'
  tokens.unread += rest[0] ?? ''
  tokens.unreadRest = rest.length - 1
  return 1
}

function addWord(tokens: Tokens, word: ProseWord): void {
  if (word.role === 'total') tokens.whole = true
  if (word.role === 'revenue' || /收入|拨款$/u.test(word.text)) tokens.revenue = true
  if (word.role === 'expenditure' || word.text.includes('支出')) tokens.expenditure = true
  tokens.topic = true
  tokens.regions.push(word.region)
}

function addNode(tokens: Tokens, region: Region): void {
  tokens.topic = true
  tokens.expenditure = true
  tokens.regions.push(region)
}

function readingOf(tokens: Tokens, plainBudget: boolean): Reading {
  let region: Region | undefined = {}
  for (const part of tokens.regions) region = region === undefined ? undefined : meetRegions(region, part)
  // 收入、支出预算总计 names both sides, and so neither of them alone.
  const both = tokens.regions.length > 0 && tokens.revenue && tokens.expenditure && tokens.whole
  const narrower = dimensionIds.some((dimension) => dimension !== 'use' && dimension !== 'fund' && region?.[dimension] !== undefined)
  const whole = tokens.whole && !narrower
  return {
    region: whole || both ? without(region ?? {}, 'use') : (region ?? {}),
    topic: tokens.topic,
    whole: whole || both,
    revenue: tokens.revenue && !tokens.expenditure,
    current: tokens.current,
    year: tokens.year,
    lastYear: tokens.lastYear,
    phase: tokens.phase,
    plainBudget,
    unread: tokens.unread,
    contradiction: region === undefined ? '标签中的词互相排斥' : tokens.ambiguous,
  }
}

export function without(region: Region, ...dimensions: readonly DimensionId[]): Region {
  return Object.fromEntries(Object.entries(region).filter(([dimension]) => !dimensions.some((dropped) => dropped === dimension)))
}

interface NameHit {
  readonly length: number
  /** `undefined` when the name stands at several places of the classification. */
  readonly region: Region | undefined
}

/** The longest classification name that the text begins with. */
function classificationName(text: string, context: LabelContext, classification: Classification, listed: ReadonlySet<NodePath>): NameHit | undefined {
  for (let length = Math.min(text.length, 30); length >= 3; length -= 1) {
    const name = text.slice(0, length)
    if (!/[\p{Script=Han})]$/u.test(name) || /^的|^其他(?:支出)?$/u.test(name)) continue
    const named = (scheme: ClassificationEntry['scheme'], level?: 1): readonly NodePath[] => [
      ...new Set(classification.byName(scheme, name, level).map((entry) => entry.node)),
    ]
    const classes = named('function', 1)
    const functions = classes.length > 0 ? classes : named('function')
    const economics = named('economic')
    const government = named('governmentEconomic', 1)
    if (functions.length === 0 && economics.length === 0 && government.length === 0) continue
    if (context.scheme === 'economic' && economics.length > 0) return { length, region: single('economic', economics) }
    if (context.scheme === 'governmentEconomic' && government.length > 0) return { length, region: single('governmentEconomic', government) }
    if (functions.length === 0 && economics.length === 0) return { length, region: single('governmentEconomic', government) }
    // 对个人和家庭的补助 is a class of both economic classifications.
    if (functions.length === 0 && government.length > 0) return { length, region: undefined }
    // 住房公积金 is an item of both classifications: without more words nobody can tell which one is meant.
    if (classes.length === 0 && functions.length > 0 && economics.length > 0) return { length, region: undefined }
    const own = functions.length > 1 ? functions.filter((node) => listed.has(node)) : functions
    return { length, region: functions.length > 0 ? single('function', own) : single('economic', economics) }
  }
  return undefined
}

function single(scheme: ClassificationEntry['scheme'], nodes: readonly NodePath[]): Region | undefined {
  const [node] = nodes
  return nodes.length === 1 && node !== undefined ? { [scheme]: node, use: 'spent' } : undefined
}
