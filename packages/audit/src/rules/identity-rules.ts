/** What the derived identities are called in reports. They are theorems of the table definitions, not rules with a check. */
import type { RuleMeta } from '../model/rule.ts'

type IdentityRule = RuleMeta & { readonly id: 'I00' | 'I01' | 'I02' | 'I03' | 'I04' | 'I05' | 'I06' | 'I07' }

const basis = [
  { source: 'arithmetic', article: '' },
  { source: 'budgetLaw', article: '第三十二条' },
] as const

/** Metadata by id: rounding residues, equality, sum, containment, share, change, joint impossibility, and what could not be read. */
export const identityRules: Readonly<Record<IdentityRule['id'], IdentityRule>> = {
  I00: {
    id: 'I00',
    title: { zh: '尾差', en: 'Rounding residue' },
    severity: 'notice',
    basis,
    explanation: {
      zh: '各数分别四舍五入后，分项之和与合计可以差最后几位。n 个分项与一个合计的差小于（n＋1）/2 个末位时，四舍五入能够解释，是尾差，不是错误；达到或超过这个界就不能解释。',
      en: 'When every figure is rounded on its own, parts and totals can differ in the last digits. With n parts a difference below (n + 1)/2 last digits is explained by rounding; at or above that it is not.',
    },
    legitimate: { zh: '尾差本身就是正常情况。可在表下注明“因四舍五入，部分合计数与分项之和存在尾差”。', en: 'Residues are normal; a note below the table explains them.' },
  },
  I01: {
    id: 'I01',
    title: { zh: '同一笔钱两处不一致', en: 'Two prints of one amount differ' },
    severity: 'error',
    basis,
    explanation: {
      zh: '同一笔钱（同一资金、期间、科目、类别、单位、项目）印在不同的表、文字或绩效表中，金额应当一致。哪些数是同一笔钱，由表的含义推出；某些资金列为空时，合计与唯一有数的一项也是同一笔钱。',
      en: 'The same money printed in different tables, sentences or forms must agree. Which prints are the same money follows from what the tables mean.',
    },
    legitimate: { zh: '口径不同（如一处含上年结转、一处不含）且文中已说明的，不属于不一致。', en: 'Different scopes that the document states.' },
  },
  I02: {
    id: 'I02',
    title: { zh: '分项之和不等于合计', en: 'Parts do not sum to the whole' },
    severity: 'error',
    basis,
    explanation: {
      zh: '表内逐列逐行求和：科目的下级之和等于本级，各资金之和等于合计，基本支出与项目支出之和等于支出合计；同一关系跨表也成立。差额超出四舍五入所能解释的界，才报不一致。',
      en: 'Rows and columns sum: subjects below to the subject, funds to the total, basic and project to expenditure, also across tables. Only a difference that rounding cannot explain is reported.',
    },
    legitimate: { zh: '只列示其中部分科目的表应注明“其中”。', en: 'A table that lists only some parts should say so.' },
  },
  I03: {
    id: 'I03',
    title: { zh: '部分大于整体', en: 'A part exceeds its whole' },
    severity: 'error',
    basis,
    explanation: { zh: '一个范围包含在另一个范围之内，金额不应更大。', en: 'What lies within a scope cannot be larger than the scope.' },
    legitimate: { zh: '范围内有负数（冲减）时可能出现。', en: 'Negative amounts within the scope.' },
  },
  I04: {
    id: 'I04',
    title: { zh: '占比重算不符', en: 'A share does not recompute' },
    severity: 'warning',
    basis,
    explanation: { zh: '文中的占比按印出的分子、分母重算。印出的数都代表一个区间，只有区间内怎样取值都得不到印出的百分比时，才报不符。', en: 'Shares are recomputed from the printed amounts, as intervals.' },
    legitimate: { zh: '占比所指的合计与上文不同且已说明的除外。', en: 'A share of another whole that the text states.' },
  },
  I05: {
    id: 'I05',
    title: { zh: '增减率重算不符', en: 'A rate of change does not recompute' },
    severity: 'warning',
    basis,
    explanation: { zh: '由本年数和增减额推出上年数，再重算增减率；印出的数按区间计算。', en: 'Last year follows from this year and the change; the rate is recomputed, as intervals.' },
    legitimate: { zh: '与调整后的上年口径比较且已说明的除外。', en: 'A restated base that the text states.' },
  },
  I06: {
    id: 'I06',
    title: { zh: '各数不能同时成立', en: 'The figures cannot all hold' },
    severity: 'error',
    basis,
    explanation: { zh: '每条关系单独看都在四舍五入的界内，但合在一起没有任何一组实际金额能印成这些数。', en: 'Each relation is within rounding, yet no set of amounts prints as all of these figures.' },
    legitimate: { zh: '印出的数采用截断等其他取整方式时可能出现。', en: 'Another rounding mode than stated.' },
  },
  I07: {
    id: 'I07',
    title: { zh: '未能读取', en: 'Could not be read' },
    severity: 'warning',
    basis: [{ source: 'disclosureProcedure', article: '' }],
    explanation: {
      zh: '表没有单位、单位不止一个、行重复、绩效表没有金额或日期不成立等，使部分内容无法读取。没有读到的既不算零，也不算通过，因此列出位置和补救办法。',
      en: 'A missing or doubled unit, duplicate rows, a form without money or an impossible date keeps something from being read. The unread counts neither as zero nor as a pass, so each place is listed with its remedy.',
    },
    legitimate: { zh: '原件清楚而是转换或识读所致的，换用更清晰的来源即可。', en: 'Where conversion damaged a clear original, use a better source.' },
  },
}
