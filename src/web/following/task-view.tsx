import { useState } from 'react'
import { followingContract, type WorkRow } from '#contract/following.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { DutyId, TaskId } from '#domain/basics/ids.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useDetailTitle } from '#web/platform/routing.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { Timeline } from '#web/ui/timeline.tsx'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'
import { ProgressDialog } from './progress-dialog.tsx'
import { StandingBadge } from './standing-badge.tsx'
import './following.css'

const texts = { vi, en }

/** A task's page: the printed sentence, who leads, who coordinates, how each stands, the thread. */
export function TaskView({ taskId }: { taskId: TaskId | DutyId }) {
  const t = useTexts(texts)
  const task = useRead(followingContract.getTask, { params: { taskId } })
  useDetailTitle(task.data?.title ?? null)
  const may = useMay()
  const [reporting, setReporting] = useState<WorkRow | null>(null)
  return (
    <Loaded reading={task} loading={<LoadingState shape="page" />}>
      {(data) => {
        const printed = (role: WorkRow['role']) =>
          data.printedUnits
            .filter((unit) => unit.role === role)
            .map((unit) => unit.printedName)
            .join('; ')
        const facts = [
          { key: 'lead', label: data.kind === 'duty' ? t.task.dutyOf : t.task.lead, value: printed('lead') },
          { key: 'coordinating', label: t.task.coordinating, value: printed('coordinating') },
          { key: 'time', label: t.task.time, value: data.timeText ?? '' },
          { key: 'product', label: t.task.product, value: data.product ?? '' },
          { key: 'plan', label: t.task.plan, value: `${data.planTitle} (${data.issuerName})` },
        ].filter((fact) => fact.value !== '')
        const several = data.work.some((row) => row.windowNo > 1)
        return (
          <article className="task-detail">
            {data.kind === 'duty' && <p className="task-no">{t.task.duty}</p>}
            <h2>
              {data.no !== null && <span className="task-no">{t.task.no(data.no)}</span>}
              {data.title}
            </h2>
            <KeyValues items={facts} dense />
            <h3>{t.task.work}</h3>
            <ul className="task-work">
              {data.work.map((row) => {
                const own = may('assignment.report', row.unitPath)
                const mayReport = own || may('assignment.report_on_behalf', row.unitPath)
                return (
                  <li key={`${row.assignmentId}-${row.windowNo}`}>
                    <span className="task-work-unit">
                      {row.unitName}
                      <span className="task-work-role">
                        {row.kind === 'duty' ? t.dutyRoles[row.role] : t.roles[row.role]}
                        {row.term !== null
                          ? ` · ${t.terms[row.term]}`
                          : several && ` · ${t.task.window(row.windowNo)}`}
                        {row.dueOn !== null && ` · ${formatDate(row.dueOn)}`}
                      </span>
                    </span>
                    <StandingBadge row={row} bare />
                    {mayReport && (
                      <Button size="small" kind={own ? 'primary' : 'quiet'} onPress={() => setReporting(row)}>
                        {own ? t.task.report : t.task.reportFor(row.unitName)}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
            <h3>{t.task.thread}</h3>
            {data.thread.length === 0 ? (
              <p className="muted">{t.task.noThread}</p>
            ) : (
              <Timeline
                label={t.task.thread}
                events={data.thread.map((entry) => ({
                  key: entry.progressId,
                  date: formatInstant(entry.at),
                  icon: entry.status === 'done' ? 'done' : 'running',
                  title: `${t.report.statuses[entry.status]}, ${entry.percent}%`,
                  detail: (
                    <>
                      {entry.note !== null && <p className="task-note">{entry.note}</p>}
                      <p>
                        {t.task.by(entry.personName, entry.unitName)}
                        {entry.onBehalf && ` (${t.task.onBehalf})`}
                      </p>
                      {entry.evidence.map((file) => (
                        <a
                          key={file.sha256}
                          className="task-file"
                          href={addressOf(followingContract.downloadEvidence, {
                            params: { progressId: entry.progressId, sha256: file.sha256 },
                          })}
                          download
                        >
                          <Icon name="file" size={16} /> {file.fileName}
                        </a>
                      ))}
                    </>
                  ),
                }))}
              />
            )}
            {reporting !== null && (
              <ProgressDialog
                row={reporting}
                onBehalf={!may('assignment.report', reporting.unitPath)}
                onClose={() => setReporting(null)}
              />
            )}
          </article>
        )
      }}
    </Loaded>
  )
}
