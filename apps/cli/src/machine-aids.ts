import type { ReadAids } from '@mingzhang/document'
import { convertWithLibreOffice, findLibreOffice } from '@mingzhang/office'
import { openPageRecogniser, type PageRecogniser } from '@mingzhang/ocr'

/** What this machine has for formats that need help: LibreOffice for old Word files, text recognition for scans. Looked for only when a file needs it. */
export async function machineAids(): Promise<ReadAids> {
  const program = await findLibreOffice(process.env['PATH'] ?? '')
  let opening: Promise<PageRecogniser | undefined> | undefined
  return {
    ...program === undefined ? {} : { toDocx: (bytes, name) => convertWithLibreOffice(program, bytes, name) },
    async recognisePages(pdf, pages) {
      opening ??= openPageRecogniser()
      return (await opening)?.(pdf, pages) ?? new Map()
    },
  }
}
