import { fen, parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { linkForms, type ProjectRow } from '../../src/forms/link-forms.ts'
import type { FormLink, ProjectForm } from '../../src/index.ts'
import { exampleForm, field, somewhere } from '../builders.ts'

/** A form of the name with an annual total as printed in 元. */
function form(name: string, total = '120,000'): ProjectForm {
  const funding = [{ span: 'annual' as const, level: 'total' as const, amount: parseAmount(total, '元'), place: somewhere }]
  return exampleForm({ projectName: field(name), funding })
}

/** A project row as printed in 万元 with two places. */
function row(name: string, amount: string): ProjectRow {
  const printed = parseAmount(amount, '万元')
  const stated = printed.kind === 'stated' ? printed.stated : undefined
  return { name, amount: stated?.value, quantum: stated?.quantum, place: somewhere }
}

function said(links: readonly FormLink[]): readonly string[] {
  return links.map(({ by, project }) => (project === undefined ? by : `${by} ${project}`))
}

describe('linkForms', () => {
  it('joins by name whatever brackets, quotes, blanks and widths are printed', () => {
    const rows = [row('2023年“清河书房”（二期）〔含设备〕', '12.00'), row('全民阅读活动', '12.00')]
    expect(said(linkForms([form('２０２３年清河书房 (二期)【含设备】'), form('全民阅读活动')], rows))).toEqual(['name 2023年“清河书房”（二期）〔含设备〕', 'name 全民阅读活动'])
  })

  it('joins by name even where the amounts differ: that is for a rule to say', () => {
    expect(said(linkForms([form('全民阅读活动', '999')], [row('全民阅读活动', '12.00')]))).toEqual(['name 全民阅读活动'])
  })

  it('joins a damaged name by amount when one open project alone can stand for it', () => {
    expect(said(linkForms([form('全民阅读舌动', '120,049.99')], [row('全民阅读活动', '12.00'), row('流动图书车', '12.01')]))).toEqual(['amount 全民阅读活动'])
  })

  it('joins nothing by amount outside the interval of the print', () => {
    expect(said(linkForms([form('全民阅读舌动', '120,050')], [row('全民阅读活动', '12.00')]))).toEqual(['none'])
  })

  it('takes a shortened print as such where the document truncates', () => {
    expect(said(linkForms([form('全民阅读舌动', '120,099')], [row('全民阅读活动', '12.00')], 'truncate'))).toEqual(['amount 全民阅读活动'])
  })

  it('joins nothing by amount when two projects or two forms could be meant', () => {
    expect(said(linkForms([form('全民阅读舌动')], [row('全民阅读活动', '12.00'), row('流动图书车', '12.00')]))).toEqual(['none'])
    expect(said(linkForms([form('全民阅读舌动'), form('流动图书丰')], [row('全民阅读活动', '12.00')]))).toEqual(['none', 'none'])
  })

  it('does not give away by amount a project that another form has by name', () => {
    expect(said(linkForms([form('不知名'), form('全民阅读活动')], [row('全民阅读活动', '12.00')]))).toEqual(['none', 'name 全民阅读活动'])
  })

  it('joins no form without money by amount, and no zero to a zero', () => {
    expect(said(linkForms([form('甲', ''), form('乙', '0')], [row('全民阅读活动', '0.00')]))).toEqual(['none', 'none'])
    const unread: ProjectRow = { name: '全民阅读活动', amount: fen(12_000_000), quantum: undefined, place: somewhere }
    expect(said(linkForms([form('甲')], [unread]))).toEqual(['none'])
  })

  it('gives forms of personnel and operating costs to basic expenditure', () => {
    expect(said(linkForms([form('人员类项目'), form('公用经费项目'), form('2024年日常公用经费')], [row('全民阅读活动', '12.00')]))).toEqual(
      ['basic-expenditure', 'basic-expenditure', 'basic-expenditure'],
    )
  })

  it('keeps a project whose name only speaks of such costs, or that the tables list, among the projects', () => {
    expect(said(linkForms([form('文化站公用经费补助', '1')], []))).toEqual(['none'])
    expect(said(linkForms([form('公用经费项目')], [row('公用经费项目', '12.00')]))).toEqual(['name 公用经费项目'])
  })

  it('takes of two rows of one name the one with its amount, and leaves the other to a damaged name', () => {
    const rows = [row('设备购置', '5.00'), row('设备购置', '12.00')]
    expect(said(linkForms([form('设备购置', '120,000'), form('没备购置', '50,000')], rows))).toEqual(['name 设备购置', 'amount 设备购置'])
  })

  it('joins a second form of the same name to the same project', () => {
    expect(said(linkForms([form('设备购置'), form('设备购置', '7')], [row('设备购置', '12.00')]))).toEqual(['name 设备购置', 'name 设备购置'])
  })

  it('joins a nameless form to no nameless row', () => {
    expect(said(linkForms([form('', '1')], [row('（）', '12.00')]))).toEqual(['none'])
  })
})
