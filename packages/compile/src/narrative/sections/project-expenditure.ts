import type { Region } from '@mingzhang/figures'
import { partsWithMoney, withAmounts } from '../composition.ts'
import type { SectionWriter } from '../section-scope.ts'
import { amountOf, paragraph } from '../sentence.ts'

const project: Region = { use: 'spent', kind: 'project' }

/** 项目支出: the total, and this year's money beside 上年结转. */
export const writeProjectExpenditure: SectionWriter = ({ context, year }) => {
  if (context.exact(project) === 0) return [paragraph(`${year}没有安排项目支出。`)]
  const { some } = partsWithMoney(context, [
    { region: { ...project, period: 'current' }, name: '当年预算安排' },
    { region: { ...project, period: 'carriedIn' }, name: '上年结转' },
  ])
  const [only] = some
  const total = amountOf(context, project, '项目支出').text
  if (some.length === 1 && only !== undefined) return [paragraph(`${year}项目支出`, total, `，全部为${only.name}。`)]
  return [paragraph(`${year}项目支出`, total, '，其中：', withAmounts(context, some, '，'), '。')]
}
