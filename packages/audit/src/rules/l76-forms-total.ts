/** L76: the annual money of all forms against the expenditure that the tables print. */
import { type Figure, type Place, type Region } from '@mingzhang/figures'
import { fen, intersectIntervals, intervalOf, negateFen, type RoundingMode, type Stated, sumFen } from '@mingzhang/money'
import type { ProjectForm } from '../model/form.ts'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { isBasicExpenditureForm, linkOf, projectKey, projectRows } from './form-links.ts'
import { formName, formPlace, fundingOf, isSpecialFund, placeIn, sayMoney } from './form-queries.ts'
import { inWanyuan, inYuan, roundingOf, statedOf, sumInterval } from './narrative-queries.ts'

/** Forms for every project and for basic expenditure add up to the year's expenditure; forms for projects alone to project expenditure. */
export const formsTotal: Rule = {
  meta: {
    id: 'L76',
    title: { zh: '绩效表年度资金合计与支出预算不符', en: "The forms' annual money differs from the budgeted expenditure" },
    severity: 'warning',
    basis: [
      { source: 'arithmetic', article: '各绩效表年度资金之和＝当年一般公共预算支出（含人员类、公用经费表时）或项目支出' },
      { source: 'targetManagement', article: '绩效目标覆盖全部预算资金' },
    ],
    explanation: {
      zh: '所附绩效表包括人员类、公用经费表时，年度资金合计应等于当年一般公共预算支出；只附项目表时，应等于当年项目支出。有表未读出金额、有项目未附表的，不作结论。差额中能由人员类、公用经费表与基本支出之差说明的部分单独写出。',
      en: "With forms for personnel and operating costs, all forms add up to the year's general public expenditure; with project forms alone, to project expenditure. Nothing is concluded while a form is unread or a project has none. What the basic-expenditure forms explain is said in words.",
    },
    legitimate: {
      zh: '人员类、公用经费表按年初控制数填报，与批复的基本支出不同的，应更新或注明。',
      en: 'Forms for personnel and operating costs may keep early control figures; they should be updated or annotated.',
    },
  },
  check(context) {
    const { document } = context
    const mode = roundingOf(context)
    const forms = currentForms(document)
    if (forms.length === 0) return outcomeOf(0, [])
    const hasBasic = forms.some((form) => isBasicExpenditureForm(document, form))
    const wholes = hasBasic
      ? [total(document, generalPublic), total(document, allFunds)]
      : [total(document, { ...generalPublic, kind: 'project' }), total(document, { ...allFunds, kind: 'project' })]
    const known = wholes.filter((whole) => whole !== undefined)
    const [whole] = known
    const open = unjudged(document, forms, whole) ?? otherFunds(document, forms, wholes, mode)
    if (open !== undefined || whole === undefined) return outcomeOf(0, [], open === undefined ? [] : [open])
    const stated = annualTotals(forms)
    const isEqual = (other: Whole): boolean => meets(stated, other.stated, mode)
    if (known.some(isEqual)) return outcomeOf(1, [])
    // Where forms of other funds are among them, the total over all funds is the one that they come close to.
    const sum = sumFen(stated.map(({ value }) => value))
    const distance = (other: Whole): number => Math.abs(other.stated.value - sum)
    const nearest = known.reduce((best, other) => (distance(other) < distance(best) ? other : best), whole)
    return outcomeOf(1, [finding(document, forms, nearest, hasBasic, mode)])
  },
}

interface Whole {
  readonly stated: Stated
  readonly place: Place
}

const generalPublic: Region = { use: 'spent', fund: 'fiscal/generalPublic', period: 'current' }
const allFunds: Region = { use: 'spent', period: 'current' }

/** The printed total of exactly this region in the document's own year and phase; prose is not asked. */
function total(document: RecognisedDocument, region: Region): Whole | undefined {
  const wanted = Object.entries(region)
  const own = String(document.facts.year?.value ?? '')
  const isThis = ({ region: own, blankIsZero }: Figure): boolean => {
    const named = Object.entries(own).filter(([dimension]) => dimension !== 'year' && dimension !== 'phase')
    return (
      blankIsZero &&
      named.length === wanted.length &&
      wanted.every(([dimension, node]) => named.some(([other, value]) => other === dimension && value === node))
    )
  }
  for (const figure of document.figures) {
    const stated = statedOf(figure.printed)
    if (stated !== undefined && figure.region.phase === undefined && (figure.region.year ?? own) === own && isThis(figure)) return { stated, place: figure.place }
  }
  return undefined
}

/**
 * Where no table prints the expenditure of all funds, but this year's revenue is more than the general public budget, the
 * forms may be paid from the other funds: only the sum of all of them could be held against something.
 */
function otherFunds(
  document: RecognisedDocument,
  forms: readonly ProjectForm[],
  [ofGeneral, ofAll]: readonly (Whole | undefined)[],
  mode: RoundingMode,
): RuleOutcome['undetermined'][number] | undefined {
  const revenue = total(document, { period: 'current' })
  if (ofAll !== undefined || ofGeneral === undefined || revenue === undefined) return undefined
  const whole = total(document, generalPublic) ?? ofGeneral
  if (meets([whole.stated], revenue.stated, mode) || meets(annualTotals(forms), ofGeneral.stated, mode)) return undefined
  return {
    places: [ofGeneral.place, revenue.place],
    reason: {
      zh: '除一般公共预算外还有其他资金，没有读出各类资金的当年支出合计，无法与绩效表核对。',
      en: "There are other funds than the general public budget, and no table prints the year's expenditure of all of them.",
    },
  }
}

/** Forms of carried-over projects are another year's money. */
function currentForms(document: RecognisedDocument): readonly ProjectForm[] {
  const rows = projectRows(document)
  const current = new Set(rows.filter(({ period }) => period === 'current').map(({ key }) => key))
  const carried = new Set(rows.filter(({ period }) => period === 'carriedIn').map(({ key }) => key))
  return document.forms.filter((form) => !isSpecialFund(form)).filter((form) => {
    const project = projectKey(linkOf(document, form)?.project ?? form.projectName.text)
    return !carried.has(project) || current.has(project)
  })
}

function unjudged(
  document: RecognisedDocument,
  forms: readonly ProjectForm[],
  whole: Whole | undefined,
): RuleOutcome['undetermined'][number] | undefined {
  if (whole === undefined) {
    return {
      places: forms.slice(0, 1).map(formPlace),
      reason: {
        zh: '没有读出当年一般公共预算支出（或项目支出）合计，无法与绩效表核对。',
        en: "The tables' expenditure total was not read.",
      },
    }
  }
  const unread = forms.filter((form) => statedOf(fundingOf(form, 'annual', 'total')?.amount) === undefined)
  if (unread.length > 0) {
    return {
      places: unread.map(formPlace),
      reason: {
        zh: `${unread.length}张绩效表的年度资金总额没有读出，未核对合计。`,
        en: `The annual total of ${unread.length} forms is unread.`,
      },
    }
  }
  if (projectRows(document).length === 0 && sumFen(annualTotals(forms).map(({ value }) => value)) < whole.stated.value) {
    return {
      places: forms.slice(0, 1).map(formPlace),
      reason: {
        zh: '没有识别到项目支出表，不知道是否每个项目都附了绩效表，合计少于支出预算不作结论。',
        en: 'Without a project table nothing says whether every project has a form.',
      },
    }
  }
  const joined = new Set(document.formLinks.flatMap(({ project }) => (project === undefined ? [] : [projectKey(project)])))
  const without = projectRows(document).filter((row) => row.period === 'current' && row.total !== 0 && !joined.has(row.key))
  return without.length === 0
    ? undefined
    : {
        places: without.flatMap(({ places }) => places),
        reason: {
          zh: `${without.length}个本年项目没有绩效表，绩效表合计与支出预算不可比。`,
          en: `${without.length} projects have no form, so the totals do not compare.`,
        },
      }
}

/** The stated annual totals; the caller has made sure that none is missing. */
function annualTotals(forms: readonly ProjectForm[]): readonly Stated[] {
  return forms.flatMap((form) => statedOf(fundingOf(form, 'annual', 'total')?.amount) ?? [])
}

function meets(parts: readonly Stated[], whole: Stated, mode: RoundingMode): boolean {
  return intersectIntervals(sumInterval(parts, mode), intervalOf(whole, mode)) !== undefined
}

function finding(
  document: RecognisedDocument,
  forms: readonly ProjectForm[],
  whole: Whole,
  hasBasic: boolean,
  mode: RoundingMode,
): RuleFinding {
  const sum = sumFen(annualTotals(forms).map(({ value }) => value))
  const difference = fen(whole.stated.value - sum)
  const basic = hasBasic ? basicPart(document, forms, whole, mode) : undefined
  return {
    key: 'forms-total',
    statement: {
      zh: `${forms.length}张绩效表年度资金合计${inWanyuan(sum)}，当年${hasBasic ? '一般公共预算支出' : '项目支出'}为${inWanyuan(whole.stated.value)}，相差${inWanyuan(difference)}。${basic?.zh ?? ''}`,
      en: `The ${forms.length} forms add up to ${inYuan(sum)}; the tables print ${inYuan(whole.stated.value)}, a difference of ${inYuan(difference)}. ${basic?.en ?? ''}`.trim(),
    },
    places: [whole.place, ...(basic?.places ?? forms.slice(0, 1).map(formPlace))],
    expected: whole.stated.value,
    found: sum,
    difference: negateFen(difference),
  }
}

interface BasicPart {
  readonly zh: string
  readonly en: string
  readonly places: readonly Place[]
}

/** What the forms of personnel and operating costs miss of 基本支出, and whether that is the whole difference. */
function basicPart(document: RecognisedDocument, forms: readonly ProjectForm[], whole: Whole, mode: RoundingMode): BasicPart | undefined {
  const table = total(document, { ...generalPublic, kind: 'basic' }) ?? total(document, { ...allFunds, kind: 'basic' })
  const basic = forms.filter((form) => isBasicExpenditureForm(document, form))
  if (table === undefined || basic.length === 0) return undefined
  const sum = sumFen(annualTotals(basic).map(({ value }) => value))
  const missing = fen(table.stated.value - sum)
  // With the tables' basic expenditure in place of these forms, the sum comes out: then they are the whole difference.
  const projects = annualTotals(forms.filter((form) => !basic.includes(form)))
  const isAll = meets([...projects, table.stated], whole.stated, mode)
  const names = basic.map((form) => `“${formName(form)}”`).join('、')
  return {
    zh: `其中${names}合计${inWanyuan(sum)}，基本支出为${inWanyuan(table.stated.value)}，相差${inWanyuan(missing)}，${isAll ? '可以说明全部差额' : '只能说明一部分差额'}。`,
    en: `The forms for basic expenditure sum to ${sayMoney(sum)} against ${sayMoney(table.stated.value)} in the tables${isAll ? ', which explains all of it' : ''}.`,
    places: [table.place, ...basic.map((form) => placeIn(form, fundingOf(form, 'annual', 'total')?.place ?? form.place))],
  }
}
