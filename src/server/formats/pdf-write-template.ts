// The Typst source of a written document. All words come as data (`sys.inputs`), so that no mark-up in them is
// ever read; this text holds layout alone. Lengths that hang on a text are reckoned before, in printed-document.
// A module and not a .typ file, because the bundle carries modules only.

export const pdfTemplate = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let page-layout = doc.layout
#let size = page-layout.bodySize * 1pt

// Times New Roman's own line: ascent 0.891, descent 0.216, gap 0.042 of the size. Word's "single" is their sum.
#let single = 0.042em
#let body-leading = (page-layout.lineSpacing * 1.149 - 1.107) * 1em
// Word adds the room between two lines to the room between two paragraphs.
#let gap = page-layout.paragraphGap * 1pt
#let body-gap = gap + body-leading
#let indent = page-layout.indent * 1cm

#set document(title: doc.name, author: doc.issuer, date: none)
#set text(font: "Tinos", size: size, lang: "vi", region: "VN", fallback: false, hyphenate: false, overhang: false, top-edge: 0.891em, bottom-edge: -0.216em)
// Word fills a line and never squeezes its spaces: so that both files break their lines alike.
#set par(leading: single, spacing: 0pt, linebreaks: "simple", justification-limits: (spacing: (min: 100%, max: 400%)))
#set block(spacing: 0pt)

// A part counts its own pages and shows no number on its first.
#let page-number = context {
  let here-page = here().page()
  let starts = query(<part-start>).map(mark => mark.location().page()).filter(start => start <= here-page)
  let number = here-page - starts.last(default: 1) + 1
  if number > 1 { align(center, text(size: 13pt, str(number))) }
}

#set page(
  paper: "a4",
  margin: (top: page-layout.top * 1mm, bottom: page-layout.bottom * 1mm, left: page-layout.left * 1mm, right: page-layout.right * 1mm),
  header: page-number,
  header-ascent: 30%,
)

#show heading: set text(size: size, weight: "bold")
#show heading: set block(above: body-gap, below: body-gap, sticky: true)
#show heading: set par(leading: body-leading)

// Where pdf-write-breaks cuts a word. A break of its own, because Typst 0.14 leaves the last sign before a
// zero-width space out of the line's width.
#show "\u{200b}": linebreak()

#let rule(length) = align(center, block(above: 3pt, line(length: length * 1pt, stroke: 0.75pt)))

#let face(run) = {
  let words = text(run.text)
  if run.at("bold", default: false) { words = strong(words) }
  if run.at("italic", default: false) { words = emph(words) }
  words
}
#let faces(runs) = runs.map(face).join()
#let broken(lines) = lines.map(line => text(line)).join(linebreak())

#let body-par(content, sticky: false) = block(below: body-gap, width: 100%, sticky: sticky, {
  set par(justify: true, leading: body-leading, first-line-indent: (amount: indent, all: true))
  par(content)
})

// The line box of a header line is 17 pt, whatever its size, so that both columns stand level.
#let header-line(body) = block(width: 100%, {
  set text(top-edge: 17pt - 0.216em)
  align(center, par(leading: 0pt, body))
})
#let header-lines(lines, ..style) = for line in lines { header-line(text(..style, line)) }

#let document-header(header) = {
  let issuer-size = header.issuerSize * 1pt
  let motto-size = header.mottoSize * 1pt
  grid(
    columns: (header.leftWidth * 1pt, header.rightWidth * 1pt),
    {
      header-lines(header.superior, size: issuer-size)
      header-lines(header.issuer, size: issuer-size, weight: "bold")
      rule(header.issuerRule)
    },
    {
      header-lines((header.nation,), size: issuer-size, weight: "bold")
      header-lines((header.motto,), size: motto-size, weight: "bold")
      rule(header.mottoRule)
    },
    {
      v(6pt)
      header-lines((header.number,), size: 13pt)
      if header.subject.len() > 0 {
        v(6pt)
        header-lines(header.subject, size: issuer-size)
      }
    },
    {
      v(6pt)
      header-lines((header.placeAndDate,), size: motto-size, style: "italic")
    },
  )
}

#let document-title(title) = {
  v(12pt)
  align(center, {
    block(text(weight: "bold", title.typeName))
    block(text(weight: "bold", broken(title.about)))
  })
  rule(title.rule)
}

#let document-address(address) = {
  set par(leading: body-leading)
  pad(left: address.indent * 1pt, {
    block(text(address.label))
    for line in address.lines {
      block(above: body-leading, pad(left: address.hang * 1pt, par(hanging-indent: 8pt, text(line))))
    }
  })
  v(12pt)
}

#let aligned = (left: left, center: center, right: right)

#let document-table(entry) = {
  if entry.caption != none {
    block(above: gap, below: 4pt, sticky: true, width: 100%, align(center, text(size: 13pt, weight: "bold", broken(entry.caption.split("\n")))))
  }
  let head-cell(cell) = table.cell(
    colspan: cell.colSpan,
    rowspan: cell.rowSpan,
    align: center + horizon,
    breakable: false,
    text(weight: if cell.bold { "bold" } else { "regular" }, broken(cell.text.split("\n"))),
  )
  let body-cell(cell, short) = table.cell(
    colspan: cell.colSpan,
    align: aligned.at(cell.align) + top,
    breakable: not short,
    cell.lines.map(faces).join(linebreak()),
  )
  set text(size: entry.fontSize * 1pt)
  set par(leading: single, justify: false)
  table(
    columns: entry.widths.map(width => width * 1pt),
    inset: (x: doc.cellPadding * 1pt, y: 2pt),
    stroke: 0.5pt,
    table.header(repeat: true, ..entry.head.flatten().map(head-cell)),
    ..entry.rows.map(row => row.cells.map(cell => body-cell(cell, row.short))).flatten(),
  )
  v(4pt, weak: true)
  if entry.note != none {
    block(below: gap, width: 100%, par(justify: true, text(size: 12pt, style: "italic", broken(entry.note.split("\n")))))
  } else {
    v(gap)
  }
}

#let document-heading(entry) = {
  let words = entry.lines.map(faces).join(linebreak())
  if entry.level == 4 {
    show heading: set text(weight: "regular")
    show heading: set block(above: 0pt)
    heading(level: 4, par(justify: true, first-line-indent: (amount: indent, all: true), words))
  } else if entry.centred {
    show heading: set align(center)
    show heading: set block(above: body-gap + gap)
    heading(level: entry.level, words)
  } else {
    heading(level: entry.level, par(justify: true, first-line-indent: (amount: indent, all: true), words))
  }
}

// The last paragraph stays with the signature: no page may hold a signature alone.
#let blocks(entries, keep-last: false) = for (index, entry) in entries.enumerate() {
  if entry.kind == "heading" { document-heading(entry) }
  if entry.kind == "text" { body-par(faces(entry.runs), sticky: keep-last and index + 1 == entries.len()) }
  if entry.kind == "table" { document-table(entry) }
}

#let document-closing(closing) = {
  let recipients(lines) = {
    set text(size: 11pt)
    set par(leading: single, spacing: single)
    for line in lines { par(text(line)) }
  }
  v(2pt)
  block(breakable: false, grid(
    columns: (closing.leftWidth * 1pt, closing.rightWidth * 1pt),
    {
      block(text(size: 12pt, weight: "bold", style: "italic", top-edge: 17pt - 0.216em, "Nơi nhận:"))
      recipients(closing.recipients)
    },
    {
      header-lines(closing.authority, weight: "bold")
      v(doc.signatureSpace * 1pt)
      if closing.name != none { align(center, text(weight: "bold", closing.name)) }
    },
  ))
  if closing.moreRecipients.len() > 0 { block(width: closing.leftWidth * 1pt, recipients(closing.moreRecipients)) }
}

#let document-annex(annex) = [
  #set page(flipped: annex.landscape)
  #metadata(none) <part-start>
  #align(center, {
    show heading: set block(above: 0pt, below: 0pt)
    heading(level: 1, text(annex.label))
    block(text(weight: "bold", broken(annex.title)))
    block(below: 2 * gap, text(style: "italic", broken(annex.reference)))
  })
  #blocks(annex.body)
]

#metadata(none) <part-start>
#document-header(doc.header)
#if doc.title != none { document-title(doc.title) }
#v(12pt)
#if doc.address != none { document-address(doc.address) }
#for basis in doc.bases { body-par(text(style: "italic", basis)) }
#blocks(doc.body, keep-last: true)
#document-closing(doc.closing)
#for annex in doc.annexes { document-annex(annex) }
`
