import { type Fen, formatFen } from '@mingzhang/money'
import type { Figure } from './figure.ts'
import { describePlace } from './place.ts'
import type { Outcome, Verdict } from './verdict.ts'

/** The same sentence for both kinds of reader. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

const outcomeWords: Readonly<Record<Outcome, Sentence>> = {
  exact: { zh: '一致', en: 'agrees' },
  withinRounding: { zh: '尾差，四舍五入可解释', en: 'explained by rounding' },
  conflict: { zh: '不一致', en: 'conflict' },
  undetermined: { zh: '无法判定', en: 'cannot be judged' },
}

const dimensionWords: Readonly<Record<string, Sentence>> = {
  use: { zh: '本年支出＋年终结转', en: 'spent + carried out' },
  fund: { zh: '各项资金来源', en: 'funds' },
  period: { zh: '本年＋上年结转', en: 'current + carried in' },
  kind: { zh: '支出类别', en: 'kinds of expenditure' },
  function: { zh: '下级功能科目', en: 'functional subjects below' },
  economic: { zh: '下级经济科目', en: 'economic subjects below' },
  revenueSubject: { zh: '下级收入科目', en: 'revenue subjects below' },
  unit: { zh: '所属单位', en: 'units' },
  project: { zh: '各项目', en: 'projects' },
  threePublic: { zh: '“三公”经费分项', en: 'items' },
  procurement: { zh: '采购品目', en: 'kinds of procurement' },
  level: { zh: '各级资金', en: 'levels of government' },
}

/** The identity in words, with both sides' places and amounts, in 万元. */
export function describeVerdict(verdict: Verdict): Sentence {
  const { identity, outcome, found, expected, difference, bound } = verdict
  const place = describePlace(identity.whole.place)
  const tail = {
    zh: difference === 0 ? `（${outcomeWords[outcome].zh}）` : `，差 ${signed(difference)} 万元（${outcomeWords[outcome].zh}，界 ${formatFen(bound, '万元', 2)}）`,
    en: difference === 0 ? ` (${outcomeWords[outcome].en})` : `, difference ${signed(difference)} (${outcomeWords[outcome].en}, bound ${formatFen(bound, '万元', 2)})`,
  }
  const whole = printed(identity.whole, found)
  switch (identity.kind) {
    case 'equality': {
      const other = identity.parts[0]
      if (other === undefined) return { zh: place, en: place }
      const there = describePlace(other.place)
      return { zh: `${place}：印 ${whole}；${there}：印 ${printed(other, expected)}${tail.zh}`, en: `${place}: ${whole}; ${there}: ${printed(other, expected)}${tail.en}` }
    }
    case 'partition': {
      const words = dimensionWords[identity.dimension ?? ''] ?? { zh: '分项', en: 'parts' }
      const places = describeParts(identity.parts)
      return {
        zh: `${place}：印 ${whole}，${words.zh}合计 ${formatFen(expected, '万元')}（${places.zh}）${tail.zh}`,
        en: `${place}: ${whole}; ${words.en} sum to ${formatFen(expected, '万元')} (${places.en})${tail.en}`,
      }
    }
    case 'containment': {
      const part = identity.parts[0]
      const there = part === undefined ? '' : describePlace(part.place)
      return {
        zh: `${there}：印 ${formatFen(expected, '万元')}，不应大于 ${place}：印 ${whole}${tail.zh}`,
        en: `${there}: ${formatFen(expected, '万元')} should not exceed ${place}: ${whole}${tail.en}`,
      }
    }
  }
}

function describeParts(parts: readonly Figure[]): Sentence {
  const shown = parts.filter((part) => part.printed.kind !== 'blank')
  const first = shown.slice(0, 4).map((part) => `${shortPlace(part)} ${part.printed.text}`).join('、')
  const more = shown.length > 4
  if (shown.length === 0) return { zh: '均为空', en: 'all blank' }
  return { zh: more ? `${first}等 ${shown.length} 项` : first, en: more ? `${first} … ${shown.length} items` : first }
}

function shortPlace(figure: Figure): string {
  const { row, column, table, section } = figure.place
  return [table ?? section, row, column].filter((part) => part !== undefined).join('/')
}

function printed(figure: Figure, amount: Fen): string {
  switch (figure.printed.kind) {
    case 'stated':
      return formatFen(amount, '万元')
    case 'blank':
    case 'dash':
      return '空白'
    case 'unreadable':
      return `“${figure.printed.text}”（无法读取）`
  }
}

function signed(amount: Fen): string {
  const text = formatFen(amount, '万元', 2)
  return amount < 0 ? `−${text.slice(1)}` : `+${text}`
}
