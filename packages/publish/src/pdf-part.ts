/**
 * The PDF of a publication and what is read back from it: the half of the work that can run beside the other formats.
 *
 * @module
 */
import { type DocumentTree, type Publication, readDocument, unprintableProblems, writePdf, type WriterFonts } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'

/** The file and its tree as any reader finds it; or the characters that no font has, or why it cannot be read. */
export type PdfPart =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly tree: DocumentTree }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Writes the publication as `name` and reads it back. */
export async function makePdfPart(publication: Publication, name: string, fonts: WriterFonts): Promise<PdfPart> {
  const unprintable = unprintableProblems(publication, fonts)
  if (unprintable.length > 0) return { ok: false, problems: unprintable }
  const { bytes } = await writePdf(publication, fonts)
  // The reader takes the bytes that it is given for itself.
  const read = await readDocument(bytes.slice(), name)
  return read.ok ? { ok: true, bytes, tree: read.value } : { ok: false, problems: [read.problem] }
}
