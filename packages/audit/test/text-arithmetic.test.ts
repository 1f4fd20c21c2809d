import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findArithmetic } from '../src/text-arithmetic.ts'

/** Each statement as `kind verdict note`, the note only where there is one. */
const verdicts = (text: string): readonly string[] =>
  findArithmetic(text).map(({ kind, verdict, note }) => [kind, verdict, ...(note === undefined ? [] : [note])].join(' '))

describe('findArithmetic', () => {
  it.each([
    ['借阅补助24万人次*5元/人次=120万元', '240,000 × 5 = 1,200,000'],
    ['运费6元/月×12月×3万人/月=216万元', '6 × 12 × 30,000 = 2,160,000'],
    ['(100元+20元)×30人=3600元', '120 × 30 = 3,600'],
    ['讲师费1000元/场×人数24场=2.4万元', '1,000 × 24 = 24,000'],
    ['36×6.93=249.48万元', 'the unit stands once and means every term'],
    ['2024年30人×1500元×60%×12个月＝324000元', '30 × 1,500 × 0.6 × 12 = 324,000'],
    ['100万元-30万元-20万元=50万元', '100 − 30 − 20 = 50'],
    ['每场10000元÷20人=500元', '10,000 ÷ 20 = 500'],
    ['3人×3333.33元=1万元', 'a product of 9,999.99 prints as 1 in 万元'],
  ])('the formula in “%s” holds: %s', (text) => {
    expect(verdicts(text)).toEqual(['formula holds'])
  })

  it('a wrong product is broken, and both sides are given', () => {
    const [statement] = findArithmetic('补助200人×1500元/月×12个月=180万元。')
    expect(statement).toMatchObject({ kind: 'formula', verdict: 'broken', operator: '×', computed: { digits: 3_600_000n, over: 1n } })
    expect(statement?.terms.map((term) => term.text)).toEqual(['200人', '1500元/月', '12个月'])
    expect(statement?.result.text).toBe('180万元')
  })

  it('元 for 万元 in a fully labelled formula is broken as a slip of the unit', () => {
    expect(verdicts('24万人×5元/人=120元')).toEqual(['formula broken unit-slip'])
  })

  it('a formula that lacks the twelve months is not judged', () => {
    expect(verdicts('10人×2000元=24万元')).toEqual(['formula undetermined factor-missing'])
  })

  it('a rough term makes a miss undetermined', () => {
    expect(verdicts('约300人×1000元=31万元')).toEqual(['formula undetermined approximate'])
  })

  it('a piece of a formula is never judged on its own', () => {
    expect(verdicts('(A类补助)×3人×100元=5000元')).toEqual([])
    expect(verdicts('200元×3人=600元×2')).toEqual([])
  })

  it('parts in brackets that add up hold, and parts above the whole are broken', () => {
    expect(verdicts('全年500万元（其中：场地200万元，设备250万元，人员50万元）')).toEqual(['parts holds'])
    expect(verdicts('全年500万元（其中：场地200万元，设备250万元，人员60万元）')).toEqual(['parts broken'])
  })

  it('parts below the whole are broken only when one lacks a zero', () => {
    // 500 − (200 + 250 + 5) = 45 = 9 × 5: fifty is written as five.
    expect(verdicts('全年500万元（其中：场地200万元，设备250万元，人员5万元）')).toEqual(['parts broken part-tenfold'])
    expect(verdicts('全年500万元（其中：场地200万元，设备250万元）')).toEqual(['parts undetermined parts-may-be-incomplete'])
  })

  it('rounded parts may miss by less than their last digits', () => {
    // 33.3 + 33.3 + 33.3 = 99.9, each within 0.05.
    expect(verdicts('共100.0万元（其中：一期33.3万元，二期33.3万元，三期33.3万元）')).toEqual(['parts holds'])
    expect(verdicts('共99.5万元（其中：一期33.3万元，二期33.3万元，三期33.3万元）')).toEqual(['parts broken'])
  })

  it('a counted total holds when the amounts before it add up, prices per head left aside', () => {
    expect(verdicts('北馆租金31.245万元/年，本年需租金31.245万元；南馆租金为60万元。两项合计91.245万元。')).toEqual(['listedTotal holds'])
    expect(verdicts('图书40万元；设备60万元；两项资金共计需100万元。')).toEqual(['listedTotal holds'])
  })

  it('a counted total is broken when exactly as many amounts stand before it, and open when there are more', () => {
    expect(verdicts('图书40万元；设备60万元；两项合计110万元。')).toEqual(['listedTotal broken'])
    expect(verdicts('上年90万元。图书40万元；设备60万元；两项合计110万元。')).toEqual(['listedTotal undetermined terms-unclear'])
  })

  it('以上合计 sums the numbered list above it', () => {
    expect(verdicts('费用如下：1、场地31万元；2、制作22万元；3、劳务17万元。以上合计70万元')).toEqual(['listedTotal holds'])
    expect(verdicts('费用如下：1、场地31万元；2、制作22万元；3、劳务17万元。以上合计80万元')).toEqual(['listedTotal broken'])
  })

  it('heads × amount per head holds with a share of the sentence', () => {
    expect(verdicts('农村读者约2万人，每人补助30元，按县级负担60%计算，需资金36万元')).toEqual(['perHead holds'])
    expect(verdicts('共有讲解员1250人，补助标准1840元，由县级负担30%，共需资金69万元')).toEqual(['perHead holds'])
  })

  it('heads × amount per head is broken only when every factor is stated', () => {
    expect(verdicts('补助学生100人，每人500元，需资金6万元')).toEqual(['perHead broken'])
    expect(verdicts('补助学生约100人，每人500元，需资金6万元')).toEqual(['perHead undetermined approximate'])
    expect(verdicts('补助学生100人，每人每月500元，需资金60万元')).toEqual(['perHead undetermined factor-missing'])
    expect(verdicts('补助学生100人，每人500元，按比例分担后需资金2万元')).toEqual(['perHead undetermined factor-missing'])
  })

  it('what remains after deductions is recomputed', () => {
    expect(verdicts('全年预计支出900万元（含设备），门票收入200万元，上级补助100万元，剔除二项后，资金缺口600万元')).toEqual([
      'remainder holds',
    ])
    expect(verdicts('全年预计支出900万元，门票收入200万元，上级补助100万元，剔除二项后，资金缺口500万元')).toEqual(['remainder broken'])
    expect(verdicts('合同总金额90万元，上年支付金额60万元，还有30万元尚未支付')).toEqual(['remainder holds'])
    expect(verdicts('合同总金额90万元，上年支付金额60万元，剩余20万元')).toEqual(['remainder broken'])
  })

  it.each([
    '2024年举办24场活动，服务6000人次，经费12万元。',
    '预算12万元，其中培训5万元。',
    '清文发〔2023〕15号，按1:1配套，经费比上年增加3万元。',
    '服务2022-2023年读者3000人，场地200平方米=标准要求',
    '合格率≥95%，成本≤5000元/场',
    '聘请12名讲师，课酬共计18万元，其中教授3人，交通费2万元',
    '2024年3月1日起每人每月210元，即在200元基础上增加10元。',
  ])('“%s” states no arithmetic', (text) => {
    expect(findArithmetic(text)).toEqual([])
  })

  it('a true product is never broken, whatever its factors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        (heads, price, months) => {
          const total = heads * price * months
          expect(verdicts(`补助${heads}人×${price}元/人×${months}个月=${total}元`)).toEqual(['formula holds'])
        },
      ),
    )
  })

  it('a product that is off by more than its last digit never holds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.integer({ min: 2, max: 9999 }),
        fc.integer({ min: 1, max: 500 }),
        (heads, price, off) => {
          const [statement] = findArithmetic(`补助${heads}人×${price}元/人=${heads * price + off}元`)
          expect(statement?.verdict).not.toBe('holds')
        },
      ),
    )
  })
})
