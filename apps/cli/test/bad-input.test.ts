import { cpSync, mkdirSync, openSync, closeSync, ftruncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataDirectory, disclosure, folderWith, type Ran, runWith } from './cli-builders.ts'

/** Every refusal names what is wrong and what to do, and shows no inside of the program. */
function expectRefusal(ran: Ran, code: number, sentence: string, remedy: string): void {
  expect(ran.stderr).toContain(sentence)
  expect(ran.stderr).toContain(remedy)
  expect(ran.stderr).not.toMatch(/^\s+at /mu)
  expect(ran.code).toBe(code)
}

describe('mingzhang › command line', () => {
  it.each([
    ['an unknown option', ['audit', 'a.txt', '--tolerance', '5'], '没有“--tolerance”这个选项。'],
    ['a misspelt option, with a guess', ['audit', 'a.txt', '--raport', 'r.html'], '是不是想写 --report？'],
    ['an unknown command', ['check', 'a.txt'], '没有“check”这个命令。'],
    ['no file', ['audit'], '缺少参数 FILE。'],
    ['an option without its value', ['audit', 'a.txt', '--report'], '后面缺少内容。'],
    ['an unknown threshold', ['audit', 'a.txt', '--fail-on', 'notice'], '不能是“notice”，只能是 conflict、warning。'],
    ['an unknown language', ['audit', 'a.txt', '--lang', 'fr'], '只能是 zh、en。'],
    ['a file too many', ['figures', 'a.txt', 'b.txt'], '参数太多。'],
    ['explain without a file', ['explain', 'D14'], '必须写明选项“--in <FILE>”。'],
  ])('refuses %s', async (_name, argv, sentence) => {
    expectRefusal(await runWith(argv), 2, sentence, '--help')
  })

  it('tells the same in English', async () => {
    expectRefusal(await runWith(['audit', 'a.txt', '--tolerance', '5', '--lang', 'en']), 2, "unknown option '--tolerance'", 'See mingzhang audit --help')
  })

  it('shows the help and ends with 2 when no command is given', async () => {
    const ran = await runWith([])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('用法 mingzhang')
  })

  it('shows help and version with 0', async () => {
    const help = await runWith(['audit', '--help'])
    expect(help.code).toBe(0)
    expect(help.stdout).toContain('--fail-on')
    expect(help.stdout).toContain('返回值')
    expect((await runWith(['--version'])).stdout).toBe('0.2.0\n')
    expect((await runWith(['--help', '--lang', 'en'])).stdout).toContain('Exit codes:')
  })
})

describe('mingzhang › files that cannot be audited', () => {
  const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00])

  it.each([
    ['an empty file', '', '文件是空的', '换一份有内容的文件'],
    ['a binary file', zip, '看起来是 ZIP 压缩包', '转成纯文本'],
    ['a web page without anything to see', '<html><body><script>1</script></body></html>', '没有可以看到的文字', '换一份有内容的文件'],
    ['an unknown encoding', new Uint8Array([0x41, 0xff, 0xff, 0x41]), '文字编码认不出', '另存为 UTF-8'],
  ])('refuses %s with its name, a reason and a remedy', async (_name, content, sentence, remedy) => {
    const path = folderWith({ 'qinghe.txt': content })
    const ran = await runWith(['audit', path('qinghe.txt')])
    expectRefusal(ran, 3, sentence, remedy)
    expect(ran.stderr).toContain('qinghe.txt')
    expect(ran.stdout).toBe('')
  })

  it('refuses a missing file and a folder without documents', async () => {
    const path = folderWith()
    mkdirSync(path('folder'))
    expectRefusal(await runWith(['audit', path('none.txt')]), 3, '找不到文件', '核对路径')
    expectRefusal(await runWith(['audit', path('folder')]), 3, '里没有可以审核的文件', '核对文件夹名')
  })

  it('refuses a file of 200 MB by its size, without reading it', async () => {
    const path = folderWith()
    const file = openSync(path('large.txt'), 'w')
    ftruncateSync(file, 200 * 1024 * 1024)
    closeSync(file)
    expectRefusal(await runWith(['audit', path('large.txt')]), 3, '文件有 200 MB，超过 20 MB 的上限', '按部门拆开')
  })

  it('tells the same for figures and explain', async () => {
    const path = folderWith({ 'empty.txt': '' })
    expectRefusal(await runWith(['figures', path('empty.txt')]), 3, '文件是空的', '换一份')
    expectRefusal(await runWith(['explain', 'D14', '--in', path('empty.txt')]), 3, '文件是空的', '换一份')
  })
})

describe('mingzhang › vocabulary', () => {
  it('refuses an unknown profile and names those that there are', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    expectRefusal(await runWith(['audit', path('qinghe.txt'), '--profile', 'atlantis']), 2, '没有“atlantis”这个地方模板', 'shanxi')
  })

  it('refuses a folder without a vocabulary', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    mkdirSync(path('data'))
    expectRefusal(await runWith(['audit', path('qinghe.txt'), '--data', path('data')]), 2, 'words.yaml', path('data'))
  })

  it('refuses a broken data file with file and line, and audits nothing', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    cpSync(dataDirectory, path('data'), { recursive: true })
    writeFileSync(join(path('data'), 'words.yaml'), '- words: [合计]\n  uses: [sideways]\n')
    const ran = await runWith(['audit', path('qinghe.txt'), '--data', path('data')])
    expectRefusal(ran, 2, 'words.yaml', '没有往下做')
    expect(ran.stderr).toMatch(/第 \d+ 行/u)
    expect(ran.stdout).toBe('')
  })
})
