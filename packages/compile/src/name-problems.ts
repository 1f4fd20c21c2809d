/**
 * Names of units and projects that a reader of the tables could not tell from something else.
 *
 * @module
 */
import { type DimensionId, dimensionIds, type Problem, type Region } from '@mingzhang/figures'
import { labelLookup, type Vocabulary } from '@mingzhang/vocabulary'
import { nameNode } from './facts.ts'
import type { Ledger } from './ledger/ledger.ts'

/**
 * Two names that differ only in blanks, brackets or quotation marks would become one row, and a project that is called
 * 合计, 公用经费 or like a unit would be read as that: such names stop the compile.
 */
export function nameProblems({ units, projects }: Ledger, vocabulary: Vocabulary): readonly Problem[] {
  const lookup = labelLookup(vocabulary)
  const wordOf = (name: string): Region | undefined => lookup.words(name, 'row').map(({ region }) => region).find(namesRow)
  const unitNodes = new Map(units.map(({ name }) => [nameNode(name), name]))
  return [
    ...twins('单位', units),
    ...twins('项目', projects),
    ...projects.flatMap(({ name }, index): readonly Problem[] => {
      const unit = unitNodes.get(nameNode(name))
      if (unit !== undefined) return [problem('项目', index, 'like-unit', `项目“${name}”与单位“${unit}”同名，在项目支出表里会被读成单位。`)]
      return wordOf(name) === undefined ? [] : [problem('项目', index, 'like-row', `项目“${name}”与报表里合计或基本支出的行名相同，公开后会被读成那一行。`)]
    }),
  ]
}

const rowDimensions: readonly DimensionId[] = ['use', 'kind', 'period']

/** Whether a row with this word is a total, one of this year's money or 上年结转, or one of a kind of expenditure. */
function namesRow(region: Region): boolean {
  return dimensionIds.every((dimension) => region[dimension] === undefined || rowDimensions.includes(dimension)) && region.use !== 'carriedOut'
}

function twins(sheet: '单位' | '项目', list: readonly { readonly name: string }[]): readonly Problem[] {
  const known = new Map<string, string>()
  return list.flatMap(({ name }, index): readonly Problem[] => {
    const node = nameNode(name)
    const other = known.get(node)
    if (node === '') return [problem(sheet, index, 'empty', `${sheet}名称“${name}”里没有文字。`)]
    if (other !== undefined) return [problem(sheet, index, 'twins', `${sheet}“${name}”与“${other}”只差空格、括号或引号，公开后分不出来。`)]
    known.set(node, name)
    return []
  })
}

function problem(sheet: '单位' | '项目', index: number, cause: string, detail: string): Problem {
  return {
    code: `compile.name.${cause}`,
    place: { document: '台账', table: sheet, row: String(index + 1), column: `${sheet}名称` },
    detail,
    remedy: sheet === '项目' ? '请把项目名称写具体，与其他名称区分开；支出明细和绩效目标里的名称一并改。' : '请改用单位的全称，与其他单位区分开。',
  }
}
