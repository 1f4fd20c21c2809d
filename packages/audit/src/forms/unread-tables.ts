import type { DocumentTree, Grid } from '@mingzhang/document'
import { describePlace, type Problem } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'

export interface UnreadTables {
  /** Indexes of their blocks: their numbers are marks and indicators, no figures of the budget. */
  readonly blocks: ReadonlySet<number>
  readonly problems: readonly Problem[]
}

/**
 * The tables about performance that no form layout explains: scoring tables of an evaluation report, indicator systems.
 *
 * They are known by the words of their heads. A page that goes on without heads right below such a table belongs to it.
 */
export function unreadTables(tree: DocumentTree, read: ReadonlySet<number>): UnreadTables {
  const blocks = new Set<number>()
  const problems: Problem[] = []
  let before: Grid | undefined
  tree.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      if (block.text.length > 12) before = undefined
      return
    }
    const isOwn = !read.has(index) && headWords(block) >= 2
    const goesOn = !read.has(index) && before !== undefined && block.rows[0]?.cells.length === before.rows[0]?.cells.length
    if (isOwn || goesOn) {
      blocks.add(index)
      if (!goesOn) problems.push(unreadTable(block))
    }
    before = isOwn || goesOn ? block : undefined
  })
  return { blocks, problems }
}

const words = /^(?:[一二三四]级指标|(?:年度)?(?:绩效)?(?:指标|目标)值|指标(?:名称|解释|说明|分值)|评[分价](?:标准|要点|细则|依据)|评分|(?:自评|评价)?得分|(?:标准)?分值|权重|实际完成值|绩效(?:目标|指标)|扣分(?:原因|理由))$/u

/** How many different words of performance tables stand in its first rows. */
function headWords(grid: Grid): number {
  const found = grid.rows.slice(0, 5).flatMap(({ cells }) => cells.map(({ text }) => (text.length > 20 ? '' : normaliseLabel(text).replace(/\(.{1,8}\)$/u, ''))).filter((text) => words.test(text)))
  return new Set(found).size
}

function unreadTable(grid: Grid): Problem {
  return {
    code: 'audit.form.unreadTable',
    place: grid.place,
    detail: `${describePlace(grid.place)} 有一张绩效评价、评分类表格，不是绩效目标表或自评表的版式，未逐项读取。`,
    remedy: '表中的分值、得分不作为预算数字参加核对，请另行人工审阅。',
  }
}
