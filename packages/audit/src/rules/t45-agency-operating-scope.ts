/**
 * 机关运行经费的口径: it covers administrative and 参公 units; institutions' operating expense is not part of it.
 *
 * @module
 */
import { fen, intervalOf } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { type PostCount, postCounts } from './k64-headcount-total.ts'
import {
  cellsWhere, type FoundCell, inWanyuan, inYuan, isNonZero, narrativeLines, type NarrativeLine, roundingOf, statedOf,
  tablesOfKind,
} from './narrative-queries.ts'

/** Agency operating expense does not exceed basic operating expense, and equals it only where all units are administrative or 参公. */
export const t45AgencyOperatingScope: Rule = {
  meta: {
    id: 'T45',
    title: { zh: '机关运行经费口径与单位性质不符', en: 'Scope of agency operating expense does not fit the units' },
    severity: 'warning',
    basis: [{ source: 'agencyAffairsRegulation', article: '第九条（机关运行经费）' }, { source: 'budgetLaw', article: '第十四条（机关运行经费的安排作出说明）' }],
    explanation: {
      zh: '机关运行经费是行政单位和参照公务员法管理的事业单位的公用经费，不大于基本支出中的公用经费。名词解释限定了这一口径、又有事业编制，而两数相等的，请核对事业单位公用经费是否混入。',
      en: 'Agency operating expense is the operating expense of administrative and 参公 units and never more than all basic operating expense. Where the glossary says so, institutional posts exist, and both are equal, please check whether institutions\' expense is mixed in.',
    },
    legitimate: { zh: '事业编制人员所在单位均为参公单位，或其公用经费由项目安排的，两数可以相等。',
      en: 'They may be equal where the institutions are all 参公 or their operating expense is paid from projects.' },
  },
  check(context) {
    const { document } = context
    const agency = firstStated(cellsWhere(tablesOfKind(document, 'agencyOperating'),
      { agencyOperating: 'all', fund: 'fiscal/generalPublic' }).filter(({ cell }) => cell.region?.unit === undefined))
    const operating = firstStated(cellsWhere(tablesOfKind(document, 'generalPublicBasicExpenditure'), { kind: 'basic/operating' })
      .filter(({ cell }) => cell.region?.economic === undefined))
    const [agencyStated, operatingStated] = [statedOf(agency?.cell.printed), statedOf(operating?.cell.printed)]
    if (agency === undefined || operating === undefined || agencyStated === undefined
      || operatingStated === undefined) return outcomeOf(0, [])
    const mode = roundingOf(context)
    const [own, all] = [intervalOf(agencyStated, mode), intervalOf(operatingStated, mode)]
    const places = [agency.cell.place, operating.cell.place]
    if (own.low > all.high) {
      return outcomeOf(1, [{
        key: 'exceeds',
        places,
        expected: operatingStated.value,
        found: agencyStated.value,
        difference: fen(agencyStated.value - operatingStated.value),
        statement: {
          zh: `机关运行经费${inWanyuan(agencyStated.value)}大于基本支出中的公用经费${inWanyuan(operatingStated.value)}。`,
          en: `Agency operating expense ${inYuan(agencyStated.value)} exceeds basic operating expense ${inYuan(operatingStated.value)}.`,
        },
      }])
    }
    const scope = own.high < all.low ? undefined : scopeQuestion(document, inWanyuan(agencyStated.value))
    return outcomeOf(1, scope === undefined ? [] : [{ ...scope, places: [...places, ...scope.places] }])
  },
}

function firstStated(cells: readonly FoundCell[]): FoundCell | undefined {
  return cells.find(({ cell }) => isNonZero(cell.printed))
}

/** The question that arises from an equal amount, a glossary that excludes institutions, and institutional posts. */
function scopeQuestion(document: RecognisedDocument, amount: string): RuleFinding | undefined {
  const definition = narrativeLines(document).find(restrictsToAgencies)
  const institutions: readonly PostCount[] = postCounts(document).filter(({ nature, count }) => nature === 'institution' && count > 0)
  const [first] = institutions
  if (definition === undefined || first === undefined) return undefined
  const posts = institutions.reduce((sum, { count }) => sum + count, 0)
  return {
    key: 'scope',
    severity: 'notice',
    places: [definition.place, first.place],
    found: amount,
    statement: {
      zh: `名词解释把机关运行经费限定为行政单位和参公单位，本部门有事业编制${posts}人，而机关运行经费与全部公用经费同为${amount}，请核对是否包含事业单位公用经费。`,
      en: `The glossary limits agency operating expense to administrative and 参公 units; there are ${posts} institutional posts, yet it equals all basic operating expense.`,
    },
  }
}

function restrictsToAgencies({ text }: NarrativeLine): boolean {
  const plain = normaliseLabel(text)
  return /机关运行经费/u.test(plain) && /指|是/u.test(plain) && /行政单位/u.test(plain) && /参公|参照公务员/u.test(plain)
}
