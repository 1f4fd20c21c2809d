import type { ReadAids, RecognisedPage } from '@mingzhang/document'
import { type Canvas, type Libraries, loadLibraries, type RecognisedText } from './libraries.ts'
import { inkLines, inkOf, leanOf } from './picture.ts'

/** Reads pages of a PDF that are pictures. */
export type PageRecogniser = NonNullable<ReadAids['recognisePages']>

/**
 * Opens text recognition; `undefined` where its libraries are not installed.
 *
 * Pages that lie on their side or upside down, and pages that lean by up to five degrees, are set upright first. Each
 * character carries how sure the model is of the text that it belongs to. Recognition takes seconds per page.
 */
export async function openPageRecogniser(): Promise<PageRecogniser | undefined> {
  const libraries = await loadLibraries()
  if (libraries === undefined) return undefined
  return async (pdf, pages) => {
    const contents = new Map<number, RecognisedPage>()
    await libraries.render(pdf, pages, pixelsPerPoint, async (page, picture) => {
      contents.set(page, await readPicture(libraries.canvasOf(picture), libraries))
    })
    return contents
  }
}

/** 200 dots per inch: digits of a table in small type are still right. */
const pixelsPerPoint = 200 / 72

async function readPicture(canvas: Canvas, libraries: Libraries): Promise<RecognisedPage> {
  const upright = await setUpright(canvas, libraries)
  const { width, height } = upright.canvas
  const picture = inkOf(upright.canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height)
  const rules = inkLines(picture, leastLine).map(({ isHorizontal, at, from, to }) => ({ isHorizontal, at: at / pixelsPerPoint, from: from / pixelsPerPoint, to: to / pixelsPerPoint }))
  return { width: width / pixelsPerPoint, height: height / pixelsPerPoint, glyphs: upright.texts.flatMap(glyphsOf), rules }
}

/** Shorter strokes belong to characters: about three characters of usual size, in pixels. */
const leastLine = 90

interface UprightPage {
  readonly canvas: Canvas
  readonly texts: readonly RecognisedText[]
}

/** The page turned so that its text is read best, and levelled. */
async function setUpright(canvas: Canvas, libraries: Libraries): Promise<UprightPage> {
  const level = await readLevelled(canvas, libraries)
  if (isUpright(level.texts)) return level
  const turned: UprightPage[] = [level]
  for (const quarters of [1, 3, 2]) {
    const page = await readLevelled(turn(canvas, quarters, libraries), libraries)
    if (isUpright(page.texts)) return page
    turned.push(page)
  }
  return turned.reduce((best, page) => (certainty(page.texts) > certainty(best.texts) ? page : best))
}

async function readLevelled(canvas: Canvas, libraries: Libraries): Promise<UprightPage> {
  const { width, height } = canvas
  const lean = leanOf(inkOf(canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height))
  // Less than this is within the thickness of a line across the page.
  const levelled = Math.abs(lean) < 0.15 ? canvas : rotate(canvas, -lean, libraries)
  return { canvas: levelled, texts: await libraries.recognise(levelled) }
}

/** Text that lies the right way is wide rather than high, and the model is sure of it. */
function isUpright(texts: readonly RecognisedText[]): boolean {
  const long = texts.filter(({ text }) => text.length >= 3)
  const wide = long.filter(({ box }) => box.width > box.height)
  return texts.length === 0 || (wide.length >= long.length * 0.7 && certainty(texts) / charactersIn(texts) > 0.85)
}

const charactersIn = (texts: readonly RecognisedText[]): number => Math.max(1, texts.reduce((sum, { text }) => sum + text.length, 0))
const certainty = (texts: readonly RecognisedText[]): number => texts.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)

function turn(canvas: Canvas, quarters: number, libraries: Libraries): Canvas {
  const turned = quarters === 2 ? libraries.createCanvas(canvas.width, canvas.height) : libraries.createCanvas(canvas.height, canvas.width)
  return drawRotated(canvas, turned, (quarters * Math.PI) / 2)
}

function rotate(canvas: Canvas, degrees: number, libraries: Libraries): Canvas {
  return drawRotated(canvas, libraries.createCanvas(canvas.width, canvas.height), (degrees * Math.PI) / 180)
}

function drawRotated(canvas: Canvas, target: Canvas, radians: number): Canvas {
  const context = target.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, target.width, target.height)
  context.translate(target.width / 2, target.height / 2)
  context.rotate(radians)
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2)
  return target
}

/** The characters of one text, spread over its box by their usual widths. The model's box has a margin around the letters. */
function glyphsOf({ text, box, confidence }: RecognisedText, run: number): RecognisedPage['glyphs'] {
  const characters = Array.from(text)
  const widths = characters.map((character) => (/[\u0020-\u007e]/u.test(character) ? 0.55 : 1))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const size = Math.min(box.height * 0.8, (box.width / Math.max(total, 0.5)) * 1.4) / pixelsPerPoint
  let before = 0
  return characters.map((character, index) => {
    const from = box.x + (box.width * before) / total
    before += widths[index] ?? 0
    const to = box.x + (box.width * before) / total
    return { text: character, x0: from / pixelsPerPoint, x1: to / pixelsPerPoint, y: (box.y + box.height * 0.82) / pixelsPerPoint, size, run, confidence }
  })
}
