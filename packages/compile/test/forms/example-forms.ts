/** Performance forms of the invented 清河县档案局 with a ledger that they belong to. */
import { fen } from '@mingzhang/money'
import type { TableBlock } from '@mingzhang/document'
import type { DocumentTree, GridRow } from '@mingzhang/document'
import { createRegister, type FigureRegister } from '../../src/create-context.ts'
import { budgetFacts } from '../../src/facts.ts'
import { formBlocks, type FormPart, type FormRendition, type Ledger, type LedgerIndicator, type PerformanceForm } from '../../src/index.ts'
import { archive, bureau, emptyLedger, ledgerOf, operates, pays, project, vocabulary, wan } from '../narrative/example.ts'

const indicators: readonly LedgerIndicator[] = (['life', 'annual'] as const).flatMap((span): readonly LedgerIndicator[] => [
  { span, level1: '产出指标', level2: '数量指标', name: '扫描档案页数', value: span === 'life' ? '≥90万页' : '≥30万页' },
  { span, level1: '产出指标', level2: '数量指标', name: '著录条目', value: span === 'life' ? '≥6000条' : '≥2000条' },
  { span, level1: '产出指标', level2: '质量指标', name: '扫描合格率', value: '≥98%' },
  { span, level1: '产出指标', level2: '时效指标', name: '完成时间', value: span === 'life' ? '2026年11月底前' : '2024年11月底前' },
  { span, level1: '产出指标', level2: '成本指标', name: '加工总成本', value: span === 'life' ? '≤90万元' : '≤30万元' },
  { span, level1: '效益指标', level2: '社会效益指标', name: '查档等候时间', value: '≤10分钟' },
  { span, level1: '满意度指标', level2: '服务对象满意度指标', name: '查档群众满意度', value: '≥92%' },
])

export const digitalForm: PerformanceForm = {
  subject: { kind: 'project', project: '档案数字化' }, unit: undefined,
  attribute: '经常性项目(长期开展)', duration: '3年',
  lifeFunding: { central: wan('30'), provincial: wan('15'), local: wan('45') },
  overview: '对民国以来的纸质档案扫描、著录。', basis: '《清河县档案事业发展规划（2021—2025年）》。', necessity: '纸质档案老化，查阅困难。',
  measures: '《清河县档案馆数字化加工管理办法》。', plan: '4月完成采购，5月至11月加工。',
  lifeGoal: '三年完成90万页档案的扫描和著录。', annualGoal: '2024年完成30万页档案的扫描和著录。',
  indicators, responsible: '示例甲', handler: '示例乙', phone: '0350-1234567', filledOn: '20231127093015',
}

export const personnelForm: PerformanceForm = {
  ...digitalForm, subject: { kind: 'personnel' }, lifeFunding: undefined, attribute: '经常性项目(长期开展)', duration: '1年',
  lifeGoal: '工资按月足额发放。', annualGoal: '2024年按月发放在职人员工资。',
  // Uneven halves: the year has one quantity more, and no satisfaction is asked for the whole period.
  indicators: [
    { span: 'life', level1: '产出指标', level2: '数量指标', name: '在职人员数量', value: '31人' },
    { span: 'annual', level1: '产出指标', level2: '数量指标', name: '在职人员数量', value: '31人' },
    { span: 'annual', level1: '产出指标', level2: '数量指标', name: '退休人员数量', value: '12人' },
    { span: 'annual', level1: '满意度指标', level2: '服务对象满意度指标', name: '职工满意度', value: '≥95%' },
  ],
}

export const formLedger: Ledger = ledgerOf([
  pays('0', { amount: fen(439_848_716) }), operates('6.00'),
  project('档案数字化', '10.00', { unit: archive, source: 'central' }),
  project('档案数字化', '5.00', { unit: archive, source: 'provincial' }),
  project('档案数字化', '15.00', { unit: archive }),
  project('档案数字化', '2.00', { unit: archive, period: 'carriedIn' }),
  project('旧档修复', '8.62', { period: 'carriedIn' }),
], {
  department: { ...emptyLedger.department, region: '清河县', officePhone: '0350-7654321' },
  units: [{ name: bureau, code: '031001', nature: 'administrative' }, { name: archive, code: '031002', nature: 'institution' }],
  forms: [personnelForm, digitalForm],
})

export const title = '清河县县级预算部门(单位)项目支出绩效目标申报表'

export function formsOf(ledger: Ledger, rendition: FormRendition = 'internal'): FormPart & { readonly register: FigureRegister } {
  const register = createRegister({ ledger, vocabulary, views: budgetFacts(ledger, vocabulary), rounding: 'half-up', prints: new Map() })
  return { ...formBlocks(register.context, { rendition, title }), register }
}

/** The table as rows of cells, each span filled up with blanks: as its text rendering reads. */
export function gridOf(table: TableBlock): readonly (readonly string[])[] {
  const width = table.columns.length
  const open = Array.from({ length: width }, () => 0)
  return [...table.head, ...table.body].map(({ cells }) => {
    const line = Array.from({ length: width }, () => '')
    let column = 0
    for (const cell of cells) {
      while ((open[column] ?? 0) > 0) column += 1
      line[column] = cell.text
      for (let covered = column; covered < column + (cell.columnSpan ?? 1); covered += 1) open[covered] = cell.rowSpan ?? 1
      column += cell.columnSpan ?? 1
    }
    // Every place of the row is a cell's or covered by one: rows must not overlap or fall short.
    if (open.some((rows) => rows < 1) || column > width) throw new Error(`a row does not fill the table: ${line.join('|')}`)
    open.forEach((rows, index) => { open[index] = rows - 1 })
    return line
  })
}

/** The forms as the document tree that a reader makes of their text. */
export function treeOf(tables: readonly TableBlock[]): DocumentTree {
  const place = { document: '公开.txt' }
  return {
    name: '公开.txt', format: 'text',
    blocks: tables.flatMap((table) => [
      { kind: 'paragraph' as const, text: table.title, place },
      { kind: 'paragraph' as const, text: table.subtitle ?? '', place },
      { kind: 'grid' as const, place, rows: gridOf(table).map((line): GridRow => ({ place, cells: line.map((text) => ({ text, place })) })) },
    ]),
  }
}
