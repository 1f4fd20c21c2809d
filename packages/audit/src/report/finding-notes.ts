import type { PdfNote } from '@mingzhang/document'
import { describePlace, type Place } from '@mingzhang/figures'
import type { AuditReport, ReportFinding } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { severityWords } from './html/wording.ts'

/**
 * The notes of an annotated PDF: each finding at each of its places, coloured by its severity.
 *
 * The note at a place names the other sides, so that a contradiction can be followed from either. Findings of one place
 * share one frame. A finding without a page, and residues that rounding explains, stand in the report alone.
 */
export function findingNotes({ document, findings }: AuditReport): readonly PdfNote[] {
  const marks = new Map<string, { readonly place: Place; readonly findings: ReportFinding[] }>()
  for (const finding of findings) {
    if (finding.verdict === 'withinRounding') continue
    // A place in another document is not in this one's pages.
    for (const place of finding.places.filter((one) => one.page !== undefined && one.document === document.name)) {
      const key = JSON.stringify([place.page, place.box ?? null])
      const mark = marks.get(key)
      if (mark === undefined) marks.set(key, { place, findings: [finding] })
      else if (!mark.findings.includes(finding)) mark.findings.push(finding)
    }
  }
  return [...marks.values()].map(({ place, findings: here }) => ({
    page: place.page ?? 0,
    ...(place.box === undefined ? {} : { box: place.box }),
    color: colors[gravest(here)],
    text: here.map((finding) => noteText(finding, place)).join('\n\n'),
  }))
}

/** Dark enough to be seen on white and on a grey scan, and apart from each other in print. */
const colors: Readonly<Record<Severity, readonly [number, number, number]>> = {
  error: [200, 16, 32],
  warning: [214, 120, 0],
  notice: [40, 100, 180],
}

function gravest(findings: readonly ReportFinding[]): Severity {
  return (['error', 'warning'] as const).find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'notice'
}

function noteText({ id, title, severity, statement, places, legitimate }: ReportFinding, here: Place): string {
  const others = places.filter((place) => place !== here).map((place) => (place.document === here.document ? describePlace(place) : `“${place.document}” ${describePlace(place)}`))
  const listed = others.slice(0, 6).join('；')
  return [
    `${severityWords[severity].zh} ${id} ${title.zh}`,
    statement.zh,
    ...(others.length === 0 ? [] : [`另见：${listed}${others.length > 6 ? ` 等 ${others.length} 处` : ''}`]),
    ...(legitimate.zh === '' ? [] : [`可以成立的情形：${legitimate.zh}`]),
  ].join('\n')
}
