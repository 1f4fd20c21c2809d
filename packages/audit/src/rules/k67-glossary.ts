/**
 * 名词解释: terms that are used are explained, and in this body's own words, not another level's.
 *
 * @module
 */
import type { Place } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { formPlace } from './form-queries.ts'
import { isAbove, levelOfBody, levelOfWord } from './k67-government-level.ts'
import { narrativeLines, topicsAbout, topicText } from './narrative-queries.ts'

/** Terms of art in the narrative are explained in the glossary, and no definition speaks of another level of government. */
export const k67Glossary: Rule = {
  meta: {
    id: 'K67',
    title: { zh: '名词解释不全或沿用其他级次的文本', en: 'Glossary incomplete or copied from another level of government' },
    severity: 'warning',
    basis: [{ source: 'disclosureProcedure', article: '对专业性较强的名词进行解释' }],
    explanation: {
      zh: '专业名词应有解释，解释应与本部门相符。县级部门的名词解释写“指省直部门……”，是照搬上级文本。',
      en: 'Terms of art are explained, and the explanation fits this body. A county bureau whose glossary says "provincial departments" has copied its text from above.',
    },
    legitimate: { zh: '引用上级制度名称、说明上级转移支付来源时出现上级字样是正常的。',
      en: 'Citing a superior\'s rules or naming the source of a transfer may well name another level.' },
  },
  check({ document }) {
    // A heading without text below it is an entry of a contents page, or a glossary that was not read.
    const glossary = topicsAbout(document, glossaryHeading).filter((topic) => topicText(topic).length > 20)
    const terms = glossary.length === 0 ? [] : unexplainedTerms(document)
    const undetermined: RuleOutcome['undetermined'] = glossary.length > 0 || document.sections.length === 0 ? [] : [{
      places: [document.sections[0]?.place ?? { document: document.tree.name }],
      reason: { zh: '没有识别到“名词解释”部分。', en: 'No glossary section was recognised.' },
    }]
    const level = document.facts.body === undefined ? undefined : levelOfBody(document.facts.body.value)
    const foreign = level === undefined ? [] : otherLevels(document, (word) => {
      const spoken = levelOfWord(word)
      return spoken !== undefined && isAbove(spoken, level)
    })
    return outcomeOf(glossary.length + (level === undefined || document.sections.length === 0 ? 0 : 1), [...terms, ...foreign],
      undetermined)
  },
}

const glossaryHeading = /名词解释|术语解释/u

/** Terms that a reader from outside does not know. Each with the spellings that count as the same term. */
const terms: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: '“三公”经费', pattern: /三公/u },
  { name: '机关运行经费', pattern: /机关运行经费|机关运行费/u },
  { name: '基本支出', pattern: /基本支出/u },
  { name: '项目支出', pattern: /项目支出/u },
]

function unexplainedTerms(document: RecognisedDocument): readonly RuleFinding[] {
  const topics = topicsAbout(document, glossaryHeading)
  const explained = topics.flatMap(({ lines }) => lines).map(({ text }) => normaliseLabel(text)).join('\n')
  const inGlossary = new Set(topics.flatMap(({ heading, lines }) => [heading.place, ...lines.map(({ place }) => place)]))
  const used = narrativeLines(document).filter(({ place }) => !inGlossary.has(place))
  const missing = terms.flatMap(({ name, pattern }): readonly { readonly name: string; readonly place: Place }[] => {
    if (pattern.test(explained)) return []
    const first = used.find(({ text }) => pattern.test(normaliseLabel(text)))
    return first === undefined ? [] : [{ name, place: first.place }]
  })
  if (missing.length === 0) return []
  return [{
    key: 'unexplained',
    severity: 'notice',
    places: [...topics.map(({ heading }) => heading.place), ...missing.map(({ place }) => place)],
    expected: missing.map(({ name }) => name).join('、'),
    statement: {
      zh: `文中使用了${missing.map(({ name }) => name).join('、')}，名词解释没有说明。`,
      en: `The glossary does not explain ${missing.map(({ name }) => name).join(', ')}.`,
    },
  }]
}

/** A definition that names whom it is about, such as 指省直部门, 反映中央单位, 保障省直行政事业单位. */
const definition = /(?:指|反映|用于|保障|纳入|列入)(?:的是)?(?:由)?((?:中央|自治区|省|市|州|盟|县|旗)(?:直|级|本级)?各?(?:财政)?(?:预决算|预算)?(?:部门|单位|机关|行政单位|事业单位|行政事业单位|党政机关|管理))/gu

/** Definitions and forms that speak of a level above the body's own; duties and cited titles may name any level. */
function otherLevels(document: RecognisedDocument, isForeign: (word: string) => boolean): readonly RuleFinding[] {
  const lines = narrativeLines(document)
    .filter(({ section }) => !/职责|职能|机构/u.test(document.sections[section]?.heading ?? ''))
    .map(({ text, place }) => ({ text, place, key: '' }))
  const forms = document.forms
    .flatMap((form) => Object.values(form.texts).map((field) => ({ text: field.text, place: formPlace(form), key: `form${form.index}:` })))
  const found = new Map<string, { readonly sentence: string; readonly places: Place[] }>()
  for (const { text, place, key } of [...lines, ...forms]) {
    const plain = normaliseLabel(text).replace(/《[^》]*》/gu, '')
    for (const match of plain.matchAll(definition)) {
      const word = match[1] ?? ''
      // 市部门, 县单位 alone are no set phrases; 中央部门 and words with 直 or 级 are.
      if (!/^中央|直|级/u.test(word) || !isForeign(word)) continue
      const known = found.get(`${key}${word}`)
      if (known === undefined) found.set(`${key}${word}`, { sentence: match[0], places: [place] })
      else known.places.push(place)
    }
  }
  return [...found].map(([key, { sentence, places }]): RuleFinding => ({
    key: `level:${key}`,
    places: [...places, ...document.facts.body === undefined ? [] : [document.facts.body.place]],
    found: sentence,
    ...document.facts.body === undefined ? {} : { expected: document.facts.body.value },
    statement: {
      zh: `“${sentence}”说的是上级部门，与本部门“${document.facts.body?.value ?? ''}”的级次不符，像是照搬了上级文本。`,
      en: `"${sentence}" speaks of a higher level of government than this body's: the text looks copied.`,
    },
  }))
}
