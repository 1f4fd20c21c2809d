/** The nodes of a parsed page, as far as reading needs them. */
import type { CheerioAPI } from 'cheerio'

export type HtmlNode = NonNullable<ReturnType<ReturnType<CheerioAPI>['contents']>[number]>
export type HtmlElement = Extract<HtmlNode, { readonly attribs: unknown }>
export type HtmlText = Extract<HtmlNode, { readonly nodeType: 3 }>

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'attribs' in node
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeType === 3
}

/** Elements that stand inside a line of text; every other one begins a line of its own. */
const inline: ReadonlySet<string> = new Set([
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'output',
  'q', 'rb', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'o:p',
])

export function isInline(element: HtmlElement): boolean {
  return inline.has(element.name)
}

/** What is never part of the document's text: code, menus, controls, pictures. */
const unprinted: ReadonlySet<string> = new Set([
  'script', 'style', 'noscript', 'template', 'head', 'title', 'nav', 'button', 'select', 'input', 'textarea', 'datalist', 'iframe', 'object', 'svg', 'math', 'canvas',
  'video', 'audio', 'map', 'rt', 'rp',
])

/** Whether a browser would not show an element. */
export type Visibility = (element: HtmlElement) => boolean

/** `unseen` are the classes that the page's style cuts down to nothing. */
export function visibilityOf(unseen: ReadonlySet<string>): Visibility {
  return ({ name, attribs, parent }) => {
    if (unprinted.has(name) || 'hidden' in attribs || (name === 'dialog' && !('open' in attribs))) return true
    // A link that skips to a place of the page stands before everything else, outside any text.
    if (name === 'a' && attribs['href']?.startsWith('#') === true && parent !== null && 'name' in parent && parent.name === 'body') return true
    if ((attribs['class'] ?? '').split(/\s+/u).some((one) => unseen.has(one))) return true
    return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu.test(attribs['style'] ?? '')
  }
}

/** Whether elements are nested deeper than any page that a person made. */
export function isTooDeep(root: HtmlElement): boolean {
  const open: { readonly element: HtmlElement; readonly depth: number }[] = [{ element: root, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element, depth } = next
    if (depth > 500) return true
    for (const child of element.children) if (isElement(child)) open.push({ element: child, depth: depth + 1 })
  }
  return false
}
