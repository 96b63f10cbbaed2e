import { fold } from '#domain/basics/text.ts'
import { formatWhen } from '#domain/basics/when.ts'
import { type DutyFault, dutyFaults, type PlanDuty, stoppingDutyFaults } from './plan-duty.ts'
import {
  formatTargetFigure,
  type PlanTarget,
  stoppingTargetFaults,
  type TargetFault,
  targetFaults,
} from './plan-target.ts'
import {
  faultsOf,
  type NameTarget,
  type PlanTask,
  stoppingFaults,
  type TaskFault,
  type TimeWindow,
} from './plan-task.ts'

export type ItemKind = 'task' | 'duty' | 'target'
export type AmendedTask = Omit<PlanTask, 'review'> & { product: string | null }
export type AmendedDuty = Omit<PlanDuty, 'review'>
export type AmendedTarget = Omit<PlanTarget, 'review'>

/** An item as it stands in a plan on a day, without what belongs to the review of a draft. */
export type ItemState =
  | { kind: 'task'; task: AmendedTask }
  | { kind: 'duty'; duty: AmendedDuty }
  | { kind: 'target'; target: AmendedTarget }

/** change: another wording, time or units; add: new from this amendment on; end: no longer part of the plan. */
export type AmendmentAct = 'change' | 'add' | 'end'

type AmendmentFault =
  | TaskFault
  | DutyFault
  | TargetFault
  | 'no_changes'
  | 'same_as_before'
  | 'changed_since'
  | 'audience_empty'

/** Those that can stop an amendment. */
export const amendmentFaults = [
  'no_title',
  'no_lead',
  'name_not_matched',
  'not_reviewed',
  'no_body',
  'no_unit',
  'no_statement',
  'figure_missing',
  'no_changes',
  'same_as_before',
  'changed_since',
  'audience_empty',
] as const satisfies readonly AmendmentFault[]
export type AmendmentStop = (typeof amendmentFaults)[number]

/** What keeps a proposed state from being published: the same as in a plan. */
export function stateFaults(state: ItemState): AmendmentStop[] {
  const found = faultsFound(state)
  return amendmentFaults.filter((fault) => found.includes(fault))
}

function faultsFound(state: ItemState): AmendmentFault[] {
  switch (state.kind) {
    case 'task':
      return faultsOf({ ...state.task, review: 'corrected' }).filter((fault) =>
        stoppingFaults.includes(fault),
      )
    case 'duty':
      return dutyFaults({ ...state.duty, review: 'corrected' }).filter((fault) =>
        stoppingDutyFaults.includes(fault),
      )
    case 'target':
      return targetFaults({ ...state.target, review: 'corrected' }).filter((fault) =>
        stoppingTargetFaults.includes(fault),
      )
  }
}

/** Whether two states say the same, whatever the order in which their fields were stored. */
export function isSameState(one: ItemState | null, other: ItemState | null): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )
}

export type AmendmentField =
  | 'no'
  | 'title'
  | 'lead'
  | 'coordinating'
  | 'start'
  | 'finish'
  | 'product'
  | 'heading'
  | 'body'
  | 'group'
  | 'statement'
  | 'scope'
  | 'figure'

type Language = 'vi' | 'en'
type Describe = (target: NameTarget) => string

/**
 * A state field by field in words, as one compares it: units by the names printed and, where a rule or another name is
 * meant, by that. Empty fields are '', so that every state of a kind has the same fields.
 */
export function sayState(
  state: ItemState,
  language: Language,
  describe: Describe,
): { field: AmendmentField; text: string }[] {
  switch (state.kind) {
    case 'task': {
      const { no, title, windows, product, units } = state.task
      return [
        { field: 'no', text: no ?? '' },
        { field: 'title', text: title },
        { field: 'lead', text: unitsText(units, 'lead', describe) },
        { field: 'coordinating', text: unitsText(units, 'coordinating', describe) },
        { field: 'start', text: timesText(windows, 'start', language) },
        { field: 'finish', text: timesText(windows, 'finish', language) },
        { field: 'product', text: product ?? '' },
      ]
    }
    case 'duty': {
      const { heading, body, units } = state.duty
      return [
        { field: 'heading', text: heading },
        { field: 'body', text: body },
        { field: 'lead', text: unitsText(units, 'lead', describe) },
        { field: 'coordinating', text: unitsText(units, 'coordinating', describe) },
      ]
    }
    case 'target': {
      const { groupTitle, statement, scope } = state.target
      return [
        { field: 'group', text: groupTitle ?? '' },
        { field: 'statement', text: statement },
        { field: 'scope', text: scope },
        { field: 'figure', text: formatTargetFigure(state.target, language) ?? '' },
      ]
    }
  }
}

function unitsText(units: AmendedTask['units'], role: 'lead' | 'coordinating', describe: Describe): string {
  return units
    .filter((unit) => unit.role === role)
    .map(({ printedName, target }) => {
      const meant = target === null ? '' : describe(target)
      return meant === '' || fold(meant) === fold(printedName) ? printedName : `${printedName} (${meant})`
    })
    .join('\n')
}

function timesText(windows: readonly TimeWindow[], side: 'start' | 'finish', language: Language): string {
  return windows
    .map((window) => window[side])
    .map((when) => (when === null ? '' : formatWhen(when, language)))
    .filter((text) => text !== '')
    .join('; ')
}

/** What an item is called in lists: its number and words, or the words alone. */
export function nameOfState(state: ItemState): string {
  switch (state.kind) {
    case 'task':
      return state.task.no === null ? state.task.title : `${state.task.no}. ${state.task.title}`
    case 'duty':
      return state.duty.body
    case 'target':
      return state.target.statement
  }
}
