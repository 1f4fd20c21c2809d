/**
 * The ledger's sheets: their columns, what belongs in them, and by which other heads they are known. The workbook, the CSV
 * files and their reader all follow this one declaration.
 *
 * @module
 */
import type { PrintedUnit } from '@mingzhang/money'
import type { WordListId } from './word-lists.ts'

export type SheetId =
  | 'department' | 'units' | 'projects' | 'lines' | 'revenue' | 'carriedOut' | 'priorYear' | 'procurement' | 'headcount' | 'vehicles' | 'assets'
  | 'texts' | 'forms' | 'indicators' | 'localCodes' | 'pinned'

export type CodeScheme = 'function' | 'economic' | 'governmentEconomic' | 'revenue'

/** What a cell of the column holds. */
export type ColumnKind =
  | { readonly is: 'text'; readonly long?: true; readonly date?: true }
  | { readonly is: 'unit' }
  | { readonly is: 'project' }
  | { readonly is: 'word'; readonly list: WordListId }
  | { readonly is: 'code'; readonly scheme: CodeScheme }
  | { readonly is: 'amount'; readonly unit: PrintedUnit }
  | { readonly is: 'count' }
  | { readonly is: 'date' }
  | { readonly is: 'year' }

export interface ColumnDefinition {
  readonly field: string
  /** The rest of the value's cell key behind the row's: mostly the field. `false` for a column that only refers to a row elsewhere. */
  readonly path: string | false
  readonly head: string
  /** Other heads that mean the same, the preferred one first; data elements of the integrated platform among them. */
  readonly aliases: readonly string[]
  readonly kind: ColumnKind
  /** `value`: the column and every cell of it. `column`: the column, but cells may be blank. */
  readonly required: 'value' | 'column' | 'no'
  /** How to fill it in, for the clerk. */
  readonly note: string
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number
}

export interface SheetDefinition {
  readonly id: SheetId
  readonly name: string
  readonly aliases: readonly string[]
  /** Key of the list in the ledger; a row's key is this, a point and its index. */
  readonly list: string
  /** One line above the table. */
  readonly hint: string
  /** A workbook without this sheet is refused. */
  readonly required: boolean
  readonly columns: readonly ColumnDefinition[]
}

/** Sheets that explain or list: never read, whatever they hold. */
export const unreadSheets: readonly string[] = ['填写说明', '填写示例', '科目表', '问题清单']

const column = (
  field: string, head: string, kind: ColumnKind, required: ColumnDefinition['required'], width: number, note: string,
  aliases: readonly string[] = [], path: string | false = field,
): ColumnDefinition => ({ field, path, head, aliases, kind, required, note, width })

const text: ColumnKind = { is: 'text' }
const longText: ColumnKind = { is: 'text', long: true }
const word = (list: WordListId): ColumnKind => ({ is: 'word', list })
const code = (scheme: CodeScheme): ColumnKind => ({ is: 'code', scheme })
const yuan: ColumnKind = { is: 'amount', unit: '元' }

const unitColumn = column('unit', '单位', { is: 'unit' }, 'value', 26, '从下拉框选择；必须是“单位”表里写过的名称，也可以写单位编码。',
  ['单位名称', '预算单位', '预算单位名称', 'AGENCY_NAME', '单位编码', '单位代码', 'AGENCY_CODE'])
const fundColumn = column('fund', '资金性质', word('fund'), 'value', 20, '从下拉框选择。单位资金能分清来源的选到具体收入，收入和支出要用同一种写法。',
  ['资金性质名称', 'FUND_TYPE_NAME', '资金性质编码', '资金性质代码', 'FUND_TYPE_CODE'])
const periodColumn = column('period', '本年/上年结转', word('period'), 'value', 14, '今年预算安排的选“本年”，去年没用完接着用的选“上年结转”。',
  ['期间', '年度属性', '资金来源', 'FOUND_TYPE_NAME', 'FOUND_TYPE_CODE'])
const functionColumn = column('function', '功能科目', code('function'), 'value', 40, '7 位项级编码，可带名称，如“2080101 行政运行”。下拉框来自“科目表”；自设科目先在“自设科目”表登记。',
  ['功能科目编码', '功能分类科目编码', '支出功能分类科目编码', '功能分类编码', '功能分类', '支出功能分类', '科目编码', 'EXP_FUNC_CODE'])
const amountColumn = (note: string): ColumnDefinition => column('amount', '金额（元）', yuan, 'value', 18, note,
  ['金额', '预算数', '批复数', 'REPLY_AMT', '变动后预算数', 'CUR_AMT', '财政审核数', 'FIN_AUDIT_MONEY', '申报数', 'APPLY_UP'])
const projectColumn = (path: string | false): ColumnDefinition => column('project', '项目名称', { is: 'project' }, 'column', 34,
  '只有项目支出才填；必须是“项目”表里写过的名称，也可以写项目编码。', ['项目', 'PRO_NAME', '项目编码', '项目代码', 'PRO_CODE'], path)

export const sheetDefinitions: readonly SheetDefinition[] = [
  {
    id: 'department', name: '部门信息', aliases: ['部门'], list: 'department', hint: '部门信息：在“内容”一列填写。', required: true,
    columns: [
      column('name', '部门名称', text, 'value', 0, '公开文件封面和各表“部门名称”处的全称。', ['部门', 'DEPT_NAME']),
      column('code', '部门编码', text, 'no', 0, '如 028；没有可以不填。', ['部门代码', 'DEPT_CODE']),
      column('year', '预算年度', { is: 'year' }, 'value', 0, '四位年份。', ['年度', 'FISCAL_YEAR']),
      column('level', '公开级别', word('level'), 'value', 0, '本部门连同所属单位一起公开的选“部门”，一个单位单独公开的选“单位”。'),
      column('approvedOn', '批复日期', { is: 'date' }, 'no', 0, '财政批复预算的日期，如 2024-02-06。'),
      column('publishedOn', '公开日期', { is: 'date' }, 'no', 0, '批复后 20 日内公开。'),
      column('approvedBy', '批复机关', text, 'no', 0, '如：清河县财政局。'),
      column('region', '所属地区', text, 'no', 0, '绩效目标申报表表名里的地区，如：清河县。'),
      column('officePhone', '办公电话', text, 'no', 0, '区号-号码，供公众咨询；不得填手机号。'),
    ],
  },
  {
    id: 'units', name: '单位', aliases: ['预算单位', '单位信息'], list: 'units', hint: '单位：按公开顺序每行一个，部门本级也要写。', required: true,
    columns: [
      column('name', '单位名称', text, 'value', 34, '全称，不得重复；其他各表按这个名称引用。', ['单位', '预算单位', 'AGENCY_NAME']),
      column('code', '单位编码', text, 'no', 16, '没有可以不填。', ['单位代码', 'AGENCY_CODE']),
      column('nature', '单位性质', word('nature'), 'value', 20, '决定机关运行经费的范围和政府经济科目的对应。'),
    ],
  },
  {
    id: 'projects', name: '项目', aliases: ['项目库', '项目信息'], list: 'projects', hint: '项目：每行一个项目；人员类和公用经费不在这里填。', required: true,
    columns: [
      column('name', '项目名称', text, 'value', 44, '全称，不得重复；支出明细和绩效目标按这个名称引用。', ['项目', 'PRO_NAME']),
      column('code', '项目编码', text, 'no', 24, '一体化系统的项目代码，按文本填写；没有可以不填。', ['项目代码', 'PRO_CODE']),
      column('unit', '所属单位', { is: 'unit' }, 'value', 30, '从下拉框选择。', ['单位', '单位名称', '单位编码', 'AGENCY_NAME', 'AGENCY_CODE']),
      column('class', '项目类别', word('projectClass'), 'value', 18, '从下拉框选择。', ['项目类型', 'PRO_KIND_NAME', 'PRO_KIND_CODE']),
    ],
  },
  {
    id: 'lines', name: '支出明细', aliases: ['支出', '支出预算明细'], list: 'lines', required: true,
    hint: '支出明细：每行一笔钱，金额单位为元，精确到分。',
    columns: [
      unitColumn,
      column('use', '支出类别', word('use'), 'value', 14, '人员类、公用经费（两者是基本支出）或项目。', ['项目类别', 'PRO_KIND_NAME', 'PRO_KIND_CODE', '支出性质']),
      projectColumn('use.project'),
      functionColumn,
      column('economic', '部门经济科目', code('economic'), 'column', 34, '5 位款级编码，可带名称。基本支出必填，项目支出可以不填。',
        ['部门经济分类', '部门经济分类编码', '部门经济科目编码', '部门预算支出经济分类', '部门预算支出经济分类编码', 'DEP_BGT_ECO_CODE', '经济科目', '经济分类']),
      column('governmentEconomic', '政府经济科目', code('governmentEconomic'), 'no', 34, '5 位款级编码，可带名称。不填时按单位性质和部门经济科目自动对应。',
        ['政府经济分类', '政府经济分类编码', '政府经济科目编码', '政府预算支出经济分类', '政府预算支出经济分类编码', 'GOV_BGT_ECO_CODE']),
      fundColumn,
      periodColumn,
      column('source', '出资级次', word('source'), 'no', 14, '绩效表要分中央、省级、市县等来源。不填时财政拨款算市县（区），其他算单位自筹。', ['资金级次', '财政级次']),
      amountColumn('单位：元，最多两位小数。冲减写负数。不要写合计行，不要写公式。'),
    ],
  },
  {
    id: 'revenue', name: '收入明细', aliases: ['收入', '收入预算明细'], list: 'revenue', required: true,
    hint: '收入明细：同一资金性质、同一期间，收入应等于支出加年终结转。',
    columns: [
      unitColumn, fundColumn, periodColumn,
      column('subject', '收入科目', code('revenue'), 'column', 34, '本年的政府性基金和国有资本经营预算必填，因为按收入科目公开；其他可以不填。', ['收入科目编码', '收入分类科目编码', '收入分类']),
      amountColumn('单位：元，最多两位小数。'),
    ],
  },
  {
    id: 'carriedOut', name: '年终结转', aliases: [], list: 'carriedOut', hint: '年终结转：计划留到下一年继续使用的资金；没有就空着。', required: false,
    columns: [unitColumn, functionColumn, fundColumn, periodColumn, amountColumn('单位：元，最多两位小数。')],
  },
  {
    id: 'priorYear', name: '上年数', aliases: ['上年预算数'], list: 'priorYear', required: false,
    hint: '上年数：上年预算的对应数，用于写增减变动；不知道的空着，不要填 0。',
    columns: [
      column('item', '项目', word('priorYearItem'), 'value', 34, '已列出全部项目。'),
      { ...amountColumn('单位：元。空着表示不知道，不作比较；确实没有的填 0。'), required: 'column' },
    ],
  },
  {
    id: 'procurement', name: '政府采购', aliases: [], list: 'procurement', hint: '政府采购：每行一项；没有就空着。', required: false,
    columns: [
      unitColumn,
      column('kind', '采购类别', word('procurement'), 'value', 12, '货物、工程或服务。', ['类别']),
      column('name', '采购内容', text, 'column', 44, '买什么，供本单位自己核对。', ['内容', '采购项目']),
      amountColumn('单位：元，最多两位小数。'),
    ],
  },
  {
    id: 'headcount', name: '人员', aliases: ['人员情况'], list: 'facts.headcount', hint: '人员：在职人员按编制类别填实有人数，离退休人员另填一行。', required: false,
    columns: [
      unitColumn,
      column('kind', '人员类别', word('headcount'), 'value', 16, '从下拉框选择。', ['类别']),
      column('people', '人数', { is: 'count' }, 'value', 10, '整数。', ['实有人数']),
    ],
  },
  {
    id: 'vehicles', name: '车辆', aliases: ['车辆情况'], list: 'facts.vehicles', hint: '车辆：按用途填辆数。', required: false,
    columns: [
      unitColumn,
      column('kind', '车辆用途', text, 'value', 26, '如：机要通信应急用车、执法执勤用车。', ['车辆类型', '类型']),
      column('count', '数量（辆）', { is: 'count' }, 'value', 12, '整数。', ['数量', '辆数']),
    ],
  },
  {
    id: 'assets', name: '资产', aliases: ['国有资产'], list: 'facts.assets', hint: '资产：房屋，以及单价100万元以上的设备。', required: false,
    columns: [
      unitColumn,
      column('kind', '资产类别', word('asset'), 'value', 24, '从下拉框选择。', ['类别']),
      column('name', '资产名称', text, 'value', 30, '如：文化馆馆舍。', ['名称']),
      column('size', '面积或数量', text, 'column', 16, '房屋填建筑面积（平方米），设备填台（套）数；照填照印。', ['数量', '面积']),
      column('original', '原值（元）', yuan, 'no', 18, '不填表示不公布。', ['原值']),
      column('depreciation', '累计折旧（元）', yuan, 'no', 18, '不填表示不公布。', ['累计折旧']),
    ],
  },
  {
    id: 'texts', name: '文字说明', aliases: ['说明'], list: 'texts', required: false,
    hint: '文字说明：文中的数写成“{收入总计}”这样的占位，由程序填入；与预算无关的数写成“{照录：27万元}”。',
    columns: [
      column('item', '说明项目', word('textItem'), 'value', 30, '已列出全部项目；不需要的空着。', ['项目', '事项']),
      column('text', '内容', longText, 'column', 100, '照写照印。一项里要分段的，在单元格内换行（Alt+Enter）。', ['文字', '正文']),
    ],
  },
  {
    id: 'forms', name: '绩效目标', aliases: ['绩效目标表', '项目支出绩效目标'], list: 'forms', required: false,
    hint: '绩效目标：每个项目一行，人员类、公用经费各一行。年度金额取自支出明细，不在这里填。',
    columns: [
      column('subject', '对象', word('use'), 'value', 14, '人员类、公用经费或项目。', ['支出类别', '项目类别'], 'subject'),
      projectColumn('subject.project'),
      column('unit', '实施单位', { is: 'unit' }, 'no', 26, '不填时为项目所属单位。', ['单位']),
      column('attribute', '项目属性', text, 'column', 24, '如：一次性项目(1年结束)。'),
      column('duration', '项目期', text, 'column', 10, '如：3年。'),
      column('central', '实施期中央资金（元）', yuan, 'no', 18, '实施期资金各列全部不填，表示与本年相同。', ['实施期中央财政资金'], 'lifeFunding.central'),
      column('provincial', '实施期省级资金（元）', yuan, 'no', 18, '同上。', ['实施期省级财政资金'], 'lifeFunding.provincial'),
      column('local', '实施期市县（区）资金（元）', yuan, 'no', 18, '同上。', ['实施期市县(区)财政资金', '实施期市县资金'], 'lifeFunding.local'),
      column('selfRaised', '实施期单位自筹（元）', yuan, 'no', 18, '同上。', [], 'lifeFunding.selfRaised'),
      column('other', '实施期其他资金（元）', yuan, 'no', 18, '同上。', [], 'lifeFunding.other'),
      column('overview', '项目概况', longText, 'column', 44, '照填照印。'),
      column('basis', '立项依据', longText, 'column', 44, '文件名称和文号。'),
      column('necessity', '项目设立必要性', longText, 'column', 36, '照填照印。', ['必要性']),
      column('measures', '保证项目实施的制度、措施', longText, 'column', 36, '照填照印。', ['制度措施']),
      column('plan', '项目实施计划', longText, 'column', 36, '照填照印。', ['实施计划']),
      column('lifeGoal', '实施期目标', longText, 'column', 44, '整个实施期要达到什么。', ['中期目标']),
      column('annualGoal', '年度目标', longText, 'column', 44, '本年要达到什么；不要照抄实施期目标。'),
      column('responsible', '负责人', text, 'no', 12, '只印在内部件上，公开件不印。'),
      column('handler', '经办人', text, 'no', 12, '只印在内部件上，公开件不印。'),
      column('phone', '联系电话', text, 'no', 16, '只印在内部件上，公开件不印。'),
      column('filledOn', '填报日期', { is: 'text', date: true }, 'no', 18, '照填照印。'),
    ],
  },
  {
    id: 'indicators', name: '绩效指标', aliases: ['指标'], list: 'indicators', required: false,
    hint: '绩效指标：每行一个三级指标，实施期和年度分开写；顺序就是表中的顺序。',
    columns: [
      column('subject', '对象', word('use'), 'value', 14, '与“绩效目标”表的对象一致。', ['支出类别', '项目类别'], false),
      projectColumn(false),
      column('span', '期间', word('span'), 'value', 10, '实施期或年度。', ['目标期间']),
      column('level1', '一级指标', text, 'value', 16, '产出指标、效益指标、满意度指标、成本指标。'),
      column('level2', '二级指标', text, 'value', 20, '如：数量指标。'),
      column('name', '三级指标', text, 'value', 34, '指标名称。', ['指标名称']),
      column('value', '指标值', text, 'column', 24, '照填照印，如：≥98%。单元格已设为文本，不会变成日期或公式。'),
    ],
  },
  {
    id: 'localCodes', name: '自设科目', aliases: [], list: 'localCodes', hint: '自设科目：全国统一科目里没有、本省或本部门自己设的科目；没有就空着。', required: false,
    columns: [
      column('scheme', '科目类别', word('scheme'), 'value', 18, '从下拉框选择。', ['类别']),
      column('code', '科目编码', text, 'value', 16, '功能科目 7 位，经济科目 5 位，收入科目 3 至 9 位。', ['编码']),
      column('name', '科目名称', text, 'value', 40, '全称。', ['名称']),
    ],
  },
  {
    id: 'pinned', name: '已批复数', aliases: [], list: 'pinned', hint: '已批复数：已经按万元批复、必须照原样公开的数；没有就空着。', required: false,
    columns: [
      column('table', '表', text, 'value', 34, '公开表的名称，与“公开表格”工作簿里的一致。', ['表名']),
      column('row', '行', text, 'value', 30, '行的科目编码或名称。', ['行名']),
      column('column', '列', text, 'value', 30, '列的表头。', ['列名']),
      column('printed', '批复数（万元）', { is: 'amount', unit: '万元' }, 'value', 18, '照批复文件填写。', ['批复数', '金额']),
    ],
  },
]

/** The definition of a sheet. */
export function sheetDefinition(id: SheetId): SheetDefinition {
  const found = sheetDefinitions.find((definition) => definition.id === id)
  if (found === undefined) throw new Error(`no sheet ${id}`)
  return found
}
