/**
 * Headcounts that several places state of what may be the same group of people.
 *
 * Only stocks are compared (staff in post, retirees, pupils, insured people): how many people a training or a subsidy
 * reaches differs from project to project. A fact's key holds every word that narrows the group, so that two facts
 * compare only when nothing tells their groups apart.
 *
 * @module
 */
import type { Place } from '@mingzhang/figures'
import { type Decimal, parseDecimal } from '@mingzhang/money'
import type { IndicatorOperator, ProjectForm } from '../model/form.ts'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { namedTexts } from './form-links.ts'
import { formName, indicatorStatements, placeIn, plainText } from './form-queries.ts'
import { narrativeLines } from './narrative-queries.ts'

export interface HeadcountFact {
  /** Equal for facts whose words name the same group. */
  readonly key: string
  /** The group in words: `机关事业单位退休`. */
  readonly group: string
  readonly operator: IndicatorOperator
  readonly number: Decimal
  /** As printed: `≥4800人`. */
  readonly printed: string
  /** Where it is said, in words: `绩效表“…”的“退休人员人数”`. */
  readonly said: string
  readonly source: 'form' | 'narrative'
  /** The form's index; `undefined` for the narrative. */
  readonly form: number | undefined
  readonly places: readonly Place[]
}

/** Every comparable headcount of the document's forms and narrative. */
export function headcountFacts(document: RecognisedDocument): readonly HeadcountFact[] {
  const body = document.facts.body === undefined ? undefined : plainText(document.facts.body.value)
  return [...document.forms.flatMap((form) => formFacts(form, body)), ...narrativeFacts(document, body)]
}

const stocks: readonly (readonly [string, RegExp])[] = [
  ['在职', /在职在编|在编在岗|在职|在编|在岗|干部职工/gu],
  ['离退休', /离退休/gu],
  ['退休', /退休/gu],
  ['离休', /离休/gu],
  ['在校学生', /在校学?生/gu],
  ['参保', /参保/gu],
]
const populations = /机关事业单位|机关|事业单位|企业|城乡居民|城镇职工|城镇居民|城镇|农村居民|农村|农民工|村干部|民办教师|退役军人/gu
/** What narrows a group without naming another: years, ages, brackets. */
const narrowing = /(?:19|20)\d{2}年度?(?:底|末|初)?(?:以前|以后|之前|之后|前|后)?|（[^（）]*）|\d+周?岁(?:以上|以下|及以上|及以下)?/gu
const fillers =
  /领取养老金|领取|享受|发放|缴纳|足额|按时|及时|保障|保证|基本|养老保险|养老金|待遇|实有|现有|实际|目前|共有|全部|全体|年末|平均|单位|人员|人数|数量|总数|职工|干部|工作|编制内|的|数|本|我|各|共|为|约|预计/gu

interface Group {
  readonly key: string
  readonly words: string
}

/** The group that an indicator's name means, `context` (the project's name) adding the population it leaves out. */
function groupOf(name: string, context: string, body: string | undefined, unit: string): Group | undefined {
  const plain = plainText(name)
  const stock = stocks.find(([, pattern]) => plain.search(pattern) >= 0)
  if (stock === undefined || /满意|率|占比|比例|新增|培训|补贴|补助|招聘|减少|增加|变动|服务|体检|慰问|活动/u.test(plain)) return undefined
  const [word, pattern] = stock
  const narrowed = plain.match(narrowing) ?? []
  const withoutNarrowing = plain.replace(narrowing, '')
  const own = withoutNarrowing.match(populations) ?? []
  const population = own.length > 0 ? own : word === '在职' ? [] : (plainText(context).replace(narrowing, '').match(populations) ?? [])
  const rest = withoutNarrowing.replace(pattern, '').replace(populations, '').replace(fillers, '')
  const isOwn = population.length === 0
  const qualifier = isOwn && isNameOf(rest, body) ? '' : rest
  // Staff and retirees without a population are the unit's own people.
  const owner = isOwn ? unit : ''
  const people = [...new Set(population)].join('')
  return {
    key: [word, people, [...narrowed].sort().join(), qualifier, owner].join('|'),
    words: `${people}${qualifier}${word}${narrowed.join('')}`,
  }
}

/** The body's name, or a short form of it: its characters in its order, such as 文旅局 for 文化和旅游局. */
function isNameOf(rest: string, body: string | undefined): boolean {
  if (rest === '') return true
  if (body === undefined || rest.length < 2 || rest.at(-1) !== body.at(-1)) return false
  let position = 0
  for (const sign of rest) {
    const next = body.indexOf(sign, position)
    if (next < 0) return false
    position = next + 1
  }
  return true
}

function formFacts(form: ProjectForm, body: string | undefined): readonly HeadcountFact[] {
  const unit = plainText(form.implementingUnit.text)
  return indicatorStatements(form, 'quantity').flatMap(({ indicator, places }): readonly HeadcountFact[] => {
    const { name, value } = indicator
    if (value.kind !== 'number' || !/^(?:人|名)$/u.test(value.unit)) return []
    const group = groupOf(name, form.projectName.text, body, unit === body ? '' : unit)
    if (group === undefined) return []
    const digits = value.raw.replace(/[^\d]/gu, '')
    const repeated = namedTexts(form).find(
      ({ field }) => digits.length >= 2 && new RegExp(`(?<!\\d)${digits}余?多?(?:人|名)`, 'u').test(field.text),
    )
    return [
      {
        key: group.key,
        group: group.words,
        operator: value.operator,
        number: value.number,
        printed: value.raw,
        said: `绩效表“${formName(form)}”的“${plainText(name)}”`,
        source: 'form',
        form: form.index,
        places: [...places, ...(repeated === undefined ? [] : [placeIn(form, repeated.field.place)])],
      },
    ]
  })
}

const sentencePattern =
  /(?<words>[^，。；、：（）\d]{0,16}(?:在职在编|在编在岗|在职|在编|在岗|离退休|退休|离休)(?:人员|干部职工|职工|干部)?[^，。；、：（）\d]{0,6}?)(?<number>\d{1,6})(?:人|名)/gu

/** The narrative's own headcounts. Where it gives a group twice (several units), none is taken: they are different people. */
function narrativeFacts(document: RecognisedDocument, body: string | undefined): readonly HeadcountFact[] {
  const found = narrativeLines(document).flatMap(({ text, place }) =>
    [...plainText(text).matchAll(sentencePattern)].flatMap((match): readonly HeadcountFact[] => {
      const words = match.groups?.['words'] ?? ''
      const number = parseDecimal(match.groups?.['number'] ?? '')
      const stock = stocks.find(([, pattern]) => words.search(pattern) >= 0)
      if (number === undefined || stock === undefined || /编制数?$|核定|编外|其中|新增|减少|增加/u.test(words)) return []
      const printed = `${match.groups?.['number'] ?? ''}人`
      return [
        {
          key: [stock[0], '', '', '', ''].join('|'),
          group: stock[0],
          operator: '=',
          number,
          printed,
          said: `文字说明“${match[0].trim()}”`,
          source: 'narrative',
          form: undefined,
          places: [place],
        },
      ]
    }),
  )
  return found.filter((fact) => found.filter((other) => other.key === fact.key).length === 1 && body !== undefined)
}
