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
  const whole = {
    version: 1,
    endedOn: null,
    position: 0,
    at: null,
    confidence: null,
    review: 'added' as const,
  }
  const id = itemId ?? entryId
  const matched = <U extends object>(units: readonly U[]) =>
    units.map((unit) => ({ ...unit, score: null, targetName: null }))
  // One id serves whichever list it stands in; nothing is asked of the server by it here.
  const found =
    after === null
      ? null
      : after.kind === 'task'
        ? itemsOf({
            targets: [],
            duties: [],
            tasks: [
              {
                ...whole,
                ...after.task,
                units: matched(after.task.units),
                taskId: id as unknown as TaskId,
                timeText: null,
                faults: [],
              },
            ],
          }).task
        : after.kind === 'duty'
          ? itemsOf({
              targets: [],
              tasks: [],
              duties: [
                {
                  ...whole,
                  ...after.duty,
                  units: matched(after.duty.units),
                  dutyId: id as unknown as DutyId,
                  faults: [],
                },
              ],
            }).duty
          : itemsOf({
              duties: [],
              tasks: [],
              targets: [{ ...whole, ...after.target, targetId: id as unknown as TargetId, faults: [] }],
            }).target
  return found?.[0] ?? { kind: 'task', addition: nothingSelected }
}

type NewItem = { kind: ItemKind; addition: typeof nothingSelected }
