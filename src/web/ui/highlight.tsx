import { fold } from '#domain/basics/text.ts'

/** Marks where a search was met in a text, accents aside. */
export function Highlight({ text, wanted }: { text: string; wanted: string }) {
  const letters = [...text.normalize('NFC')]
  // One letter of the text is one letter when folded, spaces included, so places stay the same.
  const folded = letters.map((letter) => (letter.trim() === '' ? ' ' : fold(letter) || letter)).join('')
  const word = fold(wanted)
  const at = word === '' || folded.length !== letters.length ? -1 : folded.indexOf(word)
  if (at < 0) return text
  return (
    <>
      {letters.slice(0, at).join('')}
      <mark className="highlight">{letters.slice(at, at + word.length).join('')}</mark>
      {letters.slice(at + word.length).join('')}
    </>
  )
}
