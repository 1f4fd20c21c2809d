/**
 * Reading a classification from CSV: `code,name,from,to,fund,source,documents`, one code and name per line.
 *
 * @module
 */
import type { Problem } from '@mingzhang/figures'
import { isNodeOf } from './node-path.ts'
import { readDataText } from './read-yaml.ts'
import type { ClassificationEntry } from './vocabulary.ts'

type Scheme = ClassificationEntry['scheme']

const columns = ['code', 'name', 'from', 'to', 'fund', 'source', 'documents'] as const
type Column = (typeof columns)[number]

/** How many digits a code of each scheme can have. */
const lengthsOf: Readonly<Record<Scheme, readonly number[]>> = {
  function: [3, 5, 7],
  economic: [3, 5],
  governmentEconomic: [3, 5],
  revenueSubject: [3, 5, 7, 9],
}

/** The last year of a name whose end is not known: the cell `to` is empty. */
export const openEnd = 9999

/** The entries of one file. A line with a mistake is a problem and yields no entry; the others are still read. */
export function readCodes(directory: string, file: string, scheme: Scheme, problems: Problem[]): readonly ClassificationEntry[] {
  const text = readDataText(directory, file, 'codes', problems)
  if (text === undefined) return []
  const [head = '', ...lines] = text.replace(/^\ufeff/u, '').split(/\r?\n/u)
  const heads = splitCsvLine(head)
  const missing = columns.filter((column) => !heads.includes(column))
  if (missing.length > 0) {
    problems.push({
      code: 'vocabulary.codes.missing-column',
      place: { document: file, line: 1 },
      detail: `表头缺少列：${missing.join('、')}。`,
      remedy: `第一行写成：${columns.join(',')}。`,
    })
    return []
  }
  const indexOf = Object.fromEntries(columns.map((column) => [column, heads.indexOf(column)])) as Readonly<Record<Column, number>>
  const seen = new Map<string, readonly ClassificationEntry[]>()
  return lines.flatMap((line, index): readonly ClassificationEntry[] => {
    if (line.trim() === '') return []
    const cells = splitCsvLine(line)
    const cell = (column: Column): string => (cells[indexOf[column]] ?? '').trim()
    const report = (cause: string, detail: string, remedy: string): readonly ClassificationEntry[] => {
      problems.push({ code: `vocabulary.codes.${cause}`, place: { document: file, line: index + 2 }, detail, remedy })
      return []
    }
    const code = cell('code')
    const lengths = lengthsOf[scheme]
    if (!/^\d+$/u.test(code) || !lengths.includes(code.length)) {
      return report('bad-code', `编码“${code}”的位数不对。`, `应为 ${lengths.join('、')} 位数字。`)
    }
    if (cell('name') === '') return report('missing-name', `编码 ${code} 没有名称。`, '补上科目名称，或删去这一行。')
    const [from, to, documents] = [cell('from'), cell('to') || String(openEnd), cell('documents')]
    if (!/^\d{4}$/u.test(from) || !/^\d{4}$/u.test(to)) {
      return report('bad-year', `编码 ${code} 的年度“${from}”“${to}”不是四位年份。`, 'from 写四位年份；to 写四位年份，仍在使用的留空。')
    }
    if (Number(from) > Number(to)) return report('years-reversed', `编码 ${code} 的年度范围颠倒：从 ${from} 到 ${to}。`, '把较早的年度写在 from。')
    if (!/^\d+$/u.test(documents)) return report('bad-count', `编码 ${code} 的文档数“${documents}”不是整数。`, 'documents 写见过该名称的文档数，没有就写 0。')
    if (!isNodeOf('fund', cell('fund'))) return report('bad-node', `编码 ${code} 的资金“${cell('fund')}”没有这个节点。`, '如 fiscal/generalPublic。')
    const entry: ClassificationEntry = {
      scheme,
      code,
      name: cell('name'),
      node: codePath(code),
      years: { from: Number(from), to: Number(to) },
      fund: cell('fund'),
      provenance: { source: cell('source'), documents: Number(documents) },
    }
    const same = seen.get(code) ?? []
    if (same.some((other) => other.name === entry.name && other.fund === entry.fund && overlap(other.years, entry.years))) {
      return report('duplicate-code', `编码 ${code} 和同一名称、同一资金在重叠的年度里写了两次。`, '删去一行，或把两行的年度分开。')
    }
    seen.set(code, [...same, entry])
    return [entry]
  })
}

/** The code as a node: 2080502 is `208/20805/2080502`. A code of an odd number of digits from 3 up. */
export function codePath(code: string): string {
  const steps = [code.slice(0, 3)]
  for (let length = 5; length <= code.length; length += 2) steps.push(code.slice(0, length))
  return steps.join('/')
}

function overlap(a: ClassificationEntry['years'], b: ClassificationEntry['years']): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Splits one CSV line; a cell in double quotes may hold commas and doubled quotes, not line breaks. */
function splitCsvLine(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',')
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu), (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
}
