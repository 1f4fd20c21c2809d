/** D22: mark-up that a system left in a form, and a unit's name with one wrong character. */
import type { Place } from '@mingzhang/figures'
import type { FormField, ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { namedTexts } from './form-links.ts'
import { formName, placeIn, plainText } from './form-queries.ts'

/** A public form carries no mark-up and spells its own department right. */
export const residueInForms: Rule = {
  meta: {
    id: 'D22',
    title: { zh: '绩效表残留网页代码或单位名称错字', en: 'Mark-up or a misspelt unit name in a form' },
    severity: 'notice',
    basis: [{ source: 'disclosureProcedure', article: '公开内容应当准确、规范' }],
    explanation: {
      zh: '从系统导出的文字常带有“<p>”“&nbsp;”等代码，公开前应清除。实施单位名称与本部门名称只差一个字的，多为录入错误。括号不成对等识别噪声不算。',
      en: 'Text exported from a system often keeps its mark-up. A unit name that differs from the department by one character is a slip. Unpaired brackets and other noise of scanning are left alone.',
    },
    legitimate: { zh: '单位已更名，或确为另一个单位的，可说明。', en: 'The unit may have been renamed, or be another one.' },
  },
  check({ document }) {
    const body = document.facts.body?.value
    const findings = document.forms.flatMap((form) => [...markupFindings(form), ...nameFindings(form, body)])
    return outcomeOf(document.forms.length, findings)
  },
}

const markup =
  /<\/?(?:p|br|div|span|strong|b|em|u|font|table|tr|td|th|li|ul|ol|h[1-6]|a|img)(?:\s[^<>]*)?\/?>|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|middot|#\d{2,5});/iu

function markupFindings(form: ProjectForm): readonly RuleFinding[] {
  const fields = fieldsOf(form).filter(({ field }) => markup.test(field.text))
  const [first] = fields
  if (first === undefined) return []
  const code = markup.exec(first.field.text)?.[0] ?? ''
  const names = [...new Set(fields.map(({ name }) => name))].join('、')
  return [
    {
      key: `${form.index}:markup`,
      statement: {
        zh: `“${formName(form)}”的${names}残留网页代码“${code}”，公开前应清除。`,
        en: `“${formName(form)}” keeps mark-up such as “${code}” in ${fields.length} fields.`,
      },
      places: fields.map(({ field }) => placeIn(form, field.place)),
      found: code,
    },
  ]
}

interface Named {
  readonly name: string
  readonly field: FormField
}

/** The fields by name; the plain cells only where no named field holds the same place. */
function fieldsOf(form: ProjectForm): readonly Named[] {
  const indicators = form.indicators.flatMap((indicator): readonly Named[] => [
    { name: '绩效指标', field: { text: indicator.name, place: indicator.place } },
    { name: '绩效指标', field: { text: indicator.value.raw, place: indicator.place } },
  ])
  const named = [{ name: '项目名称', field: form.projectName }, ...namedTexts(form), ...indicators]
  const known = new Set(named.filter(({ field }) => markup.test(field.text)).map(({ field }) => spot(field.place)))
  return [...named, ...form.cells.filter((field) => !known.has(spot(field.place))).map((field) => ({ name: '表内文字', field }))]
}

function spot(place: Place): string {
  return `${place.line ?? ''}:${place.block ?? ''}:${place.rowIndex ?? ''}`
}

const shortestName = 6

function nameFindings(form: ProjectForm, body: string | undefined): readonly RuleFinding[] {
  if (body === undefined) return []
  return [form.implementingUnit, { ...form.department.field, text: form.department.name }].flatMap(
    (field, position): readonly RuleFinding[] => {
      const printed = plainText(field.text)
      if (!differsByOne(printed, plainText(body))) return []
      return [
        {
          key: `${form.index}:name:${position}`,
          statement: {
            zh: `“${formName(form)}”的单位名称写作“${printed}”，与部门名称“${body}”只差一字，请核对。`,
            en: `“${formName(form)}” prints the unit as “${printed}”, one character off the department's name “${body}”.`,
          },
          places: [placeIn(form, field.place)],
          expected: body,
          found: printed,
        },
      ]
    },
  )
}

/** One Chinese character for another in a long name. Digits and letters are how scans misread, numerals and directions how units differ. */
function differsByOne(printed: string, body: string): boolean {
  const [a, b] = [Array.from(printed), Array.from(body)]
  if (a.length !== b.length || a.length < shortestName) return false
  const different = a.flatMap((sign, index) => (sign === b[index] ? [] : [`${sign}${b[index] ?? ''}`]))
  const [only = ''] = different
  return different.length === 1 && /^\p{Script=Han}{2}$/u.test(only) && !/[一二三四五六七八九十东西南北中上下前后新老]/u.test(only)
}
