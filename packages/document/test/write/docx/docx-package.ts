/** Reads a Word document's parts for the tests, without the product's own reader. */
import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'

export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly text: string
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', trimValues: false, parseTagValue: false })

export const partNames = (bytes: Uint8Array): readonly string[] => Object.keys(unzipSync(bytes))

export function partText(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name]
  if (part === undefined) throw new Error(`the package has no ${name}`)
  return strFromU8(part)
}

export function xmlPart(bytes: Uint8Array, name: string): XmlNode {
  const root = nodesOf(parser.parse(partText(bytes, name))).find((node) => !node.name.startsWith('?'))
  if (root === undefined) throw new Error(`${name} is empty`)
  return root
}

function nodesOf(parsed: unknown): readonly XmlNode[] {
  if (!Array.isArray(parsed)) return []
  return parsed.map((one: Readonly<Record<string, unknown>>): XmlNode => {
    const name = Object.keys(one).find((key) => key !== ':@') ?? ''
    const attributes = (one[':@'] ?? {}) as Readonly<Record<string, string>>
    if (name === '#text') return { name, attributes, children: [], text: String(one[name]) }
    return { name, attributes, children: nodesOf(one[name]), text: '' }
  })
}

/** All elements of a name below `node`, in document order. */
export function allOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])
}

export function textOf(node: XmlNode): string {
  if (node.name === '#text') return node.text
  if (node.name === 'w:br') return '\n'
  if (node.name === 'w:tab' && node.children.length === 0) return '\t'
  if (node.name === 'w:instrText' || node.name === 'w:pPr') return ''
  return node.children.map(textOf).join('')
}
