/**
 * 国有资产占有使用: net value = original value − depreciation; and vehicles against the money spent on running them.
 *
 * @module
 */
import type { Place } from '@mingzhang/figures'
import {
  addIntervals, intersectIntervals, intervalOf, negateInterval, parseAmount, type PrintedAmount, type RoundingMode,
} from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { indicatorsOf, placeIn } from './form-queries.ts'
import {
  cellsWhere, inWanyuan, inYuan, isNonZero, type NarrativeLine, roundingOf, statedOf, tablesOfKind, topicsAbout,
} from './narrative-queries.ts'

/** Assets: values agree with each other, and a unit without vehicles has no vehicle running cost. */
export const k63StateAssets: Rule = {
  meta: {
    id: 'K63',
    title: { zh: '国有资产情况自相矛盾', en: 'The state of assets contradicts itself or the tables' },
    severity: 'warning',
    basis: [{ source: 'disclosureProcedure', article: '国有资产占有使用情况' }, { source: 'arithmetic', article: '净值＝原值－累计折旧' }],
    explanation: {
      zh: '资产净值应等于原值减累计折旧。资产情况写明没有车辆，“三公”经费却安排了公务用车运行维护费，或绩效目标表要保障公务用车的，两者至少有一处要更正或说明。',
      en: 'Net value is original value less depreciation. Where the text says there are no vehicles but running costs are budgeted, or a form promises to keep vehicles running, one of them needs correcting or explaining.',
    },
    legitimate: { zh: '车辆由下属单位或机关事务部门登记、费用由本部门承担，或租用、借用车辆的，应在资产情况中说明。',
      en: 'Vehicles may be registered elsewhere, leased or borrowed while this body pays for running them; the text should say so.' },
  },
  check(context) {
    const { document } = context
    const lines = topicsAbout(document, /国有资产|资产占有|资产情况/u).flatMap((topic) => [topic.heading, ...topic.lines])
    const values = lines.flatMap((line) => judgeValues(line, roundingOf(context)))
    const vehicles = judgeVehicles(document, lines)
    const undetermined = vehicles.kind === 'undetermined' ? [vehicles.open] : []
    const findings = [...values.filter((value) => value !== 'holds'), ...vehicles.kind === 'judged' ? vehicles.findings : []]
    return outcomeOf(values.length + (vehicles.kind === 'judged' ? 1 : 0), findings, undetermined)
  },
}

const amount = '(?:为|约|是|共|合计|总额|:)?([\\d,.]+)(亿元?|万元?|元)'
const valueTriple = new RegExp(`原值${amount}[,;、]?(?:已?(?:累计|计提)*)折旧${amount}[,;、]?[^。;\\d]{0,12}净值${amount}`, 'gu')

/** Every 原值, 折旧, 净值 told in one sentence. 万 and 亿 before a value mean 万元 and 亿元. */
function judgeValues(line: NarrativeLine, mode: RoundingMode): readonly (RuleFinding | 'holds')[] {
  const plain = normaliseLabel(line.text)
  return [...plain.matchAll(valueTriple)].flatMap((match): readonly (RuleFinding | 'holds')[] => {
    const [original, depreciation, net] = [readValue(match[1], match[2]), readValue(match[3], match[4]), readValue(match[5], match[6])]
      .map(statedOf)
    if (original === undefined || depreciation === undefined || net === undefined) return []
    const expected = addIntervals(intervalOf(original, mode), negateInterval(intervalOf(depreciation, mode)))
    if (intersectIntervals(expected, intervalOf(net, mode)) !== undefined) return ['holds']
    return [{
      key: `net:${match[0]}`,
      severity: 'error',
      places: [line.place],
      found: `${match[5] ?? ''}${match[6] ?? ''}`,
      expected: '原值减累计折旧',
      statement: {
        zh: `“${match[0]}”：原值减折旧不等于净值。`,
        en: `Original value less depreciation is not the net value printed (${inYuan(net.value)}).`,
      },
    }]
  })
}

function readValue(digits: string | undefined, unit: string | undefined): PrintedAmount {
  return parseAmount(digits ?? '', unit?.startsWith('亿') === true ? '亿元' : unit?.startsWith('万') === true ? '万元' : '元')
}

type VehicleJudgement =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'judged'; readonly findings: readonly RuleFinding[] }
  | { readonly kind: 'undetermined'; readonly open: RuleOutcome['undetermined'][number] }

function judgeVehicles(document: RecognisedDocument, lines: readonly NarrativeLine[]): VehicleJudgement {
  const none = placeOfNoVehicles(lines)
  if (none === undefined) return { kind: 'nothing' }
  const running = cellsWhere(tablesOfKind(document, 'threePublic'), { threePublic: 'all/vehicle/running' })
  const paid = running.find(({ cell }) => isNonZero(cell.printed))
  const promised = document.forms
    .flatMap((form) => indicatorsOf(form, 'quantity').filter(isVehicleIndicator).map((indicator) => ({ form, indicator })))
  const [firstPromise] = promised
  if (running.length === 0 && firstPromise === undefined) {
    return { kind: 'undetermined',
      open: { places: [none], reason: { zh: '没有识别到公务用车运行维护费，无法与车辆情况核对。', en: 'The vehicle running cost was not recognised.' } } }
  }
  if (paid === undefined && firstPromise === undefined) return { kind: 'judged', findings: [] }
  const cost = statedOf(paid?.cell.printed)
  const sides = [
    ...cost === undefined ? [] : [`“三公”经费表安排公务用车运行维护费${inWanyuan(cost.value)}`],
    ...firstPromise === undefined
      ? [] : [`绩效目标表“${firstPromise.form.projectName.text}”的指标“${firstPromise.indicator.name}”为${firstPromise.indicator.value.raw}`],
  ]
  return { kind: 'judged', findings: [{
    key: 'vehicles',
    places: [none, ...paid === undefined ? [] : [paid.cell.place], ...firstPromise === undefined
      ? [] : [placeIn(firstPromise.form, firstPromise.indicator.place)]],
    found: '车辆：无',
    statement: {
      zh: `国有资产情况写明没有车辆，${sides.join('，')}。`,
      en: 'The text says there are no vehicles, but running costs are budgeted or a form promises to keep vehicles running.',
    },
  }] }
}

function isVehicleIndicator({ name, value }: ReturnType<typeof indicatorsOf>[number]): boolean {
  return value.kind === 'number' && value.unit.startsWith('辆') && value.number.digits > 0n && /公务用车|公车|车辆/u.test(name)
}

const nothing = '(?:无|没有|暂无|0辆?|零辆?)'
const saysNone = new RegExp(`(?:车辆|公务用车|机动车)(?:情况|数量|保有量|共|共计|合计|总数|:|为)*${nothing}(?:[。;,]|$)|(?:没有|无)(?:公务用车|公务车辆|车辆|公车)`, 'u')

/** Where the text says that there are no vehicles: in one line, or 车辆情况 with 无 on the next. */
function placeOfNoVehicles(lines: readonly NarrativeLine[]): Place | undefined {
  // 其他用车0辆 in a split by kind says nothing where vehicles of another kind are counted.
  if (lines.some(({ text }) => /[1-9]\d*辆/u.test(normaliseLabel(text)))) return undefined
  for (const [index, line] of lines.entries()) {
    const plain = normaliseLabel(line.text)
    // 购置车辆0辆 tells what is bought, not what there is.
    if (!/车辆|用车|公车/u.test(plain) || /购置|新增|更新/u.test(plain)) continue
    if (saysNone.test(plain)) return line.place
    const next = lines[index + 1]
    const isHeading = /(?:车辆|用车|公车)[^。;,\d]{0,14}$/u.test(plain)
    if (isHeading && next !== undefined && new RegExp(`^${nothing}[。.]?$`, 'u').test(normaliseLabel(next.text))) return next.place
  }
  return undefined
}
