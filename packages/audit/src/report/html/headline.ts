import type { AuditReport } from '../../model/report.ts'
import type { Bilingual } from '../../model/rule.ts'

/**
 * The result in one plain sentence. It speaks of what was checked only: what was not read is never called right.
 */
export function headlineOf(report: AuditReport): Bilingual {
  const { identities, findings } = report.summary
  const judged = identities.exact + identities.withinRounding + identities.conflict
  if (judged === 0 && findings.error + findings.warning === 0) {
    return { zh: '没有可以核对的数字，不能得出结论', en: 'Nothing could be checked, so nothing can be concluded' }
  }
  if (identities.conflict > 0) {
    const also: Bilingual = findings.error > 0 ? { zh: `；审核发现错误 ${findings.error} 处`, en: `; ${counted(findings.error, 'error')} found` } : { zh: '', en: '' }
    return {
      zh: `部分数字互相矛盾，有 ${identities.conflict} 条勾稽关系不成立${also.zh}`,
      en: `Some figures contradict each other: ${identities.conflict} of the identities ${identities.conflict === 1 ? 'does' : 'do'} not hold${also.en}`,
    }
  }
  if (findings.error > 0) {
    return { zh: `已核对的数字之间没有矛盾，另有 ${findings.error} 处错误`, en: `The figures checked do not contradict each other, but there ${isAre(findings.error)} ${counted(findings.error, 'error')}` }
  }
  if (findings.warning > 0) {
    return {
      zh: `已核对的数字之间没有矛盾，有 ${findings.warning} 处建议核对`,
      en: `The figures checked do not contradict each other; ${counted(findings.warning, 'point')} worth checking`,
    }
  }
  if (hasOpenPoints(report)) return { zh: '已核对的部分没有发现问题，仍有内容未能核对', en: 'No problem in what was checked; some of the document could not be checked' }
  return { zh: '全部核对，没有发现问题', en: 'Everything was checked and no problem was found' }
}

/** Whether anything was left unread, unbound or undecided. */
export function hasOpenPoints(report: AuditReport): boolean {
  const { tables, cells, prose, forms, identities, rules } = report.summary
  return (
    tables.recognised < tables.expected ||
    cells.bound < cells.numeric ||
    prose.bound < prose.figures ||
    forms.joined < forms.found ||
    identities.undetermined > 0 ||
    rules.undetermined > 0 ||
    report.unbound.length > 0 ||
    report.diagnosis.possible === null
  )
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function isAre(count: number): string {
  return count === 1 ? 'is' : 'are'
}
