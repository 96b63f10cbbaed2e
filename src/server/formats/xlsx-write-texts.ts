/** The texts of a workbook, each once. */
export type TextBook = { indexOf: (text: string) => number; xml: () => string }

// Excel takes no more in a cell and offers to repair a file that has it.
const mostCharacters = 32_767

export function createTextBook(): TextBook {
  const texts = new Map<string, number>()
  let uses = 0
  return {
    indexOf: (text) => {
      uses += 1
      const known = texts.get(text)
      if (known !== undefined) return known
      texts.set(text, texts.size)
      return texts.size - 1
    },
    xml: () => {
      const items = [...texts.keys()].map(
        (text) => `<si><t xml:space="preserve">${escapeXml(cellText(text))}</t></si>`,
      )
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${texts.size}">${items.join('')}</sst>`
    },
  }
}

function cellText(text: string): string {
  const cut = text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text
  // "_x000D_" in a text would be read back as the character that it stands for.
  return cut.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll(/\r\n?/g, '\n')
}

/** For attributes and text; what XML cannot hold at all is left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
