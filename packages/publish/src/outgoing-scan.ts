/**
 * The last look at a file before it leaves: personal data in its text, its properties and its hidden places, and anything
 * hidden at all. Public files carry none (《个人信息保护法》 articles 25 and 34).
 *
 * @module
 */
import { findPersonalData, type PersonalDataKind } from '@mingzhang/audit'
import type { Problem } from '@mingzhang/figures'
import { strFromU8, unzipSync } from 'fflate'

export interface OutgoingFile {
  readonly path: string
  readonly content: Uint8Array
}

/** The people whose data the ledger holds for internal use; none of it may stand in a public file. */
export interface PeopleInLedger {
  readonly names: readonly string[]
  readonly phones: readonly string[]
}

/** What keeps a file from being published. Empty for a clean file. */
export function scanOutgoing(file: OutgoingFile, people: PeopleInLedger): readonly Problem[] {
  const parts = textParts(file)
  return parts.flatMap((part) => [...personalData(file.path, part, people), ...hiddenThings(file.path, part)])
}

/** The same for a file's text as its reader gives it: what stands on the pages of a PDF. */
export function scanText(path: string, text: string, people: PeopleInLedger): readonly Problem[] {
  return personalData(path, { name: '正文', text, markup: '' }, people)
}

/** A piece of a file's text, and which part of the file it is from. */
interface TextPart {
  readonly name: string
  readonly text: string
  /** The markup, where hidden things would show. */
  readonly markup: string
}

function textParts(file: OutgoingFile): readonly TextPart[] {
  const { path, content } = file
  if (/\.(?:docx|xlsx)$/u.test(path)) {
    return Object.entries(unzipSync(content)).filter(([name]) => /\.(?:xml|rels)$/u.test(name)).map(([name, bytes]) => markupPart(name, strFromU8(bytes)))
  }
  if (path.endsWith('.html')) return [markupPart(path, strFromU8(content))]
  if (path.endsWith('.pdf')) return [{ name: path, text: readableStrings(content), markup: '' }]
  if (path.endsWith('.json')) return [{ name: path, text: jsonStrings(strFromU8(content)), markup: '' }]
  const text = strFromU8(content)
  return [{ name: path, text, markup: '' }]
}

/** The text between tags and in comments; numbers in attributes are widths, ids and amounts in fen. */
function markupPart(name: string, markup: string): TextPart {
  const text = markup
    .replace(/<style[\s\S]*?<\/style>/gu, ' ')
    .replace(/<script(?![^>]*json)[\s\S]*?<\/script>/gu, ' ')
    // Values in a workbook are numbers, not text.
    .replace(/<v>[^<]*<\/v>/gu, ' ')
    .replace(/<!--|-->/gu, ' ')
    .replace(/<[^>]*>/gu, '\n')
  return { name, text, markup }
}

/** Every string of a JSON text; its numbers are amounts. */
function jsonStrings(text: string): string {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"/gu)].map(([string]) => string.slice(1, -1)).join('\n')
}

/** The uncompressed text of a PDF: its properties. The page text is scanned through its reader. */
function readableStrings(content: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: false }).decode(content)
  const metadata = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/u.exec(text)?.[0] ?? ''
  return metadata.replace(/<[^>]*>/gu, '\n')
}

const kindWords: Readonly<Record<PersonalDataKind, string>> = { mobile: '手机号码', identityNumber: '身份证号码', bankCard: '银行卡号', email: '电子邮箱', name: '姓名' }

function personalData(path: string, part: TextPart, people: PeopleInLedger): readonly Problem[] {
  const found = part.text.split('\n').flatMap((line) => findPersonalData(line)).map(({ kind, masked }) => `${kindWords[kind]} ${masked}`)
  const digits = part.text.replace(/[\s-]/gu, '')
  const phones = people.phones.filter((phone) => phone.length >= 7 && digits.includes(phone.replace(/[\s-]/gu, ''))).map(() => '台账中的联系电话')
  const names = people.names.filter((name) => standsIn(name, part.text)).map(() => '台账中的负责人或经办人姓名')
  return [...new Set([...found, ...phones, ...names])].map((what) => ({
    code: 'publish.outgoing.personal-data',
    place: { document: path },
    detail: `公开文件“${path}”（${part.name}）里有${what}，没有发布。`,
    remedy: '请从台账的文字说明、项目名称或绩效目标的公开内容中删去；需要留办公电话的，填在“部门信息”的办公电话一栏。',
  }))
}

/**
 * A name of three characters or more is found anywhere; a shorter one can be part of another word and counts when it stands
 * alone. An office in the place of a person (人事股) is no name.
 */
function standsIn(name: string, text: string): boolean {
  if (name.length < 2) return false
  const isPerson = /^[\p{Script=Han}·]{3,}$/u.test(name) && !/[股科室处局部站所队办组]$|中心$/u.test(name)
  return isPerson ? text.includes(name) : text.split('\n').some((line) => line.trim() === name)
}

function hiddenThings(path: string, part: TextPart): readonly Problem[] {
  const hidden = [
    { found: /<sheet [^>]*state="(?:hidden|veryHidden)"/u.test(part.markup), words: '隐藏的工作表' },
    { found: /<(?:row|col) [^>]*hidden="(?:1|true)"/u.test(part.markup), words: '隐藏的行或列' },
    { found: /<w:(?:ins|del|moveFrom|moveTo) /u.test(part.markup), words: '修订痕迹' },
    { found: /<w:vanish(?: w:val="(?:1|true|on)")?\/>/u.test(part.markup), words: '隐藏文字' },
    { found: /<w:comment /u.test(part.markup), words: '批注' },
    { found: /TargetMode="External"/u.test(part.markup) && /externalLink|attachedTemplate|oleObject/u.test(part.markup), words: '外部链接' },
  ]
  return hidden.filter(({ found }) => found).map(({ words }) => ({
    code: 'publish.outgoing.hidden',
    place: { document: path },
    detail: `公开文件“${path}”（${part.name}）里有${words}，没有发布。`,
    remedy: '这是程序写出的文件，不应当有隐藏内容，请把这句话反馈给我们。',
  }))
}
