export type DiffPart = { kind: 'same' | 'gone' | 'new'; text: string }

// The table of the comparison has a cell for each pair of words: of two paragraphs of this length a million.
const mostWords = 1000

/**
 * What became of a text, word by word (longest common subsequence): parts in reading order, what went before what came.
 * Joined without the new parts they are the former text, without those gone the later one. Texts of more than a thousand
 * words are told as wholes.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const old = wordsOf(before)
  const young = wordsOf(after)
  if (old.length > mostWords || young.length > mostWords)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ])
  const width = young.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = young.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i]?.word === young[j]?.word ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < young.length) {
    const gone = old[i]
    const fresh = young[j]
    if (gone !== undefined && gone.word === fresh?.word) {
      parts.push({ kind: 'same', text: gone.word })
      if (gone.space === fresh.space) parts.push({ kind: 'same', text: gone.space })
      else parts.push({ kind: 'gone', text: gone.space }, { kind: 'new', text: fresh.space })
      i += 1
      j += 1
    } else if (gone !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'gone', text: gone.word + gone.space })
      i += 1
    } else {
      parts.push({ kind: 'new', text: fresh === undefined ? '' : fresh.word + fresh.space })
      j += 1
    }
  }
  return joined(parts)
}

type Word = { word: string; space: string }

// A word carries the space behind it, so that a changed word does not leave a space of its own; it is the same word whatever
// stands behind it. What comes before the first word is a word of nothing.
function wordsOf(text: string): Word[] {
  const lead = /^\s+/u.exec(text)?.[0] ?? ''
  const words = [...text.slice(lead.length).matchAll(/(\S+)(\s*)/gu)].map(([, word = '', space = '']) => ({
    word,
    space,
  }))
  return lead === '' ? words : [{ word: '', space: lead }, ...words]
}

/** Neighbours of one kind as one part; within a change what went comes before what came. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  let gone = ''
  let fresh = ''
  const flush = () => {
    if (gone !== '') result.push({ kind: 'gone', text: gone })
    if (fresh !== '') result.push({ kind: 'new', text: fresh })
    gone = ''
    fresh = ''
  }
  for (const part of parts) {
    if (part.text === '') continue
    if (part.kind === 'gone') gone += part.text
    else if (part.kind === 'new') fresh += part.text
    else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += part.text
      else result.push({ ...part })
    }
  }
  flush()
  return result
}
