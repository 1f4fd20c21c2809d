import { describe, expect, it } from 'vitest'
import { nameProblems } from '../src/name-problems.ts'
import { ownVocabulary } from './own-vocabulary.ts'
import { hall, paths, smallLedger } from './small-ledger.ts'

const vocabulary = ownVocabulary()

const withProjects = (...names: readonly string[]) =>
  nameProblems({ ...smallLedger, projects: names.map((name) => ({ name, code: '', unit: hall, class: 'specificTarget' as const })) }, vocabulary)

describe('nameProblems', () => {
  it.each([
    '公务接待费', '住房公积金', '其他支出', '机关运行经费', '财政拨款配套', '合计拨付项目', '基本支出补助', '体育馆', '2024年', '（二）森林防火',
  ])('leaves %s alone: a table of projects holds it as a name', (name) => {
    expect(withProjects(name)).toEqual([])
  })

  it.each(['合计', '小计', '项目支出', '公用经费', '人员经费', '收入总计', '上年结转资金'])('refuses %s, which a table reads as a row of its own', (name) => {
    expect(withProjects(paths, name).map(({ code, place }) => [code, place.table, place.row])).toEqual([['compile.name.like-row', '项目', '2']])
  })

  it('refuses a project that is called like a unit', () => {
    expect(withProjects(`“${hall}”`).map(({ code }) => code)).toEqual(['compile.name.like-unit'])
  })

  it('refuses names that differ only in blanks, brackets or quotation marks, of projects and of units', () => {
    expect(withProjects('屋面维修（一期）', '屋面 维修(一期)').map(({ code, place }) => [code, place.row])).toEqual([['compile.name.twins', '2']])
    const units = [...smallLedger.units, { name: `${hall} `, code: '', nature: 'institution' as const }]
    expect(nameProblems({ ...smallLedger, units }, vocabulary).map(({ code, place }) => [code, place.table, place.row])).toEqual([['compile.name.twins', '单位', '3']])
  })

  it('refuses a name without a word', () => {
    expect(withProjects('“”').map(({ code }) => code)).toEqual(['compile.name.empty'])
  })
})
