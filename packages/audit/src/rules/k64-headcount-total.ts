/**
 * 人员编制: a stated headcount is the sum of the posts that it is split into.
 *
 * @module
 */
import type { Place } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { narrativeLines } from './narrative-queries.ts'

/** A headcount that is split by kind of post equals the sum of its parts. */
export const k64HeadcountTotal: Rule = {
  meta: {
    id: 'K64',
    title: { zh: '人员总数与分项之和不符', en: 'Headcount differs from the sum of its parts' },
    severity: 'error',
    basis: [{ source: 'arithmetic', article: '人员总数＝各类编制（人员）之和' }],
    explanation: {
      zh: '机构设置写明人员总数并按编制类别分列的，总数应等于各类之和。只核对按编制或人员类别（行政、参公、事业、工勤、离退休等）分列的，不核对性别、学历等另外的分法。',
      en: 'Where the text gives a headcount and splits it by kind of post, the parts sum to it. Splits by anything else (sex, education) are left alone.',
    },
    legitimate: { zh: '总数与分项口径不同（编制数、实有数）时应分别写明。', en: 'Approved posts and people in post are different counts and should be told apart.' },
  },
  check({ document }) {
    const splits = headcountSplits(document)
    return outcomeOf(splits.length, splits.flatMap(judge))
  },
}

/** 行政 and 参公 posts, 事业 posts, or others (工勤, 离退休). */
export type PostNature = 'administrative' | 'institution' | 'other'

export interface PostCount {
  readonly nature: PostNature
  readonly words: string
  readonly count: number
  readonly place: Place
}

interface HeadcountSplit {
  readonly total: number
  readonly words: string
  readonly parts: readonly PostCount[]
  readonly place: Place
}

/** The first split of the headcount by kind of post; empty when the text gives none. Counts of people, not of money. */
export function postCounts(document: RecognisedDocument): readonly PostCount[] {
  return headcountSplits(document)[0]?.parts ?? []
}

const split = /(\d{1,5})(?:人|名|个)?[,。;:]?(?:其中[:,]?|包括[:,]?|:)([^。]+)/gu
const part = /^(.{2,24}?)(?:共计?|为|有|:)?(\d{1,5})(?:人|名|个)$/u

function headcountSplits(document: RecognisedDocument): readonly HeadcountSplit[] {
  return narrativeLines(document).flatMap(({ text, place }) => {
    const plain = normaliseLabel(text)
    if (!/编制|人员|职工|在职/u.test(plain)) return []
    return [...plain.matchAll(split)].flatMap((match): readonly HeadcountSplit[] => {
      const before = plain.slice(0, match.index)
      // The count must be of people: the words just before it say so.
      if (!/(?:编制|人员|职工|在职|在编|实有|干部)[^。;,]{0,10}$/u.test(before)) return []
      // 另有退休人员12人 stands beside the total, not within it; nor is anybody retired in post.
      const within = (match[2] ?? '').replace(/[,;]?(?:另|此外).*$/u, '')
      const inPost = /在职|在编|在岗/u.test(before.slice(-12))
      const segments = within.split(/[,、;]|以及|和(?=事业|工勤|参)/u).filter((segment) => segment !== '' && !(inPost && /离休|退休|遗属/u.test(segment)))
      const parts = segments.map((segment) => readPart(segment, place))
      const known = parts.filter((one) => one !== undefined)
      return known.length === segments.length && known.length > 1 ? [{ total: Number(match[1]), words: match[0], parts: known, place }] : []
    })
  })
}

/** One part such as 事业编制93人; `undefined` for anything that is no kind of post, and then the whole split is left alone. */
function readPart(segment: string, place: Place): PostCount | undefined {
  const match = part.exec(segment)
  if (match === null) return undefined
  const words = match[1] ?? ''
  const nature = natureOf(words)
  return nature === undefined || /实有|在岗|其中/u.test(words) ? undefined : { nature, words, count: Number(match[2]), place }
}

function natureOf(words: string): PostNature | undefined {
  if (/行政|公务员|参公|参照/u.test(words)) return 'administrative'
  if (/事业/u.test(words)) return 'institution'
  return /工勤|工人|机关|离休|退休|离退休|在职|编外|合同|聘用|政府购买|临时|遗属|政法专项/u.test(words) ? 'other' : undefined
}

function judge({ total, words, parts, place }: HeadcountSplit): readonly RuleFinding[] {
  const sum = parts.reduce((count, one) => count + one.count, 0)
  if (sum === total) return []
  return [{
    key: words,
    places: [place],
    expected: `${sum}人`,
    found: `${total}人`,
    statement: {
      zh: `人员总数写作${total}人，分项（${parts.map((one) => `${one.words}${one.count}人`).join('、')}）合计${sum}人。`,
      en: `The headcount is ${total}, its parts sum to ${sum}.`,
    },
  }]
}
