/**
 * A report as an audit would give it, about an invented department: 清河县文化馆, 2024. Its amounts are in 万元.
 *
 * 收支总表 prints 421.36 where 支出总表 has 412.36; 35.39 misses its parts by a rounding 0.01; the text says 28.86%
 * where the amounts give 26.86%; a form's money differs from its project's; a phone number stands in the form.
 */
import type { Place, Region } from '@mingzhang/figures'
import { fen, type Fen, parseAmount, type PrintedUnit } from '@mingzhang/money'
import { type AuditReport, reportSchema, type ReportBlock, type ReportFigure, type ReportFinding, type ReportIdentity } from '../../src/model/report.ts'

const document = 'qinghe-culture-2024.txt'
const budget: Region = { year: '2024', phase: 'budget' }

/** Fen of an amount printed in 万元. */
export const wan = (text: string): Fen => statedOf(text, '万元').value

function statedOf(text: string, unit: PrintedUnit) {
  const printed = parseAmount(text, unit)
  if (printed.kind !== 'stated') throw new Error(`not an amount: ${text}`)
  return printed.stated
}

export function reportFigure(id: string, text: string, region: Region, place: Partial<Place>, unit: PrintedUnit = '万元'): ReportFigure {
  const full: Place = { document, ...place }
  if (text === '') return { id, region, value: null, quantum: null, state: 'blank', text, place: full }
  const { value, quantum } = statedOf(text, unit)
  return { id, region, value, quantum, state: 'stated', text, place: full }
}

interface Row {
  readonly texts: readonly string[]
  /** Ids and texts of the figures in the row, by column head. */
  readonly amounts: Readonly<Record<string, readonly [id: string, text: string, region: Region]>>
}

/** A grid with one head row, and the figures in it. */
function table(title: string, block: number, line: number, heads: readonly string[], rows: readonly Row[]): { block: ReportBlock; figures: ReportFigure[] } {
  const figures: ReportFigure[] = []
  const body = rows.map((row, index) => {
    const amounts = heads.slice(row.texts.length).map((head, offset) => {
      const amount = row.amounts[head]
      if (amount === undefined) return { text: '', figure: null }
      const [id, text, region] = amount
      figures.push(
        reportFigure(id, text, { ...budget, ...region }, {
          line: line + index + 1, table: title, row: row.texts[0] === '' ? (row.texts[1] ?? '') : (row.texts[0] ?? ''), column: head,
          block, rowIndex: index + 1, columnIndex: row.texts.length + offset,
        }),
      )
      return { text, figure: id }
    })
    return [...row.texts.map((text) => ({ text, figure: null })), ...amounts]
  })
  return { block: { kind: 'grid', rows: [heads.map((text) => ({ text, figure: null })), ...body] }, figures }
}

const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text, spans: [] })

const totalsBlock: ReportBlock = {
  kind: 'grid',
  rows: [
    ['收入项目', '预算数', '支出项目（按功能分类）', '预算数'].map((text) => ({ text, figure: null })),
    [cell('一、一般公共预算'), cell('465.45', 't1.1'), cell('七、文化旅游体育与传媒支出'), cell('421.36', 't1.2')],
    [cell('二、政府性基金预算'), cell('', 't1.3'), cell('八、社会保障和就业支出'), cell('35.39', 't1.4')],
    [cell('三、单位资金'), cell('0.00', 't1.5'), cell('十九、住房保障支出'), cell('17.70', 't1.6')],
    [cell('收入总计'), cell('465.45', 't1.7'), cell('支出总计'), cell('465.45', 't1.8')],
  ],
}

function cell(text: string, figure: string | null = null) {
  return { text, figure }
}

const inTotals = (id: string, text: string, row: string, column: string, rowIndex: number, columnIndex: number, region: Region) =>
  reportFigure(id, text, { ...budget, ...region }, { line: 12 + rowIndex, table: '预算收支总表', row, column, block: 4, rowIndex, columnIndex })

const totalsFigures = [
  inTotals('t1.1', '465.45', '一、一般公共预算', '收入 / 预算数', 1, 1, { fund: 'fiscal/generalPublic' }),
  inTotals('t1.2', '421.36', '七、文化旅游体育与传媒支出', '支出 / 预算数', 1, 3, { use: 'spent', function: '207' }),
  inTotals('t1.3', '', '二、政府性基金预算', '收入 / 预算数', 2, 1, { fund: 'fiscal/governmentFund' }),
  inTotals('t1.4', '35.39', '八、社会保障和就业支出', '支出 / 预算数', 2, 3, { use: 'spent', function: '208' }),
  inTotals('t1.5', '0.00', '三、单位资金', '收入 / 预算数', 3, 1, { fund: 'unitFunds' }),
  inTotals('t1.6', '17.70', '十九、住房保障支出', '支出 / 预算数', 3, 3, { use: 'spent', function: '221' }),
  inTotals('t1.7', '465.45', '收入总计', '收入 / 预算数', 4, 1, {}),
  inTotals('t1.8', '465.45', '支出总计', '支出 / 预算数', 4, 3, {}),
]

const subjects: readonly (readonly [code: string, name: string, total: string, basic: string, project: string])[] = [
  ['', '合计', '465.45', '340.45', '125.00'],
  ['207', '文化旅游体育与传媒支出', '412.36', '287.36', '125.00'],
  ['20701', '文化和旅游', '412.36', '287.36', '125.00'],
  ['2070109', '群众文化', '412.36', '287.36', '125.00'],
  ['208', '社会保障和就业支出', '35.39', '35.39', ''],
  ['20805', '行政事业单位养老支出', '35.39', '35.39', ''],
  ['2080505', '机关事业单位基本养老保险缴费支出', '23.60', '23.60', ''],
  ['2080506', '机关事业单位职业年金缴费支出', '11.80', '11.80', ''],
  ['221', '住房保障支出', '17.70', '17.70', ''],
  ['22102', '住房改革支出', '17.70', '17.70', ''],
  ['2210201', '住房公积金', '17.70', '17.70', ''],
]

/** 2080505 lies below 20805, which lies below 208. */
const subjectPath = (code: string) => [3, 5, 7].filter((length) => length <= code.length).map((length) => code.slice(0, length)).join('/')

const expenditure = table(
  '预算支出总表', 7, 22, ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  subjects.map(([code, name, total, basic, project]) => {
    const region: Region = code === '' ? { use: 'spent' } : { use: 'spent', function: subjectPath(code) }
    const row = code === '' ? 'sum' : code
    return {
      texts: [code, name],
      amounts: {
        合计: [`t2.${row}.total`, total, region],
        基本支出: [`t2.${row}.basic`, basic, { ...region, kind: 'basic' }],
        ...(project === '' ? {} : { 项目支出: [`t2.${row}.project`, project, { ...region, kind: 'project' }] as const }),
      },
    }
  }),
)

const projects = table('项目支出预算表', 10, 38, ['项目名称', '合计', '备注'], [
  { texts: ['全民阅读活动'], amounts: { 合计: ['t3.1', '12.50', { kind: 'project', project: '全民阅读活动' }] } },
  { texts: ['乡镇文化站免费开放补助'], amounts: { 合计: ['t3.2', '112.50', { kind: 'project', project: '乡镇文化站免费开放补助' }] } },
  { texts: ['合计'], amounts: { 合计: ['t3.3', '125.00', { kind: 'project' }] } },
])

const sentence = '2024年本部门支出预算465.45万元，其中基本支出340.45万元，项目支出125.00万元，占支出预算的28.86%。支出预算比上年增加12.40万元，增长2.74%，主要原因是免费开放补助标准提高。'

function spanOf(text: string, figure: string) {
  const start = sentence.indexOf(text)
  return { start, end: start + text.length, figure }
}

const inSentence = (id: string, text: string, region: Region) => {
  const { start, end } = spanOf(text, id)
  return reportFigure(id, text.replace('万元', ''), { ...budget, ...region }, { line: 46, section: '三、支出预算情况说明', block: 13, start, end })
}

const sentenceFigures = [
  inSentence('n1.1', '465.45万元', { use: 'spent' }),
  inSentence('n1.2', '340.45万元', { use: 'spent', kind: 'basic' }),
  inSentence('n1.3', '125.00万元', { use: 'spent', kind: 'project' }),
]

const formPlace: Place = { document, line: 52, form: '全民阅读活动', block: 17 }
const formBlock: ReportBlock = {
  kind: 'grid',
  rows: [
    [cell('项目名称'), cell('全民阅读活动'), cell('项目属性'), cell('一次性项目(1年结束)')],
    [cell('主管部门'), cell('021-清河县文化馆'), cell('实施单位'), cell('清河县文化馆')],
    [cell('年度资金总额（元）'), cell('120,000', 'f1.total'), cell('其中：市县资金'), cell('120,000', 'f1.local')],
    [cell('项目概况'), cell('全年在城乡举办24场阅读活动，每场补助5000元，覆盖全县11个乡镇，面向在校学生、老年读者和返乡务工人员，由馆内人员与志愿者共同组织。')],
    [cell('产出指标'), cell('数量指标'), cell('举办阅读活动场次'), cell('≥24场')],
    [cell('产出指标'), cell('成本指标'), cell('单场活动成本'), cell('≥5000元/场')],
    [cell('经办人'), cell('李*'), cell('联系电话'), cell('138****0000')],
  ],
}

const formFigures = [
  reportFigure('f1.total', '120,000', { ...budget, kind: 'project', project: '全民阅读活动' }, { ...formPlace, line: 54, field: '年度资金总额', rowIndex: 2, columnIndex: 1 }, '元'),
  reportFigure('f1.local', '120,000', { ...budget, kind: 'project', project: '全民阅读活动', level: 'local' }, { ...formPlace, line: 54, field: '市县资金', rowIndex: 2, columnIndex: 3 }, '元'),
]

const figures: readonly ReportFigure[] = [...totalsFigures, ...expenditure.figures, ...projects.figures, ...sentenceFigures, ...formFigures]
const placeOf = (id: string): Place => {
  const figure = figures.find((one) => one.id === id)
  if (figure === undefined) throw new Error(`no figure ${id}`)
  return figure.place
}

const identities: readonly ReportIdentity[] = [
  {
    id: 'i1', kind: 'equality', verdict: 'conflict', figures: ['t1.2', 't2.207.total'], difference: wan('9.00'), bound: wan('0.0099'),
    statement: {
      zh: '预算收支总表“七、文化旅游体育与传媒支出”421.36 万元，应等于预算支出总表“207 合计”412.36 万元',
      en: '预算收支总表 row 七 421.36 must equal 预算支出总表 row 207, 412.36 (万元)',
    },
  },
  {
    id: 'i2', kind: 'partition', verdict: 'conflict', figures: ['t1.8', 't1.2', 't1.4', 't1.6'], difference: wan('-9.00'), bound: wan('0.0199'),
    statement: {
      zh: '预算收支总表支出总计 465.45 万元，应等于各功能分类之和 421.36＋35.39＋17.70＝474.45 万元',
      en: '预算收支总表: the total 465.45 must equal the sum of its functions, 421.36 + 35.39 + 17.70 = 474.45 (万元)',
    },
  },
  {
    id: 'i3', kind: 'partition', verdict: 'withinRounding', figures: ['t2.20805.total', 't2.2080505.total', 't2.2080506.total'], difference: wan('-0.01'), bound: wan('0.0149'),
    statement: {
      zh: '预算支出总表 20805 合计 35.39 万元，下级科目之和 23.60＋11.80＝35.40 万元，差 −0.01 万元',
      en: '预算支出总表 row 20805: 35.39, its children 23.60 + 11.80 = 35.40, difference −0.01 (万元)',
    },
  },
  {
    id: 'i4', kind: 'partition', verdict: 'exact', figures: ['t2.sum.total', 't2.207.total', 't2.208.total', 't2.221.total'], difference: fen(0), bound: wan('0.0199'),
    statement: { zh: '合计等于各类之和', en: 'The total is the sum of its classes' },
  },
  {
    id: 'i5', kind: 'equality', verdict: 'exact', figures: ['t2.sum.total', 'n1.1'], difference: fen(0), bound: wan('0.0099'),
    statement: { zh: '文字与表相等', en: 'The text equals the table' },
  },
  {
    id: 'i6', kind: 'equality', verdict: 'undetermined', figures: ['t1.3', 't1.1'], difference: null, bound: null,
    statement: { zh: '政府性基金预算收入空白，无法与政府性基金预算收入表核对', en: 'Government fund revenue is blank and cannot be held against its table' },
  },
  {
    id: 'i7', kind: 'equality', verdict: 'conflict', figures: ['t3.1', 'f1.total'], difference: wan('0.50'), bound: wan('0.0049'),
    statement: { zh: '项目“全民阅读活动”预算表 12.50 万元，绩效目标表 12.00 万元', en: 'Project 全民阅读活动: 12.50 in the table, 12.00 in its form (万元)' },
  },
]

const legitimateRounding = { zh: '四舍五入后的正常尾差，可在表下加注说明。', en: 'An ordinary result of rounding; a note below the table can say so.' }

const findings: readonly ReportFinding[] = [
  {
    id: 'H-3f2a91', rule: 'H', title: { zh: '表间数字应当相等', en: 'Figures of different tables must be equal' }, severity: 'error', verdict: 'conflict',
    places: [placeOf('t1.2'), placeOf('t2.207.total')], figures: ['t1.2', 't2.207.total', 't1.8'],
    expected: wan('412.36'), found: wan('421.36'), difference: wan('9.00'),
    statement: {
      zh: '文化旅游体育与传媒支出，预算收支总表印 421.36 万元，预算支出总表印 412.36 万元，两处相差 9.00 万元。',
      en: 'Culture expenditure (207) is 421.36 in 预算收支总表 and 412.36 in 预算支出总表: they differ by 9.00 (万元).',
    },
    basis: ['《地方预决算公开操作规程》（财预〔2016〕143号）第七条', '预决算报表编制通行要求：表间勾稽关系'],
    legitimate: { zh: '两表口径不同且已注明（如其中一表含上年结转）时，可以不等。', en: 'They may differ where the tables state different scopes, such as one with carried-in funds.' },
    identities: ['i1', 'i2'],
  },
  {
    id: 'D19-77b0c2', rule: 'D19', title: { zh: '公开的绩效目标表含个人信息', en: 'A public form holds personal data' }, severity: 'error', verdict: 'fail',
    places: [{ ...formPlace, line: 58, field: '联系电话', rowIndex: 6, columnIndex: 3 }, { ...formPlace, line: 58, field: '经办人', rowIndex: 6, columnIndex: 1 }],
    figures: [], expected: null, found: '138****0000', difference: null,
    statement: { zh: '“全民阅读活动”绩效目标表公开了经办人姓名和手机号码（已遮盖）。', en: 'The form 全民阅读活动 publishes its handler’s name and mobile number (masked here).' },
    basis: ['《个人信息保护法》第六条'], legitimate: { zh: '所印为单位值班电话时，不属于个人信息。', en: 'A duty telephone of the office is no personal data.' }, identities: [],
  },
  {
    id: 'K53-0a41de', rule: 'K53', title: { zh: '文字中的占比应当与金额相符', en: 'A share in the text must follow from its amounts' }, severity: 'warning', verdict: 'fail',
    places: [{ document, line: 46, section: '三、支出预算情况说明', block: 13, start: sentence.indexOf('28.86%'), end: sentence.indexOf('28.86%') + 6 }],
    figures: ['n1.3', 'n1.1'], expected: '26.86%', found: '28.86%', difference: null,
    statement: { zh: '项目支出 125.00 万元占支出预算 465.45 万元的 26.86%，文字写 28.86%。', en: 'Project expenditure 125.00 of 465.45 (万元) is 26.86%; the text says 28.86%.' },
    basis: ['《地方预决算公开操作规程》（财预〔2016〕143号）第七条'], legitimate: { zh: '占比的分母另有说明时除外。', en: 'Unless another whole is named for the share.' }, identities: [],
  },
  {
    id: 'L70-5be813', rule: 'L70', title: { zh: '绩效目标表金额应当与项目预算一致', en: 'A form’s money must equal its project’s budget' }, severity: 'warning', verdict: 'conflict',
    places: [placeOf('f1.total'), placeOf('t3.1')], figures: ['f1.total', 't3.1'], expected: wan('12.50'), found: wan('12.00'), difference: wan('-0.50'),
    statement: { zh: '“全民阅读活动”绩效目标表年度资金 12.00 万元，项目支出预算表 12.50 万元。', en: 'The form 全民阅读活动 has 12.00 for the year, the project table 12.50 (万元).' },
    basis: ['《中央部门预算绩效目标管理办法》（财预〔2015〕88号）第六条'], legitimate: { zh: '绩效目标表按批复前的申报数填报且未更新时，应说明。', en: 'The form may still carry the amount applied for, which should be said.' }, identities: ['i7'],
  },
  {
    id: 'D03-91c7f5', rule: 'D03', title: { zh: '成本指标应当写上限', en: 'A cost indicator must state a ceiling' }, severity: 'warning', verdict: 'fail',
    places: [{ ...formPlace, line: 57, field: '单场活动成本', rowIndex: 5, columnIndex: 3 }], figures: [], expected: '≤5000元/场', found: '≥5000元/场', difference: null,
    statement: { zh: '成本指标“单场活动成本”写作“≥5000元/场”，方向与控制成本相反。', en: 'The cost indicator 单场活动成本 reads “≥5000元/场”: the direction is opposite to limiting cost.' },
    basis: ['《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）第三部分'],
    legitimate: { zh: '指标意在保证最低投入标准时，应改列数量或质量指标。', en: 'Where a minimum standard is meant, it belongs to quantity or quality.' }, identities: [],
  },
  {
    id: 'P-2c80e4', rule: 'P', title: { zh: '分项之和应当等于总额', en: 'Parts must sum to the whole' }, severity: 'notice', verdict: 'withinRounding',
    places: [placeOf('t2.20805.total'), placeOf('t2.2080505.total'), placeOf('t2.2080506.total')],
    figures: ['t2.20805.total', 't2.2080505.total', 't2.2080506.total'], expected: wan('35.40'), found: wan('35.39'), difference: wan('-0.01'),
    statement: { zh: '预算支出总表 20805 合计 35.39 万元，下级科目之和 35.40 万元，差 −0.01 万元，属尾差。', en: '预算支出总表 row 20805 is 35.39, its children sum to 35.40: −0.01 (万元), within rounding.' },
    basis: ['预决算报表编制通行要求：表内勾稽关系'], legitimate: legitimateRounding, identities: ['i3'],
  },
  {
    id: 'T39-b6d910', rule: 'T39', title: { zh: '政府性基金预算收入未印', en: 'Government fund revenue is not printed' }, severity: 'notice', verdict: 'undetermined',
    places: [placeOf('t1.3')], figures: ['t1.3'], expected: null, found: null, difference: null,
    statement: { zh: '预算收支总表“二、政府性基金预算”空白，表下没有“本表无数据”一类说明，无法判定是零还是漏填。', en: 'Row 二、政府性基金预算 is blank and no note says “no data”: zero or omission cannot be told apart.' },
    basis: ['《地方预决算公开操作规程》（财预〔2016〕143号）第十二条'], legitimate: { zh: '确无政府性基金收支的，可在表下注明。', en: 'Where there is none, a note below the table says so.' }, identities: ['i6'],
  },
]

/** The report; `part` replaces what a test is about. */
export function exampleReport(part: Partial<AuditReport> = {}): AuditReport {
  return {
    schema: reportSchema,
    version: '0.1.0',
    document: { name: document, body: '清河县文化馆', year: 2024, kind: 'budget', level: 'department', profile: 'shanxi' },
    summary: {
      tables: { recognised: 3, expected: 4 },
      cells: { numeric: 37, bound: 36 },
      prose: { figures: 5, bound: 4 },
      forms: { found: 1, joined: 1 },
      identities: { exact: 2, withinRounding: 1, conflict: 3, undetermined: 1 },
      findings: { error: 2, warning: 3, notice: 2 },
      rules: { pass: 9, fail: 4, 'not-applicable': 6, undetermined: 1 },
    },
    findings,
    diagnosis: {
      possible: false,
      conflicts: [{ figures: ['t1.2', 't2.207.total'], identities: ['i1'] }],
      repair: { alternatives: 1, changes: [{ figure: 't1.2', from: wan('421.36'), to: wan('412.36') }] },
    },
    identities,
    figures,
    tables: [
      { id: 't1', kind: 'budgetTotals', title: '预算收支总表', place: { document, line: 10, block: 3 } },
      { id: 't2', kind: 'expenditureTotals', title: '预算支出总表', place: { document, line: 21, block: 6 } },
      { id: 't3', kind: 'projects', title: '项目支出预算表', place: { document, line: 37, block: 9 } },
    ],
    forms: [{ name: '全民阅读活动', joinedBy: 'name', project: '全民阅读活动', place: formPlace }],
    unbound: [
      { place: { document, line: 40, table: '项目支出预算表', row: '乡镇文化站免费开放补助', column: '备注', block: 10, rowIndex: 2, columnIndex: 2 }, text: '3.60', reason: '列“备注”没有对应的含义' },
      { place: { document, line: 48, section: '四、其他说明', block: 15, start: 10, end: 12 }, text: '6台', reason: '句中没有说明所指' },
    ],
    rules: [
      { id: 'D03', outcome: 'fail', checked: 2, undetermined: [] },
      { id: 'D19', outcome: 'fail', checked: 1, undetermined: [] },
      { id: 'K51', outcome: 'undetermined', checked: 0, undetermined: ['没有上年数，不能重算增长率'] },
      { id: 'K53', outcome: 'fail', checked: 1, undetermined: [] },
      { id: 'L70', outcome: 'fail', checked: 1, undetermined: [] },
      { id: 'T12', outcome: 'pass', checked: 3, undetermined: [] },
      { id: 'T60', outcome: 'not-applicable', checked: 0, undetermined: [] },
    ],
    blocks: [
      paragraph('清河县文化馆2024年度部门预算公开'),
      paragraph(''),
      paragraph('第二部分 2024年部门预算报表'),
      paragraph('预算收支总表'),
      totalsBlock,
      paragraph(''),
      paragraph('预算支出总表'),
      expenditure.block,
      paragraph(''),
      paragraph('项目支出预算表'),
      withUnboundNote(projects.block),
      paragraph('第三部分 2024年部门预算情况说明'),
      paragraph('三、支出预算情况说明'),
      { kind: 'paragraph', text: sentence, spans: [spanOf('465.45万元', 'n1.1'), spanOf('340.45万元', 'n1.2'), spanOf('125.00万元', 'n1.3')] },
      paragraph('四、其他说明'),
      paragraph('本馆现有流动图书设备6台，面向各乡镇文化站调配使用。'),
      paragraph('清河县县级预算部门(单位)项目支出绩效目标申报表（2024年度）'),
      formBlock,
    ],
    ...part,
  }
}

function withUnboundNote(block: ReportBlock): ReportBlock {
  if (block.kind !== 'grid') return block
  return { kind: 'grid', rows: block.rows.map((row, index) => (index === 2 ? row.map((one, column) => (column === 2 ? cell('3.60') : one)) : row)) }
}
