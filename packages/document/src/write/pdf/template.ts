/**
 * The pages' layout, in Typst: A4 and type sizes after GB/T 9704-2012, tables fitted to the page.
 *
 * It is fixed text: what a publication says reaches it as data only and is never read as markup.
 *
 * @module
 */
import { tableTemplate } from './table-template.ts'

const pageTemplate = String.raw`
#let data = json("publication.json")
#let fonts = json("fonts.json")
#let serif = (fonts.serif, fonts.sans)
#let sans = (fonts.sans, fonts.serif)

#set document(title: data.body + data.title, author: data.body, date: auto)
#set text(font: serif, lang: "zh", region: "cn", size: 16pt, fallback: false, cjk-latin-spacing: none, number-width: "tabular", top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: 13pt, spacing: 13pt, justify: true)
#let margins(shape) = (top: shape.top * 1pt, bottom: shape.bottom * 1pt, left: shape.left * 1pt, right: shape.right * 1pt)
#set page(paper: "a4", margin: margins(data.shapes.text))

// Where a block is printed: read by the writer after the layout.
#let mark(id) = context [#metadata((id: id, page: counter(page).get().first())) <printed-page>]

#let note-line(body) = block(above: 8pt, below: 0pt, width: 100%, { set par(leading: 0.3em); text(size: 10.5pt, body) })

#show heading: set text(size: 16pt)
#show heading.where(level: 1): it => block(width: 100%, above: 0pt, below: 22pt, align(center, text(size: 22pt, weight: "bold", it.body)))
#show heading.where(level: 2): it => block(above: 20pt, below: 13pt, inset: (left: 2em), text(font: sans, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 13pt, below: 13pt, inset: (left: 2em), text(weight: "bold", it.body))
`

const bodyTemplate = String.raw`
// Cover
#page[
  #set align(center)
  #set par(justify: false, leading: 20pt)
  #v(2fr)
  #text(size: 26pt, data.body)
  #v(30pt)
  #text(size: 36pt, weight: "bold", data.title)
  #v(4fr)
  #for line in data.coverLines { block(above: 14pt, text(size: 16pt, line)) }
  #v(1fr)
]

// Contents
#page[
  #set text(size: 12pt)
  #align(center, text(size: 22pt, weight: "bold", "目　录"))
  #v(10pt)
  #set par(leading: 8pt, justify: false)
  #set outline.entry(fill: repeat("…", justify: false))
  #show outline.entry: it => {
    set text(weight: if it.level == 1 { "bold" } else { "regular" })
    let line = it.body() + h(4pt) + box(width: 1fr, it.fill) + h(4pt) + it.page()
    block(above: 10pt, below: 0pt, inset: (left: (it.level - 1) * 2em), link(it.element.location(), line))
  }
  #outline(title: none)
]

#let block-of(item) = if item.kind == "heading" {
  heading(level: item.level, outlined: item.listed, bookmarked: true, item.text)
  mark(item.id)
} else if item.kind == "table" {
  statement(item)
} else if item.style == "note" {
  note-line(item.text)
} else {
  par(first-line-indent: (amount: 2em, all: true), item.text.split("\n").join(linebreak()))
}

#set page(
  numbering: "1",
  footer: context align(center, text(size: 14pt, "— " + counter(page).display("1") + " —")),
  header: context {
    let table = continued.get()
    if table != none {
      set text(size: 10.5pt)
      grid(columns: (1fr, auto), column-gutter: 1em, table.title + "（续表）", table.unit)
    }
  },
)
// The first page of the body is page 1.
#counter(page).update(1)
#for section in data.sections {
  let shape = data.shapes.at(section.kind)
  page(flipped: shape.flipped, margin: margins(shape), for item in section.items { block-of(item) })
}
`

/** The whole template: preamble, tables, body. */
export const publicationTemplate = `${pageTemplate}${tableTemplate}${bodyTemplate}`
