import type { Place, Problem } from '@mingzhang/figures'
import type { Publication, PublicationBlock, WriterFonts } from '../../publication.ts'
import { fontAdvances } from './font-tables.ts'

/**
 * Returns one problem per character of the publication that none of the fonts can draw, with the first place where it
 * stands. A PDF that is to be kept must not hold such a character, and leaving it out would change a name.
 */
export function unprintableProblems(publication: Publication, fonts: WriterFonts): readonly Problem[] {
  const serif = fontAdvances(fonts.serif)
  const sans = fontAdvances(fonts.sansBold)
  const known = new Map<string, boolean>()
  const problems: Problem[] = []
  for (const { texts, place } of textsOf(publication)) {
    for (const text of texts) {
      for (const character of text) {
        if (known.has(character)) continue
        const codePoint = character.codePointAt(0) ?? 0
        const drawn = serif(codePoint) !== undefined || sans(codePoint) !== undefined || invisible.test(character)
        known.set(character, drawn)
        if (!drawn) problems.push(problemOf(character, codePoint, text, place))
      }
    }
  }
  return problems
}

/** Blanks and line breaks, and signs that say how to set others: nothing is drawn for them. */
const invisible = /[^\S\uFEFF]|(?!\uFEFF)\p{Default_Ignorable_Code_Point}/u

function problemOf(character: string, codePoint: number, text: string, place: Place): Problem {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  const control = /\p{Control}/u.test(character)
  return {
    code: 'document.pdf.characterWithoutGlyph',
    place,
    detail: `${control ? `“${text.replaceAll(/\p{Control}/gu, '□')}”里有看不见的控制字符 ${code}` : `“${text}”里的“${character}”（${code}）字库里没有`}，PDF 无法显示。`,
    remedy: control ? '请删去该字符后重新编制，多半是从别的文件粘贴带进来的。' : '请换用字库里有的写法（如异体字改用通用字）后重新编制。',
  }
}

function textsOf(publication: Publication): readonly { readonly texts: readonly string[]; readonly place: Place }[] {
  const document = `${publication.body}${publication.title}`
  let section: string | undefined
  const cover = { texts: [publication.body, publication.title, ...publication.coverLines], place: { document } }
  return [cover, ...publication.blocks.map((block) => {
    if (block.kind === 'heading') section = block.text
    return { texts: blockTexts(block), place: placeOf(block, document, section) }
  })]
}

function placeOf(block: PublicationBlock, document: string, section: string | undefined): Place {
  if (block.kind !== 'table') return { document, ...(section === undefined ? {} : { section }) }
  if (block.style === 'statement') return { document, table: block.title }
  return { document, form: block.contents === undefined || block.contents === false ? block.title : block.contents }
}

function blockTexts(block: PublicationBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'text':
      return block.runs.map((run) => run.text)
    case 'table':
      return [
        block.title, block.subtitle ?? '', block.contents === undefined || block.contents === false ? '' : block.contents, block.caption ?? '', block.unit ?? '',
        ...[...block.head, ...block.body].flatMap((row) => row.cells.map((cell) => cell.text)), ...block.notes,
      ]
  }
}
