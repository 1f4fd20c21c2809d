import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { annotateWorkbook, readLedger, writeLedgerWorkbook } from '../../src/index.ts'
import { readXlsx } from '../../src/ledger/raw/xlsx-workbook.ts'
import { soundLedger, vocabulary } from './sound-ledger.ts'

const workbook = await writeLedgerWorkbook(await soundLedger(), { profile: '', year: 2024, vocabulary })
const compoundHead = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

async function codesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const reading = await readLedger({ name: '台账.xlsx', bytes }, vocabulary)
  return reading.ok ? [] : reading.problems.map(({ code }) => code)
}

describe('readLedger › files that are refused as a whole', () => {
  it('a protected workbook asks for the password to be taken off', async () => {
    const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat()
    expect(await codesOf(Uint8Array.from([...compoundHead, ...new Array<number>(600).fill(0), ...name]))).toEqual(['compile.ledger.encrypted'])
  })

  it('a workbook of before 2007 asks to be saved anew', async () => {
    expect(await codesOf(Uint8Array.from([...compoundHead, ...new Array<number>(600).fill(0)]))).toEqual(['compile.ledger.other-format'])
  })

  it('a truncated workbook is damaged', async () => {
    expect(await codesOf(workbook.slice(0, workbook.length - 500))).toEqual(['compile.ledger.damaged'])
  })

  it('a workbook whose sheet does not unpack is damaged', async () => {
    const broken = workbook.slice()
    const name = strToU8('xl/worksheets/sheet5.xml')
    const at = broken.findIndex((_, index) => name.every((byte, offset) => broken[index + offset] === byte))
    broken.fill(0xff, at + name.length + 10, at + name.length + 200)
    expect(await codesOf(broken)).toEqual(['compile.ledger.damaged'])
  })

  it('an archive without a workbook is named as such', async () => {
    expect(await codesOf(zipSync({ '支出明细.csv': strToU8('单位,金额') }))).toEqual(['compile.ledger.not-a-workbook'])
  })

  it('a binary workbook asks to be saved as xlsx', async () => {
    expect(await codesOf(zipSync({ 'xl/workbook.bin': strToU8('x') }))).toEqual(['compile.ledger.other-format'])
  })

  it('an empty file and a picture are no ledger', async () => {
    expect(await codesOf(new Uint8Array())).toEqual(['compile.ledger.empty-file'])
    expect(await codesOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toEqual(['compile.ledger.not-text'])
  })

  it('JSON of another kind and broken JSON are told apart', async () => {
    expect(await codesOf(strToU8('{"format": "mingzhang-ledger/9"}'))).toContain('compile.ledger.json-format')
    expect(await codesOf(strToU8('{"format": '))).toEqual(['compile.ledger.json-syntax'])
  })
})

describe('readXlsx › limits', () => {
  it('refuses by the sizes that the archive states, before anything is unpacked', () => {
    const reading = readXlsx(workbook, '台账.xlsx', { unpackedBytes: 10_000, rows: 100 })
    expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual(['compile.ledger.too-large'])
  })

  it('refuses an archive that holds more than it states', () => {
    const bomb = zipSync({ ...unzipSync(workbook), 'xl/sharedStrings.xml': new Uint8Array(20_000_000) }, { level: 9 })
    // The directory is made to state a tenth of a kilobyte for the bomb.
    const view = new DataView(bomb.buffer)
    for (let at = 0; at + 4 < bomb.length; at += 1) if (view.getUint32(at, true) === 20_000_000) view.setUint32(at, 100, true)
    const reading = readXlsx(bomb, '台账.xlsx', { unpackedBytes: 5_000_000, rows: 100 })
    expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual(['compile.ledger.too-large'])
  })

  it('refuses more rows than the limit, and takes as many as the limit', () => {
    const rowsOf = (rows: number): boolean => readXlsx(workbook, '台账.xlsx', { unpackedBytes: 100_000_000, rows }).ok
    // The longest sheet is 科目表 with its title, its heads and every 项 of the classification.
    const reading = readXlsx(workbook, '台账.xlsx', { unpackedBytes: 100_000_000, rows: 1_000_000 })
    const longest = reading.ok ? Math.max(...reading.workbook.sheets.map((sheet) => sheet.rows.length)) : 0
    expect(longest).toBeGreaterThan(100)
    expect([rowsOf(longest), rowsOf(longest - 1)]).toEqual([true, false])
  })
})

describe('annotateWorkbook › a file that cannot be opened', () => {
  it('gives a workbook with the list of problems alone', async () => {
    const reading = await readLedger({ name: '台账.xlsx', bytes: workbook.slice(0, 5000) }, vocabulary)
    if (reading.ok) throw new Error('the ledger was accepted')
    const copy = readXlsx(await annotateWorkbook(workbook.slice(0, 5000), reading.problems), 'x', { unpackedBytes: 1_000_000, rows: 100 })
    expect(copy.ok ? copy.workbook.sheets.map(({ name, rows }) => [name, rows.length]) : []).toEqual([['问题清单', 2]])
  })
})
