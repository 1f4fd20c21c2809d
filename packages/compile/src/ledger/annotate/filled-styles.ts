import { attributeOf } from '../raw/xml-text.ts'

/** A style sheet that is being extended. */
export interface StyleSheet {
  /** The index of the style that looks like `style` with the problem's fill. */
  readonly filled: (style: number) => number
  /** The index of a plain style whose text wraps. */
  readonly wrapped: () => number
  /** The style sheet with all that were asked for. */
  readonly xml: () => string
}

/** Adds styles to `styles.xml` (ECMA-376 part 1, 18.8): existing ones keep their index. */
export function extendStyles(xml: string, argb: string): StyleSheet {
  const fills = listOf(xml, 'fills')
  const formats = listOf(xml, 'cellXfs')
  const own = [...formats.inner.matchAll(/<((?:\w+:)?)xf\b[^>]*?(?:\/>|>[\s\S]*?<\/\1xf>)/gu)].map(([format]) => format)
  const fillIndex = [...fills.inner.matchAll(/<(?:\w+:)?fill[\s>/]/gu)].length
  const added: string[] = []
  const known = new Map<number, number>()
  const add = (format: string): number => own.length + added.push(format) - 1
  return {
    filled: (style) => {
      const before = known.get(style)
      if (before !== undefined) return before
      const format = own[style] ?? own[0] ?? `<${formats.prefix}xf numFmtId="0" fontId="0" borderId="0"/>`
      const index = add(withAttribute(withAttribute(format, 'fillId', String(fillIndex)), 'applyFill', '1'))
      known.set(style, index)
      return index
    },
    wrapped: () => {
      const p = formats.prefix
      return add(`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`)
    },
    xml: () => {
      const p = fills.prefix
      const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
      // The later list is changed first, so that the place of the earlier one stays true.
      const changes = [[fills, fill, fillIndex + 1], [formats, added.join(''), own.length + added.length]] as const
      return [...changes].sort(([a], [b]) => b.at - a.at).reduce((text, [list, more, count]) => extendList(text, list, more, count), xml)
    },
  }
}

interface StyleList {
  readonly name: string
  readonly prefix: string
  /** Where the list begins; −1 where there is none. */
  readonly at: number
  readonly tag: string
  readonly inner: string
  readonly length: number
}

function listOf(xml: string, name: string): StyleList {
  const match = new RegExp(`<((?:\\w+:)?)${name}\\b([^>]*)>([\\s\\S]*?)</\\1${name}>`, 'u').exec(xml)
  if (match === null) return { name, prefix: '', at: -1, tag: '', inner: '', length: 0 }
  return { name, prefix: match[1] ?? '', at: match.index, tag: match[2] ?? '', inner: match[3] ?? '', length: match[0].length }
}

function extendList(xml: string, list: StyleList, more: string, count: number): string {
  if (list.at === -1) return xml
  const tag = attributeOf(list.tag, 'count') === undefined ? list.tag : list.tag.replace(/count="\d+"/u, `count="${count}"`)
  const whole = `<${list.prefix}${list.name}${tag}>${list.inner}${more}</${list.prefix}${list.name}>`
  return xml.slice(0, list.at) + whole + xml.slice(list.at + list.length)
}

function withAttribute(format: string, name: string, value: string): string {
  const end = format.indexOf('>')
  const tag = format.slice(0, end).replace(new RegExp(`\\s${name}="[^"]*"`, 'u'), '')
  const isEmpty = tag.endsWith('/')
  return `${isEmpty ? tag.slice(0, -1) : tag} ${name}="${value}"${isEmpty ? '/' : ''}${format.slice(end)}`
}
