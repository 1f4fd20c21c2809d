/** One good document in a folder of bad ones: each bad one is told, the good one is audited as if it were alone. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { damagedPdf, documentWithEntity, encryptedPdf, longPdf, pdfWithoutCharacters, truncatedPdf, zipBomb } from './bad-files.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
// Libraries that are not bundled are found from inside the workspace only.
const place = join(root, 'node_modules/.cache', `mingzhang-bad-batch-${String(process.pid)}`)
const program = join(place, 'program/mingzhang.js')
const folder = join(place, 'batch')
const out = join(place, 'out')

interface Stored {
  readonly files: readonly {
    readonly path: string
    readonly outcome: string
    readonly reason?: { readonly code: string; readonly detail: string; readonly remedy: string }
    readonly summary?: { readonly cells: { readonly numeric: number; readonly bound: number } }
  }[]
}

beforeAll(() => {
  const bundle = `process.chdir(${JSON.stringify(root)}); const { bundleProgram } = await import(${JSON.stringify(join(root, 'tools/bundle.mjs'))}); await bundleProgram(${JSON.stringify(join(place, 'program'))})`
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', bundle], { encoding: 'utf8' }).stderr).toBe('')
  mkdirSync(folder)
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'a-damaged.pdf': damagedPdf(),
    'b-truncated.pdf': truncatedPdf(),
    'c-encrypted.pdf': encryptedPdf(),
    'd-bomb.xlsx': zipBomb(300),
    'e-entity.docx': documentWithEntity(),
    'f-long.pdf': longPdf(3_000),
    'g-no-characters.pdf': pdfWithoutCharacters(),
    'h-good.txt': readFileSync(join(root, 'corpus/qinghe-culture-2024/document.txt')),
    'i-picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
})

afterAll(() => { rmSync(place, { recursive: true, force: true }) })

describe('mingzhang audit › a folder with bad files', () => {
  it('tells what is wrong with each and audits the good one whole', () => {
    const { status, stderr } = spawnSync(process.execPath, [program, 'audit', folder, '--out', out, '--jobs', '2'], { encoding: 'utf8' })
    const stored = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Stored
    const rows = new Map(stored.files.map((row) => [row.path.slice(folder.length + 1), row]))
    const codes = Object.fromEntries([...rows].map(([name, { outcome, reason }]) => [name, reason?.code ?? outcome]))
    expect(codes).toEqual({
      'a-damaged.pdf': 'document.file.damaged',
      'b-truncated.pdf': 'document.file.damaged',
      'c-encrypted.pdf': 'document.file.encrypted',
      'd-bomb.xlsx': 'document.archive.tooLarge',
      'e-entity.docx': 'document.xml.doctype',
      'f-long.pdf': 'document.pdf.tooManyPages',
      'g-no-characters.pdf': 'document.pdf.garbled',
      'h-good.txt': 'audited',
      'i-picture.png': 'cli.document.skipped',
    })
    expect(rows.get('h-good.txt')?.summary?.cells).toEqual({ numeric: 355, bound: 355 })
    for (const { outcome, reason } of rows.values()) if (outcome === 'problem') expect(reason?.remedy).not.toBe('')
    expect(stderr).not.toMatch(/^\s+at /mu)
    expect(status).toBe(3)
  })

  it('ends a document that needs more memory than it may', () => {
    const { stderr, stdout, status } = spawnSync(process.execPath, [program, 'audit', join(folder, 'h-good.txt'), join(folder, 'a-damaged.pdf'), '--memory-limit', '8', '--jobs', '1'], { encoding: 'utf8' })
    expect(stderr).toContain('审核它要用的内存超过 8 MB，已停止。')
    expect(stdout).toContain('共 2 份文件')
    expect(status).toBe(3)
  })
})
