import { describe, expect, it } from 'vitest'
import { renderJsonReport } from '@mingzhang/audit'
import { smallReport } from '../../../packages/audit/test/report/small-report.ts'
import { cleanReport, disclosure, engineOf, folderWith, runWith } from './cli-builders.ts'

describe('mingzhang explain', () => {
  it('audits the file again and shows the finding with both places, the identity and the amounts', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const ran = await runWith(['explain', 't39-0A1B', '--in', path('qinghe.txt')])
    expect(ran.code).toBe(0)
    for (const words of ['行 合计 列 本年支出', '行 基本支出 列 本年支出', '合计 = 基本支出 + 项目支出', '12.34 万元', '什么情况下可以成立']) {
      expect(ran.stdout).toContain(words)
    }
    expect(ran.stdout).not.toContain('D14-77aa')
  })

  it('reads a JSON report without auditing again', async () => {
    const path = folderWith({ 'r.json': renderJsonReport(smallReport()) })
    const engine = engineOf(() => { throw new Error('audited') })
    const ran = await runWith(['explain', 'D14', '--in', path('r.json')], { engine })
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('D14-77aa')
  })

  it('refuses a JSON report that is cut short', async () => {
    const path = folderWith({ 'r.json': renderJsonReport(smallReport()).slice(0, 400) })
    const ran = await runWith(['explain', 'D14', '--in', path('r.json')])
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('不是完整的 JSON')
  })

  it('names the findings that there are when it does not know the id', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const ran = await runWith(['explain', 'Z99', '--in', path('qinghe.txt')])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('T39-0a1b、D14-77aa')
    const none = await runWith(['explain', 'Z99', '--in', path('qinghe.txt')], { engine: engineOf(cleanReport) })
    expect(none.stderr).toContain('这份文件没有任何发现。')
  })
})

describe('mingzhang rules', () => {
  it('lists every rule with its severity and title', async () => {
    const ran = await runWith(['rules'])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toBe('D14   ▲ 警告     公开的绩效表中有手机号码\n')
  })

  it('explains one, with its basis even where the source is not in the vocabulary', async () => {
    const ran = await runWith(['rules', 'd14'])
    expect(ran.stdout).toContain('公开的绩效表不需要个人手机号码。')
    expect(ran.stdout).toContain('unknown-source 第六条')
  })

  it('refuses an unknown id', async () => {
    const ran = await runWith(['rules', 'X1'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('没有编号为“X1”的规则')
  })
})
