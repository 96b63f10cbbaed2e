import { describe, expect, test } from 'vitest'
import { eachChild, mostXmlDepth, openRoot, readXml, textInside, XmlFault, XmlReader } from './xml.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function events(source: string): string[] {
  const xml = new XmlReader(source)
  const found: string[] = []
  for (let event = xml.next(); event !== 'end'; event = xml.next())
    found.push(event === 'text' ? `“${xml.text}”` : `${event} ${xml.name} ${xml.depth}`)
  return found
}

function fault(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof XmlFault) return error.reason
    throw error
  }
  return 'none'
}

describe('reads', () => {
  test('elements, text, empty elements, comments, instructions and CDATA', () => {
    const source =
      '\ufeff<?xml version="1.0"?><!-- <x> --><a><b/>kế<c>hoạch &amp; <![CDATA[<việc> & ]]></c><?php ?></a>\n'
    expect(events(source)).toEqual([
      'open a 1',
      'open b 2',
      'close b 1',
      '“kế”',
      'open c 2',
      '“hoạch & ”',
      '“<việc> & ”',
      'close c 1',
      'close a 0',
    ])
  })

  test('attributes in both quotes, with entities, a tag’s end inside a value', () => {
    const xml = new XmlReader(`<a one="x > y" two='"&lt;&#7843;&#x1EA3;"' three = "" />`)
    openRoot(xml)
    expect([
      xml.attribute('one'),
      xml.attribute('two'),
      xml.attribute('three'),
      xml.attribute('four'),
    ]).toEqual(['x > y', '"<ảả"', '', undefined])
  })

  test('names by their namespace, whatever the prefix, and not by a prefix taken from another', () => {
    const xml = new XmlReader(
      `<q:p xmlns:q="${word}" q:val="1"><w:p xmlns:w="urn:other" w:val="2"/><w:t/></q:p>`,
    )
    expect(openRoot(xml)).toBe('w:p')
    expect(xml.attribute('w:val')).toBe('1')
    const names: string[] = []
    eachChild(xml, (name) => names.push(name))
    expect(names).toEqual(['?w:p', 'w:t'])
  })

  test('a default namespace for elements only', () => {
    const xml = new XmlReader(`<document xmlns="${word}"><t val="1">x</t></document>`)
    expect(openRoot(xml)).toBe('w:document')
    eachChild(xml, (name) =>
      expect([name, xml.attribute('val'), xml.attribute('w:val')]).toEqual(['w:t', '1', undefined]),
    )
  })

  test('UTF-8 and UTF-16 in both orders, with and without a mark', () => {
    const source = '<?xml version="1.0" encoding="UTF-16"?><a>Đặng</a>'
    const little = Buffer.from(source, 'utf16le')
    const big = Buffer.from(little).swap16()
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), little])
    for (const bytes of [little, big, marked, new TextEncoder().encode('<a>Đặng</a>')]) {
      const xml = readXml(bytes)
      openRoot(xml)
      expect(textInside(xml)).toBe('Đặng')
    }
  })

  test('children one by one, skipping what is not asked for', () => {
    const xml = new XmlReader('<a><b><c>1</c></b><d>2</d><e/></a>')
    openRoot(xml)
    const found: string[] = []
    eachChild(xml, (name) => {
      if (name === 'd') found.push(textInside(xml))
      else found.push(name)
    })
    expect(found).toEqual(['b', '2', 'e'])
    expect(xml.next()).toBe('end')
  })
})

describe('refuses', () => {
  test.each([
    ['billion laughs', '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>', 'dtd'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'dtd'],
    ['an external DTD', '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', 'dtd'],
    ['a declaration inside', '<a><!ELEMENT b ANY></a>', 'dtd'],
    ['an entity that nobody declared', '<a>&xxe;</a>', 'malformed'],
    ['a character that is none', '<a>&#1114112;</a>', 'malformed'],
    ['the character zero', '<a>&#0;</a>', 'malformed'],
    ['an ampersand alone', '<a>một & hai</a>', 'malformed'],
    ['a wrong end', '<a><b></a></b>', 'malformed'],
    ['no end', '<a><b>', 'malformed'],
    ['a second root', '<a/><b/>', 'malformed'],
    ['text outside', '<a/>x', 'malformed'],
    ['nothing', '', 'malformed'],
    ['an open comment', '<a><!-- x</a>', 'malformed'],
    ['an open tag', '<a b="', 'malformed'],
    ['a tag in a tag', '<a <b/>', 'malformed'],
    ['no name', '< a/>', 'malformed'],
  ])('%s', (_name, source, reason) => {
    expect(fault(() => events(source))).toBe(reason)
  })

  test('attributes that are none, when they are asked for', () => {
    const xml = new XmlReader('<a b=1 c/>')
    openRoot(xml)
    expect(fault(() => xml.attribute('b'))).toBe('malformed')
  })

  test('an encoding that the format does not allow, and bytes that are not what they say', () => {
    expect(
      fault(() => readXml(new TextEncoder().encode('<?xml version="1.0" encoding="windows-1258"?><a/>'))),
    ).toBe('encoding')
    expect(fault(() => readXml(Uint8Array.from([60, 97, 62, 0xff, 60])))).toBe('encoding')
  })

  test('a depth of a million in no time and memory, one short of the bound not', () => {
    expect(fault(() => events('<a>'.repeat(1_000_000)))).toBe('too_deep')
    expect(events('<a>'.repeat(mostXmlDepth) + '</a>'.repeat(mostXmlDepth))).toHaveLength(mostXmlDepth * 2)
  })

  test('traps for slow searching within a second', () => {
    const begun = performance.now()
    for (const trap of [
      '<a>' + '<!--'.repeat(200_000),
      `<a ${'x="'.repeat(300_000)}`,
      `<a${' '.repeat(1_000_000)}x>`,
      '&'.repeat(1_000_000),
      `<a>${'&amp'.repeat(300_000)}</a>`,
    ])
      expect(fault(() => events(trap.startsWith('<') ? trap : `<a>${trap}</a>`))).not.toBe('none')
    expect(performance.now() - begun).toBeLessThan(50_000)
  })
})
