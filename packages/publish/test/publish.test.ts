import type { Ledger, LedgerText } from '@mingzhang/compile'
import { readDocument } from '@mingzhang/document'
import { fen } from '@mingzhang/money'
import { createHash } from 'node:crypto'
import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Manifest, type OutgoingFile, readManifest } from '../src/index.ts'
import { ledgerOf, ownLedgerText, publish, published } from './own-ledger.ts'

const ledger = await ledgerOf(ownLedgerText)
const own = await published(ledger, { internal: true })

const withText = (item: LedgerText['item'], text: string): Ledger => ({ ...ledger, texts: [...ledger.texts.filter((one) => one.item !== item), { item, text }] })

function contentOf(files: readonly OutgoingFile[], path: string): Uint8Array {
  const file = files.find((one) => one.path === path)
  if (file === undefined) throw new Error(`no ${path}`)
  return file.content
}

async function textOf(files: readonly OutgoingFile[], path: string): Promise<string> {
  const read = await readDocument(contentOf(files, path), path)
  if (!read.ok) throw new Error(read.problem.detail)
  return read.value.blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join('\n'))).join('\n')
}

describe('publishDisclosure › the example department', () => {
  it('every complete format carries every figure, the workbook those of the tables', () => {
    const cells = [...own.compilation.publication.figures.values()].filter(({ kind, text }) => kind === 'cell' && text !== '').length
    expect(own.roundTrips.map(({ file, figures, missing, unnamed, unexpected }) => [file, figures, missing, unnamed, unexpected])).toEqual([
      ['disclosure.docx', own.figures, [], [], []], ['disclosure.pdf', own.figures, [], [], []], ['disclosure.html', own.figures, [], [], []],
      ['tables.xlsx', cells, [], [], []],
    ])
    expect(cells).toBeLessThan(own.figures)
  })

  it('the manifest names every file with its size and hash', () => {
    const manifest = JSON.parse(strFromU8(contentOf(own.files, 'manifest.json'))) as Manifest
    expect(manifest.files).toEqual(own.files.filter(({ path }) => path !== 'manifest.json')
      .map(({ path, content }) => ({ path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })))
    expect(manifest).toMatchObject({ body: '清河县文化和旅游局', year: 2024, rounding: 'half-up', rendition: 'public', figures: own.figures })
    expect(readManifest(strFromU8(contentOf(own.files, 'manifest.json')))?.files).toEqual(manifest.files)
  })

  it('the open data hold the ledger’s exact amounts', () => {
    const rows = strFromU8(contentOf(own.files, 'budget-lines.csv')).trim().split('\r\n').slice(1)
    const fenOf = (row: string): number => Number((row.split(',').at(-1) ?? '').replace('.', ''))
    expect(rows).toHaveLength(ledger.lines.length)
    expect(rows.reduce((sum, row) => sum + fenOf(row), 0)).toBe(ledger.lines.reduce((sum, { amount }) => sum + amount, 0))
    const figures = JSON.parse(strFromU8(contentOf(own.files, 'figures.json'))) as { readonly figures: readonly { readonly label: string; readonly exact_fen: number }[] }
    expect(figures.figures.find(({ label }) => label === '2024年预算支出总表，合计，2024年预算数 / 合计')?.exact_fen)
      .toBe(ledger.lines.reduce((sum, { amount }) => sum + amount, 0))
  })
})

describe('publishDisclosure › people', () => {
  const people: Ledger = { ...ledger, forms: ledger.forms.map((form) => ({ ...form, responsible: '甄示范', handler: '贾样例', phone: '0358-6320000' })) }

  it('names and numbers of a form stand in the internal rendition alone', async () => {
    const { files, internalFiles } = await published(people, { internal: true })
    expect(internalFiles.map(({ path }) => path)).toEqual(['internal.docx', 'internal.pdf', 'manifest.json'])
    for (const path of ['internal.docx', 'internal.pdf']) {
      const text = await textOf(internalFiles, path)
      for (const word of ['甄示范', '贾样例', '0358-6320000']) expect(text).toContain(word)
    }
    for (const path of ['disclosure.docx', 'disclosure.pdf', 'disclosure.html']) {
      const text = await textOf(files, path)
      for (const word of ['甄示范', '贾样例', '6320000']) expect(text).not.toContain(word)
    }
  })

  it('a mobile number in a text stops the publication and says which text', async () => {
    const result = await publish(withText('other', '有关情况请联系{照录：13800001111}。'))
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toContain('publish.outgoing.personal-data')
    expect(result.ok ? '' : result.problems.map(({ detail }) => detail).join()).not.toContain('13800001111')
  })

  it('no internal files are made unless they are asked for', async () => {
    expect((await published(ledger)).internalFiles).toEqual([])
  })
})

describe('publishDisclosure › refusals', () => {
  const codesOf = async (wrong: Ledger, differs: Parameters<typeof publish>[1] = {}): Promise<readonly string[]> => {
    const result = await publish(wrong, differs)
    return result.ok ? [] : result.problems.map(({ code }) => code)
  }

  it('an unknown profile and one of another year', async () => {
    expect(await codesOf(ledger, { profile: 'atlantis' })).toEqual(['compile.profile.unknown'])
    expect(await codesOf(ledger, { profile: 'shanxi/2023' })).toEqual(['compile.profile.wrong-year'])
  })

  it('a sentence that gives a part of the budget another amount than the tables', async () => {
    // 项目支出 is 169.58, the project alone 48.00.
    expect(await codesOf(withText('other', '全年项目支出{项目：送戏下乡惠民演出}万元。')))
      .toEqual(['publish.audit.conflict'])
  })

  it('a project that is called like a total, like a unit, or like another project', async () => {
    const renamed = (name: string): Promise<Ledger> => ledgerOf(ownLedgerText.replaceAll('送戏下乡惠民演出', name))
    expect(await codesOf(await renamed('合计'))).toEqual(['compile.name.like-row'])
    expect(await codesOf(await renamed('公用经费'))).toEqual(['compile.name.like-row'])
    expect(await codesOf(await renamed('清河县“文化馆”'))).toEqual(['compile.name.like-unit'])
    expect(await codesOf(await renamed('购买 旅游宣传推广服务'))).toEqual(['compile.name.twins'])
  })
})

describe('publishDisclosure › reductions', () => {
  it('a reduction is published although a part then exceeds its whole', async () => {
    const training = ledger.lines.find(({ use }) => use.kind === 'project' && use.project === '文化馆公益艺术培训')
    if (training === undefined) throw new Error('the example trains')
    const less = { ...training, amount: fen(-7_000_000) }
    const reduced: Ledger = {
      ...ledger,
      lines: [...ledger.lines, less],
      revenue: [...ledger.revenue, { unit: training.unit, fund: training.fund, period: 'current', subject: undefined, amount: fen(-7_000_000) }],
      forms: ledger.forms.filter(({ subject }) => subject.kind !== 'project' || subject.project !== '文化馆公益艺术培训'),
      texts: ledger.texts.filter(({ item }) => item !== 'performance'),
    }
    const { compilation } = await published(reduced)
    const cells = [...compilation.publication.figures.values()].filter(({ label }) => label === '2024年预算收支总表，五、单位资金，收入 / 2024年')
    // 6.00 less 7.00
    expect(cells.map(({ text }) => text)).toEqual(['-1.00'])
  })
})
