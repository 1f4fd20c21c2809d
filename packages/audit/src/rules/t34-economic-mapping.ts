/**
 * 部门经济科目与政府经济科目对应: each pair follows the official mapping for the nature of the units.
 *
 * @module
 */
import { type EconomicMapping, normaliseLabel, type Vocabulary } from '@mingzhang/vocabulary'
import type { RecognisedDocument, RecognisedTable, TableRow } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { type PostCount, postCounts } from './k64-headcount-total.ts'
import { groupBy, tablesOfKind } from './narrative-queries.ts'

/** One table maps its items for administrative units, for institutions, or shows both for the same item; and matches the posts. */
export const t34EconomicMapping: Rule = {
  meta: {
    id: 'T34',
    title: { zh: '部门经济科目与政府经济科目对应不当', en: 'Department and government economic items do not correspond' },
    severity: 'warning',
    basis: [{ source: 'economicReform', article: '部门预算支出经济分类与政府预算支出经济分类对照' }],
    explanation: {
      zh: '行政单位和参公单位的工资福利、商品和服务支出对应政府经济分类501、502类，事业单位对应505类。同一张表里同一批人的工资有的对应机关、有的对应事业单位，或者多数是事业编制却全部对应机关，应予核对。',
      en: 'For administrative units 301 and 302 map to 501 and 502, for institutions to 505. One table that maps some items one way and others the other, or maps everything to offices where most posts are institutional, deserves a check.',
    },
    legitimate: { zh: '本级为行政单位、下属为事业单位的汇总表会同时出现两种对应；绩效工资只有事业人员有。',
      en: 'A consolidated table of an office and its institutions shows both mappings; performance pay exists only for institutional staff.' },
  },
  check({ document, vocabulary }) {
    const tables = tablesOfKind(document, 'generalPublicBasicExpenditure')
      .filter((table) => table.rows.some((row) => governmentName(row) !== undefined))
    if (tables.length === 0) return outcomeOf(0, [])
    const mapping = vocabulary.economicMapping ?? []
    if (mapping.length === 0) {
      return outcomeOf(0, [], tables
        .map(({ place }) => ({ places: [place],
          reason: { zh: '没有加载部门与政府经济分类对照表。', en: 'No mapping between the two classifications is loaded.' } })))
    }
    const posts = postCounts(document)
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const table of tables) {
      const pairs = pairsOf(table, mapping, vocabulary)
      checked += pairs.length
      if (pairs.length === 0) undetermined.push({ places: [table.place],
        reason: { zh: '表中科目名称未能对应到经济分类编码。', en: 'The item names could not be resolved to codes.' } })
      findings.push(...unknownPairs(document, table, pairs), ...natureFinding(table, pairs, posts))
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

interface Pair {
  readonly row: TableRow
  readonly department: string
  readonly government: string
  /** Which unit the pair is right for; `both` where the mapping makes no difference, `neither` where it is in no mapping. */
  readonly nature: 'administrative' | 'institution' | 'both' | 'neither'
}

/** The name printed in the government column; `undefined` where the row has none. */
function governmentName(row: TableRow): string | undefined {
  const name = Object.entries(row.texts).find(([head]) => /政府.*经济/u.test(normaliseLabel(head)))?.[1]
  return name === undefined || name.trim() === '' ? undefined : name
}

function pairsOf(table: RecognisedTable, mapping: readonly EconomicMapping[], vocabulary: Vocabulary): readonly Pair[] {
  const { classification } = vocabulary
  return table.rows.flatMap((row, index): readonly Pair[] => {
    const government = governmentName(row)
    if (government === undefined) return []
    const department = departmentCode(table, row, index, vocabulary)
    const allowed = department === undefined ? undefined : mappingOf(department, mapping)
    const governmentCodes = [...classification.byName('governmentEconomic', government, 2),
      ...classification.byName('governmentEconomic', government, 1)].map(({ code }) => code)
    if (allowed === undefined || governmentCodes.length === 0 || department === undefined) return []
    const fits = (code: string): boolean => governmentCodes.some((own) => own === code || (own.length === 3 && code.startsWith(own)))
    const [administrative, institution] = [fits(allowed.administrative), fits(allowed.institution)]
    const nature = administrative ? (institution ? 'both' : 'administrative') : institution ? 'institution' : 'neither'
    return [{ row, department, government, nature }]
  })
}

/** The row's own 款 code: from its region, its printed code or its name where that is unambiguous. */
function departmentCode(table: RecognisedTable, row: TableRow, index: number, vocabulary: Vocabulary): string | undefined {
  const node = table.cells.find((cell) => cell.row === index && cell.region?.economic !== undefined)?.region?.economic
  const code = node?.split('/').at(-1) ?? row.code?.trim()
  if (code !== undefined && /^\d{5}$/u.test(code)) return code
  const codes = new Set(vocabulary.classification.byName('economic', row.label, 2).map((entry) => entry.code))
  return codes.size === 1 ? [...codes][0] : undefined
}

/** The entry of the 款, else that of its 类. */
function mappingOf(code: string, mapping: readonly EconomicMapping[]): EconomicMapping | undefined {
  return mapping.find(({ department }) => department === code) ?? mapping.find(({ department }) => department === code.slice(0, 3))
}

function unknownPairs(document: RecognisedDocument, table: RecognisedTable, pairs: readonly Pair[]): readonly RuleFinding[] {
  const wrong = pairs.filter(({ nature }) => nature === 'neither')
  if (wrong.length === 0) return []
  const list = wrong.map(({ row, government }) => `${row.label}→${government}`)
  return [{
    key: `${table.id}:unknown`,
    severity: 'notice',
    places: wrong.map(({ row }) => row.place),
    found: list.join('、'),
    statement: {
      zh: `${table.title}中${list.join('、')}不在${document.facts.year === undefined ? '' : `${document.facts.year.value}年`}部门与政府经济分类的常用对应之内，请核对。`,
      en: `${table.title}: ${list.join(', ')} are in neither official mapping.`,
    },
  }]
}

function natureFinding(table: RecognisedTable, pairs: readonly Pair[], posts: readonly PostCount[]): readonly RuleFinding[] {
  const offices = pairs.filter(({ nature }) => nature === 'administrative')
  const institutions = pairs.filter(({ nature }) => nature === 'institution')
  // Where one item appears with both mappings the table shows offices and institutions apart, as it should.
  const showsBoth = [...groupBy([...offices, ...institutions], ({ department }) => department).values()]
    .some((group) => new Set(group.map(({ nature }) => nature)).size > 1)
  if (showsBoth || offices.length === 0) return []
  const count = (nature: PostCount['nature']): number => posts.filter((post) => post.nature === nature)
    .reduce((sum, post) => sum + post.count, 0)
  const [officePosts, institutionPosts] = [count('administrative'), count('institution')]
  const mostlyInstitutions = institutionPosts > officePosts
  if (institutions.length === 0 && !mostlyInstitutions) return []
  const postWords = mostlyInstitutions ? `，而编制中行政（参公）${officePosts}人、事业${institutionPosts}人` : ''
  const names = (list: readonly Pair[]): string => list.map(({ row, government }) => `${row.label}→${government}`).join('、')
  const zh = institutions.length > 0
    ? `${table.title}同时使用两种对应：${offices.length}个科目按机关（501、502）对应，${names(institutions)}按事业单位（505）对应${postWords}，请按单位性质核对。`
    : `${table.title}的${offices.length}个科目全部按机关（501、502）对应${postWords}，请按单位性质核对。`
  return [{
    key: `${table.id}:nature`,
    ...mostlyInstitutions ? {} : { severity: 'notice' as const },
    places: [table.place, ...(institutions.length > 0 ? institutions : offices.slice(0, 3))
      .map(({ row }) => row.place), ...mostlyInstitutions ? posts.slice(0, 1).map(({ place }) => place) : []],
    found: institutions.length > 0 ? names(institutions) : names(offices.slice(0, 3)),
    statement: {
      zh,
      en: `${table.title} maps ${offices.length} items as for administrative offices and ${institutions.length} as for institutions${mostlyInstitutions ? `, while ${institutionPosts} of ${officePosts + institutionPosts} posts are institutional` : ''}.`,
    },
  }]
}
