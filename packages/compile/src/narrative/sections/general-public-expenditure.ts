import type { Region } from '@mingzhang/figures'
import { changeOf, changePhrase } from '../changes.ts'
import { functionClasses } from '../classification-names.ts'
import { type Part, partsWithMoney, withShares } from '../composition.ts'
import { reasonPhrase } from '../reasons.ts'
import type { SectionWriter } from '../section-scope.ts'
import { amountOf, paragraph, type Piece } from '../sentence.ts'

const own: Region = { fund: 'fiscal/generalPublic', period: 'current' }
const name = '一般公共预算当年拨款'

/** 一般公共预算支出: this year's appropriation against last year's, and by functional class with shares. */
export const writeGeneralPublicExpenditure: SectionWriter = (scope) => {
  const { context, year, thresholds } = scope
  if (context.exact(own) === 0) return [paragraph(`${year}没有安排${name}。`)]
  const total = amountOf(context, own, name)
  const change = changeOf(scope, 'generalPublic', total.figure.printed)
  const reason = reasonPhrase(scope, { item: 'generalPublicReason', changes: [change], threshold: thresholds.others, subject: name })
  const classes = functionClasses(context)
    .map(({ node, name: label }): Part => ({ region: { ...own, use: 'spent', function: node }, name: label }))
  const { some } = partsWithMoney(context, [...classes, { region: { ...own, use: 'carriedOut' }, name: '年终结转' }])
  const [only] = some
  const scale = paragraph(`${year}${name}`, total.text, changePhrase(scope, total, change), reason, '。')
  const again = amountOf(context, own, name)
  const structure: Piece = some.length === 1 && only !== undefined
    ? `，全部用于${only.name}` : ['，用于以下方面：', withShares(context, again, some)]
  return [
    { kind: 'heading', level: 3, text: `（一）${name}规模变化情况`, id: 'narrative-generalPublic-scale' },
    scale,
    { kind: 'heading', level: 3, text: `（二）${name}结构情况`, id: 'narrative-generalPublic-structure' },
    paragraph(`${year}${name}`, again.text, structure, '。'),
  ]
}
