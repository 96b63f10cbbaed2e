// Documents spoilt at random: the reader answers, invents nothing, and keeps every place inside the source.
import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { communePlan, districtPlan, planInDecision } from './sample-plans.ts'
import { textSource } from './sample-sources.ts'

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const strange = [
  '%',
  '/',
  '(',
  '“',
  ':',
  '100%',
  '1.',
  'II.',
  'a)',
  '-',
  '\t',
  'phối hợp với ',
  'mức độ 2',
  '\u0301',
  'x'.repeat(300),
]

function spoilt(text: string, roll: () => number): string {
  const place = () => Math.floor(roll() * text.length)
  switch (Math.floor(roll() * 5)) {
    case 0: {
      const from = place()
      return text.slice(0, from) + text.slice(from + Math.floor(roll() * 200))
    }
    case 1: {
      const at = place()
      return `${text.slice(0, at)}${strange[Math.floor(roll() * strange.length)] ?? ''}${text.slice(at)}`
    }
    case 2:
      return text
        .split('\n')
        .map((line) => ({ line, key: roll() < 0.2 ? roll() : 0.5 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ line }) => line)
        .join('\n')
    case 3:
      return text.normalize('NFD')
    default:
      return text.replaceAll('\n', roll() < 0.5 ? ' ' : '\n\n')
  }
}

describe.for(Object.entries({ communePlan, districtPlan, planInDecision }))('%s', ([name, original]) => {
  test('spoilt in sixty ways is read without a fault', () => {
    const roll = dice(name.length)
    for (let round = 0; round < 60; round += 1) {
      let text = original
      for (let times = 0; times <= round % 4; times += 1) text = spoilt(text, roll)
      const { targets, duties, tasks } = readDocument(textSource(text))
      const lines = text.split('\n').length
      for (const item of [...targets, ...duties, ...tasks]) {
        expect('line' in item.at && item.at.line >= 1 && item.at.line <= lines).toBe(true)
        expect(item.confidence > 0 && item.confidence <= 1).toBe(true)
      }
      for (const target of targets) {
        const figures = [target.value, target.percent, target.min, target.max, target.numerator]
        expect(
          figures.every((figure) => figure === undefined || figure === null || Number.isFinite(figure)),
        ).toBe(true)
        expect(target.statement).not.toBe('')
      }
      for (const duty of duties) expect([duty.unit, duty.units.length > 0]).not.toContain('')
    }
  })
})
