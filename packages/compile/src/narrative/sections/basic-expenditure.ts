import type { Region } from '@mingzhang/figures'
import type { CompileContext } from '../../compile-context.ts'
import { economicItems } from '../classification-names.ts'
import { type Part, partsWithMoney } from '../composition.ts'
import type { SectionWriter } from '../section-scope.ts'
import { amountOf, paragraph, type Piece } from '../sentence.ts'

const basic: Region = { use: 'spent', fund: 'fiscal/generalPublic', period: 'current', kind: 'basic' }

/** 一般公共预算基本支出: 人员经费 and 公用经费, each with the economic items that have money. */
export const writeBasicExpenditure: SectionWriter = ({ context, year }) => {
  if (context.exact(basic) === 0) return [paragraph(`${year}没有安排一般公共预算基本支出。`)]
  const { some, none } = partsWithMoney(context, [
    { region: { ...basic, kind: 'basic/personnel' }, name: '人员经费' },
    { region: { ...basic, kind: 'basic/operating' }, name: '公用经费' },
  ])
  const absent = none.length === 0 ? '' : `没有安排${none.map(({ name }) => name).join('')}。`
  return [
    paragraph(`${year}一般公共预算基本支出`, amountOf(context, basic, '一般公共预算基本支出').text, '，其中：'),
    ...some.map((part, index) => paragraph(partSentence(context, part), index < some.length - 1 ? '；' : `。${absent}`)),
  ]
}

/** Items that print as 0.00 are left out: a reader would look for their money in the table in vain. */
function partSentence(context: CompileContext, { region, name }: Part): Piece {
  const isPrinted = (node: string): boolean => context.printed({ ...region, economic: node }) !== 0
  const items = economicItems(context, region).filter(({ node }) => isPrinted(node))
  const names = [...new Set(items.map((item) => item.name))].join('、')
  return [name, amountOf(context, region, name).text, names === '' ? '' : `，主要包括：${names}`]
}
