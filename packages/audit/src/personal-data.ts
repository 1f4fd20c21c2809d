/**
 * Personal data in text: mobile numbers, identity numbers, bank cards, private e-mail, and names behind a handler label.
 *
 * A public document needs none of them (《个人信息保护法》 articles 25 and 34). Office landlines, service numbers, mailboxes
 * under gov.cn, amounts, time stamps, project codes and document numbers are not personal and stay.
 *
 * @module
 */

export type PersonalDataKind = 'mobile' | 'identityNumber' | 'bankCard' | 'email' | 'name'

export interface PersonalData {
  readonly kind: PersonalDataKind
  /** Position of the first character in the text, and of the one after the last. */
  readonly start: number
  readonly end: number
  /** How it may be shown: `138****8000`, `张**`. Never the full value. */
  readonly masked: string
  /** Whether it is a number behind a phone label that has too few or too many digits, or no mobile prefix. */
  readonly damaged: boolean
}

/** Every piece of personal data in `text`, in order and without overlap. */
export function findPersonalData(text: string): readonly PersonalData[] {
  if (!worthALook.test(text)) return []
  const plain = normaliseWidth(text)
  const found: PersonalData[] = []
  const add = (data: PersonalData): void => {
    if (!found.some((other) => data.start < other.end && other.start < data.end)) found.push(data)
  }
  for (const find of [findEmails, findIdentityNumbers, findBankCards, findMobiles, findLabelledNumbers, findLabelledNames])
    find(plain).forEach(add)
  return found.sort((a, b) => a.start - b.start)
}

/** `text` with every piece of personal data, and every one of `names`, shown masked. */
export function maskPersonalData(text: string, names: readonly string[] = []): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end, masked } of findPersonalData(text)) {
    pieces.push(text.slice(done, start), masked)
    done = end
  }
  return maskNames(pieces.join('') + text.slice(done), names)
}

/** The cells of one row with personal data masked. A label and its value may stand in different cells. */
export function maskPersonalDataInCells(cells: readonly string[], names: readonly string[] = []): readonly string[] {
  return maskPersonalData(cells.map((cell) => cell.replaceAll(cellBreak, ' ')).join(cellBreak), names).split(cellBreak)
}

/** The surname and a star for every further character: `张**`. A compound surname (欧阳) stays whole. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim())
  const kept = characters.length > 2 && compoundSurnames.includes(characters.slice(0, 2).join('')) ? 2 : 1
  return characters.map((character, index) => (index < kept ? character : '*')).join('')
}

/** The number with all but its first three and last four digits starred, as long as printed: `138****8000`, `138-****-8000`. */
export function maskDigits(number: string): string {
  const count = number.replace(/[^\dXx]/gu, '').length
  let seen = 0
  return number.replace(/[\dXx]/gu, (digit) => {
    seen += 1
    return seen <= 3 || seen > count - 4 ? digit : '*'
  })
}

/** Nine digits in a row, an at sign, or 经办人： and the like: without one of them no search below can find anything. */
const worthALook = /[\d０-９](?:[ \-－—–]?[\d０-９]){8}|[@＠]|人\s*[:：]/u

const cellBreak = '\t'

const compoundSurnames = ['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '长孙', '宇文', '夏侯']

/** Full-width digits, letters and signs become their ASCII twins, one character for one, so that positions stay. */
function normaliseWidth(text: string): string {
  return text.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[－—–]/gu, '-')
}

function maskNames(text: string, names: readonly string[]): string {
  return names.filter((name) => name.length >= 2).reduce((shown, name) => shown.replaceAll(name, maskName(name)), text)
}

function findEmails(text: string): readonly PersonalData[] {
  return [...text.matchAll(/(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}/gu)]
    .filter((match) => !/\.gov\.cn$/iu.test(match[0]))
    .map((match) => at(match, 'email', match[0].replace(/(?!^)[^@](?=[^@]*@)/gu, '*')))
}

/** A digit string may not be part of a longer number, a code, a file name or an amount. */
const notBefore = '(?<![\\dA-Za-z_/=¥￥]|\\d[.,-])'
const notAfter = '(?![\\dA-Za-z_]|[.,-]\\d|\\s*(?:元|万元|亿元|万|亿))'

const provinces = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])'
/** The few words before a position: a label further away belongs to something else. */
function wordsBefore(text: string, index: number): string {
  return text.slice(Math.max(0, index - 30), index)
}

const identityLabel = /(?:身份证|证件号|公民身份)[^\d]{0,12}$/u

function findIdentityNumbers(text: string): readonly PersonalData[] {
  const long = new RegExp(
    `${notBefore}${provinces}\\d{4}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]${notAfter}`,
    'gu',
  )
  const short = new RegExp(`${notBefore}${provinces}\\d{6}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}${notAfter}`, 'gu')
  // Fifteen digits carry no check digit: without the word before them they may be any code.
  const old = [...text.matchAll(short)].filter((match) => identityLabel.test(wordsBefore(text, match.index)))
  return [...[...text.matchAll(long)].filter((match) => hasIdentityCheckDigit(match[0])), ...old].map((match) =>
    at(match, 'identityNumber', maskDigits(match[0])),
  )
}

/** GB 11643: weights 2^(17−i) mod 11 over the first 17 digits. */
function hasIdentityCheckDigit(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0)
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase()
}

const cardLabel = /(?:银行卡|卡号)[^\d]{0,12}$/u

function findBankCards(text: string): readonly PersonalData[] {
  const pattern = new RegExp(`${notBefore}(?:\\d{16,19}|\\d{4}(?: \\d{4}){3}(?: \\d{1,3})?)${notAfter}`, 'gu')
  return [...text.matchAll(pattern)]
    .filter((match) => {
      const digits = match[0].replaceAll(' ', '')
      const issuer = /^(?:62|9558|4\d|5[1-5])/u.test(digits)
      return hasLuhnCheckDigit(digits) && (issuer || cardLabel.test(wordsBefore(text, match.index)))
    })
    .map((match) => at(match, 'bankCard', maskDigits(match[0])))
}

function hasLuhnCheckDigit(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index)) * (index % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

function findMobiles(text: string): readonly PersonalData[] {
  const pattern = new RegExp(
    `${notBefore}1[3-9]\\d(?:[ -]?\\d{4}[ -]?\\d{4}|[ -]?\\d{3}[ -]?\\d{5}|\\d[ -]\\d{4}[ -]?\\d{3})${notAfter}`,
    'gu',
  )
  // A round number of that length is an amount rather than a subscriber.
  return [...text.matchAll(pattern)].filter((match) => !/0{6}$/u.test(match[0])).map((match) => at(match, 'mobile', maskDigits(match[0])))
}

/** A number that stands where a phone number belongs is one, even when a digit was lost, doubled or misread. */
function findLabelledNumbers(text: string): readonly PersonalData[] {
  const pattern = /(?:联系电话|联系方式|手机号码|手机号|手机|移动电话|电话)\s*[:]?\s*(?<number>1\d(?:[ -]?\d){8,11})(?!\d|[.,-]\d)/gu
  return [...text.matchAll(pattern)].map((match) => {
    const number = match.groups?.['number'] ?? ''
    const end = match.index + match[0].length
    return { kind: 'mobile', start: end - number.length, end, masked: maskDigits(number), damaged: true }
  })
}

const notNames = [
  '负责人',
  '经办人',
  '联系人',
  '填表人',
  '填报人',
  '审核人',
  '复核人',
  '制表人',
  '单位',
  '日期',
  '签字',
  '签章',
  '盖章',
  '联系',
  '电话',
  '姓名',
  '科室',
  '部门',
  '职务',
  '时间',
  '意见',
  '无',
  '暂无',
  '详见',
]

/** Names behind 经办人 and the like. The head of a unit signs by law (单位负责人, 法定代表人) and is not meant. */
function findLabelledNames(text: string): readonly PersonalData[] {
  const pattern =
    /(?:经办人|填表人|填报人|联系人|项目负责人|(?<![单位门务主管关])负责人)\s*:\s*(?<name>\p{Script=Han}{2,4}|\p{Script=Han}{2,6}·\p{Script=Han}{2,8})(?=$|[\s,;。、)]|联系|电话|填报|审核|负责)/gu
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match.groups?.['name'] ?? ''
    if (notNames.some((word) => name.startsWith(word)) || /(?:女士|先生|同志|老师|主任|科长|股长)$/u.test(name)) return []
    const end = match.index + match[0].length
    return [{ kind: 'name' as const, start: end - name.length, end, masked: maskName(name), damaged: false }]
  })
}

function at(match: RegExpExecArray, kind: PersonalDataKind, masked: string): PersonalData {
  return { kind, start: match.index, end: match.index + match[0].length, masked, damaged: false }
}
