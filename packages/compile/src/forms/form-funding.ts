/**
 * The money of a performance form: this year's from the ledger's lines, the whole period's as the form gives it.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import { type Fen, sumFen, zeroFen } from '@mingzhang/money'
import type { CompileContext } from '../compile-context.ts'
import { nameNode } from '../facts.ts'
import type { FundingSource, PerformanceForm } from '../ledger/ledger.ts'
import { projectRegion } from '../project-region.ts'

/** The payers in the order in which a form prints them. */
export const fundingSources = ['central', 'provincial', 'local', 'selfRaised', 'other'] as const satisfies readonly FundingSource[]

/** Exact amounts in fen. The parts sum to the total, or the ledger contradicts itself. */
export interface FormFunding {
  readonly total: Fen
  readonly bySource: Readonly<Record<FundingSource, Fen>>
}

/** What the form is called: the project's name, or that of the two classes of basic expenditure. */
export function formName({ subject }: PerformanceForm): string {
  switch (subject.kind) {
    case 'personnel':
      return '人员类项目'
    case 'operating':
      return '公用经费项目'
    case 'project':
      return subject.project
  }
}

/** 实施单位: the form's own, else the project's, else the department. */
export function implementingUnit({ ledger }: CompileContext, form: PerformanceForm): string {
  const { subject } = form
  const project = subject.kind === 'project' ? ledger.projects.find(({ name }) => name === subject.project) : undefined
  return form.unit ?? project?.unit ?? ledger.department.name
}

/**
 * The part of the year's budget that the form is for, without the year.
 *
 * A project's is that of its row in the project tables: this year's money, or 上年结转 where it has nothing else. Several
 * forms for one class of basic expenditure are those of several units.
 */
export function annualRegion(context: CompileContext, form: PerformanceForm): Region {
  const { lines } = context.ledger
  const { subject } = form
  if (subject.kind !== 'project') {
    return { use: 'spent', period: 'current', kind: `basic/${subject.kind}`, ...basicUnit(context, form) }
  }
  const periods = new Set(lines.flatMap(({ use, period }) => (use.kind === 'project' && use.project === subject.project ? [period] : [])))
  const period = periods.has('carriedIn') && !periods.has('current') ? 'carriedIn' : 'current'
  return { ...projectRegion(context.ledger, subject.project), period }
}

/** The money of the whole period (实施期): it has no year. */
export function lifeRegion(context: CompileContext, form: PerformanceForm): Region {
  if (form.subject.kind === 'project') {
    return Object.fromEntries(Object.entries(annualRegion(context, form)).filter(([dimension]) => dimension !== 'period'))
  }
  return { use: 'spent', kind: `basic/${form.subject.kind}`, ...basicUnit(context, form), project: formName(form) }
}

function basicUnit(context: CompileContext, form: PerformanceForm): Region {
  const ofKind = context.ledger.forms.filter(({ subject }) => subject.kind === form.subject.kind)
  return ofKind.length > 1 ? { unit: nameNode(implementingUnit(context, form)) } : {}
}

/** This year's money, exact totals of the ledger's lines. */
export function annualFunding(context: CompileContext, form: PerformanceForm): FormFunding {
  return fundingWithin(context, annualRegion(context, form))
}

/** The whole period's money as the form gives it. Where it gives none, this year's and, of a project, what was carried in. */
export function lifeFunding(context: CompileContext, form: PerformanceForm): FormFunding {
  const given = form.lifeFunding
  if (given === undefined) return hasCarriedIn(context, form) ? fundingWithin(context, lifeRegion(context, form)) : annualFunding(context, form)
  const amountOf = (source: FundingSource): Fen => given[source] ?? zeroFen
  return { total: sumFen(fundingSources.map(amountOf)), bySource: bySource(amountOf) }
}

function hasCarriedIn(context: CompileContext, form: PerformanceForm): boolean {
  return form.subject.kind === 'project' && context.exact({ ...annualRegion(context, form), period: 'carriedIn' }) > 0
}

function fundingWithin(context: CompileContext, region: Region): FormFunding {
  return { total: context.exact(region), bySource: bySource((level) => context.exact({ ...region, level })) }
}

function bySource(amountOf: (source: FundingSource) => Fen): FormFunding['bySource'] {
  return {
    central: amountOf('central'), provincial: amountOf('provincial'), local: amountOf('local'),
    selfRaised: amountOf('selfRaised'), other: amountOf('other'),
  }
}
