import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import type { IconName } from '#web/ui/icon-paths.ts'
import { Timeline } from '#web/ui/timeline.tsx'
import type { UnitPage } from './unit-detail-view.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'

const texts = { vi, en }

type StoryEvent = UnitPage['story'][number]

const icons: Record<StoryEvent['kind'], IconName> = {
  found: 'plus',
  rename: 'edit',
  move: 'arrow-right',
  alter: 'settings',
  merge: 'merge',
  split: 'sort',
  dissolve: 'close',
}

/** The life of the unit as a line of events, the latest first, each with the document that it rests on. */
export function UnitStoryView({
  page,
  asOf,
  hrefOf,
}: {
  page: UnitPage
  asOf: LocalDate
  hrefOf: (unitId: UnitId) => string
}) {
  const t = useTexts(texts)
  const events = page.story.toReversed()
  const present = events.find((event) => event.on <= asOf)
  return (
    <section>
      <h3>{t.unit.story}</h3>
      <Timeline
        label={t.unit.story}
        events={events.map((event) => ({
          key: event.eventId,
          date: formatDate(event.on),
          icon: icons[event.kind],
          title: <StoryTitleView event={event} unitId={page.unit.unitId} />,
          detail: <StoryDetailView event={event} unitId={page.unit.unitId} hrefOf={hrefOf} />,
          isPresent: event === present,
        }))}
      />
    </section>
  )
}

function StoryTitleView({ event, unitId }: { event: StoryEvent; unitId: UnitId }) {
  const t = useTexts(texts).story
  const named = (role: 'subject' | 'from' | 'into') =>
    event.parts
      .filter((part) => part.role === role)
      .map((part) => part.name)
      .join(', ')
  switch (event.kind) {
    case 'found':
      return t.found(named('subject'))
    case 'rename':
      return t.rename(named('subject'))
    case 'move':
      return event.parts.some((part) => part.unitId === unitId)
        ? t.move(named('subject'))
        : t.moveInto(named('subject'))
    case 'alter':
      return t.alter(named('subject'))
    case 'merge':
      return t.merge(named('from'), named('into'))
    case 'split':
      return t.split(named('from'), named('into'))
    case 'dissolve':
      return t.dissolve(named('from'))
  }
}

function StoryDetailView({
  event,
  unitId,
  hrefOf,
}: {
  event: StoryEvent
  unitId: UnitId
  hrefOf: (unitId: UnitId) => string
}) {
  const t = useTexts(texts)
  const { number, date, issuer, title } = event.basis
  const basis = t.basis(number, date === null ? null : formatDate(date), issuer, title)
  // Those that were only moved along are a number, not a list.
  const others = event.parts
    .filter((part) => part.role !== 'subject' || event.kind === 'move')
    .filter(
      (part, index) =>
        part.unitId !== unitId && event.parts.findIndex((one) => one.unitId === part.unitId) === index,
    )
  return (
    <>
      <p>{basis === '' ? t.unit.noBasis : basis}</p>
      {event.note !== null && <p className="unit-note">{event.note}</p>}
      {others.length > 0 && (
        <p className="unit-others">
          {others.slice(0, 12).map((part) => (
            <a key={part.unitId} href={hrefOf(part.unitId)}>
              {part.name}
            </a>
          ))}
          {others.length > 12 && ` … ${t.count(others.length)}`}
        </p>
      )}
      <p className="muted">{t.unit.recorded(event.recordedByName, formatInstant(event.recordedAt))}</p>
    </>
  )
}
