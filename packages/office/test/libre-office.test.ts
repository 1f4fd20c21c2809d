import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readDocument } from '@mingzhang/document'
import { convertWithLibreOffice, findLibreOffice } from '../src/index.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'office-test-')) })
afterEach(async () => { await rm(folder, { recursive: true, force: true }) })

async function program(script: string): Promise<string> {
  const path = join(folder, 'soffice')
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}

const bytes = new TextEncoder().encode('old')
const leftovers = async (): Promise<readonly string[]> => (await readdir(tmpdir())).filter((name) => name.startsWith('mingzhang-office-'))

describe('findLibreOffice', () => {
  test('finds the program in a folder of PATH', async () => {
    const path = await program('exit 0')
    expect(await findLibreOffice(`/no/such/folder:${folder}`)).toBe(path)
  })

  test('a file that cannot be run is none', async () => {
    await writeFile(join(folder, 'soffice'), '')
    expect(await findLibreOffice(folder)).not.toBe(join(folder, 'soffice'))
  })
})

describe('convertWithLibreOffice', () => {
  test('returns what the program wrote, and leaves nothing behind', async () => {
    const before = await leftovers()
    const path = await program('for last; do :; done; printf converted > "$(dirname "$last")/source.docx"')
    const result = await convertWithLibreOffice(path, bytes, 'a.doc')
    expect(result.ok && new TextDecoder().decode(result.value)).toBe('converted')
    expect(await leftovers()).toEqual(before)
  })

  test('a program that writes nothing, or cannot be started, is a problem that names the file and what to do', async () => {
    for (const path of [await program('exit 1'), join(folder, 'missing')]) {
      const result = await convertWithLibreOffice(path, bytes, 'a.doc')
      expect(result).toMatchObject({ ok: false, problem: { code: 'office.conversion.failed', place: { document: 'a.doc' }, remedy: expect.stringContaining('.docx') as string } })
    }
  })
})

const installed = await findLibreOffice(process.env['PATH'] ?? '')

describe.skipIf(installed === undefined)('with LibreOffice on this machine', () => {
  test('a table of an RTF file arrives as a grid', async () => {
    const rtf = String.raw`{\rtf1\ansi\deff0{\fonttbl{\f0 SimSun;}}\pard Table\par\trowd\cellx2000\cellx4000\intbl A\cell 12.30\cell\row\trowd\cellx2000\cellx4000\intbl B\cell 4.50\cell\row\pard After\par}`
    const tree = await readDocument(new TextEncoder().encode(rtf), 'a.rtf', undefined, { toDocx: (content, name) => convertWithLibreOffice(installed ?? '', content, name) })
    if (!tree.ok) throw new Error(tree.problem.detail)
    const grid = tree.value.blocks.find((block) => block.kind === 'grid')
    expect(grid?.kind === 'grid' && grid.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['A', '12.30'], ['B', '4.50']])
  })
})
