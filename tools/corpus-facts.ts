/**
 * Holds what recognition reads about a document (body, year, kind, level) against what a reader of its pages found:
 * `corpus/outside/facts.yaml`.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const factsSchema = z.record(
  z.string(),
  z.strictObject({
    body: z.string().nullable(),
    year: z.int().nullable(),
    kind: z.enum(['budget', 'final', 'performance']).nullable(),
    level: z.enum(['department', 'unit']).nullable(),
  }),
)

/** What the documents say about themselves, by file name. `null`: the document does not say it. */
export type FactsTruth = z.infer<typeof factsSchema>

/** What was read; a missing value is `undefined` or `null`, as in `DocumentFacts` and in the report's `document`. */
export interface ReadFacts {
  readonly body: Readable<string>
  readonly year: Readable<number>
  readonly kind: Readable<string>
  readonly level: Readable<string>
}
type Readable<Value> = Value | { readonly value: Value } | null | undefined

/** The truth file's content. Throws when it does not have the agreed form: it is part of the repository. */
export function readFactsTruth(path = new URL('../corpus/outside/facts.yaml', import.meta.url)): FactsTruth {
  return factsSchema.parse(parse(readFileSync(path, 'utf8')))
}

/** One line in Chinese for each fact of the file `name` that was read otherwise; empty when all are right or the file is not listed. */
export function checkFacts(name: string, facts: ReadFacts, truth: FactsTruth = readFactsTruth()): readonly string[] {
  const expected = truth[name]
  if (expected === undefined) return []
  const names = { body: '公开主体', year: '年度', kind: '种类', level: '级次' } as const
  return (['body', 'year', 'kind', 'level'] as const).flatMap((key) => {
    const found = plain<string | number>(facts[key])
    return found === expected[key] ? [] : [`${names[key]}：应为 ${shown(expected[key])}，读出 ${shown(found)}`]
  })
}

function plain<Value>(fact: Readable<Value>): Value | null {
  if (fact === null || fact === undefined) return null
  return typeof fact === 'object' && 'value' in fact ? fact.value : fact
}

const shown = (value: string | number | null): string => (value === null ? '（无）' : String(value))
