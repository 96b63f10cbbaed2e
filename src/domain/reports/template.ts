import type { Run } from '#domain/writing/official-document.ts'

/** A piece of a paragraph: words, or a figure named by the code of its indicator: "{{hoc-sinh.tieu-hoc}}". */
export type Piece = { kind: 'words'; text: string } | { kind: 'figure'; code: string }

/** Splits a paragraph into words and figures. What only looks like a figure ("{{ }}", an unclosed "{{") stays words. */
export function readPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let words = ''
  for (const part of text.split(/(\{\{[a-z0-9.-]{1,80}\}\})/)) {
    const code = /^\{\{([a-z0-9.-]+)\}\}$/.exec(part)?.[1]
    if (code === undefined) {
      words += part
      continue
    }
    if (words !== '') pieces.push({ kind: 'words', text: words })
    words = ''
    pieces.push({ kind: 'figure', code })
  }
  if (words !== '') pieces.push({ kind: 'words', text: words })
  return pieces
}

/** The codes that a text names, each once, in order. */
export function codesIn(texts: readonly string[]): string[] {
  return [
    ...new Set(
      texts.flatMap((text) =>
        readPieces(text).flatMap((piece) => (piece.kind === 'figure' ? [piece.code] : [])),
      ),
    ),
  ]
}

/** A figure as it stands now: printed text, or why there is none; and where it comes from. */
export type LiveFigure = {
  code: string
  name: string
  text: string | null
  why: 'not_reported' | 'zero_whole' | 'unknown_code' | null
  source: string
}

/** What is printed in place of a figure that is not there: a blank to be seen, never a zero. */
export const blankFigure = '……'

/** Words and figures as runs; a figure keeps its source. */
export function fillPieces(pieces: readonly Piece[], figures: ReadonlyMap<string, LiveFigure>): Run[] {
  return pieces.map((piece) => {
    if (piece.kind === 'words') return { text: piece.text }
    const figure = figures.get(piece.code)
    return { text: figure?.text ?? blankFigure, figure: { source: figure?.source ?? piece.code } }
  })
}
