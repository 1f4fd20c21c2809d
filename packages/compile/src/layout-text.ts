import type { Ledger } from './ledger/ledger.ts'

/** A layout's text with the department's own year, name, place and level in it. An unknown slot stays as written. */
export function fillLayoutText(text: string, ledger: Pick<Ledger, 'department'>): string {
  const { year, name, region, level } = ledger.department
  const slots: Readonly<Record<string, string>> = {
    year: String(year),
    previousYear: String(year - 1),
    body: name,
    region: region ?? '',
    level: level === 'unit' ? '单位' : '部门',
  }
  return text.replace(/\{([a-zA-Z]+)\}/gu, (slot, key: string) => slots[key] ?? slot)
}
