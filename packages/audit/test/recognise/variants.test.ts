import { readText } from '@mingzhang/document'
import { judge, deriveIdentities, type Region } from '@mingzhang/figures'
import { describe, expect, it } from 'vitest'
import { readDocumentFacts } from '../../src/recognise/document-facts.ts'
import { recogniseDocument } from '../../src/recognise/recognise-document.ts'
import { proveDocument } from '../../src/prove.ts'
import { ownVocabulary } from '../corpus/corpus-files.ts'
import { expenditureTable, recogniseText, regionsOf, row } from './recognise-text.ts'

const generalPublic: Region = { fund: 'fiscal/generalPublic' }

/** 收入总表 with the given head rows and rows. */
const revenueTable = (...rows: readonly string[]): readonly string[] => ['收入总表', '单位：万元', ...rows]

describe('readHeader › what separators leave over', () => {
  it('takes columns without any text for no columns, so that no amount stands twice', () => {
    const { document } = recogniseText('2024年预算支出总表', '单位：万元',
      row('科目编码', '科目名称', '合计', '基本支出', '项目支出', '', ''),
      row('合计', '', '30.00', '20.00', '10.00', '', ''),
      row('207', '文化旅游体育与传媒支出', '30.00', '20.00', '10.00', '', ''))
    expect(document.tables[0]?.cells).toHaveLength(6)
    expect(deriveIdentities(document.figures).identities.map((identity) => judge(identity, 'half-up').outcome)).not.toContain('conflict')
  })

  it('keeps a blank column that has a head: its blanks say that there is no money', () => {
    const { tables } = recogniseText(...expenditureTable(row('合计', '', '20.00', '20.00', '')))
    expect(tables[0]?.cells.map(({ printed }) => printed.kind)).toEqual(['stated', 'stated', 'blank'])
  })
})

describe('readHeader › words of other places', () => {
  it('takes the funds beside 上年结转 for this year’s money, without a 本年收入 above them', () => {
    const { tables } = recogniseText(...revenueTable(
      row('科目编码', '科目名称', '合计', '上年结转', '一般公共预算拨款收入', '其他收入'),
      row('合计', '', '50.00', '10.00', '30.00', '10.00')))
    expect(regionsOf(tables[0])).toEqual({
      '合计·合计': {}, '合计·上年结转': { period: 'carriedIn' },
      '合计·一般公共预算拨款收入': { ...generalPublic, period: 'current' }, '合计·其他收入': { fund: 'unitFunds/other', period: 'current' },
    })
  })

  it('leaves the funds whole where nothing beside them is carried in', () => {
    const { tables } = recogniseText(...revenueTable(row('科目编码', '科目名称', '合计', '一般公共预算拨款收入'), row('合计', '', '30.00', '30.00')))
    expect(regionsOf(tables[0])['合计·一般公共预算拨款收入']).toEqual(generalPublic)
  })

  it('reads 财政拨款收入 as the fund where it heads a column of amounts', () => {
    const { tables } = recogniseText(...revenueTable(row('科目编码', '科目名称', '合计', '财政拨款收入', '事业收入'), row('合计', '', '32.00', '30.00', '2.00')))
    expect(regionsOf(tables[0])).toMatchObject({ '合计·财政拨款收入': { fund: 'fiscal' }, '合计·事业收入': { fund: 'unitFunds/operations' } })
  })

  it('reads a head that repeats the title as naming nothing further', () => {
    const { tables } = recogniseText('一般公共预算基本支出表', '单位：万元',
      row('科目编码', '科目名称', '本年一般公共预算基本支出', ''), row('', '', '合计', '人员经费'), row('301', '工资福利支出', '20.00', '20.00'))
    expect(regionsOf(tables[0])).toEqual({
      '301·本年一般公共预算基本支出 / 合计': { ...generalPublic, use: 'spent', period: 'current', kind: 'basic', economic: '301' },
      '301·本年一般公共预算基本支出 / 人员经费': { ...generalPublic, use: 'spent', period: 'current', kind: 'basic/personnel', economic: '301' },
    })
  })

  it('does not read the columns of another year as this year’s', () => {
    const { tables } = recogniseText('“三公”经费支出表', '单位：万元', row('项目', '2023年预算数', '上年预算数', '2024年预算数'), row('公务接待费', '4.00', '4.00', '3.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.year)).toEqual(['2023', '2023', undefined])
    expect(tables[0]?.cells.map(({ otherYear }) => otherYear)).toEqual([2023, 2023, undefined])
  })

  it('keeps 机关运行经费 apart from the “三公”经费 that it stands beside', () => {
    const { tables } = recogniseText('2024年部门“三公”经费和机关运行经费预算表', '单位：万元',
      row('“三公”经费预算数', '', '机关运行经费预算数'), row('合计', '公务接待费', ''), row('3.00', '3.00', '41.00'))
    expect(tables[0]?.cells.map(({ region }) => region)).toEqual([
      { use: 'spent', fund: 'fiscal', threePublic: 'all' },
      { use: 'spent', fund: 'fiscal', threePublic: 'all/reception' },
      { use: 'spent', fund: 'fiscal', agencyOperating: 'all' },
    ])
  })

  it('binds one row only where no column names the rows', () => {
    const { tables } = recogniseText('“三公”经费支出表', '单位：万元', row('“三公”经费合计', '公务接待费'), row('3.00', '3.00'), row('2.00', '2.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.threePublic)).toEqual(['all', 'all/reception', undefined, undefined])
  })
})

describe('unboundLines', () => {
  const outcomes = async (business: string, total: string): Promise<readonly string[]> => {
    const { document } = recogniseText('部门支出总表', '单位：万元', row('科目编码', '科目名称', '合计', '基本支出', '项目支出', '清河专项支出'),
      row('合计', '', total, '20.00', '10.00', business), row('207', '文化旅游体育与传媒支出', total, '20.00', '10.00', business))
    return (await proveDocument(document, 'half-up')).verdicts.map(({ outcome }) => outcome)
  }

  it('judges no sum of a row in which an amount of an unknown column is missing', async () => {
    expect(await outcomes('8.00', '38.00')).toContain('undetermined')
    expect(await outcomes('8.00', '38.00')).not.toContain('conflict')
  })

  it('still judges it where the unknown column prints zero', async () => {
    expect(await outcomes('0.00', '30.00')).not.toContain('undetermined')
    expect(await outcomes('0.00', '38.00')).toContain('conflict')
  })
})

describe('rowReader › codes and names of other places', () => {
  it('joins 类, 款 and 项 that stand in a column each', () => {
    const { tables } = recogniseText('2024年部门支出预算总表', '单位：元',
      row('项目', '', '', '', '支出预算', ''), row('功能分类科目编码', '', '', '功能分类科目名称', '合计', '基本支出'), row('类', '款', '项', '', '', ''),
      row('207', '', '', '文化旅游体育与传媒支出', '9.00', '9.00'), row('207', '01', '', '文化和旅游', '9.00', '9.00'),
      row('207', '01', '01', '行政运行', '9.00', '9.00'), row('', '', '', '合计', '9.00', '9.00'))
    expect(Object.values(regionsOf(tables[0])).map((region) => (typeof region === 'string' ? region : region.function))).toEqual([
      '207', '207', '207/20701', '207/20701', '207/20701/2070101', '207/20701/2070101', undefined, undefined,
    ])
  })

  it('reads a code in the same cell as the name', () => {
    const { tables } = recogniseText('一般公共预算支出情况表（按功能分类科目）', '单位：万元', row('功能科目名称', '合计', '其中：基本支出'),
      row('[207]文化旅游体育与传媒支出', '9.00', '9.00'), row('  [2070101]行政运行', '9.00', '9.00'), row('2080505-机关事业单位基本养老保险缴费支出', '4.00', '4.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.function)).toEqual([
      '207', '207', '207/20701/2070101', '207/20701/2070101', '208/20805/2080505', '208/20805/2080505',
    ])
  })

  it('reads full-width codes', () => {
    const { tables } = recogniseText(...expenditureTable(row('２０７', '文化旅游体育与传媒支出', '９．００', '９．００', '')))
    expect(tables[0]?.cells[0]?.region?.function).toBe('207')
  })

  it('does not take the number of a unit for a subject', () => {
    const { tables } = recogniseText(...revenueTable(row('部门代码', '部门名称', '合计'), row('', '合计', '9.00'), row('121', '清河县文化馆', '9.00')))
    expect(regionsOf(tables[0])).toEqual({ '合计·合计': {}, '121·合计': { unit: '清河县文化馆' } })
  })

  it('reads rows numbered one level deeper as lying in the row above them', () => {
    const { tables, problems } = recogniseText('财政拨款收支总表', '单位：万元', row('收入', '', '支出', ''), row('项目', '预算数', '项目', '预算数'),
      row('一、本年收入', '30.00', '一、本年支出', '35.00'), row('（一）一般公共预算拨款', '30.00', '（一）文化旅游体育与传媒支出', '35.00'),
      row('二、上年结转', '5.00', '二、年终结转', ''), row('（一）一般公共预算拨款', '5.00', '', ''), row('收入总计', '35.00', '支出总计', '35.00'))
    expect(problems).toEqual([])
    const revenue = tables[0]?.cells.filter(({ side }) => side === 'revenue').map(({ region }) => region)
    expect(revenue).toEqual([
      { fund: 'fiscal', period: 'current' }, { ...generalPublic, period: 'current' },
      { fund: 'fiscal', period: 'carriedIn' }, { ...generalPublic, period: 'carriedIn' }, { fund: 'fiscal' },
    ])
  })
})

describe('cutTables › titles and notes in rows of the grid', () => {
  it('finds the title, the unit and the head where a spreadsheet puts them into rows', () => {
    const { tables } = recogniseText(row('2024年预算支出总表', '', '', '', ''), row('部门名称：清河县文化馆', '', '', '', '单位：万元'),
      row('科目编码', '科目名称', '合计', '基本支出', '项目支出'), row('合计', '', '9.00', '9.00', ''), '',
      row('2024年一般公共预算支出预算表', '', '', '', ''), row('部门名称：清河县文化馆', '', '', '', '单位：元'),
      row('科目编码', '科目名称', '合计', '基本支出', '项目支出'), row('合计', '', '90000.00', '90000.00', ''))
    expect(tables.map(({ kind, unit, cells }) => [kind, unit, cells.length])).toEqual([['expenditureSummary', '万元', 3], ['generalPublicExpenditure', '元', 3]])
  })

  it('keeps a row with a label and no amounts in its table', () => {
    const { tables } = recogniseText('“三公”经费支出表', '单位：万元', row('项目', '合计'), row('公务接待费', '3.00'), row('因公出国（境）费', ''), row('合计', '3.00'))
    expect(tables.map(({ rows }) => rows.length)).toEqual([3])
  })
})

describe('settlePeriods', () => {
  const summary = [
    '财政拨款收支总表', '单位：万元', row('收入', '', '支出', ''), row('项目', '金额', '项目', '金额'),
    row('一、一般公共预算', '30.00', '七、文化旅游体育与传媒支出', '35.00'), row('本年收入合计', '30.00', '本年支出合计', '35.00'),
    row('上年财政拨款结转', '5.00', '年终结转', ''), row('收入总计', '35.00', '支出总计', '35.00'), '',
  ]
  const expenditure = (title: string, total: string): readonly string[] => [...summary, title, '单位：万元', row('科目编码', '科目名称', '合计'), row('合计', '', total)]
  const periodOf = (title: string, total: string): string | undefined => recogniseText(...expenditure(title, total)).tables[1]?.cells[0]?.region?.period

  it('counts carried money in where the total says so', () => {
    expect(periodOf('一般公共预算支出表', '35.00')).toBeUndefined()
  })

  it('leaves it out where the total is this year’s', () => {
    expect(periodOf('一般公共预算支出表', '30.00')).toBe('current')
    expect(periodOf('财政拨款支出表（功能科目）', '30.00')).toBe('current')
  })

  it('keeps the usual meaning where the total fits neither, so that the difference is found', () => {
    expect(periodOf('一般公共预算支出表', '31.00')).toBe('current')
  })

  it('never overrules a title that says it', () => {
    expect(periodOf('一般公共预算支出预算表（不含上年结转）', '35.00')).toBe('current')
  })
})

describe('unitsBySubtotal', () => {
  const table = (second: string, amount: string): readonly string[] => [
    '2024年项目支出预算表（本年预算）', '单位：万元', row('项目名称', '合计'), row('清河县文化馆', '12.00'), row('清河县文化馆', '5.00'), row('展厅维护', '5.00'),
    row(second, amount), row('图书采购', '4.00'), row('送书下乡', '3.00'),
  ]
  const regionOf = (lines: readonly string[], index: number): Region | undefined => recogniseText(...lines).tables[0]?.cells[index]?.region

  it('knows a unit that nothing else names by its name and by the sum below it', () => {
    expect(regionOf(table('少儿图书馆', '7.00'), 3)).toEqual({ use: 'spent', kind: 'project', period: 'current', unit: '少儿图书馆' })
    expect(regionOf(table('少儿图书馆', '7.00'), 4)).toMatchObject({ unit: '少儿图书馆', project: '图书采购' })
  })

  it('leaves a project alone that is only named after a place', () => {
    expect(regionOf(table('修缮少儿图书馆', '9.00'), 3)).toMatchObject({ unit: '清河县文化馆', project: '修缮少儿图书馆' })
  })

  it('does not take rows without money for a unit and its projects', () => {
    expect(regionOf([...table('少儿图书馆', '0.00').slice(0, -2), row('图书采购', '0.00')], 4)).toMatchObject({ unit: '清河县文化馆', project: '图书采购' })
  })
})

describe('unitNames', () => {
  const unitIn = (sentence: string, name: string): string | undefined => {
    const { tables } = recogniseText(
      '二、机构设置情况', sentence, '', '2024年机关运行经费预算财政拨款情况统计表', '单位：万元', row('项目', '合计'), row('部门合计', '5.00'), row(name, '5.00'),
    )
    return tables[0]?.cells[1]?.region?.unit
  }

  it('are those that a sentence says belong to the budget, each with its nature', () => {
    const sentence = '纳入本部门预算编制范围的单位有：清河县文化馆（事业单位）、清河县水利服务站（河长制事务中心）（事业单位）、清河县第三（实验）小学（参照公务员法管理的事业单位）。'
    expect(unitIn(sentence, '清河县第三（实验）小学')).toBe('清河县第三(实验)小学')
    expect(unitIn(sentence, '清河县水利服务站（河长制事务中心）')).toBe('清河县水利服务站(河长制事务中心)')
  })

  it('are as many as announced, whatever they end with', () => {
    expect(unitIn('本部门预算由本级和下属2个单位的预算组成，下属单位有：清河县文物执法大队一组、清河县第三（实验）小学。', '清河县文物执法大队一组')).toBe('清河县文物执法大队一组')
  })

  it('are no internal sections', () => {
    expect(unitIn('下设2个机构：清河县文化馆展览股、清河县文化馆培训股。', '清河县文化馆展览股')).toBeUndefined()
  })
})

describe('recogniseNarrative › words of other places', () => {
  const amountIn = (sentence: string): Region | undefined => {
    const { document } = recogniseText('第三部分 2024年部门预算情况说明', '三、支出预算情况说明', sentence)
    return document.mentions.find(({ role }) => role === 'amount')?.region
  }

  it('reads a subject with its levels joined by dashes', () => {
    expect(amountIn('住房保障支出-住房改革支出-住房公积金74.13万元。')?.function).toBe('221/22102/2210201')
  })

  it('binds no subject whose levels do not lie in each other', () => {
    expect(amountIn('教育支出-住房改革支出-住房公积金74.13万元。')).toBeUndefined()
  })
})

describe('readDocumentFacts › titles', () => {
  it('finds the body in the title line, with 汇总 behind it', () => {
    const bytes = new TextEncoder().encode(['首页', '清河县文化馆（汇总）2024年部门预算公开说明', '一、基本支出'].join('\n'))
    const tree = readText(bytes, 'example.txt')
    expect(tree.ok ? readDocumentFacts(tree.value).body?.value : undefined).toBe('清河县文化馆')
  })

  it('reads a body with 单位 in its name whole, and ends it where the unit of amounts begins', () => {
    const bodyOf = (line: string): string | undefined => {
      const tree = readText(new TextEncoder().encode(`2024年度部门预算公开\n${line}\n`), 'example.txt')
      return tree.ok ? readDocumentFacts(tree.value).body?.value : undefined
    }
    expect(bodyOf('单位名称：清河县机关事业单位养老保险中心')).toBe('清河县机关事业单位养老保险中心')
    expect(bodyOf('部门名称：清河县文化馆单位：万元')).toBe('清河县文化馆')
  })

  it('takes the kind from the title, not from another word near it', () => {
    expect(recogniseText('财政预决算 部门决算').document.facts.kind?.value).toBe('budget')
  })
})

describe('recogniseDocument › profile', () => {
  const eight = [
    '部门收支总体情况表', '部门收入总体情况表', '部门支出总体情况表', '财政拨款收支总体情况表', '一般公共预算支出情况表', '一般公共预算基本支出情况表',
    '一般公共预算“三公”经费支出情况表', '政府性基金预算支出情况表',
  ]

  it('does not ask another place’s tables of a document that has all that are required everywhere', () => {
    const lines = [...eight, '一般公共预算机关运行经费支出预算表'].flatMap((title) => [title, '单位：万元', row('项目', '合计'), row('合计', '1.00'), ''])
    const tree = readText(new TextEncoder().encode(['清河县文化馆', '2024年度部门预算', ...lines].join('\n')), 'example.txt')
    expect(tree.ok ? recogniseDocument(tree.value, ownVocabulary(), undefined).profile?.id : undefined).toBe('national')
  })
})
