import { useState } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import type { plansContract } from '#contract/plans.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Segments } from '#web/ui/choice-list.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'
import { type ItemId, type ItemKind, itemsOf, type ReviewItem } from './review-items.ts'

const texts = { vi, en }
const kinds = ['task', 'duty', 'target'] as const satisfies readonly ItemKind[]

/** Which item of the plan is amended, and how: changed, ended, or a new one. */
export function PickItemDialog({
  plan,
  taken,
  onChange,
  onEnd,
  onAdd,
  onClose,
}: {
  plan: ReplyOf<typeof plansContract.getPlan>
  /** Items that this amendment is about already. */
  taken: readonly ItemId[]
  onChange: (item: ReviewItem) => void
  onEnd: (item: ReviewItem) => void
  onAdd: (kind: ItemKind) => void
  onClose: () => void
}) {
  const t = useTexts(texts)
  const [kind, setKind] = useState<ItemKind>('task')
  const [chosen, setChosen] = useState<ItemId | null>(null)
  const items = itemsOf(plan)[kind].filter(
    (item) => item.review !== 'discarded' && item.view.endedOn === null && !taken.includes(item.id),
  )
  const item = items.find((one) => one.id === chosen) ?? null
  return (
    <Dialog
      title={t.pick.title}
      open
      width="wide"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.pick.cancel}</Button>
          <Button onPress={() => onAdd(kind)}>{t.pick.fresh}</Button>
          <Button disabled={item === null} onPress={() => item !== null && onEnd(item)}>
            {t.pick.end}
          </Button>
          <Button kind="primary" disabled={item === null} onPress={() => item !== null && onChange(item)}>
            {t.pick.change}
          </Button>
        </>
      }
    >
      <div className="task-form">
        <Segments
          label={t.pick.kind}
          choices={kinds.map((value) => ({ value, text: t.kinds[value] }))}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setChosen(null)
          }}
        />
        <Field label={t.pick.item}>
          <ComboBox
            key={kind}
            value={chosen}
            onChange={setChosen}
            placeholder={t.pick.placeholder}
            choices={items.map((one) => ({
              value: one.id,
              text: nameOf(one),
              ...(one.group === null ? {} : { detail: one.group.title }),
            }))}
          />
        </Field>
      </div>
    </Dialog>
  )
}

function nameOf(item: ReviewItem): string {
  return item.kind === 'task' && item.view.no !== null ? `${item.view.no}. ${item.text}` : item.text
}
