import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { damaged, fundingLines, indicatorLines, parse, parseOne, soundForm, soundIndicators, treeOf } from './example-text.ts'
import { parseForms } from '../../src/forms/parse-forms.ts'

describe('parseForms › a sound form', () => {
  const form = parseOne(soundForm)

  it('gives title, year and the identifying fields', () => {
    expect(form.title).toBe('清河县县级预算部门(单位)项目支出绩效目标申报表')
    expect(form.year).toBe(2024)
    expect(form.projectName.text).toBe('全民阅读活动')
    expect(form.department).toMatchObject({ code: '021', name: '清河县文化馆' })
    expect(form.implementingUnit.text).toBe('清河县文化馆')
    expect(form.attribute.text).toBe('一次性项目(1年结束)')
    expect(form.duration).toMatchObject({ field: { text: '1年' }, years: 1 })
  })

  it('gives the amounts of both halves in fen, a blank one as blank', () => {
    const local = form.funding.find((entry) => entry.span === 'annual' && entry.level === 'local')
    expect(local?.amount).toMatchObject({ kind: 'stated', stated: { value: 10_000_000 } })
    expect(form.funding.find((entry) => entry.span === 'life' && entry.level === 'other')?.amount.kind).toBe('blank')
    expect(fundingLines(form, 'life')).toEqual([
      'total = 120,000', 'central = 0', 'provincial = 20,000', 'local = 100,000', 'selfRaised = 0', 'other = ',
    ])
    expect(fundingLines(form, 'annual')).toEqual(fundingLines(form, 'life'))
  })

  it('gives the free texts and both goals', () => {
    expect(form.texts.overview?.text).toBe('全年在城乡举办24场阅读活动。')
    expect(form.texts.measures?.text).toBe('《清河县文化馆项目管理办法》')
    expect(form.texts.plan?.text).toBe('每月举办两场。')
    expect(form.goals.life?.text).toBe('全年举办24场阅读活动。')
    expect(form.goals.annual?.text).toBe('2024年举办24场阅读活动。')
  })

  it('gives every indicator of both halves under its levels', () => {
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'annual')).toEqual(soundIndicators)
    expect(form.indicators.map(({ level1 }) => level1)).not.toContain(undefined)
    expect(form.indicators.find(({ name }) => name === '发放图书数量')).toMatchObject({ level1: '产出指标', kind: 'quantity' })
    expect(form.indicators.find(({ name }) => name === '读者满意度')).toMatchObject({ level1: '满意度指标', kind: 'satisfaction' })
  })

  it('names second-level indicators that are printed with nothing beside them', () => {
    expect(form.blankIndicators?.map(({ span, level2 }) => `${span} ${level2}`)).toEqual(['life 经济效益指标', 'annual 经济效益指标'])
  })

  it('gives handler, telephone and date', () => {
    expect(form.handler?.text).toBe('经办人甲')
    expect(form.phone?.text).toBe('13800138000')
    expect(form.filledOn?.date).toBe('2024-01-10')
    expect(form.responsible?.text).toBe('')
  })

  it('puts the project and the field into every place', () => {
    const total = form.funding.find((entry) => entry.span === 'annual' && entry.level === 'total')
    expect(total?.place).toMatchObject({ form: '全民阅读活动', field: '年度资金总额', line: 8, columnIndex: 7 })
    expect(form.indicators[0]?.place).toMatchObject({ form: '全民阅读活动', field: '举办阅读活动场次', line: 22 })
    expect(form.place).toMatchObject({ line: 1 })
  })

  it('reports no problem', () => {
    expect(parse(soundForm).problems).toEqual([])
  })
})

describe('parseForms › where forms begin and end', () => {
  it('claims the blocks of the forms and leaves what stands before and after', () => {
    const tree = treeOf(`第四部分 名词解释\n\n基本支出：指人员支出和公用支出。\n\n${soundForm}\n附录\n\n科目编码|科目名称|合计\n207|文化支出|12.00\n`)
    const { firstBlock, blocks } = parseForms(tree, [])
    expect(firstBlock).toBe(2)
    const left = tree.blocks.filter((_, index) => !blocks.has(index))
    const free = left.map((block) => (block.kind === 'paragraph' ? block.text : block.rows[0]?.cells[0]?.text))
    expect(free).toEqual(['第四部分 名词解释', '基本支出：指人员支出和公用支出。', '附录', '科目编码'])
  })

  it('finds each of several forms, with headings that misspell the county and scanner marks between', () => {
    const second = soundForm.replace('清河县县级', '清禾县(区)级').replace('全民阅读活动', '流动图书车购置')
    const { forms } = parse(`${soundForm}\n扫描全能王 创建\n\n${second}`)
    expect(forms.map(({ index, projectName }) => `${String(index)} ${projectName.text}`)).toEqual(['1 全民阅读活动', '2 流动图书车购置'])
    expect(indicatorLines(forms[0] ?? parseOne(''), 'life')).toEqual(soundIndicators)
  })

  it('parts two forms whose second heading was lost', () => {
    const headless = soundForm.split('\n').slice(4).join('\n').replace('全民阅读活动', '流动图书车购置')
    expect(parse(`${soundForm}\n${headless}`).forms.map(({ projectName }) => projectName.text)).toEqual(['全民阅读活动', '流动图书车购置'])
  })

  it('takes no heading for a form: not in the contents, not in a sentence, not above another table', () => {
    const text = `目录\n\n项目支出绩效目标申报表.....30\n\n本部门已编制项目支出绩效目标申报表\n\n项目支出绩效目标申报表\n\n科目编码|科目名称|合计\n207|文化支出|12.00\n`
    expect(parse(text)).toMatchObject({ forms: [], firstBlock: undefined, problems: [] })
  })

  it('reads a list of projects row by row', () => {
    const list = '项目支出绩效目标表\n\n项目名称|项目总额|绩效目标|一级指标|二级指标|三级指标|指标值\n全民阅读活动|12.00|举办24场|产出指标|数量指标|举办场次|24\n'
    const { forms, blocks, problems } = parse(list)
    expect(forms.map(({ layout, projectName }) => [layout, projectName.text])).toEqual([['list', '全民阅读活动']])
    expect(blocks.size).toBe(1)
    // The list prints no unit: its money is not guessed.
    expect(problems.map(({ code }) => code)).toEqual(['audit.form.noUnit'])
  })

  it('does not take a table of projects with their kinds and money for a form', () => {
    const table = '项目支出情况表\n\n单位：万元\n\n项目名称|项目类别|合计|财政拨款|其他资金\n全民阅读活动|特定目标类|12.00|12.00|\n'
    expect(parse(table)).toMatchObject({ forms: [], blocks: new Set(), problems: [] })
  })

  it('does not take a project table behind the last form for part of it', () => {
    const tree = treeOf(`${soundForm}\n2024年项目支出预算表\n\n项目名称|合计|一般公共预算\n全民阅读活动|12.00|12.00\n`)
    const { blocks, forms } = parseForms(tree, [])
    expect(forms).toHaveLength(1)
    expect(blocks.has(tree.blocks.length - 1)).toBe(false)
  })
})

describe('parseForms › problems', () => {
  it('keeps a form without any money and reports it with place and remedy', () => {
    const text = soundForm.split('\n').filter((line) => !/资金|自筹/u.test(line)).join('\n')
    const { forms, problems } = parse(text)
    expect(forms).toHaveLength(1)
    expect(problems.map(({ code }) => code)).toEqual(['audit.form.noMoney'])
    expect(problems[0]?.place).toMatchObject({ document: 'example.txt', line: 1, form: '全民阅读活动' })
    expect(problems[0]?.remedy).not.toBe('')
  })

  it('leaves amounts without a printed unit unread', () => {
    const { forms, problems } = parse(damaged(['项目资金 (元)', '项目资金']))
    expect(forms[0]?.funding.filter(({ amount }) => amount.kind === 'stated')).toEqual([])
    expect(forms[0]?.funding.filter(({ amount }) => amount.kind === 'blank')).toHaveLength(2)
    expect(problems.map(({ code }) => code)).toEqual(['audit.form.noUnit'])
  })

  it('reports an amount that cannot be read', () => {
    const { problems } = parse(damaged(['|省级财政资金||20,000|', '|省级财政资金||2O,000|']))
    expect(problems.map(({ code }) => code)).toEqual(['audit.form.unreadableAmount'])
    expect(problems[0]?.place.field).toBe('省级财政资金')
  })

  it('reports a date with a digit lost and leaves the date open', () => {
    const { forms, problems } = parse(damaged(['20240110093000', '2024011009300']))
    expect(forms[0]?.filledOn).toMatchObject({ field: { text: '2024011009300' }, date: undefined })
    expect(problems.map(({ code }) => code)).toEqual(['audit.form.badDate'])
  })

  it('reports a form without a project name', () => {
    expect(parse(damaged(['项目名称||全民阅读活动||||||', '项目名称||||||||'])).problems.map(({ code }) => code)).toEqual(['audit.form.noName'])
  })
})

describe('parseForms › any damage', () => {
  it('never throws and keeps every text of the form in its cells', () => {
    const lines = soundForm.split('\n').slice(4)
    const change = fc.record({ line: fc.nat(lines.length - 1), kind: fc.constantFrom('drop', 'shift', 'merge', 'cut'), cell: fc.nat(8) })
    const damage = fc.array(change, { maxLength: 8 })
    fc.assert(
      fc.property(damage, (changes) => {
        const body = [...lines]
        for (const { line, kind, cell } of changes) {
          const cells = (body[line] ?? '').split('|')
          if (kind === 'drop') cells[cell] = ''
          if (kind === 'shift') cells.splice(cell, 0, '')
          if (kind === 'merge') cells.splice(cell, 1)
          if (kind === 'cut') cells[cell] = (cells[cell] ?? '').slice(0, -1)
          body[line] = cells.join('|')
        }
        const text = `清河县项目支出绩效目标申报表\n\n${body.join('\n')}`
        const printed = treeOf(text).blocks.flatMap((block) =>
          block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.cells.map((cell) => cell.text)))
        const { forms } = parse(text)
        expect(forms).toHaveLength(1)
        expect(forms[0]?.cells.map(({ text: kept }) => kept)).toEqual(printed.filter((cell) => cell !== ''))
      }),
      { numRuns: 200, seed: 20240110 },
    )
  })
})
