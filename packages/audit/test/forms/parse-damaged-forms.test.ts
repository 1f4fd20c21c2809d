import { describe, expect, it } from 'vitest'
import { damaged, fundingLines, indicatorLines, parseOne, soundForm, soundIndicators } from './example-text.ts'

describe('parseForms › the project name', () => {
  it('is read where the year line lost its bracket and the name stands once more above the table', () => {
    const form = parseOne(damaged(['(2024年度)', '2024年度)\n\n全民阅读活动']))
    expect(form.year).toBe(2024)
    expect(form.projectName.text).toBe('全民阅读活动')
  })

  it('is the lone cell above its row when the department has slipped beside the label', () => {
    const form = parseOne(damaged([
      '项目名称||全民阅读活动||||||\n主管部门及代码||021-清河县文化馆||实施单位||清河县文化馆||',
      '全民阅读活动||||||||\n项目名称|0210清河县文化馆||实施单位||清河县文化馆||\n主管部门及代码|0210清河县文化馆||项目日期|1年|',
    ]))
    expect(form.projectName.text).toBe('全民阅读活动')
    expect(form.department).toMatchObject({ code: '0210', name: '清河县文化馆' })
    expect(form.implementingUnit.text).toBe('清河县文化馆')
    expect(form.duration.years).toBe(1)
  })

  it('is the lone cell below its row when the row itself is blank', () => {
    expect(parseOne(damaged(['项目名称||全民阅读活动||||||', '项目名称||||||||\n||全民阅读活动||||||'])).projectName.text).toBe('全民阅读活动')
  })

  it('stays the one beside the label when a note stands above the table', () => {
    expect(parseOne(damaged(['(2024年度)', '(2024年度)\n\n附件三'])).projectName.text).toBe('全民阅读活动')
  })

  it('is read in a narrow table without spare columns', () => {
    const form = parseOne(soundForm.replaceAll('||||||', '').replace(/(?<=[^|])\|\|(?=[^|\n])/gu, '|'))
    expect(form.projectName.text).toBe('全民阅读活动')
    expect(form.implementingUnit.text).toBe('清河县文化馆')
    expect(fundingLines(form, 'annual')[0]).toBe('total = 120,000')
    expect(form.texts.basis?.text).toBe('《清河县全民阅读工作方案》')
  })
})

describe('parseForms › money', () => {
  it('reads a label that lost its tail, and the tail in a row of its own takes nothing with it', () => {
    const form = parseOne(damaged([
      '|市县(区)财政资金||100,000||市县(区)财政资金||100,000|\n|单位自筹||0||单位自筹||0|\n|其他资金||||其他资金|||',
      '|市县(区)财政资||100,000||市县(区)财政资金||100,000|\n|金||||单位自筹||300|\n|单位自筹||200||单位自筹||300|',
    ]))
    const above = ['total = 120,000', 'central = 0', 'provincial = 20,000', 'local = 100,000']
    expect(fundingLines(form, 'life')).toEqual([...above, 'selfRaised = 200'])
    expect(fundingLines(form, 'annual')).toEqual([...above, 'selfRaised = 300'])
    expect(form.cells.map(({ text }) => text)).toContain('金')
  })

  it('reads a label that is broken by a blank inside its cell', () => {
    const form = parseOne(damaged(['|市县(区)财政资金||100,000||市县(区)财政资金||100,000|', '|市县(区)财政资 金||100,000||市县（区）财政资 金||100,000|']))
    expect(fundingLines(form, 'annual')).toContain('local = 100,000')
  })

  it('leaves a lost row out and a blank one in', () => {
    const form = parseOne(damaged(['|单位自筹||0||单位自筹||0|\n', '']))
    expect(form.funding.filter(({ level }) => level === 'selfRaised')).toEqual([])
    expect(form.funding.filter(({ level }) => level === 'other').map(({ amount }) => amount.kind)).toEqual(['blank', 'blank'])
  })

  it('keeps the halves apart when a row has slipped to the first column', () => {
    const form = parseOne(damaged(['|单位自筹||0||单位自筹||0|', '单位自筹||1,000|单位自筹||2,000||']))
    expect(fundingLines(form, 'life')).toContain('selfRaised = 1,000')
    expect(fundingLines(form, 'annual')).toContain('selfRaised = 2,000')
  })

  it('reads 万元 where the form prints 万元', () => {
    const form = parseOne(damaged(['项目资金 (元)', '项目资金（万元）'], ['年度资金总额:||120,000', '年度资金总额:||12.5']))
    const total = form.funding.find((entry) => entry.span === 'annual' && entry.level === 'total')
    expect(total?.amount).toMatchObject({ kind: 'stated', stated: { value: 12_500_000 } })
  })
})

describe('parseForms › texts and goals', () => {
  it('joins a text that goes on in the next row, with its label wrapped', () => {
    const form = parseOne(damaged([
      '保证项目实施的制度、措施||《清河县文化馆项目管理办法》||||||',
      '保证项目实施的制||《清河县文化馆||||||\n度、措施||项目管理办法》||||||',
    ]))
    expect(form.texts.measures?.text).toBe('《清河县文化馆项目管理办法》')
  })

  it('keeps markup residue, which is a finding of its own', () => {
    expect(parseOne(damaged(['提高城乡居民阅读率。', '<p>提高城乡居民阅读率。</p>'])).texts.necessity?.text).toBe('<p>提高城乡居民阅读率。</p>')
  })

  it('reads one text below two heads as the first half, the other as not read while its indicators are there', () => {
    const form = parseOne(damaged(['|全年举办24场阅读活动。||||2024年举办24场阅读活动。||', '|全年举办24场阅读活动。||||||']))
    expect(form.goals.life?.text).toBe('全年举办24场阅读活动。')
    expect(form.goals.annual).toBeUndefined()
  })

  it('believes a blank annual goal when the annual indicators are blank too', () => {
    const oneHalf = soundForm
      .replace('||||2024年举办24场阅读活动。||', '||||||')
      .replace(/^((?:[^|\n]*\|){6})(?!指标值)[^|\n]+\|[^|\n]+\|$/gmu, '$1||')
    const form = parseOne(oneHalf)
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'annual')).toEqual([])
    expect(form.blankIndicators?.filter(({ span }) => span === 'annual').map(({ level2 }) => level2)).toEqual(
      ['数量指标', '质量指标', '时效指标', '成本指标', '经济效益指标', '社会效益指标', '服务对象满意度指标'],
    )
    expect(form.goals.annual?.text).toBe('')
  })
})

describe('parseForms › indicators', () => {
  it('reads rows that lost their leading cells', () => {
    const form = parseOne(damaged(
      ['||质量指标|活动按方案完成率|≥95%|质量指标|活动按方案完成率|≥95%|', '质量指标|活动按方案完成率|≥95%|质量指标|活动按方案完成率|≥95%|||'],
      ['|||发放图书数量|≥3000册||发放图书数量|≥3000册|', '发放图书数量|≥3000册||发放图书数量|≥3000册||||'],
    ))
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'annual')).toEqual(soundIndicators)
  })

  it('reads halves that have shifted against each other, a second-level name printed in one of them only', () => {
    const form = parseOne(damaged(
      ['||时效指标|活动完成时间|2024年12月|时效指标|活动完成时间|2024年12月|', '|||活动完成时间|2024年12月|||时效指标|活动完成时|2024年12月'],
      ['||成本指标|单场活动成本|≤5000元|成本指标|单场活动成本|≤5000元|', '|||单场活动成本|≤5000元|||||成本指标'],
    ))
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'annual')).toEqual([
      ...soundIndicators.slice(0, 3), '时效指标 / 活动完成时 = 2024年12月', ...soundIndicators.slice(5),
    ])
    expect(form.blankIndicators?.map(({ span, level2 }) => `${span} ${level2}`)).toContain('annual 成本指标')
  })

  it('takes a name from the other half when an unlabelled row belongs further up', () => {
    const form = parseOne(damaged(
      ['|||发放图书数量|≥3000册||发放图书数量|≥3000册|', '|||发放图书数量|≥3000册||||'],
      ['||质量指标|活动按方案完成率|≥95%|质量指标|活动按方案完成率|≥95%|', '||质量指标|活动按方案完成率|≥95%||发放图书数量|≥3000册|'],
    ))
    expect(indicatorLines(form, 'annual').slice(0, 2)).toEqual(soundIndicators.slice(0, 2))
  })

  it('reads a value that drifted away from its name, and the half without one as blank', () => {
    const form = parseOne(damaged([
      '|满意度指标|服务对象满意度指标|读者满意度|≥90%|服务对象满意度指标|读者满意度|≥90%|',
      '|满意度指标||服务对象满意度|读者满意度|||≥90%|服务对象满意度指|读者满意度|',
    ]))
    const [life, annual] = form.indicators.filter(({ kind }) => kind === 'satisfaction')
    expect(life).toMatchObject({ span: 'life', name: '读者满意度', value: { raw: '≥90%' } })
    expect(annual).toMatchObject({ span: 'annual', level2: '服务对象满意度指', name: '读者满意度', value: { kind: 'blank' } })
  })

  it('reads a second-level name that is printed twice beside itself once', () => {
    const form = parseOne(damaged(['|产出指标|数量指标|举办阅读活动场次|≥24场|数量指标|举办', '|产出指标|数量指标|举办阅读活动场次|≥24场|数量指标|数量指标|举办']))
    expect(indicatorLines(form, 'annual')).toEqual(soundIndicators)
  })

  it('gives the third text of a row that lost a cell to the half whose name it repeats', () => {
    const form = parseOne(damaged([
      '||社会效益指标|参加活动读者人次|≥6000人次|社会效益指标|参加活动读者人次|≥6000人次|',
      '|||社会效益指标||参加活动读者人次|≥6000人次|参加活动读者人次|',
    ]))
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'annual')).toContain('社会效益指标 / 参加活动读者人次 = ')
  })

  it('counts the columns of a row from where it has slipped to', () => {
    const form = parseOne(damaged(['|||发放图书数量|≥3000册||发放图书数量|≥3000册|', '发放图书数量|≥3000册||办理借书证数量||||']))
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'annual')[1]).toBe('数量指标 / 办理借书证数量 = ')
  })

  it('keeps a value that drifted into the other half with its name when nothing else stands there', () => {
    const form = parseOne(damaged(['|||发放图书数量|≥3000册||发放图书数量|≥3000册|', '|||发放图书数量|||≥3000册||']))
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'annual')).toEqual([soundIndicators[0], ...soundIndicators.slice(2)])
  })

  it('reads a row of which only the second half is printed', () => {
    const form = parseOne(damaged(['||时效指标|活动完成时间|2024年12月|时效指标|', '|||||时效指标|']))
    expect(indicatorLines(form, 'annual')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'life')).toEqual([...soundIndicators.slice(0, 3), ...soundIndicators.slice(4)])
    expect(form.blankIndicators?.map(({ level2 }) => level2)).not.toContain('时效指标')
  })

  it('finds both halves without the row of heads', () => {
    const form = parseOne(damaged(['绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值|\n|产出', '绩效指标|产出']))
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(indicatorLines(form, 'annual')).toEqual(soundIndicators)
  })

  it('reads a form whose right half is not in the print as the first half only, with nothing blank in the other', () => {
    const cut = (line: string): string => (/指标|^\|\|\|发放/u.test(line) ? line.split('|').slice(0, 5).join('|') : line)
    const form = parseOne(soundForm.split('\n').map(cut).join('\n'))
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(form.indicators.filter(({ span }) => span === 'annual')).toEqual([])
    expect(form.blankIndicators?.filter(({ span }) => span === 'annual')).toEqual([])
  })

  it('knows no first-level name where the print lost it, and takes a misplaced one of its own row as printed', () => {
    const form = parseOne(damaged(['|效益指标|经济效益指标', '||经济效益指标'], ['||成本指标', '|效益指标|成本指标']))
    const level1Of = (name: string): string | undefined => form.indicators.find((indicator) => indicator.name === name)?.level1
    expect(level1Of('单场活动成本')).toBe('效益指标')
    const lost = parseOne(damaged(['|效益指标|经济效益指标', '||经济效益指标']))
    expect(lost.indicators.find(({ kind }) => kind === 'social')?.level1).toBeUndefined()
    expect(lost.indicators.find(({ kind }) => kind === 'satisfaction')?.level1).toBe('满意度指标')
  })

  it('reads a first-level name that slipped into a row of its own', () => {
    const form = parseOne(damaged(['|产出指标|数量指标', '|||||||产出指标\n||数量指标']))
    expect(indicatorLines(form, 'life')).toEqual(soundIndicators)
    expect(form.indicators[0]?.level1).toBe('产出指标')
  })

  it('keeps a second-level name outside the standard list without a kind', () => {
    const form = parseOne(damaged(['||社会效益指标|参加活动读者人次|≥6000人次|社会效益指标|', '||社会公益指标|参加活动读者人次|≥6000人次|社会公益指标|']))
    const own = form.indicators.filter(({ level2 }) => level2 === '社会公益指标')
    expect(own.map(({ span, name, kind }) => [span, name, kind])).toEqual([
      ['life', '参加活动读者人次', undefined], ['annual', '参加活动读者人次', undefined],
    ])
  })

  it('does not take an indicator whose own name is like a shortened second-level name for a label', () => {
    const form = parseOne(damaged(['||社会效益指标|参加活动读者人次|≥6000人次|', '||社会效益指标|社会效益|明显|']))
    expect(indicatorLines(form, 'life')).toContain('社会效益指标 / 社会效益 = 明显')
  })
})

describe('parseForms › the signature row', () => {
  it('reads labels and values printed together in one cell', () => {
    const form = parseOne(damaged([
      '负责人:|经办人:|经办人甲|联系电话:|13800138000|填报日期:|20240110093000||',
      '负责人:|经办人: 经办人甲|联系电话:13800138000|填报日期: 20240110093000',
    ]))
    expect([form.handler?.text, form.phone?.text, form.filledOn?.date]).toEqual(['经办人甲', '13800138000', '2024-01-10'])
  })

  it('reads it from one line of running text', () => {
    const form = parseOne(damaged([
      '负责人:|经办人:|经办人甲|联系电话:|13800138000|填报日期:|20240110093000||',
      '负责人：  经办人：经办人甲  联系电话：13800138000  填报日期：2024年1月10日',
    ]))
    expect([form.handler?.text, form.phone?.text, form.filledOn?.date]).toEqual(['经办人甲', '13800138000', '2024-01-10'])
  })

  it('reads it over two rows and with values in shifted columns', () => {
    const split = parseOne(damaged(['|填报日期:|20240110093000||', '\n||||填报日期:||20240110093000|']))
    expect(split.filledOn?.date).toBe('2024-01-10')
    const shifted = parseOne(damaged([
      '经办人:|经办人甲|联系电话:|13800138000|填报日期:|20240110093000||',
      '经办人:|经办人甲|联系电话:|填报日期:|13800138000|20240110093000|||',
    ]))
    expect([shifted.handler?.text, shifted.phone?.text, shifted.filledOn?.date]).toEqual(['经办人甲', '13800138000', '2024-01-10'])
  })

  it('gives printed labels without values as blank fields', () => {
    const form = parseOne(damaged(['负责人:|经办人:|经办人甲|联系电话:|13800138000|填报日期:|20240110093000||', '负责人:|经办人:|联系电话:|填报日期: 20240110093000']))
    expect([form.handler?.text, form.phone?.text]).toEqual(['', ''])
  })

  it('takes no impossible day for a date', () => {
    expect(parseOne(damaged(['20240110093000', '20240230093000'])).filledOn?.date).toBeUndefined()
    expect(parseOne(damaged(['20240110093000', '20240110250000'])).filledOn?.date).toBeUndefined()
  })
})
