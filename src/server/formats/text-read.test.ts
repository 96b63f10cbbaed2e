import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SourceLine } from '#domain/reading/source.ts'
import { readSharedDocument, whenAvailable } from '#test/support/require.ts'
import { FormatRefusal } from './format-refusal.ts'
import { readPastedText, readText } from './text-read.ts'

function lines(text: string, markdown = false): SourceLine[] {
  return readText(new TextEncoder().encode(text), { markdown }).blocks.filter(
    (block) => block.kind !== 'table',
  )
}

describe('lines', () => {
  test('are numbered from 1, blank ones counted, whatever ends them', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const found = lines(['Một', '', '  Hai\tba', 'Bốn', ''].join(end))
      expect(found.map((line) => [line.at, line.text])).toEqual([
        [{ line: 1 }, 'Một'],
        [{ line: 2 }, ''],
        [{ line: 3 }, '  Hai\tba'],
        [{ line: 4 }, 'Bốn'],
      ])
    }
  })

  test('are NFC, without marks and zero-width signs, form feeds kept for the pages', () => {
    expect(lines('\ufeffKế\u200b hoạch'.normalize('NFD'))[0]?.text).toBe('Kế hoạch')
    expect(lines('một\n\fhai')[1]?.text).toBe('\fhai')
  })

  test('of an old font are converted and that is said', () => {
    const bytes = Uint8Array.from('KÕ ho¹ch n¨m häc cña c¸c tr­êng', (letter) => letter.charCodeAt(0))
    const source = readText(bytes)
    expect(source.blocks[0]).toMatchObject({ text: 'Kế hoạch năm học của các trường' })
    expect(source.notes).toEqual([{ code: 'old_encoding_converted', at: null }])
    expect(readPastedText('KÕ ho¹ch n¨m häc').notes).toEqual([{ code: 'old_encoding_converted', at: null }])
  })

  test('with bytes that are no letters are marked', () => {
    const bytes = new TextEncoder().encode('Kế hoạch của các trường\nnăm học mới và các nhiệm vụ được giao')
    bytes[26] = 0xff
    const source = readText(bytes)
    expect(source.notes).toEqual([{ code: 'undecodable_bytes', at: { line: 1 } }])
  })

  test('of nothing but space are an empty file', () => {
    expect(() => readText(new TextEncoder().encode(' \n\n\t'))).toThrow(new FormatRefusal('empty_file'))
    expect(() => readPastedText('')).toThrow(new FormatRefusal('empty_file'))
  })

  test('too many are cut, and that is said', () => {
    const source = readPastedText('a\n'.repeat(300_000))
    expect([source.blocks.length, source.notes]).toEqual([
      200_000,
      [{ code: 'too_long_cut', at: { line: 200_000 } }],
    ])
  })

  test('any text keeps its count of lines', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().map((text) => `x${text.replaceAll(/[\r\n]/g, '')}`),
          { minLength: 1 },
        ),
        (parts) => {
          expect(readPastedText(parts.join('\n')).blocks).toHaveLength(parts.length)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('Markdown', () => {
  test('loses its signs, keeps its words, its tables and its line numbers', () => {
    const found = lines(
      '# KẾ HOẠCH #\n\n**I. Mục tiêu**\n* một **đậm** và *nghiêng*\n2\\. 5 * 3 = 15\n> trích\n| a | b |\n__x__y_z',
      true,
    )
    expect(found.map((line) => line.text)).toEqual([
      'KẾ HOẠCH',
      '',
      'I. Mục tiêu',
      '- một đậm và nghiêng',
      '2. 5 * 3 = 15',
      'trích',
      '| a | b |',
      'xy_z',
    ])
    expect(found[0]?.style).toEqual({ heading: 1 })
    expect(found[2]?.style).toEqual({ bold: true })
    expect(found[3]?.style).toEqual({})
    expect(found[7]?.at).toEqual({ line: 8 })
  })
})

whenAvailable('shared').test('the real plan has the 2,850 lines of its file, each as it stands there', () => {
  const text = readSharedDocument('hai-an-plan-2024-2025.txt')
  const source = readText(new TextEncoder().encode(text))
  expect(source.notes).toEqual([])
  expect(source.blocks).toHaveLength(2850)
  expect(source.blocks.map((block) => (block.kind === 'table' ? '' : block.text.trim()))).toEqual(
    text
      .normalize('NFC')
      .split('\n')

      .map((line) => line.replaceAll('\u00a0', ' ').trim()),
  )
})
