import type { Region } from '@mingzhang/figures'
import { clerkParagraphs } from '../clerk-text/clerk-runs.ts'
import { withAmounts } from '../composition.ts'
import type { SectionWriter } from '../section-scope.ts'
import { amountOf, paragraph } from '../sentence.ts'

const all: Region = { use: 'spent', procurement: 'all' }

/** 政府采购: the total with goods, works and services, each stated also where it is 0.00. */
export const writeProcurement: SectionWriter = (scope) => {
  const { context, year, body } = scope
  const own = clerkParagraphs(scope, 'procurement')
  if (context.exact(all) === 0) return [paragraph(`${year}${body}没有安排政府采购预算。`), ...own]
  const total = amountOf(context, all, '政府采购预算总额')
  const parts = withAmounts(context, [
    { region: { ...all, procurement: 'all/goods' }, name: '政府采购货物预算' },
    { region: { ...all, procurement: 'all/works' }, name: '政府采购工程预算' },
    { region: { ...all, procurement: 'all/services' }, name: '政府采购服务预算' },
  ], '，')
  return [paragraph(`${year}${body}政府采购预算总额`, total.text, '，其中：', parts, '。'), ...own]
}
