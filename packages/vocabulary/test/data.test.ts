import { isRegionWithin } from '@mingzhang/figures'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { citation, loadVocabulary, normaliseLabel, type TableKind, type Vocabulary } from '../src/index.ts'
import { isDimensionId, isNodeOf } from '../src/node-path.ts'

const vocabulary = loadOwnData()

function loadOwnData(): Vocabulary {
  const loaded = loadVocabulary(fileURLToPath(new URL('../data', import.meta.url)))
  if (!loaded.ok) throw new Error(loaded.problems.map(({ place, detail }) => `${place.document}:${place.line ?? ''} ${detail}`).join('\n'))
  return loaded.value
}

function sidesOf({ sides }: TableKind) {
  return 'only' in sides ? [sides.only] : [sides.revenue, sides.expenditure]
}

/** The kinds whose title conditions a heading meets. */
function matching(kinds: readonly { readonly id: string; readonly title: TableKind['title'] }[], heading: string): readonly string[] {
  const text = normaliseLabel(heading)
  return kinds
    .filter(({ title: { all, any, none } }) =>
      all.every((word) => text.includes(word)) &&
      (any.length === 0 || any.some((word) => text.includes(word))) &&
      !none.some((word) => text.includes(word)))
    .map(({ id }) => id)
}

describe('the vocabulary data', () => {
  it('gives every word, section and table side a region of known dimensions and nodes', () => {
    const regions = [...vocabulary.words, ...vocabulary.sectionKinds, ...vocabulary.tableKinds.flatMap(sidesOf)].map(({ region }) => region)
    const nodes = regions.flatMap((region) => Object.entries(region))
    expect(nodes.length).toBeGreaterThan(50)
    expect(nodes.filter(([dimension, node]) => !isDimensionId(dimension) || !isNodeOf(dimension, node))).toEqual([])
  })

  it('keeps every word in the spelling that it is looked up in', () => {
    expect(vocabulary.words.filter(({ text }) => normaliseLabel(text) !== text)).toEqual([])
  })

  it('holds the thirteen tables of the profile shanxi', () => {
    const shanxi = vocabulary.profiles.find(({ id }) => id === 'shanxi')
    expect(shanxi?.years).toEqual({ from: 2022, to: 2024 })
    expect(shanxi?.requiredTables).toHaveLength(13)
    expect(new Set(shanxi?.requiredTables).size).toBe(13)
  })

  it('asks no more of a place without a profile than the eight tables of the national procedure', () => {
    const national = vocabulary.profiles.find(({ id }) => id === 'national')
    expect(national?.requiredTables).toHaveLength(8)
  })

  it('cites a source with its number and article', () => {
    const law = vocabulary.legal.get('budgetLaw')
    expect(law && citation(law, '第十四条')).toBe('《中华人民共和国预算法》（2018年修正）第十四条')
  })

  it.each([
    ['一、本部门职责', 'duties'], ['二、部门主要职能', 'duties'], ['二、机构设置情况', 'organisation'], ['二、部门预算单位构成', 'organisation'],
    ['第二部分 2024年部门预算报表', 'tables'],
    ['一、部门预算收支数据变动情况及原因', 'budgetChange'], ['一、收支预算总体情况', 'budgetChange'], ['收入支出决算总体情况说明', 'budgetChange'],
    ['二、收入预算情况说明', 'revenueBudget'], ['三、支出预算情况说明', 'expenditureBudget'],
    ['四、财政拨款收支预算总体情况说明', 'fiscalAppropriation'], ['财政拨款收入支出决算总体情况说明', 'fiscalAppropriation'],
    ['五、一般公共预算支出情况说明', 'generalPublicExpenditure'], ['（一）一般公共预算当年拨款规模变化情况', 'generalPublicExpenditure'],
    ['六、一般公共预算基本支出情况说明', 'basicExpenditure'], ['七、“三公”经费增减变动原因说明', 'threePublic'],
    ['一般公共预算财政拨款"三公"经费预算情况说明', 'threePublic'], ['八、机关运行经费增减变动原因说明', 'agencyOperating'], ['九、政府采购情况', 'procurement'],
    ['十、绩效管理情况', 'performance'], ['部门整体支出绩效情况', 'performance'], ['十一、国有资产占有使用情况', 'assets'], ['十二、其他说明', 'otherStatements'],
    ['（一）政府购买服务指导性目录', 'serviceCatalogue'], ['第四部分 名词解释', 'glossary'],
    ['八、政府性基金预算支出情况说明', 'governmentFund'], ['九、国有资本经营预算支出情况说明', 'stateCapital'],
  ])('reads the heading %s as %s and nothing else', (heading, id) => {
    expect(matching(vocabulary.sectionKinds, heading)).toEqual([id])
  })

  it('maps wages of an agency and of an institution to different government codes', () => {
    const wages = vocabulary.economicMapping?.find(({ department }) => department === '30101')
    expect(wages).toEqual({ department: '30101', administrative: '50101', institution: '50501' })
  })

  it('maps only codes that the two economic classifications know', () => {
    const { classification } = vocabulary
    for (const { department, administrative, institution } of vocabulary.economicMapping ?? []) {
      expect(classification.lookup('economic', department), department).not.toEqual([])
      expect(classification.lookup('governmentEconomic', administrative), administrative).not.toEqual([])
      expect(classification.lookup('governmentEconomic', institution), institution).not.toEqual([])
    }
  })

  it('gives a section no region outside the table that it speaks of', () => {
    for (const id of ['threePublic', 'agencyOperating']) {
      const section = vocabulary.sectionKinds.find((kind) => kind.id === id)
      const table = vocabulary.tableKinds.find((kind) => kind.id === id)
      expect(section && table && sidesOf(table).every((side) => isRegionWithin(section.region, side.region)), id).toBe(true)
    }
  })
})
