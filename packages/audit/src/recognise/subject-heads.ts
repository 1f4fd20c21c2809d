/**
 * What a head says about a column of subjects: the classification that its labels or codes belong to.
 *
 * No two places word these heads alike (支出功能分类科目（按大类）, 部门预算支出经济科目编码, 项目（按功能分类）); what they share
 * is the order of a few words.
 *
 * @module
 */
import { normaliseLabel, plainLabel } from '@mingzhang/vocabulary'

/** The classifications that rows of expenditure tables are labelled by. */
export type SubjectScheme = 'function' | 'economic' | 'governmentEconomic'

export interface SubjectHead {
  readonly scheme: SubjectScheme
  readonly role: 'code' | 'label'
}

const head = /^(?:一般公共预算|财政拨款)?(?:项目|支出)?\(?(?:支出)?按?(?:项目)?(部门|政府)?(?:预算)?(?:的)?(?:支出)?(功能|经济)(?:性质)?(?:分类|分)?(?:科目)?(名称|编码|代码|编号|编)?(?:分类)?\)?$/u

/** The classification that a head names; `undefined` for any other head, 科目编码 and 项目 among them. */
export function subjectHead(text: string): SubjectHead | undefined {
  const label = plainLabel(text)
  const match = head.exec(label) ?? head.exec(label.replace(/\((?:按?大类|类级?|款级?|项级?|类款项?|到[类款项]级?)\)$/u, ''))
  const [, owner, scheme, role = '名称'] = match ?? []
  if (scheme === undefined) return undefined
  return { scheme: scheme === '功能' ? 'function' : owner === '政府' ? 'governmentEconomic' : 'economic', role: role === '名称' ? 'label' : 'code' }
}

/** The classification that a column's heads name, the nearest first. */
export function schemeOfHeads(heads: readonly string[]): SubjectScheme | undefined {
  return heads.toReversed().map((text) => subjectHead(text)?.scheme).find((scheme) => scheme !== undefined)
}

/** Whether a head stands over names or codes of units: 预算单位, 单位编码, 部门（单位）名称. */
export function isUnitHead(text: string): boolean {
  return /^(?:二级|一级|基层|预算|主管|所属|项目|实施|用款|填报)?(?:部门|单位)(?:\((?:部门|单位)\))?(?:名称|编码|代码|编号)?$/u.test(normaliseLabel(text))
}
