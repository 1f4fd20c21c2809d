import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { connect } from './message-port.ts'
import type { Operators } from './path-rules.ts'

/** The most drawing operators and nested states of one page. Printed tables have a few thousand, and a dozen. */
const mostOperators = 300_000
const mostDepth = 1_000

export interface OpenPdf {
  readonly document: PDFDocumentProxy
  readonly operators: Operators
  /** Comes when a page draws more than is taken: the file is closed over it and has to be opened again. */
  readonly flood: Promise<'flood'>
}

/** Opens a PDF for `use` and lets go of it in the end. Throws what the library throws for a file that it cannot open. */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  const { library, parser } = await loadLibrary()
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  let closing: Promise<void> | undefined
  let report: (flood: 'flood') => void = () => undefined
  const flood = new Promise<'flood'>((resolve) => { report = resolve })
  const onFlood = (): void => {
    closing ??= task.destroy()
    report('flood')
  }
  const { save, restore } = library.OPS
  const [asking, parsing] = connect({ mostOperators, mostDepth, save, restore, onFlood })
  parser.WorkerMessageHandler.initializeFromPort(parsing)
  // Declared for browsers, whose workers have the same three functions.
  const worker = new library.PDFWorker({ port: asking as unknown as null, verbosity: 0 })
  const task = library.getDocument({
    worker,
    // The library takes the bytes for itself.
    data: new Uint8Array(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    // Otherwise the outline of every character is built, for a canvas that is not there.
    disableFontFace: false,
    enableXfa: false,
    // Pictures are never needed: none is unpacked.
    maxImageSize: 0,
    verbosity: 0,
  })
  try {
    return await use({ document: await task.promise, operators: library.OPS, flood })
  } finally {
    await (closing ?? task.destroy())
    worker.destroy()
  }
}

interface Library {
  readonly library: typeof import('pdfjs-dist/legacy/build/pdf.mjs')
  readonly parser: typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs')
}

let loaded: Promise<Library> | undefined

function loadLibrary(): Promise<Library> {
  loaded ??= importLibrary()
  return loaded
}

/** The library brings its own `Array.prototype.push`, many times slower, for the whole process: it gets the engine's back. */
async function importLibrary(): Promise<Library> {
  const own = Object.getOwnPropertyDescriptor(Array.prototype, 'push')
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const parser = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  if (own !== undefined) Object.defineProperty(Array.prototype, 'push', own)
  return { library, parser }
}
