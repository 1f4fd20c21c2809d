import type { Result } from '@mingzhang/figures'
import { type CheerioAPI, load } from 'cheerio'
import type { DocumentTree } from '../../document-tree.ts'
import { damagedProblem } from '../archive/open-archive.ts'
import { emptyProblem, encodingOf, encodingProblem, tryDecode } from '../decode-text.ts'
import { fileSizeProblem } from '../file-size.ts'
import { divideNotes } from '../note-line.ts'
import { defaultReadLimits, type ReadLimits } from '../read-limits.ts'
import { createTreeBuilder, type TreeBuilder } from '../tree-builder.ts'
import { type HtmlElement, isElement, isInline, isText, isTooDeep, type Visibility, visibilityOf } from './elements.ts'
import { readHtmlTable } from './html-table.ts'
import { createInlineText } from './inline-text.ts'
import { unseenClasses } from './unseen-classes.ts'

/**
 * Reads a web page: what a browser shows of it, in order, blocks of text as paragraphs and tables as grids.
 *
 * A table that holds other tables or headings, or has one column only, lays the page out and is unfolded. Menus in a
 * `nav`, links at the top that skip to a place of the page, scripts, styles and hidden elements are left out.
 */
export function readHtml(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits): Result<DocumentTree> {
  const tooLarge = fileSizeProblem(bytes.length, name, limits)
  if (tooLarge !== undefined) return { ok: false, problem: tooLarge }
  const markup = decodeHtml(bytes)
  if (markup === undefined) return { ok: false, problem: encodingProblem(name, 'utf-8') }
  const page: CheerioAPI = load(withoutDirectives(markup))
  const isHidden = visibilityOf(unseenClasses(page('style').text()))
  const builder = createTreeBuilder(name, 'html', limits)
  for (const body of page('body').toArray()) {
    if (isTooDeep(body)) return { ok: false, problem: damagedProblem(name, '网页元素嵌套过深') }
    addBlocks([body], isHidden, builder)
  }
  const tree = builder.finish()
  if (tree.ok && tree.value.blocks.length === 0) return { ok: false, problem: emptyProblem(name, '网页里没有可以看到的文字，内容可能由脚本另外载入。') }
  return tree
}

/** UTF-8 when it is valid, which nothing else is by chance; otherwise what the page declares, otherwise GB18030. */
function decodeHtml(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return tryDecode(bytes, encoding)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]
  return tryDecode(bytes, 'utf-8') ?? (declared === undefined ? undefined : tryDecode(bytes, declared)) ?? tryDecode(bytes, 'gb18030')
}

/** Without what a server's program should have replaced (`<%@ page … %>`). */
function withoutDirectives(markup: string): string {
  let text = ''
  let from = 0
  for (;;) {
    const start = markup.indexOf('<%', from)
    const end = start === -1 ? -1 : markup.indexOf('%>', start + 2)
    if (end === -1) return text + markup.slice(from)
    text += markup.slice(from, start)
    from = end + 2
  }
}

/** Adds what the nodes show. Text between two blocks is a paragraph of its own. */
function addBlocks(nodes: readonly HtmlElement[], isHidden: Visibility, builder: TreeBuilder): void {
  const text = createInlineText((line) => {
    for (const note of divideNotes(line)) builder.paragraph(note, {})
  })
  const visit = (node: HtmlElement, preformatted: boolean): void => {
    if (builder.isFull()) return
    for (const child of node.children) {
      if (isText(child)) {
        if (preformatted) for (const [index, line] of child.data.split('\n').entries()) text.add(line, index > 0)
        else text.add(child.data, false)
        continue
      }
      if (!isElement(child) || isHidden(child)) continue
      if (child.name === 'br') text.end()
      else if (child.name === 'table') {
        text.end()
        addTable(child, isHidden, builder)
      } else if (isInline(child)) {
        visit(child, preformatted)
      } else {
        text.end()
        visit(child, preformatted || child.name === 'pre')
        text.end()
      }
    }
  }
  for (const node of nodes) visit(node, false)
  text.end()
}

function addTable(table: HtmlElement, isHidden: Visibility, builder: TreeBuilder): void {
  builder.endGrid()
  for (const part of readHtmlTable(table, isHidden)) {
    if (part.kind === 'row') builder.row(part.cells, {})
    else addBlocks(part.content, isHidden, builder)
  }
  builder.endGrid()
}
