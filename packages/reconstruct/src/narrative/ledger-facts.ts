/**
 * Facts besides money that the narrative states plainly: people in post, vehicles, buildings.
 *
 * @module
 */
import type { Mention, RecognisedDocument } from '@mingzhang/audit'
import type { HeadcountKind, LedgerAsset, LedgerFacts, LedgerUnit } from '@mingzhang/compile'
import { type Fen, parseAmount, subtractFen } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { MarkBook } from '../marks.ts'
import { sectionLines, type SectionSentence, sectionSentences } from './section-lines.ts'

export interface FactsReading {
  readonly facts: LedgerFacts
  /** The sentences that the facts say all of. */
  readonly used: ReadonlySet<string>
  readonly open: readonly string[]
}

/** Reads the facts. A sentence that says more, or that cannot be read for sure, stays text. */
export function readLedgerFacts(document: RecognisedDocument, units: readonly LedgerUnit[], book: MarkBook): FactsReading {
  const headcount = readHeadcount(document, units, book)
  const vehicles = readVehicles(document, units, book)
  const assets = readBuildings(document, units, book)
  return {
    facts: { headcount: headcount.rows, vehicles: vehicles.rows, assets: assets.rows },
    used: new Set([...headcount.used, ...vehicles.used, ...assets.used]),
    open: assets.open,
  }
}

const posts: readonly (readonly [RegExp, HeadcountKind])[] = [
  [/参公|参照公务员/u, 'civilServiceManagedPosts'],
  [/行政编制?|公务员/u, 'administrativePosts'],
  [/工勤/u, 'workerPosts'],
  [/事业编制?|事业人员/u, 'institutionPosts'],
  [/退休|离休/u, 'retired'],
]

interface Read<Row> {
  readonly rows: readonly Row[]
  readonly used: readonly string[]
}

/** People by kind of post. Authorised posts (核定) are no people; the same kind twice is by unit and stays text. */
function readHeadcount(document: RecognisedDocument, units: readonly LedgerUnit[], book: MarkBook): Read<LedgerFacts['headcount'][number]> {
  const sentences = sectionSentences(document, 'organisation')
  const counted = sentences.flatMap((sentence) => sentence.mentions.filter(({ role, unit }) => role === 'count' && /^[人名]$/u.test(unit)).map((mention) => ({ sentence, mention })))
  const rows = counted.flatMap(({ sentence, mention }) => {
    const kind = /核定/u.test(sentence.text) ? undefined : posts.find(([pattern]) => pattern.test(mention.label))?.[1]
    return kind === undefined ? [] : [{ kind, people: wholeOf(mention), sentence, label: mention.label }]
  })
  if (new Set(rows.map(({ kind }) => kind)).size < rows.length) return { rows: [], used: [] }
  const inPost = rows.filter(({ kind }) => kind !== 'retired').reduce((sum, { people }) => sum + people, 0)
  const totals = counted.filter(({ mention }) => !rows.some(({ label }) => label === mention.label))
  // A total that is not the sum of its kinds cannot be told by the kinds alone.
  if (rows.length === 0 || totals.some(({ mention }) => wholeOf(mention) !== inPost)) return { rows: [], used: [] }
  const owners = rows.map(({ kind }, index) => {
    const owner = unitOf(kind, units)
    book.mark(['facts', 'headcount', index, 'people'], 'stated')
    book.mark(['facts', 'headcount', index, 'unit'], units.length === 1 ? 'stated' : owner === undefined ? 'open' : 'inferred', units.length === 1 ? undefined : owner === undefined ? '公开文件没有按单位写人数' : '按单位性质')
    return owner ?? units[0]
  })
  const used = [...new Set(counted.map(({ sentence }) => sentence.text))].filter((text) => sentences.filter((sentence) => sentence.text === text)
    .every(({ mentions }) => mentions.every(({ role }) => role !== 'count' || counted.some(({ mention }) => mentions.includes(mention)))))
  return { rows: rows.map(({ kind, people }, index) => ({ unit: owners[index]?.name ?? '', kind, people })), used }
}

/** The only unit that can have such posts. */
function unitOf(kind: HeadcountKind, units: readonly LedgerUnit[]): LedgerUnit | undefined {
  const fits = units.filter(({ nature }) => kind === 'institutionPosts' ? nature === 'institution' : kind === 'administrativePosts' || kind === 'civilServiceManagedPosts' ? nature !== 'institution' : true)
  return fits.length === 1 ? fits[0] : undefined
}

function wholeOf(mention: Mention): number {
  return Number(mention.number.digits) / 10 ** mention.number.scale
}

/** One kind of vehicle and its number, or 车辆情况 with 无 below. */
function readVehicles(document: RecognisedDocument, units: readonly LedgerUnit[], book: MarkBook): Read<LedgerFacts['vehicles'][number]> {
  const owner = units[0]?.name ?? ''
  const add = (kind: string, count: number, used: string): Read<LedgerFacts['vehicles'][number]> => {
    book.mark(['facts', 'vehicles', 0, 'count'], 'stated')
    book.mark(['facts', 'vehicles', 0, 'unit'], units.length === 1 ? 'stated' : 'open', units.length === 1 ? undefined : '公开文件没有写车辆属于哪个单位')
    return { rows: [{ unit: owner, kind, count }], used: [used] }
  }
  const counted = sectionSentences(document, 'assets').flatMap((sentence) => sentence.mentions.filter(({ unit }) => unit === '辆').map((mention) => ({ sentence, mention })))
  const [only, ...others] = counted
  if (only !== undefined && others.length === 0 && /车/u.test(only.mention.label)) {
    const kind = /为([^，,。；]{2,20}?车(?:辆)?)/u.exec(only.sentence.text)?.[1] ?? '公务用车'
    return add(kind, wholeOf(only.mention), only.sentence.text)
  }
  if (counted.length > 0) return { rows: [], used: [] }
  const lines = sectionLines(document, 'assets')
  const at = lines.findIndex((line) => /(?:车辆|公务用车)情况[:：]?$/u.test(line.trim()))
  const below = at === -1 ? undefined : lines[at + 1]
  return below !== undefined && /^(?:无|没有)[。.]?$/u.test(below) ? add('公务用车', 0, below) : { rows: [], used: [] }
}

/** 文化馆馆舍1处，建筑面积2150平方米，原值312.46万元，累计折旧187.20万元. */
function readBuildings(document: RecognisedDocument, units: readonly LedgerUnit[], book: MarkBook): Read<LedgerAsset> & { readonly open: readonly string[] } {
  const rows: LedgerAsset[] = []
  const used: string[] = []
  const open: string[] = []
  for (const sentence of sectionSentences(document, 'assets')) {
    const building = readBuilding(sentence, units)
    if (building === undefined) continue
    const at = rows.length
    for (const field of ['name', 'size', 'original', 'depreciation']) {
      const isOpen = (field === 'original' && building.asset.original === undefined) || (field === 'depreciation' && building.asset.depreciation === undefined)
      book.mark(['facts', 'assets', at, field], isOpen ? 'open' : 'stated', isOpen ? '公开文件没有写' : undefined)
    }
    book.mark(['facts', 'assets', at, 'unit'], units.length === 1 ? 'stated' : 'inferred', units.length === 1 ? undefined : '按资产名称')
    if (building.contradiction !== undefined) open.push(building.contradiction)
    rows.push(building.asset)
    used.push(sentence.text)
  }
  return { rows, used, open }
}

function readBuilding({ text, mentions }: SectionSentence, units: readonly LedgerUnit[]) {
  const areas = mentions.filter(({ unit }) => unit === '平方米')
  const [area] = areas
  const places = [...text.matchAll(/(\d+)\s*(?:处|栋|幢)/gu)]
  if (area === undefined || areas.length > 1 || places.some(([, count]) => count !== '1')) return undefined
  const described = /^([^，,。；]{2,40}?)(?:共?有?\s*1\s*(?:处|栋|幢))?[，,]/u.exec(text)?.[1]?.trim()
  if (described === undefined || /^\d/u.test(described)) return undefined
  const valueOf = (word: RegExp): Fen | undefined => {
    const match = new RegExp(`${word.source}(?:为|约|共|:|：)?\\s*([\\d,.]+)\\s*(万元?|元)`, 'u').exec(text)
    const printed = match?.[1] === undefined ? undefined : parseAmount(match[1], match[2]?.startsWith('万') === true ? '万元' : '元')
    return printed?.kind === 'stated' ? printed.stated.value : undefined
  }
  const [original, depreciation, net] = [valueOf(/原值/u), valueOf(/折旧/u), valueOf(/净值/u)]
  const owner = ownerOf(described, units)
  const size = area.text.replace(/\s*平方米$/u, '')
  const contradiction = original !== undefined && depreciation !== undefined && net !== undefined && subtractFen(original, depreciation) !== net
    ? `房屋“${described}”：原值减累计折旧不等于印出的净值，台账按原值和累计折旧登记。` : undefined
  const asset: LedgerAsset = { unit: owner.unit, kind: 'building', name: owner.name, size, original, depreciation }
  return { asset, contradiction }
}

/** The unit with whose name the asset's begins, whole or by its end (文化馆 of 清河县文化馆); the name goes on behind it. */
function ownerOf(name: string, units: readonly LedgerUnit[]): { readonly unit: string; readonly name: string } {
  for (const unit of units) {
    for (let start = 0; unit.name.length - start >= 3; start += 1) {
      const tail = unit.name.slice(start)
      if (normaliseLabel(name).startsWith(tail) && name.length > tail.length) return { unit: unit.name, name: start === 0 ? name : name.slice(tail.length) }
    }
  }
  return { unit: units[0]?.name ?? '', name }
}
