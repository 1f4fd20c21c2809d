/**
 * The sheets that explain: 填写说明, 填写示例 and 科目表. The reader passes over them.
 *
 * @module
 */
import { exampleLedger } from './example-ledger.ts'
import { departmentValues, ledgerRows } from '../sheets/ledger-rows.ts'
import { type CodeScheme, sheetDefinitions } from '../sheets/sheet-definitions.ts'
import { type WorkbookContext, firstDataRow, headRow, pageOf, printOnA4, setLocked } from './data-sheet.ts'
import { fitHeight } from './row-height.ts'
import { markLooks, styleOf } from './workbook-style.ts'

/** How to fill the workbook in; with the legend of the marks where it is a draft. */
export function addInstructions(context: WorkbookContext, profile: string, year: number): void {
  const sheet = context.workbook.addWorksheet('填写说明', { ...printOnA4, properties: { tabColor: { argb: 'FF1F4E79' } } })
  sheet.columns = [{ width: 14 }, { width: 100 }]
  setLocked(sheet.getCell('A1'), `部门预算台账（${year}年度${profile === '' ? '' : `，${profile}`}）`, 'title')
  sheet.getRow(1).height = 30
  let row = 2
  const heading = (text: string): void => {
    row += 1
    setLocked(sheet.getCell(row, 1), text, 'heading')
    row += 1
  }
  const line = (label: string, text: string): void => {
    setLocked(sheet.getCell(row, 1), label, 'plain')
    setLocked(sheet.getCell(row, 2), text, 'plain')
    fitHeight(sheet.getRow(row), [text], [100])
    row += 1
  }
  heading('填写顺序')
  line('第一步', '“部门信息”“单位”“项目”：先登记名称，其他各表从下拉框选择。')
  line('第二步', '“支出明细”：每行一笔钱。人员类和公用经费合起来是基本支出，其余是项目支出。')
  line('第三步', '“收入明细”“年终结转”：同一资金性质、同一期间，收入 = 支出 + 年终结转，差一分也会提示。收入明细整表空着时按支出推定。')
  line('第四步', '“上年数”“政府采购”“人员”“车辆”“资产”“文字说明”：公开文件的文字部分用到的内容，没有的留空。')
  line('第五步', '“绩效目标”“绩效指标”：每个项目一张申报表，人员类、公用经费各一张。')
  heading('填写规则')
  line('金额', '单位为元，最多两位小数（“已批复数”按批复文件填万元）。只填数字，不写公式，不写合计行；上方的合计自动计算。')
  line('科目', '填编码，或从下拉框选“编码 名称”。功能科目填到项（7 位），经济科目填到款（5 位）。下拉框没有的自设科目，先在“自设科目”表登记。')
  line('空白', '空白表示没有或不知道，不等于 0。')
  line('表样', '表头红字的列必填，鼠标停在表头上有说明。不要改表名和表头，不要合并单元格，不要隐藏有内容的行、列和工作表；多余的空行不影响。')
  line('保护', '表头和合计加了保护以防误改，没有密码，可以在“审阅—撤销工作表保护”中取消。')
  line('不读入的表', '“填写说明”“填写示例”“科目表”只供参考，程序不读。')
  line('查错', '编制时会一次列出全部问题，并在台账副本的相应单元格加批注；请在原台账里改正，再编制一次。')
  if (context.marks.size > 0) {
    heading('底色')
    for (const { word, fill, meaning } of Object.values(markLooks)) {
      line(word, `${meaning}。`)
      sheet.getCell(row - 1, 1).fill = fill
    }
  }
}

/** Every sheet filled in for an invented department. */
export function addExample({ workbook, codes }: WorkbookContext, year: number): void {
  const sheet = workbook.addWorksheet('填写示例', { ...printOnA4, properties: { tabColor: { argb: 'FFA6A6A6' } } })
  const ledger = exampleLedger(year)
  sheet.columns = Array.from({ length: 10 }, (_, index) => ({ width: index === 0 ? 24 : 22 }))
  setLocked(sheet.getCell('A1'), '填写示例（虚构的清河县，不会被读入）', 'title')
  let row = 3
  const put = (cells: readonly (string | undefined)[], style: 'head' | 'example'): void => {
    cells.forEach((text, index) => { setLocked(sheet.getCell(row, index + 1), text ?? '', style) })
    fitHeight(sheet.getRow(row), cells, cells.map((_, index) => (index === 0 ? 24 : 22)))
    row += 1
  }
  for (const { id, name, columns } of sheetDefinitions) {
    const shown = (values: Readonly<Record<string, string | undefined>>): readonly (string | undefined)[] => columns.map(({ field, kind }) => {
      const text = values[field]
      const codeName = kind.is === 'code' && text !== undefined ? codes.nameOf(kind.scheme, text) : undefined
      return codeName === undefined ? text : `${text ?? ''} ${codeName}`
    })
    const rows = id === 'department'
      ? [departmentValues(ledger)]
      : ledgerRows(ledger, id).filter(({ key }) => !key.includes('.open.')).map(({ values }) => values)
    if (rows.length === 0) continue
    setLocked(sheet.getCell(row, 1), name, 'heading')
    row += 1
    if (id === 'department' || id === 'forms') {
      put(['列', '内容'], 'head')
      for (const values of rows) columns.forEach((column, index) => { put([column.head, shown(values)[index]], 'example') })
    } else {
      put(columns.map((column) => column.head), 'head')
      for (const values of rows) put(shown(values), 'example')
    }
    row += 1
  }
}

const listColumns: readonly { readonly scheme: CodeScheme; readonly head: string; readonly width: number }[] = [
  { scheme: 'function', head: '功能科目（项级）', width: 56 },
  { scheme: 'economic', head: '部门经济科目（款级）', width: 40 },
  { scheme: 'governmentEconomic', head: '政府经济科目（款级）', width: 40 },
  { scheme: 'revenue', head: '收入科目', width: 44 },
]

/** The classification of the year: what drop-downs offer. In sight, because a hidden sheet makes reviewers ask. */
export function addCodeSheet({ workbook, codes }: WorkbookContext, year: number): void {
  const sheet = workbook.addWorksheet('科目表', { ...pageOf(0), properties: { tabColor: { argb: 'FFA6A6A6' } } })
  setLocked(sheet.getCell('A1'), `科目表：${year} 年可用的科目，供下拉框选择，不必修改。`, 'hint')
  listColumns.forEach(({ scheme, head, width }, index) => {
    sheet.getColumn(index + 1).width = width
    setLocked(sheet.getCell(headRow, index + 1), head, 'head')
    codes.listOf(scheme).forEach(({ code, name }, position) => {
      const cell = sheet.getCell(firstDataRow + position, index + 1)
      cell.value = `${code} ${name}`
      cell.style = styleOf('plain')
    })
  })
}

/** Where the drop-downs find the codes of each scheme. */
export function codeSources(listOf: (scheme: CodeScheme) => readonly unknown[]): Readonly<Record<CodeScheme, string>> {
  const source = (scheme: CodeScheme): string => {
    const letters = 'ABCD'[listColumns.findIndex((column) => column.scheme === scheme)] ?? 'A'
    return `'科目表'!$${letters}$${firstDataRow}:$${letters}$${firstDataRow + Math.max(0, listOf(scheme).length - 1)}`
  }
  return { function: source('function'), economic: source('economic'), governmentEconomic: source('governmentEconomic'), revenue: source('revenue') }
}
