import type { At, SourceDocument } from '#domain/reading/source.ts'
import type { Passage } from './finding.ts'

/**
 * Running text out of printed lines: a sentence goes on over line ends; a blank line alone does not end it, since texts
 * taken out of a PDF have one after each line. A line that begins an item or ends with a full stop ends a passage.
 */
export function passagesOf(source: SourceDocument): Passage[] {
  const passages: Passage[] = []
  let parts: { text: string; at: At }[] = []
  const close = () => {
    if (parts.length > 0) passages.push(passageOf(parts))
    parts = []
  }
  for (const block of source.blocks) {
    if (block.kind === 'table') {
      close()
      for (const row of block.rows)
        for (const cell of row.cells) passages.push(passageOf([{ text: cell.text, at: cell.at }]))
      continue
    }
    if (block.role === 'page_header' || block.role === 'page_footer') continue
    const text = block.text.trim()
    if (text === '') continue
    if (/^(?:[-+•*]|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[IVX]+[.-])\s/u.test(text)) close()
    parts.push({ text, at: block.at })
    if (block.kind === 'paragraph' || /[.;:]$/.test(text)) close()
  }
  close()
  return passages
}

function passageOf(parts: readonly { text: string; at: At }[]): Passage {
  const ends: number[] = []
  let text = ''
  for (const part of parts) {
    text += text === '' ? part.text : ` ${part.text}`
    ends.push(text.length)
  }
  return {
    text,
    placeOf: (index) => {
      const part =
        parts[
          Math.max(
            0,
            ends.findIndex((end) => index < end),
          )
        ]
      if (part === undefined) throw new RangeError('a passage has at least one part')
      return part.at
    },
  }
}
