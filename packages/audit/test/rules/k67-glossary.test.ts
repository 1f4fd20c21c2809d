import { describe, expect, it } from 'vitest'
import { k67Glossary } from '../../src/rules/k67-glossary.ts'
import { isAbove, levelOfBody, levelOfWord } from '../../src/rules/k67-government-level.ts'
import { exampleForm, field } from '../builders.ts'
import { contextOf, section, statementsOf } from './narrative-builders.ts'

const basic = '一、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。'
const project = '二、项目支出：指在基本支出之外为完成特定任务所发生的支出。'
const told = section('三、支出预算', ['基本支出80.00万元，项目支出20.00万元。'])
const glossary = (...lines: readonly string[]) => section('第四部分 名词解释', lines, { block: 300 })

describe('k67Glossary', () => {
  it('check › terms in use that are explained pass', () => {
    expect(k67Glossary.check(contextOf({ sections: [told, glossary(basic, project)] })).outcome).toBe('pass')
  })

  it('check › a term in use that is not explained is one notice', () => {
    const { findings } = k67Glossary.check(contextOf({ sections: [told, glossary(basic)] }))
    expect(findings).toEqual([expect.objectContaining({ severity: 'notice', expected: '项目支出' })])
  })

  it('check › a term nobody uses needs no explanation', () => {
    const plain = section('三、支出预算', ['基本支出80.00万元。'])
    expect(k67Glossary.check(contextOf({ sections: [plain, glossary(basic.replace('、', ''))] })).findings).toEqual([])
  })

  it.each(['指省直部门用财政拨款安排的费用。', '指中央部门用财政拨款安排的费用。', '反映市级单位公务接待费。'])(
    'check › a definition of a higher level in a county\'s glossary is a warning: %s', (text) => {
      const { findings } = k67Glossary.check(contextOf({ sections: [told, glossary(basic, project, `三、公务费：${text}`)] }))
      expect(findings).toHaveLength(1)
      expect(findings[0]?.severity).toBeUndefined()
    })

  it('check › a form that keeps provincial units running is found too', () => {
    const form = exampleForm({ texts: { basis: field('保障省直行政事业单位基本运转支出。') } })
    expect(statementsOf(k67Glossary.check(contextOf({ forms: [form] })))).toEqual([expect.stringContaining('省直行政事业单位')])
  })

  it.each(['指县直部门用财政拨款安排的费用。', '指用省级补助安排的费用。', '按《省直部门差旅费管理办法》反映差旅费。', '会同省级部门管理。'])(
    'check › the own level, a source of money and a cited title are no decoys: %s', (text) => {
      expect(k67Glossary.check(contextOf({ sections: [told, glossary(basic, project, `三、公务费：${text}`)] })).findings).toEqual([])
    })

  it('check › duties may name any level', () => {
    const duties = section('一、本部门职责', ['负责反映省级部门要求，保障省直单位来县演出。'])
    expect(k67Glossary.check(contextOf({ sections: [duties, told, glossary(basic, project)] })).findings).toEqual([])
  })

  it('check › a heading without text is no glossary: undetermined', () => {
    expect(k67Glossary.check(contextOf({ sections: [told, glossary()] })).undetermined).toHaveLength(1)
  })
})

describe('levelOfBody', () => {
  it.each([
    ['清河县文化馆', 'county'], ['某某省财政厅', 'province'], ['某某自治区财政厅', 'province'], ['上海市普陀区财政局', 'county'], ['广州市市场监督管理局', 'city'],
    ['清河县市场监督管理局', 'county'], ['清河县城乡建设局', 'county'], ['清河县乡村振兴局', 'county'], ['清河县柳林镇人民政府', 'township'], ['北京市统计局', 'province'],
    ['宁德市人民政府办公室', 'city'],
  ])('levelOfBody › the name says the level: %s', (name, level) => {
    expect(levelOfBody(name)?.highest).toBe(level)
  })

  it('levelOfBody › a name without a place has no level', () => {
    expect(levelOfBody('职业教育综合协调办公室')).toBeUndefined()
  })

  it('isAbove › a city may be a prefecture or a county-level city: only the province is above both', () => {
    const city = levelOfBody('清源市财政局')
    expect(city).toEqual({ highest: 'city', lowest: 'county' })
    expect(city !== undefined && isAbove('province', city)).toBe(true)
    expect(city !== undefined && isAbove('city', city)).toBe(false)
  })

  it('levelOfWord › 区直 may mean an autonomous region and is left open', () => {
    expect([levelOfWord('省直'), levelOfWord('县级'), levelOfWord('区直')]).toEqual(['province', 'county', undefined])
  })
})
