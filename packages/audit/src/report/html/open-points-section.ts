import type { AuditReport } from '../../model/report.ts'
import type { Bilingual } from '../../model/rule.ts'
import { both, html, type Markup, nothing } from './markup.ts'
import { placeLink } from './place-link.ts'
import { joinWords, outcomeWords, verdictOrder, verdictWords } from './wording.ts'

/** Everything that was not judged, then the whole record: identities, rules and forms. Long lists are folded. */
export function openPointsSection(report: AuditReport): Markup {
  return html`<section id="open-points" aria-labelledby="open-points-title">
<h2 id="open-points-title">${both({ zh: '未能核对的内容', en: 'What could not be checked' })}</h2>
${unboundFigures(report)}
${undeterminedRules(report)}
</section>
<section id="record" aria-labelledby="record-title">
<h2 id="record-title">${both({ zh: '核对记录', en: 'Record' })}</h2>
${identityLists(report)}
${ruleTable(report)}
${formTable(report)}
</section>`
}

function unboundFigures(report: AuditReport): Markup {
  if (report.unbound.length === 0) return html`<p>${both({ zh: '文件中的数字都已明确含义。', en: 'Every figure in the document was understood.' })}</p>`
  const rows = report.unbound.map((one) => html`<tr><td class="number">${one.text}</td><td>${placeLink(one.place)}</td><td lang="zh-CN">${one.reason}</td></tr>`)
  return folded(
    { zh: `未能明确含义的数字 ${rows.length} 个`, en: `Figures not understood: ${rows.length}` },
    html`<table class="list"><thead><tr><th scope="col">${both({ zh: '所印', en: 'Printed' })}</th><th scope="col">${both({ zh: '位置', en: 'Place' })}</th><th scope="col">${both({ zh: '原因', en: 'Reason' })}</th></tr></thead><tbody>${rows}</tbody></table>`,
    rows.length <= 12,
  )
}

function undeterminedRules(report: AuditReport): Markup {
  const rules = report.rules.filter((rule) => rule.undetermined.length > 0)
  if (rules.length === 0) return nothing
  const items = rules.map((rule) => html`<li><code>${rule.id}</code><ul>${rule.undetermined.map((reason) => html`<li lang="zh-CN">${reason}</li>`)}</ul></li>`)
  return folded({ zh: `有内容无法判定的规则 ${rules.length} 条`, en: `Rules that could not judge everything: ${rules.length}` }, html`<ul class="plain">${items}</ul>`, rules.length <= 12)
}

/** Filled by the page's script when opened: there can be thousands. */
function identityLists(report: AuditReport): Markup {
  return html`${verdictOrder.flatMap((verdict) => {
    const count = report.identities.filter((identity) => identity.verdict === verdict).length
    if (count === 0) return []
    const words = verdictWords[verdict]
    return [
      html`<details data-identities="${verdict}"><summary>${both({ zh: '勾稽关系：', en: 'Identities: ' })}<span class="tag ${verdict}"><span class="mark" aria-hidden="true">${words.mark}</span> ${both(words)}</span> ${count}</summary></details>`,
    ]
  })}`
}

function ruleTable(report: AuditReport): Markup {
  if (report.rules.length === 0) return nothing
  const titles = new Map(report.findings.map((finding) => [finding.rule, finding.title]))
  const rows = report.rules.map((rule) => {
    const words = outcomeWords[rule.outcome]
    const title = titles.get(rule.id)
    return html`<tr><th scope="row"><code>${rule.id}</code> ${title === undefined ? nothing : both(title)}</th><td><span class="tag ${rule.outcome}"><span class="mark" aria-hidden="true">${words.mark}</span> ${both(words)}</span></td><td class="number">${rule.checked}</td></tr>`
  })
  return folded(
    { zh: `各条规则的结论 ${rows.length} 条`, en: `Outcome of each rule: ${rows.length}` },
    html`<table class="list"><thead><tr><th scope="col">${both({ zh: '规则', en: 'Rule' })}</th><th scope="col">${both({ zh: '结论', en: 'Outcome' })}</th><th scope="col">${both({ zh: '核对次数', en: 'Checked' })}</th></tr></thead><tbody>${rows}</tbody></table>`,
  )
}

function formTable(report: AuditReport): Markup {
  if (report.forms.length === 0) return nothing
  const rows = report.forms.map(
    (form) => html`<tr><td>${placeLink({ ...form.place, form: form.name })}</td><td lang="zh-CN">${form.project ?? '—'}</td><td>${both(joinWords[form.joinedBy])}</td></tr>`,
  )
  return folded(
    { zh: `项目绩效目标表 ${rows.length} 份`, en: `Project target forms: ${rows.length}` },
    html`<table class="list"><thead><tr><th scope="col">${both({ zh: '绩效目标表', en: 'Form' })}</th><th scope="col">${both({ zh: '预算表中的项目', en: 'Project in the tables' })}</th><th scope="col">${both({ zh: '对应方式', en: 'Joined' })}</th></tr></thead><tbody>${rows}</tbody></table>`,
  )
}

/** Folded away unless `isOpen`; unfolded on paper. */
function folded(summary: Bilingual, content: Markup, isOpen = false): Markup {
  return html`<details class="printed"${isOpen ? html` open` : nothing}><summary>${both(summary)}</summary>${content}</details>`
}
