/**
 * “三公”经费不小于基本支出中的同名科目: what basic expenditure alone spends on an item cannot exceed the item.
 *
 * @module
 */
import { fen, intervalOf, type Stated } from '@mingzhang/money'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { cellsWhere, type FoundCell, inWanyuan, inYuan, isNonZero, roundingOf, statedOf, tablesOfKind } from './narrative-queries.ts'

/** Each “三公” item is at least the same item in the basic expenditure table. */
export const t43ThreePublicFloor: Rule = {
  meta: {
    id: 'T43',
    title: { zh: '“三公”经费小于基本支出中的同名科目', en: 'A three-public item is smaller than the same item of basic expenditure' },
    severity: 'warning',
    basis: [
      { source: 'arithmetic', article: '“三公”经费各项≥基本支出中 30212、30217、30231、31013 科目' },
      { source: 'disclosureProcedure', article: '“三公”经费按因公出国（境）费、公务用车购置及运行费、公务接待费公开' },
    ],
    explanation: {
      zh: '“三公”经费包括基本支出和项目支出安排的部分，各项至少不小于基本支出表中的同名科目；小于的说明“三公”经费表有漏列。',
      en: 'The three public expenses come from basic and project expenditure, so each item is at least the same item of the basic table; a smaller one was left incomplete.',
    },
    legitimate: { zh: '执法执勤用车等按规定不计入“三公”口径时应注明。', en: 'Where certain vehicles are outside the scope by rule, that should be noted.' },
  },
  check(context) {
    const { document } = context
    const basicTables = tablesOfKind(document, 'generalPublicBasicExpenditure')
    const threePublicTables = tablesOfKind(document, 'threePublic')
    const mode = roundingOf(context)
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const { name, node, economic } of items) {
      const basic = cellsWhere(basicTables, { economic, kind: 'basic' }).find(({ cell }) => isNonZero(cell.printed))
      const floor = statedOf(basic?.cell.printed)
      if (basic === undefined || floor === undefined) continue
      const printed = cellsWhere(threePublicTables, { threePublic: node })
      const largest = largestOf(printed)
      const isBlank = printed.length > 0 && printed.every(({ cell }) => cell.printed.kind === 'blank' || cell.printed.kind === 'dash')
      if (largest === undefined && !isBlank) {
        undetermined.push({ places: [basic.cell.place],
          reason: { zh: `没有读出“三公”经费表中的${name}。`, en: 'The item of the three-public table was not read.' } })
        continue
      }
      checked += 1
      const stated = statedOf(largest?.cell.printed)
      if (stated !== undefined && intervalOf(stated, mode).high >= intervalOf(floor, mode).low) continue
      findings.push(findingFor(name, basic, floor, largest ?? printed[0], stated))
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

const items = [
  { name: '因公出国（境）费', node: 'all/abroad', economic: '302/30212' },
  { name: '公务接待费', node: 'all/reception', economic: '302/30217' },
  { name: '公务用车运行维护费', node: 'all/vehicle/running', economic: '302/30231' },
  { name: '公务用车购置费', node: 'all/vehicle/purchase', economic: '310/31013' },
] as const

/** The row's total: of its columns the one with the largest amount, which no single fund exceeds. */
function largestOf(cells: readonly FoundCell[]): FoundCell | undefined {
  return cells.reduce<FoundCell | undefined>((largest, one) => {
    const [value, most] = [statedOf(one.cell.printed)?.value, statedOf(largest?.cell.printed)?.value]
    return value !== undefined && (most === undefined || value > most) ? one : largest
  }, undefined)
}

function findingFor(name: string, basic: FoundCell, floor: Stated, item: FoundCell | undefined, stated: Stated | undefined): RuleFinding {
  return {
    key: name,
    places: [...item === undefined ? [] : [item.cell.place], basic.cell.place],
    expected: floor.value,
    found: stated?.value ?? '空白',
    ...stated === undefined ? {} : { difference: fen(stated.value - floor.value) },
    statement: {
      zh: `“三公”经费表中${name}为${stated === undefined ? '空白' : inWanyuan(stated.value)}，小于基本支出表中的${inWanyuan(floor.value)}。`,
      en: `The three-public table shows ${stated === undefined ? 'nothing' : inYuan(stated.value)} for ${name}, less than the ${inYuan(floor.value)} of basic expenditure.`,
    },
  }
}
