import { describe, expect, it } from 'vitest'
import { findingNotes, type ReportFinding } from '../../src/index.ts'
import { conflictFinding, smallReport } from './small-report.ts'

const here = { document: 'qinghe.txt', page: 3, box: [10, 20, 60, 30] as const, table: '部门支出总表', row: '合计' }
const there = { document: 'qinghe.txt', page: 5, box: [10, 40, 60, 50] as const, table: '部门收入总表', row: '合计' }
const notesOf = (...findings: readonly ReportFinding[]) => findingNotes(smallReport({ findings }))

describe('findingNotes', () => {
  it('marks both sides of a contradiction, each naming the other', () => {
    const notes = notesOf({ ...conflictFinding, places: [here, there] })
    expect(notes.map(({ page, box }) => [page, box])).toEqual([[3, here.box], [5, there.box]])
    expect(notes[0]?.text).toContain(conflictFinding.statement.zh)
    expect(notes[0]?.text).toContain('另见：部门收入总表 行 合计（第 5 页）')
    expect(notes[1]?.text).toContain('另见：部门支出总表 行 合计（第 3 页）')
  })

  it('puts findings of one place into one frame, in the colour of the gravest', () => {
    const error = notesOf({ ...conflictFinding, places: [here] })[0]
    const both = notesOf({ ...conflictFinding, id: 'x', severity: 'notice', places: [here] }, { ...conflictFinding, places: [here] })
    expect(both).toHaveLength(1)
    expect(both[0]?.color).toEqual(error?.color)
    expect(notesOf({ ...conflictFinding, severity: 'notice', places: [here] })[0]?.color).not.toEqual(error?.color)
  })

  it('leaves out residues, findings without a page, and places in other documents', () => {
    expect(notesOf({ ...conflictFinding, verdict: 'withinRounding', places: [here] })).toEqual([])
    expect(notesOf(conflictFinding)).toEqual([])
    const notes = notesOf({ ...conflictFinding, places: [here, { ...there, document: 'before.pdf' }] })
    expect(notes.map(({ page }) => page)).toEqual([3])
    expect(notes[0]?.text).toContain('“before.pdf” 部门收入总表')
  })
})
