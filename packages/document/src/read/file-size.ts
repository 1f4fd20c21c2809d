import type { Problem } from '@mingzhang/figures'
import { defaultReadLimits, type ReadLimits } from './read-limits.ts'

/**
 * The problem of a file that is too large to be read, `undefined` when its size is within the limit.
 *
 * Needs the size alone, so that a caller can ask before it loads anything.
 */
export function fileSizeProblem(size: number, name: string, limits: ReadLimits = defaultReadLimits): Problem | undefined {
  if (size <= limits.bytes) return undefined
  return {
    code: 'document.file.tooLarge',
    place: { document: name },
    detail: `文件有 ${megabytes(size)} MB，超过 ${megabytes(limits.bytes)} MB 的上限，没有读取。`,
    remedy: '请确认选对了文件；如果确是合订本，请按部门拆开后分别审核。',
  }
}

/** Whole megabytes, rounded up so that a file just over the limit does not read as the limit itself. */
function megabytes(size: number): string {
  return String(Math.ceil(size / (1024 * 1024)))
}
