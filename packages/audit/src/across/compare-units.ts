/**
 * A department's document held against those of its units (本级 and 所属单位).
 *
 * Three things are compared, from the surest to the least: a row that the department prints for a unit against that
 * unit's own document; only where every unit that the department names in its tables has a document here, the sum of the
 * units against the department; and else, that the units at hand are not more than the department. Units that have no
 * document, and documents that are no unit's, are named.
 *
 * @module
 */
import { describePlace, type Region, regionKey } from '@mingzhang/figures'
import { fen, type Interval, type RoundingMode, subtractFen, sumFen } from '@mingzhang/money'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import type { RuleFinding } from '../model/rule.ts'
import type { Compared } from './compare-years.ts'
import { unitEnumerations } from '../recognise/unit-names.ts'
import { amountWords, intervalOfFigure, isStated, meets, ownPhase, placeElsewhere, type StatedFigure, widen } from './other-document.ts'
import { bodyKey, isOwnOffice, isSameBody } from './same-body.ts'
import { type FigureLookup, figureLookup, type Prints } from './same-money.ts'

interface Unit {
  readonly name: string
  readonly document: RecognisedDocument
}

/** Who of the department's units has a document here. */
interface Roll {
  readonly units: readonly Unit[]
  /** Units that the department names and that have no document, as printed. */
  readonly missing: readonly string[]
  /** Documents that are not used, each with the reason. */
  readonly unused: readonly string[]
  /** Whether the department lists its units, in a table of all their money or by number in its text, and each has a document. */
  readonly complete: boolean
}

/** The rows of units in the department's tables against the units' own documents. */
export function compareUnitRows(department: RecognisedDocument, documents: readonly RecognisedDocument[], mode: RoundingMode): Compared {
  const roll = rollOf(department, documents)
  const own = ownPhase(department)
  const rows = department.figures.filter(isStated).flatMap((figure) => {
    const { unit: name, ...rest } = figure.region
    const unit = name === undefined || figure.change !== undefined ? undefined : roll.units.find((candidate) => isUnit(candidate, name, department))
    const region: Region = own === undefined || rest.phase !== undefined ? rest : { ...rest, phase: own }
    return unit === undefined ? [] : [{ figure, unit, region }]
  })
  const lookups = new Map(roll.units.map((unit) => [unit, figureLookup(unit.document, rows.filter((row) => row.unit === unit).map(({ region }) => region), mode)]))
  const findings = new Map<string, RuleFinding>()
  let checked = 0
  for (const { figure, unit, region } of rows) {
    const theirs = lookups.get(unit)?.(region)
    if (theirs === undefined) continue
    checked += 1
    if (agrees(intervalOfFigure(figure, mode), theirs, mode)) continue
    const finding = rowFinding(figure, unit, theirs)
    const same = `${unit.name} ${String(finding.expected)} ${String(finding.found)}`
    const known = findings.get(same)
    findings.set(same, known === undefined ? finding : { ...known, places: [figure.place, ...known.places] })
  }
  return { checked, findings: [...findings.values()], open: openRows(rows.length - checked, roll) }
}

function openRows(uncompared: number, { missing, unused }: Roll): Compared['open'] {
  return [
    ...missing.length === 0 ? [] : [{ places: [], reason: { zh: `缺少这些单位的文件，没有比较：${missing.join('、')}。`, en: `No document of these units is here: ${missing.join(', ')}.` } }],
    ...unused.map((reason) => ({ places: [], reason: { zh: reason, en: reason } })),
    ...uncompared === 0 ? [] : [{ places: [], reason: { zh: `部门表中有 ${uncompared} 个单位数，单位的文件没有印出同口径的数。`, en: `${uncompared} amounts of units have no counterpart in the units' documents.` } }],
  ]
}

function rowFinding(figure: StatedFigure, unit: Unit, { best, derived }: Prints): RuleFinding {
  const found = figure.printed.stated
  const expected = best.printed.stated
  const { name } = unit.document.tree
  return {
    key: figure.id,
    severity: derived ? 'notice' : 'warning',
    places: [figure.place, placeElsewhere(best.place)],
    found: found.value,
    expected: expected.value,
    difference: subtractFen(found.value, expected.value),
    statement: {
      zh: `${describePlace(figure.place)}印 ${amountWords(found.value, found)}，该单位自己的“${name}”中${describePlace(best.place)}是 ${amountWords(expected.value, expected)}。`,
      en: `${describePlace(figure.place)} prints ${amountWords(found.value, found)} for the unit; its own “${name}”, ${describePlace(best.place)}, ${amountWords(expected.value, expected)}.`,
    },
  }
}

/** The department's totals against its units': where all are here their sum is the department's, and else it is not larger. */
export function compareUnitSums(department: RecognisedDocument, documents: readonly RecognisedDocument[], mode: RoundingMode): Compared {
  const roll = rollOf(department, documents)
  const own = ownPhase(department)
  const totals = new Map<string, { readonly figure: StatedFigure; readonly region: Region }>()
  for (const figure of department.figures.filter(isStated)) {
    const { region, change } = figure
    if (change !== undefined || region.unit !== undefined || region.project !== undefined || !isBroad(region) || isInternal(region)) continue
    const key = regionKey(region)
    if (!totals.has(key)) totals.set(key, { figure, region: own === undefined || region.phase !== undefined ? region : { ...region, phase: own } })
  }
  const asked = [...totals.values()]
  const lookups = roll.units.map((unit): FigureLookup => figureLookup(unit.document, asked.map(({ region }) => region), mode))
  const misses: SumMiss[] = []
  let checked = 0
  let partly = 0
  for (const { figure, region } of asked) {
    const theirs = lookups.flatMap((lookup) => lookup(region) ?? [])
    if (theirs.length === 0) continue
    checked += 1
    // A unit that prints no such amount may have none, or not have said so: only a full set is a sum.
    const isSum = roll.complete && theirs.length === roll.units.length
    if (!isSum) partly += 1
    const whole = intervalOfFigure(figure, mode)
    if (isSum ? canSum(whole, theirs, mode) : leastSum(theirs, mode) <= whole.high) continue
    misses.push({ figure, finding: sumFinding(figure, theirs, isSum), reach: figure.printed.stated.quantum * (theirs.length + 1) })
  }
  return { checked, findings: joinSums(misses), open: openSums(partly, roll) }
}

interface SumMiss {
  readonly figure: StatedFigure
  readonly finding: RuleFinding
  /** By how much rounding alone can make the same miss look different elsewhere, in fen. */
  readonly reach: number
}

/** One wrong amount carries on into every total above it: totals that lack the same, but for rounding, are one finding. The gravest leads. */
function joinSums(misses: readonly SumMiss[]): readonly RuleFinding[] {
  const groups: { readonly lead: SumMiss; places: RuleFinding['places'] }[] = []
  const grave = (severity: RuleFinding['severity']): readonly SumMiss[] => misses.filter(({ finding }) => finding.severity === severity)
  for (const miss of [...grave('warning'), ...grave('notice')]) {
    const group = groups.find(({ lead }) => Math.abs((lead.finding.difference ?? 0) - (miss.finding.difference ?? 0)) < Math.max(lead.reach, miss.reach))
    if (group === undefined) groups.push({ lead: miss, places: miss.finding.places })
    else group.places = [...group.places, miss.figure.place]
  }
  return groups.map(({ lead, places }) => ({ ...lead.finding, places }))
}

function openSums(partly: number, { units, missing, complete }: Roll): Compared['open'] {
  if (partly === 0) return []
  const why = complete ? '有的单位没有印出同口径的数' : missing.length > 0 ? `缺少${missing.join('、')}的文件` : '部门的文件没有逐一列出单位，不能确定单位是否齐全'
  return [{
    places: [],
    reason: { zh: `有 ${partly} 个部门数只看了已有的 ${units.length} 个单位之和是否超过它，没有核对相等：${why}。`, en: `${partly} totals could only be tested for not being exceeded by the ${units.length} units at hand.` },
  }]
}

function canSum(whole: Interval, theirs: readonly Prints[], mode: RoundingMode): boolean {
  const slack = fen(theirs.reduce((total, prints) => total + prints.slack, 0))
  const low = fen(theirs.reduce((total, { all }) => total + Math.min(...all.map((print) => intervalOfFigure(print, mode).low)), 0))
  const high = fen(theirs.reduce((total, { all }) => total + Math.max(...all.map((print) => intervalOfFigure(print, mode).high)), 0))
  return meets(whole, widen({ low, high }, slack))
}

function leastSum(theirs: readonly Prints[], mode: RoundingMode): number {
  return theirs.reduce((total, { all, slack }) => total + Math.min(...all.map((print) => intervalOfFigure(print, mode).low)) - slack, 0)
}

function sumFinding(figure: StatedFigure, theirs: readonly Prints[], isSum: boolean): RuleFinding {
  const found = figure.printed.stated
  const total = sumFen(theirs.map(({ best }) => best.printed.stated.value))
  const listed = theirs.slice(0, 6).map(({ best: { place, printed } }) => `“${place.document}” ${amountWords(printed.stated.value, printed.stated)}`).join('、')
  const more = theirs.length > 6 ? `等 ${theirs.length} 份` : ''
  return {
    key: figure.id,
    // What the treasury pays is never counted twice; other money can be one unit's income and another's expenditure.
    severity: isSum && figure.region.fund?.startsWith('fiscal') === true && theirs.every(({ derived }) => !derived) ? 'warning' : 'notice',
    places: [figure.place, ...theirs.map(({ best }) => placeElsewhere(best.place))],
    found: found.value,
    expected: total,
    difference: subtractFen(found.value, total),
    statement: {
      zh: `${describePlace(figure.place)}印 ${amountWords(found.value, found)}，${isSum ? '各单位之和' : '已有的单位之和'}是 ${amountWords(total, found)}（${listed}${more}）${isSum ? '' : '，大于部门数'}。`,
      en: `${describePlace(figure.place)} prints ${amountWords(found.value, found)}; ${isSum ? 'the units sum to' : 'the units at hand alone sum to'} ${amountWords(total, found)} (${listed}${theirs.length > 6 ? ` and more, ${theirs.length} in all` : ''}).`,
    },
  }
}

/** How many documents are of the department's units and can be compared, and why the others cannot. */
export function unitsAtHand(department: RecognisedDocument, documents: readonly RecognisedDocument[]): { readonly used: number; readonly unused: readonly string[] } {
  const { units, unused } = rollOf(department, documents)
  return { used: units.length, unused }
}

/** Sorts the documents: those of the department's year, kind and units, and why another is not used. */
function rollOf(department: RecognisedDocument, documents: readonly RecognisedDocument[]): Roll {
  const { year, kind, level, body } = department.facts
  const units: Unit[] = []
  const unused: string[] = []
  for (const document of documents) {
    const { facts, tree } = document
    const isSelf = tree.name === department.tree.name && facts.level?.value === level?.value
    const known = units.find(({ name }) => facts.body !== undefined && name === bodyKey(facts.body.value))
    const refusal = isSelf ? '是部门自己的文件'
      : facts.body === undefined ? '没有写明单位名称'
      : facts.year?.value !== year?.value || facts.kind?.value !== kind?.value ? '的年度或预决算种类与部门的文件不同'
      : facts.level?.value === 'department' && body !== undefined && isSameBody(facts.body.value, body.value) ? '是部门汇总的文件'
      : known !== undefined ? `与“${known.document.tree.name}”是同一个单位的`
      : undefined
    if (refusal !== undefined) {
      if (!isSelf) unused.push(`“${tree.name}”${refusal}，没有比较。`)
    } else if (facts.body !== undefined) units.push({ name: bodyKey(facts.body.value), document: withoutItself(document, facts.body.value) })
  }
  const inTables = unitsNamed(department, isWhole)
  const listed = inTables.length > 0 ? inTables : enumeratedUnits(department)
  const named = [...new Set([...unitsNamed(department, () => true), ...listed])]
  const missing = named.filter((name) => !units.some((unit) => isUnit(unit, name, department)))
  const strangers = listed.length === 0 ? [] : units.filter((unit) => !listed.some((name) => isUnit(unit, name, department)))
  return {
    units: units.filter((unit) => !strangers.includes(unit)),
    missing,
    unused: [...unused, ...strangers.map(({ document }) => `“${document.tree.name}”的单位不在部门表列名的单位之中，没有比较。`)],
    complete: listed.length > 0 && missing.length === 0,
  }
}

function unitsNamed({ figures }: RecognisedDocument, counts: (region: Region) => boolean): readonly string[] {
  return [...new Set(figures.flatMap(({ region }) => (region.unit === undefined || !counts(region) ? [] : [region.unit])))]
}

/** A unit's rows for itself (项目 by 单位) are its own amounts. */
function withoutItself(document: RecognisedDocument, body: string): RecognisedDocument {
  const strip = ({ unit, ...rest }: Region): Region => (unit === undefined || isOwnOffice(unit) || isSameBody(unit, body) ? rest : { ...rest, unit })
  return { ...document, figures: document.figures.map((figure) => ({ ...figure, region: strip(figure.region) })) }
}

/**
 * The department's own office and the subordinate units that its text enumerates, as many as it announces; empty where it
 * announces none.
 */
function enumeratedUnits({ tree, facts: { body } }: RecognisedDocument): readonly string[] {
  const whole = tree.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? unitEnumerations(block.text) : []))
    .filter(({ names, announced }) => announced === names.length)
    .flatMap(({ names }) => names)
  if (whole.length === 0 || body === undefined) return []
  return [...new Set([...whole, ...(whole.some((name) => isOwnOffice(name) || isSameBody(name, body.value)) ? [] : [body.value])])]
}

/** All money of a unit: a table of such rows lists every unit, one of projects or purchases only those that have some. */
function isWhole({ project, kind, threePublic, procurement, agencyOperating, economic, governmentEconomic }: Region): boolean {
  return [project, kind, threePublic, procurement, agencyOperating, economic, governmentEconomic].every((node) => node === undefined)
}

/** Whether a row's name is the unit's; 本级 alone is the department's own office. */
function isUnit({ name }: Unit, row: string, { facts: { body } }: RecognisedDocument): boolean {
  return isOwnOffice(row) ? body !== undefined && isSameBody(name, body.value) : isSameBody(name, row)
}

/** Totals over all subjects, or of one 类: below that units classify their own way. */
function isBroad({ function: code, economic, governmentEconomic, revenueSubject }: Region): boolean {
  return economic === undefined && governmentEconomic === undefined && revenueSubject === undefined && (code === undefined || !code.includes('/'))
}

/** What units pay each other is left out where their budgets are put together. */
function isInternal({ period, use, kind, fund }: Region): boolean {
  return (
    period?.startsWith('transfers') === true || use?.startsWith('transferred') === true || kind === 'remitted' || kind === 'subsidy' ||
    fund === 'unitFunds/superior' || fund === 'unitFunds/subordinate'
  )
}

function agrees(own: Interval, { all, slack }: Prints, mode: RoundingMode): boolean {
  return all.some((print) => meets(widen(own, slack), intervalOfFigure(print, mode)))
}
