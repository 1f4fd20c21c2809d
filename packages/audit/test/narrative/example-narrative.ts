/** A small vocabulary, and narratives of invented departments of 清河县 as documents. */
import type { DocumentTree } from '@mingzhang/document'
import type { Region } from '@mingzhang/figures'
import { type ClassificationEntry, normaliseLabel, type SectionKind, type Vocabulary, type Word } from '@mingzhang/vocabulary'
import type { Mention } from '../../src/index.ts'
import { type Narrative, recogniseNarrative } from '../../src/narrative/recognise-narrative.ts'

export const body = '清河县文化馆'

function word(text: string, region: Region, role?: Word['role']): Word {
  return { text: normaliseLabel(text), uses: ['prose'], region, ...(role === undefined ? {} : { role }) }
}

const words: readonly Word[] = [
  word('财政拨款', { fund: 'fiscal' }),
  word('一般公共预算', { fund: 'fiscal/generalPublic' }),
  word('一般公共预算拨款', { fund: 'fiscal/generalPublic' }),
  word('一般公共预算拨款收入', { fund: 'fiscal/generalPublic' }),
  word('政府性基金预算', { fund: 'fiscal/governmentFund' }),
  word('政府性基金预算拨款收入', { fund: 'fiscal/governmentFund' }),
  word('单位资金', { fund: 'unitFunds' }),
  word('本年收入', { period: 'current' }),
  word('当年拨款', { period: 'current' }),
  word('当年拨款收入', { period: 'current' }),
  word('本年预算安排', { period: 'current' }),
  word('上年结转', { period: 'carriedIn' }),
  word('预算收入总计', {}, 'total'),
  word('预算支出总计', {}, 'total'),
  word('收支总预算', {}, 'total'),
  word('年终结转', { use: 'carriedOut' }),
  word('预算收入', {}, 'revenue'),
  word('收入', {}, 'revenue'),
  word('支出预算', { use: 'spent' }, 'expenditure'),
  word('支出', { use: 'spent' }, 'expenditure'),
  word('基本支出', { kind: 'basic', use: 'spent' }),
  word('项目支出', { kind: 'project', use: 'spent' }),
  word('人员经费', { kind: 'basic/personnel', use: 'spent' }),
  word('公用经费', { kind: 'basic/operating', use: 'spent' }),
  word('“三公”经费', { fund: 'fiscal', threePublic: 'all', use: 'spent' }),
  word('因公出国（境）费', { fund: 'fiscal', threePublic: 'all/abroad', use: 'spent' }),
  word('公务接待费', { fund: 'fiscal', threePublic: 'all/reception', use: 'spent' }),
  word('公务用车购置及运行费', { fund: 'fiscal', threePublic: 'all/vehicle', use: 'spent' }),
  word('公务用车购置费', { fund: 'fiscal', threePublic: 'all/vehicle/purchase', use: 'spent' }),
  word('公务用车运行维护费', { fund: 'fiscal', threePublic: 'all/vehicle/running', use: 'spent' }),
  word('机关运行经费', { fund: 'fiscal', agencyOperating: 'all', use: 'spent' }),
  word('政府采购预算', { procurement: 'all', use: 'spent' }),
  word('政府采购货物预算', { procurement: 'all/goods', use: 'spent' }),
]

function kind(id: string, all: readonly string[], region: Region = {}, none: readonly string[] = []): SectionKind {
  return { id, name: id, title: { all, any: [], none }, region }
}

const sectionKinds: readonly SectionKind[] = [
  kind('duties', ['职责']),
  kind('budgetChange', ['收支', '变动']),
  kind('revenueBudget', ['收入预算']),
  kind('expenditureBudget', ['支出预算'], { use: 'spent' }),
  kind('fiscalAppropriation', ['财政拨款', '收支'], { fund: 'fiscal' }),
  kind('generalPublicExpenditure', ['一般公共预算', '支出'], { fund: 'fiscal/generalPublic', period: 'current' }, ['基本支出']),
  kind('basicExpenditure', ['基本支出'], { use: 'spent', fund: 'fiscal/generalPublic', period: 'current', kind: 'basic' }),
  kind('threePublic', ['三公'], { use: 'spent', fund: 'fiscal', threePublic: 'all' }),
  kind('agencyOperating', ['机关运行经费'], { use: 'spent', fund: 'fiscal', agencyOperating: 'all' }),
  kind('procurement', ['政府采购'], { use: 'spent', procurement: 'all' }),
  kind('performance', ['绩效']),
  kind('assets', ['国有资产']),
  kind('serviceCatalogue', ['购买服务']),
  kind('glossary', ['名词解释']),
]

function entry(scheme: ClassificationEntry['scheme'], node: string, name: string): ClassificationEntry {
  const code = node.split('/').at(-1) ?? ''
  return { scheme, code, name, node, years: { from: 2018, to: 2099 }, fund: 'fiscal', provenance: { source: 'example', documents: 1 } }
}

const entries: readonly ClassificationEntry[] = [
  entry('function', '207', '文化旅游体育与传媒支出'),
  entry('function', '207/20701', '文化和旅游'),
  entry('function', '207/20701/2070101', '行政运行'),
  entry('function', '207/20701/2070109', '群众文化'),
  entry('function', '208', '社会保障和就业支出'),
  entry('function', '208/20801', '人力资源和社会保障管理事务'),
  entry('function', '208/20801/2080101', '行政运行'),
  entry('function', '221', '住房保障支出'),
  entry('function', '221/22102/2210201', '住房公积金'),
  entry('economic', '301/30113', '住房公积金'),
  entry('economic', '302/30215', '会议费'),
]

export const vocabulary: Vocabulary = {
  words,
  tableKinds: [],
  sectionKinds,
  classification: {
    lookup: (scheme, code) => entries.filter((known) => known.scheme === scheme && known.code === code),
    byName: (scheme, name, level) => {
      const named = entries.filter((known) => known.scheme === scheme && known.name === name)
      return level === undefined ? named : named.filter((known) => known.code.length === 1 + 2 * level)
    },
  },
  legal: new Map(),
  profiles: [],
}

/** A document of these lines; a line with tabs is a grid of one row. */
export function documentOf(lines: readonly string[]): DocumentTree {
  return {
    name: 'example.txt',
    format: 'text',
    blocks: lines.map((text, index) => {
      const place = { document: 'example.txt', line: index + 1 }
      if (!text.includes('\t')) return { kind: 'paragraph', text, place }
      return { kind: 'grid', rows: [{ cells: text.split('\t').map((cell) => ({ text: cell, place })), place }], place }
    }),
  }
}

export interface ReadOptions {
  readonly year?: number | undefined
  readonly body?: string
  readonly consumed?: readonly number[]
  readonly kind?: 'budget' | 'final' | 'performance'
  readonly subjects?: readonly string[]
}

export function readNarrative(lines: readonly string[], options: ReadOptions = {}): Narrative {
  return recogniseNarrative(documentOf(lines), {
    vocabulary,
    year: 'year' in options ? options.year : 2024,
    body: options.body ?? body,
    kind: options.kind,
    subjects: new Set(options.subjects ?? []),
    consumed: new Set(options.consumed ?? []),
  })
}

/** The mentions that are amounts, percentages or counts, without years and numbering. */
export function valuesOf(narrative: Narrative): readonly Mention[] {
  return narrative.mentions.filter((mention) => mention.role !== 'other')
}

/** The one mention with this print. */
export function mentionOf(narrative: Narrative, text: string, occurrence = 1): Mention {
  const found = narrative.mentions.filter((mention) => mention.text === text)[occurrence - 1]
  if (found === undefined) throw new Error(`no mention “${text}” (${String(occurrence)})`)
  return found
}
