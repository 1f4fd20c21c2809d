/**
 * The ledger as a Fiscal Data Package (Frictionless Data, specification 1.0): budget lines as CSV with a descriptor that
 * says what each column is, so that budget tools can load it without asking us.
 *
 * @module
 */
import { type BudgetLine, type Ledger, subjectName } from '@mingzhang/compile'
import { formatFen } from '@mingzhang/money'
import type { ClassificationEntry, Vocabulary } from '@mingzhang/vocabulary'
import { csvText } from './figures-data.ts'

export interface FiscalDataPackage {
  /** datapackage.json */
  readonly descriptor: string
  /** budget-lines.csv: one row per line of expenditure, amounts in yuan with two decimals. */
  readonly lines: string
}

/** The column's name, its meaning in the taxonomy of Fiscal Data Package, its type and its Chinese title. */
const fields = [
  { name: 'fiscal_year', type: 'integer', columnType: 'date:fiscal-year', title: '预算年度' },
  { name: 'department', type: 'string', columnType: 'administrative-classification:generic:level1:label', title: '部门' },
  { name: 'unit', type: 'string', columnType: 'administrative-classification:generic:level2:label', title: '单位' },
  { name: 'fund', type: 'string', columnType: 'fin-source:generic:name', title: '资金性质' },
  { name: 'period', type: 'string', columnType: 'budget-line:period', title: '资金年度' },
  { name: 'expenditure_kind', type: 'string', columnType: 'expenditure-type:generic:label', title: '支出类别' },
  { name: 'project', type: 'string', columnType: 'activity:generic:project:name', title: '项目' },
  { name: 'function_code', type: 'string', columnType: 'functional-classification:generic:code', title: '功能分类科目编码' },
  { name: 'function_name', type: 'string', columnType: 'functional-classification:generic:label', title: '功能分类科目名称' },
  { name: 'economic_code', type: 'string', columnType: 'economic-classification:generic:code', title: '部门经济分类科目编码' },
  { name: 'economic_name', type: 'string', columnType: 'economic-classification:generic:label', title: '部门经济分类科目名称' },
  { name: 'amount', type: 'number', columnType: 'value', title: '金额（元）' },
] as const

const fundWords: Readonly<Record<BudgetLine['fund'], string>> = {
  'fiscal/generalPublic': '一般公共预算',
  'fiscal/governmentFund': '政府性基金预算',
  'fiscal/stateCapital': '国有资本经营预算',
  specialAccount: '财政专户管理资金',
  unitFunds: '单位资金',
  'unitFunds/operations': '事业收入',
  'unitFunds/business': '事业单位经营收入',
  'unitFunds/superior': '上级补助收入',
  'unitFunds/subordinate': '附属单位上缴收入',
  'unitFunds/other': '其他收入',
}

/** The package of a ledger's expenditure. Lines stand in the ledger's order; no name of a person is in them. */
export function fiscalDataPackage(ledger: Ledger, vocabulary: Vocabulary): FiscalDataPackage {
  const { department } = ledger
  const nameOf = (scheme: ClassificationEntry['scheme'], code: string | undefined): string | undefined =>
    code === undefined ? undefined : subjectName(ledger, vocabulary, scheme, code)
  const rows = ledger.lines.map((line) => [
    department.year, department.name, line.unit, fundWords[line.fund], line.period === 'current' ? '本年' : '上年结转',
    line.use.kind === 'personnel' ? '人员经费' : line.use.kind === 'operating' ? '公用经费' : '项目支出',
    line.use.kind === 'project' ? line.use.project : undefined,
    line.function, nameOf('function', line.function), line.economic, nameOf('economic', line.economic),
    formatFen(line.amount, '元').replaceAll(',', ''),
  ])
  return { descriptor: `${JSON.stringify(descriptor(ledger), undefined, 2)}\n`, lines: csvText([fields.map(({ name }) => name), ...rows]) }
}

function descriptor({ department }: Ledger): object {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/fiscal-data-package.json',
    profile: 'fiscal-data-package',
    name: `department-budget-${department.year}${department.code === '' ? '' : `-${department.code.toLowerCase().replace(/[^a-z0-9._-]/gu, '-')}`}`,
    title: `${department.name}${department.year}年度部门预算`,
    countryCode: 'CN',
    fiscalPeriod: { start: `${department.year}-01-01`, end: `${department.year}-12-31` },
    resources: [
      {
        name: 'budget-lines',
        path: 'budget-lines.csv',
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: fields.map(({ columnType, ...field }) => ({
            ...field,
            columnType,
            ...columnType === 'value' ? { currency: 'CNY', direction: 'expenditure', phase: 'approved', decimalChar: '.', bareNumber: true } : {},
          })),
          missingValues: [''],
        },
      },
    ],
  }
}
