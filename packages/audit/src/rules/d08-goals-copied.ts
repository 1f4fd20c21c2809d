/** D08: the goal of the whole life and that of the year are one text. */
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { formName, formPlace, placeIn, plainText, sayList, statedFunding } from './form-queries.ts'

/** One finding for all forms with the same cause: copying is half understandable where the life is one year, and not where it is longer. */
export const goalsCopied: Rule = {
  meta: {
    id: 'D08',
    title: { zh: '实施期目标与年度目标照抄', en: 'The annual goal copies the goal of the whole life' },
    severity: 'warning',
    basis: [{ source: 'targetManagement', article: '绩效目标设定要求：指向明确、细化量化' }],
    explanation: {
      zh: '实施期目标说明项目总共要达到什么，年度目标说明当年做到哪一步。两栏文字完全相同，或目标只是照抄项目概况，就看不出当年的任务。按去掉空白和标点差异后的文字比较，一个原因只列一条。',
      en:
        'The goal of the whole life says what the project is for; the annual goal says how far this year gets. Texts are compared ' +
        'without blanks and punctuation variants, one finding per cause.',
    },
    legitimate: {
      zh: '项目期为一年的，两个目标可以一致；这类情况只作提示。',
      en: 'A project of one year may well have one goal; such cases are only noted.',
    },
  },
  check({ document }) {
    const undetermined: RuleOutcome['undetermined'][number][] = []
    const judged: { readonly form: ProjectForm; readonly copied: boolean; readonly fromOverview: boolean }[] = []
    const half: ProjectForm[] = []
    for (const form of document.forms) {
      const life = plainText(form.goals.life?.text ?? '')
      const annual = plainText(form.goals.annual?.text ?? '')
      if (life === '' && annual === '') continue
      if (life === '' || annual === '') {
        half.push(form)
        continue
      }
      const overview = plainText(form.texts.overview?.text ?? '')
      judged.push({
        form,
        copied: sameText(life, annual),
        fromOverview: overview !== '' && (sameText(life, overview) || sameText(annual, overview)),
      })
    }
    if (half.length > 0) {
      undetermined.push({
        places: half.map(formPlace),
        reason: {
          zh: `${half.length}张表只读到一个总体目标，另一个可能没有填，也可能是合并单元格，无法比较。`,
          en: `${half.length} form(s) show only one of the two goals: blank, or a merged cell.`,
        },
      })
    }
    const copied = judged.filter((item) => item.copied)
    const long = copied.filter(({ form }) => isLongerThanAYear(form))
    const short = copied.filter(({ form }) => !isLongerThanAYear(form))
    const findings: RuleFinding[] = []
    if (long.length > 0)
      findings.push(
        grouped(
          'multi-year',
          long,
          document.forms.length,
          '跨年度项目的两个目标应有区别',
          'goals of projects longer than a year should differ',
        ),
      )
    if (short.length > 0)
      findings.push({
        ...grouped(
          'one-year',
          short,
          document.forms.length,
          '建议年度目标写明当年的产出和效果',
          'the annual goal should state the results of the year',
        ),
        severity: 'notice',
      })
    return outcomeOf(judged.length, findings, undetermined)
  },
}

function grouped(
  key: string,
  items: readonly { readonly form: ProjectForm; readonly fromOverview: boolean }[],
  total: number,
  zh: string,
  en: string,
): RuleFinding {
  const fromOverview = items.filter((item) => item.fromOverview).length
  const names = sayList(
    items.map(({ form }) => `“${formName(form)}”`),
    3,
    '张',
  )
  const also =
    fromOverview === 0
      ? { zh: '', en: '' }
      : { zh: `，其中${fromOverview}张又与项目概况相同`, en: `, ${fromOverview} of them also the overview` }
  return {
    key,
    statement: {
      zh: `${total}张表中${items.length}张（${names}）的实施期目标与年度目标文字相同${also.zh}；${zh}。`,
      en: `In ${items.length} of ${total} forms (${names}) both goals are the same text${also.en}; ${en}.`,
    },
    places: items.flatMap(({ form }) => {
      const goals = [form.goals.life, form.goals.annual].flatMap((goal) => (goal === undefined ? [] : [placeIn(form, goal.place)]))
      return goals.length === 0 ? [formPlace(form)] : goals
    }),
  }
}

/** More than a year when the form says so, or when the year has less money than the whole life. */
function isLongerThanAYear(form: ProjectForm): boolean {
  if (form.duration.years !== undefined) return form.duration.years > 1
  const life = statedFunding(form, 'life', 'total')
  const annual = statedFunding(form, 'annual', 'total')
  return life !== undefined && annual !== undefined && life > annual
}

const sameText = (a: string, b: string): boolean => bare(a) === bare(b)

const bare = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{S}]/gu, '')
