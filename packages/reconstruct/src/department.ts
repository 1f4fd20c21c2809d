/**
 * Who publishes: the department, its units and its projects.
 *
 * @module
 */
import type { ProjectForm, RecognisedDocument } from '@mingzhang/audit'
import type { LedgerDepartment, LedgerProject, LedgerUnit, LocalCode } from '@mingzhang/compile'
import { normaliseDigits } from '@mingzhang/money'
import { normaliseLabel, type Vocabulary } from '@mingzhang/vocabulary'
import type { MarkBook } from './marks.ts'
import { type Axes, bodyName } from './money/axes.ts'
import { projectNames } from './money/project-names.ts'

/** The department. The body's name and the year must have been read. */
export function readDepartment(document: RecognisedDocument, name: string, year: number, book: MarkBook): LedgerDepartment {
  const code = mostFrequent(document.forms.filter(({ department }) => normaliseLabel(department.name) === normaliseLabel(bodyName(name))).flatMap(({ department }) => department.code ?? []))
  const region = mostFrequent(document.forms.flatMap(regionOfForm))
  const approval = readApproval(document)
  book.mark(['department', 'name'], 'stated')
  book.mark(['department', 'year'], 'stated')
  book.mark(['department', 'code'], code === undefined ? 'open' : 'stated', code === undefined ? '公开文件没有写部门编码' : '绩效目标表的主管部门及代码')
  for (const field of ['approvedOn', 'publishedOn', 'approvedBy'] as const) book.mark(['department', field], approval[field] === undefined ? 'open' : 'stated')
  if (region !== undefined) book.mark(['department', 'region'], 'stated', '绩效目标表的表名')
  return { name: bodyName(name), code: code ?? '', year, level: document.facts.level?.value ?? 'department', ...approval, ...region === undefined ? {} : { region } }
}

/** 清河县 in 清河县县级预算部门(单位)项目支出绩效目标申报表. */
function regionOfForm({ title }: ProjectForm): readonly string[] {
  const place = /^(.{1,10}?[省市县区旗州盟])(?:本?级|[省市县区]级|[省市县]?\([省市县区]\)级)预算/u.exec(normaliseLabel(title))?.[1]
  return place === undefined ? [] : [place]
}

/** 由…于2024年2月6日批复，2024年2月23日公开. */
function readApproval(document: RecognisedDocument): Partial<Pick<LedgerDepartment, 'approvedOn' | 'publishedOn' | 'approvedBy'>> {
  const date = '((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日'
  for (const { text } of document.sections.flatMap(({ paragraphs }) => paragraphs)) {
    const plain = normaliseDigits(text).replace(/\s/gu, '')
    const approved = new RegExp(`(?:由([^，。,]{2,20}?)于?)?${date}[^，。,]{0,6}批复`, 'u').exec(plain)
    const published = new RegExp(`${date}[^，。,]{0,10}公开`, 'u').exec(plain)
    if (approved === null) continue
    return {
      approvedOn: isoDate(approved.slice(2, 5)),
      ...approved[1] === undefined ? {} : { approvedBy: approved[1] },
      ...published === null ? {} : { publishedOn: isoDate(published.slice(1, 4)) },
    }
  }
  return {}
}

function isoDate([year = '', month = '', day = '']: readonly string[]): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

export function ledgerUnits({ units }: Axes, book: MarkBook): readonly LedgerUnit[] {
  return units.map(({ name, nature, natureStated }, index) => {
    book.mark(['units', index, 'name'], 'stated')
    book.mark(['units', index, 'code'], 'open', '公开文件没有单位编码')
    book.mark(['units', index, 'nature'], 'inferred', natureStated ? '列入机关运行经费表，是行政单位或参公单位' : '没有列入机关运行经费表，按名称推算')
    return { name, code: '', nature }
  })
}

/** The projects with a table row; the stand-in for money without one only where it has `used`. */
export function ledgerProjects(axes: Axes, used: ReadonlySet<string>, book: MarkBook): readonly LedgerProject[] {
  const names = projectNames(axes.projects)
  return axes.projects.filter(({ listed, name }) => listed || used.has(name)).map((project, index) => {
    const { listed } = project
    book.mark(['projects', index, 'name'], listed ? 'stated' : 'open', listed ? undefined : '公开文件没有这些资金的项目明细，请改为实际项目')
    book.mark(['projects', index, 'unit'], listed || axes.units.length === 1 ? 'stated' : 'open')
    book.mark(['projects', index, 'code'], 'open', '公开文件没有项目编码')
    book.mark(['projects', index, 'class'], 'open', '公开文件没有写项目类别，暂列特定目标类')
    return { name: names.get(project) ?? project.name, code: '', unit: project.unit.name, class: 'specificTarget' }
  })
}

/** Subjects that the document prints and the national list of the year lacks (自设科目), with their printed names. */
export function localCodes(document: RecognisedDocument, vocabulary: Vocabulary, book: MarkBook): readonly LocalCode[] {
  const year = document.facts.year?.value
  const found = new Map<string, LocalCode>()
  for (const table of document.tables) {
    for (const cell of table.cells) {
      const row = table.rows[cell.row]
      if (row?.code === undefined || cell.region === undefined) continue
      const scheme = cell.region.function !== undefined ? 'function' : cell.region.revenueSubject !== undefined ? 'revenueSubject' : undefined
      const code = scheme === undefined ? undefined : cell.region[scheme]?.split('/').at(-1)
      if (scheme === undefined || code === undefined || !/^\d+$/u.test(code) || row.label.trim() === '') continue
      if (vocabulary.classification.lookup(scheme, code, year).length > 0) continue
      const own: LocalCode = { scheme: scheme === 'function' ? 'function' : 'revenue', code, name: row.label.trim() }
      if (!found.has(`${own.scheme} ${code}`)) found.set(`${own.scheme} ${code}`, own)
    }
  }
  const codes = [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  codes.forEach((_, index) => {
    book.mark(['localCodes', index, 'name'], 'stated', '科目表中没有，按公开表登记为自设科目')
  })
  return codes
}
