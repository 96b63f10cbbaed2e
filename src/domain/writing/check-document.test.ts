import { describe, expect, test } from 'vitest'
import { checkDocument } from './check-document.ts'
import { samplePlan, sampleReport } from './official-document-samples.ts'

describe('a document against the decree', () => {
  test('the samples are in order', () => {
    expect(checkDocument(samplePlan())).toEqual([])
    expect(checkDocument(sampleReport())).toEqual([])
  })

  test('what is missing is named', () => {
    const empty = samplePlan({
      issuer: { superior: null, name: ' ', place: '' },
      about: '',
      body: [],
      annexes: [],
      signature: { authority: [], name: null },
    })
    expect(checkDocument(empty).map((finding) => finding.code)).toEqual([
      'issuer_missing',
      'place_missing',
      'about_missing',
      'body_missing',
      'authority_missing',
    ])
  })

  test.each([
    [{ text: '48/KH', symbol: 'KH-UBND' }, [{ code: 'number_malformed', found: '48/KH' }]],
    [{ text: '48', symbol: 'KH - UBND' }, [{ code: 'symbol_malformed', found: 'KH - UBND' }]],
    [{ text: '48', symbol: 'BC-UBND' }, [{ code: 'symbol_of_other_type', found: 'BC-UBND' }]],
    [{ text: '12a', symbol: 'KH-UBND' }, []],
  ])('the number %j', (number, findings) => {
    expect(checkDocument(samplePlan({ number }))).toEqual(findings)
  })

  test('annexes are numbered, bodies too, and rows fit their table', () => {
    const columns = [{ title: 'A', width: 1, align: 'left' as const }]
    const document = samplePlan({
      body: [
        { kind: 'section', number: 'II', title: 'x' },
        { kind: 'table', columns, rows: [['1', '2']] },
      ],
      annexes: [
        { number: null, title: 'x', landscape: false, body: [{ kind: 'table', columns: [], rows: [] }] },
        { number: 'II', title: 'y', landscape: false, body: [] },
      ],
    })
    expect(checkDocument(document)).toEqual([
      {
        code: 'numbering',
        place: { annex: null, block: 0 },
        fault: { index: 0, kind: 'section', number: 'II', expected: 'I' },
      },
      { code: 'row_too_wide', place: { annex: null, block: 1 }, row: 0 },
      { code: 'annex_number', annex: 0, expected: 'I' },
      { code: 'table_without_columns', place: { annex: 0, block: 0 } },
    ])
  })
})
