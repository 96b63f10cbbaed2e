import { describe, expect, test } from 'vitest'
import type { SourceBlock } from '#domain/reading/source.ts'
import { FormatRefusal } from './format-refusal.ts'
import { readHtml } from './html-read.ts'

function blocks(html: string): SourceBlock[] {
  return readHtml(new TextEncoder().encode(html)).blocks
}

/** Paragraphs as 'number text', tables as rows of cells. */
function shape(html: string): unknown[] {
  return blocks(html).map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.text))
      : `${block.number === null ? '' : `${block.number} `}${block.text}`,
  )
}

describe('paragraphs', () => {
  test('come from blocks, with spaces joined and breaks kept, closed or not', () => {
    expect(
      shape('<body>Trước <b>đầu</b><p>Một\n  hai<br>ba<p>Bốn&nbsp;&amp; n&#259;m<div>Sáu</div>bảy</body>'),
    ).toEqual(['Trước đầu', 'Một hai\nba', 'Bốn & năm', 'Sáu', 'bảy'])
  })

  test('are counted, tables apart', () => {
    const found = blocks(
      '<p>a</p><table><tr><td>x</td></tr></table><p> </p><p>b</p><table><tr><td>y</td></tr></table>',
    )
    expect(found.map((block) => block.at)).toEqual([
      { paragraph: 1 },
      { table: 1, row: 1, column: 1 },
      { paragraph: 2 },
      { table: 2, row: 1, column: 1 },
    ])
  })

  test('tell what they look like', () => {
    const styles = blocks(
      '<h2>A</h2><p align=center><b>B</b> <strong>C</strong></p><p style="text-align: right"><i>D</i></p><p><b>E</b> f</p>',
    ).map((block) => (block.kind === 'table' ? null : block.style))
    expect(styles).toEqual([
      { heading: 2, bold: true },
      { align: 'center', bold: true },
      { align: 'right', italic: true },
      {},
    ])
  })

  test('of lists have their numbers', () => {
    expect(
      shape(
        '<ol><li>một<li>hai<ul><li>nhỏ</ul><li value=7>bảy</ol><ol type=a start=3><li><p>c</p></ol><ol type=I><li>x</ol>',
      ),
    ).toEqual(['1. một', '2. hai', '• nhỏ', '7. bảy', 'c. c', 'I. x'])
  })

  test('keep their lines where the page says so', () => {
    expect(shape('<pre>a\n  b</pre>')).toEqual(['a\n  b'])
  })
})

describe('tables', () => {
  test('have cells at their columns, merged ones once', () => {
    const [table] = blocks(
      '<table border="1"><thead><tr><th rowspan=2>TT<th colspan=2>Thời gian</tr><tr><th>Đầu<th>Cuối</thead><tr><td>1<td>9/2024<td><p>5/2025</p><p>hết</p></table>',
    )
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.bordered).toBe(true)
    expect(table.rows.map((row) => row.header)).toEqual([true, true, false])
    expect(
      table.rows.flatMap((row) =>
        row.cells.map((cell) => [cell.text, cell.column, cell.columnSpan, cell.rowSpan]),
      ),
    ).toEqual([
      ['TT', 0, 1, 2],
      ['Thời gian', 1, 2, 1],
      ['Đầu', 1, 1, 1],
      ['Cuối', 2, 1, 1],
      ['1', 0, 1, 1],
      ['9/2024', 1, 1, 1],
      ['5/2025\nhết', 2, 1, 1],
    ])
    expect(table.rows[1]?.cells[0]?.at).toEqual({ table: 1, row: 2, column: 2 })
  })

  test('inside a cell are text of it, a caption stands before', () => {
    expect(
      shape('<table><caption>Bảng 1</caption><tr><td>a<table><tr><td>b<td>c</table>d</table>sau'),
    ).toEqual(['Bảng 1', [['a\nb\tc\nd']], 'sau'])
  })

  test('with text between their rows lose nothing', () => {
    expect(JSON.stringify(shape('<table><tr>lạc<td>x</table>'))).toMatch(/lạc.*x/)
  })
})

describe('what is no text of the page', () => {
  test('scripts, styles, comments and hidden parts are dropped', () => {
    expect(
      shape(
        '<head><title>T</title><style>p{}</style></head><script>if (a < b) document.write("<p>xấu</p>")</script><!-- ẩn --><p style="display:none">ẩn</p><p>thấy</p><script>không đóng',
      ),
    ).toEqual(['thấy'])
  })

  test('a page of nothing else is refused', () => {
    expect(() => blocks('<html><script>x</script></html>')).toThrow(new FormatRefusal('no_text'))
  })

  test('pictures are told of', () => {
    expect(readHtml(new TextEncoder().encode('<p>a</p><img src=x>')).notes).toEqual([
      { code: 'picture_left_out', at: { paragraph: 1 } },
    ])
  })
})

describe('hostile pages end soon', () => {
  const traps: [string, string][] = [
    ['a million open elements', '<div>'.repeat(1_000_000)],
    ['a million ends', '<b>'.repeat(400) + '</i>'.repeat(300_000)],
    ['open tags', '<a '.repeat(200_000)],
    ['a tag of a million quotes', `<a ${'="'.repeat(500_000)}>`],
    ['open comments', '<!--'.repeat(200_000)],
    ['nested tables', '<table><tr><td>'.repeat(50_000)],
    ['huge spans', '<table>' + '<tr><td colspan=1000000000 rowspan=1000000000>x'.repeat(5000)],
    ['ampersands', '&'.repeat(1_000_000)],
  ]
  test.each(traps)('%s', (_name, html) => {
    const begun = performance.now()
    try {
      blocks(`${html}<p>hết`)
    } catch (error) {
      if (!(error instanceof FormatRefusal)) throw error
    }
    expect(performance.now() - begun).toBeLessThan(50_000)
  })
})

test('bytes of an old font and of an older encoding are read', () => {
  const latin = Uint8Array.from('<p>KÕ ho¹ch n¨m häc cña tr­êng</p>', (letter) => letter.charCodeAt(0))
  expect(readHtml(latin)).toMatchObject({
    blocks: [{ text: 'Kế hoạch năm học của trường' }],
    notes: [{ code: 'old_encoding_converted' }],
  })
  const western = Uint8Array.from('<meta charset=windows-1252><p>na\u00efve \u0096 x</p>', (letter) =>
    letter.charCodeAt(0),
  )
  expect(readHtml(western)).toMatchObject({ blocks: [{ text: 'naïve – x' }] })
})
