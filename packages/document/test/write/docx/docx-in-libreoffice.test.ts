import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf } from '../../../src/write/contents.ts'
import { docxPages, writeDocx } from '../../../src/write/write-docx.ts'
import type { TableBlock } from '../../../src/publication.ts'
import { examplePublication } from '../example-publication.ts'

const tools = ['/usr/bin/soffice', '/usr/bin/pdftotext']
const isInstalled = tools.every((tool) => existsSync(tool))

if (!isInstalled) process.stderr.write(`The test of the Word document in LibreOffice is skipped: ${tools.join(' or ')} is missing.\n`)

describe.skipIf(!isInstalled)('the Word document in LibreOffice', () => {
  const publication = examplePublication()
  let folder: string
  let pages: readonly string[]
  /** The second page in its lines. */
  let contents: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingzhang-docx-'))
    writeFileSync(join(folder, 'publication.docx'), await writeDocx(publication))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    execFileSync('/usr/bin/soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'publication.docx')], { stdio: 'ignore' })
    const texts = execFileSync('/usr/bin/pdftotext', ['-layout', join(folder, 'publication.pdf'), '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
    contents = texts[1] ?? ''
    pages = texts.map(plain)
  }, 120_000)

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const plain = (text: string) => text.replace(/\s/gu, '')
  /** The pages of the body: those behind the cover and the contents. */
  const body = () => pages.slice(2)

  test('every heading and table stands on the page that the contents print', () => {
    const counted = docxPages(publication)
    const contentsLines = contents.split('\n').map((line) => plain(line).replace(/\.{2,}/u, ' '))
    for (const entry of contentsOf(publication)) {
      const page = counted.get(entry.id) ?? 0
      expect(body()[page - 1], entry.text).toContain(plain(entry.text))
      expect(contentsLines, entry.text).toContain(`${plain(entry.text)} ${String(page)}`)
    }
  })

  test('the pages are numbered from 1 behind the contents, and none is empty', () => {
    expect(body().map((text) => /—(\d+)—$/u.exec(text)?.[1])).toEqual(body().map((_, index) => String(index + 1)))
    for (const text of pages) expect(text.length).toBeGreaterThan(10)
    expect(pages[0]).not.toMatch(/—\d+—/u)
    expect(pages[1]).not.toMatch(/—\d+—/u)
  })

  test('every amount of every table is on its pages, and the head of a long table on each of them', () => {
    const tables = publication.blocks.filter((block): block is TableBlock => block.kind === 'table')
    const text = body().join('')
    for (const cell of tables.flatMap((table) => table.body.flatMap((row) => row.cells))) {
      if (cell.figure !== undefined) expect(text).toContain(cell.text)
    }
    expect(body().filter((page) => page.includes('2024年财政拨款一般公共预算政府性基金预算') || /项目名称合计.*国有资本经营预算12345/u.test(page))).toHaveLength(3)
  })
})
