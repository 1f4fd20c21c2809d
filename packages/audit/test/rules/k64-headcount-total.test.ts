import { describe, expect, it } from 'vitest'
import { k64HeadcountTotal, postCounts } from '../../src/rules/k64-headcount-total.ts'
import { contextOf, section, statementsOf } from './narrative-builders.ts'

const context = (text: string) => contextOf({ sections: [section('二、机构设置情况', [text])] })

describe('k64HeadcountTotal', () => {
  it.each(['共有在职在编人员47人。其中：公务员编制12人，事业编制35人。', '核定编制47名，其中行政编制12名、事业编制35名。', '离退休人员9人，其中：离休1人，退休8人。'])(
    'check › a total that is the sum of its posts passes: %s', (text) => {
      expect(k64HeadcountTotal.check(context(text))).toMatchObject({ outcome: 'pass', checked: 1 })
    })

  it('check › a total that differs is an error with both numbers', () => {
    const outcome = k64HeadcountTotal.check(context('现有在职人员48人，其中：行政编制12人，事业编制35人。'))
    expect(outcome.findings[0]).toMatchObject({ found: '48人', expected: '47人' })
    expect(statementsOf(outcome)).toEqual([expect.stringContaining('合计47人')])
  })

  it.each(['在职职工47人，其中：女性20人，党员30人。', '行政编制12名，实有11人；事业编制35名，实有30人。', '培训农民300人，其中：行政村干部20人，合同工10人。', '机构编制见附件。'])(
    'check › splits by something else are left alone: %s', (text) => {
      expect(k64HeadcountTotal.check(context(text)).outcome).toBe('not-applicable')
    })

  it('postCounts › tells administrative from institutional posts', () => {
    const counts = postCounts(context('在编人员47人。其中：参公编制12人，事业编制33人，工勤编制2人。').document)
    expect(counts.map(({ nature, count }) => [nature, count])).toEqual([['administrative', 12], ['institution', 33], ['other', 2]])
  })

  it('postCounts › is empty where the text gives no split', () => {
    expect(postCounts(context('共有在职在编人员47人。').document)).toEqual([])
  })
})
