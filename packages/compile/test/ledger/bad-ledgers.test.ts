import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readLedger, writeLedgerWorkbook } from '../../src/index.ts'
import { editedWorkbook, type WorkbookChange } from './edited-workbook.ts'
import { badLedgers, soundLedger, vocabulary } from './sound-ledger.ts'

interface BadLedger {
  readonly change: readonly WorkbookChange[]
  readonly problems: readonly { readonly code: string; readonly at: string; readonly says: string }[]
}

const workbook = await writeLedgerWorkbook(await soundLedger(), { profile: '', year: 2024, vocabulary })

describe('readLedger › every bad ledger of the corpus is refused at its cell', () => {
  it.each(readdirSync(badLedgers).filter((name) => name.endsWith('.yaml')).sort())('%s', async (name) => {
    const bad = parse(readFileSync(new URL(name, badLedgers), 'utf8')) as BadLedger
    const reading = await readLedger({ name: '台账.xlsx', bytes: await editedWorkbook(workbook, bad.change) }, vocabulary)
    if (reading.ok) throw new Error('the ledger was accepted')
    expect(reading.problems.map(({ code, sheet, cell }) => ({ code, at: `${sheet}!${cell}` }))).toEqual(bad.problems.map(({ code, at }) => ({ code, at })))
    bad.problems.forEach(({ says }, index) => { expect(reading.problems[index]?.detail).toContain(says) })
    for (const { remedy } of reading.problems) expect(remedy).toMatch(/。$/u)
  })
})

describe('readLedger › problems of one workbook', () => {
  it('come all at once, in the order of sheets, rows and columns', async () => {
    const bytes = await editedWorkbook(workbook, [
      { cell: '收入明细!E4', text: '两百' },
      { cell: '支出明细!J4', text: '两百' },
      { cell: '支出明细!A4', text: '清河县图书馆' },
      { clear: '支出明细!D3' },
      { cell: '部门信息!B7', number: 45328 },
    ])
    const reading = await readLedger({ name: '台账.xlsx', bytes }, vocabulary)
    expect(reading.ok ? [] : reading.problems.map(({ sheet, cell }) => sheet + cell)).toEqual(['部门信息B7', '支出明细D3', '支出明细A4', '支出明细J4', '收入明细E4'])
  })

  it('say nothing of the balance while an amount cannot be read', async () => {
    const bytes = await editedWorkbook(workbook, [{ cell: '支出明细!J4', text: '两百' }])
    const reading = await readLedger({ name: '台账.xlsx', bytes }, vocabulary)
    expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual(['compile.ledger.amount-text'])
  })

  it('name the place as every problem of the program does', async () => {
    const bytes = await editedWorkbook(workbook, [{ cell: '支出明细!J4', text: '两百' }])
    const reading = await readLedger({ name: '台账.xlsx', bytes }, vocabulary)
    expect(reading.ok ? undefined : reading.problems[0]).toMatchObject({
      place: { document: '台账.xlsx', table: '支出明细', row: '4', column: '金额（元）', field: 'J4' },
      sheet: '支出明细', row: 4, column: '金额（元）', cell: 'J4',
    })
  })
})
