import { fen } from '@mingzhang/money'
import type { Ledger } from '../ledger.ts'

/** What the sheet 填写示例 shows: an invented department with one of everything. */
export function exampleLedger(year: number): Ledger {
  const bureau = '清河县文化和旅游局'
  const hall = '清河县文化馆'
  const opera = '送戏下乡惠民演出'
  const opening = { kind: 'project', project: '文化馆免费开放补助' } as const
  return {
    department: {
      name: bureau, code: '028', year, level: 'department', approvedOn: `${year}-02-06`, publishedOn: `${year}-02-23`,
      approvedBy: '清河县财政局', region: '清河县',
    },
    units: [
      { name: bureau, code: '028001', nature: 'administrative' },
      { name: hall, code: '028002', nature: 'institution' },
    ],
    projects: [
      { name: opera, code: '', unit: bureau, class: 'specificTarget' },
      { name: opening.project, code: '', unit: hall, class: 'operation' },
    ],
    lines: [
      {
        unit: bureau, use: { kind: 'personnel' }, function: '2070101', economic: '30101', governmentEconomic: '50101', fund: 'fiscal/generalPublic',
        period: 'current', source: undefined, amount: fen(82_540_000),
      },
      {
        unit: hall, use: { kind: 'operating' }, function: '2070109', economic: '30201', governmentEconomic: undefined, fund: 'fiscal/generalPublic',
        period: 'current', source: undefined, amount: fen(3_998_650),
      },
      {
        unit: bureau, use: { kind: 'project', project: opera }, function: '2070108', economic: undefined, governmentEconomic: undefined,
        fund: 'fiscal/generalPublic', period: 'current', source: 'local', amount: fen(48_000_000),
      },
      {
        unit: hall, use: opening, function: '2070109', economic: '30227', governmentEconomic: undefined, fund: 'fiscal/generalPublic',
        period: 'carriedIn', source: 'central', amount: fen(4_312_345),
      },
    ],
    revenue: [
      { unit: bureau, fund: 'fiscal/generalPublic', period: 'current', subject: undefined, amount: fen(130_540_000) },
      { unit: hall, fund: 'fiscal/generalPublic', period: 'current', subject: undefined, amount: fen(3_998_650) },
      { unit: hall, fund: 'fiscal/generalPublic', period: 'carriedIn', subject: undefined, amount: fen(4_312_345) },
    ],
    carriedOut: [],
    priorYear: [{ item: 'total', amount: fen(120_000_000) }, { item: 'reception', amount: fen(800_000) }],
    procurement: [{ unit: bureau, kind: 'services', name: '惠民演出服务', amount: fen(48_000_000) }],
    facts: {
      headcount: [{ unit: bureau, kind: 'administrativePosts', people: 15 }, { unit: hall, kind: 'institutionPosts', people: 16 }],
      vehicles: [{ unit: bureau, kind: '机要通信应急用车', count: 1 }],
      assets: [{ unit: hall, kind: 'building', name: '文化馆馆舍', size: '2150', original: fen(312_460_000), depreciation: fen(187_200_000) }],
    },
    texts: [{ item: 'revenueReason', text: '新增惠民演出项目 {照录：1个}' }],
    forms: [{
      subject: { kind: 'project', project: opera }, unit: undefined, attribute: '一次性项目(1年结束)', duration: '1年', lifeFunding: undefined,
      overview: '组织县内剧团到行政村演出120场，每场补助4000元。', basis: '《清河县公共文化服务保障实施方案》（清政发〔2023〕8号）。',
      necessity: '偏远村群众看戏机会少，需要政府组织送演。', measures: '《清河县惠民演出管理办法》，演出后由村委会签字确认。', plan: '3月至11月分四批演出。',
      lifeGoal: '在120个行政村各演出1场。', annualGoal: '11月底前完成120场演出。',
      indicators: [
        { span: 'life', level1: '产出指标', level2: '数量指标', name: '惠民演出场次', value: '=120场' },
        { span: 'annual', level1: '产出指标', level2: '数量指标', name: '惠民演出场次', value: '=120场' },
        { span: 'annual', level1: '满意度指标', level2: '服务对象满意度指标', name: '观众满意度', value: '≥90%' },
      ],
      responsible: '', handler: '', phone: '', filledOn: '',
    }],
    localCodes: [],
    pinned: [],
  }
}
