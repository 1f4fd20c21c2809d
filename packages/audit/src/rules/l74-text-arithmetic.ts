/** L74: arithmetic written in a form's text, recomputed. */
import { fen, type Fen } from '@mingzhang/money'
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { type ArithmeticNote, type ArithmeticStatement, findArithmetic } from '../text-arithmetic.ts'
import { ratioToFen, type Ratio } from '../text-quantities.ts'
import { namedTexts } from './form-links.ts'
import { formName, placeIn, sayMoney } from './form-queries.ts'
import { groupBy } from './narrative-queries.ts'

/** What a sentence multiplies, adds or subtracts comes out as it says. */
export const textArithmetic: Rule = {
  meta: {
    id: 'L74',
    title: { zh: '文字中的算式不成立', en: 'Arithmetic in the text does not work out' },
    severity: 'warning',
    basis: [
      { source: 'arithmetic', article: '文字测算：人数×标准＝金额，分项之和＝合计，总额－已有＝缺口' },
      { source: 'targetManagement', article: '绩效目标审核：资金匹配性' },
    ],
    explanation: {
      zh: '项目概况、实施计划等文字里的测算过程（人数×标准、各项合计、扣除后的缺口）逐一重算。数字按印出的位数理解；有“约”“左右”等字样、缺少系数或“其中”可能未列全的，不作结论。同一句话在多栏重复的，合并为一条。',
      en: "Computations in the form's text (heads × standard, sums, remainders) are redone from the printed digits. Rough numbers, missing factors and parts that may not be all are left open. A sentence that several fields repeat is one finding.",
    },
    legitimate: {
      zh: '另有未写出的系数（比例、月数、人数变动）时，补写后即可核对。',
      en: 'A factor that is not written (a share, months, changes in number) would explain it; writing it down settles it.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const form of document.forms) {
      for (const [key, same] of groupBy(statementsOf(form), ({ shown }) => shown)) {
        const [first] = same
        if (first === undefined) continue
        if (first.statement.verdict === 'undetermined')
          undetermined.push({ places: same.map(({ place }) => place), reason: openReason(form, first) })
        else checked += 1
        if (first.statement.verdict === 'broken') findings.push(finding(form, key, first, same))
      }
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

interface Told {
  readonly statement: ArithmeticStatement
  /** The calculation in signs: `31600万元−8500万元−2000万元＝11100万元`. */
  readonly shown: string
  readonly field: string
  readonly place: ProjectForm['place']
}

function statementsOf(form: ProjectForm): readonly Told[] {
  return namedTexts(form).flatMap(({ name, field }) =>
    findArithmetic(field.text).map((statement): Told => ({
      statement,
      shown: showStatement(statement),
      field: name,
      place: placeIn(form, field.place),
    })),
  )
}

function showStatement({ terms, operator, result }: ArithmeticStatement): string {
  return `${terms.map(({ text }) => text).join(operator === 'mixed' ? '、' : operator)}＝${result.text}`
}

function openReason(form: ProjectForm, { statement, shown }: Told): RuleOutcome['undetermined'][number]['reason'] {
  const why = statement.note === undefined ? undefined : openWords[statement.note]
  return {
    zh: `“${formName(form)}”文字中的“${shown}”${why === undefined ? '无法判断' : why.zh}（按印出的数字为${showResult(statement)}）。`,
    en: `“${formName(form)}”: “${shown}” cannot be judged${why === undefined ? '' : ` (${why.en})`}.`,
  }
}

const openWords: Readonly<Partial<Record<ArithmeticNote, { readonly zh: string; readonly en: string }>>> = {
  approximate: { zh: '含约数，不作结论', en: 'a number is approximate' },
  'factor-missing': { zh: '可能有未写明的系数，不作结论', en: 'a factor may be missing' },
  'parts-may-be-incomplete': { zh: '的分项可能没有列全，不作结论', en: 'the parts may not be all' },
  'terms-unclear': { zh: '涉及哪几项不明确，不作结论', en: 'which amounts are meant is unclear' },
}

/** In money where it is money, else as a plain number. */
function showResult({ computed, result }: ArithmeticStatement): string {
  const amount = result.unit.startsWith('元') ? fenOf(computed) : undefined
  if (amount !== undefined) return `${sayMoney(amount)}${result.unit.slice(1)}`
  const whole = computed.digits / computed.over
  return whole * computed.over === computed.digits ? `${whole.toString()}${result.unit}` : `约${whole.toString()}${result.unit}`
}

function fenOf(value: Ratio): Fen | undefined {
  const amount = ratioToFen(value)
  return amount === undefined ? undefined : fen(amount)
}

function finding(form: ProjectForm, key: string, { statement, shown }: Told, same: readonly Told[]): RuleFinding {
  const expected = statement.result.unit.startsWith('元') ? fenOf(statement.computed) : undefined
  const found = fenOf(statement.result.value)
  const fields = [...new Set(same.map(({ field }) => field))].join('、')
  const hint =
    statement.note === 'part-tenfold'
      ? '其中一项少写一个“0”时正好相符。'
      : statement.note === 'unit-slip'
        ? '差一万倍，可能是“元”与“万元”写混。'
        : ''
  return {
    key: `${form.index}:${key}`,
    statement: {
      zh: `“${formName(form)}”的${fields}写“${shown}”，重算为${showResult(statement)}。${hint}`,
      en: `“${formName(form)}” says “${shown}”; recomputed it is ${showResult(statement)}.`,
    },
    places: same.map(({ place }) => place),
    expected: expected ?? showResult(statement),
    ...(expected !== undefined && found !== undefined ? { found, difference: fen(found - expected) } : { found: statement.result.text }),
  }
}
