/** D24: personal data in a document that everybody can read. */
import type { Block, DocumentTree } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'
import type { FormField, ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { findPersonalData, maskDigits, maskName, type PersonalDataKind } from '../personal-data.ts'
import { placeIn, plainText } from './form-queries.ts'

/** A public rendition carries an office line and a section, no mobile number and no identity, card or private mail. */
export const personalDataInPublic: Rule = {
  meta: {
    id: 'D24',
    title: { zh: '公开文件含个人信息', en: 'The public document holds personal data' },
    severity: 'error',
    basis: [
      { source: 'personalInformationLaw', article: '第二十五条、第三十四条、第五十五条' },
      { source: 'informationRegulation', article: '第十五条' },
    ],
    explanation: {
      zh: '公开绩效目标不需要经办人姓名和手机号码。公开版可改用科室和办公电话，姓名隐去；身份证号、银行卡号一律不应出现。本规则检查全文，包括绩效表的签署栏；报告中只显示隐去中间位数的号码。',
      en: "Publishing targets needs no handler's name or mobile number: a section and an office line do. Identity and card numbers never belong there. The whole text is searched, the signature rows of forms included; the report shows masked numbers alone.",
    },
    legitimate: {
      zh: '依法应当公开的岗位责任人信息，或已取得本人单独同意并完成影响评估的，可说明依据。',
      en: 'Data that the law wants published, or that the person separately agreed to after an impact assessment.',
    },
  },
  check({ document }) {
    const forms = [...document.forms, ...(document.departmentForms ?? []), ...(document.evaluations ?? [])]
    const hits = [...withoutRepeats([...treeHits(document.tree), ...forms.flatMap(formHits)])]
    const checked = document.tree.blocks.length + forms.length
    if (hits.length === 0) return outcomeOf(checked, [])
    return outcomeOf(checked, [findingFor(hits)])
  },
}

interface Hit {
  readonly kind: PersonalDataKind
  /** Tells equal values apart from others; never shown. */
  readonly value: string
  readonly masked: string
  readonly damaged: boolean
  readonly place: Place
  /** The index of the form whose field it is; `undefined` for a hit in the running text. */
  readonly form: number | undefined
}

function treeHits(tree: DocumentTree): readonly Hit[] {
  return tree.blocks.flatMap((block, index) =>
    linesOf(block).flatMap(({ text, place }) =>
      findPersonalData(text).map((data): Hit => ({
        kind: data.kind,
        value: plainText(text.slice(data.start, data.end)).replace(/-/gu, ''),
        masked: data.masked,
        damaged: data.damaged,
        place: { ...place, block: place.block ?? index },
        form: undefined,
      })),
    ),
  )
}

/** A paragraph, or each row of a grid as one line: a label and its number often stand in different cells. */
function linesOf(block: Block): readonly { readonly text: string; readonly place: Place }[] {
  if (block.kind === 'paragraph') return [{ text: block.text, place: block.place }]
  return block.rows.map(({ cells, place }, rowIndex) => ({
    text: cells.map(({ text }) => text).join('\t'),
    place: { ...place, rowIndex: place.rowIndex ?? rowIndex },
  }))
}

/** The signature fields, whatever they hold: a name is a name, and a damaged number is still a person's. */
function formHits(form: ProjectForm): readonly Hit[] {
  return [
    ...[form.handler, form.responsible].flatMap((field) => (field === undefined ? [] : nameHits(form, field))),
    ...(form.phone === undefined ? [] : phoneHits(form, form.phone)),
  ]
}

function nameHits(form: ProjectForm, field: FormField): readonly Hit[] {
  const name = plainText(field.text)
  return /^[\p{Script=Han}·]{2,6}$/u.test(name) && !/科|股|室|局|电话|日期|无$/u.test(name)
    ? [{ kind: 'name', value: name, masked: maskName(name), damaged: false, place: placeIn(form, field.place), form: form.index }]
    : []
}

function phoneHits(form: ProjectForm, field: FormField): readonly Hit[] {
  const digits = field.text.replace(/\D/gu, '')
  if (!/^1\d{9,12}$/u.test(digits)) return []
  return [
    {
      kind: 'mobile',
      value: digits,
      masked: maskDigits(digits),
      damaged: !/^1[3-9]\d{9}$/u.test(digits),
      place: placeIn(form, field.place),
      form: form.index,
    },
  ]
}

/** The same value on the same line once: the form's field and the row of the tree are one print. The form's place is kept, it says more. */
function withoutRepeats(hits: readonly Hit[]): Iterable<Hit> {
  const known = new Map<string, Hit>()
  for (const hit of hits) {
    const { line, block, rowIndex, page } = hit.place
    const spot = line ?? [block, rowIndex, page].join('/')
    const key = `${hit.kind}:${hit.value}:${spot}`
    known.set(key, hit)
  }
  return known.values()
}

const kindNames: Readonly<Record<PersonalDataKind, { readonly zh: string; readonly en: string }>> = {
  identityNumber: { zh: '身份证号', en: 'identity numbers' },
  bankCard: { zh: '银行卡号', en: 'bank card numbers' },
  mobile: { zh: '手机号码', en: 'mobile numbers' },
  email: { zh: '个人邮箱', en: 'private mail addresses' },
  name: { zh: '经办人等姓名', en: 'names of handlers' },
}

function findingFor(hits: readonly Hit[]): RuleFinding {
  const kinds = (Object.keys(kindNames) as PersonalDataKind[]).filter((kind) => hits.some((hit) => hit.kind === kind))
  const forms = new Set(hits.flatMap(({ form }) => form ?? [])).size
  const inForms = forms === 0 ? '' : `，涉及${forms}张绩效表`
  return {
    key: 'personal-data',
    severity: severityOf(kinds),
    statement: {
      zh: `文件中有${kinds.map((kind) => sayKind(kind, hits)).join('、')}${inForms}。公开前宜删去或改为科室和办公电话。`,
      en: `The document shows ${kinds.map((kind) => `${hits.filter((hit) => hit.kind === kind).length} ${kindNames[kind].en}`).join(', ')}${forms === 0 ? '' : `, in ${forms} forms`}.`,
    },
    places: hits.map(({ place }) => place),
    expected: '不含个人信息',
    found: `${hits.length}处`,
  }
}

function sayKind(kind: PersonalDataKind, hits: readonly Hit[]): string {
  const own = hits.filter((hit) => hit.kind === kind)
  const shown = [...new Set(own.map(({ masked }) => masked))]
  const damaged = own.filter((hit) => hit.damaged).length
  const examples = `${shown.slice(0, 3).join('、')}${shown.length > 3 ? '等' : ''}`
  return `${kindNames[kind].zh}${own.length}处（${examples}${damaged === 0 ? '' : `，其中${damaged}处位数或号段不符`}）`
}

function severityOf(kinds: readonly PersonalDataKind[]): Severity {
  if (kinds.includes('identityNumber') || kinds.includes('bankCard')) return 'error'
  return kinds.includes('mobile') ? 'warning' : 'notice'
}
