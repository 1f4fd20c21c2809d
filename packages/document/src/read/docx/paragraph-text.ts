import { childOf, type XmlElement } from '../archive/xml.ts'
import { contentOf, isOn } from './content.ts'
import type { ListNumbers } from './list-numbers.ts'

export interface ParagraphText {
  /** With its automatic number; line breaks as `\n`, tabs as `\t`. */
  readonly text: string
  /** The contents of text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[]
}

export interface TextReader {
  /** Paragraphs must come in document order: numbers count, and a field can begin in one and end in another. */
  read(paragraph: XmlElement): ParagraphText
  /** How many runs of hidden text there were. */
  hidden(): number
}

export function createTextReader(numbers: ListNumbers): TextReader {
  /** The open fields, outermost first: while one is at its code, text is not shown. */
  const fields: ('code' | 'result')[] = []
  let hidden = 0

  const readField = (type: string | undefined): void => {
    if (type === 'begin') fields.push('code')
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result'
    else if (type === 'end') fields.pop()
  }

  const readInto = (element: XmlElement, texts: string[], boxes: XmlElement[]): void => {
    for (const child of contentOf(element)) {
      if (child.name === 'fldChar') {
        readField(child.attributes['fldCharType'])
        continue
      }
      if (child.name === 'r' && isOn(childOf(childOf(child, 'rPr'), 'vanish')) && child.children.some(({ name }) => name === 't')) {
        hidden += 1
        continue
      }
      const mark = markOf(child)
      if (mark !== undefined) {
        if (!fields.includes('code')) texts.push(mark)
      } else if (child.name === 'txbxContent') {
        boxes.push(child)
      } else if (!unprinted.has(child.name)) {
        readInto(child, texts, boxes)
      }
    }
  }

  return {
    read(paragraph) {
      const texts: string[] = []
      const boxes: XmlElement[] = []
      readInto(paragraph, texts, boxes)
      // No code goes past its paragraph: where the mark between code and result is lost, what follows must not be.
      for (const [index, state] of fields.entries()) if (state === 'code') fields[index] = 'result'
      const text = texts.join('')
      const number = numbers.next(paragraph)
      return { text: text.trim() === '' ? '' : `${number}${number === '' ? text : text.trimStart()}`, boxes }
    },
    hidden: () => hidden,
  }
}

const unprinted: ReadonlySet<string> = new Set(['pPr', 'rPr', 'instrText', 'delText', 'delInstrText', 'rt', 'footnoteReference', 'endnoteReference', 'annotationRef'])

/** Check boxes of the symbol fonts; their other symbols are pictures, not text. */
const symbols: Readonly<Record<string, string>> = { F0FE: '☑', F052: '☑', F0FC: '√', F0A8: '□', F06F: '□', F0A3: '□' }

/** What an element prints itself; `undefined` when it only holds others. */
function markOf(element: XmlElement): string | undefined {
  switch (element.name) {
    case 't':
      return element.children.map(({ text }) => text).join('')
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
      return element.attributes['type'] === undefined || element.attributes['type'] === 'textWrapping' ? '\n' : ''
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '-'
    case 'sym':
      return symbols[(element.attributes['char'] ?? '').toUpperCase()] ?? ''
    default:
      return undefined
  }
}
