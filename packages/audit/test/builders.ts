/** Small documents and forms for tests: every part is a sound example, and a test replaces what it is about. */
import type { Place } from '@mingzhang/figures'
import { parseAmount, parseDecimal } from '@mingzhang/money'
import type { AuditContext, FormField, FormLink, Indicator, IndicatorValue, ProjectForm, RecognisedDocument } from '../src/index.ts'

export const somewhere: Place = { document: 'example.txt', line: 1 }

export function field(text: string, place: Partial<Place> = {}): FormField {
  return { text, place: { ...somewhere, ...place } }
}

export function numberValue(raw: string, operator: '=' | '≥' | '≤' | '>' | '<', digits: string, unit: string): IndicatorValue {
  const number = parseDecimal(digits)
  if (number === undefined) throw new Error(`not a number: ${digits}`)
  return { kind: 'number', raw, operator, operatorStated: /[=≥≤><]/u.test(raw), number, unit }
}

export function textValue(raw: string): IndicatorValue {
  return raw === '' ? { kind: 'blank', raw } : { kind: 'text', raw }
}

export function indicator(part: Partial<Indicator> & Pick<Indicator, 'level2' | 'name' | 'value'>): Indicator {
  return { span: 'annual', level1: '产出指标', kind: undefined, place: somewhere, ...part }
}

/** A form without a defect: 120,000 yuan for 24 reading events at 5,000 yuan each. */
export function exampleForm(part: Partial<ProjectForm> = {}): ProjectForm {
  const funding = (['life', 'annual'] as const).flatMap((span) =>
    (['total', 'central', 'provincial', 'local', 'selfRaised', 'other'] as const).map((level) => ({
      span,
      level,
      amount: parseAmount(level === 'total' || level === 'local' ? '120,000' : '0', '元'),
      place: somewhere,
    })),
  )
  const indicators = (['life', 'annual'] as const).flatMap((span) => [
    indicator({ span, level2: '数量指标', kind: 'quantity', name: '举办阅读活动场次', value: numberValue('≥24场', '≥', '24', '场') }),
    indicator({ span, level2: '质量指标', kind: 'quality', name: '活动按方案完成率', value: numberValue('≥95%', '≥', '95', '%') }),
    indicator({ span, level2: '时效指标', kind: 'timeliness', name: '活动完成时间', value: textValue('2024年12月底前') }),
    indicator({ span, level2: '成本指标', kind: 'cost', name: '单场活动成本', value: numberValue('≤5000元/场', '≤', '5000', '元/场') }),
    indicator({ span, level1: '效益指标', level2: '社会效益指标', kind: 'social', name: '参加活动读者人次', value: numberValue('≥6000人次', '≥', '6000', '人次') }),
    indicator({ span, level1: '满意度指标', level2: '服务对象满意度指标', kind: 'satisfaction', name: '读者满意度', value: numberValue('≥90%', '≥', '90', '%') }),
  ])
  return {
    index: 1,
    place: somewhere,
    title: '清河县县级预算部门(单位)项目支出绩效目标申报表',
    year: 2024,
    projectName: field('全民阅读活动'),
    department: { field: field('021-清河县文化馆'), code: '021', name: '清河县文化馆' },
    implementingUnit: field('清河县文化馆'),
    attribute: field('一次性项目(1年结束)'),
    duration: { field: field('1年'), years: 1 },
    funding,
    texts: {
      overview: field('全年在城乡举办24场阅读活动。'),
      basis: field('《清河县全民阅读工作方案》（清文发〔2023〕15号）'),
      necessity: field('提高城乡居民阅读率。'),
      measures: field('《清河县文化馆项目管理办法》。'),
      plan: field('每月举办两场。'),
    },
    goals: { life: field('全年举办24场阅读活动，参加读者6000人次以上。'), annual: field('2024年举办24场阅读活动，读者满意度达到90%以上。') },
    indicators,
    handler: undefined,
    phone: undefined,
    filledOn: { field: field('20240110093000'), date: '2024-01-10' },
    cells: [],
    ...part,
  }
}

export function exampleDocument(part: Partial<RecognisedDocument> = {}): RecognisedDocument {
  const forms = part.forms ?? []
  return {
    tree: { name: 'example.txt', format: 'text', blocks: [] },
    facts: {
      body: { value: '清河县文化馆', place: somewhere, confidence: 'stated' },
      year: { value: 2024, place: somewhere, confidence: 'stated' },
      kind: { value: 'budget', place: somewhere, confidence: 'stated' },
      level: { value: 'department', place: somewhere, confidence: 'stated' },
    },
    tables: [],
    sections: [],
    mentions: [],
    forms,
    formLinks: forms.map((form): FormLink => ({ form, by: 'name', project: form.projectName.text })),
    figures: [],
    unrecognised: [],
    ...part,
  }
}

/** A context whose vocabulary is empty unless a test gives one. */
export function exampleContext(document: Partial<RecognisedDocument> = {}, part: Partial<AuditContext> = {}): AuditContext {
  return {
    document: exampleDocument(document),
    vocabulary: {
      words: [],
      tableKinds: [],
      sectionKinds: [],
      classification: { lookup: () => [], byName: () => [] },
      legal: new Map(),
      profiles: [],
    },
    profile: undefined,
    ...part,
  }
}
