import { peopleContract } from '#contract/people.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { readDevice } from './device.ts'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'

const texts = { vi, en }

export function OwnSessions() {
  const t = useTexts(texts).account
  const tell = useToast()
  const sessions = useRead(peopleContract.listOwnSessions, {})
  const end = useWrite(peopleContract.endSession, {
    refresh: [peopleContract.listOwnSessions],
    onDone: () => tell({ text: t.ended }),
  })
  const deviceOf = (userAgent: string | null) => {
    const device = readDevice(userAgent ?? '')
    return device === null
      ? t.unknownDevice
      : device.system === null
        ? device.browser
        : t.device(device.browser, device.system)
  }
  return (
    <section className="settings-part" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t.sessions}</h2>
      <p className="muted">{t.sessionsLead}</p>
      {end.problem !== null && (
        <Notice kind="error" title={end.problem.title} announce>
          {end.problem.detail}
        </Notice>
      )}
      <Loaded reading={sessions} loading={<LoadingState rows={3} />}>
        {(rows) => (
          <ul className="settings-list">
            {rows
              .toSorted((a, b) => Number(b.current) - Number(a.current) || (a.seenAt < b.seenAt ? 1 : -1))
              .map((row) => (
                <li key={row.sessionId}>
                  <span>
                    <b>{deviceOf(row.userAgent)}</b>{' '}
                    {row.current && <StateBadge state="done">{t.here}</StateBadge>}
                    <span className="settings-fine">
                      {[
                        t.seen(formatInstant(row.seenAt)),
                        t.since(formatInstant(row.createdAt)),
                        ...(row.ip === null ? [] : [t.from(row.ip)]),
                      ].join(' · ')}
                    </span>
                  </span>
                  {!row.current && (
                    <button
                      type="button"
                      className="button"
                      data-kind="secondary"
                      data-size="small"
                      aria-label={t.endOf(deviceOf(row.userAgent))}
                      onClick={() => end.send({ params: { sessionId: row.sessionId } })}
                    >
                      {t.end}
                    </button>
                  )}
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
