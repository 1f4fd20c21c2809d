import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ownRulePagesInput, pagesDirectory, rulePages } from '../../../../tools/rule-pages.ts'
import { allRules, type Rule, type RuleMeta } from '../../src/index.ts'

const rulesDirectory = fileURLToPath(new URL('../../src/rules/', import.meta.url))
const testsDirectory = fileURLToPath(new URL('.', import.meta.url))
const remake = 'run `npm run rules:docs`'

const input = ownRulePagesInput()

/** The modules of src/rules that export a rule, by file name without its ending. Others only serve them. */
const modules = await Promise.all(
  readdirSync(rulesDirectory)
    .filter((file) => /^[a-z]\d+-.*\.ts$/u.test(file))
    .map(async (file) => ({ name: file.replace(/\.ts$/u, ''), rules: rulesOf(await import(/* @vite-ignore */ join(rulesDirectory, file))) })),
)
const ruleModules = modules.filter(({ rules }) => rules.length > 0)

function rulesOf(exported: unknown): readonly Rule[] {
  if (typeof exported !== 'object' || exported === null) return []
  return Object.values(exported).filter(isRule)
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'meta' in value && 'check' in value && typeof value.check === 'function'
}

const example: RuleMeta = {
  id: 'D99',
  title: { zh: '示例', en: 'Example' },
  severity: 'warning',
  basis: [{ source: 'budgetLaw', article: '第三十二条' }],
  explanation: { zh: '数量填<n>个的，应写明。', en: 'State the <n>.' },
  legitimate: { zh: '已说明的除外。', en: 'Unless it says so.' },
}

describe('rulePages', () => {
  it('checked-in pages › are what the rules say now, no page more or less', () => {
    const made = rulePages(input)
    expect(readdirSync(pagesDirectory).sort(), remake).toEqual([...made.keys()].sort())
    for (const [name, text] of made) expect(readFileSync(join(pagesDirectory, name), 'utf8'), `${name}: ${remake}`).toBe(text)
  })

  it('a page › holds title, severity, both languages and the citation, and shows tags as text', () => {
    const page = rulePages({ ...input, rules: [example], examples: [] }).get('D99.md') ?? ''
    for (const part of ['# D99 示例', 'Example', '▲ 警告', 'State the \\<n\\>.', '《中华人民共和国预算法》（2018年修正）第三十二条', '已说明的除外。']) {
      expect(page).toContain(part)
    }
  })

  it('a seeded fault › stands on the page of its rule alone, with what changes and where it must be found', () => {
    const fault = {
      rule: 'D99',
      base: 'qinghe-culture-2024',
      replace: [{ find: '培训人数\t≥400人\n', with: '' }, { find: '≤6万元', with: '≥6万元' }],
      expect: { rule: 'D99', severity: 'notice' as const, verdict: 'fail' as const, lines: [12, 34], count: 2 },
      also: [],
    }
    const pages = rulePages({ ...input, rules: [example, { ...example, id: 'D98' }], examples: [{ fault, remark: '少了一行。' }] })
    expect(pages.get('D99.md')).toContain('```diff\n-培训人数\t≥400人\n-≤6万元\n+≥6万元\n```')
    expect(pages.get('D99.md')).toContain('少了一行。')
    expect(pages.get('D99.md')).toContain('D99 ○ 提示 Notice 2 项，第 12、34 行')
    expect(pages.get('D98.md')).not.toContain('```')
  })

  it('a citation of a source that is not in legal.yaml › is refused by name', () => {
    const rules = [{ ...example, basis: [{ source: 'noSuchLaw', article: '' }] }]
    expect(() => rulePages({ ...input, rules })).toThrow('D99 cites “noSuchLaw”')
  })

  it('an id of no known family › is refused, so that no rule is missing from the index', () => {
    expect(() => rulePages({ ...input, rules: [{ ...example, id: 'Z01' }] })).toThrow('Z01')
  })
})

describe('the rules', () => {
  it('every basis › names a source of legal.yaml, and every rule has one', () => {
    const cited = input.rules.flatMap(({ id, basis }) => (basis.length === 0 ? [{ id, source: '(none)' }] : basis.map(({ source }) => ({ id, source }))))
    expect(cited.filter(({ source }) => !input.legal.has(source))).toEqual([])
  })

  it('ids › are unique among rules and derived identities', () => {
    const ids = input.rules.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('ids › match the names of their modules, one rule in each', () => {
    expect(ruleModules.length).toBeGreaterThan(40)
    for (const { name, rules } of ruleModules) {
      expect(rules.map(({ meta }) => meta.id.toLowerCase()), name).toEqual([name.slice(0, name.indexOf('-'))])
    }
  })

  it('allRules › holds the rule of every module, in the order of their ids', () => {
    const ids = (rules: readonly Rule[]): readonly string[] => rules.map(({ meta }) => meta.id)
    expect(ids(allRules)).toEqual([...ids(ruleModules.flatMap(({ rules }) => rules))].sort())
  })

  it('every rule module › has a test file of the same name', () => {
    expect(ruleModules.filter(({ name }) => !existsSync(join(testsDirectory, `${name}.test.ts`))).map(({ name }) => name)).toEqual([])
  })

  it('every statement and advice › is there in both languages and never says 违法 or illegal', () => {
    for (const { id, title, explanation, legitimate } of input.rules) {
      for (const { zh, en } of [title, explanation, legitimate]) {
        expect([zh.trim(), en.trim()], id).not.toContain('')
        expect(`${zh}${en}`, id).not.toMatch(/违法|illegal|unlawful/iu)
      }
    }
  })
})
