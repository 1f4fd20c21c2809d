import { describePlace, type Place, type Problem } from '@mingzhang/figures'
import type { ProjectForm } from '../model/form.ts'
import type { ParsedForm } from './form-field.ts'

/** What stands in the way of checking this form. Each names the form and says what to do. */
export function formProblems({ form, lacksUnit, hasIndicatorPart }: Pick<ParsedForm, 'form' | 'lacksUnit' | 'hasIndicatorPart'>): readonly Problem[] {
  const problems: Problem[] = []
  const isWhole = form.overview !== undefined
  const who = isWhole ? '部门整体绩效表' : form.projectName.text === '' ? `第 ${String(form.index)} 张绩效表` : `绩效表“${form.projectName.text}”`
  const report = (cause: string, place: Place, detail: string, remedy: string): void => {
    problems.push({ code: `audit.form.${cause}`, place, detail: `${who}${detail}`, remedy })
  }
  if (form.projectName.text === '' && !isWhole) {
    report('noName', form.place, '没有读到项目名称。', '请核对该表“项目名称”一行是否漏印或错行；名称缺失时只能按金额与项目支出表对应。')
  }
  const firstMoney = form.funding.find((entry) => entry.amount.text !== '')
  if (lacksUnit) {
    report('noUnit', firstMoney?.place ?? form.place, '的资金没有印明计量单位，金额未采用。', '请在“项目资金”一栏注明（元）或（万元）后重新审核。')
  } else if (!hasMoney(form)) {
    report('noMoney', form.place, '没有任何可读的资金数额，与资金有关的核对均未进行。', '请核对该表“项目资金”一栏是否漏填或未能读出，补齐后重新审核。')
  }
  for (const entry of form.funding) {
    if (entry.amount.kind !== 'unreadable' || lacksUnit) continue
    report('unreadableAmount', entry.place, `“${entry.place.field ?? '资金'}”的数额“${entry.amount.text}”无法识别。`, '请核对该数额的写法（多余的逗号、字母或断行）。')
  }
  if (form.filledOn !== undefined && form.filledOn.field.text !== '' && form.filledOn.date === undefined) {
    const { text, place } = form.filledOn.field
    report('badDate', place, `的填报日期“${text}”不是完整有效的日期。`, '请核对填报日期的位数和月、日是否正确。')
  }
  if (form.indicators.length === 0 && hasIndicatorPart) {
    report('noIndicators', form.place, '没有读到任何绩效指标。', '请核对该表的绩效指标部分是否漏印，或版式是否与申报表不同。')
  }
  return problems
}

function hasMoney({ funding, overview, evaluation }: ProjectForm): boolean {
  const amounts = [
    ...funding.map(({ amount }) => amount),
    ...(overview?.money ?? []).map(({ amount }) => amount),
    ...(overview?.tasks ?? []).flatMap((task) => task.amounts.map(({ amount }) => amount)),
    ...(evaluation?.funding ?? []).flatMap(({ budget, executed }) => [budget, executed]),
  ]
  return amounts.some((amount) => amount?.kind === 'stated')
}

/** A table that lists projects with their targets row by row is no form, and is not read as one. */
export function listLayoutProblem(place: Place): Problem {
  return {
    code: 'audit.form.listLayout',
    place,
    detail: `${describePlace(place)} 的绩效目标按项目逐行列表，没有按申报表版式读取。`,
    remedy: '此类一表多项目的版式暂不逐项核对，请另行人工审阅。',
  }
}
