import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { EmptyState, ErrorState } from '#web/ui/states.tsx'
import type { BesideTarget } from './beside-target.ts'
import { ReviewItemView } from './review-item-view.tsx'
import { groupsOf, isOpen, type ItemKind, keptOf, type ReviewItem } from './review-items.ts'
import { scrollWithin } from './scroll-within.ts'
import { useReviewTexts } from './use-review-texts.ts'
import type { ReviewActs } from './use-review.ts'

// The group's head stays above what is scrolled under it.
const headHeight = 36

export type ReviewListViewProps = {
  kind: ItemKind
  /** The plan is written here: nothing was read. */
  isWritten: boolean
  items: readonly ReviewItem[]
  openId: ReviewItem['id'] | null
  onOpen: (id: ReviewItem['id']) => void
  only: boolean
  onOnly: (on: boolean) => void
  acts: ReviewActs
  /** A dialog is open: the keys are its own. */
  paused: boolean
  joinedTo: (item: ReviewItem) => string | null
  besideTarget: BesideTarget
  onAdd: () => void
  onEdit: (item: ReviewItem) => void
  onSplit: (item: ReviewItem) => void
}

/** One list of what was found, as the document groups it; ↑ ↓ move, A accepts, Enter edits, T splits, G merges, X discards. */
export function ReviewListView(props: ReviewListViewProps) {
  const { kind, openId, onOpen, only, onOnly, acts, paused, onAdd, onEdit, onSplit } = props
  const t = useReviewTexts(props.isWritten)
  const list = useRef<HTMLDivElement>(null)
  const items = useMemo(
    () => (only ? props.items.filter((item) => isOpen(item) || item.id === openId) : props.items),
    [only, props.items, openId],
  )
  const groups = useMemo(() => groupsOf(items), [items])
  const at = items.findIndex((item) => item.id === openId)
  const open = items[at]
  const reviewOf = (item: ReviewItem) =>
    item.review === 'unreviewed' && acts.isAccepted(item) ? 'accepted' : item.review
  const kept = keptOf(props.items)
  const next = open === undefined ? undefined : kept[kept.indexOf(open) + 1]

  useEffect(() => {
    const open = list.current?.querySelector('[aria-selected="true"]')
    if (list.current !== null && open !== null && open !== undefined)
      scrollWithin(list.current, open, 'nearest', headHeight)
  }, [openId])

  const move = (step: number) => {
    const to = items[Math.min(Math.max(at + step, 0), items.length - 1)]
    if (to !== undefined) onOpen(to.id)
  }
  const accept = (item: ReviewItem) => {
    if (reviewOf(item) === 'unreviewed') acts.accept([item])
    move(1)
  }
  const mayMerge = open !== undefined && open.review !== 'discarded' && next !== undefined
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || paused) return
    const key = event.key.toLowerCase()
    if (key === 'arrowdown') move(1)
    else if (key === 'arrowup') move(-1)
    else if (key === 'home') move(-items.length)
    else if (key === 'end') move(items.length)
    else if (open === undefined) return
    else if (key === 'a') accept(open)
    else if (open.review === 'discarded') return
    else if (key === 'enter') onEdit(open)
    else if (key === 't') onSplit(open)
    else if (key === 'g' && mayMerge) acts.merge(open, next)
    else if (key === 'x' || key === 'delete') acts.discard(open)
    else return
    event.preventDefault()
    // G and others are keys of the whole product, too.
    event.stopPropagation()
  }

  return (
    <div className="review-tasks">
      <div className="review-tools">
        <Checkbox checked={only} onChange={onOnly}>
          {t.onlyOpen}
        </Checkbox>
        <Button size="small" icon="plus" onPress={onAdd}>
          {t.add[kind]}
        </Button>
      </div>
      {acts.problem !== null && <ErrorState error={acts.problem} />}
      {items.length === 0 && <EmptyState title={only && kept.length > 0 ? t.allDone : t.none[kind]} />}
      {items.length > 0 && (
        <div
          className="review-list"
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={t.tabs[kind]}
          aria-activedescendant={open === undefined ? undefined : `item-${open.id}`}
          onKeyDown={press}
        >
          {groups.map(({ group, items: members }) => (
            <div
              key={`${group?.key ?? ''}${members[0]?.id}`}
              className="review-group"
              {...(group === null ? {} : { role: 'group', 'aria-label': group.title })}
            >
              {group !== null && (
                <p className="review-group-head" aria-hidden="true">
                  <span>
                    {group.note !== null && <span className="muted">{group.note} </span>}
                    {group.title}
                  </span>
                  <GroupCount items={members} isWritten={props.isWritten} reviewOf={reviewOf} />
                </p>
              )}
              {members.map((item) => (
                <ReviewItemView
                  key={item.id}
                  item={item}
                  review={reviewOf(item)}
                  open={item.id === openId}
                  isWritten={props.isWritten}
                  joined={props.joinedTo(item)}
                  beside={
                    item.kind === 'target'
                      ? (props.besideTarget.get(item.view.targetId)?.inList ?? null)
                      : null
                  }
                  onOpen={onOpen}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {open !== undefined && (
        <div className="review-acts">
          {open.review === 'discarded' ? (
            <Button size="small" icon="undo" busy={acts.busy} onPress={() => acts.restore(open)}>
              {t.undrop}
            </Button>
          ) : (
            <>
              <Button
                size="small"
                kind="primary"
                icon="check"
                disabled={reviewOf(open) !== 'unreviewed'}
                onPress={() => accept(open)}
              >
                {t.accept}
              </Button>
              <Button size="small" icon="edit" onPress={() => onEdit(open)}>
                {t.edit}
              </Button>
              <Button size="small" kind="quiet" onPress={() => onSplit(open)}>
                {t.split}
              </Button>
              <Button
                size="small"
                kind="quiet"
                icon="merge"
                busy={acts.busy}
                disabled={!mayMerge}
                onPress={() => next !== undefined && acts.merge(open, next)}
              >
                {t.merge}
              </Button>
              <Button
                size="small"
                kind="quiet"
                icon="remove"
                busy={acts.busy}
                onPress={() => acts.discard(open)}
              >
                {t.drop}
              </Button>
            </>
          )}
          <span className="review-keys">{t.keys}</span>
        </div>
      )}
    </div>
  )
}

function GroupCount({
  items,
  isWritten,
  reviewOf,
}: {
  isWritten: boolean
  items: readonly ReviewItem[]
  reviewOf: (item: ReviewItem) => ReviewItem['review']
}) {
  const t = useReviewTexts(isWritten)
  const kept = keptOf(items)
  const left = kept.filter((item) => reviewOf(item) === 'unreviewed').length
  return (
    <span className="muted">{left === 0 ? t.groupDone(kept.length) : t.groupLeft(left, kept.length)}</span>
  )
}
