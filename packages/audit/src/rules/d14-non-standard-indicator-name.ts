/** D14: a second-level indicator name that is not one of the standard ones. */
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { formName, placeIn, plainText } from './form-queries.ts'

/** Second-level names come from a closed list; an invented one (社会公益指标) cannot be compared or weighted. */
export const nonStandardIndicatorName: Rule = {
  meta: {
    id: 'D14',
    title: { zh: '二级指标名称不规范', en: 'A second-level indicator name is not standard' },
    severity: 'notice',
    basis: [
      { source: 'targetManagement', article: '绩效指标分类：产出、效益、满意度及其二级指标' },
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求' },
    ],
    explanation: {
      zh: '二级指标有统一名称：数量、质量、时效、成本，经济效益、社会效益、生态效益、可持续影响，服务对象满意度（成本可分经济、社会、生态环境成本）。自拟名称无法归类、汇总和设权重。印刷截断或识别造成的近似字不算。',
      en: 'Second-level names form a closed list. An invented name cannot be classified, summed up or weighted. Names that the print cut off or a scan misread are left alone.',
    },
    legitimate: {
      zh: '地方绩效指标体系另有规定的二级名称，可注明依据。',
      en: 'A local indicator framework may define further names; it can be cited.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      const odd = new Map<string, { readonly places: RuleFinding['places'][number][] }>()
      for (const indicator of [...form.indicators, ...(form.blankIndicators ?? [])]) {
        const name = plainText(indicator.level2)
        if (name === '') continue
        checked += 1
        if (isStandardIndicatorName(name)) continue
        const known = odd.get(name) ?? { places: [] }
        known.places.push(placeIn(form, indicator.place))
        odd.set(name, known)
      }
      for (const [name, { places }] of odd) {
        findings.push({
          key: `${form.index}:${name}`,
          statement: {
            zh: `“${formName(form)}”的二级指标“${name}”不是规范名称${nearestStandard(name)}。`,
            en: `“${formName(form)}”: the second-level indicator “${name}” is not a standard name.`,
          },
          places,
          found: name,
        })
      }
    }
    return outcomeOf(checked, findings)
  },
}

const standardNames = [
  '数量',
  '质量',
  '时效',
  '成本',
  '经济成本',
  '社会成本',
  '生态环境成本',
  '经济效益',
  '社会效益',
  '生态效益',
  '可持续影响',
  '服务对象满意度',
  '满意度',
]

/** Spellings in use that leave no doubt which standard name is meant. */
const acceptedNames = [
  '产出',
  '效益',
  '效果',
  '产出数量',
  '产出质量',
  '产出时效',
  '产出成本',
  '生态环境效益',
  '环境效益',
  '可持续性影响',
  '可持续影响效益',
  '可持续',
  '可持续性',
  '二级',
]

/** Characters that scans take for one another in these few words. */
const lookalikes: Readonly<Record<string, string>> = {
  盖: '益',
  溢: '益',
  孟: '益',
  放: '效',
  郊: '效',
  攻: '效',
  呈: '量',
  里: '量',
  景: '量',
  最: '量',
  嚫: '量',
  晌: '响',
  绩: '续',
  读: '续',
  潇: '满',
  竟: '意',
  戍: '成',
  威: '成',
  木: '本',
  末: '本',
  杜: '社',
}

/** Whether a printed second-level name is standard, cut off, or misread. `name` comes from `plainText`. */
export function isStandardIndicatorName(name: string): boolean {
  const bare = stripWords(name)
  const repaired = Array.from(bare, (sign) => lookalikes[sign] ?? sign).join('')
  return [bare, repaired].some((word) => {
    if (word === '' || /满意/u.test(word)) return true
    return [...standardNames, ...acceptedNames].some(
      (standard) => standard === word || (word.length >= 2 && standard.startsWith(word)) || standard.endsWith(word),
    )
  })
}

/** Without numbering, brackets and the word 指标, whole or cut off. */
function stripWords(name: string): string {
  return name
    .replace(/^[\d一二三四五六七八九十.、（）]+/u, '')
    .replace(/（[^（）]*）?$/u, '')
    .replace(/类?指(?:标|示|际|称)?$/u, '')
}

function nearestStandard(name: string): string {
  const bare = stripWords(name)
  const nearest = /持续/u.test(bare)
    ? '可持续影响指标'
    : /社会/u.test(bare)
      ? '社会效益指标'
      : /经济/u.test(bare)
        ? '经济效益指标'
        : /生态|环境|环保/u.test(bare)
          ? '生态效益指标'
          : undefined
  return nearest === undefined ? '' : `，可对照“${nearest}”`
}
