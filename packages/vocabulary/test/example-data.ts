import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Problem } from '@mingzhang/figures'
import { loadVocabulary } from '../src/index.ts'

const csvHead = 'code,name,from,to,fund,source,documents'

/** A small sound data folder; a test replaces the file that it is about. */
const soundFiles: Readonly<Record<string, string>> = {
  'words.yaml':
    '- { words: [合计, 总计], uses: [row, column], region: {}, role: total }\n' +
    '- { words: [基本支出], uses: [column], region: { kind: basic, use: spent } }\n',
  'table-kinds.yaml':
    '- { id: expenditureSummary, name: 预算支出总表, title: { all: [支出], any: [总表] }, region: { use: spent }, rows: [function] }\n',
  'sections.yaml': '- { id: threePublic, name: “三公”经费, title: { all: [“三公”] }, region: { threePublic: all } }\n',
  'legal.yaml': '- { id: budgetLaw, title: 《预算法》, number: 2018年修正, standing: verified }\n',
  'economic-mapping.yaml': '- { department: [30101, 30102], administrative: 50101, institution: 50501 }\n',
  'profiles/qinghe.yaml': [
    'id: qinghe', 'name: 清河县', 'years: { from: 2022, to: 2024 }', 'rounding: half-up', 'requiredTables: [expenditureSummary]',
    'requiredSections: [threePublic]', 'requiredStatements: []', 'formTitles: [项目支出绩效目标申报表]', '',
  ].join('\n'),
  'codes/function.csv': `${csvHead}\n208,社会保障和就业支出,2018,,fiscal/generalPublic,official-list,0\n`,
  'codes/economic.csv': `${csvHead}\n301,工资福利支出,2018,,fiscal,observed,3\n`,
  'codes/government-economic.csv': `${csvHead}\n501,机关工资福利支出,2018,,fiscal,observed,3\n`,
}

/** Writes the sound folder with `changes` in place of its files; `undefined` leaves a file out. */
export function dataFolder(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'vocabulary-'))
  for (const [file, text] of Object.entries({ ...soundFiles, ...changes })) {
    if (text === undefined) continue
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    writeFileSync(join(directory, file), text)
  }
  return directory
}

/** The problems of the sound folder with `changes`; fails when it loads. */
export function problemsOf(changes: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const loaded = loadVocabulary(dataFolder(changes))
  if (loaded.ok) throw new Error('the folder loaded without a problem')
  return loaded.problems
}

/** A CSV file with the usual head. */
export function codes(...lines: readonly string[]): string {
  return [csvHead, ...lines, ''].join('\n')
}
