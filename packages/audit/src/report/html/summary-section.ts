import type { AuditReport, ReportFigure } from '../../model/report.ts'
import type { Bilingual } from '../../model/rule.ts'
import { amountMarkup } from './amount-words.ts'
import { counted, headlineOf } from './headline.ts'
import { both, html, type Markup, nothing } from './markup.ts'
import { figureLink } from './place-link.ts'
import { roundingNote, severityAdvice, severityOrder, severityWords, verdictOrder, verdictWords } from './wording.ts'

/** The result first, then how much of the document it speaks of. */
export function summarySection(report: AuditReport): Markup {
  return html`<section id="summary" aria-labelledby="summary-title">
<h2 id="summary-title">${both({ zh: '审核结论', en: 'Result' })}</h2>
<p class="headline">${both(headlineOf(report))}</p>
${findingCounts(report)}
${identityCounts(report)}
<h3>${both({ zh: '核对范围', en: 'Coverage' })}</h3>
${coverage(report)}
<h3>${both({ zh: '全部数字能否同时成立', en: 'Can all figures hold at once' })}</h3>
${diagnosis(report)}
<p class="note">${both(roundingNote)}</p>
</section>`
}

function findingCounts(report: AuditReport): Markup {
  const rows = severityOrder.map((severity) => {
    const words = severityWords[severity]
    return html`<tr><th scope="row"><span class="tag ${severity}"><span class="mark" aria-hidden="true">${words.mark}</span> ${both(words)}</span></th><td class="number">${report.summary.findings[severity]}</td><td>${both(severityAdvice[severity])}</td></tr>`
  })
  return html`<table class="facts"><caption>${both({ zh: '审核发现', en: 'Findings' })}</caption><tbody>${rows}</tbody></table>`
}

function identityCounts(report: AuditReport): Markup {
  const meaning: Readonly<Record<(typeof verdictOrder)[number], Bilingual>> = {
    conflict: { zh: '超出四舍五入能够解释的范围', en: 'Beyond what rounding can explain' },
    withinRounding: { zh: '差额在四舍五入允许的范围内', en: 'The difference is within what rounding allows' },
    undetermined: { zh: '有数字未读出、空白或缺表', en: 'A figure is unread or blank, or a table is missing' },
    exact: { zh: '分毫不差', en: 'Equal to the last printed digit' },
  }
  const rows = verdictOrder.map((verdict) => {
    const words = verdictWords[verdict]
    return html`<tr><th scope="row"><span class="tag ${verdict}"><span class="mark" aria-hidden="true">${words.mark}</span> ${both(words)}</span></th><td class="number">${report.summary.identities[verdict]}</td><td>${both(meaning[verdict])}</td></tr>`
  })
  return html`<table class="facts"><caption>${both({ zh: '勾稽关系（数字之间应当成立的等式）', en: 'Identities (equations that must hold between figures)' })}</caption><tbody>${rows}</tbody></table>`
}

function coverage(report: AuditReport): Markup {
  const { tables, cells, prose, forms } = report.summary
  const row = (name: Bilingual, done: number, all: number, missing: Bilingual) =>
    html`<tr><th scope="row">${both(name)}</th><td class="number">${done} / ${all}</td><td>${done < all ? html`<span class="mark" aria-hidden="true">?</span> ${both(missing)}` : both({ zh: '齐全', en: 'Complete' })}</td></tr>`
  return html`<table class="facts coverage"><tbody>${[
    row({ zh: '预算表：已识别 / 应有', en: 'Budget tables: recognised / expected' }, tables.recognised, tables.expected, {
      zh: `缺少或未识别 ${tables.expected - tables.recognised} 张`,
      en: `${counted(tables.expected - tables.recognised, 'table')} missing or not recognised`,
    }),
    row({ zh: '表中数字：已明确含义 / 全部', en: 'Figures in tables: understood / all' }, cells.bound, cells.numeric, open(cells.numeric - cells.bound)),
    row({ zh: '文字中的数字：已明确含义 / 全部', en: 'Figures in the text: understood / all' }, prose.bound, prose.figures, open(prose.figures - prose.bound)),
    row({ zh: '项目绩效目标表：已对应项目 / 全部', en: 'Project target forms: joined to a project / all' }, forms.joined, forms.found, {
      zh: `${forms.found - forms.joined} 份未能对应到项目`,
      en: `${counted(forms.found - forms.joined, 'form')} not joined to a project`,
    }),
  ]}</tbody></table>`
}

function open(count: number): Bilingual {
  return { zh: `${count} 个未能明确含义，未参与核对，列于文末`, en: `${count} not understood and not checked; listed at the end` }
}

function diagnosis(report: AuditReport): Markup {
  const { possible, conflicts, repair } = report.diagnosis
  if (possible === null) return html`<p>${both({ zh: '未能判断。', en: 'Could not be decided.' })}</p>`
  if (possible) {
    return html`<p>${both({
      zh: '能。存在一组真实金额，四舍五入后与全部已识别的数字相同。',
      en: 'Yes: there are true amounts that print, after rounding, as every figure that was understood.',
    })}</p>`
  }
  const figures = new Map(report.figures.map((figure) => [figure.id, figure]))
  const statements = new Map(report.identities.map((identity) => [identity.id, identity.statement]))
  const sets = conflicts.map(
    (conflict, index) => html`<li><p>${both({ zh: `第 ${index + 1} 组：以下数字不能同时成立`, en: `Set ${index + 1}: these figures cannot all hold` })}</p>
<ul class="places">${conflict.figures.map((id) => html`<li>${figureLink(id, figures)}${valueOf(figures.get(id))}</li>`)}</ul>
<ul class="plain">${conflict.identities.map((id) => html`<li>${both(statements.get(id) ?? { zh: id, en: id })}</li>`)}</ul></li>`,
  )
  return html`<p>${both({
    zh: '不能。下面是互相矛盾的最小数字组合；去掉其中任何一个，其余的就能成立。',
    en: 'No. These are the smallest sets that contradict each other; without any one of its figures, the rest of a set can hold.',
  })}</p><ol class="sets">${sets}</ol>${repair === null ? nothing : repairMarkup(repair, figures)}`
}

function valueOf(figure: ReportFigure | undefined): Markup {
  return figure?.value == null ? nothing : html` ${amountMarkup(figure.value)}`
}

function repairMarkup(repair: NonNullable<AuditReport['diagnosis']['repair']>, figures: ReadonlyMap<string, ReportFigure>): Markup {
  const unique = repair.alternatives === 1
  const changes = repair.changes.map(
    (change) => html`<li>${figureLink(change.figure, figures)} ${both({ zh: '由', en: 'from' })} ${amountMarkup(change.from)} ${both({ zh: '改为', en: 'to' })} ${amountMarkup(change.to)}</li>`,
  )
  return html`<p>${both(
    unique
      ? { zh: '改动最少的办法只有一种，照此修改后全部成立：', en: 'There is one smallest change that makes everything hold:' }
      : {
          zh: `改动最少的办法有 ${repair.alternatives} 种，因此不能断定是哪一处有误。其中一种是：`,
          en: `There are ${repair.alternatives} equally small changes, so it cannot be said which figure is wrong. One of them:`,
        },
  )}</p><ul class="places">${changes}</ul>`
}
