import { type DimensionId, dimensionIds, meetRegions, type Region } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { SectionScope } from './bind-amounts.ts'
import { lineNumbering } from './numbering.ts'
import { plainText } from './plain-text.ts'
import type { Lexicon } from './prose-lexicon.ts'
import type { SectionText } from './sections.ts'

/** What a heading can narrow: the periods and sides that it lists (收入及上年结转情况) stay the section's own matter. */
const headingDimensions: readonly DimensionId[] = ['fund', 'kind', 'threePublic', 'agencyOperating', 'procurement']

/**
 * The scope of each line of a section: the section kind's region, narrowed by the section's heading and by the
 * sub-heading above the line. A heading that names two parts of one dimension leaves that dimension open.
 */
export function scopesOf(section: SectionText, lexicon: Lexicon, names: BodyNames = noNames): readonly SectionScope[] {
  const part = unitPart(section.heading, names)
  if (part !== undefined) return section.lines.map(() => ({ region: { ...section.region, ...part }, ambiguous: [], named: true }))
  const top = narrow({ region: section.region, ambiguous: [] }, section.heading, lexicon)
  let scope = top
  return section.lines.map((line, index) => {
    if (line.heading) scope = index === 0 ? top : narrow(top, line.plain.slice(line.numbering?.length ?? 0), lexicon)
    return scope
  })
}

/** The publishing body, and the units that the tables tell apart. Normalised. */
export interface BodyNames {
  readonly body: string | undefined
  readonly units: ReadonlySet<string>
}
const noNames: BodyNames = { body: undefined, units: new Set() }

/** What a heading that is a unit's name restricts to; the body alone is a part only where the tables list it among units. */
function unitPart(heading: string, { body, units }: BodyNames): Region | undefined {
  const name = normaliseLabel(heading.slice(lineNumbering(plainText(heading))?.length ?? 0))
  if (units.has(name)) return { unit: name }
  return body !== undefined && name === normaliseLabel(body) ? {} : undefined
}

function narrow(outer: SectionScope, heading: string, lexicon: Lexicon): SectionScope {
  const nodes = lexicon.nodesIn(heading).map(onlyHeadingDimensions).filter((region) => Object.keys(region).length > 0)
  const lists = /[、及和与]|以及/u.test(heading)
  let region: Region | undefined = outer.region
  for (const node of nodes) region = region === undefined ? undefined : meetRegions(region, node)
  // “三公”经费及机关运行经费 are two things: their meet would be a third one that nobody speaks of.
  const topics = headingDimensions.slice(2).filter((dimension) => nodes.some((node) => node[dimension] !== undefined))
  if (region !== undefined && !(lists && nodes.length > 1) && topics.length < 2) return { region, ambiguous: outer.ambiguous }
  const isOpen = (dimension: DimensionId): boolean => outer.region[dimension] === undefined
  const named = headingDimensions.filter((dimension) => isOpen(dimension) && nodes.some((node) => node[dimension] !== undefined))
  return { region: outer.region, ambiguous: [...new Set([...outer.ambiguous, ...named])] }
}

function onlyHeadingDimensions(region: Region): Region {
  return Object.fromEntries(dimensionIds.flatMap((dimension) => {
    const node = region[dimension]
    return node === undefined || !headingDimensions.includes(dimension) ? [] : [[dimension, node] as const]
  }))
}
