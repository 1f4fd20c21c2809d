/** A small report with one of everything, for the tests of what is written from it. */
import { fen } from '@mingzhang/money'
import { type AuditReport, type ReportFinding, reportSchema } from '../../src/model/report.ts'

export const conflictFinding: ReportFinding = {
  id: 'T39-0a1b',
  rule: 'T39',
  title: { zh: '支出合计与分项之和不符', en: 'Expenditure total differs from its parts' },
  severity: 'error',
  verdict: 'conflict',
  places: [
    { document: 'qinghe.txt', line: 4, table: '部门支出总表', row: '合计', column: '本年支出', block: 1, rowIndex: 1, columnIndex: 1 },
    { document: 'qinghe.txt', line: 5, table: '部门支出总表', row: '基本支出', column: '本年支出', block: 1, rowIndex: 2, columnIndex: 1 },
  ],
  figures: ['t1.1.1', 't1.2.1'],
  expected: fen(12_340_000),
  found: fen(12_000_000),
  difference: fen(-340_000),
  statement: {
    zh: '部门支出总表 行 合计 列 本年支出：印 12.00 万元，分项合计 12.34 万元，差 −0.34 万元。',
    en: 'Expenditure table, row total: printed 12.00, parts sum to 12.34, difference −0.34 (万元).',
  },
  basis: ['《中华人民共和国预算法》（2018年修正）第十四条'],
  legitimate: { zh: '表下注明了未列入分项的支出。', en: 'A note below the table names what the parts leave out.' },
  identities: ['i1'],
}

const phoneFinding: ReportFinding = {
  ...conflictFinding,
  id: 'D14-77aa',
  rule: 'D14',
  title: { zh: '公开的绩效表中有手机号码', en: 'A mobile number in a public form' },
  severity: 'warning',
  verdict: 'fail',
  places: [{ document: 'qinghe.txt', line: 9, form: '全民阅读活动', field: '联系电话' }],
  figures: [],
  expected: null,
  found: '139****0000',
  difference: null,
  statement: { zh: '绩效表“全民阅读活动”的联系电话是手机号码 139****0000。', en: 'The form “全民阅读活动” gives a mobile number, 139****0000.' },
  basis: [],
  identities: [],
}

export function smallReport(part: Partial<AuditReport> = {}): AuditReport {
  return {
    schema: reportSchema,
    version: '0.1.0',
    document: { name: 'qinghe.txt', body: '清河县文化馆', year: 2024, kind: 'budget', level: 'department', profile: 'shanxi' },
    summary: {
      tables: { recognised: 9, expected: 10 },
      cells: { numeric: 1200, bound: 1199 },
      prose: { figures: 40, bound: 40 },
      forms: { found: 3, joined: 2 },
      identities: { exact: 950, withinRounding: 12, conflict: 1, undetermined: 4 },
      findings: { error: 1, warning: 1, notice: 0 },
      rules: { pass: 30, fail: 2, 'not-applicable': 7, undetermined: 1 },
    },
    findings: [conflictFinding, phoneFinding],
    diagnosis: {
      possible: false,
      conflicts: [{ figures: ['t1.1.1', 't1.2.1'], identities: ['i1'] }],
      repair: { alternatives: 1, changes: [{ figure: 't1.1.1', from: fen(12_000_000), to: fen(12_340_000) }] },
    },
    identities: [
      {
        id: 'i1', kind: 'partition', verdict: 'conflict', statement: { zh: '合计 = 基本支出 + 项目支出', en: 'total = basic + project' },
        figures: ['t1.1.1', 't1.2.1'], difference: fen(-340_000), bound: fen(15_000),
      },
      {
        id: 'i2', kind: 'equality', verdict: 'undetermined', statement: { zh: '收入总计 = 支出总计', en: 'revenue = expenditure' },
        figures: ['t1.1.1'], difference: null, bound: null,
      },
    ],
    figures: [
      {
        id: 't1.1.1', region: { year: '2024', use: 'spent', fund: 'fiscal/generalPublic' }, value: fen(12_000_000), quantum: fen(10_000), state: 'stated',
        text: '12.00', place: { document: 'qinghe.txt', line: 4, table: '部门支出总表', row: '合计', column: '本年支出' },
      },
      {
        id: 't1.2.1', region: { year: '2024', kind: 'basic' }, value: null, quantum: null, state: 'blank', text: '',
        place: { document: 'qinghe.txt', line: 5, table: '部门支出总表', row: '=基本,支出', column: '本年支出' },
      },
      {
        id: 'n1.1', region: { year: '2024' }, value: fen(9_007_199_254_740_991), quantum: fen(1), state: 'stated', text: '90071992547409.91元',
        place: { document: 'qinghe.txt', line: 7, section: '一、收入情况' },
      },
    ],
    tables: [{ id: 't1', kind: 'expenditureSummary', title: '部门支出总表', place: { document: 'qinghe.txt', line: 1 } }],
    forms: [{ name: '全民阅读活动', joinedBy: 'name', project: '全民阅读活动', place: { document: 'qinghe.txt', line: 9 } }],
    unbound: [{ place: { document: 'qinghe.txt', line: 8 }, text: '3.50', reason: '这一列的表头认不出' }],
    rules: [{ id: 'D14', outcome: 'fail', checked: 3, undetermined: [] }],
    blocks: [
      { kind: 'paragraph', text: '部门支出总表', spans: [{ start: 0, end: 2, figure: 'n1.1' }] },
      { kind: 'grid', rows: [[{ text: '合计', figure: null }, { text: '12.00', figure: 't1.1.1' }]] },
    ],
    ...part,
  }
}
