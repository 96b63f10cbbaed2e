import { useState } from 'react'
import { followingContract, type WorkRow } from '#contract/following.ts'
import { unitsContract } from '#contract/units.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { Button } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './acts.en.ts'
import { vi } from './acts.vi.ts'

const texts = { vi, en }

/** Shares of one unit go to another: to its successor, offered first, or to any unit below. */
export function PassOnDialog({ rows, onClose }: { rows: readonly WorkRow[]; onClose: () => void }) {
  const t = useTexts(texts)
  const tell = useToast()
  const { unit } = usePlace()
  const [first] = rows
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<UnitId | null>(null)
  const [missing, setMissing] = useState(false)
  const [reason, setReason] = useState('')
  const heirs = useRead(
    followingContract.listSuccessors,
    // The dialog opens with one row at least; without one nothing is asked.
    { params: { assignmentId: first?.assignmentId ?? '' } as { assignmentId: WorkRow['assignmentId'] } },
    { when: first !== undefined },
  )
  const found = useRead(
    unitsContract.listUnits,
    { query: { under: unit.unitId, reach: 'all', search: text } },
    { when: text.trim().length > 1, keepFormer: true },
  )
  const pass = useWrite(followingContract.passOn, {
    onDone: () => {
      tell({ text: t.done.pass_on })
      onClose()
    },
  })
  const isOver = first?.unitEnded === true
  const offered = (heirs.data ?? []).map((heir) => ({
    value: heir.unitId,
    text: heir.name,
    detail: heir.code,
  }))
  const others = (found.data?.rows ?? [])
    .slice(0, 30)
    .map((one) => ({ value: one.unitId, text: one.shortName, detail: one.code }))
    .filter((one) => !offered.some((heir) => heir.value === one.value) && one.value !== first?.unitId)
  const choices = text.trim().length > 1 ? [...offered, ...others] : offered
  const send = () => {
    if (chosen === null) return setMissing(true)
    pass.send({
      body: {
        assignmentIds: [...new Set(rows.map((row) => row.assignmentId))],
        toUnitId: chosen,
        reason: reason.trim() === '' ? null : reason,
      },
    })
  }
  return (
    <Dialog
      title={isOver ? t.passOn.titleOver : t.passOn.title}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={pass.busy} onPress={send}>
            {isOver ? t.passOn.sendOver : t.passOn.send}
          </Button>
        </>
      }
    >
      <div className="progress-form">
        {rows.length === 1 && (
          <p>
            <b>{first?.title}</b>
          </p>
        )}
        <p className="muted">{isOver ? t.passOn.consequenceOver(rows.length) : t.passOn.consequence}</p>
        {pass.problem !== null && (
          <Notice kind="error" title={pass.problem.title} announce>
            {pass.problem.detail}
          </Notice>
        )}
        <Field
          label={t.passOn.unit}
          name="unit"
          error={missing && chosen === null ? t.passOn.missing : undefined}
          {...(offered.length === 0
            ? {}
            : { hint: `${t.passOn.heirs}: ${offered.map((heir) => heir.text).join(', ')}` })}
        >
          <ComboBox
            choices={choices}
            value={chosen}
            onSearch={setText}
            onChange={setChosen}
            placeholder={t.passOn.other}
          />
        </Field>
        <Field label={t.reason} name="reason" optional>
          <TextArea value={reason} onChange={setReason} rows={2} />
        </Field>
      </div>
    </Dialog>
  )
}
