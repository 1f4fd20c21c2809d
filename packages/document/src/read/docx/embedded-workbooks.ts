/**
 * Workbooks that a Word document holds in itself: Word shows their active sheet as a picture where they stand.
 *
 * @module
 */
import type { Problem, Result } from '@mingzhang/figures'
import type { Block } from '../../document-tree.ts'
import type { Archive } from '../archive/open-archive.ts'
import type { XmlElement } from '../archive/xml.ts'
import { fileKind } from '../file-kind.ts'
import type { ReadLimits } from '../read-limits.ts'

/** What stands in the place of an embedded object. */
export interface EmbeddedSheet {
  readonly blocks: readonly Block[]
  readonly omissions: readonly Problem[]
}

/** The sheets shown by the workbooks embedded in `body`, by the relationship that names them. Objects of other programs are listed in their `omissions`. */
export async function embeddedSheets(body: XmlElement, targets: ReadonlyMap<string, string>, archive: Archive, name: string, limits: ReadLimits): Promise<ReadonlyMap<string, EmbeddedSheet>> {
  const sheets = new Map<string, EmbeddedSheet>()
  for (const id of new Set(objectsIn(body))) {
    const entry = targets.get(id)
    const content = entry === undefined ? undefined : archive.read(entry)
    if (content === undefined) continue
    sheets.set(id, content.ok ? await shownSheet(content.value, name, limits) : { blocks: [], omissions: [content.problem] })
  }
  return sheets
}

/** The relationships of the embedded objects inside an element, in document order. */
export function objectsIn(element: XmlElement): readonly string[] {
  const own = element.name === 'OLEObject' && element.attributes['Type'] !== 'Link' ? (element.attributes['id'] ?? '') : ''
  return [...own === '' ? [] : [own], ...element.children.flatMap(objectsIn)]
}

async function shownSheet(bytes: Uint8Array, name: string, limits: ReadLimits): Promise<EmbeddedSheet> {
  const kind = fileKind(bytes)
  if (kind !== 'xlsx' && kind !== 'xls') return { blocks: [], omissions: [unreadObject(name)] }
  const { readWorkbook } = await import('../xlsx/read-workbook.ts')
  const read: Result<{ readonly blocks: readonly Block[]; readonly omissions?: readonly Problem[] }> = await readWorkbook(bytes, name, kind, limits, 'active')
  return read.ok ? { blocks: read.value.blocks, omissions: read.value.omissions ?? [] } : { blocks: [], omissions: [read.problem] }
}

function unreadObject(name: string): Problem {
  return {
    code: 'document.docx.embeddedObject',
    place: { document: name },
    detail: '文件里嵌入了其他程序的对象（图片、公式或文件），其中的内容没有读取。',
    remedy: '嵌入的如果是表格，请改为 Word 表格或另附 Excel 文件后再审核。',
  }
}
