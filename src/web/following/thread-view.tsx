import { type AssignmentStep, followingContract, type ProgressEntry } from '#contract/following.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { addressOf } from '#web/platform/client.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from '#web/ui/icon.tsx'
import type { IconName } from '#web/ui/icon-paths.ts'
import { Timeline, type TimelineEvent } from '#web/ui/timeline.tsx'
import { en as actsEn } from './acts.en.ts'
import { vi as actsVi } from './acts.vi.ts'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'

const texts = { vi: { ...vi, life: actsVi.steps }, en: { ...en, life: actsEn.steps } }

// A report of completion says itself that it was claimed; the officer's also that it is confirmed.
const saidByReport: ReadonlySet<AssignmentStep['move']> = new Set(['claim', 'take_back'])
const icons: Partial<Record<AssignmentStep['move'], IconName>> = { confirm: 'done', acknowledge: 'check' }

/** Reports and steps of a task in one story, the newest first. */
export function Thread({
  thread,
  steps,
}: {
  thread: readonly ProgressEntry[]
  steps: readonly AssignmentStep[]
}) {
  const t = useTexts(texts)
  const reports = thread.map((entry): TimelineEvent & { at: string } => ({
    at: entry.at,
    key: entry.progressId,
    date: formatInstant(entry.at),
    icon: entry.status === 'done' ? 'done' : 'running',
    title: `${t.report.statuses[entry.status]}, ${entry.percent}%`,
    detail: (
      <>
        {entry.note !== null && <p className="task-note">{entry.note}</p>}
        {entry.delivered !== null && entry.delivered.length > 0 && (
          <p>{t.task.delivered(entry.delivered.join('; '))}</p>
        )}
        {entry.rolledUp !== null && <p>{t.task.rolledUp(entry.rolledUp)}</p>}
        <p>
          {t.task.by(entry.personName, entry.unitName)}
          {entry.onBehalf && ` (${t.task.onBehalf})`}
        </p>
        {entry.toldBy !== null && (
          <p>{t.task.toldBy(entry.toldBy, entry.toldOn === null ? null : formatDate(entry.toldOn))}</p>
        )}
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
  }))
  const told = steps
    .filter((step) => !saidByReport.has(step.move))
    .map((step): TimelineEvent & { at: string } => ({
      at: step.at,
      key: step.stepId,
      date: formatInstant(step.at),
      icon: icons[step.move] ?? 'arrow-right',
      title: titleOf(step),
      detail: (
        <>
          {step.reason !== null && <p className="task-note">{step.reason}</p>}
          <p>
            {t.task.by(step.personName, step.unitName)}
            {step.onBehalf && ` (${t.task.onBehalf})`}
          </p>
        </>
      ),
    }))
  const events = [...reports, ...told].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  if (events.length === 0) return <p className="muted">{t.task.noThread}</p>
  return <Timeline label={t.task.thread} events={events} />

  function titleOf(step: AssignmentStep): string {
    const { move } = step
    const day = step.dueOn === null ? '' : formatDate(step.dueOn)
    const other = step.otherUnitName ?? ''
    switch (move) {
      case 'pass_on':
      case 'hand_over':
        return t.life[move](other)
      case 'ask':
      case 'grant':
      case 'move_finish':
      case 'add_window':
        return t.life[move](day)
      case 'hand':
        return t.life.hand(step.holderName ?? '')
      case 'acknowledge':
      case 'return':
      case 'give_again':
      case 'drop':
      case 'claim':
      case 'take_back':
      case 'confirm':
      case 'send_back':
      case 'refuse':
      case 'hand_back':
      case 'end':
      case 'give_anew':
      case 'end_window':
        return other === '' ? t.life[move] : `${t.life[move]}, ${t.life.from(other)}`
    }
  }
}
