import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Ledger, writeLedgerCsv } from '@mingzhang/compile'
import { editedWorkbook } from '../../../packages/compile/test/ledger/edited-workbook.ts'
import { folderWith, type Ran, runWith } from './cli-builders.ts'
import { ledgerJson, ledgerWorkbook, nextYearOf, ownDocumentPath, ownLedger, ownLedgerPath, ownLedgerText } from './ledger-files.ts'

const publicFiles = [
  'budget-lines.csv', 'datapackage.json', 'disclosure.docx', 'disclosure.html', 'disclosure.pdf', 'figures.csv', 'figures.json', 'manifest.json',
  'rounding.csv', 'tables.xlsx',
]

let ledger: Ledger
beforeAll(async () => { ledger = await ownLedger() })

const compile = (input: string, out: string, ...more: readonly string[]): Promise<Ran> => runWith(['compile', input, '--profile', 'shanxi/2024', '--out', out, ...more])

/** The date that the files of a folder are stamped with. */
const dateIn = (folder: string): string => (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { readonly created: string }).created

/** Ends with the code, says why and what to do, and leaves no folder. */
function expectRefusal(ran: Ran, code: number, sentence: string, out: string): void {
  expect(ran.stderr).toContain(sentence)
  expect(ran.stdout).toBe('')
  expect(ran.code).toBe(code)
  expect(existsSync(out)).toBe(false)
}

describe('mingzhang compile › what it writes', () => {
  it('all files of the disclosure, and says what was proved', async () => {
    const path = folderWith()
    const { code, stdout, stderr } = await compile(ownLedgerPath, path('公开'))
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(readdirSync(path('公开')).sort()).toEqual(publicFiles)
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('清河县文化和旅游局 2024年度部门预算公开')
    expect(lines[1]).toMatch(/^表 13 张，绩效目标表 8 份，数字 \d+ 个$/u)
    const figures = /数字 (\d+) 个/u.exec(stdout)?.[1] ?? ''
    expect(lines[2]).toMatch(new RegExp(`^各格式读回的数字一致：disclosure\\.docx ${figures}、disclosure\\.pdf ${figures}、disclosure\\.html ${figures}、tables\\.xlsx \\d+$`, 'u'))
    expect(stdout).toContain('不一致 0、无法判定 0')
    expect(stdout).toContain('逐个四舍五入：')
    expect(stdout).toContain(`已写入 ${path('公开')}：`)
    // 公开日期 of the ledger
    expect(dateIn(path('公开'))).toBe('2024-02-23T04:00:00.000Z')
  })

  it('takes JSON, a workbook and a folder of CSV files for the same ledger', async () => {
    const path = folderWith({ '台账.xlsx': await ledgerWorkbook(ledger) })
    mkdirSync(path('表'))
    for (const { name, bytes } of writeLedgerCsv(ledger)) writeFileSync(join(path('表'), name), bytes)
    writeFileSync(join(path('表'), '说明.docx'), 'x')
    for (const [input, out] of [[ownLedgerPath, 'json'], [path('台账.xlsx'), 'xlsx'], [path('表'), 'csv']] as const) {
      const { code, stderr } = await compile(input, path(out))
      expect([input, stderr, code]).toEqual([input, '', 0])
    }
    const figuresIn = (out: string): string => readFileSync(join(path(out), 'figures.json'), 'utf8')
    expect(figuresIn('xlsx')).toBe(figuresIn('json'))
    expect(figuresIn('csv')).toBe(figuresIn('json'))
  })

  it('tells the same in English, and stamps the files with the date asked for', async () => {
    const path = folderWith()
    const { stdout } = await compile(ownLedgerPath, path('out'), '--lang', 'en', '--date', '2024-03-01')
    expect(dateIn(path('out'))).toBe('2024-03-01T04:00:00.000Z')
    expect(stdout).toContain('13 tables, 8 performance forms')
    expect(stdout).toContain('conflict 0, undetermined 0')
  })
})

describe('mingzhang compile › --internal', () => {
  it('writes the names of handlers there and nowhere else', async () => {
    const path = folderWith({ 'ledger.json': ledgerJson({ ...ledger, forms: ledger.forms.map((form) => ({ ...form, handler: '贾样例', responsible: '甄示范', phone: '0358-6320000' })) }) })
    const { code, stdout } = await compile(path('ledger.json'), path('公开'), '--internal', path('留存'))
    expect(code).toBe(0)
    expect(stdout).toContain('不要公开')
    expect(readdirSync(path('留存')).sort()).toEqual(['internal.docx', 'internal.pdf', 'manifest.json'])
    expect(readdirSync(path('公开')).sort()).toEqual(publicFiles)
    const figures = await runWith(['figures', join(path('留存'), 'internal.docx')])
    expect(figures.code).toBe(0)
    expect(readFileSync(join(path('公开'), 'disclosure.html'), 'utf8')).not.toMatch(/贾样例|甄示范|6320000/u)
  })

  it.each([['the same folder', '公开'], ['a folder inside it', '公开/留存']])('refuses %s as --out', async (_name, internal) => {
    const path = folderWith()
    expectRefusal(await compile(ownLedgerPath, path('公开'), '--internal', path(internal)), 2, '同一个文件夹', path('公开'))
  })
})

describe('mingzhang compile › refused options', () => {
  it.each([
    ['an unknown layout', ['--profile', 'atlantis'], '没有“atlantis”这个公开版式'],
    ['a year before the layout', ['--profile', 'shanxi/1999'], '版式写的是1999年，台账是2024年'],
    ['a date that is none', ['--date', '2024-02-30'], '“2024-02-30”不是日期'],
    ['a date in words', ['--date', '2024年2月'], '“2024年2月”不是日期'],
    ['an unknown rounding', ['--rounding', 'floor'], '只能是 half-up、balanced'],
  ])('%s', async (_name, options, sentence) => {
    const path = folderWith()
    expectRefusal(await compile(ownLedgerPath, path('out'), ...options), 2, sentence, path('out'))
  })

  it('no --out and no --profile', async () => {
    expect(await runWith(['compile', ownLedgerPath, '--profile', 'shanxi/2024'])).toMatchObject({ code: 2, stdout: '' })
    expect(await runWith(['compile', ownLedgerPath, '--out', 'x'])).toMatchObject({ code: 2, stdout: '' })
  })

  it('an --out that is a file, and one with files of somebody else: both stay as they are', async () => {
    const path = folderWith({ out: 'x' })
    mkdirSync(path('别人'))
    writeFileSync(join(path('别人'), '通知.docx'), 'x')
    const file = await compile(ownLedgerPath, path('out'))
    expect([file.code, file.stderr.includes('是文件，不是文件夹')]).toEqual([2, true])
    const foreign = await compile(ownLedgerPath, path('别人'))
    expect([foreign.code, foreign.stderr.includes('里有别的文件')]).toEqual([2, true])
    expect(readFileSync(path('out'), 'utf8')).toBe('x')
    expect(readdirSync(path('别人'))).toEqual(['通知.docx'])
  })
})

describe('mingzhang compile › a ledger with mistakes', () => {
  it('is told cell by cell and marked in a copy beside it; nothing is written to --out', async () => {
    const workbook = await editedWorkbook(await ledgerWorkbook(ledger), [{ cell: '支出明细!A4', text: '没有登记的单位' }])
    const path = folderWith({ '台账.xlsx': workbook })
    const ran = await compile(path('台账.xlsx'), path('out'))
    expectRefusal(ran, 3, '没有登记的单位', path('out'))
    expect(ran.stderr).toContain('台账-问题标注.xlsx')
    expect(readdirSync(path('.')).sort()).toEqual(['台账-问题标注.xlsx', '台账.xlsx'].sort())
    expect(readFileSync(path('台账.xlsx'))).toEqual(Buffer.from(workbook))
  })

  it('as JSON is told with its place, and no copy is made', async () => {
    const path = folderWith({ 'ledger.json': ownLedgerText.replace('"2070101"', '"2999999"') })
    const ran = await compile(path('ledger.json'), path('out'))
    expectRefusal(ran, 3, '2999999', path('out'))
    expect(readdirSync(path('.'))).toEqual(['ledger.json'])
  })

  it('a file that is no ledger, an empty folder and a missing file are refused', async () => {
    const path = folderWith({ 'note.txt': '这是一封信。' })
    mkdirSync(path('empty'))
    for (const input of [path('note.txt'), path('empty'), path('none.xlsx')]) {
      const ran = await compile(input, path('out'))
      expect([input, ran.code, existsSync(path('out')), /^\s+at /mu.test(ran.stderr)]).toEqual([input, 3, false, false])
    }
  })

  it('a mobile number in a text stops the publication with the file that would carry it; the earlier output stays', async () => {
    const path = folderWith({
      'ledger.json': ledgerJson({ ...ledger, texts: [...ledger.texts.filter(({ item }) => item !== 'other'), { item: 'other', text: '有关情况请联系{照录：13800001111}。' }] }),
    })
    await compile(ownLedgerPath, path('out'))
    const before = readFileSync(join(path('out'), 'manifest.json'), 'utf8')
    const ran = await compile(path('ledger.json'), path('out'))
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('公开文件“disclosure.docx”')
    expect(ran.stderr).toContain('手机号码')
    expect(ran.stderr).not.toContain('13800001111')
    expect(ran.stderr).toContain('其中原有的文件没有变动')
    expect(readFileSync(join(path('out'), 'manifest.json'), 'utf8')).toBe(before)
  })

  it('a number that is bound to nothing ends with 1 and names the text', async () => {
    const path = folderWith({ 'ledger.json': ledgerJson({ ...ledger, texts: [...ledger.texts.filter(({ item }) => item !== 'other'), { item: 'other', text: '新增设备27万元。' }] }) })
    expectRefusal(await compile(path('ledger.json'), path('out')), 1, '27万元是直接打上去的', path('out'))
  })
})

describe('mingzhang compile › --previous', () => {
  const compileNext = (input: string, out: string, previous: string): Promise<Ran> =>
    runWith(['compile', input, '--profile', 'national/2025', '--out', out, '--previous', previous])

  it.each([['ledger', ownLedgerPath], ['document', ownDocumentPath]])('takes last year’s amounts and texts from its %s', async (_name, previous) => {
    const path = folderWith({ 'ledger.json': ledgerJson(nextYearOf(ledger)) })
    const { code, stdout, stderr } = await compileNext(path('ledger.json'), path('out'), previous)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toContain('补上年数 8 项')
    expect(stdout).toMatch(/沿用文字：[^\n]*部门职责/u)
    // 2025 has the appropriations of 2024 and nothing carried in: 655.52 for 671.45. What prints alike is not listed.
    expect(stdout).toContain('收支总计：上年 671.45 万元，今年 655.52 万元')
    expect(stdout).not.toContain('公务接待费：')
    const html = readFileSync(join(path('out'), 'disclosure.html'), 'utf8').replace(/<[^>]*>/gu, '')
    expect(html).toContain('比上年减少15.93万元，下降2.37%')
    expect(html).toContain('清河县文化和旅游局是县政府主管全县文化、文物和旅游工作的部门')
  })

  it('refuses material of another year, and what is neither ledger nor disclosure', async () => {
    const path = folderWith({ 'ledger.json': ledgerJson({ ...nextYearOf(ledger), department: { ...nextYearOf(ledger).department, year: 2026 } }), 'note.txt': '这是一封信。' })
    const other = await runWith(['compile', path('ledger.json'), '--profile', 'national/2026', '--out', path('out'), '--previous', ownLedgerPath])
    expectRefusal(other, 3, '相差不是一年', path('out'))
    expectRefusal(await compile(ownLedgerPath, path('out'), '--previous', path('note.txt')), 3, 'note.txt', path('out'))
    expectRefusal(await compile(ownLedgerPath, path('out'), '--previous', path('none.json')), 3, '找不到文件', path('out'))
  })
})
