import { submissionsContract, type SubmissionView } from '#contract/submissions.ts'
import type { RoundId, SubmissionId, UnitId } from '#domain/basics/ids.ts'
import { useRead } from '#web/platform/data.ts'
import { useMay } from '#web/platform/session.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { EntryView } from './entry-view.tsx'
import { ReviewView } from './review-view.tsx'
import './submissions.css'

/** The form of one unit in a round: typed into by the unit, reviewed by its authority, read by who may. */
export function FormScreen({ roundId, unitId }: { roundId: RoundId; unitId: UnitId }) {
  const reading = useRead(submissionsContract.openForm, { params: { roundId, unitId } })
  return (
    <Loaded reading={reading} loading={<LoadingState shape="page" rows={12} />}>
      {(view) => <OneForm view={view} />}
    </Loaded>
  )
}

/** The same, where a notice or a figure leads to a submission. */
export function SubmissionScreen({ submissionId }: { submissionId: SubmissionId }) {
  const reading = useRead(submissionsContract.getSubmission, { params: { submissionId } })
  return (
    <Loaded reading={reading} loading={<LoadingState shape="page" rows={12} />}>
      {(view) => <OneForm view={view} />}
    </Loaded>
  )
}

function OneForm({ view }: { view: SubmissionView }) {
  const may = useMay()
  // A new state is a new page: what was typed before belongs to the former one.
  const key = `${view.round.roundId} ${view.unit.unitId} ${view.state === 'draft' ? '' : (view.state ?? '')}`
  return view.takesFigures && may('submission.fill', view.unit.path) ? (
    <EntryView key={key} view={view} />
  ) : (
    <ReviewView key={key} view={view} />
  )
}
