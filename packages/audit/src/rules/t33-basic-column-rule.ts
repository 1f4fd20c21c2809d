/**
 * 基本支出表的列：人员经费 and 公用经费 each hold only their own economic classes.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedTable, TableCell } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { inWanyuan, inYuan, isNonZero, statedOf, tablesOfKind } from './narrative-queries.ts'

/** 301 and 303 stand in the personnel column, 302 and 310 in the operating column. */
export const t33BasicColumnRule: Rule = {
  meta: {
    id: 'T33',
    title: { zh: '经济科目填错人员经费或公用经费列', en: 'An economic item stands in the wrong column of basic expenditure' },
    severity: 'warning',
    basis: [
      { source: 'classification', article: '部门预算支出经济分类科目 301、302、303、310 类' },
      { source: 'budgetLawRegulation', article: '第五条（基本支出包括人员经费和公用经费）' },
    ],
    explanation: {
      zh: '工资福利支出（301）和对个人和家庭的补助（303）属于人员经费，商品和服务支出（302）和资本性支出（310）属于公用经费。金额出现在另一列，多为错列。',
      en: 'Salaries and welfare (301) and aid to individuals (303) are personnel; goods and services (302) and capital (310) are operating. Money in the other column is usually in the wrong column.',
    },
    legitimate: { zh: '不少地方把公务交通补贴（其他交通费用）列入人员经费；按“人员类、公用经费”分列的表，人员类还包括工会经费等。这两种情形只作提示。',
      en: 'Many places count transport allowances (30239) as personnel; tables by 人员类 count union fees there too. Both are notices only.' },
  },
  check({ document }) {
    const judged = tablesOfKind(document, 'generalPublicBasicExpenditure').flatMap((table) => table.cells.flatMap((cell) => {
      const expected = expectedKind(cell)
      return expected === undefined ? [] : [{ table, cell, expected }]
    }))
    const wrong = judged.filter(({ cell, expected }) => isNonZero(cell.printed) && cell.region?.kind !== expected)
    // A class total repeats its items: it is named only where no item of the class is.
    const items = wrong.filter(({ cell, table }) => cell.region?.economic?.includes('/') === true
      || !wrong.some((other) => other.table === table
        && other.cell.region?.economic?.startsWith(`${cell.region?.economic ?? ''}/`) === true))
    return outcomeOf(judged.length, items.map(({ table, cell, expected }) => findingFor(table, cell, expected)))
  },
}

/** Where the cell's class belongs; `undefined` for cells outside the two columns and for other classes. */
function expectedKind({ region }: TableCell): string | undefined {
  if (region?.kind !== 'basic/personnel' && region?.kind !== 'basic/operating') return undefined
  const economicClass = region.economic?.slice(0, 3)
  if (economicClass === '301' || economicClass === '303') return 'basic/personnel'
  return economicClass === '302' || economicClass === '310' ? 'basic/operating' : undefined
}

/** 公务交通补贴 counted as personnel, and columns by 人员类 instead of 人员经费: habits of places, not slips. */
function isUsualElsewhere({ region, place }: TableCell): boolean {
  return region?.economic?.startsWith('302/30239') === true || /人员类/u.test(place.column ?? '')
}

function findingFor(table: RecognisedTable, cell: TableCell, expected: string): RuleFinding {
  const label = table.rows[cell.row]?.label ?? ''
  const amount = statedOf(cell.printed)
  const [right, wrong] = expected === 'basic/personnel' ? ['人员经费', '公用经费'] : ['公用经费', '人员经费']
  return {
    key: `${normaliseLabel(label)}:${cell.region?.economic ?? ''}`,
    ...isUsualElsewhere(cell) ? { severity: 'notice' as const } : {},
    places: [cell.place],
    expected: right,
    found: wrong,
    statement: {
      zh: `${table.title}中“${label}”${amount === undefined ? '' : inWanyuan(amount.value)}列在${wrong}，该科目属于${right}。`,
      en: `${table.title}: ${label} ${amount === undefined ? '' : `(${inYuan(amount.value)}) `}stands in the ${wrong} column and belongs to ${right}.`,
    },
  }
}
