import type { IssuedLink } from './issue-dialog.tsx'

export function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}

/** One line a person, parted by tabs, so that it falls into the cells of a spreadsheet or reads well in a message. */
export function slipsAsText(
  links: readonly Pick<IssuedLink, 'fullName' | 'unitName' | 'userName' | 'token'>[],
  origin: string,
): string {
  return links
    .map((link) => [link.unitName, link.fullName, link.userName, `${origin}/link#${link.token}`].join('\t'))
    .join('\n')
}
