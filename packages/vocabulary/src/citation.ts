import type { LegalSource } from './vocabulary.ts'

/**
 * The citation as it stands in a report: `《中华人民共和国预算法》（2018年修正）第十四条`.
 *
 * `article` is written as the source prints it (第十四条, 附件2); empty cites the whole source.
 */
export function citation(source: LegalSource, article = ''): string {
  return `${source.title}（${source.number}）${article}`
}
