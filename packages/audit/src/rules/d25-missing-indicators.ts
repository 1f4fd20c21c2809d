/** D25: a form without a kind of indicator that a target cannot do without, or with too few of them. */
import type { Indicator, IndicatorKind, ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { isBasicExpenditureForm, leftOpen, nameSome } from './form-links.ts'
import { formName, formPlace, plainText } from './form-queries.ts'
import { groupBy } from './narrative-queries.ts'

/** A target says how much, how well, by when, at what cost, and to what effect. */
export const missingIndicators: Rule = {
  meta: {
    id: 'D25',
    title: { zh: '缺少关键类别的指标', en: 'Key kinds of indicators are missing' },
    severity: 'warning',
    basis: [
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：工程基建类、大型修缮及购置项目必须设置成本指标' },
      { source: 'targetManagement', article: '绩效目标审核：完整性' },
    ],
    explanation: {
      zh: '产出（数量、质量、时效、成本）和效益两方面都应有具体指标；工程、修缮、购置类项目必须有成本指标。三级指标过少，或全部是百分比而没有任何绝对量，都难以说明做了什么、花得值不值。有未能归类的指标时不下结论。',
      en: 'A target needs outputs (quantity, quality, timeliness, cost) and effects; works and purchases must state a cost. Too few indicators, or percentages alone, do not show what was done. Where an indicator could not be classified, nothing is concluded.',
    },
    legitimate: {
      zh: '个别项目确无某类指标的（如纯兑付类项目无成本控制空间），可在表内说明。',
      en: 'A project may truly lack a kind of indicator; the form can say why.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    const unread: ProjectForm[] = []
    const unclassified: ProjectForm[] = []
    let checked = 0
    for (const form of document.forms) {
      if (isBasicExpenditureForm(document, form)) continue
      // A list of goals alone has no place for indicators.
      if (form.layout === 'list' && form.indicators.length === 0 && (form.blankIndicators ?? []).length === 0) continue
      const filled = fullerHalf(form)
      if (filled.length === 0) {
        unread.push(form)
        continue
      }
      const shortcomings = shortcomingsOf(form, filled)
      if (shortcomings.length > 0 && form.indicators.some(isUnclassified)) {
        unclassified.push(form)
        continue
      }
      checked += 1
      if (shortcomings.length > 0) findings.push(finding(form, filled, shortcomings))
    }
    return outcomeOf(checked, gathered(findings, document.forms), [
      ...leftOpen(unread, '的绩效指标没有读出。', 'have no indicator that was read.'),
      ...leftOpen(unclassified, '有指标未能归类，无法判断是否缺少关键类别。', 'have indicators of no known kind.'),
    ])
  },
}

const fewestIndicators = 5

/** A list prints all its projects in one layout: what many of them lack alike is said once, with their names. */
function gathered(findings: readonly RuleFinding[], forms: readonly ProjectForm[]): readonly RuleFinding[] {
  const listed = new Map(forms.filter(({ layout }) => layout === 'list').map((form) => [`${form.index}`, form]))
  const lackOf = ({ statement }: RuleFinding): string => statement.zh.slice(statement.zh.indexOf('”') + 1)
  const groups = groupBy(findings.filter(({ key, severity }) => listed.has(key) && severity === 'notice'), lackOf)
  const merged = new Set([...groups.values()].filter((group) => group.length >= 3).flat())
  return [
    ...findings.filter((finding) => !merged.has(finding)),
    ...[...groups].filter(([, group]) => group.length >= 3).map(([lack, group]): RuleFinding => ({
      key: `list:${lack}`,
      severity: 'notice',
      statement: {
        zh: `${group.length}个项目${lack.replace(/。$/u, '')}：${nameSome(group.flatMap(({ key }) => listed.get(key) ?? []).map(formName))}。`,
        en: `${group.length} projects of the list share a shortcoming: ${group[0]?.statement.en ?? ''}`,
      },
      places: group.flatMap(({ places }) => places),
      found: `${group.length}个项目`,
    })),
  ]
}

interface Shortcoming {
  readonly zh: string
  readonly en: string
  readonly severity: Severity
}

const isFilled = (indicator: Indicator): boolean => indicator.value.kind !== 'blank'
/** A value whose second-level name is unknown, or a name whose value was lost: either may be the missing kind. */
const isUnclassified = (indicator: Indicator): boolean =>
  (indicator.kind === undefined && (isFilled(indicator) || indicator.name !== '')) || (indicator.name !== '' && !isFilled(indicator))

/** The filled indicators of the half that has more of them: one half alone is a matter for another rule. */
function fullerHalf(form: ProjectForm): readonly Indicator[] {
  const halves = (['annual', 'life'] as const).map((span) =>
    form.indicators.filter((indicator) => indicator.span === span && isFilled(indicator)),
  )
  const [annual = [], life = []] = halves
  return life.length > annual.length ? life : annual
}

const purchaseWords = /购置|采购.{0,6}设备|设备|建设|新建|改造|修缮|维修|装修|工程|扩建|迁建|加固/u
const effects: readonly IndicatorKind[] = ['economic', 'social', 'ecological', 'sustainability']

function shortcomingsOf(form: ProjectForm, filled: readonly Indicator[]): readonly Shortcoming[] {
  // An indicator stands in either half: what one half lacks and the other has is not missing.
  const kinds = new Set(form.indicators.filter(isFilled).flatMap(({ kind }) => (kind === undefined ? [] : [kind])))
  const name = plainText(form.projectName.text)
  const isPurchase = purchaseWords.test(name) && !/评价|评估|监理|贴息|培训|规划编制/u.test(name)
  const missing = (kind: IndicatorKind, zh: string, en: string, severity: Severity): readonly Shortcoming[] =>
    kinds.has(kind) ? [] : [{ zh: `没有${zh}`, en: `no ${en} indicator`, severity }]
  const numbers = filled.filter(({ value }) => value.kind === 'number')
  const onlyPercentages = numbers.length >= 3 && numbers.every(({ value }) => value.kind === 'number' && /[%％‰]/u.test(value.unit))
  return [
    ...missing('quantity', '数量指标', 'quantity', 'warning'),
    ...missing('quality', '质量指标', 'quality', 'notice'),
    ...missing('timeliness', '时效指标', 'timeliness', 'notice'),
    ...missing('cost', isPurchase ? '成本指标（工程、购置类项目必设）' : '成本指标', 'cost', isPurchase ? 'warning' : 'notice'),
    ...(effects.some((kind) => kinds.has(kind))
      ? []
      : [{ zh: '没有任何效益指标', en: 'no effect indicator', severity: 'warning' as const }]),
    ...(filled.length < fewestIndicators
      ? [{ zh: `三级指标只有${filled.length}个`, en: `only ${filled.length} indicators`, severity: 'notice' as const }]
      : []),
    ...(onlyPercentages ? [{ zh: '定量指标全部是百分比，没有绝对量', en: 'percentages alone', severity: 'notice' as const }] : []),
  ]
}

function finding(form: ProjectForm, filled: readonly Indicator[], shortcomings: readonly Shortcoming[]): RuleFinding {
  return {
    key: `${form.index}`,
    severity: shortcomings.some(({ severity }) => severity === 'warning') ? 'warning' : 'notice',
    statement: {
      zh: `“${formName(form)}”${shortcomings.map(({ zh }) => zh).join('，')}。`,
      en: `“${formName(form)}” has ${shortcomings.map(({ en }) => en).join(', ')}.`,
    },
    places: [formPlace(form)],
    found: `${filled.length}个三级指标`,
  }
}
