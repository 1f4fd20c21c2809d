/** The rules that hold a document against others: what they are called, and what they say of one. */
import type { RoundingMode } from '@mingzhang/money'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type RuleMeta, type RuleOutcome } from '../model/rule.ts'
import { compareChangeBases } from './compare-bases.ts'
import { compareUnitRows, compareUnitSums } from './compare-units.ts'
import { compareCarriedOver, type Compared, compareQuotedFigures } from './compare-years.ts'

type AcrossRule = RuleMeta & { readonly id: 'Y01' | 'Y02' | 'Y03' | 'U01' | 'U02' }

const basis = [{ source: 'arithmetic', article: '同一口径的数在各份文件中应当一致' }] as const

export const acrossRules: Readonly<Record<AcrossRule['id'], AcrossRule>> = {
  Y01: {
    id: 'Y01',
    title: { zh: '引用的上年数与上年文件不一致', en: 'A quoted earlier figure is not that of the earlier document' },
    severity: 'warning',
    basis,
    explanation: {
      zh: '文件中的上年预算数、上年决算数，以及决算中的年初预算数，应当就是先前文件公开的数。口径（资金、科目、类别）和阶段（预算、决算）都相同的才比较；调整预算数、预计执行数不比较；决算中只写“预算数”的可能是调整后的数，也不比较。列头或文字没有写明是预算还是决算的、预算中的上年执行数（年度尚未结束时的数）、按先前文件为空的各列推出是同一笔钱的，不一致只作提示。按印出的位数取区间，四舍五入能解释的不算。没有比较的数写明个数和原因。需要用 --previous 给出先前的文件。',
      en: 'A quoted last-year budget or final figure, and the initial budget in a final account, must be what the earlier document published. Only figures of one region and one phase are compared, as intervals of what was printed; where the words leave the phase open a difference is a notice, and what was not compared is counted with the reason. Needs --previous.',
    },
    legitimate: { zh: '机构改革、划转或科目调整后按新口径重列了上年数；应当注明。', en: 'Last year was restated for a reorganisation or a change of subjects, which should be noted.' },
  },
  Y02: {
    id: 'Y02',
    title: { zh: '增减的基数与上年文件不一致', en: 'The base behind a change is not that of the earlier document' },
    severity: 'warning',
    basis,
    explanation: {
      zh: '“比上年预算增加（减少）多少”说明了上年是多少：本年数减去增减额。它应当等于上年文件公开的同口径数；只写增长百分之几的，按率核对。写明比预算的与上年预算比，写明比决算的与上年决算比；写比执行数、调整预算数或可比口径的不比较，没有写明的只作提示。上年文件是决算的，也与其中的年初预算比，不一致只作提示。需要用 --previous 给出上年文件。',
      en: 'An amount and its change say what last year was; that must be what last year\'s document published for the same region. Compared with the phase that the words name; execution figures, adjusted and restated amounts are left alone, and where the words name none a difference is a notice. Needs --previous.',
    },
    legitimate: { zh: '以上年执行数、调整预算数为基数，或按新口径重列了上年数；应当注明。', en: 'The base is last year\'s execution or adjusted budget, or was restated; this should be noted.' },
  },
  Y03: {
    id: 'Y03',
    title: { zh: '上年结转与上年年末结转不一致', en: 'What is carried in is not what was carried out' },
    severity: 'warning',
    basis,
    explanation: {
      zh: '上年决算的年末结转（和结余）结转到本年，就是本年的上年结转。前后两份都是决算的，不一致是警告；有一份是预算的，结转只是预计或只列了一部分，只作提示，先前预算预计为零的不比较。需要用 --previous 给出上年文件。',
      en: 'What last year\'s final account carries out is what this year carries in. A budget only foresees it or lists a part: then a difference is a notice, and nothing is compared with one that foresaw nothing. Needs --previous.',
    },
    legitimate: { zh: '部分结转资金被财政收回，或预算编制时只列了部分结转。', en: 'Part of it was taken back by the treasury, or the budget lists only a part.' },
  },
  U01: {
    id: 'U01',
    title: { zh: '部门表中的单位数与单位文件不一致', en: 'A unit\'s row is not what the unit published' },
    severity: 'warning',
    basis,
    explanation: {
      zh: '部门的表按单位列出收支的，每一行应当等于该单位自己公开的同口径数。需要用 --units 给出各单位的文件。',
      en: 'Where a department\'s table lists units, each row must be what the unit itself published for the same region. Needs --units.',
    },
    legitimate: { zh: '单位之间的往来在汇总时抵消。', en: 'Transfers between units were offset.' },
  },
  U02: {
    id: 'U02',
    title: { zh: '部门数与各单位之和不一致', en: 'The department is not the sum of its units' },
    severity: 'warning',
    basis,
    explanation: {
      zh: '部门预决算由本级和所属单位汇总而成。部门的表或文字列出的单位都有文件、且都印了同口径数的，其和应当等于部门数；文件不全的，写明缺哪些单位，只看已有单位之和是否超过部门数。财政拨款不会重复计算，不一致是警告；其他资金可能在汇总时抵消，只作提示。单位之间的上缴、补助不比较。同一原因带到各级合计的，合为一项。需要用 --units 给出各单位的文件。',
      en: 'A department consists of its own office and its units. Where every unit that it names is here and prints the amount, their sum must be the department\'s; otherwise the missing are named and the units at hand must not exceed it. Needs --units.',
    },
    legitimate: { zh: '部门与单位之间、单位之间的往来在汇总时抵消；涉密单位不公开。', en: 'Transfers within the department were offset; a secret unit publishes nothing.' },
  },
}

export interface OtherDocuments {
  readonly previous?: RecognisedDocument
  readonly units?: readonly RecognisedDocument[]
}

/**
 * What each rule says, for the documents that were given and are fit to compare (`unfitToCompare`); rules whose documents
 * were not given are not asked.
 */
export function judgeAcross(document: RecognisedDocument, { previous, units }: OtherDocuments, mode: RoundingMode): readonly { readonly meta: AcrossRule; readonly outcome: RuleOutcome }[] {
  const told = (id: AcrossRule['id'], { checked, findings, open }: Compared): { readonly meta: AcrossRule; readonly outcome: RuleOutcome } => ({ meta: acrossRules[id], outcome: outcomeOf(checked, findings, open) })
  return [
    ...(previous === undefined ? [] : [
      told('Y01', compareQuotedFigures(document, previous, mode)),
      told('Y02', compareChangeBases(document, previous, mode)),
      told('Y03', compareCarriedOver(document, previous, mode)),
    ]),
    ...(units === undefined ? [] : [told('U01', compareUnitRows(document, units, mode)), told('U02', compareUnitSums(document, units, mode))]),
  ]
}
