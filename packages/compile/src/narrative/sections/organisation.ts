import type { HeadcountKind, Ledger, LedgerUnit, UnitNature } from '../../ledger/ledger.ts'
import { clerkParagraphs } from '../clerk-text/clerk-runs.ts'
import type { SectionScope, SectionWriter } from '../section-scope.ts'
import { derivedNumber, joined, paragraph, type Piece } from '../sentence.ts'

/** 机构设置: the department's own text, the units of the budget, and the people in post by kind of post. */
export const writeOrganisation: SectionWriter = (scope) => {
  const own = clerkParagraphs(scope, 'organisation')
  const { units: all, department } = scope.context.ledger
  const isNamed = own.length > 0 && all.length === 1 && all[0]?.name === department.name
  const units = isNamed ? [] : [paragraph(unitsSentence(scope))]
  const people = peopleSentence(scope)
  return [...own, ...units, ...people === undefined ? [] : [paragraph(people)]]
}

const natures: Readonly<Record<UnitNature, string>> = {
  administrative: '行政单位', civilServiceManaged: '参照公务员法管理的事业单位', institution: '事业单位',
}

function unitsSentence(scope: SectionScope): Piece {
  const { context, body } = scope
  const { units, department } = context.ledger
  const [only] = units
  if (only?.name === department.name && units.length === 1) return `${department.name}为${natures[only.nature]}，${body}预算不包括其他单位。`
  const subordinate = units.filter(({ name }) => name !== department.name)
  // 下属 announces rows in the tables by unit; a unit that none of them prints is only named.
  if (subordinate.length < units.length && subordinate.every((unit) => hasRow(context.ledger, unit))) {
    const count = derivedNumber(context, {}, '下属单位数', String(subordinate.length))
    return [`${body}预算由本级和下属`, count, `个单位的预算组成，下属单位有：${subordinate.map(({ name }) => name).join('、')}。`]
  }
  return `纳入${body}预算编制范围的单位有：${units.map(({ name, nature }) => `${name}（${natures[nature]}）`).join('、')}。`
}

/** Whether a table by unit prints the unit: it has projects, or agency operating expense. */
function hasRow({ lines }: Ledger, { name, nature }: LedgerUnit): boolean {
  return lines.some(({ unit, use }) => unit === name && (use.kind === 'project' || (use.kind === 'operating' && nature !== 'institution')))
}

const posts: readonly (readonly [HeadcountKind, string])[] = [
  ['administrativePosts', '行政编制'], ['civilServiceManagedPosts', '参公编制'], ['institutionPosts', '事业编制'], ['workerPosts', '工勤编制'],
]

/** Nothing where the ledger gives no headcount: what is not given is not stated. */
function peopleSentence({ context, body }: SectionScope): Piece | undefined {
  const { headcount } = context.ledger.facts
  if (headcount.length === 0) return undefined
  const peopleOf = (kind: HeadcountKind): number =>
    headcount.filter((row) => row.kind === kind).reduce((sum, { people }) => sum + people, 0)
  const inPost = posts.map(([kind, name]) => ({ name, people: peopleOf(kind) })).filter(({ people }) => people !== 0)
  const number = (label: string, people: number): Piece => [derivedNumber(context, {}, label, String(people)), '人']
  const total = inPost.reduce((sum, { people }) => sum + people, 0)
  const [first] = inPost
  const split: Piece = inPost.length > 1
    ? ['，其中：', joined(inPost.map(({ name, people }) => [name, number(name, people)]), '，')]
    : first === undefined ? '' : `，均为${first.name}`
  const retired = peopleOf('retired')
  const present: Piece = total === 0 ? `${body}没有在职在编人员` : [`${body}在职在编人员`, number('在职在编人员', total), split]
  return [present, retired === 0 ? '' : ['；另有退休人员', number('退休人员', retired)], '。']
}
