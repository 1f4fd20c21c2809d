/**
 * The fixed words of the ledger's sheets: what is shown in drop-downs, and what else is understood.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'
import {
  type FundingSource, type HeadcountKind, type LedgerAsset, type LedgerDepartment, type LedgerFund, type LedgerIndicator, type LedgerPeriod,
  type LedgerTextItem, ledgerTextItems, type LocalCode, type PriorYearItem, priorYearItems, type ProcurementLine, type ProjectClass,
  type UnitNature,
} from '../ledger.ts'

export interface WordOf<Value extends string> {
  readonly value: Value
  /** As the workbook shows it. */
  readonly word: string
  /** Other spellings and the platform's codes that mean the same. */
  readonly aliases: readonly string[]
}

const list = <Value extends string>(...words: readonly (readonly [Value, string, ...string[]])[]): readonly WordOf<Value>[] =>
  words.map(([value, word, ...aliases]) => ({ value, word, aliases }))

/** 人员类, 公用经费, or a project. The numbers are those of 项目类别代码 (PRO_KIND_CODE). */
export type UseKind = 'personnel' | 'operating' | 'project'

export const wordLists = {
  level: list<LedgerDepartment['level']>(['department', '部门', '部门公开', '部门预算'], ['unit', '单位', '单位公开', '单位预算']),
  nature: list<UnitNature>(
    ['administrative', '行政单位', '行政', '机关', '行政机关'],
    ['civilServiceManaged', '参公事业单位', '参公单位', '参公', '参照公务员法管理的事业单位', '参照公务员法管理事业单位'],
    ['institution', '事业单位', '事业', '其他事业单位', '公益一类事业单位', '公益二类事业单位'],
  ),
  projectClass: list<ProjectClass>(
    ['operation', '其他运转类', '其他运转类项目', '22'],
    ['specificTarget', '特定目标类', '特定目标类项目', '3'],
  ),
  use: list<UseKind>(
    ['personnel', '人员类', '人员类项目', '人员经费', '人员支出', '1', '11'],
    ['operating', '公用经费', '公用经费项目', '日常公用经费', '运转类公用经费', '运转类(公用经费)', '21'],
    ['project', '项目', '项目支出', '其他运转类', '其他运转类项目', '特定目标类', '特定目标类项目', '22', '3'],
  ),
  fund: list<LedgerFund>(
    ['fiscal/generalPublic', '一般公共预算', '一般公共预算资金', '一般公共预算拨款', '一般公共预算财政拨款', '11', '111'],
    ['fiscal/governmentFund', '政府性基金预算', '政府性基金', '政府性基金预算资金', '政府性基金预算拨款', '12', '121'],
    ['fiscal/stateCapital', '国有资本经营预算', '国有资本经营', '国有资本经营预算资金', '国有资本经营预算拨款', '13', '131'],
    ['specialAccount', '财政专户管理资金', '财政专户', '财政专户资金', '2'],
    ['unitFunds', '单位资金', '单位资金收入', '3'],
    ['unitFunds/operations', '单位资金-事业收入', '事业收入', '事业收入资金', '31'],
    ['unitFunds/business', '单位资金-经营收入', '事业单位经营收入', '事业单位经营收入资金', '经营收入', '34'],
    ['unitFunds/superior', '单位资金-上级补助收入', '上级补助收入', '上级补助收入资金', '32'],
    ['unitFunds/subordinate', '单位资金-附属单位上缴收入', '附属单位上缴收入', '附属单位上缴收入资金', '33'],
    ['unitFunds/other', '单位资金-其他收入', '其他收入', '其他收入资金', '39'],
  ),
  period: list<LedgerPeriod>(
    ['current', '本年', '本年预算', '当年', '当年预算', '当年预算安排', '年初安排', '11'],
    ['carriedIn', '上年结转', '结转', '上年结转安排', '上年结转结余'],
  ),
  source: list<FundingSource>(
    ['central', '中央', '中央财政资金', '中央财政', '中央资金'],
    ['provincial', '省级', '省级财政资金', '省级财政', '省级资金'],
    ['local', '市县（区）', '市县(区)财政资金', '市县', '本级', '本级财政资金', '县级', '县级财政资金', '市级', '市级财政资金'],
    ['selfRaised', '单位自筹', '自筹'],
    ['other', '其他', '其他资金'],
  ),
  procurement: list<ProcurementLine['kind']>(['goods', '货物'], ['works', '工程'], ['services', '服务']),
  headcount: list<HeadcountKind>(
    ['administrativePosts', '行政编制'],
    ['civilServiceManagedPosts', '参公编制', '参照公务员法管理编制'],
    ['institutionPosts', '事业编制'],
    ['workerPosts', '工勤编制', '工勤'],
    ['retired', '离退休', '离退休人员', '退休', '退休人员'],
  ),
  asset: list<LedgerAsset['kind']>(['building', '房屋'], ['equipment', '单价100万元以上设备', '设备', '大型设备']),
  span: list<LedgerIndicator['span']>(['life', '实施期', '实施期目标', '中期'], ['annual', '年度', '年度目标', '本年']),
  scheme: list<LocalCode['scheme']>(
    ['function', '功能科目', '支出功能分类'],
    ['economic', '部门经济科目', '部门预算支出经济分类'],
    ['governmentEconomic', '政府经济科目', '政府预算支出经济分类'],
    ['revenue', '收入科目', '收入分类'],
  ),
  priorYearItem: (Object.keys(priorYearItems) as PriorYearItem[]).map((value): WordOf<PriorYearItem> => (
    { value, word: priorYearItems[value].name, aliases: [] }
  )),
  textItem: (Object.keys(ledgerTextItems) as LedgerTextItem[]).map((value): WordOf<LedgerTextItem> => (
    { value, word: ledgerTextItems[value], aliases: [] }
  )),
} as const

export type WordListId = keyof typeof wordLists

/** The value type of a word list. */
export type WordValue<Id extends WordListId> = (typeof wordLists)[Id][number]['value']

/** The word that the workbook shows for a value. */
export function wordOf<Id extends WordListId>(id: Id, value: WordValue<Id>): string {
  return wordLists[id].find((word) => word.value === value)?.word ?? value
}

/** The value that a text means, by its word, an alias, or a code with a name (`11-一般公共预算`); `undefined` for any other. */
export function valueOfWord<Id extends WordListId>(id: Id, text: string): WordValue<Id> | undefined {
  let known = knownWords.get(id)
  if (known === undefined) {
    known = new Map(wordLists[id].flatMap(({ value, word, aliases }) => [word, ...aliases].map((name) => [normaliseLabel(name), value] as const)))
    knownWords.set(id, known)
  }
  if (known.has(text)) return known.get(text) as WordValue<Id> | undefined
  const plain = normaliseLabel(text)
  return (known.get(plain) ?? known.get(plain.replace(/^\d+[-—_]?(?=\D)/u, ''))) as WordValue<Id> | undefined
}

/** Words by list, normalised. Made once per list: every line asks. */
const knownWords = new Map<WordListId, Map<string, string>>()
