import type { Problem } from '@mingzhang/figures'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import type { OtherDocuments } from './across-rules.ts'
import { unitsAtHand } from './compare-units.ts'
import { isSameBody } from './same-body.ts'

/**
 * Why the other documents are none to compare with; `undefined` when they are.
 *
 * An earlier document must be of the same body and level and of an earlier year, or the budget of a final account's own
 * year. Body and level that a document does not state are no reason. Of the units at least one document must be usable.
 */
export function unfitToCompare(document: RecognisedDocument, { previous, units }: OtherDocuments): Problem | undefined {
  const earlier = previous === undefined ? undefined : unfitEarlier(document, previous)
  if (earlier !== undefined || units === undefined) return earlier
  const { used, unused } = unitsAtHand(document, units)
  if (used > 0) return undefined
  return {
    code: 'audit.units.none',
    place: { document: document.tree.name },
    detail: units.length === 0 ? '所给的位置没有单位的文件。' : `所给的文件中没有可以与本部门比较的单位文件：${unused.join('')}`,
    remedy: '请给出本部门所属各单位同一年度、同一种类（预算或决算）的公开文件。',
  }
}

function unfitEarlier(document: RecognisedDocument, previous: RecognisedDocument): Problem | undefined {
  const { facts } = document
  const theirs = previous.facts
  const problem = (code: string, detail: string, remedy: string): Problem => ({ code: `audit.previous.${code}`, place: { document: previous.tree.name }, detail, remedy })
  if (facts.body !== undefined && theirs.body !== undefined && !isSameBody(facts.body.value, theirs.body.value)) {
    return problem('otherBody', `这份文件是“${theirs.body.value}”的，要审核的是“${facts.body.value}”的文件，不是同一个部门（单位），没有比较。`,
      '请给出同一个部门（单位）先前公开的文件；机构更名、合并的，两份文件的口径不同，请不带先前的文件审核。')
  }
  if (facts.level?.confidence === 'stated' && theirs.level?.confidence === 'stated' && facts.level.value !== theirs.level.value) {
    return problem('otherLevel', `这份文件是${levelWords[theirs.level.value]}的，要审核的是${levelWords[facts.level.value]}的文件，范围不同，没有比较。`, '请给出同一范围先前公开的文件。')
  }
  const [year, before] = [facts.year?.value, theirs.year?.value]
  if (year === undefined || before === undefined) {
    return problem('noYear', `认不出${before === undefined ? '这份文件' : '要审核的文件'}的年度，没有比较。`, '请核对文件的标题或封面是否写明年度。')
  }
  // A final account is held against the budget of its own year too.
  if (before < year || (before === year && facts.kind?.value === 'final' && theirs.kind?.value === 'budget')) return undefined
  return problem('notEarlier', `这份文件是 ${before} 年${kindWords(previous)}，不早于要审核的 ${year} 年${kindWords(document)}，没有比较。`, '请给出上一年度的文件；审核决算时，也可以给出同一年度的预算。')
}

const levelWords = { department: '部门（含所属单位）', unit: '单位本身' } as const

function kindWords({ facts }: RecognisedDocument): string {
  return facts.kind?.value === 'budget' ? '预算' : facts.kind?.value === 'final' ? '决算' : '文件'
}
