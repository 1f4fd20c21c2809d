/** Whether two documents are of one body, by the names that they print. */
import { normaliseLabel } from '@mingzhang/vocabulary'

/** The name without what marks the whole or the own office: 清河县文化和旅游局（本级）, 清河县文化和旅游局（汇总）, 局机关. */
export function bodyKey(name: string): string {
  const plain = normaliseLabel(name).replace(/\s/gu, '')
  return plain.replace(/[(（](?:本级|机关|机关本级|局机关|委机关|厅机关|办机关|汇总|部门汇总|部门|单位)[)）]$|(?:机关)?本级$|机关$|(?:部门)?汇总$/u, '')
}

/** Whether the name of a row is that of the department's own office without a name of its own: 本级, 局机关, 机关本级. */
export function isOwnOffice(name: string): boolean {
  return /^(?:本|[局委厅办院部])?(?:机关|本级|机关本级|部门本级|单位本级)$/u.test(normaliseLabel(name))
}

/**
 * Whether both names are one body's: the same, or one is the other without the place before it (县文化和旅游局). What goes
 * on behind a name is another body: 清河县教育局招生考试中心.
 */
export function isSameBody(a: string, b: string): boolean {
  const [longer, shorter] = [bodyKey(a), bodyKey(b)].sort((one, two) => two.length - one.length)
  if (longer === undefined || shorter === undefined || shorter.length < 3) return longer === shorter
  if (!longer.endsWith(shorter)) return false
  // 县文化和旅游局 leaves out the county's name, 文化和旅游局 all of the place.
  return longer === shorter || /^[省市县区州盟旗镇乡]/u.test(shorter) || placeEnd.test(longer.slice(0, -shorter.length))
}

const placeEnd = /(?:[省市县区州盟旗镇乡]|人民政府|街道|中共|中国共产党)$/u
