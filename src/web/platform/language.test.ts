import { expect, test } from 'vitest'
import { readLanguage } from './language.tsx'

const files = import.meta.glob<Record<string, unknown>>('/src/web/**/*.{vi,en}.ts', { eager: true })

/** Every text of a catalogue with its path; a function is called with values that show. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, 'function']]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`))
}

function catalogue(path: string, language: 'vi' | 'en'): [string, string][] {
  return textsOf(files[path]?.[language], '')
}

const sources = Object.keys(files).filter((path) => path.endsWith('.vi.ts'))

test('the catalogues are really found', () => {
  expect(sources.length).toBeGreaterThan(4)
})

test.each(sources)('%s has the same keys in English, and no empty text', (path) => {
  const vi = catalogue(path, 'vi')
  const en = catalogue(path.replace(/\.vi\.ts$/, '.en.ts'), 'en')
  expect(vi.length).toBeGreaterThan(0)
  expect(en.map(([key]) => key).toSorted()).toEqual(vi.map(([key]) => key).toSorted())
  expect([...vi, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('every text is in composed Unicode', () => {
  const split = sources
    .flatMap((path) => catalogue(path, 'vi'))
    .filter(([, text]) => text !== text.normalize('NFC'))
  expect(split).toEqual([])
})

test('the language is Vietnamese unless the cookie says English', () => {
  expect([
    readLanguage(''),
    readLanguage('a=1; namhoc_language=en'),
    readLanguage('namhoc_language=vi'),
    readLanguage('namhoc_language=english'),
  ]).toEqual(['vi', 'en', 'vi', 'vi'])
})
