import { urgingContract } from '#contract/following-urging.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { DutyId, TaskId } from '#domain/basics/ids.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { Timeline } from '#web/ui/timeline.tsx'
import { en } from './urging.en.ts'
import { vi } from './urging.vi.ts'

const texts = { vi, en }

/** The urgings about a task that one may see; nothing where nobody was urged. */
export function TaskUrgings({ taskId }: { taskId: TaskId | DutyId }) {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const reading = useRead(urgingContract.listUrgings, {
    query: { unitId: unit.unitId, schoolYear: year, taskId },
  })
  const rows = reading.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <>
      <h3>{t.task}</h3>
      <Timeline
        label={t.task}
        events={rows.map((row) => ({
          key: row.urgingId,
          date: formatDate(row.urgedOn),
          icon: 'bell',
          title: row.unitName,
          detail: [
            row.automatic === null
              ? `${row.personName}, ${t.steps[row.step]}`
              : `${t.automatic}, ${t.automaticSteps[row.automatic]}`,
            row.message,
            row.aftermath === 'reported' ? t.list.aftermaths.reportedSome : t.list.aftermaths[row.aftermath],
          ]
            .filter((part) => part !== null)
            .join('. '),
        }))}
      />
    </>
  )
}
