import { fold } from '#domain/basics/text.ts'

/** A first proposal in the manner of offices: "Nguyễn Thị Lan" → "lannt". */
export function proposeUserName(fullName: string): string {
  const words = fold(fullName)
    .replaceAll(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word !== '')
  const given = words.at(-1) ?? ''
  return (
    given +
    words
      .slice(0, -1)
      .map((word) => word.charAt(0))
      .join('')
  )
}

/** As the contract demands it: two to sixty of a–z, 0–9, dot, underscore and hyphen, a letter or digit first. */
export function isUserName(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,59}$/.test(text)
}
