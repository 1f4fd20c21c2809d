import { clerkParagraphs } from '../clerk-text/clerk-runs.ts'
import { textPlace } from '../clerk-text/text-place.ts'
import type { SectionWriter } from '../section-scope.ts'

/** 部门职责: the department's own text, which nothing else can stand for. */
export const writeDuties: SectionWriter = (scope) => {
  const paragraphs = clerkParagraphs(scope, 'duties')
  if (paragraphs.length > 0) return paragraphs
  scope.report({
    code: 'compile.narrative.missing',
    place: textPlace('duties'),
    detail: `没有填写${scope.body}职责。`,
    remedy: '请在“文字说明”表的“部门职责”一项照“三定”规定填写主要职责。',
  })
  return []
}
