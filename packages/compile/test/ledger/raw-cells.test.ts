import { describe, expect, it } from 'vitest'
import { dateOfSerial, plainNumber, shiftPoint } from '../../src/ledger/raw/cell-number.ts'
import { columnIndex, columnLetters } from '../../src/ledger/raw/raw-workbook.ts'
import { scanSheet, type SheetContext } from '../../src/ledger/raw/xlsx-sheet.ts'
import { readNumberStyles } from '../../src/ledger/raw/xlsx-styles.ts'

describe('plainNumber › a stored number as the spreadsheet shows it', () => {
  it.each([
    ['33.300000000000004', '33.3'], ['1.1000000000000001', '1.1'], ['2080101', '2080101'], ['1E+2', '100'], ['1.2345E-3', '0.0012345'], ['-0.5', '-0.5'],
    ['123456789012.34', '123456789012.34'], ['-0', '-0'], ['.5', '0.5'], ['20231124101530', '20231124101530'],
  ])('%s is %s', (stored, plain) => { expect(plainNumber(stored)).toBe(plain) })

  it('is nothing for what is no number', () => {
    expect([plainNumber('#N/A'), plainNumber(''), plainNumber('1,5'), plainNumber('1e999')]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('shiftPoint', () => {
  it.each([['0.98', 2, '98'], ['1', 2, '100'], ['0.0005', 2, '0.05'], ['-12.5', -3, '-0.0125'], ['0', 2, '0']])('%s by %i is %s', (from, places, to) => {
    expect(shiftPoint(from, places)).toBe(to)
  })
})

describe('dateOfSerial', () => {
  it('counts from the turn of 1900, or from 1904', () => {
    // 2024-02-06 is day 45328 of Excel; 1462 days lie between the two beginnings.
    expect([dateOfSerial('45328', false), dateOfSerial('43866', true), dateOfSerial('45328.75', false)]).toEqual(['2024-02-06', '2024-02-06', '2024-02-06'])
    expect(dateOfSerial('-1', false)).toBeUndefined()
  })
})

describe('columnLetters', () => {
  it('counts like a spreadsheet, and back', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
    expect(['A7', 'Z1', 'AA12', 'ZZ3', 'AAA1', '7'].map(columnIndex)).toEqual([0, 25, 26, 701, 702, -1])
  })
})

describe('readNumberStyles', () => {
  it('knows dates and percentages, built in and described', () => {
    const xml = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00&quot;元/日&quot;"/>'
      + '<numFmt numFmtId="166" formatCode="[Red]0.0%"/><numFmt numFmtId="167" formatCode="General"/></numFmts>'
      + '<cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>'
    expect(readNumberStyles(xml)).toEqual([undefined, 'date', 'percent', 'date', undefined, 'percent', undefined])
  })
})

describe('scanSheet', () => {
  const context: SheetContext = { strings: ['甲', '乙'], styles: [undefined, 'date', 'percent'], from1904: false, rowLimit: 10 }
  const sheet = '<?xml version="1.0"?><worksheet><cols><col min="3" max="4" hidden="1"/><col min="5" max="5"/></cols><sheetData>'
    + '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>一</t></r><r><t xml:space="preserve"> 二&amp;</t></r><rPh><t>x</t></rPh></is></c></row>'
    + '<row r="3" hidden="1"><c r="B3" s="1"><v>45328</v></c><c r="C3" s="2"><v>0.98</v></c><c r="D3"><f>A1*2</f><v>4</v></c><c r="E3" t="e"><v>#REF!</v></c></row>'
    + '<row r="4" spans="1:3"/><row r="5"><c r="A5" s="4"/></row><row><c><v>7</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells></worksheet>'

  function scanIn(size: number): ReturnType<ReturnType<typeof scanSheet>['finish']> {
    const scanner = scanSheet(context)
    for (let at = 0; at < sheet.length; at += size) scanner.take(sheet.slice(at, at + size))
    return scanner.finish()
  }

  it('reads cells with their kinds, hidden rows and columns, and merges', () => {
    expect(scanIn(sheet.length)).toEqual({
      rows: [
        { number: 1, hidden: false, cells: [{ text: '乙', kind: 'text' }, undefined, { text: '一 二&', kind: 'text' }] },
        {
          number: 3, hidden: true,
          cells: [
            undefined, { text: '2024-02-06', kind: 'date' }, { text: '98%', kind: 'number' }, { text: '4', kind: 'number', formula: true },
            { text: '#REF!', kind: 'error' },
          ],
        },
        { number: 6, hidden: false, cells: [{ text: '7', kind: 'number' }] },
      ],
      merges: [{ fromRow: 5, toRow: 6, fromColumn: 1, toColumn: 2 }],
      hiddenColumns: [{ from: 3, to: 4 }],
    })
  })

  it('reads the same wherever the pieces are cut', () => {
    for (const size of [1, 7, 64]) expect(scanIn(size)).toEqual(scanIn(sheet.length))
  })

  it('reads names with a prefix', () => {
    const scanner = scanSheet(context)
    scanner.take('<x:worksheet><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>')
    expect(scanner.finish()?.rows).toEqual([{ number: 2, hidden: false, cells: [{ text: '甲', kind: 'text' }] }])
  })
})
