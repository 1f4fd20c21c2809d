/**
 * Findings of derived identities: one per cause, not one per identity that the cause breaks.
 *
 * @module
 */
import { describePlace, describeVerdict, type Cause, type Figure, membersOf, type Place, type Sentence, type Verdict } from '@mingzhang/figures'
import { type Fen, formatFen, subtractFen } from '@mingzhang/money'
import type { IdentityRuleFinding } from './finding-draft.ts'
import type { Proportion } from '../model/proportion.ts'
import type { Proof } from '../prove.ts'

/** All findings that follow from the proof, errors first. */
export function identityFindings(proof: Proof): readonly IdentityRuleFinding[] {
  const verdictOf = new Map(proof.verdicts.map((verdict) => [verdict.identity.id, verdict]))
  const causes = proof.diagnosis.causes.map((cause) => causeFinding(cause, verdictOf))
  const proportions = proof.proportions.filter(({ outcome }) => outcome === 'conflict').map(proportionFinding)
  const unjudged = proof.proportions.filter(({ outcome }) => outcome === 'undetermined').map(unjudgedFinding)
  return [...causes, ...proportions, ...residueFinding(proof), ...undeterminedFinding(proof), ...unjudged]
}

function causeFinding(cause: Cause, verdictOf: ReadonlyMap<string, Verdict>): IdentityRuleFinding {
  const verdicts = cause.clashes.flatMap((clash) => clash.identities).flatMap((identity) => verdictOf.get(identity.id) ?? [])
  // A clash of several identities is one that none of them shows alone.
  const alone = new Set(cause.clashes.filter((clash) => clash.identities.length === 1).flatMap((clash) => clash.identities.map((identity) => identity.id)))
  const broken = verdicts.filter((verdict) => verdict.outcome === 'conflict' && alone.has(verdict.identity.id))
  // An equality names two prints of one amount: the plainest way to say what is wrong.
  const lead = broken.find((verdict) => verdict.identity.kind === 'equality') ?? broken[0]
  const figures = [...new Set(cause.clashes.flatMap((clash) => clash.figures))].filter((figure) => figure.printed.kind === 'stated')
  // Only where one change alone settles everything is one side the wrong one; otherwise both stand side by side.
  const only = cause.repairs.length === 1 ? cause.repairs[0]?.[0] : undefined
  const sides = lead === undefined ? figures : figuresOf(lead)
  const places = [...new Set([...(only === undefined ? [] : [only.figure]), ...sides])].map((figure) => figure.place)
  const statement = joinSentences([
    lead === undefined ? { zh: `${figures.length} 个数不能同时成立`, en: `${figures.length} figures cannot all hold` } : describeVerdict(lead),
    broken.length > 1 ? { zh: `同一原因还涉及 ${broken.length - 1} 条关系`, en: `${broken.length - 1} more identities break for the same cause` } : undefined,
    repairSentence(cause),
  ])
  const rule = lead === undefined ? 'I06' : lead.identity.kind === 'equality' ? 'I01' : lead.identity.kind === 'partition' ? 'I02' : 'I03'
  return {
    rule,
    key: (lead?.identity.id ?? figures.map((figure) => figure.id).join(',')),
    verdict: 'conflict',
    // A relation that rests on a remainder being nearly nothing is a little less sure than one that rests on blanks.
    severity: lead === undefined || broken.some((verdict) => verdict.identity.premises.every((premise) => premise.figures.length === 1)) ? 'error' : 'warning',
    statement,
    places,
    figures: figures.map((figure) => figure.id),
    expected: only?.to ?? lead?.expected ?? null,
    found: only?.from ?? lead?.found ?? null,
    difference: only === undefined ? (lead?.difference ?? null) : subtractFen(only.from, only.to),
    identities: verdicts.map((verdict) => verdict.identity.id),
  }
}

function repairSentence(cause: Cause): Sentence | undefined {
  const [repair, ...others] = cause.repairs
  if (repair === undefined) return { zh: '改动一两个数不能使全部关系成立', en: 'no change of one or two figures settles it' }
  const zh = repair.map((change) => `${describePlace(change.figure.place)}由 ${amountOf(change.figure, change.from)} 改为 ${amountOf(change.figure, change.to)}`).join('、')
  const en = repair.map((change) => `${describePlace(change.figure.place)} were ${amountOf(change.figure, change.to)} for ${amountOf(change.figure, change.from)}`).join(' and ')
  if (others.length === 0) return { zh: `若${zh}，全部关系成立，且这是唯一的最小改法`, en: `if ${en}, everything holds; no other change is as small` }
  return { zh: `最小改法有 ${cause.repairs.length} 种，例如${zh}；单凭本文件不能断定哪一处有误`, en: `${cause.repairs.length} changes are equally small, such as: ${en}; the document alone does not tell which side is wrong` }
}

function proportionFinding(proportion: Proportion): IdentityRuleFinding {
  return {
    rule: proportion.kind === 'share' ? 'I04' : 'I05',
    key: proportion.id,
    verdict: 'conflict',
    severity: 'warning',
    statement: proportion.statement,
    places: [proportion.mention.place],
    figures: proportion.figures,
    expected: null,
    found: proportion.mention.text,
    difference: null,
    identities: [proportion.id],
  }
}

function unjudgedFinding(proportion: Proportion): IdentityRuleFinding {
  return { ...proportionFinding(proportion), verdict: 'undetermined', severity: 'notice' }
}

/** All residues in one finding: they are no faults, but a reader must be able to see each. */
function residueFinding(proof: Proof): readonly IdentityRuleFinding[] {
  const residues = proof.verdicts.filter((verdict) => verdict.outcome === 'withinRounding')
  if (residues.length === 0) return []
  const largest = residues.reduce((a, b) => (Math.abs(a.difference) >= Math.abs(b.difference) ? a : b))
  return [
    {
      rule: 'I00',
      key: 'all',
      verdict: 'withinRounding',
      severity: 'notice',
      statement: {
        zh: `有 ${residues.length} 处合计与分项之和相差最后几位，都在四舍五入可解释的界内，属于尾差，不是错误；最大一处：${describeVerdict(largest).zh}`,
        en: `${residues.length} totals differ from their parts in the last digits; rounding explains all of them. The largest: ${describeVerdict(largest).en}`,
      },
      places: residues.map((verdict) => verdict.identity.whole.place),
      figures: residues.map((verdict) => verdict.identity.whole.id),
      expected: null,
      found: null,
      difference: null,
      identities: residues.map((verdict) => verdict.identity.id),
    },
  ]
}

function undeterminedFinding(proof: Proof): readonly IdentityRuleFinding[] {
  const open = proof.verdicts.filter((verdict) => verdict.outcome === 'undetermined')
  if (open.length === 0) return []
  const unread = [...new Set(open.flatMap((verdict) => figuresOf(verdict)).filter((figure) => figure.printed.kind === 'unreadable'))]
  const places: readonly Place[] = unread.length > 0 ? unread.map((figure) => figure.place) : open.map((verdict) => verdict.identity.whole.place)
  return [
    {
      rule: 'I02',
      key: 'undetermined',
      verdict: 'undetermined',
      severity: 'warning',
      statement: {
        zh: unread.length > 0 ? `有 ${unread.length} 个数无法读取，涉及的 ${open.length} 条勾稽关系无法判定` : `有 ${open.length} 条勾稽关系的合计未印出，无法判定`,
        en: unread.length > 0 ? `${unread.length} figures cannot be read; ${open.length} identities cannot be judged` : `${open.length} totals are not printed; their identities cannot be judged`,
      },
      places,
      figures: unread.map((figure) => figure.id),
      expected: null,
      found: null,
      difference: null,
      identities: open.map((verdict) => verdict.identity.id),
    },
  ]
}

function figuresOf(verdict: Verdict): readonly Figure[] {
  return membersOf(verdict.identity).filter((figure) => figure.printed.kind !== 'blank')
}

function joinSentences(sentences: readonly (Sentence | undefined)[]): Sentence {
  const present = sentences.filter((sentence) => sentence !== undefined)
  return { zh: `${present.map((sentence) => sentence.zh).join('。')}。`, en: `${present.map((sentence) => sentence.en).join('. ')}.` }
}

/** In the unit that the figure itself is fine enough for. */
function amountOf(figure: Figure, amount: Fen): string {
  const unit = figure.printed.kind === 'stated' && figure.printed.stated.quantum < 10_000 ? '元' : '万元'
  return `${formatFen(amount, unit)} ${unit}`
}
