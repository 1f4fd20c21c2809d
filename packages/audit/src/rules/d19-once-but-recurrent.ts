/** D19: a project called one-off (一次性, 1年) whose money or words reach beyond one year. */
import { fen } from '@mingzhang/money'
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { budgetYear, leftOpen, namedTexts } from './form-links.ts'
import { formName, fundingOf, placeIn, plainText, sayMoney, statedFunding } from './form-queries.ts'

/** For a project of one year the money of its life is the money of the year. */
export const onceButRecurrent: Rule = {
  meta: {
    id: 'D19',
    title: { zh: '一次性（1年）项目实为多年或经常性', en: 'A one-year project is recurrent or spans several years' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标分中长期目标和年度目标' },
      { source: 'platformSpecification', article: '项目库管理：项目期限与分年预算' },
    ],
    explanation: {
      zh: '项目期1年的，实施期资金应等于年度资金；两者不等，或文字写明每年支付、以前年度已支付一部分，说明项目属性、项目期或金额至少有一处不对。',
      en: 'A one-year project has the same money for its life and for the year. Where they differ, or the text speaks of yearly payments or of part paid in earlier years, the attribute, the duration or an amount is wrong.',
    },
    legitimate: {
      zh: '年度内实施、分年付款的项目，可把项目期改为实际付款年限并填写分年金额。',
      en: 'Work done in one year and paid over several should state the real duration.',
    },
  },
  check({ document }) {
    const year = budgetYear(document)
    const findings: RuleFinding[] = []
    const open: ProjectForm[] = []
    let checked = 0
    for (const form of document.forms) {
      if (!isOneYear(form)) continue
      const life = statedFunding(form, 'life', 'total')
      const annual = statedFunding(form, 'annual', 'total')
      if (life === undefined || annual === undefined) open.push(form)
      else checked += 1
      if (life !== undefined && annual !== undefined && life !== annual) {
        findings.push({
          key: `${form.index}:amount`,
          statement: {
            zh: `“${formName(form)}”为${termOf(form)}，实施期资金总额${sayMoney(life)}，年度资金总额${sayMoney(annual)}，相差${sayMoney(fen(Math.abs(life - annual)))}。`,
            en: `“${formName(form)}” lasts one year, yet its life total is ${sayMoney(life)} and its annual total ${sayMoney(annual)}.`,
          },
          places: (['life', 'annual'] as const).flatMap((span) => {
            const row = fundingOf(form, span, 'total')
            return row === undefined ? [] : [placeIn(form, row.place)]
          }),
          expected: life,
          found: annual,
          difference: fen(annual - life),
        })
      }
      const words = recurrentWords(form, year)
      if (words.length > 0) findings.push(recurrentFinding(form, words))
    }
    return outcomeOf(checked, findings, leftOpen(open, '的实施期或年度资金总额没有读出，未比较。', 'have a total that is unread.'))
  },
}

function isOneYear(form: ProjectForm): boolean {
  const attribute = plainText(form.attribute.text)
  if (/经常|长期|延续/u.test(attribute)) return false
  return form.duration.years === 1 || (form.duration.years === undefined && /一次性|1年/u.test(attribute))
}

function termOf(form: ProjectForm): string {
  const attribute = plainText(form.attribute.text)
  return attribute === '' ? `项目期${plainText(form.duration.field.text)}的项目` : `“${attribute}”`
}

interface Evidence {
  readonly words: string
  readonly name: string
  readonly place: ProjectForm['place']
}

/** Words that a payment returns every year, or began in an earlier one. Rates (每人每年) and quoted titles say neither. */
function recurrentWords(form: ProjectForm, year: number | undefined): readonly Evidence[] {
  return namedTexts(form)
    .filter(({ name }) => /概况|计划|目标/u.test(name))
    .flatMap(({ name, field }): readonly Evidence[] => {
      const text = plainText(field.text).replace(/《[^》]*》/gu, '')
      const yearly =
        /(?:支付|缴纳|发放|安排|补助|拨付)(?:[^，。；]{0,4})每年(?!每)[^，。；]{0,16}|(?<!每人|每户|人均|户均)每年(?!每)(?:需|支付|发放|安排|缴纳|补助|拨付)[^，。；]{0,16}|[二三四五两2-5]年内(?:每年)?(?:发放|支付|补助)?[^，。；]{0,12}每年[^，。；]{0,12}/u.exec(
          text,
        )
      const earlier = [...text.matchAll(/(20\d{2})年(?:度)?(?:已)?(?:支付|拨付)[^，。；]{0,12}/gu)].find(
        (match) => year !== undefined && Number(match[1]) < year && /尚未支付|未支付|尚欠|还有|剩余/u.test(text),
      )
      return [yearly?.[0], earlier?.[0]].flatMap((words) =>
        words === undefined ? [] : [{ words, name, place: placeIn(form, field.place) }],
      )
    })
}

function recurrentFinding(form: ProjectForm, evidence: readonly Evidence[]): RuleFinding {
  const [first] = evidence
  return {
    key: `${form.index}:words`,
    severity: 'notice',
    statement: {
      zh: `“${formName(form)}”为${termOf(form)}，${first?.name ?? ''}却写有“${first?.words ?? ''}”，请核对项目属性和项目期。`,
      en: `“${formName(form)}” is called a one-year project, yet its text says “${first?.words ?? ''}”.`,
    },
    places: evidence.map(({ place }) => place),
    found: first?.words ?? '',
  }
}
