/**
 * How a table is set, in Typst. Its widths and type size are given: nothing is measured here, which would lay every table
 * out several times.
 *
 * @module
 */
export const tableTemplate = String.raw`
// The table that goes on on the next page, for that page's header.
#let continued = state("continued-table", none)

#let cell-of(cell) = {
  let body = cell.lines.map(line => if cell.align == "end" { box(line) } else { line }).join(linebreak())
  if cell.bold { body = text(weight: "bold", body) }
  if cell.indent > 0 { body = pad(left: cell.indent * 1em, body) }
  let horizontal = if cell.align == "end" { right } else if cell.align == "centre" { center } else { left }
  table.cell(x: cell.x, y: cell.y, colspan: cell.columns, rowspan: cell.rows, align: horizontal + horizon, breakable: cell.breakable, body)
}

#let grid-of(item) = {
  set text(size: item.size * 1pt)
  set par(leading: (data.lineHeight - 1) * 1em, spacing: (data.lineHeight - 1) * 1em, justify: false)
  let head = if item.head.len() == 0 { () } else { (table.header(repeat: true, ..item.head.map(cell-of)),) }
  table(columns: item.widths.map(width => width * 1pt), inset: (x: data.sideMargin * 1pt, y: item.room * 1pt), stroke: 0.5pt, ..head, ..item.body.map(cell-of))
}

#let small-line(body) = block(width: 100%, above: 0pt, below: 8pt, { set text(size: 10.5pt); set par(leading: 0.3em, justify: false); body })
#let centred-line(body) = block(width: 100%, above: 0pt, below: 8pt, { set par(leading: 0.3em, justify: false); align(center, body) })

// Title, caption, table and notes.
#let statement(item) = {
  let listed = item.contents != none
  {
    // The bookmark is the name in the table of contents; what is printed is the title.
    show heading: it => centred-line(text(size: 16pt, weight: "bold", item.title))
    heading(level: item.level, outlined: listed, bookmarked: listed, if listed { item.contents } else { item.title })
  }
  mark(item.id)
  if item.subtitle != none { centred-line(text(size: 10.5pt, item.subtitle)) }
  if item.caption != none or item.unit != none {
    small-line(grid(columns: (1fr, auto), column-gutter: 1em, item.caption, item.unit))
  }
  continued.update((title: item.title, unit: item.unit))
  grid-of(item)
  continued.update(none)
  for note in item.notes { note-line(note) }
}
`
