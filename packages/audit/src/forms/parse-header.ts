import type { Place } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { FormField, ProjectForm } from '../model/form.ts'
import { fieldName, type PlaceIn } from './form-field.ts'
import { type FormCell, type FormLine, isNoiseLine } from './form-lines.ts'
import type { HeaderKey } from './form-words.ts'
import type { ZonedLines } from './form-zones.ts'

type Header = Pick<ProjectForm, 'projectName' | 'department' | 'implementingUnit' | 'attribute' | 'duration'>

/** The five identifying fields. A field that the print lost has an empty text and the form's own place. */
export function parseHeader(zones: ZonedLines, formPlace: Place, at: PlaceIn): Header {
  const fields = headerFields(zones.header)
  const field = (key: HeaderKey): FormField => {
    const found = fields.get(key)
    return found === undefined
      ? { text: '', place: at(formPlace) }
      : { text: found.value?.text ?? '', place: at((found.value ?? found.label).place, fieldName(found.label.text)) }
  }
  const name = projectNameCell(zones, fields)
  const department = field('department')
  const duration = field('duration')
  return {
    projectName: name === undefined ? { ...field('projectName'), text: '' } : { text: name.text, place: at(name.place, '项目名称') },
    department: { field: department, ...splitDepartment(department.text) },
    implementingUnit: field('implementingUnit'),
    attribute: field('attribute'),
    duration: { field: duration, years: yearsOf(duration.text) },
  }
}

/** The project's name as printed, needed before all else because every place in the form carries it; empty when lost. */
export function findProjectName(zones: ZonedLines): string {
  return projectNameCell(zones, headerFields(zones.header))?.text ?? ''
}

const titleTail = /(?:项目)?(?:支出|预算)?绩效(?:目标)?(?:申报|批复|填报|自评|评价)?表(?:\(.{1,24}\))?$/u
const generalWords = /^(?:附[件表]\d*[:.、]?)?(?:20\d{2}年度?)?.{0,20}(?:部门|单位|预算|支出|政策|政策和|重点|专项|专项资金|专项业务经费|财政|年度|一级|二级|[省市县区州]级|本级|\))$|^(?:附[件表]\d*)?(?:20\d{2}年度?)?(?:项目)?$/u

/** The project's name where only the heading gives it (某某工程项目绩效目标表); empty for a heading of general words. */
export function nameInTitle(title: string): string {
  const plain = normaliseLabel(title).replace(/^[(]?[\d一二三四五六七八九十]+[)]?[、.](?!\d)/u, '')
  const tail = titleTail.exec(plain)
  const name = tail === null ? '' : plain.slice(0, tail.index)
  return name.length < 4 || generalWords.test(name) || !/^项目/u.test(tail?.[0] ?? '') ? '' : name
}

interface HeaderField {
  readonly label: FormCell
  readonly value: FormCell | undefined
}

/** The first value printed for each label; a blank one gives way to a later one that is not. */
function headerFields(lines: readonly FormLine[]): ReadonlyMap<HeaderKey, HeaderField> {
  const fields = new Map<HeaderKey, HeaderField>()
  for (const { cells } of lines) {
    cells.forEach((label, index) => {
      if (label.label?.zone !== 'header') return
      const next = cells[index + 1]
      const value = next?.label === undefined ? next : undefined
      if (fields.get(label.label.key)?.value !== undefined) return
      fields.set(label.label.key, { label, value: withCodeJoined(value, cells[index + 2]) })
    })
  }
  return fields
}

/** A department whose code stands in a cell of its own. */
function withCodeJoined(value: FormCell | undefined, next: FormCell | undefined): FormCell | undefined {
  if (value === undefined || next?.label !== undefined || next === undefined || !/^\d{3,9}$/u.test(value.text)) return value
  return { ...value, text: `${value.text}-${next.text}` }
}

/**
 * The cell with the project's name: beside its label, else a cell of its own above the label or, when the label's row
 * is blank, directly below it. Beside the label may stand the next row's department, when the rows have slipped.
 */
function projectNameCell(zones: ZonedLines, fields: ReadonlyMap<HeaderKey, HeaderField>): FormCell | undefined {
  const beside = fields.get('projectName')?.value
  const above = loneCell(zones.head.slice(1).findLast((line) => loneCell(line) !== undefined))
  if (beside !== undefined) {
    const department = fields.get('department')?.value?.text
    const slipped = above !== undefined && (sameText(beside.text, department) || isDepartment(beside.text))
    return slipped ? above : beside
  }
  const isLabel = (cell: FormCell): boolean => cell.label?.zone === 'header' && cell.label.key === 'projectName'
  const labelAt = zones.header.findIndex((line) => line.cells.some(isLabel))
  return above ?? (labelAt === -1 ? undefined : loneCell(zones.header[labelAt + 1]))
}

function loneCell(line: FormLine | undefined): FormCell | undefined {
  const cell = line?.cells[0]
  if (line === undefined || cell === undefined || line.cells.length !== 1 || cell.label !== undefined || isNoiseLine(line)) return undefined
  return isYearNote(cell.text) || /单位[:：]/u.test(cell.text) ? undefined : cell
}

/** `(2024年度)` below the title; a bracket may be lost. */
function isYearNote(text: string): boolean {
  return yearNote.test(text.replace(/\s+/gu, ''))
}

const yearNote = /^[(（〔[【]?(20\d{2})年?度?[)）〕\]】]?$/u

/** The form's year: the note below its title, else the year in the title; `undefined` when neither prints one. */
export function formYear(zones: ZonedLines): number | undefined {
  for (const line of zones.head.slice(1)) {
    const year = line.cells.map((cell) => yearNote.exec(cell.text.replace(/\s+/gu, ''))?.[1]).find((match) => match !== undefined)
    if (year !== undefined) return Number(year)
  }
  const inTitle = /(20\d{2})年/u.exec(zones.head[0]?.cells[0]?.text ?? '')?.[1]
  return inTitle === undefined ? undefined : Number(inTitle)
}

function sameText(a: string, b: string | undefined): boolean {
  return b !== undefined && normaliseLabel(a) === normaliseLabel(b)
}

function isDepartment(text: string): boolean {
  return /^\d{3,9}[-—–_]?(?!年)\p{Script=Han}+(?:局|委|办|部|厅|院|会|中心|政府|股|科)$/u.test(normaliseLabel(text))
}

/** `021-清河县文化馆` and its damaged kin: leading digits are the code, the rest the name. */
function splitDepartment(text: string): { readonly code: string | undefined; readonly name: string } {
  if (text.length > 200) return { code: undefined, name: text }
  const leading = /^[[(（【〔]?(\d{2,12})[\])）】〕]?[\s\-—–_:：]*(.*)$/su.exec(text)
  if (leading?.[1] !== undefined) return { code: leading[1], name: leading[2] ?? '' }
  const trailing = /^(.+?)\s*[[(（【〔](\d{2,12})[\])）】〕]$/su.exec(text)
  return trailing?.[1] !== undefined ? { code: trailing[2], name: trailing[1] } : { code: undefined, name: text }
}

const numerals = '一二三四五六七八九十'

function yearsOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  const digits = /^(\d{1,2})年?$/u.exec(plain)?.[1]
  if (digits !== undefined) return Number(digits)
  const numeral = /^([一二三四五六七八九十])年$/u.exec(plain)?.[1]
  if (numeral !== undefined) return numerals.indexOf(numeral) + 1
  const range = /^(20\d{2})年?度?[-—–~至](20\d{2})年?度?$/u.exec(plain)
  const length = Number(range?.[2]) - Number(range?.[1]) + 1
  return length > 0 ? length : undefined
}
