/**
 * 金额应注明单位: an amount in prose without a unit cannot be read, and a reader can be wrong by ten thousand times.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { Mention, RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { paragraphKey } from './narrative-queries.ts'

/** Every amount in the narrative has its unit printed; one without is unread and named here. */
export const k60AmountWithoutUnit: Rule = {
  meta: {
    id: 'K60',
    title: { zh: '文字中的金额没有单位', en: 'An amount in prose without a unit' },
    severity: 'error',
    basis: [{ source: 'disclosureProcedure', article: '公开内容应真实、准确、规范' }],
    explanation: {
      zh: '文字说明中的金额应当写明“万元”或“元”。漏写单位的金额无法与表核对，也容易被误读成相差一万倍的数。明账不猜单位，这类金额一律按未读出处理。',
      en: 'Amounts in prose print their unit. One without cannot be compared with the tables and can be misread by four orders of magnitude. The unit is never guessed: such an amount counts as unread.',
    },
    legitimate: { zh: '段落开头统一注明“单位：万元”的，应在每个金额后重复单位或改用表格。',
      en: 'A unit stated once for the paragraph should be repeated at each amount or moved to a table.' },
  },
  check({ document }) {
    const amounts = document.mentions.filter(({ role }) => role === 'amount' || role === 'previous' || role === 'change')
      .filter(({ text }) => /\d/u.test(text))
    return outcomeOf(amounts.length, amounts.filter(isMoneyWithoutUnit).map((mention) => findingFor(document, mention)))
  },
}

const moneyWord = /经费|预算|支出|收入|拨款|资金|结转|金额|总额|费用?$|原值|净值/u

/** A label that speaks of money stands before it; a bare number behind anything else may count something. */
function isMoneyWithoutUnit(mention: Mention): boolean {
  // Nothing is nothing in every unit.
  return mention.number.digits !== 0n && mention.unit === '' && mention.printed?.kind !== 'stated'
    && moneyWord.test(normaliseLabel(mention.label))
}

function findingFor(document: RecognisedDocument, mention: Mention): RuleFinding {
  const neighbours = document.mentions.filter((other) => paragraphKey(other) === paragraphKey(mention) && other.unit.endsWith('元'))
  const units = [...new Set(neighbours.map(({ unit }) => unit))]
  return {
    key: mention.id,
    places: [mention.place],
    found: mention.text,
    expected: units.length === 1 ? `${mention.text}${units[0] ?? ''}` : `${mention.text}（注明元或万元）`,
    statement: {
      zh: `“${mention.clause}”中的${mention.text}没有写单位${units.length === 1 ? `，同段其他金额用“${units[0] ?? ''}”` : ''}。`,
      en: `The amount ${mention.text} is printed without a unit${units.length === 1 ? `; others in the paragraph are in ${units[0] ?? ''}` : ''}.`,
    },
  }
}
