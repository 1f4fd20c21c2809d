import { join, resolve } from 'node:path'
import type { NodeCompiler, NodeError, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Publication, WriterFonts } from '../publication.ts'
import { fontFamily } from './pdf/font-tables.ts'
import { pageDataOf } from './pdf/page-data.ts'
import { publicationTemplate } from './pdf/template.ts'
import { createTextMeasure } from './pdf/text-measure.ts'

export interface PublicationPdf {
  readonly bytes: Uint8Array
  /** The page that each heading and table starts on, by its id, as printed in its footer: the cover and the contents have none. */
  readonly pages: ReadonlyMap<string, number>
}

export interface WritePdfOptions {
  /**
   * The standard that the file declares: PDF/A-2a for keeping (the default) or PDF/UA-1 for access. The pages and their tags
   * are the same and fulfil both, but the compiler declares one at a time.
   */
  readonly standard?: 'a-2a' | 'ua-1'
}

/**
 * Returns the publication as a PDF/A-2a file: tagged, with embedded fonts, bookmarks and a linked table of contents.
 *
 * The same publication and fonts give the same bytes; the date in the file is `publication.created`. Characters that no
 * font has must have been found before (`unprintableProblems`): one that is left throws.
 */
export async function writePdf(publication: Publication, fonts: WriterFonts, options: WritePdfOptions = {}): Promise<PublicationPdf> {
  // Loaded only when a PDF is wanted: the compiler is a native library of 50 MB.
  const { NodeCompiler: compilers } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = compilers.create({ workspace, fontArgs: [{ fontBlobs: fontFiles(fonts) }] })
  addFile(compiler, 'publication.json', pageDataOf(publication, createTextMeasure(fonts.serifBold)))
  addFile(compiler, 'fonts.json', { serif: fontFamily(fonts.serif), sans: fontFamily(fonts.sansBold) })
  const document = compile(compiler)
  const bytes = compiler.pdf(document, { pdfStandard: options.standard ?? 'a-2a', creationTimestamp: Math.floor(publication.created.getTime() / 1000) })
  const pages = printedPages(compiler, document)
  // Laid-out text stays in a cache of the whole process otherwise.
  compiler.evictCache(0)
  return { bytes: new Uint8Array(bytes), pages }
}

/** A folder that need not exist: every file that the template reads is given to it in memory. */
const workspace = resolve('/publication')

/** Regular sans is not used: headings are bold, tables and text are serif. */
function fontFiles({ serif, serifBold, sansBold }: WriterFonts): Buffer[] {
  return [serif, serifBold, sansBold].map((font) => Buffer.from(font.buffer, font.byteOffset, font.byteLength))
}

function addFile(compiler: NodeCompiler, name: string, content: unknown): void {
  compiler.mapShadow(join(workspace, name), Buffer.from(JSON.stringify(content)))
}

function compile(compiler: NodeCompiler): NodeTypstDocument {
  const compiled = compiler.compile({ mainFileContent: publicationTemplate })
  const error = compiled.takeError()
  if (error !== null || compiled.result === null) throw new Error(`the PDF template does not compile: ${diagnostics(compiler, error)}`)
  return compiled.result
}

function diagnostics(compiler: NodeCompiler, error: NodeError | null): string {
  return error === null ? 'no diagnostics' : JSON.stringify(compiler.fetchDiagnostics(error))
}

function printedPages(compiler: NodeCompiler, document: NodeTypstDocument): ReadonlyMap<string, number> {
  const marks = compiler.query(document, { selector: '<printed-page>', field: 'value' }) as readonly { readonly id: string; readonly page: number }[]
  return new Map(marks.map(({ id, page }) => [id, page]))
}
