import { describe, expect, test } from 'vitest'
import { documentTypes, symbolFor, typeOfSymbol } from './type-abbreviations.ts'

describe('types of document', () => {
  test('are the 29 of Article 7', () => {
    expect(Object.keys(documentTypes)).toHaveLength(29)
    expect(documentTypes.plan).toEqual({ name: 'Kế hoạch', abbreviation: 'KH' })
    expect(documentTypes.proposal.abbreviation).toBe('TTr')
  })

  test('have abbreviations that differ, apart from the two types without one', () => {
    const given = Object.values(documentTypes).map((entry) => entry.abbreviation)
    const written = given.filter((abbreviation) => abbreviation !== null)
    expect(new Set(written).size).toBe(27)
    expect(given.filter((abbreviation) => abbreviation === null)).toHaveLength(2)
  })

  test('make the symbol; a công văn goes without an abbreviation', () => {
    expect(symbolFor('plan', 'UBND')).toBe('KH-UBND')
    expect(symbolFor('letter', 'UBND-VX')).toBe('UBND-VX')
  })

  test('are found again from the symbol, also from one in decomposed letters', () => {
    expect(typeOfSymbol('BC-TMN')).toBe('report')
    expect(typeOfSymbol('QĐ-UBND'.normalize('NFD'))).toBe('decision')
    expect(typeOfSymbol('UBND-VX')).toBeNull()
    expect(typeOfSymbol('')).toBeNull()
  })
})
