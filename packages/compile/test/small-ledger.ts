import { fen } from '@mingzhang/money'
import type { BudgetLine, Ledger } from '../src/index.ts'

export const bureau = '清河县体育局'
export const hall = '清河县体育馆'
export const paths = '健身路径“村村通”'
export const roof = '体育馆屋面维修'

/** A line of basic expenditure of the year from 一般公共预算, in fen. */
export function basic(unit: string, kind: 'personnel' | 'operating', code: string, economic: string, amount: number): BudgetLine {
  return { unit, use: { kind }, function: code, economic, governmentEconomic: undefined, fund: 'fiscal/generalPublic', period: 'current', source: undefined, amount: fen(amount) }
}

/** A line of a project, in fen. */
export function project(unit: string, name: string, code: string, fund: BudgetLine['fund'], period: BudgetLine['period'], amount: number): BudgetLine {
  return { unit, use: { kind: 'project', project: name }, function: code, economic: undefined, governmentEconomic: undefined, fund, period, source: undefined, amount: fen(amount) }
}

/**
 * Two units and two funds, money carried in and carried out, a reduction and an amount below 0.005 万元. By hand, in 万元:
 * 一般公共预算 21.293055 and 政府性基金 20 of the year, 8 and 5 carried in; 3 is carried out, 51.293055 is spent.
 */
export const smallLedger: Ledger = {
  department: { name: bureau, code: '031', year: 2024, level: 'department', region: '清河县' },
  units: [{ name: bureau, code: '031001', nature: 'administrative' }, { name: hall, code: '031002', nature: 'institution' }],
  projects: [{ name: paths, code: '', unit: hall, class: 'specificTarget' }, { name: roof, code: '', unit: hall, class: 'specificTarget' }],
  lines: [
    basic(bureau, 'personnel', '2070301', '30101', 10_000_000),
    basic(bureau, 'operating', '2070301', '30201', 1_234_500),
    basic(bureau, 'operating', '2070301', '30231', 2_000_000),
    basic(hall, 'personnel', '2070308', '30101', 5_555_555),
    basic(hall, 'operating', '2070308', '30201', 3_000),
    basic(hall, 'personnel', '2070308', '30103', -500_000),
    project(hall, paths, '2296003', 'fiscal/governmentFund', 'current', 20_000_000),
    project(hall, paths, '2296003', 'fiscal/governmentFund', 'carriedIn', 5_000_000),
    project(hall, roof, '2070308', 'fiscal/generalPublic', 'carriedIn', 8_000_000),
  ],
  revenue: [
    { unit: bureau, fund: 'fiscal/generalPublic', period: 'current', subject: undefined, amount: fen(13_234_500) },
    { unit: hall, fund: 'fiscal/generalPublic', period: 'current', subject: undefined, amount: fen(8_058_555) },
    { unit: hall, fund: 'fiscal/governmentFund', period: 'current', subject: '1030155', amount: fen(20_000_000) },
    { unit: hall, fund: 'fiscal/governmentFund', period: 'carriedIn', subject: undefined, amount: fen(5_000_000) },
    { unit: hall, fund: 'fiscal/generalPublic', period: 'carriedIn', subject: undefined, amount: fen(8_000_000) },
  ],
  carriedOut: [{ unit: hall, function: '2070308', fund: 'fiscal/generalPublic', period: 'current', amount: fen(3_000_000) }],
  priorYear: [],
  procurement: [{ unit: hall, kind: 'works', name: '屋面防水', amount: fen(8_000_000) }],
  facts: { headcount: [], vehicles: [], assets: [] },
  texts: [
    { item: 'duties', text: '组织全民健身活动。' },
    { item: 'organisation', text: '局机关内设办公室。' },
    { item: 'overallTarget', text: '场馆常年开放。' },
  ],
  forms: [],
  localCodes: [],
  pinned: [],
}
