/**
 * Topics that stand beside each other in one table: “三公”经费, 会议费, 培训费, 机关运行经费, 行政经费, 政府采购.
 *
 * A topic is money seen from one side, no part of another topic. Only the total of a table that prints 会议费 and 培训费
 * beside “三公”经费 holds all three.
 *
 * @module
 */
import { type DimensionId, isNodeWithin, meetRegions, type Region } from '@mingzhang/figures'

const topics: readonly DimensionId[] = ['threePublic', 'agencyOperating', 'procurement']

/** What both say; a second region of another topic (机关运行经费 in the table of “三公”经费) takes the place of the first one's topic. */
export function meetTopics(first: Region, second: Region): Region | undefined {
  const isOther = topics.some((topic) => {
    const [own, other] = [first[topic], second[topic]]
    return other !== undefined && (own === undefined || !(isNodeWithin(own, other) || isNodeWithin(other, own)))
  })
  return meetRegions(isOther ? withoutTopics(first) : first, second)
}

/** Whether a region is 会议费 or 培训费 beside “三公”经费. */
export function isMeeting(region: Region | undefined): boolean {
  return region?.threePublic === 'meeting' || region?.threePublic === 'training'
}

/** The total of “三公”经费, 会议费 and 培训费 together. */
export const withMeetings: Region = { threePublic: 'withMeetings' }

function withoutTopics(region: Region): Region {
  return Object.fromEntries(Object.entries(region).filter(([dimension]) => !topics.some((topic) => topic === dimension)))
}
