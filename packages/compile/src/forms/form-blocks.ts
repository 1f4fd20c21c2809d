/**
 * 项目支出绩效目标申报表: one table per form, in two renditions.
 *
 * @module
 */
import type { TableBlock, TableRowBlock } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import { formatFen, zeroFen } from '@mingzhang/money'
import type { CompileContext } from '../compile-context.ts'
import type { PerformanceForm } from '../ledger/ledger.ts'
import { label, row, value } from './form-cells.ts'
import { annualFunding, annualRegion, formName, implementingUnit, lifeFunding } from './form-funding.ts'
import { fundingRows } from './funding-rows.ts'
import { indicatorRows } from './indicator-rows.ts'

/**
 * `internal`: everything. `public`: no handler, no responsible person and no personal telephone number, because a
 * publication may hold no more personal data than it needs (《个人信息保护法》 articles 6, 25 and 34); the office line instead.
 */
export type FormRendition = 'internal' | 'public'

export interface FormOptions {
  readonly rendition: FormRendition
  /** The heading of every form: 清河县县级预算部门(单位)项目支出绩效目标申报表. */
  readonly title: string
}

export interface FormPart {
  readonly blocks: readonly TableBlock[]
  readonly problems: readonly Problem[]
}

/**
 * The forms in the ledger's order, each on a page of its own and listed in the contents by its project.
 *
 * This year's amounts are the exact totals of the ledger's lines, in 元 to the fen, never what a form says of itself.
 * Problems: 实施期 money below this year's, and an office line that is a mobile number (left blank in the public rendition).
 */
export function formBlocks(context: CompileContext, options: FormOptions): FormPart {
  const { forms } = context.ledger
  return {
    blocks: forms.map((form, index) => formBlock(context, form, index + 1, options)),
    problems: [...forms.flatMap((form) => lifeProblems(context, form)), ...officeLineProblems(context)],
  }
}

function formBlock(context: CompileContext, form: PerformanceForm, number: number, { rendition, title }: FormOptions): TableBlock {
  return {
    kind: 'table',
    id: `form-${number}`,
    style: 'form',
    title,
    subtitle: `(${context.ledger.department.year}年度)`,
    contents: formName(form),
    orientation: 'portrait',
    columns: [8, 10, 13, 17, 13, 13, 17, 13].map((width) => ({ width })),
    head: [],
    body: [
      ...headerRows(context, form),
      ...fundingRows(context, form),
      ...textRows(form),
      row(value('', { columns: 2 }), label('实施期目标', { columns: 3 }), label('年度目标', { columns: 3 })),
      row(label('总体目标', { columns: 2 }), value(form.lifeGoal, { columns: 3 }), value(form.annualGoal, { columns: 3 })),
      ...indicatorRows(form.indicators),
      signatureRow(context, form, rendition),
    ],
    notes: [],
  }
}

function headerRows(context: CompileContext, form: PerformanceForm): readonly TableRowBlock[] {
  const { name, code } = context.ledger.department
  const pair = (first: string, firstValue: string, second: string, secondValue: string): TableRowBlock => row(
    label(first, { columns: 2 }), value(firstValue, { columns: 2 }), label(second, { columns: 2 }), value(secondValue, { columns: 2 }),
  )
  return [
    row(label('项目名称', { columns: 2 }), value(formName(form), { columns: 6 })),
    pair('主管部门及代码', code === '' ? name : `${code}-${name}`, '实施单位', implementingUnit(context, form)),
    pair('项目属性', form.attribute, '项目期', form.duration),
  ]
}

function textRows(form: PerformanceForm): readonly TableRowBlock[] {
  const fields = [
    ['项目概况', form.overview], ['立项依据', form.basis], ['项目设立必要性', form.necessity],
    ['保证项目实施的制度、措施', form.measures], ['项目实施计划', form.plan],
  ] as const
  return fields.map(([name, text]) => row(label(name, { columns: 2 }), value(text, { columns: 6 })))
}

function signatureRow(context: CompileContext, form: PerformanceForm, rendition: FormRendition): TableRowBlock {
  const isInternal = rendition === 'internal'
  const phone = isInternal ? form.phone : publicPhone(context)
  const fields = [
    ['负责人:', isInternal ? form.responsible : ''], ['经办人:', isInternal ? form.handler : ''], ['联系电话:', phone], ['填报日期:', form.filledOn],
  ] as const
  return row(...fields.flatMap(([name, text]) => [label(name), value(text)]))
}

function publicPhone({ ledger }: CompileContext): string {
  const line = ledger.department.officePhone ?? ''
  return isMobile(line) ? '' : line
}

function isMobile(line: string): boolean {
  return /(?:^|\D)(?:86)?1[3-9]\d{9}(?!\d)/u.test(line.normalize('NFKC').replace(/[\s-]/gu, ''))
}

function officeLineProblems({ ledger }: CompileContext): readonly Problem[] {
  if (ledger.forms.length === 0 || !isMobile(ledger.department.officePhone ?? '')) return []
  return [{
    code: 'compile.form.officePhone',
    place: { document: '台账', table: '部门信息', row: '办公电话' },
    detail: '办公电话填的是手机号码，公开的绩效目标表不能印手机号码。',
    remedy: '请填写科室的固定电话（区号-号码），没有的就空着。',
  }]
}

function lifeProblems(context: CompileContext, form: PerformanceForm): readonly Problem[] {
  if (form.lifeFunding === undefined) return []
  const life = lifeFunding(context, form).total
  const annual = annualFunding(context, form).total
  const carriedIn = form.subject.kind === 'project' ? context.exact({ ...annualRegion(context, form), period: 'carriedIn' }) : zeroFen
  const [name, part] = carriedIn > annual ? ['上年结转资金', carriedIn] : ['年度资金总额', annual]
  if (life >= part) return []
  return [{
    code: 'compile.form.lifeFunding',
    place: { document: '台账', form: formName(form), field: '实施期资金总额' },
    detail: `实施期资金总额${formatFen(life, '元')}元小于${name}${formatFen(part, '元')}元。`,
    remedy: '实施期资金应当包括本年的资金和上年结转的资金，请更正实施期资金；一年内完成的项目可以空着，按年度资金填列。',
  }]
}
