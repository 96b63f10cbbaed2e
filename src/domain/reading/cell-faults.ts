import type { ColumnRole } from './column-lexicon.ts'
import { longestAt, phraseBook } from './phrases.ts'
import { productWords } from './product-lexicon.ts'
import { readRoles } from './task-roles.ts'
import { readTimes } from './time-text.ts'
import { headAt } from './unit-heads.ts'
import { danglingWords } from './unit-lexicon.ts'
import { readUnitList } from './unit-list.ts'
import { keysOf, startsInLowerCase, startsWithCapital, wordKey } from './words.ts'

// Weights, not probabilities: 3 is "hardly", 12 "never". They were set on tables of our own and have to keep their order
// only: a broken name weighs more than an empty coordinating cell, an empty lead more than that.
const emptyCosts: Record<ColumnRole, number> = {
  no: 0,
  title: 12,
  lead: 5,
  coordinating: 2.5,
  units: 5,
  time: 3,
  start: 3,
  finish: 3,
  product: 1.5,
  note: 0,
  other: 0.2,
}

/** What speaks against a cell of this column being empty. */
export function emptyCost(role: ColumnRole): number {
  return emptyCosts[role]
}

const products = phraseBook(productWords.map((word) => [word, true as const]))
const dangling = new Set(danglingWords.map(wordKey))

/**
 * What speaks against `text` standing in a column; `lines` is how many lines it takes, `timeLike` whether no word of it
 * keeps it from being a time.
 */
export function cellFaults(role: ColumnRole, text: string, lines: number, timeLike: boolean): number {
  switch (role) {
    case 'no':
      return 0
    case 'title':
      return titleFaults(text, timeLike && isTime(text))
    case 'lead':
    case 'coordinating':
      return lowerCaseStart(text, 2.5) + bareLevel(text) + Math.min(12, readUnitList(text).faults)
    case 'units':
      return lowerCaseStart(text, 2.5) + unitsFaults(text)
    case 'time':
    case 'start':
    case 'finish':
      return timeLike && isTime(text) ? lowerCaseStart(text, 0.5) : 5 + lines
    case 'product':
      return productFaults(text, timeLike && isTime(text))
    case 'note':
    case 'other':
      return 0.5 + (timeLike && isTime(text) ? 2 : 0) + lowerCaseStart(text, 1)
  }
}

function titleFaults(text: string, time: boolean): number {
  const last = /(\p{L}+)$/u.exec(text.slice(-20))?.[1]
  const isOpen = /[,\-–(:]$/.test(text) || (last !== undefined && dangling.has(wordKey(last)))
  return lowerCaseStart(text, 2) + (isOpen ? 3 : 0) + (time ? 4 : 0)
}

/** Of units that begin with no known head: possible for a name in capitals, "never" in the middle of a word group. */
export function headlessFaults(text: string, lines: number): number {
  return startsInLowerCase(text) ? 12 : Math.min(12, 4 + lines * 0.3)
}

// "Trung học cơ sở" at the beginning of a cell is rather the end of the title before it.
function bareLevel(text: string): number {
  return headAt(keysOf(text.slice(0, 40)), 0)?.kind === 'level' ? 1 : 0
}

function unitsFaults(text: string): number {
  const { lead, coordinating, printed } = readRoles(text)
  if (!printed) return Math.min(12, readUnitList(text).faults)
  const faults =
    (lead === '' ? 0 : readUnitList(lead).faults) +
    (coordinating === '' ? 0 : readUnitList(coordinating).faults)
  return Math.min(12, faults)
}

function productFaults(text: string, time: boolean): number {
  const keys = keysOf(text.slice(0, 60))
  const isKnown = longestAt(products, keys, 0) !== null || longestAt(products, keys, 1) !== null
  const capital = startsWithCapital(text) || /^[-–+\d]/.test(text)
  const isUnits = readUnitList(text).faults === 0 ? 3 : 0
  return (isKnown ? 0 : 2) + (capital ? 0 : 3) + isUnits + (time ? 4 : 0)
}

// The longest time of our own tables has 70 characters.
const longestTime = 160

function isTime(text: string): boolean {
  return text.length <= longestTime && readTimes(text, null).complete
}

function lowerCaseStart(text: string, cost: number): number {
  return startsInLowerCase(text) ? cost : 0
}
