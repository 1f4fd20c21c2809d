/**
 * 政府采购预算: total = goods + works + services; and a question where projects that buy services exceed the services figure.
 *
 * @module
 */
import { fen, type Fen, intersectIntervals, intervalOf, type RoundingMode, sumFen } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { Mention, RecognisedDocument, RecognisedTable, TableCell } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { groupBy, inWanyuan, inYuan, roundingOf, rowTotal, statedOf, sumInterval, tablesOfKind } from './narrative-queries.ts'

/** The procurement total is the sum of its three parts, and covers the projects whose names say that they buy services. */
export const k61ProcurementTotal: Rule = {
  meta: {
    id: 'K61',
    title: { zh: '政府采购总额与分项不符或服务采购偏小', en: 'Procurement total and parts differ, or service procurement looks too small' },
    severity: 'error',
    basis: [
      { source: 'procurementLaw', article: '第二条（货物、工程、服务）、第三十三条（采购项目及资金预算列出）' },
      { source: 'arithmetic', article: '政府采购预算总额＝货物＋工程＋服务' },
    ],
    explanation: {
      zh: '政府采购预算总额应等于货物、工程、服务之和。另外，项目名称写明购买或采购服务的，金额合计大于公布的服务采购预算时，提请核对是否应列入政府采购预算。',
      en: 'The procurement total is goods plus works plus services. Where projects named as buying services sum to more than the stated service procurement, the report asks whether they belong in it.',
    },
    legitimate: {
      zh: '未达到采购限额标准、不在集中采购目录内，或以上年度已完成采购、本年只付款的服务可以不列。',
      en: 'Services below the procurement threshold, outside the catalogue, or procured in an earlier year and only paid now need not be included.',
    },
  },
  check(context) {
    const { document } = context
    const stated = document.mentions.filter(({ role, region }) => role === 'amount' && region?.procurement !== undefined)
    const sections = [...groupBy(stated, ({ section }) => String(section)).values()]
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const mentions of sections) {
      const sum = judgeSum(mentions, roundingOf(context))
      if (sum === 'undetermined') {
        undetermined.push({
          places: mentions.map(({ place }) => place),
          reason: { zh: '政府采购没有同时写明总额和货物、工程、服务三项金额。', en: 'The procurement total and its three parts are not all stated.' },
        })
      } else {
        checked += 1
        if (sum !== undefined) findings.push(sum)
      }
    }
    const question = servicesQuestion(document, stated)
    return outcomeOf(checked + (question === 'nothing' ? 0 : 1), [...findings, ...typeof question === 'object' ? [question] : []],
      undetermined)
  },
}

const partNodes = ['all/goods', 'all/works', 'all/services'] as const

function judgeSum(mentions: readonly Mention[], mode: RoundingMode): RuleFinding | 'undetermined' | undefined {
  const at = (node: string): Mention | undefined => mentions.find(({ region }) => region?.procurement === node)
  const total = at('all')
  const parts = partNodes.map(at).filter((part) => part !== undefined)
  const whole = statedOf(total?.printed)
  const amounts = parts.map(({ printed }) => statedOf(printed)).filter((amount) => amount !== undefined)
  if (total === undefined || whole === undefined || amounts.length < partNodes.length) return 'undetermined'
  if (intersectIntervals(sumInterval(amounts, mode), intervalOf(whole, mode)) !== undefined) return undefined
  const sum = sumFen(amounts.map(({ value }) => value))
  return {
    key: `${total.id}:sum`,
    places: [total, ...parts].map(({ place }) => place),
    expected: sum,
    found: whole.value,
    difference: fen(whole.value - sum),
    statement: {
      zh: `政府采购预算总额写作${total.text}，货物、工程、服务合计${inWanyuan(sum)}。`,
      en: `The procurement total is ${inYuan(whole.value)}, its parts sum to ${inYuan(sum)}.`,
    },
  }
}

interface ServiceProject {
  readonly name: string
  readonly amount: Fen
  readonly cell: TableCell
}

/** A question, never more: whether a purchase falls under the procurement budget cannot be read from its name. */
function servicesQuestion(document: RecognisedDocument, mentions: readonly Mention[]): RuleFinding | 'nothing' | 'sound' {
  const services = mentions.find(({ region }) => region?.procurement === 'all/services')
  const stated = statedOf(services?.printed)
  const projects = tablesOfKind(document, 'currentProjects').flatMap(serviceProjects)
  if (services === undefined || stated === undefined || projects.length === 0) return 'nothing'
  const total = sumFen(projects.map(({ amount }) => amount))
  if (total <= intervalOf(stated).high) return 'sound'
  return {
    key: `${services.id}:services`,
    severity: 'notice',
    places: [services.place, ...projects.map(({ cell }) => cell.place)],
    expected: stated.value,
    found: total,
    difference: fen(total - stated.value),
    statement: {
      zh: `服务采购预算为${services.text}，而名称写明购买或采购服务的项目（${projects.map(({ name, amount }) => `${name}${inWanyuan(amount)}`).join('、')}）合计${inWanyuan(total)}，请核对是否有应编未编的政府采购预算。`,
      en: `Service procurement is ${inYuan(stated.value)}, but projects named as buying services sum to ${inYuan(total)}: please check whether some belong in the procurement budget.`,
    },
  }
}

function serviceProjects(table: RecognisedTable): readonly ServiceProject[] {
  return table.rows.flatMap((row, index): readonly ServiceProject[] => {
    const cell = rowTotal(table, index)
    const stated = statedOf(cell?.printed)
    const buysServices = /(?:购买|采购).{0,20}服务|服务(?:外包|采购)/u.test(normaliseLabel(row.label))
    return cell?.region?.project !== undefined && stated !== undefined && buysServices
      ? [{ name: row.label, amount: stated.value, cell }] : []
  })
}
