/**
 * What the data files may hold. Every schema refuses what it does not know, so that a typing mistake is found on load.
 *
 * @module
 */
import { type DimensionId, dimensionIds, type NodePath, type Region } from '@mingzhang/figures'
import { z } from 'zod'
import { describeNodes, isDimensionId, isNodeOf } from './node-path.ts'
import { normaliseLabel } from './normalise-label.ts'

/** The cause and the remedy of a mistake that only we can name; carried by zod's custom issues. */
export interface CustomMistake {
  readonly cause: string
  readonly remedy: string
}

/** A printed word, normalised. Must not be empty. */
const label = z.string().transform((text, context) => {
  const normalised = normaliseLabel(text)
  if (normalised === '') report(context, '这里的词是空的。', { cause: 'empty-text', remedy: '填上印出来的词，或删去这一项。' })
  return normalised
})

export const id = z.string().superRefine((text, context) => {
  if (/^[a-z][A-Za-z0-9]*$/u.test(text)) return
  report(context, `标识“${text}”的写法不对。`, { cause: 'bad-id', remedy: '标识用英文小写字母开头，只含字母和数字，如 revenueSummary。' })
})

export const region = z.unknown().transform((value, context): Region => {
  const nodes: Partial<Record<DimensionId, NodePath>> = {}
  if (value === undefined || value === null) return nodes
  if (typeof value !== 'object' || Array.isArray(value)) {
    report(context, 'region 应当是“维度: 节点”的键值表。', { cause: 'wrong-type', remedy: '写成 { fund: fiscal/generalPublic, period: current } 的样子。' })
    return nodes
  }
  for (const [dimension, given] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (!isDimensionId(dimension)) {
      report(context, `没有“${dimension}”这个维度。`, { cause: 'unknown-dimension', remedy: `可用的维度：${dimensionIds.join('、')}。` }, [dimension])
      continue
    }
    const node = typeof given === 'number' ? String(given) : given
    if (typeof node === 'string' && isNodeOf(dimension, node)) nodes[dimension] = node
    else {
      const remedy = `可用的节点：${describeNodes(dimension)}。`
      report(context, `维度 ${dimension} 没有节点“${String(node)}”。`, { cause: 'bad-node', remedy }, [dimension])
    }
  }
  return nodes
})

const title = entry({ all: z.array(label).default([]), any: z.array(label).default([]), none: z.array(label).default([]) }).superRefine(
  (words, context) => {
    if (words.all.length > 0 || words.any.length > 0) return
    report(context, '标题条件没有任何词，会认领所有标题。', { cause: 'empty-title', remedy: '在 all 或 any 里至少写一个词。' })
  },
)

const side = entry({ region: region.optional(), rows: z.array(z.enum(dimensionIds)), detail: region.optional() })

export const years = entry({ from: z.int(), to: z.int() }).superRefine((range, context) => {
  if (range.from <= range.to) return
  report(context, `年度范围颠倒：从 ${range.from} 到 ${range.to}。`, { cause: 'years-reversed', remedy: '把较早的年度写在 from，较晚的写在 to。' })
})

export const wordsSchema = z.array(
  entry({
    words: z.array(label).min(1),
    uses: z.array(z.enum(['title', 'column', 'row', 'prose'])).min(1),
    region: region.optional(),
    role: z.enum(['total', 'code', 'name', 'label', 'ordinal', 'revenue', 'expenditure', 'part']).optional(),
  }),
)

/** One entry of words.yaml: several texts with one meaning. */
export type WordEntry = z.output<typeof wordsSchema>[number]

export const tableKindsSchema = z.array(
  entry({
    id,
    name: z.string(),
    title,
    heads: z.array(label).min(1).optional(),
    region: region.optional(),
    rows: z.array(z.enum(dimensionIds)).optional(),
    sides: entry({ revenue: side, expenditure: side }).optional(),
  }).superRefine((kind, context) => {
    if ((kind.rows === undefined) !== (kind.sides === undefined)) return
    const detail = kind.rows === undefined ? '既没有 rows 也没有 sides。' : 'rows 和 sides 不能同时写。'
    report(context, detail, { cause: 'rows-or-sides', remedy: '单栏的表写 rows；收入、支出并列的表写 sides，不写 rows。' })
  }),
)

export type SideEntry = z.output<typeof side>
export type TableKindEntry = z.output<typeof tableKindsSchema>[number]

export const sectionKindsSchema = z.array(entry({ id, name: z.string(), title, region: region.optional() }))

export const legalSchema = z.array(
  entry({ id, title: z.string().min(1), number: z.string().min(1), standing: z.enum(['verified', 'practice']) }),
)

export const profileSchema = entry({
  id,
  name: z.string().min(1),
  document: z.enum(['budget', 'final']).optional(),
  years,
  rounding: z.enum(['half-up', 'truncate']),
  requiredTables: z.array(z.string()),
  requiredSections: z.array(z.string()),
  requiredStatements: z.array(entry({ id, name: z.string().min(1), anyOf: z.array(label).min(1) })),
  formTitles: z.array(label),
})

const economicCode = z.union([z.string(), z.int()]).transform((code, context) => {
  const text = String(code)
  if (!/^\d{3}(?:\d{2})?$/u.test(text)) {
    report(context, `经济分类编码“${text}”应为 3 位或 5 位数字。`, { cause: 'bad-code', remedy: '类写 3 位，款写 5 位。' })
  }
  return text
})

export const economicMappingSchema = z.array(
  entry({ department: z.array(economicCode).min(1), administrative: economicCode, institution: economicCode }),
)

/** A map that refuses keys it does not know, and names the ones it does. */
export function entry<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const allowed = `可用的键：${Object.keys(shape).join('、')}。`
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? allowed : undefined) })
}

function report(context: z.core.$RefinementCtx, message: string, mistake: CustomMistake, path: readonly string[] = []): void {
  context.addIssue({ code: 'custom', message, path: [...path], params: { ...mistake } })
}
