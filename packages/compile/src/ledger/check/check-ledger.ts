/**
 * Whether a ledger agrees with the classification of its year and with itself. Every form of a ledger passes through here.
 *
 * @module
 */
import { ledgerCellKey } from '../cell-key.ts'
import type { PerformanceForm } from '../ledger.ts'
import { checkBalance } from './check-balance.ts'
import { checkCodes } from './check-codes.ts'
import { type LedgerCheck, reportAt } from './ledger-check.ts'

/** Reports all that is wrong. What could not be read is left out of every conclusion. */
export function checkLedger(check: LedgerCheck): void {
  const { ledger } = check
  checkDepartment(check)
  checkUnique(check, 'units', ledger.units.map(({ name }) => name), 'name', '单位名称')
  checkUnique(check, 'projects', ledger.projects.map(({ name }) => name), 'name', '项目名称')
  checkUnique(check, 'priorYear', ledger.priorYear.map(({ item }) => item), 'item', '上年数的项目')
  checkUnique(check, 'texts', ledger.texts.map(({ item }) => item), 'item', '说明项目')
  checkUnits(check)
  checkProjects(check)
  checkForms(check)
  checkCodes(check)
  checkBalance(check)
}

function checkDepartment(check: LedgerCheck): void {
  const { department, units } = check.ledger
  if (/^(?:\+?86)?1[3-9]\d{9}$/u.test((department.officePhone ?? '').replace(/[\s-]/gu, ''))) {
    reportAt(check, 'department.officePhone', {
      cause: 'mobile-phone', detail: '办公电话填的是手机号，会印在公开文件上。', remedy: '请改填区号-号码的办公电话，或空着。',
    })
  }
  if (units.length === 0 && !check.list.hasUnreadIn('units')) {
    check.list.problem(check.locate('units'), { cause: 'no-units', detail: '没有一个单位。', remedy: '请在“单位”表至少填一行，部门本级也要写。' })
  }
  if (check.ledger.lines.length === 0) {
    check.list.notice(check.locate('lines'), { cause: 'no-lines', detail: '支出明细是空的，各表都将没有数据。', remedy: '请在“支出明细”表逐笔填写。' })
  }
}

function checkUnique(check: LedgerCheck, list: string, names: readonly string[], field: string, what: string): void {
  const first = new Map<string, number>()
  names.forEach((name, index) => {
    const key = ledgerCellKey(list, index, field)
    if (name === '' || check.list.isUnread(key)) return
    const known = first.get(name)
    if (known === undefined) first.set(name, index)
    else {
      const { cell, row } = check.locate(ledgerCellKey(list, known, field))
      reportAt(check, key, { cause: 'duplicate', detail: `${what}重复：第 ${row} 行（${cell}）已经写过。`, remedy: '请合并为一行，或改成能区分的名称。' })
    }
  })
}

/** Every list whose rows name a unit. */
function checkUnits(check: LedgerCheck): void {
  const { ledger } = check
  if (check.list.hasUnreadIn('units', 'name')) return
  const declared = new Set(ledger.units.map(({ name }) => name))
  const lists: readonly (readonly [string, readonly { readonly unit: string | undefined }[]])[] = [
    ['projects', ledger.projects], ['lines', ledger.lines], ['revenue', ledger.revenue], ['carriedOut', ledger.carriedOut],
    ['procurement', ledger.procurement], ['facts.headcount', ledger.facts.headcount], ['facts.vehicles', ledger.facts.vehicles],
    ['facts.assets', ledger.facts.assets], ['forms', ledger.forms],
  ]
  for (const [list, rows] of lists) {
    rows.forEach(({ unit }, index) => {
      if (unit === undefined || unit === '' || declared.has(unit)) return
      reportAt(check, ledgerCellKey(list, index, 'unit'), {
        cause: 'unknown-unit', detail: `单位“${unit}”没有在“单位”表登记。`, remedy: '请改成“单位”表里的名称，或先在那里登记。',
      })
    })
  }
}

function checkProjects(check: LedgerCheck): void {
  const { ledger, list, locate } = check
  const unitOf = new Map(ledger.projects.map(({ name, unit }) => [name, unit]))
  const used = new Set<string>()
  const elsewhere = new Set<string>()
  ledger.lines.forEach(({ use, unit }, index) => {
    if (use.kind !== 'project' || use.project === '') return
    used.add(use.project)
    checkProjectKnown(check, ledgerCellKey('lines', index, 'use'), use.project, unitOf)
    const home = unitOf.get(use.project)
    if (home === undefined || home === unit || elsewhere.has(use.project) || list.isUnread(ledgerCellKey('lines', index, 'unit'))) return
    elsewhere.add(use.project)
    list.notice(locate(ledgerCellKey('lines', index, 'unit')), {
      cause: 'project-of-other-unit', detail: `项目“${use.project}”登记在“${home}”名下，这里却由“${unit}”支出。`, remedy: '请核对项目的所属单位。',
    })
  })
  ledger.projects.forEach(({ name }, index) => {
    if (name === '' || used.has(name) || list.hasUnreadIn('lines')) return
    list.notice(locate(ledgerCellKey('projects', index, 'name')), {
      cause: 'project-without-money', detail: `项目“${name}”没有一笔支出明细。`, remedy: '确实没有安排资金的，可以从“项目”表删去。',
    })
  })
}

function checkProjectKnown(check: LedgerCheck, key: string, project: string, declared: ReadonlyMap<string, unknown>): void {
  if (project === '' || declared.has(project) || check.list.isUnread(key) || check.list.hasUnreadIn('projects', 'name')) return
  check.list.problem(check.locate(`${key}.project`), {
    cause: 'unknown-project', detail: `项目“${project}”没有在“项目”表登记。`, remedy: '请改成“项目”表里的名称，或先在那里登记。',
  })
}

function checkForms(check: LedgerCheck): void {
  const { ledger, list, locate } = check
  const projects = new Map(ledger.projects.map(({ name, unit }) => [name, unit]))
  const first = new Map<string, number>()
  ledger.forms.forEach(({ subject }, index) => {
    const key = ledgerCellKey('forms', index, 'subject')
    if (list.isUnread(key)) return
    if (subject.kind === 'project') checkProjectKnown(check, key, subject.project, projects)
    const name = subjectName(subject)
    const known = first.get(name)
    if (known === undefined) first.set(name, index)
    else {
      list.problem(locate(subject.kind === 'project' ? `${key}.project` : key), {
        cause: 'duplicate-form',
        detail: `“${name}”已有一张绩效目标表（第 ${locate(ledgerCellKey('forms', known, 'subject')).row} 行）。`,
        remedy: '每个对象只填一行，请合并。',
      })
    }
  })
}

function subjectName(subject: PerformanceForm['subject']): string {
  switch (subject.kind) {
    case 'personnel': return '人员类项目'
    case 'operating': return '公用经费项目'
    case 'project': return subject.project
  }
}
