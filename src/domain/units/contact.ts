// How a unit is reached, and the places in which a school teaches. It is not dated: only the present is of use.

export type Site = { name: string; address: string | null; main: boolean }

export type Contact = {
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  sites: Site[]
}

export const noContact: Contact = { address: null, phone: null, email: null, website: null, sites: [] }

/** "Điểm chính (12 Lê Lợi); Điểm Nam Hải": as one cell of a spreadsheet holds them, the main one first. */
export function saySites(sites: readonly Site[]): string {
  return sites
    .toSorted((a, b) => Number(b.main) - Number(a.main))
    .map(({ name, address }) => (address === null ? name : `${name} (${address})`))
    .join('; ')
}

/** What `saySites` writes; the first is the main one. An address may hold brackets of its own. */
export function readSites(text: string): Site[] {
  return text
    .split(/;/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part, index) => {
      const [, name = part, address = null] = /^([^(]+?)\s*\((.*)\)$/.exec(part) ?? []
      return { name, address: address?.trim() === '' ? null : address, main: index === 0 }
    })
}
