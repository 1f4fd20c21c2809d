import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Ledger, readLedger } from '@mingzhang/compile'
import { disclosure, folderWith, type Ran, runWith } from './cli-builders.ts'
import { ownDocumentPath, ownLedger, vocabulary } from './ledger-files.ts'

const reconstruct = (document: string, out: string, ...more: readonly string[]): Promise<Ran> => runWith(['reconstruct', document, '--out', out, ...more])

async function ledgerAt(path: string): Promise<Ledger> {
  const reading = await readLedger({ name: 'ledger', bytes: readFileSync(path) }, vocabulary)
  if (!reading.ok) throw new Error(reading.problems.map(({ detail }) => detail).join('\n'))
  return reading.ledger
}

describe('mingzhang reconstruct', () => {
  it('turns the example disclosure into a draft as JSON, and says how well it gives the document back', async () => {
    const path = folderWith()
    const { code, stdout, stderr } = await reconstruct(ownDocumentPath, path('草稿.json'))
    expect([code, stderr]).toEqual([0, ''])
    const own = await ownLedger()
    const draft = await ledgerAt(path('草稿.json'))
    expect(draft.department).toMatchObject({ name: '清河县文化和旅游局', year: 2024 })
    expect(draft.projects.map(({ name }) => name).sort()).toEqual(own.projects.map(({ name }) => name).sort())
    expect(draft.forms).toHaveLength(8)
    expect(stdout).toContain('清河县文化和旅游局 2024 年')
    const [, cells, same] = /表中 (\d+) 格有 (\d+) 格一致/u.exec(stdout) ?? []
    expect(cells).toBe(same)
    expect(stdout).toContain(`已写入 ${path('草稿.json')}`)
  })

  it('writes the same ledger as a workbook that can be read', async () => {
    const path = folderWith()
    const { code } = await reconstruct(ownDocumentPath, path('草稿.xlsx'), '--profile', 'shanxi')
    expect(code).toBe(0)
    const draft = await ledgerAt(path('草稿.xlsx'))
    expect(draft.projects).toHaveLength(9)
    expect(draft.units.map(({ name }) => name)).toEqual(['清河县文化和旅游局', '清河县文化馆'])
  })

  it('never replaces a file, least of all the document', async () => {
    const path = folderWith({ '草稿.json': '改过的', '公开.json': disclosure })
    const other = await reconstruct(ownDocumentPath, path('草稿.json'))
    expect([other.code, other.stderr.includes('已经存在，没有覆盖')]).toEqual([2, true])
    expect((await reconstruct(path('公开.json'), path('公开.json'))).code).toBe(2)
    expect(readFileSync(path('草稿.json'), 'utf8')).toBe('改过的')
    expect(readFileSync(path('公开.json'), 'utf8')).toBe(disclosure)
  })

  it.each([
    ['another format', '草稿.docx', '看不出要写成什么格式', 2],
    ['a folder that is not there', '没有/草稿.json', '不存在', 2],
  ])('refuses %s', async (_name, out, sentence, code) => {
    const path = folderWith()
    const ran = await reconstruct(ownDocumentPath, path(out))
    expect(ran.stderr).toContain(sentence)
    expect([ran.code, ran.stdout, existsSync(path(out))]).toEqual([code, '', false])
  })

  it('refuses a file that cannot be read and one that holds no tables to go back from', async () => {
    const path = folderWith({ 'letter.txt': '这是一封信。', 'binary.pdf': new Uint8Array([1, 2, 3]) })
    for (const file of ['none.txt', 'letter.txt', 'binary.pdf']) {
      const ran = await reconstruct(path(file), path('草稿.json'))
      expect([file, ran.code, ran.stdout, existsSync(path('草稿.json')), ran.stderr.includes(file)]).toEqual([file, 3, '', false, true])
    }
  })
})
