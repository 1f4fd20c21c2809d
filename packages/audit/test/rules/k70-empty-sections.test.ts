import { describe, expect, it } from 'vitest'
import { k70EmptySections } from '../../src/rules/k70-empty-sections.ts'
import { contextOf, section } from './narrative-builders.ts'

const first = section('一、收入预算情况说明', ['收入100.00万元。'], { kind: 'revenueBudget', block: 10 })
const empty = section('二、政府采购情况', [], { kind: 'procurement', block: 20 })
const last = section('三、绩效管理情况', ['项目2个。'], { kind: 'performance', block: 21 })

describe('k70EmptySections', () => {
  it('check › sections with text, if only 无, pass', () => {
    expect(k70EmptySections.check(contextOf({ sections: [first, section('二、政府采购情况', ['无'], { kind: 'procurement', block: 20 }),
      last] })).outcome).toBe('pass')
  })

  it('check › a heading followed at once by the next one is a notice', () => {
    expect(k70EmptySections.check(contextOf({ sections: [first, empty,
      last] })).findings).toEqual([expect.objectContaining({ key: '二、政府采购情况' })])
  })

  it('check › a heading followed by a table or by its own sub-headings is not empty', () => {
    expect(k70EmptySections.check(contextOf({ sections: [first, empty,
      { ...last, place: { ...last.place, block: 22 } }] })).findings).toEqual([])
    expect(k70EmptySections.check(contextOf({ sections: [first, empty, { ...last, heading: '（一）货物采购情况' }] })).findings).toEqual([])
  })

  it('check › a run of headings is a contents page', () => {
    const run = [first, empty, { ...last, paragraphs: [] }, section('四、国有资产情况', ['无'], { kind: 'assets', block: 22 })]
    expect(k70EmptySections.check(contextOf({ sections: run })).findings).toEqual([])
  })

  it('check › a document without sections is not applicable', () => {
    expect(k70EmptySections.check(contextOf({})).outcome).toBe('not-applicable')
  })
})
