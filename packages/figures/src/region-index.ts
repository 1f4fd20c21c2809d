import { isRegionWithin, type Region } from './region.ts'

/** The dimensions with many nodes: what names one of them can only hold regions that name the same node or one below. */
const manyNodes = ['function', 'economic', 'project', 'revenueSubject', 'unit'] as const

export interface RegionIndex<Entry> {
  /** An entry whose region holds `region`, the first that was added. */
  holderOf(region: Region): Entry | undefined
  /** All entries whose region holds `region`. */
  holdersOf(region: Region): readonly Entry[]
  add(entry: Entry): void
}

/** Indexes regions by their most particular node, so that a lookup meets only those that can hold what is asked for. */
export function regionIndex<Entry extends { readonly region: Region }>(entries: readonly Entry[] = []): RegionIndex<Entry> {
  const buckets = new Map<string, Entry[]>()
  const nearby = new Map<string, readonly Entry[]>()
  const near = (region: Region): readonly Entry[] => {
    const key = `${region.function ?? ''}|${region.economic ?? ''}|${region.project ?? ''}|${region.revenueSubject ?? ''}|${region.unit ?? ''}`
    const known = nearby.get(key)
    if (known !== undefined) return known
    const found = lookupKeys(region).flatMap((bucket) => buckets.get(bucket) ?? [])
    nearby.set(key, found)
    return found
  }
  const index: RegionIndex<Entry> = {
    holderOf: (region) => near(region).find((entry) => isRegionWithin(region, entry.region)),
    holdersOf: (region) => near(region).filter((entry) => isRegionWithin(region, entry.region)),
    add(entry) {
      const key = bucketKey(entry.region)
      const bucket = buckets.get(key)
      if (bucket === undefined) buckets.set(key, [entry])
      else bucket.push(entry)
      nearby.clear()
    },
  }
  for (const entry of entries) index.add(entry)
  return index
}

function bucketKey(region: Region): string {
  for (const dimension of manyNodes) {
    const node = region[dimension]
    if (node !== undefined) return `${dimension}=${node}`
  }
  return ''
}

function lookupKeys(region: Region): readonly string[] {
  const keys = ['']
  for (const dimension of manyNodes) {
    for (let node = region[dimension] ?? ''; node !== ''; node = node.includes('/') ? node.slice(0, node.lastIndexOf('/')) : '') keys.push(`${dimension}=${node}`)
  }
  return keys
}
