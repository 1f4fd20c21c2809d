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
  /** Whether it speaks of execution or the final account, not of the budget. */
  readonly execution: boolean
  /** What no word explains; empty when everything is read. */
  readonly unread: string
  /** Why the words do not make a region; `undefined` when they do. */
  readonly contradiction: string | undefined
}

/** The reading of no words at all. */
export const nothingRead: Reading = {
  region: {}, topic: false, whole: false, revenue: false, current: false, year: undefined, lastYear: false, execution: false,
  unread: '', contradiction: undefined,
}

export interface LabelContext {
  /** The 类 or 款 that a line above named, for 款 and 项 that stand alone. */
  readonly functionNode?: NodePath
  /** Whether names are those of the economic classification, as in the basic expenditure section. */
  readonly economic?: boolean
}

export interface Lexicon {
  read(label: string, context?: LabelContext): Reading
  /** The regions of the vocabulary's words inside a heading, in order; the rest of the heading does not matter. */
  nodesIn(heading: string): readonly Region[]
}

/** The words of a sentence that name no part of the budget. Longest first where one begins another. */
const smallWords = new RegExp(
  `^(?:${[
    '[的为是共约计各本我及其由在上内即达了有总额数较比,、:]', '年度|全年|年初|今年|同口径', '部门|单位|局|委|办|街道|县级|本级财政|所属|财政',
    '预算|安排|编制|批复|拨款|资金|使用|下达|涉及|实行|按照?|用于|通过|相应', '总额|总数|总量|合计|共计|总计|小计|数额|金额',
    '主要|达到|全部|总体|规模|情况|分别|其中',
  ].join('|')})`,
  'u',
)

const years = /^((?:19|20)\d\d)年(?:度|初)?/u
const lastYearWord = /^(?:上一?年度?|去年|上年同期)(?!结转|结余|财政拨款结转)/u
const executionWord = /^(?:预计|实际|当年)?(?:预算)?(?:执行数?|决算数?)/u

/**
 * Builds the reader of labels. `body` is the publishing body's name, which a label may begin with. A classification name
 * is looked up among those of `year`, and only where that year has none among those of other years.
 */
export function createLexicon(vocabulary: Vocabulary, body: string | undefined, year: number | undefined): Lexicon {
  const classification = rememberNames(namesOfYear(vocabulary.classification, year))
  const words = proseWords(vocabulary)
  const bodies = bodyNames(body)
  const longestWord = (text: string): ProseWord | undefined => (words.get(text[0] ?? '') ?? []).find((word) => text.startsWith(word.text))
  return {
    read: (label, context = {}) => readLabel(label, context, classification, longestWord, bodies),
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

interface Tokens {
  readonly regions: Region[]
  topic: boolean
  whole: boolean
  revenue: boolean
  expenditure: boolean
  current: boolean
  year: number | undefined
  lastYear: boolean
  execution: boolean
  unread: string
  /** How much was left after the last unread character, so that unread characters side by side make one word. */
  unreadRest: number
  ambiguous: string | undefined
}

function readLabel(
  label: string,
  context: LabelContext,
  classification: Classification,
  longestWord: (text: string) => ProseWord | undefined,
  bodies: readonly string[],
): Reading {
  const tokens: Tokens = {
    regions: [], topic: false, whole: false, revenue: false, expenditure: false, current: false,
    year: undefined, lastYear: false, execution: false, unread: '', unreadRest: -1, ambiguous: undefined,
  }
  const words = normaliseLabel(label).replace(/收入?、支(?:出)?/u, '收支')
  const chain = readFunctionChain(words, classification, context.functionNode)
  if (chain !== undefined) addNode(tokens, { [chain.scheme]: chain.node, use: 'spent' })
  let rest = chain === undefined ? words : chain.rest
  while (rest !== '') rest = rest.slice(readToken(rest, tokens, context, classification, longestWord, bodies))
  return readingOf(tokens)
}

/** Reads the next token and returns its length. */
function readToken(
  rest: string,
  tokens: Tokens,
  context: LabelContext,
  classification: Classification,
  longestWord: (text: string) => ProseWord | undefined,
  bodies: readonly string[],
): number {
  const year = years.exec(rest)
  if (year !== null) {
    tokens.year = Number(year[1])
    return year[0].length
  }
  const execution = executionWord.exec(rest)
  if (execution !== null) {
    tokens.execution = true
    return execution[0].length
  }
  // Once a word is not understood the label is not bound, whatever names follow.
  const name = tokens.unread === '' ? classificationName(rest, context, classification) : undefined
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

function readingOf(tokens: Tokens): Reading {
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
    execution: tokens.execution,
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
function classificationName(text: string, context: LabelContext, classification: Classification): NameHit | undefined {
  for (let length = Math.min(text.length, 30); length >= 3; length -= 1) {
    const name = text.slice(0, length)
    if (!/[\p{Script=Han})]$/u.test(name) || /^的|^其他(?:支出)?$/u.test(name)) continue
    const own = (scheme: ClassificationEntry['scheme'], level?: 1): readonly NodePath[] => [
      ...new Set(classification.byName(scheme, name, level).map((entry) => entry.node)),
    ]
    const classes = own('function', 1)
    const functions = classes.length > 0 ? classes : own('function')
    const economics = own('economic')
    const government = own('governmentEconomic', 1)
    if (functions.length === 0 && economics.length === 0 && government.length === 0) continue
    if (context.economic === true && economics.length > 0) return { length, region: single('economic', economics) }
    if (functions.length === 0 && economics.length === 0) return { length, region: single('governmentEconomic', government) }
    // 对个人和家庭的补助 is a class of both economic classifications.
    if (functions.length === 0 && government.length > 0) return { length, region: undefined }
    // 住房公积金 is an item of both classifications: without more words nobody can tell which one is meant.
    if (classes.length === 0 && functions.length > 0 && economics.length > 0) return { length, region: undefined }
    return { length, region: functions.length > 0 ? single('function', functions) : single('economic', economics) }
  }
  return undefined
}

function single(scheme: ClassificationEntry['scheme'], nodes: readonly NodePath[]): Region | undefined {
  const [node] = nodes
  return nodes.length === 1 && node !== undefined ? { [scheme]: node, use: 'spent' } : undefined
}
