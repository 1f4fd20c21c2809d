/**
 * 应作的说明和公开时间: statements that the profile requires, and whether timeliness can be judged.
 *
 * @module
 */
import { normaliseLabel, type Profile } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { formPlace } from './form-queries.ts'
import { narrativeLines } from './narrative-queries.ts'

/** The narrative makes every statement that the profile requires, and says when the budget was approved. */
export const k68RequiredStatements: Rule = {
  meta: {
    id: 'K68',
    title: { zh: '缺少应作的说明，或无法判断公开是否及时', en: 'A required statement is missing, or timeliness cannot be judged' },
    severity: 'warning',
    basis: [
      { source: 'profile', article: '应作说明' },
      { source: 'budgetLaw', article: '第十四条（批复后二十日内公开）' },
    ],
    explanation: {
      zh: '本地模板要求文字说明的事项（如政府性基金、国有资本经营预算情况，部门整体绩效目标）应逐项说明，没有的也要写明没有。公开是否及时要用批复日期判断，文中没有批复日期时只能由绩效目标表的填报日期推知不会早于哪一天。',
      en: 'Statements that the local template requires are made one by one, also where there is nothing to state. Timeliness needs the approval date; without it, form dates only say how early the document cannot have been published.',
    },
    legitimate: { zh: '说明可能在单独公开的附件中；批复日期可由批复文件或公开平台记录证明。',
      en: 'The statement may stand in a separate annex; the approval date can be shown by the approval document or the platform\'s record.' },
  },
  check({ document, profile }) {
    const statements = missingStatements(document, profile)
    const time = timeliness(document)
    const findings = [...statements.findings, ...time === undefined || 'reason' in time ? [] : [time]]
    const undetermined: RuleOutcome['undetermined'] = time !== undefined && 'reason' in time ? [time] : []
    return outcomeOf(statements.checked + (time === undefined || 'reason' in time ? 0 : 1), findings, undetermined)
  },
}

function missingStatements(document: RecognisedDocument, profile: Profile | undefined): Pick<RuleOutcome, 'checked' | 'findings'> {
  if (profile === undefined || document.facts.kind?.value !== 'budget'
    || document.sections.length === 0) return { checked: 0, findings: [] }
  const lines = narrativeLines(document)
  const isGlossary = (section: number): boolean => /名词解释|术语/u.test(document.sections[section]?.heading ?? '')
  const told = lines.filter(({ section }) => !isGlossary(section)).map(({ text }) => normaliseLabel(text))
  const place = lines[0]?.place ?? { document: document.tree.name }
  const missing = profile.requiredStatements
    .filter(({ anyOf }) => !anyOf.some((words) => told.some((line) => line.includes(normaliseLabel(words)))))
  return {
    checked: profile.requiredStatements.length,
    findings: missing.map(({ id, name }): RuleFinding => ({
      key: `statement:${id}`,
      places: [place],
      expected: name,
      statement: {
        zh: `文字说明中没有“${name}”（${profile.name}要求说明；没有的也应写明没有）。`,
        en: `The narrative makes no statement on "${name}", which ${profile.name} requires even where there is nothing to report.`,
      },
    })),
  }
}

/** A finding where form dates bear on the publication date; an open question where nothing in the document does. */
function timeliness(document: RecognisedDocument): RuleFinding | RuleOutcome['undetermined'][number] | undefined {
  const year = document.facts.year
  if (year === undefined || document.facts.kind?.value !== 'budget') return undefined
  if (narrativeLines(document).some(({ text }) => isApprovalDate(normaliseLabel(text)))) return undefined
  // The year's budget is approved in that year's first months: only forms dated in or after it bear on the question.
  const dated = document.forms
    .flatMap((form) => (form.filledOn?.date !== undefined && Number(form.filledOn.date.slice(0, 4)) >= year.value
      ? [{ form, date: form.filledOn.date }] : []))
  const latest = dated.reduce<(typeof dated)[number] | undefined>((last, one) => (last === undefined || one.date > last.date
    ? one : last), undefined)
  if (latest === undefined) {
    return { places: [year.place],
      reason: { zh: '文中没有预算批复日期，无法判断是否在批复后20日内公开。', en: 'The approval date is not in the document; timeliness cannot be judged.' } }
  }
  return {
    key: 'timeliness',
    severity: 'notice',
    places: [formPlace(latest.form), year.place],
    found: latest.date,
    expected: '批复日期',
    statement: {
      zh: `绩效目标表最晚填报于${latest.date}，公开不会早于这一天；文中没有预算批复日期，是否在批复后20日内公开，需要以批复日期核实。`,
      en: `The latest form is dated ${latest.date}, so the document was not published before then; whether that is within 20 days of approval needs the approval date.`,
    },
  }
}

function isApprovalDate(text: string): boolean {
  return /批复/u.test(text) && /20\d{2}年\d{1,2}月\d{1,2}日/u.test(text)
}
