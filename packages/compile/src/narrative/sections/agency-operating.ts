import type { Region } from '@mingzhang/figures'
import { zeroFen } from '@mingzhang/money'
import type { LedgerUnit } from '../../ledger/ledger.ts'
import { changeOf, changePhrase } from '../changes.ts'
import { reasonPhrase } from '../reasons.ts'
import type { SectionScope, SectionWriter } from '../section-scope.ts'
import { amountOf, listOfNames, paragraph } from '../sentence.ts'

const agency: Region = { use: 'spent', fund: 'fiscal', agencyOperating: 'all' }
const name = 'agencyOperating'

/** 机关运行经费: the amount against last year, and whose operating expense it is where the department has several units. */
export const writeAgencyOperating: SectionWriter = (scope) => {
  const { context, year, body, thresholds } = scope
  const agencies = context.ledger.units.filter(({ nature }) => nature !== 'institution')
  const isNothing = context.exact(agency) === 0 && (changeOf(scope, name, zeroFen)?.direction ?? 'same') === 'same'
  if (isNothing) {
    const because = agencies.length > 0 ? '' : `${body}没有行政单位和参照公务员法管理的事业单位，`
    return [paragraph(`${because}${year}没有安排机关运行经费。`)]
  }
  const amount = amountOf(context, agency, '机关运行经费')
  const change = changeOf(scope, name, amount.figure.printed)
  const reason = reasonPhrase(scope, { item: 'agencyOperatingReason', changes: [change], threshold: thresholds.others, subject: '机关运行经费' })
  return [paragraph(`${year}机关运行经费`, amount.text, changePhrase(scope, amount, change), reason, '。', scopeSentence(scope))]
}

function scopeSentence({ context }: SectionScope): string {
  const { units } = context.ledger
  if (units.length < 2) return ''
  const isInside = ({ nature }: LedgerUnit): boolean => nature !== 'institution'
  const inside = listOfNames(units.filter(isInside).map((unit) => unit.name))
  const outside = listOfNames(units.filter((unit) => !isInside(unit)).map((unit) => unit.name))
  return outside === '' ? `机关运行经费包括${inside}的公用经费。` : `机关运行经费只包括${inside}的公用经费；${outside}为事业单位，其公用经费不在其内。`
}
