/**
 * What a layout file may hold.
 *
 * @module
 */
import { z } from 'zod'
import { entry, id, region, years } from './data-schema.ts'
import { type LayoutColumn, type LayoutRow, layoutRowSets, layoutSectionIds } from './layout.ts'

const text = z.string().min(1)

/** A column without a width of its own. */
const usualWidth = 14

const section = entry({ id: z.enum(layoutSectionIds), heading: text })

const column: z.ZodType<LayoutColumn> = z.lazy(() =>
  entry({ label: text, width: z.int().min(1).default(usualWidth), region: region.optional(), columns: z.array(column).default([]) })
    .transform((given) => ({ ...given, region: given.region })),
)

const row: z.ZodType<LayoutRow> = z.lazy(() =>
  entry({
    label: text.optional(),
    each: z.enum(layoutRowSets).optional(),
    region: region.optional(),
    total: z.boolean().default(false),
    rows: z.array(row).default([]),
  }).transform((given, context): LayoutRow => {
    if (given.each !== undefined && given.label === undefined) return { each: given.each, rows: given.rows }
    if (given.label === undefined || given.each !== undefined) {
      const message = given.label === undefined ? '既没有 label 也没有 each。' : 'label 和 each 不能同时写。'
      context.addIssue({ code: 'custom', message, path: [], params: { cause: 'label-or-each', remedy: '固定的行写 label，按数据逐行列出的写 each。' } })
    }
    return { label: given.label ?? '', region: given.region, total: given.total, rows: given.rows }
  }),
)

const rows = z.array(row).min(1).optional()

const band = entry({ only: rows, revenue: rows, expenditure: rows }).transform((given, context) => {
  const isTwoSided = given.revenue !== undefined || given.expenditure !== undefined
  if ((given.only !== undefined) === isTwoSided) {
    const remedy = '单栏的表写 only；收入、支出并列的表写 revenue 和 expenditure。'
    context.addIssue({ code: 'custom', message: '行组的写法不对。', path: [], params: { cause: 'band-sides', remedy } })
  }
  return {
    ...(given.only === undefined ? {} : { only: given.only }),
    ...(given.revenue === undefined ? {} : { revenue: given.revenue }),
    ...(given.expenditure === undefined ? {} : { expenditure: given.expenditure }),
  }
})

const table = entry({
  kind: id,
  title: text,
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  numbered: z.boolean().default(false),
  columns: z.array(column).min(1),
  bands: z.array(band).min(1),
})

export const layoutSchema = entry({
  id,
  name: text,
  years,
  title: text,
  tableCaption: text,
  emptyNote: text,
  formTitle: text,
  formSubtitle: text,
  reasonThresholds: entry({ threePublic: z.int().min(0), others: z.int().min(0) }),
  parts: z.array(entry({ heading: text, content: z.enum(['tables', 'sections', 'glossary']), sections: z.array(section).default([]) })).min(1),
  tables: z.array(table).min(1),
})
