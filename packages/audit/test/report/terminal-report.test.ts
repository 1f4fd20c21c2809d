import { describe, expect, it } from 'vitest'
import { fen } from '@mingzhang/money'
import { renderFinding, renderTerminalReport, type TerminalOptions } from '../../src/report/terminal-report.ts'
import { conflictFinding, smallReport } from './small-report.ts'

const plain = (text: string): string => text

/** Two columns for every Chinese character and mark, one for the rest: enough for these texts. */
const widthOf = (text: string): number => Array.from(text).reduce((width, character) => width + (/[\x00-\xff·−“”—…■▲○]/u.test(character) ? 1 : 2), 0)

const options = (columns = 80, language: 'zh' | 'en' = 'zh'): TerminalOptions => ({
  columns, language, widthOf, paint: { bold: plain, dim: plain, severity: { error: plain, warning: plain, notice: plain } },
})

describe('renderTerminalReport', () => {
  const text = renderTerminalReport(smallReport(), options())

  it('states the coverage before the first finding', () => {
    expect(text.indexOf('认出 9 张，应有 10 张')).toBeGreaterThan(0)
    expect(text.indexOf('认出 9 张，应有 10 张')).toBeLessThan(text.indexOf('T39-0a1b'))
    expect(text).toContain('一致 950 · 尾差 12 · 不一致 1 · 无法判定 4')
    expect(text).toContain('3 份，与项目对上 2 份')
  })

  it('never rounds a coverage up to all', () => {
    // 1199 of 1200 is 99.916…%.
    expect(text).toContain('1,200 个，对应到含义 1,199 个（99.9%）')
    expect(text).toContain('40 个，对应到含义 40 个（100%）')
  })

  it('shows errors before warnings, each with its id, title, statement and places', () => {
    expect(text.indexOf('错误 1 项')).toBeLessThan(text.indexOf('警告 1 项'))
    expect(text).toContain('T39-0a1b  支出合计与分项之和不符')
    expect(text).toContain('印 12.00 万元')
    expect(text).toContain('· 部门支出总表 行 合计 列 本年支出（第 4 行）')
  })

  it('says how many differences are 尾差, what could not be judged and what was not bound', () => {
    expect(text).toContain('尾差 12 处：四舍五入可以解释')
    expect(text).toContain('无法判定的勾稽关系 4 条')
    expect(text).toContain('没有对应到含义的数字 1 个')
  })

  it.each([[80], [120]])('keeps within %i columns', (columns) => {
    const long = { ...conflictFinding, statement: { zh: '部门支出总表的合计与分项之和不符，'.repeat(20), en: '' } }
    const lines = renderTerminalReport(smallReport({ findings: [long] }), options(columns)).split('\n')
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns)
    expect(Math.max(...lines.map(widthOf))).toBeGreaterThan(columns - 4)
  })

  it('counts the places that it does not list', () => {
    const [place] = conflictFinding.places
    if (place === undefined) throw new Error('a place was expected')
    const many = { ...conflictFinding, places: Array.from({ length: 7 }, (_, index) => ({ ...place, line: index + 1 })) }
    expect(renderTerminalReport(smallReport({ findings: [many] }), options())).toContain('另有 3 处')
  })

  it('names a place once, although both sides read the same', () => {
    const [place] = conflictFinding.places
    if (place === undefined) throw new Error('a place was expected')
    const twice = { ...conflictFinding, places: [place, { ...place, columnIndex: 3 }] }
    expect(renderTerminalReport(smallReport({ findings: [twice] }), options()).split('（第 4 行）')).toHaveLength(2)
  })

  it('shows every error, and of the other findings of a rule the first ones with a hint to the rest', () => {
    const repeat = (severity: 'error' | 'notice') =>
      Array.from({ length: 9 }, (_, index) => ({ ...conflictFinding, id: `T39-${severity}${String(index)}`, severity }))
    const written = renderTerminalReport(smallReport({ findings: [...repeat('error'), ...repeat('notice')] }), options())
    expect(written).toContain('T39-error8')
    expect(written).toContain('T39-notice1')
    expect(written).not.toContain('T39-notice2')
    expect(written).toContain('T39 另有 7 项')
  })

  it('does not mention what there is none of', () => {
    const none = smallReport({ findings: [], unbound: [] })
    const clean = { ...none, summary: { ...none.summary, identities: { exact: 5, withinRounding: 0, conflict: 0, undetermined: 0 } } }
    const written = renderTerminalReport(clean, options())
    expect(written).not.toContain('尾差 0 处')
    expect(written).not.toContain('错误 0 项')
  })

  it('speaks English when asked', () => {
    const english = renderTerminalReport(smallReport(), options(80, 'en'))
    expect(english).toContain('9 recognised of 10 expected')
    expect(english).toContain('Expenditure total differs from its parts')
  })
})

describe('renderFinding', () => {
  const text = renderFinding(smallReport(), conflictFinding, options())

  it('gives both places, the identity in words, the amounts in both units, the basis and the legitimate reasons', () => {
    expect(text).toContain('行 合计 列 本年支出')
    expect(text).toContain('行 基本支出 列 本年支出')
    expect(text).toContain('合计 = 基本支出 + 项目支出')
    expect(text).toContain('12.34 万元（123,400.00 元）')
    expect(text).toContain('−0.34 万元（−3,400.00 元）')
    expect(text).toContain('《中华人民共和国预算法》（2018年修正）第十四条')
    expect(text).toContain('表下注明了未列入分项的支出。')
  })

  it('shows a difference with its sign and an amount without', () => {
    const more = { ...conflictFinding, difference: fen(340_000) }
    const written = renderFinding(smallReport(), more, options())
    expect(written).toContain('+0.34 万元（+3,400.00 元）')
    expect(written).not.toContain('+12')
  })

  it('leaves out the identities that the finding does not rest on', () => {
    expect(text).not.toContain('收入总计 = 支出总计')
  })

  it('leaves out amounts where nothing is expected', () => {
    const written = renderFinding(smallReport(), { ...conflictFinding, expected: null, found: null, difference: null }, options())
    expect(written).not.toContain('应为')
    expect(written).not.toContain('对照')
  })
})
