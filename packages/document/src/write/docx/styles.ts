/**
 * The document's styles: 三号仿宋 on a fixed grid of lines, 黑体 and 楷体 headings, 小标宋 titles (GB/T 9704-2012), and 宋体 in tables.
 *
 * The fonts are named, not embedded: the offices that open the document have them, and the font table tells other
 * programs what to take instead.
 *
 * @module
 */
import type { IParagraphStyleOptions, IStylesOptions } from 'docx'
import { pageShapes, textWidth } from './page-shape.ts'
import { captionLine, densities, type Density, noteLine, subtitleLine, titleLine } from './table-plan.ts'
import { bodyLine, partSpace } from './text-flow.ts'

const latin = 'Times New Roman'
/** Lengths of type are in half points here. */
const font = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, eastAsia, cs: latin })
const fontNames = { title: '方正小标宋_GBK', body: '仿宋_GB2312', heading: '黑体', subheading: '楷体_GB2312', table: '宋体' } as const
const black = '000000'

/** Names that the same typefaces go by elsewhere. */
export const fontAlternatives: Readonly<Record<string, { readonly names: string; readonly family: 'roman' | 'modern' | 'auto' }>> = {
  [fontNames.title]: { names: '方正小标宋简体,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,Noto Serif CJK SC', family: 'roman' },
  [fontNames.body]: { names: '仿宋,FangSong,STFangsong,FandolFang,Noto Serif CJK SC', family: 'modern' },
  [fontNames.heading]: { names: 'SimHei,Heiti SC,Noto Sans CJK SC', family: 'modern' },
  [fontNames.subheading]: { names: '楷体,KaiTi,STKaiti,FandolKai,Noto Serif CJK SC', family: 'modern' },
  [fontNames.table]: { names: 'SimSun,Songti SC,Noto Serif CJK SC', family: 'auto' },
  [latin]: { names: 'Liberation Serif', family: 'roman' },
}

const exact = (line: number, before = 0, after = 0) => ({ line, lineRule: 'exact' as const, before, after })
const twoCharacters = { firstLineChars: 200, firstLine: 640 }

export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: font(fontNames.body), size: 32, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exact(bodyLine) },
    },
    heading1: { run: { font: font(fontNames.title), size: 36, color: black }, paragraph: { alignment: 'center', spacing: exact(bodyLine, 0, partSpace), outlineLevel: 0 } },
    heading2: { run: { font: font(fontNames.heading), size: 32, color: black }, paragraph: { indent: twoCharacters, spacing: exact(bodyLine), outlineLevel: 1 } },
    heading3: { run: { font: font(fontNames.subheading), size: 32, color: black }, paragraph: { indent: twoCharacters, spacing: exact(bodyLine), outlineLevel: 2 } },
  },
  paragraphStyles: [
    style('CoverBody', '封面机构', fontNames.title, 44, { alignment: 'center', spacing: { line: 800, lineRule: 'atLeast', before: 3400, after: 300 } }),
    style('CoverTitle', '封面标题', fontNames.title, 44, { alignment: 'center', spacing: { line: 800, lineRule: 'atLeast', before: 0, after: 0 } }),
    style('CoverFirstLine', '封面首行', fontNames.subheading, 32, { alignment: 'center', spacing: exact(bodyLine, 4600) }),
    style('CoverLine', '封面其他行', fontNames.subheading, 32, { alignment: 'center', spacing: exact(bodyLine) }),
    style('ContentsTitle', '目录标题', fontNames.title, 36, { alignment: 'center', spacing: exact(bodyLine, 0, partSpace) }),
    contentsStyle('TOC1', 'toc 1', fontNames.heading, 0),
    contentsStyle('TOC2', 'toc 2', fontNames.body, 280),
    style('BodyText', '公开正文', fontNames.body, 32, { alignment: 'both', indent: twoCharacters, spacing: exact(bodyLine) }),
    style('TableTitle', '报表标题', fontNames.title, 36, { alignment: 'center', spacing: exact(titleLine), outlineLevel: 1 }),
    style('TableSubtitle', '报表副题', fontNames.table, 24, { alignment: 'center', spacing: exact(subtitleLine) }),
    captionStyle('TableCaption', '报表表头', textWidth(pageShapes.portraitTable)),
    captionStyle('TableCaptionAcross', '横表表头', textWidth(pageShapes.landscapeTable)),
    style('TableNote', '报表附注', fontNames.table, 21, { spacing: exact(noteLine) }),
    ...Object.values(densities).map(cellStyle),
    style('PageNumber', '页码', fontNames.table, 28, { alignment: 'center', spacing: exact(400) }),
    // The paragraph that ends a section takes no room: behind a full page it would make an empty one.
    style('SectionEnd', '分节', fontNames.table, 2, { spacing: exact(20) }),
  ],
}

type ParagraphFormat = NonNullable<IParagraphStyleOptions['paragraph']>

function style(id: string, name: string, eastAsia: string, size: number, paragraph: ParagraphFormat): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, run: { font: font(eastAsia), size }, paragraph }
}

function contentsStyle(id: string, name: string, eastAsia: string, left: number): IParagraphStyleOptions {
  return style(id, name, eastAsia, 28, {
    spacing: exact(480), indent: { left }, ...tabAt(textWidth(pageShapes.text), 'dot'),
  })
}

function captionStyle(id: string, name: string, position: number): IParagraphStyleOptions {
  return style(id, name, fontNames.table, 21, { spacing: exact(captionLine), ...tabAt(position, 'none') })
}

/** What stands behind a tab ends at the right. The library writes the tab stops of styles, which its types leave out. */
function tabAt(position: number, leader: 'dot' | 'none') {
  return { tabStops: [{ type: 'right', position, leader }] }
}

function cellStyle(density: Density): IParagraphStyleOptions {
  const names: Readonly<Record<string, string>> = { CellWide: '五号疏', CellRegular: '五号', CellTight: '五号密', CellSmall: '小五', CellClose: '小五密', CellFine: '八磅', CellTiny: '六号' }
  return style(density.style, `表内${names[density.style] ?? ''}`, fontNames.table, density.fontSize / 10, { spacing: exact(density.line) })
}
