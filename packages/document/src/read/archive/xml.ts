/**
 * XML of an Office file as a tree of elements in their order. Names come without their prefix.
 *
 * Nothing outside the file is ever resolved: a document type is refused, and only the five entities of XML itself and
 * numbered characters are decoded.
 *
 * @module
 */
import type { Problem, Result } from '@mingzhang/figures'
import { XMLParser } from 'fast-xml-parser'
import { encodingOf, tryDecode } from '../decode-text.ts'
import { damagedProblem } from './open-archive.ts'

/** An element, or a text when `name` is `#text`. */
export interface XmlElement {
  readonly name: string
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
}

/** Parses one part of an archive; `part` is its name, for the problem. */
export function parseXml(bytes: Uint8Array, name: string, part: string): Result<readonly XmlElement[]> {
  const text = tryDecode(bytes, encodingOf(bytes))
  if (text === undefined) return { ok: false, problem: damagedProblem(name, `其中的 ${part} 不是有效的文字编码`) }
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) return { ok: false, problem: doctypeProblem(name, part) }
  try {
    const parsed: unknown = parser.parse(text)
    return { ok: true, value: elementsOf(parsed) }
  } catch {
    return { ok: false, problem: damagedProblem(name, `其中的 ${part} 不是完整的 XML`) }
  }
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The first element of this name at any depth, in document order. */
export function findElement(elements: readonly XmlElement[], name: string): XmlElement | undefined {
  for (const element of elements) {
    const found = element.name === name ? element : findElement(element.children, name)
    if (found !== undefined) return found
  }
  return undefined
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  maxNestedTags: 256,
})

/** Text and attributes of the parser's own form: `{ name: children, ':@': attributes }` or `{ '#text': text }`. */
function elementsOf(nodes: unknown): readonly XmlElement[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown): readonly XmlElement[] => {
    if (typeof node !== 'object' || node === null) return []
    const entries = Object.entries(node)
    const content = entries.find(([key]) => key !== ':@')
    if (content === undefined) return []
    const [name, value] = content as [string, unknown]
    if (name === '#text') return [{ name, text: decodeEntities(String(value)), attributes: noAttributes, children: [] }]
    const own: unknown = entries.find(([key]) => key === ':@')?.[1]
    const attributes = typeof own === 'object' && own !== null ? Object.fromEntries(Object.entries(own).map(([key, text]) => [key, decodeEntities(String(text))])) : noAttributes
    return [{ name, text: '', attributes, children: elementsOf(value) }]
  })
}

const noAttributes: Readonly<Record<string, string>> = {}

const standardEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return standardEntities[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function doctypeProblem(name: string, part: string): Problem {
  return {
    code: 'document.xml.doctype',
    place: { document: name },
    detail: `文件的 ${part} 里带有文档类型声明，正常的 Word、Excel 文件不会有，没有读取。`,
    remedy: '请核对来源；用 Word、Excel 或 WPS 打开后另存一份再审核。',
  }
}
