/**
 * The project forms as a ledger keeps them: everything but the annual amounts, which come from the lines.
 *
 * @module
 */
import type { FormLink, Indicator, IndicatorKind, ProjectForm } from '@mingzhang/audit'
import type { FundingSource, LedgerIndicator, LedgerProject, PerformanceForm } from '@mingzhang/compile'
import type { Fen } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { MarkBook } from '../marks.ts'
import type { Axes } from '../money/axes.ts'
import { projectNames } from '../money/project-names.ts'

export interface FormsReading {
  readonly forms: readonly PerformanceForm[]
  /** Projects of forms that no table lists. */
  readonly added: readonly LedgerProject[]
  /** Names of forms that repeat an earlier one's project; a ledger keeps one form of each. */
  readonly repeated: readonly string[]
}

export interface FormsContext {
  /** Forms by their place in the document whose annual amount the ledger does not have. */
  readonly contradicted: ReadonlySet<number>
}

/** Every form of the document, both halves, raw values. Handler and telephone are kept for the internal rendition. */
export function readForms(links: readonly FormLink[], axes: Axes, context: FormsContext, book: MarkBook): FormsReading {
  const names = projectNames(axes.projects)
  const added: LedgerProject[] = []
  const repeated: string[] = []
  const seen = new Set<string>()
  const forms = links.flatMap((link): readonly PerformanceForm[] => {
    const { form } = link
    const subject = subjectOf(link)
    const key = subject.kind === 'project' ? `project ${subject.project}` : `${subject.kind} ${normaliseLabel(form.implementingUnit.text)}`
    if (seen.has(key)) {
      repeated.push(form.projectName.text.trim())
      return []
    }
    const index = seen.size
    seen.add(key)
    const indicators = form.indicators.map(indicatorOf)
    const life = context.contradicted.has(form.index) ? undefined : lifeFunding(form)
    markForm(form, index, indicators, book)
    for (const source of Object.keys(life ?? {})) book.mark(['forms', index, 'lifeFunding', source], 'stated')
    // The first of the five cells stands for all.
    if (life === undefined) book.mark(['forms', index, 'lifeFunding', 'central'], 'open', context.contradicted.has(form.index) ? '原表的实施期资金与公开表不符，暂按年度资金' : '原表没有印实施期资金，暂按年度资金')
    return [{
      subject,
      unit: axes.units.find(({ node, name }) => [node, normaliseLabel(name)].includes(normaliseLabel(form.implementingUnit.text)))?.name,
      attribute: form.attribute.text, duration: form.duration.field.text,
      lifeFunding: life,
      overview: form.texts.overview?.text ?? '', basis: form.texts.basis?.text ?? '', necessity: form.texts.necessity?.text ?? '',
      measures: form.texts.measures?.text ?? '', plan: form.texts.plan?.text ?? '',
      lifeGoal: form.goals.life?.text ?? '', annualGoal: form.goals.annual?.text ?? '',
      indicators: indicators.map(({ indicator }) => indicator),
      responsible: form.responsible?.text ?? '', handler: form.handler?.text ?? '', phone: form.phone?.text ?? '',
      filledOn: form.filledOn?.field.text ?? '',
    }]
  })
  return { forms, added, repeated }

  function subjectOf(link: FormLink): PerformanceForm['subject'] {
    const printed = link.form.projectName.text.trim()
    const name = printed === '' ? `第${link.form.index}份绩效目标表的项目（原表没有印名称）` : printed
    if (link.by === 'basic-expenditure') return { kind: /公用|运转/u.test(name) ? 'operating' : 'personnel' }
    const axis = axes.projects.find((project) => project.form === link)
    if (axis !== undefined) return { kind: 'project', project: names.get(axis) ?? axis.name }
    const listed = axes.projects.find((project) => normaliseLabel(project.name) === normaliseLabel(link.project ?? name))
    const own = listed === undefined ? name : (names.get(listed) ?? listed.name)
    const known = listed !== undefined || added.some((project) => project.name === own)
    if (!known) {
      const unit = axes.units.find(({ node }) => node === normaliseLabel(link.form.implementingUnit.text)) ?? axes.units[0]
      added.push({ name: own, code: '', unit: unit?.name ?? '', class: 'specificTarget' })
    }
    return { kind: 'project', project: own }
  }
}

const sources: readonly FundingSource[] = ['central', 'provincial', 'local', 'selfRaised', 'other']

/** 实施期资金 by source, in fen, as the form prints it; `undefined` where it prints none. */
function lifeFunding({ funding }: ProjectForm): PerformanceForm['lifeFunding'] {
  const life = sources.flatMap((source): (readonly [FundingSource, Fen])[] => {
    const amount = funding.find(({ span, level }) => span === 'life' && level === source)?.amount
    return amount?.kind === 'stated' ? [[source, amount.stated.value]] : []
  })
  return life.length === 0 ? undefined : Object.fromEntries(life)
}

const level1Of: Readonly<Record<IndicatorKind, string>> = {
  quantity: '产出指标', quality: '产出指标', timeliness: '产出指标', cost: '产出指标',
  economic: '效益指标', social: '效益指标', ecological: '效益指标', sustainability: '效益指标', satisfaction: '满意度指标',
}

function indicatorOf({ span, level1, level2, kind, name, value }: Indicator): { readonly indicator: LedgerIndicator; readonly inferred: readonly string[] } {
  const first = level1 ?? (kind === undefined ? '产出指标' : level1Of[kind])
  return {
    indicator: { span, level1: first, level2, name: name.trim() === '' ? level2 : name, value: value.raw },
    inferred: [...level1 === undefined ? ['level1'] : [], ...name.trim() === '' ? ['name'] : []],
  }
}

function markForm(form: ProjectForm, index: number, indicators: readonly ReturnType<typeof indicatorOf>[], book: MarkBook): void {
  const texts = {
    attribute: form.attribute.text, duration: form.duration.field.text, overview: form.texts.overview?.text, basis: form.texts.basis?.text,
    necessity: form.texts.necessity?.text, measures: form.texts.measures?.text, plan: form.texts.plan?.text,
    lifeGoal: form.goals.life?.text, annualGoal: form.goals.annual?.text, filledOn: form.filledOn?.field.text,
  }
  for (const [field, text] of Object.entries(texts)) book.mark(['forms', index, field], (text ?? '').trim() === '' ? 'open' : 'stated')
  indicators.forEach(({ indicator, inferred }, at) => {
    book.mark(['forms', index, 'indicators', at, 'value'], indicator.value.trim() === '' ? 'open' : 'stated')
    for (const field of inferred) book.mark(['forms', index, 'indicators', at, field], 'inferred', '原表没有印出')
  })
}
