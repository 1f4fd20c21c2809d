import type { Fen } from '@mingzhang/money'
import type { LedgerAsset } from '../../ledger/ledger.ts'
import { clerkParagraphs } from '../clerk-text/clerk-runs.ts'
import { netValue } from '../clerk-text/slots.ts'
import type { SectionScope, SectionWriter } from '../section-scope.ts'
import { derivedNumber, inWanyuan, joined, paragraph, type Piece } from '../sentence.ts'

/** 国有资产占有使用: vehicles, buildings and equipment as the ledger gives them. What is not given is not called nothing. */
export const writeAssets: SectionWriter = (scope) => {
  const { assets, vehicles } = scope.context.ledger.facts
  const own = clerkParagraphs(scope, 'assets')
  const of = (kind: LedgerAsset['kind']): readonly LedgerAsset[] => assets.filter((asset) => asset.kind === kind)
  const topics = ([
    ['车辆情况', vehicles.length === 0 ? undefined : vehicleSentence(scope)],
    ['房屋情况', assetSentences(scope, of('building'), '建筑面积', '平方米')],
    ['其他国有资产占有使用情况', assetSentences(scope, of('equipment'), '数量', '台（套）')],
  ] as const).flatMap(([heading, text]) => (text === undefined ? [] : [{ heading, text }]))
  if (topics.length + own.length === 0) return [paragraph(`${scope.body}没有填报需要公开的车辆、房屋和单价100万元以上的设备。`)]
  return [...topics.flatMap(({ heading, text }, index) => [paragraph(`${index + 1}、${heading}：`), paragraph(text)]), ...own]
}

function vehicleSentence({ context, body }: SectionScope): Piece {
  const rows = context.ledger.facts.vehicles
  const countOf = (kind: string): number => rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0)
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
    .map((kind) => ({ kind, count: countOf(kind) })).filter(({ count }) => count !== 0)
  const number = (label: string, count: number): Piece => [derivedNumber(context, {}, label, String(count)), '辆']
  const [only] = kinds
  if (only === undefined) return `${body}没有公务用车。`
  const all = [`${body}共有公务用车`, number('公务用车', kinds.reduce((sum, { count }) => sum + count, 0))]
  if (kinds.length === 1) return [all, only.kind === '公务用车' ? '。' : `，为${only.kind}。`]
  return [all, '，其中：', joined(kinds.map(({ kind, count }) => [kind, number(kind, count)]), '，'), '。']
}

function assetSentences({ context }: SectionScope, assets: readonly LedgerAsset[], measure: string, unit: string): Piece | undefined {
  if (assets.length === 0) return undefined
  return assets.map(({ unit: owner, name, size, original, depreciation }): Piece => {
    const whose = name.startsWith(owner) ? '' : owner
    const number = (label: string, text: string, behind: string): Piece =>
      text === '' ? '' : [`，${label}`, derivedNumber(context, {}, `${name}${label}`, text), behind]
    const money = (label: string, amount: Fen | undefined): Piece => (amount === undefined ? '' : number(label, inWanyuan(amount), '万元'))
    return [
      `${whose}${name}`, number(measure, size, unit), money('原值', original),
      money('累计折旧', depreciation), money('净值', netValue(original, depreciation)), '。',
    ]
  })
}
