/** L80: what the text says of a project's self-evaluation is what its form says. */
import type { Place } from '@mingzhang/figures'
import { intersectIntervals, intervalOf, isPrintedUnit, parseAmount, type PrintedAmount, type RoundingMode } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { formName, placeIn } from './form-queries.ts'
import { roundingOf } from './narrative-queries.ts'

/** 项目绩效自评综述：全年预算数…，执行数…: both amounts are those of the form under the project's name. */
export const evaluationSummary: Rule = {
  meta: {
    id: 'L80',
    title: { zh: '自评综述与自评表不一致', en: 'The text on a self-evaluation differs from its form' },
    severity: 'error',
    basis: [
      { source: 'arithmetic', article: '自评综述所述全年预算数、执行数＝自评表年度资金总额' },
      { source: 'evaluationMeasures', article: '单位自评结果随部门决算公开' },
    ],
    explanation: {
      zh: '部门决算文字中“某项目绩效自评综述：全年预算数……，执行数……”应与该项目自评表的年度资金总额一致。按项目名称对应；名称对不上或对应不止一张表的，不作结论。',
      en: 'The summary of a project in the text states its budgeted and executed money; both are those of its self-evaluation form. Matched by name; where none or several forms fit, nothing is concluded.',
    },
    legitimate: {
      zh: '文字按四舍五入简写的，以能写成的范围为准；文字包含多个子项目的，应写明。',
      en: 'Rounded words stand for a range; a summary of several sub-projects should say so.',
    },
  },
  check(context) {
    const { document } = context
    const mode = roundingOf(context)
    const forms = (document.evaluations ?? []).filter(({ projectName, evaluation }) => nameKey(projectName.text).length >= 4 && evaluation !== undefined)
    const findings: RuleFinding[] = []
    const open: Place[] = []
    let checked = 0
    for (const summary of summariesOf(document.tree.blocks)) {
      if (forms.length === 0) continue
      const named = formsNamed(forms, summary.name)
      const longest = Math.max(0, ...named.map(({ projectName }) => nameKey(projectName.text).length))
      const [form, ...others] = named.filter(({ projectName }) => nameKey(projectName.text).length === longest)
      // A unit's name before a project's can make another project's name: one that fits is the one meant.
      const fitting = named.find((one) => differences(summary, one, mode).length === 0)
      if (form === undefined || (others.length > 0 && fitting === undefined)) {
        open.push(summary.place)
        continue
      }
      checked += 1
      if (fitting === undefined) findings.push(...differences(summary, form, mode))
    }
    const undetermined: RuleOutcome['undetermined'] = open.length === 0 ? [] : [{
      places: open,
      reason: { zh: `${open.length}段自评综述没有对应到唯一的自评表，未核对。`, en: `${open.length} summaries match no single form.` },
    }]
    return outcomeOf(checked, findings, undetermined)
  },
}

interface Summary {
  /** The words before 绩效自评综述. */
  readonly name: string
  readonly budget: PrintedAmount | undefined
  readonly executed: PrintedAmount | undefined
  readonly place: Place
}

const summary = /^(.{2,100}?)(?:绩效)?自评综述[:：]/su

function summariesOf(blocks: AuditBlocks): readonly Summary[] {
  return blocks.flatMap((block): readonly Summary[] => {
    if (block.kind !== 'paragraph') return []
    const name = summary.exec(block.text)?.[1]
    if (name === undefined) return []
    const [budget, executed] = [amountBehind(block.text, /(?:全年|调整后|项目)?预算数?(?:为)?/u), amountBehind(block.text, /(?:全年)?执行数(?:为)?/u)]
    return budget === undefined && executed === undefined ? [] : [{ name, budget, executed, place: block.place }]
  })
}

type AuditBlocks = Parameters<Rule['check']>[0]['document']['tree']['blocks']

function amountBehind(text: string, words: RegExp): PrintedAmount | undefined {
  const match = new RegExp(`${words.source}\\s*([\\d,，.]+)\\s*([万亿]?元)`, 'u').exec(text)
  const [digits, unit] = [match?.[1], match?.[2]]
  return digits === undefined || unit === undefined || !isPrintedUnit(unit) ? undefined : parseAmount(digits.replace(/，/gu, ','), unit)
}

const nameKey = (name: string): string => normaliseLabel(name).replace(/项目$/u, '').replace(/[^\p{Letter}\p{Number}]/gu, '')

/** The forms whose project's name ends the words. */
function formsNamed(forms: readonly ProjectForm[], words: string): readonly ProjectForm[] {
  const text = nameKey(words)
  return forms.filter(({ projectName }) => text.endsWith(nameKey(projectName.text)))
}

function differences(said: Summary, form: ProjectForm, mode: RoundingMode): readonly RuleFinding[] {
  const row = form.evaluation?.funding.find(({ level }) => level === 'total')
  if (row === undefined) return []
  return ([['budget', '全年预算数'], ['executed', '执行数']] as const).flatMap(([column, words]): readonly RuleFinding[] => {
    const [inText, inForm] = [said[column], row[column]]
    if (inText?.kind !== 'stated' || inForm?.kind !== 'stated') return []
    if (intersectIntervals(intervalOf(inText.stated, mode), intervalOf(inForm.stated, mode)) !== undefined) return []
    return [{
      key: `${form.index}:${column}`,
      statement: {
        zh: `“${formName(form)}”自评综述写${words}${inText.text}，自评表为${inForm.text}，不一致。`,
        en: `“${formName(form)}”: the text states ${inText.text} (${column}), the form ${inForm.text}.`,
      },
      places: [said.place, placeIn(form, row.place)],
      expected: inForm.stated.value,
      found: inText.stated.value,
    }]
  })
}
