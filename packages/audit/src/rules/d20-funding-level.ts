/** D20: money that the project's name or document says another government pays than the row it stands in. */
import { type Fen, zeroFen } from '@mingzhang/money'
import type { FundingLevel, ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { leftOpen } from './form-links.ts'
import { formName, fundingOf, placeIn, plainText, sayMoney, statedFunding } from './form-queries.ts'

/** 中央补助 stands in the row of central money, 省级补助 in the provincial one, 县级配套 in the local one. */
export const fundingLevel: Rule = {
  meta: {
    id: 'D20',
    title: { zh: '资金来源行与项目名称或文件不符', en: 'The funding row contradicts the name or the document' },
    severity: 'warning',
    basis: [
      { source: 'budgetLaw', article: '第三十八条 转移支付预计数提前下达并编入本级预算' },
      { source: 'targetManagement', article: '绩效目标申报表：项目资金来源' },
    ],
    explanation: {
      zh: '名称或依据写明是中央补助的，应填在“中央财政资金”行；写明省级补助、县级配套的，应填在对应行。填错行会使转移支付资金的绩效无法分级汇总。',
      en: 'Money that the name or its document calls central, provincial or local stands in the row of that government. In another row, transfers cannot be summed by level.',
    },
    legitimate: {
      zh: '中央与省级资金打捆下达、无法区分的，可填省级并注明。',
      en: 'Where central and provincial money arrives in one sum, a note can say so.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    const open: ProjectForm[] = []
    let checked = 0
    for (const form of document.forms) {
      const claim = claimOf(form)
      if (claim === undefined || !form.funding.some(({ level }) => levels.includes(level))) continue
      const paid = levels.filter((level) => paidBy(form, level) > 0)
      const own = claim.levels.map((level) => rowState(form, level))
      if (own.includes('money')) checked += 1
      else if (own.includes('unread') || paid.length === 0) open.push(form)
      else {
        checked += 1
        findings.push(finding(form, claim, paid))
      }
    }
    return outcomeOf(
      checked,
      findings,
      leftOpen(open, '的分级资金没有分列或未读全，未核对来源。', 'have funding rows that are not all read.'),
    )
  },
}

const levels: readonly FundingLevel[] = ['central', 'provincial', 'local', 'selfRaised', 'other']
const rowNames: Readonly<Record<FundingLevel, string>> = {
  total: '资金总额',
  fiscal: '财政拨款',
  carriedIn: '上年结转资金',
  specialAccount: '财政专户管理资金',
  central: '中央财政资金',
  provincial: '省级财政资金',
  local: '市县（区）财政资金',
  selfRaised: '单位自筹',
  other: '其他资金',
}

interface Claim {
  readonly levels: readonly FundingLevel[]
  /** The words that say it, and the field they stand in. */
  readonly words: string
  readonly source: '名称' | '立项依据'
  readonly severity: Severity
}

/** Words that make 中央 or 省级 a payer when they follow at once. */
const payer = '(?:财政|专项|补助|补贴|奖补|奖励|转移支付|预算内|资金|经费|配套|拨款|直达|下达)'
/** …and when a field of work stands between: 中央就业补助资金. */
const support = '[^，。；《》]{1,14}?(?:补助|补贴|奖补|转移支付)'
/** 中央公园, 中央环保督察, 省级文明城市创建: names and honours, not payers. */
const noPayer =
  '(?!公园|广场|商务|大街|大道|空调|厨房|企业|电视|环保|生态环境保护督|督|巡视|精神|八项|决策|文明|卫生|园林|示范|试点|创建|重点|非遗|非物质|开发区|森林)'
const claims: readonly (readonly [FundingLevel, RegExp])[] = [
  ['central', new RegExp(`中央${noPayer}(?:级|本级|对地方)?(?:${payer}[^，。；《》]{0,14}?补助|${payer}|${support})`, 'u')],
  ['provincial', new RegExp(`(?:省财政|自治区财政|(?:省级|自治区级)${noPayer}(?:${payer}|${support}))`, 'u')],
  ['local', new RegExp(`(?:市级|县级|区级|本级|地方)(?:财政)?(?:配套|补助|资金|专项|承担|负担)`, 'u')],
]

/** What the name says; only where it says nothing, the document that hands down the money. */
function claimOf(form: ProjectForm): Claim | undefined {
  const name = plainText(form.projectName.text)
  const named = claims.flatMap(([level, pattern]) => [...(pattern.exec(name) ?? [])].slice(0, 1).map((words) => ({ level, words })))
  const [first] = named
  if (first !== undefined) return { levels: named.map(({ level }) => level), words: first.words, source: '名称', severity: 'warning' }
  const titles = [...plainText(form.texts.basis?.text ?? '').matchAll(/下达[^《》。；]*/gu)].map(([words]) => words).join(' ')
  const cited = claims.flatMap(([level, pattern]) => [...(pattern.exec(titles) ?? [])].slice(0, 1).map((words) => ({ level, words })))
  const [only] = cited
  // A document that hands down several levels' money says nothing about this row.
  return only !== undefined && cited.length === 1
    ? { levels: [only.level], words: only.words, source: '立项依据', severity: 'notice' }
    : undefined
}

/** The annual amount where it is more than nothing, else that of the project's life; zero when neither states the row. */
function paidBy(form: ProjectForm, level: FundingLevel): Fen {
  const annual = statedFunding(form, 'annual', level)
  return annual !== undefined && annual > 0 ? annual : (statedFunding(form, 'life', level) ?? zeroFen)
}

/** A printed blank, a dash or a zero is no money; a row that the print lost may hold any. */
function rowState(form: ProjectForm, level: FundingLevel): 'money' | 'none' | 'unread' {
  if (paidBy(form, level) > 0) return 'money'
  const rows = [fundingOf(form, 'life', level), fundingOf(form, 'annual', level)].filter((row) => row !== undefined)
  return rows.length === 0 || rows.some(({ amount }) => amount.kind === 'unreadable') ? 'unread' : 'none'
}

function finding(form: ProjectForm, claim: Claim, paid: readonly FundingLevel[]): RuleFinding {
  const rows = [...paid, ...claim.levels].flatMap((level) =>
    [fundingOf(form, 'annual', level) ?? fundingOf(form, 'life', level)].filter((row) => row !== undefined),
  )
  const printed = paid.map((level) => `“${rowNames[level]}”${sayMoney(paidBy(form, level))}`).join('、')
  const wanted = claim.levels.map((level) => `“${rowNames[level]}”`).join('或')
  return {
    key: `${form.index}`,
    severity: claim.severity,
    statement: {
      zh: `“${formName(form)}”的${claim.source}写明“${claim.words}”，${wanted}行却没有金额，资金填在${printed}。`,
      en: `“${formName(form)}”: its ${claim.source === '名称' ? 'name' : 'basis'} says “${claim.words}”, yet that row is empty and the money stands in ${printed}.`,
    },
    places: [
      ...rows.map(({ place }) => placeIn(form, place)),
      placeIn(form, claim.source === '名称' ? form.projectName.place : (form.texts.basis?.place ?? form.place)),
    ],
    expected: claim.levels.map((level) => rowNames[level]).join('、'),
    found: paid.map((level) => rowNames[level]).join('、'),
  }
}
