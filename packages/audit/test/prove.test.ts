import type { Region } from '@mingzhang/figures'
import { describe, expect, it } from 'vitest'
import { type Mention, proveDocument, type Proportion, type RecognisedTable } from '../src/index.ts'
import { collectFigures } from '../src/recognise/collect-figures.ts'
import { exampleDocument } from './builders.ts'
import { mention, table } from './rules/narrative-builders.ts'

const spent: Region = { use: 'spent' }
const project: Region = { use: 'spent', kind: 'project' }

async function prove(tables: readonly RecognisedTable[], mentions: readonly Mention[], mode: 'half-up' | 'truncate' = 'half-up') {
  return proveDocument(exampleDocument({ tables, mentions, figures: collectFigures(tables, mentions, [], 2024) }), mode)
}

const outcomes = (proportions: readonly Proportion[]): readonly string[] => proportions.map(({ id, outcome }) => `${id} ${outcome}`)

/** 2024: 40.00 of 50.00 万元 for projects. */
const amounts = [mention('n1', 'amount', '50.00万元', { region: { year: '2024', ...spent }, label: '支出预算' }), mention('n2', 'amount', '40.00万元', { region: { year: '2024', ...project }, label: '项目支出' })]
const share = (text: string, part: Partial<Mention> = {}): Mention => mention('n3', 'share', text, { subject: 'n2', whole: { year: '2024', ...spent }, region: { year: '2024', ...project }, ...part })
const rate = (text: string, part: Partial<Mention> = {}): Mention => mention('n5', 'changeRate', text, { subject: 'n1', direction: 'increase', ...part })

describe('proveDocument › identities', () => {
  const totals = (text: string) => table('expenditureSummary', '2024年预算支出总表', [{ label: '合计', cells: [[spent, text]] }])

  it('holds sentences against tables', async () => {
    const [first] = amounts
    const sentence = first === undefined ? [] : [first]
    expect((await prove([totals('50.00')], sentence)).verdicts.map(({ outcome }) => outcome)).toEqual(['exact'])
    const wrong = await prove([totals('50.10')], sentence)
    expect(wrong.verdicts.map(({ outcome }) => outcome)).toEqual(['conflict'])
    expect([wrong.diagnosis.possible, wrong.diagnosis.causes.length]).toEqual([false, 1])
  })

  it('judges a sum beside an amount that could not be bound by what it can miss', async () => {
    const rows = (last: Partial<RecognisedTable['cells'][number]>): RecognisedTable => {
      const whole = table('expenditureSummary', '2024年预算支出总表', [
        { label: '合计', cells: [[spent, '50.00']] }, { label: '207', cells: [[{ ...spent, function: '207' }, '30.00']] },
        { label: '208', cells: [[{ ...spent, function: '208' }, '15.00']] }, { label: '某种支出', cells: [[{ ...spent, function: '210' }, '5.00']] },
      ])
      return { ...whole, cells: whole.cells.map((cell) => (cell.row === 3 ? { ...cell, column: 0, ...last } : { ...cell, column: 0 })) }
    }
    expect((await prove([rows({})], [])).verdicts.map(({ outcome }) => outcome)).toEqual(['exact'])
    expect((await prove([rows({ region: undefined, unbound: '行“某种支出”不在词表和科目表中' })], [])).verdicts.map(({ outcome }) => outcome)).toEqual(['undetermined'])
  })

  it('knows a truncating document', async () => {
    const rows = (text: string) => [
      table('expenditureSummary', '2024年预算支出总表', [
        { label: '合计', cells: [[spent, text]] }, { label: '207', cells: [[{ ...spent, function: '207' }, '3.00']] },
        { label: '208', cells: [[{ ...spent, function: '208' }, '2.00']] }, { label: '210', cells: [[{ ...spent, function: '210' }, '1.00']] },
      ]),
    ].map((whole) => ({ ...whole, cells: whole.cells.map((cell) => ({ ...cell, column: 0 })) }))
    expect((await prove(rows('6.02'), [])).verdicts.map(({ outcome }) => outcome)).toEqual(['conflict'])
    expect((await prove(rows('6.02'), [], 'truncate')).verdicts.map(({ outcome }) => outcome)).toEqual(['withinRounding'])
  })
})

describe('proveDocument › shares', () => {
  it('recomputes a share from the amounts of its own section', async () => {
    const proof = await prove([], [...amounts, share('80.00%')])
    expect(outcomes(proof.proportions)).toEqual(['s:n3 exact'])
    expect(proof.proportions[0]?.figures).toEqual(['n2', 'n1', 'n3'])
  })

  it('reports a share that no amounts behind the prints can give', async () => {
    expect(outcomes((await prove([], [...amounts, share('81.00%')])).proportions)).toEqual(['s:n3 conflict'])
    // 40.005 ÷ 49.995 is 80.018 %.
    expect(outcomes((await prove([], [...amounts, share('80.02%')])).proportions)).toEqual(['s:n3 withinRounding'])
    expect(outcomes((await prove([], [...amounts, share('80.03%')])).proportions)).toEqual(['s:n3 conflict'])
  })

  it('takes the whole from a table when the section does not state it', async () => {
    const total = table('expenditureSummary', '2024年预算支出总表', [{ label: '合计', cells: [[spent, '50.00']] }])
    expect(outcomes((await prove([total], [...amounts.slice(1), share('80.00%')])).proportions)).toEqual(['s:n3 exact'])
  })

  it('cannot judge a share whose whole is printed nowhere', async () => {
    expect(outcomes((await prove([], [...amounts.slice(1), share('80.00%')])).proportions)).toEqual(['s:n3 undetermined'])
  })

  it('says nothing of a share without a subject', async () => {
    expect((await prove([], [...amounts, share('80.00%', { subject: undefined })])).proportions).toEqual([])
  })
})

describe('proveDocument › changes', () => {
  const change = (text: string, part: Partial<Mention> = {}): Mention => mention('n4', 'change', text, { subject: 'n1', direction: 'increase', ...part })

  it('recomputes a rate from the amount and its change', async () => {
    // Last year 40.00: 10.00 more is 25 %.
    expect(outcomes((await prove([], [...amounts, change('10.00万元'), rate('25.00%')])).proportions)).toEqual(['r:n5 exact'])
    expect(outcomes((await prove([], [...amounts, change('10.00万元'), rate('20.00%')])).proportions)).toEqual(['r:n5 conflict'])
  })

  it('divides by last year also for a decrease', async () => {
    const fall = [change('10.00万元', { direction: 'decrease' }), rate('16.67%', { direction: 'decrease' })]
    expect(outcomes((await prove([], [...amounts, ...fall])).proportions)).toEqual(['r:n5 exact'])
  })

  it('recomputes a rate from both years when no change is stated', async () => {
    const previous = mention('n6', 'previous', '40.00万元', { region: { year: '2023', ...spent } })
    const proof = await prove([], [...amounts, previous, rate('25.00%')])
    expect(outcomes(proof.proportions)).toEqual(['r:n5 exact'])
    expect(proof.proportions[0]?.figures).toEqual(['n1', 'n6', 'n5'])
  })

  it('cannot judge a rate without a change, a year or a direction to recompute it from', async () => {
    expect(outcomes((await prove([], [...amounts, rate('25.00%')])).proportions)).toEqual(['r:n5 undetermined'])
    expect(outcomes((await prove([], [...amounts, change('10.00万元', { direction: undefined }), rate('25.00%', { direction: undefined })])).proportions)).toEqual(['r:n5 undetermined'])
  })
})
