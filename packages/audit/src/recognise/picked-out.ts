import { isNodeWithin, type NodePath, type Region } from '@mingzhang/figures'
import { stripNumbering } from '@mingzhang/vocabulary'

/** Whether a label picks something out of what stands before it: 其中：财政拨款. */
export function picksOut(label: string): boolean {
  return stripNumbering(label).marker.includes('其中')
}

/**
 * The fund that a picked-out label means: 其中：财政拨款 below 一般公共预算 is less than the whole although its word alone says
 * more. `undefined` where the word names something else, or already a part of the outer fund.
 */
export function pickedFund(word: Region | undefined, outer: NodePath | undefined): NodePath | undefined {
  if (word?.fund === undefined || Object.keys(word).length > 1 || outer === undefined) return undefined
  return isNodeWithin(outer, word.fund) ? `${outer}/allocated` : undefined
}
