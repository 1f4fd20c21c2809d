import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { scanOutgoing } from '../src/outgoing-scan.ts'

const nobody = { names: [], phones: [] }
const html = (body: string) => ({ path: 'disclosure.html', content: strToU8(`<!doctype html><title>公开</title><p>${body}</p>`) })
const office = (path: string, parts: Readonly<Record<string, string>>) => ({
  path,
  content: zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
})

describe('scanOutgoing › personal data', () => {
  it('finds a mobile number in the text of a page', () => {
    const [problem] = scanOutgoing(html('联系电话：13800001111'), nobody)
    expect(problem?.code).toBe('publish.outgoing.personal-data')
    expect(problem?.detail).toContain('手机号码')
    expect(problem?.detail).not.toContain('13800001111')
  })

  it('finds one in the properties of a workbook', () => {
    const file = office('tables.xlsx', { 'docProps/core.xml': '<cp:coreProperties><dc:creator>13800001111</dc:creator></cp:coreProperties>' })
    expect(scanOutgoing(file, nobody).map(({ code }) => code)).toEqual(['publish.outgoing.personal-data'])
  })

  it('finds a phone of the ledger in whatever way it is spaced, and a name that stands by itself', () => {
    const people = { names: ['甄示范'], phones: ['0358-6320000'] }
    expect(scanOutgoing(html('咨询 0358 632 0000'), people)).toHaveLength(1)
    expect(scanOutgoing(html('甄示范'), people)).toHaveLength(1)
  })

  it('finds a name of three characters inside a sentence; a short name inside a word and an office are none', () => {
    expect(scanOutgoing(html('由甄示范负责实施'), { names: ['甄示范'], phones: [] })).toHaveLength(1)
    expect(scanOutgoing(html('高明确绩效目标'), { names: ['高明'], phones: [] })).toEqual([])
    expect(scanOutgoing(html('由人事股负责实施'), { names: ['人事股'], phones: [] })).toEqual([])
  })

  it('leaves alone an amount in fen that looks like a mobile number', () => {
    expect(scanOutgoing({ path: 'figures.json', content: strToU8('{"figures":[{"exact_fen":13800001111}]}') }, nobody)).toEqual([])
    expect(scanOutgoing({ path: 'disclosure.html', content: strToU8('<p><data value="13800001111">138.00</data></p>') }, nobody)).toEqual([])
  })

  it('leaves alone the number of an office', () => {
    expect(scanOutgoing(html('咨询电话：0358-6320000'), nobody)).toEqual([])
  })
})

describe('scanOutgoing › hidden things', () => {
  it.each([
    ['tables.xlsx', 'xl/workbook.xml', '<workbook><sheets><sheet name="底稿" sheetId="2" state="hidden"/></sheets></workbook>', '隐藏的工作表'],
    ['tables.xlsx', 'xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1" hidden="1"/></sheetData></worksheet>', '隐藏的行或列'],
    ['disclosure.docx', 'word/document.xml', '<w:document><w:body><w:del w:id="1"><w:r><w:t>旧数</w:t></w:r></w:del></w:body></w:document>', '修订痕迹'],
    ['disclosure.docx', 'word/comments.xml', '<w:comments><w:comment w:id="1"/></w:comments>', '批注'],
  ])('%s › %s', (path, part, markup, words) => {
    expect(scanOutgoing(office(path, { [part]: markup }), nobody).map(({ detail }) => detail.includes(words))).toEqual([true])
  })

  it('a plain workbook passes', () => {
    expect(scanOutgoing(office('tables.xlsx', { 'xl/workbook.xml': '<workbook><sheets><sheet name="收支总表" sheetId="1"/></sheets></workbook>' }), nobody)).toEqual([])
  })
})
