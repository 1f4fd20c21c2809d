/** What a program that reads PDF finds in the bytes of one. */
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfContent {
  /** The texts of every page in the order of the file, blanks left out. */
  readonly pages: readonly (readonly { readonly text: string; readonly left: number; readonly right: number }[])[]
  readonly widths: readonly number[]
  readonly bookmarks: readonly Bookmark[]
  readonly language: string | null
  readonly title: string
}

export interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

export async function pdfContent(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({ data: bytes.slice(), cMapUrl: join(library, 'cmaps/'), cMapPacked: true, standardFontDataUrl: join(library, 'standard_fonts/'), verbosity: 0 })
  const document = await task.promise
  const pages: { text: string; left: number; right: number }[][] = []
  const widths: number[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    widths.push(page.getViewport({ scale: 1 }).width)
    const { items } = await page.getTextContent()
    pages.push(items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const left = Number(item.transform[4])
      return [{ text: item.str.trim(), left, right: left + item.width }]
    }))
  }
  const bookmarks = (await document.getOutline() as readonly Bookmark[] | null) ?? []
  const { info } = await document.getMetadata()
  const content = { pages, widths, bookmarks: bookmarks.map(plain), language: 'Language' in info ? String(info.Language) : null, title: 'Title' in info ? String(info.Title) : '' }
  await task.destroy()
  return content
}

function plain({ title, items }: Bookmark): Bookmark {
  return { title, items: items.map(plain) }
}
