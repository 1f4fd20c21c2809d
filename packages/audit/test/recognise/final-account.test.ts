import { deriveIdentities, type Figure, judge, statedValue } from '@mingzhang/figures'
import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { unboundLines } from '../../src/recognise/collect-figures.ts'
import { recogniseFinalAccount } from './example-final-account.ts'
import { recogniseText, row } from './recognise-text.ts'

const { document, profile } = recogniseFinalAccount()
const outcomes = (figures: readonly Figure[]): readonly { readonly id: string; readonly outcome: string }[] =>
  deriveIdentities(figures, { rounding: 'half-up', gaps: unboundLines(document.tables) }).identities.map((identity) => ({ id: identity.id, outcome: judge(identity).outcome }))
const broken = (figures: readonly Figure[]): readonly string[] => outcomes(figures).filter(({ outcome }) => outcome === 'conflict').map(({ id }) => id)

function withOther(figure: Figure, value: number): readonly Figure[] {
  return document.figures.map((other) => (other !== figure || other.printed.kind !== 'stated' ? other : { ...other, printed: { ...other.printed, stated: { ...other.printed.stated, value: fen(value) } } }))
}

describe('recogniseDocument › a final account', () => {
  it('knows the nine tables and the profile of final accounts', () => {
    expect(document.tables.map(({ kind }) => kind)).toEqual([
      'finalSummary', 'finalRevenue', 'finalExpenditure', 'finalFiscalSummary', 'finalGeneralPublicExpenditure', 'finalBasicByEconomic', 'threePublic',
      'finalGovernmentFund', 'finalStateCapital',
    ])
    expect(profile?.id).toBe('nationalFinal')
    expect(profile?.requiredTables.filter((kind) => !document.tables.some((table) => table.kind === kind))).toEqual([])
  })

  it('binds every amount', () => {
    const unbound = document.tables.flatMap(({ cells }) => cells).filter(({ region, printed }) => region === undefined && printed.kind === 'stated')
    expect(unbound.map(({ place, unbound: reason }) => `${place.table ?? ''} ${place.row ?? ''}：${reason ?? ''}`)).toEqual([])
  })

  it('holds in every identity', () => {
    expect(outcomes(document.figures).filter(({ outcome }) => outcome !== 'exact')).toEqual([])
  })

  it('keeps the budget of the year apart from what was spent', () => {
    const [whole] = document.tables.filter(({ kind }) => kind === 'threePublic')
    expect(whole?.cells.filter(({ region }) => region?.threePublic === 'all').map(({ region, printed }) => [region?.phase, printed.text])).toEqual([['adjusted', '5.00'], [undefined, '4.20']])
  })

  it('reads 基本支出结转 as part of the row above it', () => {
    const parts = ['基本支出结转\t\t6.00\t基本支出结转\t\t1.00', '项目支出结转和结余\t\t20.00\t项目支出结转和结余\t\t20.00', '经营结余\t\t\t经营结余\t\t']
    const split = recogniseFinalAccount((line) => (line.startsWith('年初结转和结余\t11') ? [line, ...parts].join('\n') : line))
    const rows = split.document.tables[0]?.cells.filter(({ region, printed }) => region?.kind !== undefined && printed.kind === 'stated').map(({ region }) => region)
    expect(rows).toEqual([
      { period: 'carriedIn', kind: 'basic' }, { period: 'carriedIn', kind: 'project' }, { use: 'carriedOut', kind: 'basic' }, { use: 'carriedOut', kind: 'project' },
    ])
    const sums = deriveIdentities(split.document.figures).identities.filter(({ dimension, parts }) => dimension === 'kind' && parts.some(({ region }) => region.period === 'carriedIn'))
    expect(sums.map((identity) => judge(identity).outcome)).toEqual(['exact'])
  })
})

describe('deriveIdentities › a final account', () => {
  const kinds = new Map(document.tables.map(({ id, kind }) => [id, kind]))
  const printed = document.figures.filter((figure) => (statedValue(figure) ?? 0) !== 0 && !/^final(?:Revenue|Expenditure|GeneralPublicExpenditure)$/u.test(kinds.get(figure.cell?.table ?? '') ?? ''))

  it('finds a changed amount wherever it stands in the tables that only final accounts have', () => {
    // Every third will do: they stand in all of these tables and in all of their columns.
    const missed = printed.filter((figure, index) => index % 3 === 0 && broken(withOther(figure, (statedValue(figure) ?? 0) + 100_000_000)).length === 0)
    expect(missed.map(({ place }) => `${place.table ?? ''} ${place.row ?? ''} ${place.column ?? ''}`)).toEqual([])
  })

  it('closes the account: what is used of reserves and what is distributed count, neither twice', () => {
    const reserves = printed.find(({ region }) => region.period === 'reserves')
    const distributed = printed.find(({ region }) => region.use === 'distributed')
    expect([reserves, distributed].map((figure) => (figure === undefined ? [] : broken(withOther(figure, 500_000_000)).length))).toEqual([1, 1])
  })
})

describe('recogniseTables › counts', () => {
  it('expects no amount in a row that counts things', () => {
    const { tables, document: own } = recogniseText('一般公共预算财政拨款“三公”经费支出表', '单位：元', row('项目', '预算数'), row('公务接待费', '1,200.00'), row('国内公务接待批次（个）', '8'), row('公务用车保有量（辆）', '3'))
    expect(tables[0]?.cells.map(({ isCount, region }) => [isCount, region?.threePublic])).toEqual([[undefined, 'all/reception'], [true, undefined], [true, undefined]])
    expect([...unboundLines(own.tables)]).toEqual([])
  })
})
