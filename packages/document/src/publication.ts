/**
 * A publication: what the writers of every format lay out. The same blocks become DOCX, PDF, HTML and XLSX, so no format
 * can say something that another does not.
 *
 * Every number that is a figure carries the figure's id; `figures` says what each one is. Nothing here computes.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'

export interface Publication {
  /** The document's title on the cover, such as 2024年度部门预算公开. */
  readonly title: string
  /** The publishing body. */
  readonly body: string
  readonly year: number
  /** Further lines on the cover, such as the date of publication. */
  readonly coverLines: readonly string[]
  /** The moment that every file is stamped with. A parameter, so that the same ledger gives the same bytes. */
  readonly created: Date
  /** In reading order. The table of contents is made of the headings, the tables' titles and the forms' names. */
  readonly blocks: readonly PublicationBlock[]
  readonly figures: ReadonlyMap<string, PublishedFigure>
}

/** What a number in the publication is. */
export interface PublishedFigure {
  readonly id: string
  readonly region: Region
  /** What it is in words, for a reader who asks: 支出预算，项目支出. */
  readonly label: string
  /** The exact amount behind the print; `undefined` for a percentage. */
  readonly exact: Fen | undefined
  /** The printed amount in fen; `undefined` for a percentage or a blank that stands for none. */
  readonly printed: Fen | undefined
  /** One unit of the last printed digit, in fen. */
  readonly quantum: Fen | undefined
  /** As printed, without its unit. */
  readonly text: string
  readonly kind: 'cell' | 'prose' | 'form'
}

export type PublicationBlock = HeadingBlock | TextBlock | TableBlock

export interface HeadingBlock {
  readonly kind: 'heading'
  /** 1: 第一部分; 2: 一、; 3: （一）. */
  readonly level: 1 | 2 | 3
  readonly text: string
  /** Unique in the publication; the target of links from the table of contents. */
  readonly id: string
}

/** A paragraph of running text. */
export interface TextBlock {
  readonly kind: 'text'
  readonly runs: readonly TextRun[]
  /** `note` stands below a table (注：本表无数据), `item` is one of a list. */
  readonly style: 'body' | 'note' | 'item'
}

export interface TextRun {
  readonly text: string
  /** The figure that the text prints. */
  readonly figure?: string
}

/** A statutory table or a project form: ruled, on a page of its own. */
export interface TableBlock {
  readonly kind: 'table'
  /** Unique in the publication, such as `expenditureSummary` or `form-3`. */
  readonly id: string
  readonly style: 'statement' | 'form'
  readonly title: string
  /** Below the title, centred: (2024年度) on a form. */
  readonly subtitle?: string
  /** How the table of contents names it; absent: the title. `false`: it is not listed. */
  readonly contents?: string | false
  /** Above the table, at the left: 部门名称：… */
  readonly caption?: string
  /** Above the table, at the right: 单位：万元. */
  readonly unit?: string
  readonly orientation: 'portrait' | 'landscape'
  /** One per column. Widths are relative. */
  readonly columns: readonly { readonly width: number }[]
  /** Rows that repeat at the top of every page. Empty for a form. */
  readonly head: readonly TableRowBlock[]
  readonly body: readonly TableRowBlock[]
  /** Below the table: 注：本表无数据. */
  readonly notes: readonly string[]
}

/** The cells of a row; a place that a span from the left or from above covers has no cell. */
export interface TableRowBlock {
  readonly cells: readonly PublicationCell[]
  /** `total`: 合计 and the like, set off in weight. `group`: 类, 款 or a unit above its projects. */
  readonly emphasis?: 'total' | 'group'
}

export interface PublicationCell {
  /** As printed; empty for a blank cell. May hold line breaks in a form. */
  readonly text: string
  readonly columnSpan?: number
  readonly rowSpan?: number
  readonly align: 'start' | 'centre' | 'end'
  /** How deep the label is indented: 0 for 类, 1 for 款, 2 for 项. */
  readonly indent?: number
  /** A cell that names its row or column, for readers that are told so. */
  readonly heads?: 'row' | 'column'
  /** The figure of an amount cell. A blank amount cell has one too when blank means that there is no money. */
  readonly figure?: string
  /** The figures of the same table that this one is the sum of: the workbook writes a formula. At least two, or one in another line. */
  readonly sumOf?: readonly string[]
}

/** What a writer takes from the world besides the publication: fonts for PDF. Bytes of each font file. */
export interface WriterFonts {
  readonly serif: Uint8Array
  readonly serifBold: Uint8Array
  readonly sansBold: Uint8Array
}
