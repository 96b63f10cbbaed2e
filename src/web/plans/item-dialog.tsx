import type { ReplyOf } from '#contract/endpoint.ts'
import type { plansContract } from '#contract/plans.ts'
import type { Addition } from './addition.ts'
import type { BesideTarget } from './beside-target.ts'
import { DutyDialog } from './duty-dialog.tsx'
import type { Proposing } from './proposing.ts'
import type { ItemKind, ReviewItem } from './review-items.ts'
import { TargetDialog } from './target-dialog.tsx'
import { groupsIn } from './target-groups.ts'
import { TaskDialog } from './task-dialog.tsx'

export type ItemDialogProps = {
  plan: ReplyOf<typeof plansContract.getPlan>
  of: ReviewItem | { kind: ItemKind; addition: Addition }
  /** What is open beside it: a duty that is added stands in the same block. */
  near: ReviewItem | null
  besideTarget?: BesideTarget
  proposing?: Proposing | undefined
  onClose: () => void
}

/** The dialog of whichever kind. */
export function ItemDialog({ plan, of, near, besideTarget, proposing, onClose }: ItemDialogProps) {
  const { planId } = plan.head
  switch (of.kind) {
    case 'target':
      return (
        <TargetDialog
          planId={planId}
          of={'view' in of ? of.view : of.addition}
          groups={groupsIn(plan)}
          isWritten={plan.head.documentId === null}
          beside={'view' in of ? besideTarget?.get(of.view.targetId)?.inDialog : undefined}
          proposing={proposing}
          onClose={onClose}
        />
      )
    case 'duty':
      return (
        <DutyDialog
          planId={planId}
          of={'view' in of ? of.view : of.addition}
          block={near?.kind === 'duty' ? near.view : null}
          tasks={plan.tasks}
          proposing={proposing}
          onClose={onClose}
        />
      )
    case 'task':
      return (
        <TaskDialog
          planId={planId}
          of={'view' in of ? of.view : of.addition}
          proposing={proposing}
          onClose={onClose}
        />
      )
  }
}
