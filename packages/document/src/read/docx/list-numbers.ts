/**
 * The numbers that Word prints before the paragraphs of a list and that stand nowhere in its text.
 *
 * @module
 */
import { childOf, childrenOf, findElement, type XmlElement } from '../archive/xml.ts'
import { isOn, numberOf } from './content.ts'
import { formatListNumber } from './number-format.ts'

export interface ListNumbers {
  /** The number before this paragraph with what separates it, counted on; empty when it has none or only a bullet. */
  next(paragraph: XmlElement): string
}

/** `numbering` and `styles` are the parts of these names; either may be empty. */
export function createListNumbers(numbering: readonly XmlElement[], styles: readonly XmlElement[]): ListNumbers {
  const lists = readLists(numbering)
  const styleRoot = findElement(styles, 'styles')
  const styleOf = new Map(childrenOf(styleRoot, 'style').map((style) => [style.attributes['styleId'] ?? '', style]))
  /** Counters by the list's definition: lists of one definition go on counting. */
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()

  return {
    next(paragraph) {
      const use = listUse(paragraph, styleOf)
      const list = use === undefined ? undefined : lists.get(use.id)
      if (use === undefined || list === undefined) return ''
      const depth = use.level ?? Math.max(0, list.levels.findIndex(({ style }) => style !== undefined && style === use.style))
      const level = list.levels[depth]
      if (level === undefined) return ''
      const counter = counters.get(list.definition) ?? []
      counters.set(list.definition, counter)
      const restart = begun.has(use.id) ? undefined : list.restarts.get(depth)
      if (restart !== undefined) counter[depth] = restart
      else counter[depth] = (counter[depth] ?? level.start - 1) + 1
      begun.add(use.id)
      counter.length = depth + 1
      return printNumber(list.levels, depth, counter)
    },
  }
}

interface ListLevel {
  readonly start: number
  readonly format: string
  /** `第%1部分`: the numbers of the levels in their places. */
  readonly pattern: string
  readonly suffix: string
  /** Whether outer levels are printed in digits, whatever their own format. */
  readonly isDecimal: boolean
  /** The paragraph style that stands for this level. */
  readonly style: string | undefined
}

interface List {
  readonly definition: string
  readonly levels: readonly ListLevel[]
  /** Where this list begins its definition's levels anew. */
  readonly restarts: ReadonlyMap<number, number>
}

function readLists(numbering: readonly XmlElement[]): ReadonlyMap<string, List> {
  const root = findElement(numbering, 'numbering')
  const definitions = new Map(childrenOf(root, 'abstractNum').map((definition) => [definition.attributes['abstractNumId'] ?? '', childrenOf(definition, 'lvl')]))
  return new Map(childrenOf(root, 'num').map((list): [string, List] => {
    const definition = childOf(list, 'abstractNumId')?.attributes['val'] ?? ''
    const overrides = childrenOf(list, 'lvlOverride')
    const own = overrides.flatMap((override) => childrenOf(override, 'lvl'))
    const levels = (definitions.get(definition) ?? []).map((level) => own.find((other) => other.attributes['ilvl'] === level.attributes['ilvl']) ?? level)
    const restarts = overrides.flatMap((override) => {
      const start = numberOf(childOf(override, 'startOverride'))
      return start === undefined ? [] : [[Number(override.attributes['ilvl'] ?? 0), start] as const]
    })
    return [list.attributes['numId'] ?? '', { definition, levels: levels.map(readLevel), restarts: new Map(restarts) }]
  }))
}

function readLevel(level: XmlElement): ListLevel {
  return {
    start: numberOf(childOf(level, 'start')) ?? 1,
    format: childOf(level, 'numFmt')?.attributes['val'] ?? 'decimal',
    pattern: childOf(level, 'lvlText')?.attributes['val'] ?? '',
    suffix: childOf(level, 'suff')?.attributes['val'] ?? 'tab',
    isDecimal: isOn(childOf(level, 'isLgl')),
    style: childOf(level, 'pStyle')?.attributes['val'],
  }
}

interface ListUse {
  readonly id: string
  /** `undefined` when the style alone says it. */
  readonly level: number | undefined
  readonly style: string | undefined
}

/** The list that a paragraph names itself, or that its style or one that the style builds on names. */
function listUse(paragraph: XmlElement, styleOf: ReadonlyMap<string, XmlElement>): ListUse | undefined {
  const properties = childOf(paragraph, 'pPr')
  const own = childOf(properties, 'numPr')
  const named = childOf(properties, 'pStyle')?.attributes['val']
  const seen = new Set<string>()
  let id = childOf(own, 'numId')?.attributes['val']
  let level = numberOf(childOf(own, 'ilvl'))
  let style = named
  let source = named
  while (id === undefined && source !== undefined && !seen.has(source)) {
    seen.add(source)
    const definition = styleOf.get(source)
    const inherited = childOf(childOf(definition, 'pPr'), 'numPr')
    id = childOf(inherited, 'numId')?.attributes['val']
    level ??= numberOf(childOf(inherited, 'ilvl'))
    style = source
    source = childOf(definition, 'basedOn')?.attributes['val']
  }
  if (id === undefined || id === '0') return undefined
  return { id, level: level ?? (own === undefined ? undefined : 0), style }
}

function printNumber(levels: readonly ListLevel[], depth: number, counter: readonly number[]): string {
  const own = levels[depth]
  if (own === undefined || own.format === 'bullet' || own.format === 'none') return ''
  const number = own.pattern.replace(/%([1-9])/gu, (_, digit: string) => {
    const level = levels[Number(digit) - 1]
    return level === undefined ? '' : formatListNumber(counter[Number(digit) - 1] ?? level.start, own.isDecimal ? 'decimal' : level.format)
  })
  if (number === '' || own.suffix === 'nothing' || /[\u3000-\u303f\uff00-\uffef]$/u.test(number)) return number
  return `${number} `
}
