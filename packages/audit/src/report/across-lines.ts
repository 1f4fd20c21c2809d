import type { AuditReport } from '../model/report.ts'
import type { Bilingual } from '../model/rule.ts'

/** How much of the document was compared with an earlier one and with its units', a label and a line each; empty when none was given. */
export function acrossLines({ rules }: AuditReport): readonly { readonly label: Bilingual; readonly text: Bilingual }[] {
  const checkedBy = (id: string): number | undefined => rules.find((rule) => rule.id === id)?.checked
  const [quoted, bases, carried, rows, sums] = ['Y01', 'Y02', 'Y03', 'U01', 'U02'].map(checkedBy)
  return [
    ...quoted === undefined ? [] : [{
      label: { zh: '先前文件', en: 'Earlier file' },
      text: {
        zh: `核对引用的数 ${quoted} 个 · 增减的基数 ${bases ?? 0} 处 · 结转 ${carried ?? 0} 个`,
        en: `${quoted} quoted figures · ${bases ?? 0} bases of changes · ${carried ?? 0} amounts carried over`,
      },
    }],
    ...rows === undefined ? [] : [{
      label: { zh: '单位文件', en: 'Units’ files' },
      text: { zh: `核对单位行 ${rows} 个 · 部门合计 ${sums ?? 0} 个`, en: `${rows} rows of units · ${sums ?? 0} totals` },
    }],
  ]
}

/** What could not be compared with other documents, as sentences. */
export function acrossOpenEnds({ rules }: AuditReport): readonly string[] {
  return rules.filter(({ id }) => /^[YU]\d/u.test(id)).flatMap(({ undetermined }) => undetermined)
}
