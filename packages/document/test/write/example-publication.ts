/**
 * A small but complete publication of the invented 清河县文化和旅游局: every kind of block, table and figure that a
 * disclosure has. All its amounts are totals of one list of budget lines, rounded half-up on their own.
 */
import type { Region } from '@mingzhang/figures'
import { fen, type Fen, zeroFen } from '@mingzhang/money'
import type { Publication, PublicationBlock, PublicationCell, PublishedFigure, TableBlock, TableRowBlock, TextRun } from '../../src/publication.ts'
import { amountCell, department, type FigureList, figureList, projects, totalOf, units } from './example-budget.ts'

/** The same publication at every call. */
export function examplePublication(): Publication {
  const list = figureList()
  const blocks: readonly PublicationBlock[] = [
    heading(1, 'part-1', '第一部分 概况'),
    heading(2, 'duties', '一、本部门职责'),
    text('清河县文化和旅游局是县政府主管全县文化、文物和旅游工作的部门，承担以下工作：'),
    text('（1）拟订全县文化和旅游发展规划，推动文化事业、文化产业和旅游业融合发展；', 'item'),
    text('（2）组织实施公共文化服务，指导文化馆、乡镇综合文化站开展群众文化活动；', 'item'),
    text('（3）完成县委、县政府交办的其他工作。', 'item'),
    heading(2, 'organisation', '二、机构设置情况'),
    text('局机关内设办公室、公共服务股、文物旅游股，下属7个事业单位。'),
    heading(1, 'part-2', '第二部分 2024年部门预算报表'),
    expenditureTable(list),
    balanceTable(list),
    emptyTable(list),
    projectTable(list),
    heading(1, 'part-3', '第三部分 2024年度部门预算情况说明'),
    ...narrative(list),
    heading(1, 'part-4', '第四部分 名词解释'),
    text('一、基本支出：维持单位日常运转、完成经常性工作所发生的人员经费和公用经费。', 'item'),
    text('二、项目支出：在基本支出以外，为完成专门工作或事业发展目标安排的支出。', 'item'),
    formTable(list),
  ]
  return {
    title: '2024年度部门预算公开',
    body: department,
    year: 2024,
    coverLines: ['2024年2月23日'],
    created: new Date(Date.UTC(2024, 1, 23, 2, 0, 0)),
    blocks,
    figures: list.figures,
  }
}

const spent: Region = { use: 'spent' }

function expenditureTable(list: FigureList): TableBlock {
  const rows: readonly (readonly [code: string, name: string, path: string | undefined])[] = [
    ['', '合计', undefined],
    ['207', '文化旅游体育与传媒支出', '207'],
    ['20701', '文化和旅游', '207/20701'],
    ['2070101', '行政运行', '207/20701/2070101'],
    ['2070108', '文化活动', '207/20701/2070108'],
    ['2070109', '群众文化', '207/20701/2070109'],
    ['2070113', '旅游宣传', '207/20701/2070113'],
    ['20707', '国家电影事业发展专项资金安排的支出', '207/20707'],
    ['2070702', '资助影院建设', '207/20707/2070702'],
    ['208', '社会保障和就业支出', '208'],
    ['20805', '行政事业单位养老支出', '208/20805'],
    ['2080505', '机关事业单位基本养老保险缴费支出', '208/20805/2080505'],
    ['210', '卫生健康支出', '210'],
    ['21011', '行政事业单位医疗', '210/21011'],
    ['2101101', '行政单位医疗', '210/21011/2101101'],
    ['2101103', '公务员医疗补助', '210/21011/2101103'],
    ['221', '住房保障支出', '221'],
    ['22102', '住房改革支出', '221/22102'],
    ['2210201', '住房公积金', '221/22102/2210201'],
  ]
  const columns: readonly (readonly [name: string, label: string, region: Region])[] = [
    ['total', '合计', {}], ['basic', '基本支出', { kind: 'basic' }], ['project', '项目支出', { kind: 'project' }],
  ]
  const figures = rows.map(([code, name, path]) =>
    columns.map(([column, label, region]) =>
      list.amount(`expenditureSummary.${code}.${column}`, { ...spent, ...(path === undefined ? {} : { function: path }), ...region }, `${name}，${label}`, 'cell'),
    ),
  )
  const partsOf = (row: number, column: number): readonly PublishedFigure[] => {
    const depth = rows[row]?.[0].length ?? 0
    const childDepth = depth === 0 ? 3 : depth + 2
    return rows.flatMap(([code], index) => {
      const figure = figures[index]?.[column]
      return code.length === childDepth && code.startsWith(rows[row]?.[0] ?? '') && figure !== undefined ? [figure] : []
    })
  }
  return {
    kind: 'table', id: 'expenditureSummary', style: 'statement', title: '2024年预算支出总表', orientation: 'portrait',
    caption: `部门名称：${department}`, unit: '单位：万元',
    columns: [{ width: 14 }, { width: 38 }, { width: 16 }, { width: 16 }, { width: 16 }],
    head: [
      { cells: [{ ...head('项目'), columnSpan: 2 }, { ...head('2024年预算数'), columnSpan: 3 }] },
      { cells: ['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map(head) },
    ],
    body: rows.map(([code, name], row) => {
      const amounts = (figures[row] ?? []).map((figure, column) => amountCell(figure, partsOf(row, column)))
      if (code === '') return { emphasis: 'total', cells: [{ text: name, align: 'centre', columnSpan: 2, heads: 'row' }, ...amounts] }
      const indent = (code.length - 3) / 2
      const cells: PublicationCell[] = [label(code), { ...label(name), indent, heads: 'row' }, ...amounts]
      return code.length === 7 ? { cells } : { cells, emphasis: 'group' }
    }),
    notes: [],
  }
}

const functionClasses = [
  '一般公共服务支出', '外交支出', '国防支出', '公共安全支出', '教育支出', '科学技术支出', '文化旅游体育与传媒支出', '社会保障和就业支出', '社会保险基金支出',
  '卫生健康支出', '节能环保支出', '城乡社区支出', '农林水支出', '交通运输支出', '资源勘探工业信息等支出', '商业服务业等支出', '金融支出', '援助其他地区支出',
  '自然资源海洋气象等支出', '住房保障支出', '粮油物资储备支出', '国有资本经营预算支出', '灾害防治及应急管理支出', '预备费', '其他支出', '转移性支出',
  '债务还本支出', '债务付息支出', '债务发行费用支出', '抗疫特别国债安排的支出',
]
const functionNodes: Readonly<Record<string, string>> = { 文化旅游体育与传媒支出: '207', 社会保障和就业支出: '208', 卫生健康支出: '210', 住房保障支出: '221' }
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Two sides, 35 rows, landscape. */
function balanceTable(list: FigureList): TableBlock {
  const id = 'fiscalAppropriation'
  const funds: readonly (readonly [name: string, label: string, node: string])[] = [
    ['subtotal', '小计', 'fiscal'], ['generalPublic', '一般公共预算', 'fiscal/generalPublic'],
    ['governmentFund', '政府性基金预算', 'fiscal/governmentFund'], ['stateCapital', '国有资本经营预算', 'fiscal/stateCapital'],
  ]
  const income = (row: string, name: string, region: Region) => list.amount(`${id}.${row}.income`, region, `收入，${name}`, 'cell')
  const outlay = (row: string, name: string, region: Region) => {
    const figures = funds.map(([column, fund, node]) => list.amount(`${id}.${row}.${column}`, { ...region, fund: node }, `支出，${name}，${fund}`, 'cell'))
    return figures.map((figure, index) => amountCell(figure, index === 0 ? figures.slice(1) : undefined))
  }
  const blank: PublicationCell = { text: '', align: 'end' }
  const left = ['一、一般公共预算', '二、政府性基金预算', '三、国有资本经营预算']
  const body: TableRowBlock[] = functionClasses.map((name, index) => {
    const fund = funds[index + 1]
    const source = left[index]
    const side = source === undefined || fund === undefined
      ? [label(''), blank]
      : [{ ...label(source), heads: 'row' as const }, amountCell(income(fund[0], source, { fund: fund[2], period: 'current' }))]
    const node = functionNodes[name]
    const numbered: PublicationCell = { ...label(`${ordinal(index + 1)}、${name}`), heads: 'row' }
    const amounts = node === undefined
      ? funds.map(() => blank)
      : outlay(node, name, { ...spent, function: node })
    return { cells: [...side, numbered, ...amounts] }
  })
  const line = (row: string, names: readonly [string, string], regions: readonly [Region, Region], emphasis?: 'total'): TableRowBlock => {
    const cells: PublicationCell[] = [
      { ...label(names[0]), align: emphasis === undefined ? 'start' : 'centre', heads: 'row' }, amountCell(income(row, names[0], regions[0])),
      { ...label(names[1]), align: emphasis === undefined ? 'start' : 'centre', heads: 'row' }, ...outlay(row, names[1], regions[1]),
    ]
    return emphasis === undefined ? { cells } : { cells, emphasis }
  }
  body.push(
    line('year', ['本年收入合计', '本年支出合计'], [{ fund: 'fiscal', period: 'current' }, spent], 'total'),
    line('carried', ['上年财政拨款结转', '年终结转'], [{ fund: 'fiscal', period: 'carriedIn' }, { use: 'carriedOut' }]),
    { cells: [{ ...label('一、一般公共预算'), indent: 1, heads: 'row' }, amountCell(income('carriedGeneral', '上年结转，一般公共预算', { fund: 'fiscal/generalPublic', period: 'carriedIn' })), label(''), ...funds.map(() => blank)] },
    { cells: [{ ...label('二、政府性基金预算'), indent: 1, heads: 'row' }, amountCell(income('carriedFund', '上年结转，政府性基金预算', { fund: 'fiscal/governmentFund', period: 'carriedIn' })), label(''), ...funds.map(() => blank)] },
    line('total', ['收入总计', '支出总计'], [{ fund: 'fiscal' }, {}], 'total'),
  )
  return {
    kind: 'table', id, style: 'statement', title: '2024年财政拨款收支总表', orientation: 'landscape',
    caption: `部门名称：${department}`, unit: '单位：万元',
    columns: [22, 13, 31, 13, 13, 13, 13].map((width) => ({ width })),
    head: [
      { cells: [{ ...head('收入'), columnSpan: 2 }, { ...head('支出'), columnSpan: 5 }] },
      { cells: [{ ...head('项目'), rowSpan: 2 }, { ...head('金额'), rowSpan: 2 }, { ...head('项目'), rowSpan: 2 }, { ...head('金额'), columnSpan: 4 }] },
      { cells: funds.map(([, fund]) => head(fund)) },
    ],
    body,
    notes: ['注：本表按财政拨款收支口径编制。'],
  }
}

function emptyTable(list: FigureList): TableBlock {
  const id = 'stateCapital'
  const fund = { fund: 'fiscal/stateCapital', period: 'current' }
  const total = (column: string, name: string, region: Region) => amountCell(list.amount(`${id}.total.${column}`, { ...fund, ...region }, `合计，${name}`, 'cell'))
  return {
    kind: 'table', id, style: 'statement', title: '2024年国有资本经营预算收支预算表（不含上年结转）', orientation: 'landscape',
    caption: `部门名称：${department}`, unit: '单位：万元',
    columns: [14, 20, 16, 12, 20, 12, 12, 12].map((width) => ({ width })),
    head: [
      { cells: [{ ...head('国有资本经营预算收入'), columnSpan: 3 }, { ...head('国有资本经营预算支出'), columnSpan: 5 }] },
      {
        cells: [
          { ...head('项目'), columnSpan: 2 }, { ...head('国有资本经营收入预算'), rowSpan: 2 },
          ...['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((name) => ({ ...head(name), rowSpan: 2 })),
        ],
      },
      { cells: ['收入科目编码', '科目名称'].map(head) },
    ],
    body: [{
      emphasis: 'total',
      cells: [
        { ...label('合计'), align: 'centre', columnSpan: 2, heads: 'row' }, total('income', '收入', {}),
        { ...label('合计'), align: 'centre', columnSpan: 2, heads: 'row' }, total('total', '支出', spent),
        total('basic', '基本支出', { ...spent, kind: 'basic' }), total('project', '项目支出', { ...spent, kind: 'project' }),
      ],
    }],
    notes: ['注：本表无数据'],
  }
}

/** The department, its eight units and their 81 projects: 90 rows. */
function projectTable(list: FigureList): TableBlock {
  const id = 'projects'
  const funds: readonly (readonly [name: string, label: string, region: Region])[] = [
    ['total', '合计', {}], ['generalPublic', '一般公共预算', { fund: 'fiscal/generalPublic' }], ['governmentFund', '政府性基金预算', { fund: 'fiscal/governmentFund' }],
    ['stateCapital', '国有资本经营预算', { fund: 'fiscal/stateCapital' }],
  ]
  const figuresOf = (row: string, name: string, region: Region) =>
    funds.map(([column, fund, part]) => list.amount(`${id}.${row}.${column}`, { ...spent, kind: 'project', period: 'current', ...region, ...part }, `${name}，${fund}`, 'cell'))
  const sums = (own: readonly PublishedFigure[], parts: readonly (readonly PublishedFigure[])[]) =>
    own.map((figure, column) => amountCell(figure, parts.flatMap((part) => part[column] ?? [])))
  const unitFigures = units.map((unit, index) => figuresOf(`unit${String(index)}`, unit, { unit }))
  const rows: TableRowBlock[] = [
    { emphasis: 'total', cells: [{ ...label(department), heads: 'row' }, ...sums(figuresOf('department', '项目支出', {}), unitFigures)] },
  ]
  for (const [index, unit] of units.entries()) {
    const own = projects.filter((project) => project.unit === unit)
    const figures = own.map((project) => figuresOf(`p${String(projects.indexOf(project))}`, project.name, { unit, project: project.name }))
    rows.push({ emphasis: 'group', cells: [{ ...label(unit), indent: 1, heads: 'row' }, ...sums(unitFigures[index] ?? [], figures)] })
    rows.push(...own.map((project, place) => ({
      cells: [{ ...label(project.name), indent: 2, heads: 'row' as const }, ...(figures[place] ?? []).map((figure) => amountCell(figure))],
    })))
  }
  return {
    kind: 'table', id, style: 'statement', title: '2024年项目支出预算表（本年预算）', orientation: 'landscape',
    caption: `部门名称：${department}`, unit: '单位：万元',
    columns: [44, 14, 14, 14, 14].map((width) => ({ width })),
    head: [
      { cells: [{ ...head('项目名称'), rowSpan: 2 }, { ...head('合计'), rowSpan: 2 }, { ...head('2024年财政拨款'), columnSpan: 3 }] },
      { cells: funds.slice(1).map(([, fund]) => head(fund)) },
      { cells: ['1', '2', '3', '4', '5'].map(head) },
    ],
    body: rows,
    notes: [],
  }
}

function narrative(list: FigureList): readonly PublicationBlock[] {
  const run = (figure: PublishedFigure): TextRun => ({ text: figure.text, figure: figure.id })
  const amount = (id: string, name: string, region: Region) => run(list.amount(`narrative.${id}`, region, name, 'prose'))
  return [
    heading(2, 'changes', '一、部门预算收支数据变动情况及原因'),
    text([
      { text: '2024年本部门预算收入总计' }, amount('income', '收入总计', {}), { text: '万元，全部为本年收入，比上年增长' },
      run(list.percentage('narrative.growth', {}, '收入总计，比上年增长', '9.21%')), { text: '，主要原因是新增了文化馆设备购置项目。预算支出总计' },
      amount('outlay', '支出总计', {}), { text: '万元，其中：基本支出' }, amount('basic', '基本支出', { ...spent, kind: 'basic' }), { text: '万元，项目支出' },
      amount('project', '项目支出', { ...spent, kind: 'project' }), { text: '万元。' },
    ]),
    heading(2, 'generalPublic', '二、一般公共预算支出情况说明'),
    heading(3, 'generalPublicScale', '（一）一般公共预算当年拨款规模变化情况'),
    text([{ text: '2024年一般公共预算当年拨款' }, amount('generalPublic', '一般公共预算当年拨款', { fund: 'fiscal/generalPublic', period: 'current' }), { text: '万元。' }]),
    heading(3, 'generalPublicShape', '（二）一般公共预算当年拨款结构情况'),
    text([
      { text: '用于以下方面：社会保障和就业支出' }, amount('social', '社会保障和就业支出', { ...spent, fund: 'fiscal/generalPublic', period: 'current', function: '208' }),
      { text: '万元；没有国有资本经营预算安排的支出，为' }, amount('stateCapital', '国有资本经营预算支出', { ...spent, fund: 'fiscal/stateCapital', period: 'current' }), { text: '万元。' },
    ]),
  ]
}

/** The public rendition of a project's target form: eight columns, cells over rows and columns, no name and no number of a person. */
function formTable(list: FigureList): TableBlock {
  const project = projects[10] ?? { name: '', unit: '', amount: zeroFen }
  const region: Region = { phase: 'budget', project: project.name }
  const sources: readonly (readonly [label: string, level: string | undefined, share: (amount: Fen) => Fen])[] = [
    ['资金总额:', undefined, (amount) => amount], ['其中:中央财政资金', 'central', () => zeroFen], ['省级财政资金', 'provincial', () => zeroFen],
    ['市县(区)财政资金', 'local', (amount) => amount], ['单位自筹', 'selfRaised', () => zeroFen], ['其他资金', 'other', () => zeroFen],
  ]
  const yearly = totalOf({ project: project.name })
  const money = sources.map(([name, level, share], index): TableRowBlock => {
    const part = level === undefined ? region : { ...region, level }
    const life = list.formAmount(`form-1.life.${level ?? 'total'}`, part, `实施期资金，${name}`, share(fen(yearly * 3)))
    const annual = list.formAmount(`form-1.year.${level ?? 'total'}`, { ...part, year: '2024' }, `年度资金，${name}`, share(yearly))
    const first: PublicationCell[] = index === 0 ? [{ ...label('项目资金(元)'), align: 'centre', rowSpan: sources.length }] : []
    return {
      cells: [
        ...first, { ...label(index === 0 ? '实施期资金总额:' : name), columnSpan: 2 }, amountCell(life),
        { ...label(index === 0 ? '年度资金总额:' : name), columnSpan: 2 }, { ...amountCell(annual), columnSpan: 2 },
      ],
    }
  })
  const wide = (name: string, value: string): TableRowBlock => ({ cells: [{ ...label(name), align: 'centre', columnSpan: 2 }, { ...label(value), columnSpan: 6 }] })
  const pair = (left: string, leftValue: string, right: string, rightValue: string): TableRowBlock => ({
    cells: [
      { ...label(left), align: 'centre', columnSpan: 2 }, { ...label(leftValue), columnSpan: 2 },
      { ...label(right), align: 'centre', columnSpan: 2 }, { ...label(rightValue), columnSpan: 2 },
    ],
  })
  const centred = (name: string): PublicationCell => ({ text: name, align: 'centre' })
  const indicator = (first: readonly PublicationCell[], level2: string, name: string, life: string, annual: string): TableRowBlock => ({
    cells: [...first, label(level2), label(name), label(life), label(level2), label(name), label(annual)],
  })
  return {
    kind: 'table', id: 'form-1', style: 'form', title: '清河县县级预算部门(单位)项目支出绩效目标申报表', subtitle: '(2024年度)', contents: project.name, orientation: 'portrait',
    columns: [10, 11, 14, 17, 12, 12, 14, 12].map((width) => ({ width })),
    head: [],
    body: [
      wide('项目名称', project.name),
      pair('主管部门及代码', `028-${department}`, '实施单位', project.unit),
      pair('项目属性', '经常性项目(长期开展)', '项目期', '3年'),
      ...money,
      wide('项目概况', '文化馆公共空间全年免费开放，开办公益培训班。\n送戏下乡，每季度不少于一场。'),
      wide('立项依据', '《清河县公共文化服务保障办法》。'),
      { cells: [{ ...centred('总体目标'), columnSpan: 2, rowSpan: 2 }, { ...centred('实施期目标'), columnSpan: 3 }, { ...centred('年度目标'), columnSpan: 3 }] },
      { cells: [{ ...label('三年累计服务群众9万人次，形成稳定的公益培训课程。'), columnSpan: 3 }, { ...label('2024年服务群众3万人次，开办公益培训班24期。'), columnSpan: 3 }] },
      { cells: [{ ...centred('绩效指标'), rowSpan: 5 }, ...['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'].map(centred)] },
      indicator([{ ...centred('产出指标'), rowSpan: 2 }], '数量指标', '公益培训班', '≥72期', '≥24期'),
      indicator([], '质量指标', '课程按计划完成率', '≥98%', '≥98%'),
      indicator([centred('效益指标')], '社会效益指标', '到馆服务群众', '≥9万人次', '≥3万人次'),
      indicator([centred('满意度指标')], '服务对象满意度指标', '到馆群众满意度', '≥92%', '≥92%'),
      { cells: [label('负责人:'), label(''), label('经办人:'), label(''), label('联系电话:'), label(''), label('填报日期:'), label('20231129112008')] },
    ],
    notes: [],
  }
}

const heading = (level: 1 | 2 | 3, id: string, title: string): PublicationBlock => ({ kind: 'heading', level, id, text: title })
const text = (runs: string | readonly TextRun[], style: 'body' | 'item' = 'body'): PublicationBlock =>
  ({ kind: 'text', runs: typeof runs === 'string' ? [{ text: runs }] : runs, style })
const label = (words: string): PublicationCell => ({ text: words, align: 'start' })
const head = (words: string): PublicationCell => ({ text: words, align: 'centre', heads: 'column' })

function ordinal(index: number): string {
  const [tens, ones] = [Math.floor(index / 10), index % 10]
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${digits[ones] ?? ''}`
}
