import { clerkParagraphs } from '../clerk-text/clerk-runs.ts'
import type { SectionWriter } from '../section-scope.ts'
import { paragraph } from '../sentence.ts'

/** 政府购买服务指导性目录: the catalogue's lines, or that none was given. */
export const writeServiceCatalogue: SectionWriter = (scope) => {
  const lines = clerkParagraphs(scope, 'serviceCatalogue', 'item')
  return lines.length > 0 ? lines : [paragraph('本次没有填报政府购买服务指导性目录。')]
}
