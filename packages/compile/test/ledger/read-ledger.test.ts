import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type LedgerReading, type LedgerSource, readLedger, writeLedgerCsv, writeLedgerJson, writeLedgerWorkbook } from '../../src/index.ts'
import { editedWorkbook, type WorkbookChange } from './edited-workbook.ts'
import { soundLedger, vocabulary } from './sound-ledger.ts'

const sound = await soundLedger()
const workbook = await writeLedgerWorkbook(sound, { profile: '', year: 2024, vocabulary })

function accept(reading: LedgerReading): Extract<LedgerReading, { readonly ok: true }> {
  if (!reading.ok) throw new Error(reading.problems.map(({ sheet, cell, detail }) => `${sheet}!${cell} ${detail}`).join('\n'))
  return reading
}

async function read(source: LedgerSource): Promise<Extract<LedgerReading, { readonly ok: true }>> {
  return accept(await readLedger(source, vocabulary))
}

async function readEdited(...changes: readonly WorkbookChange[]): Promise<Extract<LedgerReading, { readonly ok: true }>> {
  return read({ name: '台账.xlsx', bytes: await editedWorkbook(workbook, changes) })
}

function csv(...rows: readonly string[]): LedgerSource {
  return { name: '导出.csv', bytes: strToU8(rows.join('\n')) }
}

const plainHeads = '单位,支出类别,项目名称,功能科目,部门经济科目,政府经济科目,资金性质,本年/上年结转,金额,预算年度'

describe('readLedger › the kind of file', () => {
  it('is told from the content, whatever the name', async () => {
    expect((await read({ name: 'a.json', bytes: workbook })).ledger).toEqual(sound)
    expect((await read({ name: 'a.xlsx', bytes: strToU8(writeLedgerJson(sound)) })).ledger).toEqual(sound)
  })

  it('a folder of CSV files is found by sheet, among other files', async () => {
    const files = [...writeLedgerCsv(sound).map((file) => ({ ...file, name: `台账/${file.name}` })), { name: '说明.txt', bytes: strToU8('给同事') }]
    expect((await read({ name: '台账', files })).ledger).toEqual(sound)
  })
})

describe('readLedger › cells as people write them', () => {
  it('a code typed as a number, as text, or with its name is the same code', async () => {
    const { ledger } = await readEdited({ cell: '支出明细!D3', number: 2070101 }, { cell: '支出明细!D4', text: '2070109' }, { cell: '支出明细!E3', text: '３０１０１－基本工资' })
    expect(ledger).toEqual(sound)
  })

  it('a code with the name of another is read by its code, and said', async () => {
    const { ledger, notices } = await readEdited({ cell: '支出明细!D3', text: '2070101 群众文化' })
    expect(ledger).toEqual(sound)
    expect(notices.map(({ code, place }) => [code, place.field])).toEqual([['compile.ledger.name-of-other-code', 'D3']])
  })

  it('an amount with commas, signs or as text is read to the fen', async () => {
    const { ledger } = await readEdited({ cell: '支出明细!J3', text: '￥1,000.00' }, { cell: '支出明细!J4', text: '２００.5' })
    expect(ledger).toEqual(sound)
  })

  it('a binary fraction in a cell is the amount that the clerk sees', async () => {
    const { ledger } = await readEdited({ cell: '支出明细!J4', number: 200.50000000000003 })
    expect(ledger.lines[1]?.amount).toBe(20_050)
  })

  it('a head in 万元 converts exactly', async () => {
    const { ledger } = await readEdited(
      { cell: '支出明细!J2', text: '金额（万元）' }, { cell: '支出明细!J3', number: 0.1 }, { cell: '支出明细!J4', number: 0.02005 },
      { cell: '支出明细!J5', number: 0.3 }, { cell: '支出明细!J6', number: 0.05 }, { cell: '支出明细!J7', number: 0.004025 },
    )
    expect(ledger).toEqual(sound)
  })

  it('a unit or a project may be named by its code', async () => {
    const { ledger } = await readEdited({ cell: '支出明细!A4', text: '028002' }, { cell: '收入明细!A3', text: '028001-清河县文化和旅游局' })
    expect(ledger).toEqual(sound)
  })

  it('a date may be a date, or written in the usual ways', async () => {
    for (const change of [{ cell: '部门信息!B7', date: '2024-02-06' }, { cell: '部门信息!B7', text: '2024年2月6日' }, { cell: '部门信息!B7', text: '2024/2/6' }]) {
      expect((await readEdited(change)).ledger.department.approvedOn).toBe('2024-02-06')
    }
  })

  it('a title merged over the heads does not matter', async () => {
    expect((await readEdited({ merge: '支出明细!A1:D1' }, { cell: '支出明细!A1', text: '2024年支出明细' })).ledger).toEqual(sound)
  })

  it('empty lines between the lines do not matter', async () => {
    const { ledger } = await readEdited(
      { cell: '政府采购!A6', text: '清河县文化馆' }, { cell: '政府采购!B6', text: '货物' }, { cell: '政府采购!D6', number: 12 },
    )
    expect(ledger.procurement).toHaveLength(2)
  })

  it('an item of last year without an amount is not known, never zero', async () => {
    const { ledger } = await readEdited({ cell: '上年数!B4', number: 0 })
    expect(ledger.priorYear).toEqual([{ item: 'total', amount: 400_000 }, { item: 'generalPublic', amount: 0 }])
  })

  it('a local code is accepted when 自设科目 has it', async () => {
    const { ledger } = await readEdited(
      { cell: '自设科目!A3', text: '功能科目' }, { cell: '自设科目!B3', text: '2079801' }, { cell: '自设科目!C3', text: '县级文化专项' },
      { cell: '支出明细!D5', text: '2079801' },
    )
    expect(ledger.lines[2]?.function).toBe('2079801')
  })

  it('columns and sheets that are not of the ledger are named, not used', async () => {
    const { ledger, notices } = await readEdited({ cell: '支出明细!K2', text: '审核意见' }, { cell: '支出明细!K3', text: '同意' })
    expect(ledger).toEqual(sound)
    expect(notices.map(({ code }) => code)).toEqual(['compile.ledger.column-unread'])
  })
})

describe('readLedger › the 支出明细 alone', () => {
  it('takes the columns of the integrated platform, and derives the rest with notices', async () => {
    const { ledger, notices } = await read(csv(
      'FISCAL_YEAR,DEPT_CODE,AGENCY_CODE,AGENCY_NAME,PRO_KIND_CODE,PRO_CODE,PRO_NAME,EXP_FUNC_CODE,DEP_BGT_ECO_CODE,GOV_BGT_ECO_CODE,FUND_TYPE_CODE,FOUND_TYPE_CODE,REPLY_AMT,APPLY_UP',
      '2024,028,028001,清河县文化馆,1,,社会保障缴费,2070109,30112,50501,111,11,1200.50,9999',
      '2024,028,028001,清河县文化馆,22,P1,文化馆免费开放,2070109,30227,50502,11,11,300,9999',
      '2024,028,028001,清河县文化馆,3,P2,数字设备购置,2070109,31003,50601,31,上年结转,20,9999',
    ))
    expect(ledger.department).toEqual({ name: '清河县文化馆', code: '028', year: 2024, level: 'department' })
    expect(ledger.units).toEqual([{ name: '清河县文化馆', code: '', nature: 'institution' }])
    expect(ledger.projects.map((project) => [project.name, project.class])).toEqual([['文化馆免费开放', 'operation'], ['数字设备购置', 'specificTarget']])
    expect(ledger.lines.map(({ use, fund, period, amount }) => [use.kind, fund, period, amount])).toEqual([
      ['personnel', 'fiscal/generalPublic', 'current', 120_050],
      ['project', 'fiscal/generalPublic', 'current', 30_000],
      ['project', 'unitFunds/operations', 'carriedIn', 2_000],
    ])
    // 1200.50 + 300 of 一般公共预算; 20 of 事业收入 carried in.
    expect(ledger.revenue.map(({ fund, period, amount }) => [fund, period, amount])).toEqual([
      ['fiscal/generalPublic', 'current', 150_050], ['unitFunds/operations', 'carriedIn', 2_000],
    ])
    expect(notices.map(({ code }) => code)).toEqual([
      'compile.ledger.revenue-derived', 'compile.ledger.derived-from-lines', 'compile.ledger.basic-with-project', 'compile.ledger.column-unread',
    ])
  })

  it('in GBK is read as well', async () => {
    // 单位,金额 in GBK stands for the whole: heads are found by their decoded words only.
    const gbk = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0x41, 0x2c, 0x31, 0x0a])
    const reading = await readLedger({ name: '支出明细.csv', bytes: gbk }, vocabulary)
    expect(reading.ok ? [] : reading.problems.filter(({ code }) => code.endsWith('column-missing')).map(({ column }) => column)).toEqual([
      '支出类别', '项目名称', '功能科目', '部门经济科目', '资金性质', '本年/上年结转',
    ])
  })

  it('cannot tell the year or the nature of a unit from nothing', async () => {
    const reading = await readLedger(csv(plainHeads, '清河县文化馆,人员类,,2070109,30101,,一般公共预算,本年,10,'), vocabulary)
    expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual(['compile.ledger.year-missing', 'compile.ledger.unit-nature-missing'])
  })

  it('takes a column 单位性质', async () => {
    const { ledger } = await read(csv(`${plainHeads},单位性质`, '清河县文化馆,人员类,,2070109,30101,,一般公共预算,本年,10,2024,事业单位'))
    expect(ledger.units).toEqual([{ name: '清河县文化馆', code: '', nature: 'institution' }])
  })

  it('refuses two years in one export', async () => {
    const line = '清河县文化馆,人员类,,2070109,30101,50501,一般公共预算,本年,10,'
    const reading = await readLedger(csv(plainHeads, `${line}2024`, `${line}2025`), vocabulary)
    expect(reading.ok ? [] : reading.problems.map(({ detail }) => detail)).toEqual(['明细里有不止一个年度：2024、2025。'])
  })
})

describe('readLedger › JSON', () => {
  it('is checked like every other form, with the path of the value as its cell', async () => {
    const text = writeLedgerJson(sound).replace('"function": "2070108"', '"function": "2070177"')
    const reading = await readLedger({ name: 'ledger.json', bytes: strToU8(text) }, vocabulary)
    expect(reading.ok ? [] : reading.problems.map(({ code, sheet, row, cell }) => ({ code, sheet, row, cell }))).toEqual([
      { code: 'compile.ledger.unknown-code', sheet: '支出明细', row: 3, cell: '/lines/2/function' },
    ])
  })

  it('takes amounts as whole fen only', async () => {
    const text = writeLedgerJson(sound).replace('"amountFen": 20050 }', '"amountFen": 200.5 }')
    const reading = await readLedger({ name: 'ledger.json', bytes: strToU8(text) }, vocabulary)
    expect(reading.ok ? [] : reading.problems.map(({ cell, detail }) => [cell, detail])).toEqual([['/lines/1/amountFen', '“amountFen”应为整数。']])
  })

  it('names keys that it does not know', async () => {
    const text = writeLedgerJson(sound).replace('"period": "carriedIn"', '"period": "carriedIn", "amount": 1')
    const reading = await readLedger({ name: 'ledger.json', bytes: strToU8(text) }, vocabulary)
    expect(reading.ok ? [] : reading.problems.map(({ code, detail }) => [code, detail])).toEqual([['compile.ledger.json-unknown-key', '多出不认识的键：amount。']])
  })

  it('derives missing revenue with a notice', async () => {
    const { ledger, notices } = await read({ name: 'l', bytes: strToU8(writeLedgerJson({ ...sound, lines: sound.lines.slice(0, 2), forms: [], revenue: [] })) })
    expect(ledger.revenue.map(({ amount }) => amount)).toEqual([100_000, 20_050])
    expect(notices.map(({ code }) => code)).toContain('compile.ledger.revenue-derived')
  })
})
