import { describe, expect, it } from 'vitest'
import { k69PurchaseCatalogue } from '../../src/rules/k69-purchase-catalogue.ts'
import { contextOf, section, vocabularyWith } from './narrative-builders.ts'

const check = (...lines: readonly string[]) => k69PurchaseCatalogue.check(contextOf(
  { sections: [section('十二、其他说明', ['（一）政府购买服务指导性目录', ...lines, '（二）其他', '无'])] },
  { vocabulary: vocabularyWith([{ scheme: 'economic', code: '30226', name: '劳务费' }]) },
))

describe('k69PurchaseCatalogue', () => {
  it.each([['A0301 公共文化活动服务'], ['无'], ['本部门无政府购买服务事项。'], ['详见附件2。']])('check › a catalogue, a reference or a plain 无 passes: %s',
    (line) => {
    expect(check(line)).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it.each(['劳务费', '其他工资福利支出'])('check › an economic item instead of a catalogue is a warning: %s', (line) => {
    expect(check(line).findings).toEqual([expect.objectContaining({ found: line })])
  })

  it('check › nothing below the heading, or something else, stays undetermined', () => {
    expect(check().outcome).toBe('undetermined')
    expect(check('公共文化').outcome).toBe('undetermined')
  })

  it('check › purchases of services in another section are no catalogue', () => {
    expect(k69PurchaseCatalogue.check(contextOf({ sections: [section('九、政府采购情况', ['劳务费'])] })).outcome).toBe('not-applicable')
  })
})
