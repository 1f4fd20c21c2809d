import type { NodePath } from '@mingzhang/figures'
import type { Classification } from '@mingzhang/vocabulary'

/** A subject written out (教育支出（类）普通教育（款）小学教育（项）, 教育支出-普通教育-小学教育) or by its code (小学教育（2050202）). */
export interface FunctionChain {
  readonly scheme: 'function' | 'economic' | 'governmentEconomic'
  readonly node: NodePath
  /** The label without it. */
  readonly rest: string
}

/**
 * Finds the subject in a normalised label. `above` is the node that an earlier line named, below which a 款 or 项 that
 * stands alone is looked up. `undefined` when the label writes no subject this way or the names are not known.
 */
export function readFunctionChain(label: string, classification: Classification, above: NodePath | undefined): FunctionChain | undefined {
  return byCode(label) ?? byNames(label, classification, above) ?? byDashes(label, classification)
}

/** The code decides, and the name beside it says the same in words. Codes are nested by their digits. */
function byCode(label: string): FunctionChain | undefined {
  const match = /^(.*?)\((\d{3}|\d{5}|\d{7})\)(.*)$/u.exec(label)
  const before = match === null ? /^(\d{3}|\d{5}|\d{7})[-—](.*)$/u.exec(label) : null
  const code = match?.[2] ?? before?.[1]
  if (code === undefined) return undefined
  const short = code.length <= 5
  const scheme = code.startsWith('2') ? 'function'
    : short && code.startsWith('3') ? 'economic'
      : short && code.startsWith('5') ? 'governmentEconomic' : undefined
  if (scheme === undefined) return undefined
  const node = [3, 5, 7].filter((length) => length <= code.length).map((length) => code.slice(0, length)).join('/')
  const year = /^(?:(?:19|20)\d\d年度?|上年|去年)/u.exec(label)?.[0] ?? ''
  return { scheme, node, rest: year + (match?.[3] ?? '') }
}

function byNames(label: string, classification: Classification, above: NodePath | undefined): FunctionChain | undefined {
  let node = above
  let rest = ''
  let last = 0
  let found = false
  for (const match of label.matchAll(/([^()]+(?:\([^()类款项]+\)[^()]+)?)\(([类款项])\)/gu)) {
    const level = match[2] === '类' ? 1 : match[2] === '款' ? 2 : 3
    const hit = suffixNode(match[1] ?? '', level, classification, level === 1 ? undefined : parentAt(node, level))
    if (hit === undefined) return undefined
    rest += hit.before
    node = hit.node
    found = true
    last = match.index + match[0].length
  }
  if (!found || node === undefined) return undefined
  return { scheme: 'function', node, rest: rest + label.slice(last) }
}

/** 类-款-项 by their names with dashes between: 住房保障支出-住房改革支出-住房公积金. */
function byDashes(label: string, classification: Classification): FunctionChain | undefined {
  const year = /^(?:20\d\d年度?|[本当]年)/u.exec(label)?.[0] ?? ''
  const names = label.slice(year.length).split(/[-—–]+/u)
  if (names.length < 2 || names.length > 3) return undefined
  let node: NodePath | undefined
  for (const [index, name] of names.entries()) {
    const level = index === 0 ? 1 : index === 1 ? 2 : 3
    const known = classification.byName('function', name, level).map((entry) => entry.node)
    const below = [...new Set(known)].filter((candidate) => node === undefined || candidate.startsWith(`${node}/`))
    if (below.length !== 1) return undefined
    node = below[0]
  }
  return node === undefined ? undefined : { scheme: 'function', node, rest: year }
}

/** The part of `node` that a subject of `level` must lie below. */
function parentAt(node: NodePath | undefined, level: 1 | 2 | 3): NodePath | undefined {
  if (node === undefined) return undefined
  const parts = node.split('/').slice(0, level - 1)
  return parts.length === 0 ? undefined : parts.join('/')
}

/** The longest ending of the text that is a name of the level below `parent`, if it names one node only. */
function suffixNode(
  text: string,
  level: 1 | 2 | 3,
  classification: Classification,
  parent: NodePath | undefined,
): { readonly node: NodePath; readonly before: string } | undefined {
  for (let start = 0; start < text.length - 1; start += 1) {
    const known = classification.byName('function', text.slice(start), level)
    const nodes = [...new Set(known.map((entry) => entry.node))].filter((node) => parent === undefined || node.startsWith(`${parent}/`))
    if (nodes.length === 1 && nodes[0] !== undefined) return { node: nodes[0], before: text.slice(0, start) }
    if (nodes.length > 1) return undefined
  }
  return undefined
}
