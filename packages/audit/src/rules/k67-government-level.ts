/** The level of government that a body belongs to, as its name says. */
import { normaliseLabel } from '@mingzhang/vocabulary'

/** From the top: 中央, 省（自治区、直辖市）, 市（州、盟）, 县（区、旗）, 乡镇（街道）. */
export const governmentLevels = ['central', 'province', 'city', 'county', 'township'] as const

export type GovernmentLevel = (typeof governmentLevels)[number]

/** The highest and lowest level that the name allows: 某某市某局 can be a prefecture's or a county-level city's. */
export interface LevelRange {
  readonly highest: GovernmentLevel
  readonly lowest: GovernmentLevel
}

const municipalities = /^(?:北京|上海|天津|重庆)市/u

/** Place-name endings, lowest level first. Each excludes words that merely begin or end with the same character (市场, 城乡, 社区). */
const endings: readonly (readonly [RegExp, LevelRange])[] = [
  [/(?<![城村乡])镇|(?<!城)乡(?![村镇])|街道/u, { highest: 'township', lowest: 'township' }],
  [/县(?!域)|(?<![治地社园小辖景库校厂片发])区(?![域划块])|(?<!红|彩|国)旗(?!帜)/u, { highest: 'county', lowest: 'county' }],
  [/自治州|(?<![城超都])市(?!场|政(?!府)|容|民|域)|盟(?!员)|地区/u, { highest: 'city', lowest: 'county' }],
  [/省(?!级|直)|自治区/u, { highest: 'province', lowest: 'province' }],
]

/** The level that the body's name says; `undefined` when its name holds no place name. */
export function levelOfBody(name: string): LevelRange | undefined {
  const plain = normaliseLabel(name)
  const isMunicipality = municipalities.test(plain)
  for (const [ending, range] of endings) {
    if (!ending.test(plain.slice(1, 16))) continue
    if (range.highest !== 'city') return range
    return isMunicipality ? { highest: 'province', lowest: 'province' } : range
  }
  return undefined
}

/** The level that a word such as 省直, 市级, 区本级 speaks of; 区直 may mean 自治区直 and is left alone. */
export function levelOfWord(word: string): GovernmentLevel | undefined {
  if (word.startsWith('中央')) return 'central'
  if (/^(?:省|自治区)/u.test(word)) return 'province'
  if (/^(?:市|州|盟)/u.test(word)) return 'city'
  if (/^(?:县|旗)/u.test(word)) return 'county'
  return undefined
}

/** Whether `level` lies above everything that the body's name allows. */
export function isAbove(level: GovernmentLevel, body: LevelRange): boolean {
  return governmentLevels.indexOf(level) < governmentLevels.indexOf(body.highest)
}
