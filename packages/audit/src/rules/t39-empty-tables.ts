/**
 * 空表: a table without data is listed with a note, one with data has no such note, and an empty one holds no foreign rows.
 *
 * @module
 */
import { isNodeWithin, type Place } from '@mingzhang/figures'
import { normaliseLabel, type Vocabulary } from '@mingzhang/vocabulary'
import type { RecognisedDocument, RecognisedTable } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { isNonZero, tablesOfKind } from './narrative-queries.ts'

/** An empty table says that it is empty and nothing else; a table with amounts does not say so. */
export const t39EmptyTables: Rule = {
  meta: {
    id: 'T39',
    title: { zh: '空表未注明、有数据却注无数据或空表内有无关科目', en: 'Empty table without a note, a note on a filled table, or foreign rows in an empty one' },
    severity: 'warning',
    basis: [{ source: 'disclosureProcedure', article: '没有数据的表格应当列出空表并说明' }],
    explanation: {
      zh: '没有数据的表应列出空表并注明“本表无数据”；有数据的表不应有此注。空表里照搬其他预算的科目行（如国有资本经营预算表里列一般公共预算的科目），会让人误以为有相应安排。',
      en: 'A table without data is printed with a note that it has none; a table with data has no such note. An empty table filled with another budget\'s rows suggests money that is not there.',
    },
    legitimate: { zh: '表中印有0的，视为已说明没有金额；文字、目录已写明公开空表或金额为0的，只作提示。', en: 'A table that prints zeros says itself that there is no money; where the text speaks of the empty table or of its nought it is a notice.' },
  },
  check({ document, vocabulary }) {
    const judged = document.tables.map((table) => judge(document, table, vocabulary))
    const unread = document.tables.filter((_, index) => judged[index] === 'unread')
    const undetermined = unread.map(({ place, title }) => ({
      places: [place],
        reason: { zh: `${title}的单元格没有读全，无法判断是否为空表。`, en: `Not all cells of ${title} were read; whether it is empty cannot be told.` },
    }))
    return outcomeOf(judged.length - unread.length, judged.flatMap((one) => (one === 'unread' ? [] : one)), undetermined)
  },
}

/** Tables with cells that could not be read are neither empty nor filled. */
function judge(document: RecognisedDocument, table: RecognisedTable, vocabulary: Vocabulary): readonly RuleFinding[] | 'unread' {
  const isFilled = table.cells.some(({ printed }) => isNonZero(printed))
  if (!isFilled && table.cells.some(({ printed }) => printed.kind === 'unreadable')) return 'unread'
  const note = table.noDataNote ?? noteNear(document, table)
  // A table none of whose cells was read is not empty, nor is one whose rows print numbers that were not read as cells.
  if (!isFilled && (table.cells.length === 0 || printsNumbers(document, table))) return 'unread'
  if (isFilled) return table.noDataNote === undefined ? [] : [noteOnFilled(table, table.noDataNote)]
  const hasZeros = table.cells.some(({ printed }) => printed.kind === 'stated')
  const foreign = foreignRows(document, table, vocabulary)
  return [
    ...note === undefined && !hasZeros ? [missingNote(table, saidElsewhere(document, table))] : [],
    ...foreign.length > 0 ? [foreignFinding(table, foreign)] : [],
  ]
}

function noteOnFilled(table: RecognisedTable, note: Place): RuleFinding {
  return {
    key: `${table.id}:note`,
    places: [table.place, note],
    statement: {
      zh: `${table.title}有金额，却注明本表无数据。`,
      en: `${table.title} holds amounts but carries a note that it has no data.`,
    },
  }
}

function missingNote(table: RecognisedTable, said: Place | undefined): RuleFinding {
  return {
    key: `${table.id}:missing`,
    ...said === undefined ? {} : { severity: 'notice' as const },
    places: [table.place, ...said === undefined ? [] : [said]],
    expected: '注：本表无数据',
    statement: {
      zh: `${table.title}是空表，没有注明本表无数据${said === undefined ? '' : '；文字部分已有说明'}。`,
      en: `${table.title} is empty and carries no note that it has no data${said === undefined ? '' : '; the text says so'}.`,
    },
  }
}

interface ForeignRow {
  readonly code: string
  readonly label: string
  readonly place: Place
}

/** Coded rows of an empty table of another budget that repeat the rows of the general public budget. */
function foreignRows(document: RecognisedDocument, table: RecognisedTable, { classification }: Vocabulary): readonly ForeignRow[] {
  const fund = /^(?:governmentFund|stateCapital)/u.exec(table.kind)?.[0]
  if (fund === undefined) return []
  const general = new Set(tablesOfKind(document, 'generalPublicExpenditure', 'expenditureSummary')
    .flatMap(({ rows }) => rows.flatMap(({ code }) => (code === undefined ? [] : [code.trim()]))))
  const ofFund = table.rows.flatMap(({ code = '' }) => (
    classification.lookup('function', code.trim()).some((entry) => isNodeWithin(entry.fund, `fiscal/${fund}`)) ? [code.trim()] : []))
  return table.rows.flatMap(({ code, label, place }) => {
    const own = code?.trim()
    // A subject of the budget itself can stand in the summary of all funds too, with the classes above it.
    // A total can be printed across the column of codes.
    if (own === undefined || !/^\d{3,}$/u.test(own) || !general.has(own) || ofFund.some((other) => other.startsWith(own))) return []
    return [{ code: own, label, place }]
  })
}

function foreignFinding(table: RecognisedTable, rows: readonly ForeignRow[]): RuleFinding {
  const codes = [...new Set(rows.map(({ code }) => code))]
  const [first] = rows
  return {
    key: `${table.id}:rows`,
    places: [table.place, ...first === undefined ? [] : [first.place]],
    found: codes.slice(0, 5).join('、'),
    statement: {
      zh: `${table.title}没有金额，却列有${codes.length}个一般公共预算的科目（如${first?.code ?? ''}${first?.label ?? ''}），应删去无关科目，只列空表并注明。`,
      en: `${table.title} has no amounts but lists ${codes.length} subjects of the general public budget (such as ${first?.code ?? ''}); an empty table lists none.`,
    },
  }
}

/** Whether the table's own grids print amounts, read as its cells or not. */
function printsNumbers(document: RecognisedDocument, table: RecognisedTable): boolean {
  const own = blocksOf(table)
  const first = table.place.block ?? Math.min(...own)
  const last = Math.max(...own, first)
  return document.tree.blocks.slice(first, last + 2).some((block) => block.kind === 'grid'
    && block.rows
      .some((row) => row.cells.some(({ text }) => /^-?[\d,]*\d\.\d{1,2}$/u.test(text.trim()) && !/^[-0.,]+$/u.test(text.trim()))))
}

function blocksOf(table: RecognisedTable): readonly number[] {
  return [table.place.block, ...table.rows.map(({ place }) => place.block), ...table.cells.map(({ place }) => place.block)]
    .filter((block) => block !== undefined)
}

/** A sentence next to the table that says the same in other words: 本部门没有政府性基金预算安排. */
function noteNear(document: RecognisedDocument, table: RecognisedTable): Place | undefined {
  const { blocks } = document.tree
  const last = blocksOf(table).reduce((most, block) => Math.max(most, block), -1)
  if (last === -1) return undefined
  for (const block of blocks.slice(last + 1, last + 4)) {
    if (block.kind === 'grid') return undefined
    if (/^(?:注|说明|备注)?.{0,30}(?:无数据|没有|无.{0,20}(?:预算|收支|收入|支出|安排|拨款)|未安排|不涉及|为空|空表)/u.test(normaliseLabel(block.text))) return block.place
  }
  return undefined
}

const budgetWords: readonly (readonly [RegExp, string])[] = [[/^governmentFund/u, '政府性基金'], [/^stateCapital/u, '国有资本经营'], [/^threePublic/u, '三公']]

/** A sentence or a line of the list of tables that speaks of the empty table, or of its nought: 本部门不涉及，故公开空表. */
function saidElsewhere(document: RecognisedDocument, table: RecognisedTable): Place | undefined {
  const words = budgetWords.find(([kinds]) => kinds.test(table.kind))?.[1]
  if (words === undefined) return undefined
  const lines = document.tree.blocks.flatMap((block) => (block.kind === 'paragraph'
    ? [{ text: block.text, place: block.place }] : block.rows.map(({ cells, place }) => ({ text: cells.map(({ text }) => text).join(' '), place }))))
  return lines.find(({ text }) => saysNone(normaliseLabel(text), words))?.place
}

function saysNone(line: string, words: string): boolean {
  return line.split(/[。;]/u).some((sentence) => sentence.includes(words)
    && /空表|为0(?!\.|\d)|(?<![\d.])0(?:\.0+)?万?元/u.test(sentence.slice(Math.max(0, sentence.indexOf(words) - 12))))
}
