/**
 * 增减变化要说明原因: a change over last year needs a reason that says something, and words that agree with its sign.
 *
 * @module
 */
import { compareDecimal, type Decimal } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { Mention, RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { groupBy, paragraphKey, paragraphOf } from './narrative-queries.ts'

/** From here on a change is worth more than a notice. A judgement of weight, not a tolerance: every change is looked at. */
const largeRate: Decimal = { digits: 10n, scale: 0 }

/** Every change in the narrative has a reason, the reason is more than the change in other words, and direction and sign agree. */
export const k52ChangeReasons: Rule = {
  meta: {
    id: 'K52',
    title: { zh: '增减变化未说明原因或原因空泛', en: 'A change without a reason, or with a reason that says nothing' },
    severity: 'warning',
    basis: [{ source: 'disclosureProcedure', article: '部门预决算公开应说明收支增减变化情况' }],
    explanation: {
      zh: '收支、“三公”经费、机关运行经费与上年相比有增减的，应当说明原因。“主要原因是项目增加”“按上级规定预算”只是把变化换个说法，读者仍不知道为什么变。同时核对“增加、减少”与数字的正负是否一致。',
      en: 'A change over last year needs a reason. "Because projects increased" or "budgeted as higher authorities require" repeats the change in other words. The words for up and down must also agree with the sign of the number.',
    },
    legitimate: {
      zh: '原因可能写在另一段或附件中；上级文件直接规定了金额时，可注明文件名称和文号。',
      en: 'The reason may stand in another paragraph or an annex; where a superior document fixes the amount, its title and number can be cited.',
    },
  },
  check({ document }) {
    const changes = document.mentions.filter(isRealChange)
    const paragraphs = groupBy(changes, paragraphKey)
    const findings = [...paragraphs].flatMap(([key, mentions]) => [
      ...reasonFindings(document, key, mentions),
      ...directionFindings(mentions),
    ])
    return outcomeOf(paragraphs.size, findings)
  },
}

/** A change of budget money that is not zero; growth of anything else (a task's target, an asset) owes no reason here. */
function isRealChange(mention: Mention): boolean {
  return mention.region !== undefined && (mention.role === 'change' || mention.role === 'changeRate') && mention.direction !== 'same'
    && mention.number.digits !== 0n
}

function reasonFindings(document: RecognisedDocument, key: string, mentions: readonly Mention[]): readonly RuleFinding[] {
  const [first] = mentions
  if (first === undefined) return []
  const text = paragraphOf(document, first)
  const reasons = reasonsIn(text)
  const places = mentions.map(({ place }) => place)
  if (reasons.length === 0) return isReasonGivenInSection(document, first) || isThreePublic(mentions)
    ? [] : [missingReason(document, key, mentions)]
  const vacuous = reasons.filter(isVacuous)
  if (vacuous.length < reasons.length || vacuous.length === 0) return []
  const reason = vacuous[0] ?? ''
  return [{
    key: `${key}:vacuous`,
    // A vague reason for a single 项 weighs less than one for the whole.
    severity: mentions.every(({ region }) => region?.function !== undefined) ? 'notice' : severityOf(mentions, 'warning'),
    places,
    found: reason,
    expected: '具体原因',
    statement: {
      zh: `${describe(mentions)}的原因写作“${reason}”，没有说明具体是什么变了。`,
      en: `The reason given for ${mentions.map(({ text: printed }) => printed).join(', ')} ("${reason}") does not say what actually changed.`,
    },
  }]
}

function missingReason(document: RecognisedDocument, key: string, mentions: readonly Mention[]): RuleFinding {
  const heading = document.sections[mentions[0]?.section ?? -1]?.heading ?? ''
  return {
    key: `${key}:missing`,
    // A section whose own heading promises the reasons (…变动情况及原因) owes them; elsewhere they may stand in that section.
    severity: /原因|变动|变化|增减/u.test(heading) ? severityOf(mentions, 'warning') : 'notice',
    places: mentions.map(({ place }) => place),
    expected: '增减原因',
    statement: {
      zh: `${describe(mentions)}，该部分没有说明增减原因。`,
      en: `The section gives no reason for the change ${mentions.map(({ text }) => text).join(', ')}.`,
    },
  }
}

function describe(mentions: readonly Mention[]): string {
  const words = mentions.map(({ direction, text }) => `${direction === 'decrease' ? '减少' : '增加'}${text}`)
  return `“${[...new Set(words)].join('、')}”`
}

/** Small changes stay notices. A rate decides; without one the rule's own severity stands. */
function severityOf(mentions: readonly Mention[], large: Severity): Severity {
  const rates = mentions.filter(({ role }) => role === 'changeRate')
  return rates.length > 0 && rates.every(({ number }) => compareDecimal(absolute(number), largeRate) < 0) ? 'notice' : large
}

const absolute = ({ digits, scale }: Decimal): Decimal => ({ digits: digits < 0n ? -digits : digits, scale })

const lead = /(?:主要)?(?:增加|减少|增减|变动|变化|增长|下降)?的?(?:主要)?原因(?:是|为|系|在于)?[:,]?|主要(?:是|系|由于|因为?)[:,]?|(?:是|系)?(?:由于|因为)|(?<=[,;。])因(?!公)|受.{1,30}?影响/gu

/** The texts behind the words that open a reason, each up to the end of its sentence. */
function reasonsIn(text: string): readonly string[] {
  const plain = normaliseLabel(text)
  return [...plain.matchAll(lead)].flatMap((match) => {
    const influence = match[0].startsWith('受') ? match[0] : ''
    const after = plain.slice(match.index + match[0].length).replace(/^(?:是|为|系|[:,])+/u, '')
    const reason = influence === '' ? (/^[^。;]*/u.exec(after)?.[0] ?? '') : influence
    return reason === '' ? [] : [reason]
  })
}

const generic = '(?:(?:20\\d{2}年?|本年度?|今年|当年|年度|本|我|各|相关|有关|部门|单位|局|主要|所|了|的|有所|以及|及|和|与|、|,|预算|支出|收入|收支|项目|经费|资金|拨款|财政|业务|工作|任务|安排|数|总额|总量|规模|增加|减少|增长|下降|变化|变动|调整|增多|减小|等)+)'
const bySuperior = '(?:(?:严格)?(?:按照?|根据|依据|依照|遵照)(?:上级|有关|相关|财政|县|市|省|区|实际|工作|预算|部门|单位|业务)*(?:规定|要求|文件|政策|精神|通知|情况|需要|安排)+(?:进行|予以)?(?:据实|从严)?(?:预算|编制|编报|安排|执行|调整|核定|增加|减少|支出|的|了)*)'
const vacuousReason = new RegExp(`^(?:${bySuperior}|${generic}|(?:实际)?(?:工作|业务)需要)[,、]?(?:${generic})?$`, 'u')

/** Whether the reason only repeats the change (项目增加) or points upwards without a document (按上级规定). */
function isVacuous(reason: string): boolean {
  return !/[《〔(].*[号》]/u.test(reason) && vacuousReason.test(reason)
}

/** Whether another paragraph of the section gives reasons: a total is often explained by the items below it. */
function isReasonGivenInSection(document: RecognisedDocument, mention: Mention): boolean {
  return (document.sections[mention.section]?.paragraphs ?? []).some(({ text }) => reasonsIn(text).length > 0 || /原因/u.test(text))
}

/** “三公” items answer for their reasons together; see K59. */
function isThreePublic(mentions: readonly Mention[]): boolean {
  return mentions.every(({ region }) => region?.threePublic !== undefined)
}

function directionFindings(mentions: readonly Mention[]): readonly RuleFinding[] {
  const negative = mentions.filter(({ direction, number }) => direction !== undefined && number.digits < 0n)
    .map((mention): RuleFinding => ({
    key: `${mention.id}:negative`,
    places: [mention.place],
    found: mention.text,
    statement: {
      zh: `“${mention.clause}”用文字说明了增减方向，数字又带负号（${mention.text}），方向不明。`,
      en: `The clause names a direction in words and prints a negative number (${mention.text}) as well.`,
    },
  }))
  const bySubject = groupBy(mentions.filter(({ subject }) => subject !== undefined), ({ subject }) => subject ?? '')
  const contradicting = [...bySubject.values()].flatMap((group): readonly RuleFinding[] => {
    const up = group.find(({ direction }) => direction === 'increase')
    const down = group.find(({ direction }) => direction === 'decrease')
    if (up === undefined || down === undefined) return []
    return [{
      key: `${up.id}:${down.id}:direction`,
      places: [up.place, down.place],
      statement: {
        zh: `同一项变化先后写作增加${up.text}和减少${down.text}，方向相反。`,
        en: `The same change is called an increase of ${up.text} and a decrease of ${down.text}.`,
      },
    }]
  })
  return [...negative, ...contradicting]
}
