/**
 * What a department can write in braces in its texts: the one table of slot names, and those that name a project, a unit,
 * a headcount or an asset.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import { type Fen, roundFen, subtractFen } from '@mingzhang/money'
import { codePath } from '@mingzhang/vocabulary'
import type { HeadcountKind, Ledger, LedgerAsset } from '../../ledger/ledger.ts'
import { projectRegion } from '../../project-region.ts'
import { inWanyuan, proseQuantum } from '../sentence.ts'

const fiscal = { use: 'spent', fund: 'fiscal' } as const
const gp = 'fiscal/generalPublic'

/** The amounts that a slot can name, by the words that a clerk writes. Each prints in 万元 and must be followed by 万元. */
export const amountSlots: Readonly<Record<string, Region>> = {
  收入总计: {}, 支出总计: {}, 收支总计: {},
  本年收入: { period: 'current' }, 本年收入合计: { period: 'current' }, 本年预算安排: { period: 'current' },
  上年结转: { period: 'carriedIn' }, 年终结转: { use: 'carriedOut' },
  支出合计: { use: 'spent' }, 本年支出合计: { use: 'spent' },
  财政拨款: { fund: 'fiscal' }, 财政拨款当年安排: { fund: 'fiscal', period: 'current' }, 财政拨款上年结转: { fund: 'fiscal', period: 'carriedIn' },
  一般公共预算: { fund: gp }, 一般公共预算当年拨款: { fund: gp, period: 'current' }, 一般公共预算上年结转: { fund: gp, period: 'carriedIn' },
  政府性基金预算: { fund: 'fiscal/governmentFund' }, 政府性基金预算当年拨款: { fund: 'fiscal/governmentFund', period: 'current' },
  政府性基金预算上年结转: { fund: 'fiscal/governmentFund', period: 'carriedIn' },
  国有资本经营预算: { fund: 'fiscal/stateCapital' }, 国有资本经营预算当年拨款: { fund: 'fiscal/stateCapital', period: 'current' },
  国有资本经营预算上年结转: { fund: 'fiscal/stateCapital', period: 'carriedIn' },
  财政专户管理资金: { fund: 'specialAccount' }, 单位资金: { fund: 'unitFunds' },
  事业收入: { fund: 'unitFunds/operations' }, 事业单位经营收入: { fund: 'unitFunds/business' }, 上级补助收入: { fund: 'unitFunds/superior' },
  附属单位上缴收入: { fund: 'unitFunds/subordinate' }, 其他收入: { fund: 'unitFunds/other' },
  基本支出: { use: 'spent', kind: 'basic' }, 人员经费: { use: 'spent', kind: 'basic/personnel' },
  公用经费: { use: 'spent', kind: 'basic/operating' }, 项目支出: { use: 'spent', kind: 'project' },
  本年项目支出: { use: 'spent', kind: 'project', period: 'current' }, 上年结转项目支出: { use: 'spent', kind: 'project', period: 'carriedIn' },
  '“三公”经费': { ...fiscal, threePublic: 'all' }, '因公出国（境）费': { ...fiscal, threePublic: 'all/abroad' },
  公务接待费: { ...fiscal, threePublic: 'all/reception' }, 公务用车购置及运行费: { ...fiscal, threePublic: 'all/vehicle' },
  公务用车购置费: { ...fiscal, threePublic: 'all/vehicle/purchase' }, 公务用车运行维护费: { ...fiscal, threePublic: 'all/vehicle/running' },
  机关运行经费: { ...fiscal, agencyOperating: 'all' },
  政府采购: { use: 'spent', procurement: 'all' }, 政府采购货物: { use: 'spent', procurement: 'all/goods' },
  政府采购工程: { use: 'spent', procurement: 'all/works' }, 政府采购服务: { use: 'spent', procurement: 'all/services' },
}

/** What a slot prints. */
export type SlotValue =
  /** An amount of the budget, in 万元. */
  | { readonly kind: 'amount'; readonly region: Region; readonly label: string }
  /** A fact of the ledger that is no amount of the budget; `unit` must follow it where one is given. */
  | { readonly kind: 'fact'; readonly label: string; readonly text: string; readonly unit: string | undefined }
  /** As typed: a number that is no figure of this budget, or the year. */
  | { readonly kind: 'verbatim'; readonly text: string }

/** The value of a slot, or the names that could have been meant. `name` is what stands between the braces. */
export type ResolvedSlot =
  | { readonly ok: true; readonly value: SlotValue }
  | { readonly ok: false; readonly name: string; readonly known: readonly string[] }

/** Looks a slot up. `{项目：…}` and the like take a name of the ledger behind the colon; a further colon names a unit. */
export function resolveSlot(ledger: Ledger, written: string): ResolvedSlot {
  const name = slotName(written)
  const at = name.indexOf('：')
  const [group, argument] = at === -1 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)]
  const found = (value: SlotValue | undefined, known: () => readonly string[]): ResolvedSlot =>
    value === undefined ? { ok: false, name, known: known() } : { ok: true, value }
  switch (group) {
    case '照录':
      return found({ kind: 'verbatim', text: /[：:]([\s\S]*)$/u.exec(written)?.[1]?.trim() ?? '' }, () => [])
    case '年度':
      return found({ kind: 'verbatim', text: String(ledger.department.year) }, () => [])
    case '上年':
      return found({ kind: 'verbatim', text: String(ledger.department.year - 1) }, () => [])
    case '项目':
      return found(projectAmount(ledger, argument), () => ledger.projects.map((project) => `项目：${project.name}`))
    case '单位':
      return found(unitAmount(ledger, argument), () => ledger.units.map((unit) => `单位：${unit.name}`))
    case '科目':
      return found(codeAmount('function', argument), () => ['科目：2080505'])
    case '经济科目':
      return found(codeAmount('economic', argument), () => ['经济科目：30217'])
    case '人数':
      return found(headcount(ledger, argument), () => Object.keys(headcountKinds).map((kind) => `人数：${kind}`))
    case '车辆':
      return found(vehicles(ledger, argument), () => ['车辆', ...new Set(ledger.facts.vehicles.map(({ kind }) => `车辆：${kind}`))])
    case '资产':
      return found(assetFact(ledger, argument), () => assetSlots(ledger))
    default: {
      const [label, region] = Object.entries(amountSlots).find(([known]) => slotName(known) === name) ?? []
      return found(label === undefined || region === undefined ? undefined : { kind: 'amount', region, label }, () => slotNames(ledger))
    }
  }
}

/** Every slot that this ledger offers, for remedies. */
export function slotNames(ledger: Ledger): readonly string[] {
  return [
    ...Object.keys(amountSlots),
    ...ledger.projects.map(({ name }) => `项目：${name}`),
    ...ledger.units.map(({ name }) => `单位：${name}`),
    ...Object.keys(headcountKinds).map((kind) => `人数：${kind}`),
    '车辆', '年度', '上年', '照录：',
  ]
}

/** Blanks, kinds of quotation marks, brackets and colons do not matter. */
function slotName(written: string): string {
  return written.replace(/\s/gu, '').replace(/[“”"「」]/gu, '').replace(/\(/gu, '（').replace(/\)/gu, '）').replace(/:/gu, '：')
}

/** What a project costs in the period that its lines have; both together where it has both. */
function projectAmount(ledger: Ledger, name: string): SlotValue | undefined {
  const project = ledger.projects.find((one) => slotName(one.name) === name)
  if (project === undefined) return undefined
  const periods = new Set(ledger.lines.flatMap(({ use, period }) => (use.kind === 'project' && use.project === project.name ? [period] : [])))
  const [period] = periods
  const region = { ...projectRegion(ledger, project.name), ...(periods.size === 1 && period !== undefined ? { period } : {}) }
  return { kind: 'amount', region, label: project.name }
}

function unitAmount(ledger: Ledger, name: string): SlotValue | undefined {
  const unit = ledger.units.find((one) => slotName(one.name) === name)
  return unit === undefined ? undefined : { kind: 'amount', region: { use: 'spent', unit: unit.name }, label: `${unit.name}支出预算` }
}

function codeAmount(scheme: 'function' | 'economic', code: string): SlotValue | undefined {
  if (!/^\d{3}(?:\d{2}(?:\d{2})?)?$/u.test(code)) return undefined
  return { kind: 'amount', region: { use: 'spent', [scheme]: codePath(code) }, label: `科目${code}` }
}

const inPost: readonly HeadcountKind[] = ['administrativePosts', 'civilServiceManagedPosts', 'institutionPosts', 'workerPosts']
const headcountKinds: Readonly<Record<string, readonly HeadcountKind[]>> = {
  在职: inPost, 行政编制: ['administrativePosts'], 参公编制: ['civilServiceManagedPosts'], 事业编制: ['institutionPosts'],
  工勤编制: ['workerPosts'], 退休: ['retired'], 离退休: ['retired'],
}

/** People of a kind, of all units or of the one behind a second colon; unknown where the ledger gives none. */
function headcount(ledger: Ledger, argument: string): SlotValue | undefined {
  const [kind = '', unit] = argument.split('：')
  const kinds = headcountKinds[kind]
  const rows = ledger.facts.headcount
    .filter((row) => kinds?.includes(row.kind) === true && (unit === undefined || slotName(row.unit) === unit))
  if (rows.length === 0) return undefined
  return { kind: 'fact', label: `${kind}人数`, text: String(rows.reduce((sum, { people }) => sum + people, 0)), unit: undefined }
}

function vehicles(ledger: Ledger, kind: string): SlotValue | undefined {
  const rows = ledger.facts.vehicles.filter((row) => kind === '' || slotName(row.kind) === kind)
  if (rows.length === 0) return undefined
  return { kind: 'fact', label: `${kind}车辆数`, text: String(rows.reduce((sum, { count }) => sum + count, 0)), unit: undefined }
}

interface AssetField {
  readonly text: string | undefined
  readonly unit: string | undefined
}

const assetFields: Readonly<Record<string, (asset: LedgerAsset) => AssetField>> = {
  原值: ({ original }) => ({ text: printed(original), unit: '万元' }),
  累计折旧: ({ depreciation }) => ({ text: printed(depreciation), unit: '万元' }),
  净值: ({ original, depreciation }) => ({ text: printed(netValue(original, depreciation)), unit: '万元' }),
  面积: ({ size }) => ({ text: size, unit: undefined }),
  数量: ({ size }) => ({ text: size, unit: undefined }),
}

const printed = (amount: Fen | undefined): string | undefined => (amount === undefined ? undefined : inWanyuan(amount))

function assetSlots({ facts }: Ledger): readonly string[] {
  return facts.assets.flatMap(({ name }) => Object.keys(assetFields).map((field) => `资产：${name}${field}`))
}

function assetFact(ledger: Ledger, argument: string): SlotValue | undefined {
  for (const asset of ledger.facts.assets) {
    for (const [field, valueOf] of Object.entries(assetFields)) {
      if (argument !== slotName(`${asset.name}${field}`) && argument !== slotName(`${asset.name}：${field}`)) continue
      const { text, unit } = valueOf(asset)
      return text === undefined ? undefined : { kind: 'fact', label: `${asset.name}${field}`, text, unit }
    }
  }
  return undefined
}

/** 净值 of the two as printed, so that the three numbers agree on the page; `undefined` when one is not known. */
export function netValue(original: Fen | undefined, depreciation: Fen | undefined): Fen | undefined {
  return original === undefined || depreciation === undefined
    ? undefined : subtractFen(roundFen(original, proseQuantum), roundFen(depreciation, proseQuantum))
}
