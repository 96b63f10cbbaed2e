import type { ReplyOf } from '#contract/endpoint.ts'
import type { AmendmentEntry } from '#contract/plan-amendments.ts'
import type { plansContract } from '#contract/plans.ts'
import type { DutyId, TargetId, TaskId } from '#domain/basics/ids.ts'
import { nothingSelected } from './addition.ts'
import { ItemDialog } from './item-dialog.tsx'
import type { Proposing } from './proposing.ts'
import { type ItemKind, itemsOf, type ReviewItem } from './review-items.ts'

type Plan = ReplyOf<typeof plansContract.getPlan>
/** An item of the plan, a proposal that there is already, or something new of a kind. */
export type Editing = { item: ReviewItem } | { entry: AmendmentEntry } | { kind: ItemKind }

/** The dialog of the review, its words taken for the amendment. */
export function AmendItemDialog({
  plan,
  editing,
  proposing,
  onClose,
}: {
  plan: Plan
  editing: Editing
  proposing: Proposing
  onClose: () => void
}) {
  const of =
    'item' in editing
      ? editing.item
      : 'entry' in editing
        ? itemOfEntry(editing.entry)
        : { kind: editing.kind, addition: nothingSelected }
  return <ItemDialog plan={plan} of={of} near={null} proposing={proposing} onClose={onClose} />
}

/** A proposal as an item to edit: as proposed, whatever the plan says. */
function itemOfEntry({ entryId, itemId, after }: AmendmentEntry): ReviewItem | NewItem {
  const none = { targets: [], duties: [], tasks: [] }
  const whole = {
    version: 1,
    endedOn: null,
    position: 0,
    at: null,
    confidence: null,
    review: 'added' as const,
    faults: [],
  }
  const matched = <U extends object>(units: readonly U[]) =>
    units.map((unit) => ({ ...unit, score: null, targetName: null }))
  const fresh = { kind: after?.kind ?? 'task', addition: nothingSelected }
  switch (after?.kind) {
    case 'task': {
      // Whichever list the item stands in; the dialog asks the server nothing by it.
      const taskId = (itemId ?? entryId) as TaskId
      const view = { ...whole, ...after.task, units: matched(after.task.units), taskId, timeText: null }
      return itemsOf({ ...none, tasks: [view] }).task[0] ?? fresh
    }
    case 'duty': {
      // As above.
      const dutyId = (itemId ?? entryId) as DutyId
      const view = { ...whole, ...after.duty, units: matched(after.duty.units), dutyId }
      return itemsOf({ ...none, duties: [view] }).duty[0] ?? fresh
    }
    case 'target': {
      // As above.
      const targetId = (itemId ?? entryId) as TargetId
      return itemsOf({ ...none, targets: [{ ...whole, ...after.target, targetId }] }).target[0] ?? fresh
    }
    case undefined:
      return fresh
  }
}

type NewItem = { kind: ItemKind; addition: typeof nothingSelected }
