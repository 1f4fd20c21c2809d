/**
 * Loading the vocabulary from its data folder: all files read, validated and checked against each other.
 *
 * @module
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { meetRegions, type Problem } from '@mingzhang/figures'
import { classificationOf } from './classification.ts'
import {
  economicMappingSchema, legalSchema, profileSchema, sectionKindsSchema, type SideEntry, type TableKindEntry, tableKindsSchema,
  type WordEntry, wordsSchema,
} from './data-schema.ts'
import { checkLayouts } from './check-layouts.ts'
import { layoutSchema } from './layout-schema.ts'
import { readCodes } from './read-codes.ts'
import { type DataFile, readYaml } from './read-yaml.ts'
import type { Profile, SectionKind, TableKind, TableSide, Vocabulary, Word } from './vocabulary.ts'

/** The vocabulary, or every mistake of its data files at once. */
export type LoadedVocabulary =
  | { readonly ok: true; readonly value: Vocabulary }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the data folder. Never throws for a mistake in the data; each is a problem with file, line and remedy. */
export function loadVocabulary(directory: string): LoadedVocabulary {
  const problems: Problem[] = []
  const words = readYaml(directory, 'words.yaml', 'words', wordsSchema, problems)
  const tableKinds = readYaml(directory, 'table-kinds.yaml', 'table-kinds', tableKindsSchema, problems)
  const sectionKinds = readYaml(directory, 'sections.yaml', 'sections', sectionKindsSchema, problems)
  const legal = readYaml(directory, 'legal.yaml', 'legal', legalSchema, problems)
  const economicMapping = readYaml(directory, 'economic-mapping.yaml', 'economic-mapping', economicMappingSchema, problems)
  const profiles = profileFiles(directory, problems).flatMap((file) => readYaml(directory, file, 'profiles', profileSchema, problems) ?? [])
  const entries = [
    ...readCodes(directory, 'codes/function.csv', 'function', problems),
    ...readCodes(directory, 'codes/economic.csv', 'economic', problems),
    ...readCodes(directory, 'codes/government-economic.csv', 'governmentEconomic', problems),
    ...(existsSync(join(directory, revenueCodes)) ? readCodes(directory, revenueCodes, 'revenueSubject', problems) : []),
  ]
  const layouts = layoutFiles(directory).flatMap((file) => readYaml(directory, file, 'layouts', layoutSchema, problems) ?? [])
  if (words) checkWords(words, problems)
  for (const file of [tableKinds, sectionKinds, legal]) if (file) checkIds(file, problems)
  checkProfiles(profiles, tableKinds, sectionKinds, problems)
  if (words && tableKinds) checkLayouts(layouts, { words: words.value.flatMap(wordsOf), tableKinds: tableKinds.value }, problems)
  const kinds = tableKinds?.value.map((kind, index) => foldTableKind(kind, () => tableKinds.lineOf([index]), problems)) ?? []
  if (!words || !tableKinds || !sectionKinds || !legal || !economicMapping || problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      words: words.value.flatMap(wordsOf),
      tableKinds: kinds,
      sectionKinds: sectionKinds.value.map((kind): SectionKind => ({ ...kind, region: kind.region ?? {} })),
      classification: classificationOf(entries),
      economicMapping: economicMapping.value.flatMap(({ department, ...to }) => department.map((code) => ({ department: code, ...to }))),
      legal: new Map(legal.value.map((source) => [source.id, source])),
      profiles: profiles.map((file) => file.value),
      layouts: layouts.map((file) => file.value),
    },
  }
}

const revenueCodes = 'codes/revenue.csv'

/** The layouts in the order of their names. A place needs none to be audited: a missing folder is no problem. */
function layoutFiles(directory: string): readonly string[] {
  const folder = join(directory, 'layouts')
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort().map((file) => `layouts/${file}`)
}

/** One `Word` per text of the entry. */
function wordsOf(entry: WordEntry): readonly Word[] {
  const { words, uses, region = {}, role } = entry
  return words.map((text) => ({ text, uses, region, ...(role === undefined ? {} : { role }) }))
}

/** The kind with its common region folded into each side. A side that contradicts the common region is a problem. */
function foldTableKind(kind: TableKindEntry, lineOf: () => number, problems: Problem[]): TableKind {
  const common = kind.region ?? {}
  const fold = (side: SideEntry): TableSide => {
    const region = meetRegions(common, side.region ?? {})
    if (region === undefined) {
      problems.push({
        code: 'vocabulary.table-kinds.contradicting-region',
        place: { document: 'table-kinds.yaml', line: lineOf() },
        detail: `表“${kind.name}”一侧的 region 与整表的 region 互相排斥。`,
        remedy: '两处写了同一维度的不同节点时，只留正确的一处。',
      })
    }
    return { region: region ?? common, rows: side.rows, detail: side.detail ?? {} }
  }
  const sides = kind.sides
    ? { revenue: fold(kind.sides.revenue), expenditure: fold(kind.sides.expenditure) }
    : { only: fold({ rows: kind.rows ?? [] }) }
  return { id: kind.id, name: kind.name, title: kind.title, ...kind.heads === undefined ? {} : { heads: kind.heads }, sides }
}

/** One word may mean different things in different uses and roles, but not twice in the same one. */
function checkWords(file: DataFile<readonly WordEntry[]>, problems: Problem[]): void {
  const seen = new Map<string, readonly PropertyKey[]>()
  file.value.forEach((entry, index) => {
    entry.words.forEach((text, position) => {
      const path = [index, 'words', position]
      for (const use of entry.uses) {
        const key = [use, entry.role ?? '', text].join(' ')
        const first = seen.get(key)
        if (first === undefined) seen.set(key, path)
        else problems.push(duplicate(file, 'duplicate-word', `词“${text}”（${use}）`, path, first))
      }
    })
  })
}

function checkIds(file: DataFile<readonly { readonly id: string }[]>, problems: Problem[]): void {
  const seen = new Map<string, readonly PropertyKey[]>()
  file.value.forEach((entry, index) => {
    const path = [index, 'id']
    const first = seen.get(entry.id)
    if (first === undefined) seen.set(entry.id, path)
    else problems.push(duplicate(file, 'duplicate-id', `标识“${entry.id}”`, path, first))
  })
}

type Path = readonly PropertyKey[]

function duplicate(file: DataFile<unknown>, cause: string, what: string, path: Path, first: Path): Problem {
  return {
    code: `vocabulary.${file.topic}.${cause}`,
    place: { document: file.file, line: file.lineOf(path) },
    detail: `${what}已在第 ${file.lineOf(first)} 行写过。`,
    remedy: '删去一处，或把两处合并。',
  }
}

type IdFile = DataFile<readonly { readonly id: string }[]> | undefined

/** Profiles name table kinds and sections; a name that nothing declares would never be found missing. */
function checkProfiles(profiles: readonly DataFile<Profile>[], tableKinds: IdFile, sectionKinds: IdFile, problems: Problem[]): void {
  const check = (profile: DataFile<Profile>, key: 'requiredTables' | 'requiredSections', known: IdFile, what: string): void => {
    if (known === undefined) return
    profile.value[key].forEach((id, index) => {
      if (known.value.some((kind) => kind.id === id)) return
      problems.push({
        code: `vocabulary.profiles.unknown-${key === 'requiredTables' ? 'table-kind' : 'section-kind'}`,
        place: { document: profile.file, line: profile.lineOf([key, index]) },
        detail: `${what}“${id}”没有在 ${known.file} 中声明。`,
        remedy: `改为 ${known.file} 中已有的标识，或在那里补上。`,
      })
    })
  }
  const seen = new Map<string, string>()
  for (const profile of profiles) {
    check(profile, 'requiredTables', tableKinds, '表种类')
    check(profile, 'requiredSections', sectionKinds, '章节种类')
    const first = seen.get(profile.value.id)
    if (first === undefined) seen.set(profile.value.id, profile.file)
    else {
      problems.push({
        code: 'vocabulary.profiles.duplicate-id',
        place: { document: profile.file, line: profile.lineOf(['id']) },
        detail: `标识“${profile.value.id}”已在 ${first} 中用过。`,
        remedy: '每个模板文件用不同的标识。',
      })
    }
  }
}

/** The profile files in the order of their names, so that the same folder always loads the same way. */
function profileFiles(directory: string, problems: Problem[]): readonly string[] {
  try {
    const files = readdirSync(join(directory, 'profiles')).filter((file) => file.endsWith('.yaml')).sort()
    if (files.length > 0) return files.map((file) => `profiles/${file}`)
  } catch {
    // A folder that is not there is reported like an empty one.
  }
  problems.push({
    code: 'vocabulary.profiles.missing',
    place: { document: 'profiles' },
    detail: '没有任何地方公开模板（profiles/*.yaml）。',
    remedy: `在 ${join(directory, 'profiles')} 下至少放一个模板文件，如 national.yaml。`,
  })
  return []
}
