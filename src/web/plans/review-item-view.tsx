import { memo, type ReactNode } from 'react'
import { formatWhen } from '#domain/basics/when.ts'
import { sureReading } from '#domain/plans/look.ts'
import { formatTargetFigure } from '#domain/plans/plan-target.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import type { ReviewItem } from './review-items.ts'
import { useReviewTexts } from './use-review-texts.ts'
import { windowsText } from './windows-text.ts'

const texts = { vi, en }
const states: Record<ReviewItem['review'], State> = {
  unreviewed: 'draft',
  accepted: 'done',
  corrected: 'done',
  added: 'done',
  discarded: 'none',
}

export type ReviewItemViewProps = {
  item: ReviewItem
  review: ReviewItem['review']
  open: boolean
  /** Of a duty: the task through which it is followed, as 'số 12: …'. */
  joined: string | null
  /** Of a target: what came of it last year. */
  beside: ReactNode
  isWritten: boolean
  onOpen: (id: ReviewItem['id']) => void
}

/** One thing that was found: what it says, whom or what it counts, how sure the reading is. */
export const ReviewItemView = memo(function ReviewItemView({
  item,
  review,
  open,
  isWritten,
  joined,
  beside,
  onOpen,
}: ReviewItemViewProps) {
  const t = useReviewTexts(isWritten)
  const faults = review === 'discarded' ? [] : item.view.faults.filter((fault) => fault !== 'not_reviewed')
  const unsure = review === 'unreviewed' && item.confidence !== null && item.confidence < sureReading
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list itself hears the keys
    <div
      id={`item-${item.id}`}
      role="option"
      aria-selected={open}
      tabIndex={-1}
      className="review-item"
      data-review={review}
      onClick={() => onOpen(item.id)}
    >
      {item.kind === 'target' && <TargetText view={item.view} />}
      {item.kind === 'duty' && <DutyText view={item.view} joined={joined} />}
      {item.kind === 'task' && <TaskText view={item.view} />}
      {beside}
      <p className="review-state">
        <StateBadge state={states[review]} bare>
          {t.states[review]}
        </StateBadge>
        {unsure && (
          <StateBadge state="attention" bare>
            {t.sure(Math.round((item.confidence ?? 0) * 100))}
          </StateBadge>
        )}
        {faults.map((fault) => (
          <span key={fault} className="review-fault">
            <Icon name="attention" size={16} /> {t.fault[fault]}
          </span>
        ))}
      </p>
    </div>
  )
})

function TargetText({ view }: { view: Extract<ReviewItem, { kind: 'target' }>['view'] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const figure = formatTargetFigure(view, language)
  return (
    <>
      <p className="review-figure">
        {figure !== null && <b>{figure}</b>}
        <span className="muted">{[t.target.kinds[view.kind], ...view.levels].join(' · ')}</span>
      </p>
      <p className="review-title">{view.statement}</p>
      <Facts
        facts={[
          [t.target.scope, view.scope],
          [t.target.baseline, view.baseline ?? ''],
          [t.target.due, view.due === null ? '' : formatWhen(view.due, language)],
        ]}
      />
    </>
  )
}

function DutyText({
  view,
  joined,
}: {
  view: Extract<ReviewItem, { kind: 'duty' }>['view']
  joined: string | null
}) {
  const t = useTexts(texts)
  // The heading above says who it is for, unless the names behind it are several or open.
  const own = view.units.filter((unit) => unit.role === 'lead')
  const same = own.length === 1 && own[0]?.target !== null
  return (
    <>
      <p className="review-title">{view.body}</p>
      {!same && <Units label={t.duty.units} units={own} />}
      <Units
        label={t.review.coordinating}
        units={view.units.filter((unit) => unit.role === 'coordinating')}
      />
      <Facts facts={[[t.duty.joined, joined ?? '']]} />
    </>
  )
}

function TaskText({ view }: { view: Extract<ReviewItem, { kind: 'task' }>['view'] }) {
  const t = useTexts(texts).review
  const language = useLanguage()
  return (
    <>
      <p className="review-title">
        {view.no !== null && <b>{view.no}. </b>}
        {view.title}
      </p>
      <Units label={t.lead} units={view.units.filter((unit) => unit.role === 'lead')} always />
      <Units label={t.coordinating} units={view.units.filter((unit) => unit.role === 'coordinating')} />
      <Facts facts={[[t.time, windowsText(view.windows, language) || '–']]} />
    </>
  )
}

function Units({
  label,
  units,
  always = false,
}: {
  label: string
  units: Extract<ReviewItem, { kind: 'duty' }>['view']['units']
  always?: boolean
}) {
  if (units.length === 0 && !always) return null
  return (
    <p className="review-fact">
      <span className="review-fact-label">{label}</span>
      <span>
        {units.map((unit) => (
          <span
            key={unit.printedName}
            className="review-unit"
            data-unmatched={unit.target === null || undefined}
            title={unit.targetName ?? undefined}
          >
            {unit.printedName}
          </span>
        ))}
        {units.length === 0 && '–'}
      </span>
    </p>
  )
}

function Facts({ facts }: { facts: readonly (readonly [label: string, value: string])[] }) {
  return facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => (
      <p key={label} className="review-fact">
        <span className="review-fact-label">{label}</span>
        <span>{value}</span>
      </p>
    ))
}
