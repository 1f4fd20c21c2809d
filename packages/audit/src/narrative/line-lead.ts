/**
 * The title at the start of a line (1.公务接待费。…, 教育支出（类）普通教育（款）小学教育（项）。…, 某项目绩效自评综述：…): what the
 * bare words behind it (年初预算为, 2024年预算数, 执行数) speak of.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'
import { type LabelContext, type Lexicon, nothingRead, type Reading } from './prose-lexicon.ts'
import type { SectionLine } from './sections.ts'

/** Reads the line's title; `undefined` when it has none or not every word of it is understood. */
export function leadReading(line: SectionLine, lexicon: Lexicon, context: LabelContext): Reading | undefined {
  const text = line.plain.slice(line.numbering?.length ?? 0)
  const project = projectTitle(text)
  if (project !== undefined) return { ...nothingRead, region: { use: 'spent', kind: 'project', project }, topic: true }
  const lead = /^([^。:,;]{2,24})[。:]/u.exec(text)?.[1] ?? /^["“]?([^。:,;]{2,110}\([类款项]\)["”]?(?:科目)?)(?:\d+|[。:,;]|$)/u.exec(text)?.[1]
  const reading = lead === undefined ? undefined : lexicon.read(lead, context)
  return reading?.topic === true && reading.unread === '' && reading.contradiction === undefined ? reading : undefined
}

/** The project whose self-evaluation the line sums up. A name with a stroke cannot be told from a path and is left out. */
function projectTitle(text: string): string | undefined {
  const title = /^["“]?(.{2,80}?)["”]?(?:项目)?(?:支出)?绩效(?:自评|评价)(?:综述|情况|结果|报告|说明)*[:：]/u.exec(text)?.[1]
  if (title === undefined || /[。,;]|整体|^(?:部门|单位|上述|以上|各|一级)/u.test(title) || title.includes('/')) return undefined
  return normaliseLabel(title)
}
