/**
 * 文字列举的支出类别与表一致: the functional classes that a paragraph lists are those that have money in the table.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import { normaliseLabel, stripNumbering } from '@mingzhang/vocabulary'
import type { Mention, RecognisedDocument, RecognisedTable } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { type FoundCell, groupBy, inWanyuan, isNonZero, keyWithout, paragraphOf, statedOf } from './narrative-queries.ts'

/** The enumerated expenditure classes of a paragraph are the classes with money in the table of the same region. */
export const k56ExpenditureClasses: Rule = {
  meta: {
    id: 'K56',
    title: { zh: '文字列举的支出类别与表不一致', en: 'Listed expenditure classes differ from the table' },
    severity: 'warning',
    basis: [{ source: 'arithmetic', article: '文字说明的支出类别＝表中有金额的类级科目' }],
    explanation: {
      zh: '文字按功能分类列出支出各类时，列出的类应当就是同口径表中有金额的类：漏列的类读者看不到，多列的类在表中没有金额。',
      en: 'Where the text lists expenditure by functional class, the classes are those that have money in the table of the same scope: none missing, none extra.',
    },
    legitimate: { zh: '文字只说明主要方面并写明“等”时可以不列全。', en: 'A text that names only the main classes and says so need not list all.' },
  },
  check({ document }) {
    const lists = [...groupBy(document.mentions.filter(isClassAmount), (mention) => `${mention.section}|${scopeKey(mention.region)}`)]
      .filter(([, mentions]) => new Set(mentions.map(({ region }) => region?.function)).size > 1)
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const [key, mentions] of lists) {
      const table = tableLike(document, mentions)
      if (table === undefined) {
        undetermined.push({
          places: mentions.map(({ place }) => place),
          reason: { zh: '没有找到与这段列举同口径的表。', en: 'No table of the same scope as this list was recognised.' },
        })
        continue
      }
      checked += 1
      findings.push(...compare(document, key, mentions, table))
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

function isClassAmount(mention: Mention): boolean {
  const node = mention.region?.function
  return mention.role === 'amount' && node !== undefined && !node.includes('/') && statedOf(mention.printed) !== undefined
}

interface ClassColumn {
  readonly table: RecognisedTable
  readonly cells: readonly FoundCell[]
}

/** The first table with class rows of exactly the list's scope. */
function tableLike(document: RecognisedDocument, mentions: readonly Mention[]): ClassColumn | undefined {
  const scope = scopeKey(mentions[0]?.region)
  for (const table of document.tables) {
    const cells = table.cells.filter(({ region }) => isClass(region) && region?.year === undefined && region?.phase === undefined && scopeKey(region) === scope)
    if (cells.some(({ printed }) => isNonZero(printed))) return { table, cells: cells.map((cell) => ({ table, cell })) }
  }
  return undefined
}

/** What the list and a column must share: everything but the class; the year is the document's own. */
function scopeKey(region: Region | undefined): string {
  return keyWithout(region ?? {}, 'function', 'year', 'phase')
}

function isClass(region: Region | undefined): boolean {
  return region?.function !== undefined && !region.function.includes('/')
}

function compare(document: RecognisedDocument, key: string, mentions: readonly Mention[],
  { table, cells }: ClassColumn): readonly RuleFinding[] {
  const listed = new Set(mentions.map(({ region }) => region?.function))
  const inTable = cells.filter(({ cell }) => isNonZero(cell.printed))
  const nonZero = new Set(inTable.map(({ cell }) => cell.region?.function))
  const unread = new Set(cells.filter(({ cell }) => cell.printed.kind === 'unreadable').map(({ cell }) => cell.region?.function))
  const missing = inTable.filter(({ cell }) => !listed.has(cell.region?.function) && !isNamedBeside(document, mentions, table.rows[cell.row]?.label ?? ''))
  const extra = mentions
    .filter(({ region, printed }) => isNonZero(printed) && !nonZero.has(region?.function) && !unread.has(region?.function))
  return [
    ...missing.length > 0 ? [missingFinding(document, key, mentions, table, missing)] : [],
    ...extra.map((mention): RuleFinding => ({
      key: `${key}:extra:${mention.region?.function ?? ''}`,
      places: [mention.place, table.place],
      found: mention.text,
      statement: {
        zh: `文字列有“${mention.label}${mention.text}”，${table.title}中该类没有金额。`,
        en: `The text lists ${mention.label} ${mention.text}, a class without money in ${table.title}.`,
      },
    })),
  ]
}

/** 国有资本经营预算支出 is the name of a class and of a fund's expenditure: either way it stands in the list. */
function isNamedBeside(document: RecognisedDocument, mentions: readonly Mention[], rowLabel: string): boolean {
  const name = stripNumbering(rowLabel).text
  return document.mentions.some(({ section, place, label }) => (
    name !== '' && normaliseLabel(label).endsWith(name) && mentions.some((mention) => mention.section === section && mention.place.line === place.line)
  ))
}

function missingFinding(document: RecognisedDocument, key: string, mentions: readonly Mention[], table: RecognisedTable,
  missing: readonly FoundCell[]): RuleFinding {
  const names = missing.map(({ cell }) => {
    const stated = statedOf(cell.printed)
    return `${table.rows[cell.row]?.label ?? ''}${stated === undefined ? '' : inWanyuan(stated.value)}`
  })
  const open = mentions.some((mention) => /等(?:方面|支出|类|科目)?[。;,]?$|等方面/u.test(normaliseLabel(paragraphOf(document, mention))))
  return {
    key: `${key}:missing`,
    ...open ? { severity: 'notice' as const } : {},
    places: [...mentions.map(({ place }) => place), ...missing.map(({ cell }) => cell.place)],
    expected: names.join('、'),
    statement: {
      zh: `文字列举支出类别时没有列出${table.title}中有金额的${names.join('、')}。`,
      en: `The list of expenditure classes leaves out ${names.join(', ')}, which ${table.title} shows.`,
    },
  }
}
