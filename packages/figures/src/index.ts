/** Figures on regions: identities derived from what tables mean, verdicts by intervals, diagnosis. */
export { describePlace, type Place } from './place.ts'
export type { Problem, Result } from './problem.ts'
export { type DimensionId, dimensionIds, isNodeWithin, isRegionWithin, meetRegions, type NodePath, type Region, regionKey } from './region.ts'
export { type Figure, statedValue } from './figure.ts'
