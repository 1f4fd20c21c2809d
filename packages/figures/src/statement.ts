import { type Fen, formatFen, type PrintedUnit } from '@mingzhang/money'
import type { Figure } from './figure.ts'
import { membersOf } from './identity.ts'
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
  phase: { zh: '对比的数＋增减额', en: 'base + change' },
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

/**
 * The identity in words, with both sides' places and amounts.
 *
 * Amounts stand in 万元; where a print is finer than the cent of 万元 (a form in 元), that print and the difference in 元.
 */
export function describeVerdict(verdict: Verdict): Sentence {
  const { identity, found, expected } = verdict
  const { whole, parts } = identity
  const place = describePlace(whole.place)
  const tail = describeOutcome(verdict)
  switch (identity.kind) {
    case 'equality': {
      const [other] = parts
      if (other === undefined) return { zh: place, en: place }
      const there = describePlace(other.place)
      return {
        zh: `${place}：印 ${printed(whole, found)}；${there}：印 ${printed(other, expected)}${tail.zh}`,
        en: `${place}: ${printed(whole, found)}; ${there}: ${printed(other, expected)}${tail.en}`,
      }
    }
    case 'partition': {
      const words = dimensionWords[identity.dimension ?? ''] ?? { zh: '分项', en: 'parts' }
      const listed = describeParts(whole, parts)
      const sum = inUnit(expected, unitFor(parts))
      const { besides } = identity
      if (besides !== undefined) {
        const own = describeParts(whole, [whole, ...besides])
        return {
          zh: `${place}：支出一侧合计 ${inUnit(found, unitFor([whole, ...besides]))}（${own.zh}），收入一侧合计 ${sum}（${listed.zh}）${tail.zh}`,
          en: `${place}: what goes out sums to ${inUnit(found, unitFor([whole, ...besides]))} (${own.en}), what comes in to ${sum} (${listed.en})${tail.en}`,
        }
      }
      return {
        zh: `${place}：印 ${printed(whole, found)}，${words.zh}合计 ${sum}（${listed.zh}）${tail.zh}`,
        en: `${place}: ${printed(whole, found)}; ${words.en} sum to ${sum} (${listed.en})${tail.en}`,
      }
    }
    case 'containment': {
      const [part] = parts
      const there = part === undefined ? '' : describePlace(part.place)
      const inner = inUnit(expected, unitFor(parts))
      return {
        zh: `${there}：印 ${inner}，不应大于${place}：印 ${printed(whole, found)}${tail.zh}`,
        en: `${there}: ${inner} should not exceed ${place}: ${printed(whole, found)}${tail.en}`,
      }
    }
  }
}

function describeOutcome({ identity, outcome, difference, bound }: Verdict): Sentence {
  const words = outcomeWords[outcome]
  if (difference === 0 || outcome === 'exact') return { zh: `（${words.zh}）`, en: ` (${words.en})` }
  const unit = unitFor(membersOf(identity))
  const [amount, limit] = [signed(difference, unit), formatFen(bound, unit)]
  return { zh: `，差 ${amount} ${unit}（${words.zh}，界 ${limit}）`, en: `, difference ${amount} ${unit} (${words.en}, bound ${limit})` }
}

/** The parts by what tells them apart: the row within one column, the column within one row, else both with the table. */
function describeParts(whole: Figure, parts: readonly Figure[]): Sentence {
  const shown = parts.filter((part) => part.printed.kind !== 'blank' && part.printed.kind !== 'dash')
  if (shown.length === 0) return { zh: '均为空', en: 'all blank' }
  const first = shown.slice(0, 4).map((part) => `${nameOfPart(whole, part)} ${part.printed.text}`)
  const more = shown.length > first.length
  return { zh: `${first.join('、')}${more ? `等 ${shown.length} 项` : ''}`, en: `${first.join(', ')}${more ? ` … ${shown.length} items` : ''}` }
}

function nameOfPart(whole: Figure, part: Figure): string {
  const { row, column, table, section, field } = part.place
  const lastHead = column?.split(' / ').at(-1)
  if (part.cell === undefined || part.cell.table !== whole.cell?.table) return [table ?? section, row, lastHead].filter((name) => name !== undefined).join('·')
  if (field !== undefined) return field
  return (part.cell.row === whole.cell.row ? lastHead : row) ?? ''
}

function printed(figure: Figure, amount: Fen): string {
  switch (figure.printed.kind) {
    case 'stated':
      return inUnit(amount, unitFor([figure]))
    case 'blank':
    case 'dash':
      return '空白'
    case 'unreadable':
      return `“${figure.printed.text}”（无法读取）`
  }
}

/** 万元 unless a print is finer than its two decimals. */
function unitFor(figures: readonly Figure[]): PrintedUnit {
  return figures.some((figure) => figure.printed.kind === 'stated' && figure.printed.stated.quantum < 10_000) ? '元' : '万元'
}

function inUnit(amount: Fen, unit: PrintedUnit): string {
  return unit === '万元' ? formatFen(amount, unit) : `${formatFen(amount, unit)} ${unit}`
}

function signed(amount: Fen, unit: PrintedUnit): string {
  const text = formatFen(amount, unit)
  return amount < 0 ? `−${text.slice(1)}` : `+${text}`
}
