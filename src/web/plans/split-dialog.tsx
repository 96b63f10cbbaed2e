import { useState } from 'react'
import { planItemsContract } from '#contract/plan-items.ts'
import { plansContract } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import type { ItemId, ReviewItem } from './review-items.ts'

const texts = { vi, en }

/** Where the cursor stands, the second part begins. */
export function SplitDialog({
  planId,
  item,
  onClose,
  onDone,
}: {
  planId: PlanId
  item: ReviewItem
  onClose: () => void
  onDone: (addedId: ItemId) => void
}) {
  const t = useTexts(texts).splitting
  const [first, setFirst] = useState(item.text)
  const [second, setSecond] = useState('')
  const [caret, setCaret] = useState<number | null>(null)
  const split = useWrite(planItemsContract.splitItem, {
    refresh: [plansContract.getPlan, plansContract.listNames],
    onDone: ({ addedId }) => onDone(addedId),
  })
  const cut = () => {
    if (caret === null) return
    setSecond(`${first.slice(caret).trim()} ${second}`.trim())
    setFirst(first.slice(0, caret).trim())
    setCaret(null)
  }
  return (
    <Dialog
      title={t.title}
      open
      width="wide"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button
            kind="primary"
            busy={split.busy}
            disabled={first.trim() === '' || second.trim() === ''}
            onPress={() =>
              split.send({
                params: { planId },
                body: { kind: item.kind, itemId: item.id, version: item.version, first, second },
              })
            }
          >
            {t.send}
          </Button>
        </>
      }
    >
      <div className="task-form">
        {split.problem !== null && <ErrorState error={split.problem} />}
        <p className="muted">{t.lead}</p>
        <div
          onSelect={(event) => {
            if (event.target instanceof HTMLTextAreaElement) setCaret(event.target.selectionStart)
          }}
        >
          <Field label={t.first} name="first">
            <TextArea value={first} onChange={setFirst} rows={6} />
          </Field>
        </div>
        <div>
          <Button disabled={caret === null || caret === 0 || caret >= first.length} onPress={cut}>
            {t.cut}
          </Button>
        </div>
        <Field label={t.second} name="second">
          <TextArea value={second} onChange={setSecond} rows={4} />
        </Field>
      </div>
    </Dialog>
  )
}
