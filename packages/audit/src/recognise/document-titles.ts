/**
 * What title lines say: the body's name, the year, the kind of document and its level.
 *
 * A title is read wherever its words stand: 清河县文化馆2024年部门预算, 2024年度清河县文化馆部门决算, or broken over the lines of
 * a cover. What is no name of a body (上海市2026年市级单位预算, 清河县××局) gives none.
 *
 * @module
 */
import type { DocumentTree, Paragraph } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'

/** What one title says; `undefined` where it says nothing. */
export interface DocumentTitle {
  readonly body: string | undefined
  readonly year: number
  readonly kind: 'budget' | 'final' | 'performance'
  readonly level: 'department' | 'unit' | undefined
  readonly place: Place
}

const tails =
  '委员会|办事处|办公室|联合会|指挥部|事务部|宣传部|组织部|统战部|武装部|工作部|社会部|机关部|项目部|法院|检察院|研究院|医院|学院|院|中心|街道|政府|学校|小学|中学|高中|大学|幼儿园|公园|动物园|植物园|开发区|园区|景区|示范区|保护区|保税区|' +
  '支队|大队|总队|队|协会|学会|工会|商会|委|局|办|厅|馆|会|镇|乡|处|站|所|社|台|室|场|苑|公司|基地|监狱|银行|中队|团|库|校|部'
const name = `[^\\d，。；：:、>|_]{1,40}?(?:${tails})`
const qualifier = '(?:[（(](汇总|本级|机关|部门|机关本级|本级机关)[）)]|(本级|机关本级))?'
const year = '(20\\d\\d)年(?:度)?'
const level = '(?:省级|市级|区级|县级|州级|旗级|镇级|乡级)?(部门|单位)?(?:综合|整体|全面)?'
const matter = '(预算|决算|(?:支出|预算|项目支出|专项资金|财政专项资金|重点项目)*绩效)'

/** 清河县文化馆2024年…, and with the name behind the year. */
const nameFirst = new RegExp(`^(?:关于)?(${name})${qualifier}(?:关于)?${year}(?:的)?${level}(?:财政|收支)?${matter}`, 'u')
const yearFirst = new RegExp(`^(?:关于)?${year}(${name})${qualifier}(?:关于)?(?:的)?${level}${matter}`, 'u')
const nameless = new RegExp(`${year}(?:的)?${level}${matter}`, 'u')

/** A blank form's place-holder, or the remainder of a name that began in the line above. */
const noName = /[XＸ×xｘ*＊○某_]{2,}|^(?:与|和|及|或|的|暨)|^(?:部门|单位|本部门|本单位|各部门|各单位|财政)|目录|当前位置|名称/u

/** Reads a title, written without white space; `undefined` for a line that is none. A name may be missing. */
export function readTitle(text: string, place: Place): DocumentTitle | undefined {
  const line = lastCrumb(text.replace(/\s/gu, ''))
  if (line.length > 70 || /[。；]/u.test(line)) return undefined
  const first = nameFirst.exec(line)
  if (first !== null) return titleOf(line, first[1] ?? '', first[2] ?? first[3], first[4] ?? '', first[5], first[6] ?? '', place)
  const second = yearFirst.exec(line)
  if (second !== null) return titleOf(line, second[2] ?? '', second[3] ?? second[4], second[1] ?? '', second[5], second[6] ?? '', place)
  const bare = nameless.exec(line)
  return bare === null ? undefined : titleOf(line, '', /[（(]?(汇总|本级)[）)]/u.exec(line)?.[1], bare[1] ?? '', bare[2], bare[3] ?? '', place)
}

function titleOf(line: string, printed: string, mark: string | undefined, stated: string, of: string | undefined, about: string, place: Place): DocumentTitle {
  const body = isBodyName(printed) ? printed : undefined
  const own = mark !== undefined && mark !== '汇总' && mark !== '部门'
  return {
    body: body === undefined ? undefined : body + (own ? `（${mark}）` : ''),
    year: Number(stated),
    kind: kindOf(line, about),
    level: own ? 'unit' : mark === undefined ? levelOf(of) : 'department',
    place,
  }
}

/** 部门整体预算绩效目标表 is about performance, 部门预算及绩效目标公开 about the budget. */
function kindOf(line: string, about: string): DocumentTitle['kind'] {
  if (about.includes('绩效')) return 'performance'
  if (/绩效(?:目标|自评|评价|监控|运行|报告)/u.test(line) && !/(?:预算|决算)(?:公开|报告)?(?:及|和|、|暨)/u.test(line)) return 'performance'
  return about === '决算' ? 'final' : 'budget'
}

export function levelOf(word: string | undefined): 'department' | 'unit' | undefined {
  return word === '部门' ? 'department' : word === '单位' ? 'unit' : undefined
}

/** Whether the text can be the name of a body: long enough to name its place or its field, and no place-holder. A second name can stand behind it in brackets. */
export function isBodyName(text: string): boolean {
  return text.length >= 4 && text.length <= 45 && !noName.test(text) && new RegExp(`(?:${tails})(?:[（(](?!公章|盖章|签章)[^（）()\\d]{2,24}[）)])?$`, 'u').test(text)
}

/** The last part of a path through a web site: 首页 > 公开 > 清河县文化馆2024年部门预算. */
function lastCrumb(line: string): string {
  return line.split(/[>›»]/u).at(-1) ?? line
}

/**
 * The titles among the first lines of the document, up to its contents or its first table: single lines first, then
 * lines that only make a title together, the earliest and longest first. Empty when there is none.
 */
export function coverTitles(tree: DocumentTree): readonly DocumentTitle[] {
  const lines = coverLines(tree)
  const single = lines.flatMap((line, index): DocumentTitle[] => {
    const before = lines[index - 1]
    const title = readTitle(line.text, line.place)
    // 清河县 in the line above 文化馆2024年部门预算 belongs to the name.
    const wider = before !== undefined && isPlaceName(before.text) ? readTitle(before.text + line.text, before.place) : undefined
    return title === undefined ? [] : [wider?.body === undefined ? title : wider]
  })
  const joined = lines.flatMap((line, start) =>
    [4, 3, 2].flatMap((count): DocumentTitle[] => {
      const window = lines.slice(start, start + count)
      const title = window.length < count ? undefined : readTitle(window.map(({ text }) => text).join(''), line.place)
      return title?.body === undefined ? [] : [title]
    }),
  )
  return [...single.filter(({ body }) => body !== undefined), ...joined, ...single]
}

function isPlaceName(text: string): boolean {
  return /^[^\d，。：:\s]{2,12}(?:省|市|县|区|州|旗)$/u.test(text.trim())
}

/** The short lines before the contents, the first table and the first sentence; never more than twelve. */
export function coverLines(tree: DocumentTree): readonly Paragraph[] {
  const end = tree.blocks.findIndex((block) => block.kind === 'grid' || /^(?:目录|目次)$/u.test(block.text.replace(/\s/gu, '')) || /[。；]/u.test(block.text))
  const opening = end === -1 ? tree.blocks : tree.blocks.slice(0, end)
  return opening.filter((block): block is Paragraph => block.kind === 'paragraph' && block.text.trim() !== '').slice(0, 12)
}
