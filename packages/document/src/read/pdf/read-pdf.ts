import type { Place, Result } from '@mingzhang/figures'
import type { DocumentTree } from '../../document-tree.ts'
import { damagedProblem } from '../archive/open-archive.ts'
import type { ReadAids, RecognisedPage } from '../read-aids.ts'
import { defaultReadLimits, type ReadLimits } from '../read-limits.ts'
import { createTreeBuilder } from '../tree-builder.ts'
import { withoutRepeatedCaptions } from './continued-tables.ts'
import { unpacksWithin, withoutFontPrograms } from './font-programs.ts'
import { type OpenPdf, withPdf } from './library.ts'
import { type FileBox, type PageContent, readPageContent } from './page-content.ts'
import { withoutFurniture } from './page-furniture.ts'
import { layOutPage } from './page-layout.ts'
import { drawingProblem, garbledProblem, openingProblem, pageOmissions, scanProblem, tooManyPagesProblem, unpackedProblem, type UnreadPages } from './pdf-problems.ts'
import { withWholeRows } from './split-over-pages.ts'
import { flowPages, type NumberedPage } from './text-flow.ts'

/**
 * Reads a PDF with a text layer: ruled tables as grids with their cells, the text around them as paragraphs, each with
 * its page.
 *
 * Page numbers, running heads and watermarks are left out. A table that goes on over a page break arrives as one grid
 * per page. Pages without text are recognised where `aids` can, which is said in an omission; else they are listed as
 * omissions, and a file without any text is a scan and a problem.
 */
export async function readPdf(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits, aids: ReadAids = {}): Promise<Result<DocumentTree>> {
  if (!unpacksWithin(bytes, limits.unpackedBytes)) return { ok: false, problem: unpackedProblem(name, limits.unpackedBytes) }
  try {
    return await readPages(withoutFontPrograms(bytes), name, limits, (pages) => aids.recognisePages?.(bytes, pages) ?? Promise.resolve(new Map()))
  } catch (error) {
    return { ok: false, problem: openingProblem(error, name) }
  }
}

/** The pages so far, and which of them could not be read. */
interface Reading {
  readonly pages: NumberedPage[]
  readonly unread: Readonly<Record<keyof UnreadPages, number[]>>
  count: number
  parts: number
  /** The page to go on with. */
  next: number
  /** What was recognised of pictures, by page. */
  readonly recognised: Map<number, RecognisedPage>
}

/** A file with more pages than this that draw too much is not worth opening again. */
const mostFloods = 5

async function readPages(bytes: Uint8Array, name: string, limits: ReadLimits, recognise: (pages: readonly number[]) => Promise<ReadonlyMap<number, RecognisedPage>>): Promise<Result<DocumentTree>> {
  const reading: Reading = { pages: [], unread: { empty: [], garbled: [], partly: [], damaged: [], flooded: [], recognised: [] }, count: 0, parts: 0, next: 1, recognised: new Map() }
  const { pages, unread } = reading
  do await withPdf(bytes, (pdf) => readOn(pdf, reading, limits))
  while (reading.next <= reading.count && reading.parts <= limits.parts && unread.flooded.length < mostFloods)
  const { count } = reading
  if (count > limits.pages) return { ok: false, problem: tooManyPagesProblem(name, count, limits.pages) }
  if (count === 0) return { ok: false, problem: damagedProblem(name, '一页也没有') }
  if (unread.flooded.length >= mostFloods || unread.flooded.length === count) return { ok: false, problem: drawingProblem(name, unread.flooded) }
  if (unread.damaged.length === count) return { ok: false, problem: damagedProblem(name, '没有一页能打开') }
  await readPictures(reading, recognise)
  if (unread.garbled.length + unread.empty.length + unread.damaged.length + unread.flooded.length === count) {
    return { ok: false, problem: unread.garbled.length > unread.empty.length ? garbledProblem(name, unread.garbled) : scanProblem(name, count) }
  }
  const builder = createTreeBuilder(name, 'pdf', limits)
  const ownPlace = (page: number, box: FileBox | undefined): Pick<Place, 'box' | 'certainty'> => {
    const certainty = box === undefined ? undefined : certaintyWithin(reading.recognised.get(page), box)
    return { ...box === undefined ? {} : { box }, ...certainty === undefined ? {} : { certainty } }
  }
  const settled = withWholeRows(withoutRepeatedCaptions(withoutFurniture(pages)))
  for (const part of flowPages(settled.map((page, index) => ({ ...page, page: pages[index]?.page ?? 0 })))) {
    if (part.kind === 'paragraph') builder.paragraph(part.text, { page: part.page, ...ownPlace(part.page, part.box) })
    else {
      builder.endGrid()
      for (const row of part.rows) builder.row(row.map(({ text }) => text), { page: part.page }, row.map(({ box }) => ownPlace(part.page, box)))
      builder.endGrid()
    }
  }
  for (const omission of pageOmissions(name, unread)) builder.omit(omission)
  return builder.finish()
}

/** Reads pages until the last, the limit, or one that draws too much. */
async function readOn({ document, operators, flood }: OpenPdf, reading: Reading, limits: ReadLimits): Promise<void> {
  reading.count = document.numPages
  const { unread } = reading
  if (reading.count > limits.pages) reading.next = reading.count + 1
  while (reading.next <= reading.count && reading.parts <= limits.parts) {
    const number = reading.next
    const reads = document.getPage(number).then((page) => readPageContent(page, operators)).catch(() => undefined)
    const content = await Promise.race([reads, flood])
    reading.next += 1
    if (content === 'flood') {
      unread.flooded.push(number)
      return
    }
    if (content === undefined) {
      unread.damaged.push(number)
      continue
    }
    const printed = content.glyphs.filter(({ text }) => text.trim() !== '').length
    if (content.unmapped > printed) unread.garbled.push(number)
    else if (printed === 0) unread.empty.push(number)
    else if (content.unmapped >= leastUnmapped && content.unmapped * 20 > printed) unread.partly.push(number)
    keepPage(reading, number, content)
  }
}

function keepPage(reading: Reading, number: number, content: PageContent): void {
  const layout = layOutPage(content)
  for (const item of layout.items) reading.parts += item.kind === 'line' ? 1 : item.rows.reduce((sum, row) => sum + row.length, 0)
  reading.pages.push({ ...layout, page: number })
}

/** Pages that show text and hold none: what is recognised takes their place. */
async function readPictures(reading: Reading, recognise: (pages: readonly number[]) => Promise<ReadonlyMap<number, RecognisedPage>>): Promise<void> {
  const { unread, pages } = reading
  const pictures = [...unread.empty, ...unread.garbled].sort((a, b) => a - b)
  const found = pictures.length === 0 ? new Map<number, RecognisedPage>() : await recognise(pictures)
  for (const [number, page] of found) {
    if (page.glyphs.length === 0) continue
    for (const list of [unread.empty, unread.garbled]) if (list.includes(number)) list.splice(list.indexOf(number), 1)
    unread.recognised.push(number)
    reading.recognised.set(number, page)
    const own = pages.findIndex((other) => other.page === number)
    if (own >= 0) pages.splice(own, 1)
    keepPage(reading, number, { ...page, shades: [], unmapped: 0, inFile: ({ x0, y0, x1, y1 }) => [x0, page.height - y1, x1, page.height - y0] })
  }
  pages.sort((a, b) => a.page - b.page)
}

/** How sure recognition is of the least sure character inside a part of its page, in hundredths; `undefined` for a page with text. */
function certaintyWithin(page: RecognisedPage | undefined, [left, bottom, right, top]: FileBox): number | undefined {
  const inside = (page?.glyphs ?? []).filter(({ x0, x1, y }) => {
    const [x, up] = [(x0 + x1) / 2, (page?.height ?? 0) - y]
    return x >= left && x <= right && up >= bottom && up <= top
  })
  const least = inside.reduce((lowest, { confidence = 1 }) => Math.min(lowest, confidence), 1)
  return inside.length === 0 ? undefined : Math.floor(least * 100)
}

/** Fewer characters without a meaning on a page are bullets and signs. */
const leastUnmapped = 12
