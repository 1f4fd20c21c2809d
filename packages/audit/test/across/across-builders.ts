/** Documents of 清河县 for comparisons: a few figures each, with their regions. */
import type { Figure, Region } from '@mingzhang/figures'
import { parseAmount, parseDecimal } from '@mingzhang/money'
import type { Mention, RecognisedDocument } from '../../src/index.ts'
import { exampleDocument } from '../builders.ts'

export interface ExampleFacts {
  readonly name: string
  readonly body?: string
  readonly year: number
  readonly kind?: 'budget' | 'final'
  readonly level?: 'department' | 'unit'
}

/** A document of which only facts and figures are known. */
export function documentOf(
  { name, body = '清河县文化和旅游局', year, kind = 'budget', level = 'department' }: ExampleFacts, figures: readonly Figure[], mentions: readonly Mention[] = [],
): RecognisedDocument {
  const place = { document: name }
  return exampleDocument({
    tree: { name, format: 'text', blocks: [] },
    facts: {
      body: { value: body, place, confidence: 'stated' },
      year: { value: year, place, confidence: 'stated' },
      kind: { value: kind, place, confidence: 'stated' },
      level: { value: level, place, confidence: 'stated' },
    },
    figures,
    mentions,
  })
}

/** A figure printed in 万元, in the document of that name; below the head `column` it is a cell of a table. */
export function figureOf(document: string, id: string, region: Region, printed: string, column?: string): Figure {
  const place = { document, table: '收支总表', row: id, block: 3, rowIndex: 1, columnIndex: 1, ...(column === undefined ? {} : { column }) }
  return { id, region, printed: parseAmount(printed, '万元'), place, blankIsZero: true, ...(column === undefined ? {} : { cell: { table: 't', row: 1, column: 1, side: 'only' } }) }
}

/** `本年 amount，比…增加 change`: the amount and its change as two mentions of one clause. */
export function changeMentions(region: Region, amount: string, words: string, direction: 'increase' | 'decrease' | 'same', change?: string): readonly Mention[] {
  const zero = parseDecimal('0')
  if (zero === undefined) throw new Error('zero is a number')
  const shared = { section: 0, place: { document: 'now.txt', line: 7 }, clause: `财政拨款支出${amount}万元，${words}`, number: zero, unit: '万元', region, whole: undefined, unbound: undefined }
  return [
    { ...shared, id: 'n1', role: 'amount', text: `${amount}万元`, label: '财政拨款支出', printed: parseAmount(amount, '万元'), subject: undefined, direction: undefined },
    { ...shared, id: 'n2', role: 'change', text: change === undefined ? words : `${change}万元`, label: '', printed: change === undefined ? undefined : parseAmount(change, '万元'), subject: 'n1', direction },
  ]
}

/** `本年 amount，比…增长 rate%`: the amount and its rate of change as two mentions of one clause. */
export function rateMentions(region: Region, amount: string, words: string, direction: 'increase' | 'decrease', rate: string): readonly Mention[] {
  const number = parseDecimal(rate)
  if (number === undefined) throw new Error('the rate is a number')
  return changeMentions(region, amount, words, direction, rate).map((mention) => (
    mention.role === 'change' ? { ...mention, role: 'changeRate' as const, text: `${rate}%`, unit: '%', number, printed: undefined } : mention))
}
