import { describe, expect, test } from 'vitest'
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { AssignmentId, UnitId } from '#domain/basics/ids.ts'
import type { AssignmentState } from './life.ts'
import { type Expansion, type HeldAssignment, type HeldWindow, reExpand, type Window } from './re-expand.ts'

const today = localDate('2024-11-15')
// Ids of tests need no shape.
const unit = (name: string) => name as UnitId
const window = (dueOn: LocalDate | null, startsOn: LocalDate | null = null): Window => ({
  startsOn,
  dueOn,
  term: null,
})
const december = window(localDate('2024-12-31'))
const may = window(localDate('2025-05-31'))
const september = window(localDate('2024-09-30'))

function plan(units: string, ...windows: Window[]): Expansion {
  return {
    shares: units
      .split('')
      .map((name) => ({ unitId: unit(name), role: 'lead' as const, printedName: 'Các trường' })),
    windows: windows.length === 0 ? [december] : windows,
  }
}

function held(
  name: string,
  over: { state?: AssignmentState; windows?: Window[]; done?: number[]; ended?: number[] } = {},
): HeldAssignment {
  const windows = (over.windows ?? [december]).map(
    (one, index): HeldWindow => ({
      ...one,
      no: index + 1,
      done: (over.done ?? []).includes(index + 1),
      ended: (over.ended ?? []).includes(index + 1),
    }),
  )
  return {
    // As above.
    assignmentId: `of ${name}` as AssignmentId,
    unitId: unit(name),
    role: 'lead',
    printedName: 'Các trường',
    state: over.state ?? 'acknowledged',
    windows,
  }
}

const said = (steps: ReturnType<typeof reExpand>) =>
  steps.map((step) => {
    switch (step.kind) {
      case 'give':
        return `give ${step.share.unitId} ${step.windows.map((one) => one.no).join(',')}`
      case 'role':
        return `${step.kind} ${step.assignmentId} ${step.role} ${step.printedName}`
      case 'end_window':
        return `end_window ${step.unitId} ${step.no}`
      case 'move_finish':
      case 'add_window':
        return `${step.kind} ${step.unitId} ${step.window.no} ${step.window.dueOn}`
      case 'give_anew':
      case 'end':
        return `${step.kind} ${step.unitId}`
    }
  })

describe('an amendment re-expands a task', () => {
  test.each<[string, Expansion | null, Expansion | null, HeldAssignment[], string[]]>([
    ['nothing changed: nothing is done', plan('ab'), plan('ab'), [held('a'), held('b')], []],
    ['nobody before, nobody after', null, null, [], []],
    ['a new task is given to everybody meant', null, plan('ab'), [], ['give a 1', 'give b 1']],
    ['a unit joins', plan('a'), plan('ab'), [held('a')], ['give b 1']],
    ['a unit leaves: its work is ended', plan('ab'), plan('a'), [held('a'), held('b')], ['end b']],
    ['a unit that was done keeps it', plan('ab'), plan('a'), [held('a'), held('b', { done: [1] })], []],
    [
      'half done is ended all the same',
      plan('ab', december, may),
      plan('a', december, may),
      [held('a', { windows: [december, may] }), held('b', { windows: [december, may], done: [1] })],
      ['end b'],
    ],
    ['the task is ended for all', plan('ab'), null, [held('a'), held('b', { done: [1] })], ['end a']],
    [
      'also for whoever took it over',
      plan('a'),
      null,
      [held('a', { state: 'passed_on' }), held('z')],
      ['end z'],
    ],
    [
      'who took it over and was never meant keeps it while the task goes on',
      plan('ab'),
      plan('b'),
      [held('a', { state: 'passed_on' }), held('b'), held('z')],
      [],
    ],
    ['what was dropped is not given again', plan('a'), plan('a'), [held('a', { state: 'dropped' })], []],
    [
      'but goes on where its unit is meant anew',
      plan('b'),
      plan('ab'),
      [held('a', { state: 'dropped' }), held('b')],
      ['give_anew a'],
    ],
    [
      'what was passed on is nobody’s to give anew',
      plan('b'),
      plan('ab'),
      [held('a', { state: 'passed_on' }), held('b')],
      [],
    ],
    [
      'another finish moves every open window, returned ones too',
      plan('abc'),
      plan('abc', may),
      [held('a'), held('b', { done: [1] }), held('c', { state: 'returned' })],
      ['move_finish a 1 2025-05-31', 'move_finish c 1 2025-05-31'],
    ],
    [
      'only the window that was moved',
      plan('a', september, december),
      plan('a', september, may),
      [held('a', { windows: [september, december] })],
      ['move_finish a 2 2025-05-31'],
    ],
    ['a finish taken away', plan('a'), plan('a', window(null)), [held('a')], ['move_finish a 1 null']],
    [
      'a second window',
      plan('a'),
      plan('a', december, may),
      [held('a', { done: [1] })],
      ['add_window a 2 2025-05-31'],
    ],
    [
      'a window less: an open one is ended, a done one stays',
      plan('ab', december, may),
      plan('ab', december),
      [held('a', { windows: [december, may] }), held('b', { windows: [december, may], done: [2] })],
      ['end_window a 2'],
    ],
    [
      'who joins does not begin late',
      plan('a', september, december),
      plan('ab', september, december),
      [held('a', { windows: [september, december] })],
      ['give b 2'],
    ],
    ['nor gets what is over altogether', plan('a', september), plan('ab', september), [held('a')], []],
    ['what ends today is not over', null, plan('a', window(today)), [], ['give a 1']],
    [
      'a unit joins and the finish moves',
      plan('a'),
      plan('ab', may),
      [held('a')],
      ['give b 1', 'move_finish a 1 2025-05-31'],
    ],
  ])('%s', (_fact, before, after, assignments, expected) => {
    expect(said(reExpand(before, after, assignments, today))).toEqual(expected)
  })

  test('another role or wording is taken over, progress and all', () => {
    const after = plan('a')
    const coordinating: Expansion = {
      ...after,
      shares: [{ unitId: unit('a'), role: 'coordinating', printedName: 'Trường TH A' }],
    }
    expect(said(reExpand(plan('a'), coordinating, [held('a')], today))).toEqual([
      'role of a coordinating Trường TH A',
    ])
  })

  test('of a term that is over nobody who joins is asked', () => {
    const first = { ...window(null), term: 'term_1' as const, askedUntil: localDate('2024-11-14') }
    const second = { ...window(null), term: 'term_2' as const, askedUntil: localDate('2025-05-31') }
    expect(said(reExpand(null, plan('a', first, second), [], today))).toEqual(['give a 2'])
  })

  test('run again after its own steps it does nothing', () => {
    const after = plan('bc', may)
    const now = [
      held('a', { state: 'dropped' }),
      held('b', { windows: [may] }),
      held('c', { windows: [may] }),
    ]
    expect(reExpand(plan('ab'), after, now, today)).toEqual([])
  })

  test('a province: 3,000 schools, one of which is new', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `s${index}`)
    const all: Expansion = {
      shares: names.map((name) => ({ unitId: unit(name), role: 'lead', printedName: 'Các trường' })),
      windows: [december],
    }
    const steps = reExpand(
      all,
      all,
      names.slice(1).map((name) => held(name)),
      today,
    )
    expect(said(steps)).toEqual(['give s0 1'])
  })
})
