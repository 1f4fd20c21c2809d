import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData, maskName, maskPersonalData, maskPersonalDataInCells } from '../src/personal-data.ts'

const kinds = (text: string): readonly string[] => findPersonalData(text).map((data) => data.kind)

// The example number printed in GB 11643, and an invented card number with a right check digit: no person's.
const identityNumber = '11010519491231002X'
const bankCard = '6222021234567890128'

describe('findPersonalData', () => {
  it('a mobile number is found wherever it stands, with its position', () => {
    const text = '经办电话13800138000。'
    expect(findPersonalData(text)).toEqual([{ kind: 'mobile', start: 4, end: 15, masked: '138****8000', damaged: false }])
  })

  it.each(['138 0013 8000', '138-0013-8000', '１３８００１３８０００', '联系电话:\t\t13800138000'])(
    'a mobile number is found when written as %s',
    (text) => {
      expect(kinds(text)).toEqual(['mobile'])
    },
  )

  it('a number behind 联系电话 with one digit too many or too few is found and called damaged', () => {
    expect(findPersonalData('联系电话：113800138000').map(({ masked, damaged }) => ({ masked, damaged }))).toEqual([
      { masked: '113*****8000', damaged: true },
    ])
    expect(findPersonalData('手机 1380013800').map(({ masked, damaged }) => ({ masked, damaged }))).toEqual([
      { masked: '138***3800', damaged: true },
    ])
  })

  it('an identity number is found by its check digit', () => {
    expect(kinds(`身份证号${identityNumber}`)).toEqual(['identityNumber'])
    expect(kinds('11010519491231002X')).toEqual(['identityNumber'])
    expect(kinds('110105194912310021')).toEqual([])
  })

  it('a 15-digit identity number is found behind its label only', () => {
    expect(kinds('身份证号：110105491231002')).toEqual(['identityNumber'])
    expect(kinds('110105491231002')).toEqual([])
  })

  it('a bank card is found by its check digit', () => {
    expect(kinds(`卡号 ${bankCard}`)).toEqual(['bankCard'])
    expect(kinds('6222021234567890129')).toEqual([])
  })

  it('a private mailbox is found and an office one under gov.cn is not', () => {
    expect(kinds('邮箱：someone@example.com')).toEqual(['email'])
    expect(kinds('邮箱：office@qinghe.gov.cn')).toEqual([])
  })

  it('a name is found behind a handler label, in the same text or the next filled cell', () => {
    expect(kinds('经办人：张某某 联系电话：8123456')).toEqual(['name'])
    expect(kinds('负责人:\t经办人:\t\t李某\t联系电话:')).toEqual(['name'])
  })

  it.each([
    '20230301114156', // the time stamp of a form
    '填报日期:\t20230301114156',
    '2023031111730',
    '141123230000000012345', // a 21-digit project code
    '资金总额 13,800,138,000.00元',
    '13800138000元',
    '13800138000.00',
    '15000000000',
    '清财社〔2023〕138号',
    '联系电话：0358-6322088',
    '联系电话：6322088',
    '咨询电话12333',
    '第13800138000a号',
    'https://qinghe.example/t20230301_13800138000.html',
    '91140000MA0H12345X',
    '2022-2023年',
    '负责人：经办人：联系电话：',
    '单位负责人：张某某',
    '联系人：王女士',
    '经办人姓名 联系电话 填报日期',
    '经办人办理业务时应核对材料',
  ])('%s is not personal data', (text) => {
    expect(findPersonalData(text)).toEqual([])
  })

  it('what it shows never holds the full number', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 13, max: 19 }),
      fc.integer({ min: 100_000_001, max: 999_999_999 }).filter((rest) => rest % 1_000_000 !== 0),
    )
    fc.assert(
      fc.property(numbers, fc.constantFrom('', '电话', '联系电话：', '王某，'), ([prefix, rest], before) => {
        const number = `${String(prefix)}${String(rest)}`
        const masked = maskPersonalData(`${before}${number}。`)
        expect(masked).not.toContain(number)
        expect(masked).toBe(`${before}${number.slice(0, 3)}****${number.slice(-4)}。`)
      }),
    )
  })
})

describe('maskPersonalData', () => {
  it('everything else stays as it was', () => {
    expect(maskPersonalData('培训24场，电话13800138000，经费120,000元')).toBe('培训24场，电话138****8000，经费120,000元')
  })

  it('a masked text is as long as it was, separators and all', () => {
    expect(maskPersonalData('电话138-0013-8000，邮箱someone@example.com')).toBe('电话138-****-8000，邮箱s******@example.com')
  })

  it('names that the caller knows are masked wherever they stand', () => {
    expect(maskPersonalData('由张某某办理', ['张某某'])).toBe('由张**办理')
  })

  it('masking twice changes nothing more', () => {
    const once = maskPersonalData(`卡号${bankCard}，证件${identityNumber}，手机13800138000`)
    expect(maskPersonalData(once)).toBe(once)
  })
})

describe('maskPersonalDataInCells', () => {
  it('a label in one cell marks the number and the name in another', () => {
    expect(maskPersonalDataInCells(['经办人:', '张某某', '联系电话:', '113800138000', '填报日期:', '20230301114156'])).toEqual([
      '经办人:',
      '张**',
      '联系电话:',
      '113*****8000',
      '填报日期:',
      '20230301114156',
    ])
  })
})

describe('maskName', () => {
  it('the surname stays, compound or not', () => {
    expect(maskName('张某某')).toBe('张**')
    expect(maskName('李某')).toBe('李*')
    expect(maskName('欧阳某某')).toBe('欧阳**')
  })
})
