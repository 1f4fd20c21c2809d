/**
 * How unlikely a combination of keys is, where the tables leave it open.
 *
 * Costs only order what is possible; no printed amount gives way to them. Sources: 政府收支分类科目 (which function pays
 * which contribution), 财预〔2017〕98号 (机关 and 事业 government subjects).
 *
 * @module
 */
import { isNodeWithin } from '@mingzhang/figures'
import type { FunctionAxis, UnitAxis } from './axes.ts'
import type { CandidateLine } from './candidate-line.ts'
import { nameAffinity } from './name-affinity.ts'

/** A function (or the beginning of its code) that exists to pay certain economic subjects. */
const dedicated: readonly { readonly function: string; readonly economic: readonly string[] }[] = [
  { function: '2080501', economic: ['30301', '30302'] },
  { function: '2080502', economic: ['30301', '30302'] },
  { function: '2080503', economic: ['30301', '30302'] },
  { function: '2080505', economic: ['30108'] },
  { function: '2080506', economic: ['30109'] },
  { function: '20808', economic: ['30304', '30305'] },
  { function: '2101101', economic: ['30110'] },
  { function: '2101102', economic: ['30110'] },
  { function: '2101103', economic: ['30111'] },
  { function: '21011', economic: ['30110', '30111', '30112', '30114'] },
  { function: '2210201', economic: ['30113'] },
  { function: '22102', economic: ['30102', '30103', '30113'] },
]

/** 0 for the likeliest combination, at most about 6. */
export function combinationCost(line: CandidateLine): number {
  switch (line.view) {
    case 'project':
      // The stand-in takes what no listed project can.
      if (!line.project.listed) return 4 + fundCost(line.function, line.fund)
      return 1 - Math.min(1, nameAffinity(line.project.name, line.function.names)) + fundCost(line.function, line.fund)
    case 'basic': {
      const unlikelySource = line.fund === 'fiscal/generalPublic' ? 0 : 0.5
      const unlikelyPeriod = line.period === 'current' ? 0 : 1
      return subjectCost(line.function.code, line.economic?.code) + natureCost(line.function, line.unit) + useCost(line.use, line.economic?.code) + governmentCost(line.function, line.economic?.government) + unlikelySource + unlikelyPeriod + fundCost(line.function, line.fund)
    }
    case 'carriedOut':
      return fundCost(line.function, line.fund)
    case 'revenue':
      return 0
  }
}

function fundCost(own: FunctionAxis, fund: string): number {
  return own.fund === undefined || isNodeWithin(fund, own.fund) || !fund.startsWith('fiscal/') ? 0 : 2
}

function subjectCost(own: string, economic: string | undefined): number {
  if (economic === undefined) return 0
  const entry = dedicated.find(({ function: start }) => own.startsWith(start))
  if (entry !== undefined) return entry.economic.includes(economic) ? 0 : 3
  return dedicated.some(({ economic: subjects }) => subjects.includes(economic)) ? 2 : 1
}

/** 行政运行, 行政单位医疗 belong to offices; 事业运行, 事业单位离退休 to institutions; names with both say nothing. */
function natureCost(own: FunctionAxis, unit: UnitAxis): number {
  const name = own.names[0] ?? ''
  const says = (word: string): boolean => name.includes(word)
  const isBoth = says('机关事业') || says('行政事业') || (says('行政') && says('事业'))
  if (isBoth) return 0
  if (unit.nature === 'institution') return says('行政') || says('机关') ? 1.5 : 0
  return says('事业') ? 1.5 : 0
}

/** 人员经费 is 301 and 303, 公用经费 is 302, 307, 309, 310 and the rest, where the table does not say. */
function useCost(use: 'personnel' | 'operating', economic: string | undefined): number {
  if (economic === undefined) return use === 'personnel' ? 0 : 0.1
  return /^30[13]/u.test(economic) === (use === 'personnel') ? 0 : 1
}

/** 事业单位 subjects (505, 506) are rather paid from 事业 functions, 机关 subjects (501–504) from 行政 ones. */
function governmentCost(own: FunctionAxis, government: string | undefined): number {
  if (government === undefined || !namesNature(own)) return 0
  const isInstitution = /^50[56]/u.test(government)
  const isOffice = /^50[1-4]/u.test(government)
  const forInstitution = (own.names[0] ?? '').includes('事业')
  return (isInstitution && !forInstitution) || (isOffice && forInstitution) ? 0.5 : 0
}

/** Whether the function's own name says which kind of unit it is for. */
export function namesNature(own: FunctionAxis): boolean {
  const name = own.names[0] ?? ''
  return !/机关事业|行政事业/u.test(name) && /行政|事业/u.test(name)
}
