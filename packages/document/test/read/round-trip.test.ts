import { describe, expect, it } from 'vitest'
import type { DocumentTree } from '../../src/index.ts'
import { publicationTree, readDocument } from '../../src/index.ts'
import { writeDocx } from '../../src/write/write-docx.ts'
import { writeHtml } from '../../src/write/write-html.ts'
import { writePdf } from '../../src/write/write-pdf.ts'
import { writeTablesXlsx } from '../../src/write/write-xlsx.ts'
import { examplePublication } from '../write/example-publication.ts'
import { writerFonts } from '../write/writer-fonts.ts'
import { contentOf, treeOf } from './text-builders.ts'

type Content = ReturnType<typeof contentOf>

const publication = examplePublication()
const expected = contentOf({ ok: true, value: publicationTree(publication) })

const readBack = async (bytes: Uint8Array): Promise<DocumentTree> => treeOf(await readDocument(bytes, 'disclosure'))

/** Without the table of contents, which the publication's own tree leaves out. */
const withoutContents = (content: Content): Content =>
  content.filter((block) => typeof block !== 'string' || !(/^目\s*录$/u.test(block) || /(?:…|\t)\s*\d{1,3}$/u.test(block)))

/** Without the line breaks inside cells: the paper only shows lines. */
const withoutBreaks = (content: Content): Content =>
  content.map((block) => (typeof block === 'string' ? block : block.map((row) => row.map((cell) => cell.replaceAll('\n', '')))))

/** A table's pages as one grid, the heads that a later page repeats left out. */
function joinPages(content: Content): Content {
  const joined: Content[number][] = []
  for (const block of content) {
    const before = joined.at(-1)
    if (typeof block === 'string' || before === undefined || typeof before === 'string') {
      joined.push(block)
      continue
    }
    const own = block.findIndex((row, index) => row.join('\t') !== before[index]?.join('\t'))
    joined.splice(-1, 1, [...before, ...block.slice(own)])
  }
  return joined
}

describe('readDocument › what was published reads back the same', () => {
  it('from Word', async () => {
    const tree = await readBack(await writeDocx(publication))
    expect(withoutContents(contentOf({ ok: true, value: tree }))).toEqual(expected)
    expect(tree.omissions).toBeUndefined()
  })

  it('from PDF, each part on a page', async () => {
    const tree = await readBack((await writePdf(publication, writerFonts)).bytes)
    expect(joinPages(withoutContents(contentOf({ ok: true, value: tree })))).toEqual(withoutBreaks(expected))
    expect(tree.omissions).toBeUndefined()
    const pages = tree.blocks.map(({ place }) => place.page ?? 0)
    expect(pages).toEqual([...pages].sort((a, b) => a - b))
  })

  it('from a web page, whose heading is body and title in one line, and that of a form names its project', async () => {
    const titled = publication.blocks.map((block) =>
      block.kind === 'table' && block.style === 'form' && typeof block.contents === 'string' ? { ...block, title: `${block.title} ${block.contents}` } : block)
    const [body, title, ...rest] = contentOf({ ok: true, value: publicationTree({ ...publication, blocks: titled }) })
    const page = await readBack(new TextEncoder().encode(writeHtml(publication)))
    expect(contentOf({ ok: true, value: page })).toEqual([`${String(body)} ${String(title)}`, ...rest])
  })

  it('from the workbook, the tables with their titles, notes and amounts', async () => {
    const tables = contentOf({ ok: true, value: publicationTree({ ...publication, body: '', title: '', coverLines: [], blocks: publication.blocks.filter((block) => block.kind === 'table' && block.style === 'statement') }) })
    // The workbook groups the digits of amounts, which the document does not.
    const ungrouped = (content: Content): Content => content.map((block) => (typeof block === 'string' ? block : block.map((row) => row.map((cell) => (/^[\d,]+\.\d+$/u.test(cell) ? cell.replaceAll(',', '') : cell)))))
    expect(ungrouped(contentOf({ ok: true, value: await readBack(await writeTablesXlsx(publication)) }))).toEqual(ungrouped(tables))
  })
})
