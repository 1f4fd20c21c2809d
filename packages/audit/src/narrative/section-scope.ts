import { type DimensionId, dimensionIds, meetRegions, type Region } from '@mingzhang/figures'
import type { SectionScope } from './bind-amounts.ts'
import type { Lexicon } from './prose-lexicon.ts'
import type { SectionText } from './sections.ts'

/** What a heading can narrow: the periods and sides that it lists (收入及上年结转情况) stay the section's own matter. */
const headingDimensions: readonly DimensionId[] = ['fund', 'kind', 'threePublic', 'agencyOperating', 'procurement']

/**
 * The scope of each line of a section: the section kind's region, narrowed by the section's heading and by the
 * sub-heading above the line. A heading that names two parts of one dimension leaves that dimension open.
 */
export function scopesOf(section: SectionText, lexicon: Lexicon): readonly SectionScope[] {
  const kindRegion = section.kind?.region ?? {}
  const top = narrow({ region: kindRegion, ambiguous: [] }, section.heading, lexicon)
  let scope = top
  return section.lines.map((line, index) => {
    if (line.heading) scope = index === 0 ? top : narrow(top, line.plain.slice(line.numbering?.length ?? 0), lexicon)
    return scope
  })
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
