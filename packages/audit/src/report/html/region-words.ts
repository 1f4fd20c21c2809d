/** Regions in words, for the panel that says what a figure is the total of. */
import type { DimensionId, NodePath } from '@mingzhang/figures'
import type { Bilingual } from '../../model/rule.ts'

export const dimensionWords: Readonly<Record<DimensionId, Bilingual>> = {
  year: { zh: '年度', en: 'Year' },
  phase: { zh: '阶段', en: 'Phase' },
  use: { zh: '去向', en: 'Use' },
  fund: { zh: '资金来源', en: 'Fund' },
  period: { zh: '资金年度', en: 'Period' },
  kind: { zh: '支出性质', en: 'Kind of expenditure' },
  function: { zh: '功能分类科目', en: 'Function' },
  economic: { zh: '部门经济分类科目', en: 'Economic classification' },
  governmentEconomic: { zh: '政府经济分类科目', en: 'Government economic classification' },
  revenueSubject: { zh: '收入科目', en: 'Revenue subject' },
  unit: { zh: '预算单位', en: 'Budget unit' },
  project: { zh: '项目', en: 'Project' },
  threePublic: { zh: '“三公”经费', en: '“Three public” spending' },
  agencyOperating: { zh: '机关运行经费', en: 'Agency operating funds' },
  procurement: { zh: '政府采购', en: 'Procurement' },
  level: { zh: '资金级次', en: 'Paid by' },
}

/** The node in words; a code, year or name stands for itself, without the path above it. */
export function nodeWords(dimension: DimensionId, node: NodePath): Bilingual {
  const known = knownNodes[`${dimension}=${node}`]
  if (known !== undefined) return known
  const own = node.slice(node.lastIndexOf('/') + 1)
  return { zh: own, en: own }
}

const knownNodes: Readonly<Record<string, Bilingual>> = {
  'phase=budget': { zh: '年初预算', en: 'Budget' },
  'phase=adjusted': { zh: '调整预算', en: 'Adjusted budget' },
  'phase=final': { zh: '决算', en: 'Final account' },
  'use=spent': { zh: '支出', en: 'Spent' },
  'use=carriedOut': { zh: '年终结转', en: 'Carried to next year' },
  'fund=fiscal': { zh: '财政拨款', en: 'Fiscal appropriation' },
  'fund=fiscal/generalPublic': { zh: '一般公共预算', en: 'General public budget' },
  'fund=fiscal/governmentFund': { zh: '政府性基金预算', en: 'Government fund budget' },
  'fund=fiscal/stateCapital': { zh: '国有资本经营预算', en: 'State capital budget' },
  'fund=specialAccount': { zh: '财政专户管理资金', en: 'Special fiscal account' },
  'fund=unitFunds': { zh: '单位资金', en: 'Unit’s own funds' },
  'period=current': { zh: '本年', en: 'Current year' },
  'period=carriedIn': { zh: '上年结转', en: 'Carried in' },
  'kind=basic': { zh: '基本支出', en: 'Basic' },
  'kind=basic/personnel': { zh: '人员经费', en: 'Basic, personnel' },
  'kind=basic/operating': { zh: '公用经费', en: 'Basic, operating' },
  'kind=project': { zh: '项目支出', en: 'Project' },
  'threePublic=all': { zh: '合计', en: 'Total' },
  'threePublic=all/abroad': { zh: '因公出国（境）费', en: 'Travel abroad' },
  'threePublic=all/reception': { zh: '公务接待费', en: 'Official receptions' },
  'threePublic=all/vehicle': { zh: '公务用车购置及运行维护费', en: 'Official vehicles' },
  'threePublic=all/vehicle/purchase': { zh: '公务用车购置费', en: 'Vehicle purchase' },
  'threePublic=all/vehicle/running': { zh: '公务用车运行维护费', en: 'Vehicle running costs' },
  'agencyOperating=all': { zh: '合计', en: 'Total' },
  'procurement=all': { zh: '合计', en: 'Total' },
  'procurement=all/goods': { zh: '货物', en: 'Goods' },
  'procurement=all/works': { zh: '工程', en: 'Works' },
  'procurement=all/services': { zh: '服务', en: 'Services' },
  'level=central': { zh: '中央', en: 'Central government' },
  'level=provincial': { zh: '省级', en: 'Province' },
  'level=local': { zh: '市县', en: 'City and county' },
  'level=selfRaised': { zh: '自筹', en: 'Self-raised' },
  'level=other': { zh: '其他', en: 'Other' },
}
