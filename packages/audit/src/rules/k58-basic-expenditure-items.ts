/**
 * 基本支出列举的科目与表一致: the items named after 主要包括 are those with money in the basic expenditure table.
 *
 * @module
 */
import type { Place } from '@mingzhang/figures'
import { normaliseLabel, stripNumbering, type Vocabulary } from '@mingzhang/vocabulary'
import type { RecognisedDocument, RecognisedTable } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { isNonZero, narrativeLines, tablesOfKind } from './narrative-queries.ts'

type BasicKind = 'personnel' | 'operating'

const kindWords: Readonly<Record<BasicKind, string>> = { personnel: '人员经费', operating: '公用经费' }

/** The items that the text names for 人员经费 and 公用经费 are the non-zero items of that kind in the table, in any order. */
export const k58BasicExpenditureItems: Rule = {
  meta: {
    id: 'K58',
    title: { zh: '基本支出列举的经济科目与表不一致', en: 'Listed basic expenditure items differ from the table' },
    severity: 'warning',
    basis: [{ source: 'arithmetic', article: '文字列举的经济科目＝基本支出表中有金额的款级科目' }],
    explanation: {
      zh: '“人员经费主要包括……”“公用经费主要包括……”后面列举的科目，应当就是一般公共预算基本支出表中有金额的款级科目。常见的毛病是照抄通用文字，把没有金额的科目也列上。',
      en: 'The items named after "mainly includes" are the ones with money in the basic expenditure table. The usual fault is boilerplate that lists items without money.',
    },
    legitimate: { zh: '写明“等”的列举可以不列全；列出表中没有金额的科目则应删去。',
      en: 'A list that ends in "and so on" need not be complete; items without money in the table should be struck out.' },
  },
  check({ document, vocabulary }) {
    const lists = itemLists(document)
    const [table] = tablesOfKind(document, 'generalPublicBasicExpenditure')
    if (lists.length === 0) return outcomeOf(0, [])
    if (table === undefined) {
      return outcomeOf(0, [], [{
        places: lists.map(({ place }) => place),
        reason: { zh: '没有识别到一般公共预算基本支出表。', en: 'The basic expenditure table was not recognised.' },
      }])
    }
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    for (const list of lists) {
      const items = tableItems(table, list.kind)
      if (items.length === 0) {
        undetermined.push({ places: [list.place, table.place],
          reason: { zh: `${table.title}没有可用的${kindWords[list.kind]}科目。`, en: 'The table has no items of this kind to compare with.' } })
      } else findings.push(...compare(list, items, table, vocabulary))
    }
    return outcomeOf(lists.length - undetermined.length, findings, undetermined)
  },
}

interface ItemList {
  readonly kind: BasicKind
  readonly names: readonly string[]
  /** Whether the list says that it is not complete (等). */
  readonly open: boolean
  readonly place: Place
}

function itemLists(document: RecognisedDocument): readonly ItemList[] {
  return narrativeLines(document).flatMap(({ text, place }): readonly ItemList[] => {
    const plain = normaliseLabel(text)
    return [...plain.matchAll(/(人员经费|公用经费)([^。;]{0,40}?)(?:主要包括|包括|主要用于)[:,]?([^。;]+)/gu)].flatMap((match): readonly ItemList[] => {
      const kind = match[1] === '人员经费' ? 'personnel' : 'operating'
      const listed = match[3] ?? ''
      const open = /等(?:支出|费用)?$/u.test(listed)
      const names = listed.replace(/等(?:支出|费用)?$/u, '').split('、').map((name) => stripNumbering(name).text).filter((name) => name !== '')
      // A definition or an explanation is no enumeration of items.
      const isEnumeration = names.length > 1 && names.every((name) => name.length <= 24 && !/[\d:]/u.test(name))
        && !isDefinition(plain, match[2] ?? '')
      const items = names.filter((name) => !isClassName(name))
      return isEnumeration && items.length > 0 ? [{ kind, names: items, open, place }] : []
    })
  })
}

/** 机关运行经费：指…日常公用经费支出，包括…: every glossary explains the word in the same general terms. */
function isDefinition(line: string, between: string): boolean {
  return /指/u.test(between) || /机关运行经费[^。;]{0,8}指|^(?:[一二三四五六七八九十]+、|\(?\d+\)?[、.]?)?[^。;:]{2,16}:?(?:是)?指/u.test(line)
}

const classNames = /^(?:工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?|债务利息及费用支出|资本性支出(?:\(基本建设\))?|对企业补助(?:\(基本建设\))?|其他支出)$/u

function isClassName(name: string): boolean {
  return classNames.test(name)
}

interface TableItem {
  readonly name: string
  readonly place: Place
}

/** The 款 rows with money of that kind; by the 人员 / 公用 columns, or by the class where the table has only a total. */
function tableItems(table: RecognisedTable, kind: BasicKind): readonly TableItem[] {
  const hasColumns = table.cells.some(({ region }) => region?.kind === 'basic/personnel' || region?.kind === 'basic/operating')
  const cells = table.cells.filter(({ region, printed }) => {
    if (!isNonZero(printed) || region?.economic === undefined || region.year !== undefined || region.phase !== undefined) return false
    return hasColumns ? region.kind === `basic/${kind}` : kindOfClass(region.economic) === kind
  })
  const byRow = new Map(cells.filter(({ region }) => region?.economic?.includes('/') === true).map(({ row }) => [row, table.rows[row]]))
  const items = [...byRow.values()]
    .flatMap((row) => (row === undefined || isClassName(normaliseLabel(row.label))
      ? [] : [{ name: stripNumbering(row.label).text, place: row.place }]))
  // One subject can take a row for each kind of unit.
  return items.filter(({ name }, index) => items.findIndex((other) => other.name === name) === index)
}

function kindOfClass(node: string): BasicKind | undefined {
  return /^(?:301|303)/u.test(node) ? 'personnel' : /^(?:302|310)/u.test(node) ? 'operating' : undefined
}

function compare(list: ItemList, items: readonly TableItem[], table: RecognisedTable, vocabulary: Vocabulary): readonly RuleFinding[] {
  const keysOf = (name: string): readonly string[] => {
    const codes = vocabulary.classification.byName('economic', name, 2).map(({ code }) => code)
    // Names differ in their tails and connecting words from place to place: 补助 / 补助支出, 公务接待费 / 公务接待费用.
    return [...codes, name.replace(/(?:支出|费用|费)$/u, '').replace(/的/gu, '')]
  }
  const same = (a: string, b: string): boolean => keysOf(a).some((key) => keysOf(b).includes(key))
  const extra = list.names.filter((name) => !items.some((item) => same(item.name, name)))
  const missing = items.filter((item) => !list.names.some((name) => same(item.name, name)))
  const word = kindWords[list.kind]
  return [
    ...extra.length > 0 ? [{
      key: `${list.kind}:extra`,
      places: [list.place, table.place],
      found: extra.join('、'),
      statement: {
        zh: `${word}列举了${extra.join('、')}，${table.title}中没有这些科目的${word}金额。`,
        en: `The text names ${extra.join(', ')}; ${table.title} shows no such money.`,
      },
    }] : [],
    ...missing.length > 0 ? [{
      key: `${list.kind}:missing`,
      ...list.open ? { severity: 'notice' as const } : {},
      places: [list.place, ...missing.map(({ place }) => place)],
      expected: missing.map(({ name }) => name).join('、'),
      statement: {
        zh: `${table.title}中有金额的${missing.map(({ name }) => name).join('、')}，${word}的列举中没有提到。`,
        en: `${missing.map(({ name }) => name).join(', ')} have money in ${table.title} but are not named in the text.`,
      },
    }] : [],
  ]
}
