import { useState } from 'react'
import { calendarFeedsContract } from '#contract/calendar-feeds.ts'
import type { FeedId, UnitId } from '#domain/basics/ids.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { Loaded } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './calendar.en.ts'
import { vi } from './calendar.vi.ts'
import './following.css'

const texts = { vi, en }

/** Secret addresses for calendar programs, of the unit looked at and of the person. */
export function CalendarScreen() {
  const t = useTexts(texts)
  const { unit } = usePlace()
  const to = useAddress()
  const mayRead = useMay()('assignment.read', unit.path)
  const feeds = useRead(calendarFeedsContract.listCalendarFeeds, {})
  return (
    <>
      <PageHeader
        title={t.title}
        crumbs={[{ text: t.tasks, href: to('tasks/{-$taskId}', { taskId: null }) }]}
      />
      <p className="feeds-lead">{t.lead}</p>
      <Loaded reading={feeds}>
        {(rows) => (
          <div className="feeds">
            {mayRead && (
              <Feed
                title={t.unit(unit.name)}
                hint={t.unitHint}
                unitId={unit.unitId}
                held={rows.find((row) => row.unitId === unit.unitId) ?? null}
              />
            )}
            <Feed
              title={t.person}
              hint={t.personHint}
              unitId={null}
              held={rows.find((row) => row.unitId === null) ?? null}
            />
          </div>
        )}
      </Loaded>
      <section className="feeds-how">
        <h2>{t.howTitle}</h2>
        <ul>
          {t.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

type FeedProps = {
  title: string
  hint: string
  unitId: UnitId | null
  held: { feedId: FeedId; createdAt: string } | null
}

function Feed({ title, hint, unitId, held }: FeedProps) {
  const t = useTexts(texts)
  const tell = useToast()
  const [address, setAddress] = useState<string | null>(null)
  const refresh = [calendarFeedsContract.listCalendarFeeds]
  const make = useWrite(calendarFeedsContract.makeCalendarFeed, {
    refresh,
    onDone: (reply) => setAddress(`${window.location.origin}${reply.address}`),
  })
  const end = useWrite(calendarFeedsContract.endCalendarFeed, {
    refresh,
    onDone: () => {
      setAddress(null)
      tell({ text: t.ended })
    },
  })
  const problem = make.problem ?? end.problem
  const copy = async () => {
    if (address === null) return
    // Pages without TLS (an office network) have no clipboard: the address stands selected in its field.
    await navigator.clipboard?.writeText(address).then(
      () => tell({ text: t.copied }),
      () => undefined,
    )
  }
  return (
    <section className="feed">
      <h2>{title}</h2>
      <p className="muted">{hint}</p>
      <p>{held === null ? t.none : t.since(formatInstant(held.createdAt))}</p>
      {problem !== null && (
        <Notice kind="error" title={problem.title} announce>
          {problem.detail}
        </Notice>
      )}
      {address !== null && (
        <Notice kind="success" announce>
          <label className="feed-address">
            {t.address}
            <input readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
          </label>
          {t.once}
        </Notice>
      )}
      <div className="feed-acts">
        {address !== null && (
          <Button kind="primary" icon="copy" onPress={() => void copy()}>
            {t.copy}
          </Button>
        )}
        <Button busy={make.busy} onPress={() => make.send({ body: { unitId } })}>
          {held === null ? t.make : t.renew}
        </Button>
        {held !== null && (
          <Button kind="quiet" busy={end.busy} onPress={() => end.send({ params: { feedId: held.feedId } })}>
            {t.end}
          </Button>
        )}
      </div>
    </section>
  )
}
