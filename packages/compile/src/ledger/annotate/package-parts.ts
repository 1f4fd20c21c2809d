/**
 * The parts of an Office package and how they refer to each other (ECMA-376 part 2).
 *
 * @module
 */
import { strFromU8, strToU8 } from 'fflate'
import { attributeOf } from '../raw/xml-text.ts'

/** The parts of a package by name; text parts can be read and replaced. */
export type PackageParts = Record<string, Uint8Array>

export function readPart(parts: PackageParts, name: string): string | undefined {
  const part = parts[name]
  return part === undefined ? undefined : strFromU8(part)
}

export function writePart(parts: PackageParts, name: string, text: string): void {
  parts[name] = strToU8(text)
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The part that `source` refers to with a relation of this kind; `undefined` where it has none. */
export function relatedPart(parts: PackageParts, source: string, kind: string): string | undefined {
  for (const [tag] of (readPart(parts, relationsOf(source)) ?? '').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)) {
    if ((attributeOf(tag, 'Type') ?? '').endsWith(`/${kind}`)) return resolvePath(source, attributeOf(tag, 'Target') ?? '')
  }
  return undefined
}

/** The relations of a part as pairs of id and part. */
export function relationIds(parts: PackageParts, source: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const [tag] of (readPart(parts, relationsOf(source)) ?? '').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)) {
    ids.set(attributeOf(tag, 'Id') ?? '', resolvePath(source, attributeOf(tag, 'Target') ?? ''))
  }
  return ids
}

/** Adds a relation from `source` to `target` and returns its id. */
export function addRelation(parts: PackageParts, source: string, kind: string, target: string): string {
  const name = relationsOf(source)
  const xml = readPart(parts, name) ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const full = xml.replace(/<((?:\w+:)?)Relationships([^>]*)\/>/u, '<$1Relationships$2></$1Relationships>')
  let number = 1
  while (full.includes(`"rIdNote${number}"`)) number += 1
  const id = `rIdNote${number}`
  const end = full.lastIndexOf('</')
  const prefix = /<((?:\w+:)?)Relationships\b/u.exec(full)?.[1] ?? ''
  const tag = `<${prefix}Relationship Id="${id}" Type="${relationTypes}/${kind}" Target="${relativePath(source, target)}"/>`
  writePart(parts, name, full.slice(0, end) + tag + full.slice(end))
  return id
}

/** Declares what kind of content a new part, or every part with an ending, has. */
export function declareContent(parts: PackageParts, entry: { readonly part: string } | { readonly ending: string }, contentType: string): void {
  const name = '[Content_Types].xml'
  const xml = readPart(parts, name) ?? ''
  const prefix = /<((?:\w+:)?)Types\b/u.exec(xml)?.[1] ?? ''
  const known = 'part' in entry ? `PartName="/${entry.part}"` : `Extension="${entry.ending}"`
  if (xml.includes(known)) return
  const tag = `<${prefix}${'part' in entry ? 'Override' : 'Default'} ${known} ContentType="${contentType}"/>`
  if ('part' in entry) writePart(parts, name, xml.replace(`</${prefix}Types>`, () => `${tag}</${prefix}Types>`))
  else writePart(parts, name, xml.replace(/(<(?:\w+:)?Types\b[^>]*>)/u, (open) => open + tag))
}

/** A name of this form that no part has yet. */
export function freeName(parts: PackageParts, nameOf: (number: number) => string): string {
  let number = 1
  while (parts[nameOf(number)] !== undefined) number += 1
  return nameOf(number)
}

function relationsOf(source: string): string {
  const slash = source.lastIndexOf('/')
  return `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`
}

/** Some readers know relative targets only. */
function relativePath(source: string, target: string): string {
  const from = source.split('/').slice(0, -1)
  const to = target.split('/')
  let same = 0
  while (same < from.length && from[same] === to[same]) same += 1
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}

function resolvePath(source: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = source.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
