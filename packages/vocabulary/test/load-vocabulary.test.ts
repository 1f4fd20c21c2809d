import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../src/index.ts'
import { codes, dataFolder, problemsOf } from './example-data.ts'

describe('loadVocabulary', () => {
  it('gives one word per text, with its uses, region and role', () => {
    const loaded = loadVocabulary(dataFolder())
    expect(loaded.ok && loaded.value.words).toEqual([
      { text: '合计', uses: ['row', 'column'], region: {}, role: 'total' },
      { text: '总计', uses: ['row', 'column'], region: {}, role: 'total' },
      { text: '基本支出', uses: ['column'], region: { kind: 'basic', use: 'spent' } },
    ])
  })

  it('stores words as normaliseLabel writes them', () => {
    const loaded = loadVocabulary(dataFolder({ 'words.yaml': "- { words: ['“三公” 经费（合计）'], uses: [row], region: {} }\n" }))
    expect(loaded.ok && loaded.value.words[0]?.text).toBe('三公经费(合计)')
  })

  it('gives a table of one side its own region', () => {
    const loaded = loadVocabulary(dataFolder())
    expect(loaded.ok && loaded.value.tableKinds[0]).toEqual({
      id: 'expenditureSummary',
      name: '预算支出总表',
      title: { all: ['支出'], any: ['总表'], none: [] },
      sides: { only: { region: { use: 'spent' }, rows: ['function'], detail: {} } },
    })
  })

  it('folds the common region into both sides and keeps the detail apart', () => {
    const loaded = loadVocabulary(
      dataFolder({
        'table-kinds.yaml': [
          '- id: expenditureSummary', '  name: 财政拨款收支总表', '  title: { all: [财政拨款] }', '  region: { fund: fiscal }', '  sides:',
          '    revenue: { region: { fund: fiscal/generalPublic }, rows: [fund], detail: { period: current } }',
          '    expenditure: { region: { use: spent }, rows: [function] }', '',
        ].join('\n'),
      }),
    )
    expect(loaded.ok && loaded.value.tableKinds[0]?.sides).toEqual({
      revenue: { region: { fund: 'fiscal/generalPublic' }, rows: ['fund'], detail: { period: 'current' } },
      expenditure: { region: { fund: 'fiscal', use: 'spent' }, rows: ['function'], detail: {} },
    })
  })

  it('spreads the economic mapping over its department codes', () => {
    const loaded = loadVocabulary(dataFolder())
    expect(loaded.ok && loaded.value.economicMapping).toEqual([
      { department: '30101', administrative: '50101', institution: '50501' },
      { department: '30102', administrative: '50101', institution: '50501' },
    ])
  })

  it('reads codes as text or as numbers in a region', () => {
    const loaded = loadVocabulary(dataFolder({ 'words.yaml': '- { words: [社会保障和就业], uses: [row], region: { function: 208 } }\n' }))
    expect(loaded.ok && loaded.value.words[0]?.region).toEqual({ function: '208' })
  })

  it('reports the mistakes of all files at once', () => {
    const problems = problemsOf({
      'words.yaml': '- { words: [合计], uses: [row], role: sum }\n',
      'legal.yaml': undefined,
      'codes/economic.csv': codes('30,x,2018,,fiscal,observed,1'),
    })
    expect(problems.map((problem) => problem.code)).toEqual([
      'vocabulary.words.unknown-value', 'vocabulary.legal.missing', 'vocabulary.codes.bad-code',
    ])
  })

  it('never throws for a folder that does not exist', () => {
    const loaded = loadVocabulary('/no/such/folder')
    expect(loaded.ok ? [] : loaded.problems.map((problem) => problem.code)).toEqual([
      'vocabulary.words.missing', 'vocabulary.table-kinds.missing', 'vocabulary.sections.missing', 'vocabulary.legal.missing',
      'vocabulary.economic-mapping.missing', 'vocabulary.profiles.missing',
      'vocabulary.codes.missing', 'vocabulary.codes.missing', 'vocabulary.codes.missing',
    ])
  })
})

const soundKind = '- { id: expenditureSummary, name: 预算支出总表, title: { all: [支出] }, rows: [function] }'
const soundProfile = [
  'id: qinghe', 'name: 清河县', 'years: { from: 2022, to: 2024 }', 'rounding: half-up', 'requiredTables: [expenditureSummary]',
  'requiredSections: [threePublic]', 'requiredStatements: []', 'formTitles: []', '',
].join('\n')

/** A mistake, the file with it, and what is reported where. */
type Mistake = readonly [criterion: string, file: string, text: string, code: string, line: number, detail: string, remedy: string]

const mistakes: readonly Mistake[] = [
  [
    'names the line of an unknown key and the keys there are', 'words.yaml',
    '- words: [合计]\n  uses: [row]\n  rgion: {}\n',
    'vocabulary.words.unknown-key', 3, 'rgion', 'region',
  ],
  [
    'names the entry that lacks a key', 'words.yaml',
    '- { words: [合计], uses: [row] }\n- { words: [总计] }\n',
    'vocabulary.words.missing-key', 2, '第 2 条', 'uses',
  ],
  [
    'names the dimensions there are', 'words.yaml',
    '- words: [合计]\n  uses: [row]\n  region:\n    use: spent\n    funds: fiscal\n',
    'vocabulary.words.unknown-dimension', 5, 'funds', 'fund',
  ],
  [
    'names the nodes that a dimension has', 'words.yaml',
    '- words: [合计]\n  uses: [row]\n  region: { fund: fiscal/public }\n',
    'vocabulary.words.bad-node', 3, 'fiscal/public', 'fiscal/generalPublic',
  ],
  [
    'refuses a code path whose steps do not nest', 'words.yaml',
    '- { words: [合计], uses: [row], region: { function: 208/21005 } }\n',
    'vocabulary.words.bad-node', 1, '208/21005', '208/20805',
  ],
  [
    'names the choices of a closed list', 'words.yaml',
    '- { words: [合计], uses: [rows] }\n',
    'vocabulary.words.unknown-value', 1, '第 1 条', 'column',
  ],
  ['refuses an entry without any word', 'words.yaml', '- { words: [], uses: [row] }\n', 'vocabulary.words.empty', 1, 'words', '至少写一项'],
  [
    'refuses a word that normalising leaves empty', 'words.yaml',
    '- { words: [“”], uses: [row] }\n',
    'vocabulary.words.empty-text', 1, '空', '填上',
  ],
  [
    'asks for quotes around a word that reads as a number', 'words.yaml',
    '- { words: [2023], uses: [row] }\n',
    'vocabulary.words.wrong-type', 1, '类型', '引号',
  ],
  [
    'refuses a region that is no map', 'words.yaml',
    '- { words: [合计], uses: [row], region: fiscal }\n',
    'vocabulary.words.wrong-type', 1, 'region', 'period: current',
  ],
  [
    'names both lines of a word written twice', 'words.yaml',
    '- { words: [合计], uses: [row] }\n\n- { words: [合 计], uses: [column, row] }\n',
    'vocabulary.words.duplicate-word', 3, '第 1 行', '合并',
  ],
  [
    'names the line of broken YAML', 'words.yaml',
    '- { words: [合计], uses: [row] }\n- { words: [合计, uses: [row] }\n',
    'vocabulary.words.syntax', 2, '括号', '检查',
  ],
  [
    'refuses a key written twice in one entry', 'words.yaml',
    '- words: [合计]\n  uses: [row]\n  uses: [column]\n',
    'vocabulary.words.syntax', 3, '相同的键', '删去',
  ],
  ['asks for spaces where a tab indents', 'words.yaml', '- words: [合计]\n\tuses: [row]\n', 'vocabulary.words.syntax', 2, '制表符', '空格'],
  ['refuses a file that is no list', 'words.yaml', 'words: [合计]\n', 'vocabulary.words.wrong-type', 1, '整个文件', '列表'],
  ['refuses an empty file', 'legal.yaml', '', 'vocabulary.legal.wrong-type', 1, '整个文件', '列表'],
  [
    'names the line of a repeated table kind', 'table-kinds.yaml',
    `${soundKind}\n${soundKind}\n`,
    'vocabulary.table-kinds.duplicate-id', 2, '第 1 行', '删去',
  ],
  [
    'refuses a title that would claim every table', 'table-kinds.yaml',
    `${soundKind}\n- { id: any, name: 表, title: { none: [收入] }, rows: [] }\n`,
    'vocabulary.table-kinds.empty-title', 2, '所有标题', 'all',
  ],
  [
    'asks for rows or sides', 'table-kinds.yaml',
    `${soundKind}\n- { id: any, name: 表, title: { all: [收入] } }\n`,
    'vocabulary.table-kinds.rows-or-sides', 2, 'rows', 'sides',
  ],
  [
    'refuses a row dimension that does not exist', 'table-kinds.yaml',
    `${soundKind}\n- { id: any, name: 表, title: { all: [收入] }, rows: [subject] }\n`,
    'vocabulary.table-kinds.unknown-value', 2, 'rows', 'function',
  ],
  [
    'refuses a side that excludes the whole table', 'table-kinds.yaml',
    `${soundKind}\n- id: any\n  name: 表\n  title: { all: [收入] }\n  region: { fund: fiscal }\n` +
      `  sides: { revenue: { region: { fund: unitFunds }, rows: [] }, expenditure: { rows: [] } }\n`,
    'vocabulary.table-kinds.contradicting-region', 2, '互相排斥', '维度',
  ],
  [
    'refuses an id that is no identifier', 'sections.yaml',
    '- { id: threePublic, name: 三公, title: { all: [三公] } }\n- { id: 三公, name: 三公, title: { all: [三公] } }\n',
    'vocabulary.sections.bad-id', 2, '三公', '字母',
  ],
  [
    'refuses a legal source of unknown standing', 'legal.yaml',
    '- id: budgetLaw\n  title: 《预算法》\n  number: 2018年修正\n  standing: sure\n',
    'vocabulary.legal.unknown-value', 4, 'standing', 'verified',
  ],
  [
    'refuses an economic code of the wrong length', 'economic-mapping.yaml',
    '- { department: [301], administrative: 501, institution: 50501 }\n' +
      '- { department: [3010], administrative: 501, institution: 50501 }\n',
    'vocabulary.economic-mapping.bad-code', 2, '3010', '5 位',
  ],
  [
    'refuses years in the wrong order', 'profiles/qinghe.yaml',
    soundProfile.replace('from: 2022, to: 2024', 'from: 2024, to: 2022'),
    'vocabulary.profiles.years-reversed', 3, '从 2024 到 2022', 'from',
  ],
  [
    'names a required table that no table kind declares', 'profiles/qinghe.yaml',
    soundProfile.replace('[expenditureSummary]', '\n  - expenditureSummary\n  - summary'),
    'vocabulary.profiles.unknown-table-kind', 7, 'summary', 'table-kinds.yaml',
  ],
  [
    'names a required section that no section kind declares', 'profiles/qinghe.yaml',
    soundProfile.replace('[threePublic]', '[threePublics]'),
    'vocabulary.profiles.unknown-section-kind', 6, 'threePublics', 'sections.yaml',
  ],
  [
    'refuses a second profile of the same id', 'profiles/river.yaml',
    soundProfile,
    'vocabulary.profiles.duplicate-id', 1, 'profiles/qinghe.yaml', '不同',
  ],
  [
    'names a column that the CSV lacks', 'codes/function.csv',
    'code,name,from,to,source,documents\n',
    'vocabulary.codes.missing-column', 1, 'fund', 'code,name',
  ],
  [
    'names the line of a code of the wrong length', 'codes/function.csv',
    codes('208,社会保障和就业支出,2018,,fiscal/generalPublic,observed,1', '2080,养老,2018,,fiscal/generalPublic,observed,1'),
    'vocabulary.codes.bad-code', 3, '2080', '3、5、7',
  ],
  [
    'refuses seven digits in an economic classification', 'codes/economic.csv',
    codes('3010101,基本工资,2018,,fiscal,observed,1'),
    'vocabulary.codes.bad-code', 2, '3010101', '3、5',
  ],
  [
    'refuses a code without a name', 'codes/function.csv',
    codes('208,,2018,,fiscal/generalPublic,observed,1'),
    'vocabulary.codes.missing-name', 2, '208', '名称',
  ],
  [
    'refuses a year that is no year', 'codes/function.csv',
    codes('208,社会保障和就业支出,18,,fiscal/generalPublic,observed,1'),
    'vocabulary.codes.bad-year', 2, '18', '四位',
  ],
  [
    'refuses code years in the wrong order', 'codes/function.csv',
    codes('208,社会保障和就业支出,2020,2019,fiscal/generalPublic,observed,1'),
    'vocabulary.codes.years-reversed', 2, '从 2020 到 2019', 'from',
  ],
  [
    'refuses a code in a fund that does not exist', 'codes/function.csv',
    codes('208,社会保障和就业支出,2018,,general,observed,1'),
    'vocabulary.codes.bad-node', 2, 'general', 'fiscal/generalPublic',
  ],
  [
    'refuses a number of documents that is no number', 'codes/function.csv',
    codes('208,社会保障和就业支出,2018,,fiscal/generalPublic,observed,many'),
    'vocabulary.codes.bad-count', 2, 'many', '0',
  ],
  [
    'refuses the same code and name twice in one year', 'codes/function.csv',
    codes('208,社会保障和就业支出,2018,2020,fiscal/generalPublic,observed,1', '208,社会保障和就业支出,2020,,fiscal/generalPublic,observed,1'),
    'vocabulary.codes.duplicate-code', 3, '208', '年度分开',
  ],
]

describe('a mistake in a data file', () => {
  it.each(mistakes)('%s', (_criterion, file, text, code, line, detail, remedy) => {
    const problems = problemsOf({ [file]: text })
    expect(problems.map((problem) => [problem.code, problem.place])).toEqual([[code, { document: file, line }]])
    expect(problems[0]?.detail).toContain(detail)
    expect(problems[0]?.remedy).toContain(remedy)
  })

  it.each(['words.yaml', 'table-kinds.yaml', 'sections.yaml', 'legal.yaml', 'economic-mapping.yaml', 'codes/function.csv'])(
    'names the missing file %s and where to put it',
    (file) => {
      const [problem] = problemsOf({ [file]: undefined })
      expect(problem?.code).toMatch(/^vocabulary\.[a-z-]+\.missing$/u)
      expect(problem?.place).toEqual({ document: file })
      expect(problem?.remedy).toContain(file)
    },
  )

  it('asks for a profile where the folder has none', () => {
    const problems = problemsOf({ 'profiles/qinghe.yaml': undefined })
    expect(problems).toMatchObject([{ code: 'vocabulary.profiles.missing', place: { document: 'profiles' } }])
  })
})

describe('what is not a mistake', () => {
  it('lets one word mean different things in different uses or roles', () => {
    const text = '- { words: [收入], uses: [column], role: revenue }\n- { words: [收入], uses: [row, column] }\n' +
      '- { words: [收入], uses: [prose], region: { fund: fiscal } }\n'
    expect(loadVocabulary(dataFolder({ 'words.yaml': text })).ok).toBe(true)
  })

  it('lets one code change its name and stand in two funds', () => {
    const text = codes(
      '20805,行政事业单位离退休,2018,2019,fiscal/generalPublic,practice,0', '20805,行政事业单位养老支出,2020,,fiscal/generalPublic,observed,9',
      '220,自然资源海洋气象等支出,2019,,fiscal/generalPublic,observed,9', '220,自然资源海洋气象等支出,2019,,fiscal/governmentFund,observed,1',
    )
    expect(loadVocabulary(dataFolder({ 'codes/function.csv': text })).ok).toBe(true)
  })

  it('reads a CSV with a byte order mark, Windows line ends, blank lines and quoted commas', () => {
    const text = '\ufeffcode,name,from,to,fund,source,documents\r\n\r\n' +
      '2080803,"在乡复员、退伍军人,生活""补助""",2018,,fiscal/generalPublic,practice,0\r\n'
    const loaded = loadVocabulary(dataFolder({ 'codes/function.csv': text }))
    expect(loaded.ok && loaded.value.classification.lookup('function', '2080803')[0]?.name).toBe('在乡复员、退伍军人,生活"补助"')
  })
})
