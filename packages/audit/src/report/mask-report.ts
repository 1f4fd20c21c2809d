import { maskPersonalData } from '../personal-data.ts'

/** Keys whose texts are the product's own: ids, links between parts of the report, words of the contract. */
const ownKeys = new Set(['schema', 'version', 'id', 'rule', 'severity', 'verdict', 'kind', 'state', 'figure', 'figures', 'identities', 'joinedBy', 'outcome', 'basis', 'blocks'])

/**
 * The report with personal data masked in every text that comes from the document, wherever it stands: statements,
 * places, titles, project names, regions. The blocks are masked where they are made, cell beside cell.
 */
export function maskReport<Report>(report: Report, names: readonly string[]): Report {
  const suspicious = new RegExp(['\\d[\\d\\s-]{6,}', '@', '联系电话|手机|身份证|银行卡|负责人|经办人|联系人', ...names.map(escapePattern)].join('|'), 'u')
  const known = new Map<string, string>()
  const maskText = (text: string): string => {
    if (!suspicious.test(text)) return text
    const cached = known.get(text)
    if (cached !== undefined) return cached
    const masked = maskPersonalData(text, names)
    known.set(text, masked)
    return masked
  }
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return maskText(value)
    if (Array.isArray(value)) return value.map(walk)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, ownKeys.has(key) ? part : walk(part)]))
  }
  return walk(report) as Report
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
