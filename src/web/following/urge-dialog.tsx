import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ReplyOf } from '#contract/endpoint.ts'
import { type UrgedUnitView, urgingContract } from '#contract/following-urging.ts'
import { followingContract } from '#contract/following.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { AssignmentId } from '#domain/basics/ids.ts'
import type { ApiProblem } from '#web/platform/api-problem.ts'
import { call } from '#web/platform/client.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './urging.en.ts'
import { vi } from './urging.vi.ts'
import './following.css'

const texts = { vi, en }

export type UrgeKeys = readonly { assignmentId: AssignmentId; windowNo: number }[] | null

/** What urging will say to whom, before it is said; null keys: all that is late below the unit. */
export function UrgeDialog({ keys, onClose }: { keys: UrgeKeys; onClose: () => void }) {
  const t = useTexts(texts)
  const tell = useToast()
  const { unit, year } = usePlace()
  const [message, setMessage] = useState('')
  const body = {
    unitId: unit.unitId,
    schoolYear: year,
    keys: keys === null ? null : [...keys],
    message: message.trim() === '' ? null : message,
  }
  const preview = useQuery<ReplyOf<typeof urgingContract.previewUrging>, ApiProblem>({
    queryKey: [urgingContract.previewUrging.path, unit.unitId, year, keys],
    queryFn: async ({ signal }) =>
      await call(urgingContract.previewUrging, { body: { ...body, message: null }, signal }),
  })
  const urge = useWrite(urgingContract.urge, {
    refresh: [followingContract.listWork, urgingContract.listUrgings],
    onDone: ({ units }) => {
      tell({ text: t.dialog.done(units) })
      onClose()
    },
  })
  const units = preview.data?.units ?? []
  const silent = units.filter((one) => one.step === 'leader').length
  const columns: Column<UrgedUnitView>[] = [
    { key: 'unit', title: t.dialog.unit, main: true, cell: (row) => row.unitName },
    { key: 'items', title: t.dialog.items, numeric: true, cell: (row) => t.dialog.count(row.items.length) },
    {
      key: 'step',
      title: t.dialog.step,
      cell: (row) =>
        row.lastOn === null
          ? t.steps[row.step]
          : t.dialog.stepSince(t.steps[row.step], formatDate(row.lastOn)),
    },
  ]
  const copy = async () => {
    const own = message.trim()
    const [head = '', ...rest] = (preview.data?.text ?? '').split('\n')
    await navigator.clipboard.writeText([head, ...(own === '' ? [] : [own]), ...rest].join('\n'))
    tell({ text: t.dialog.copied })
  }
  return (
    <Dialog
      title={t.dialog.title}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.dialog.cancel}</Button>
          <Button disabled={units.length === 0} onPress={() => void copy()}>
            {t.dialog.copy}
          </Button>
          <Button
            kind="primary"
            busy={urge.busy}
            disabled={units.length === 0}
            onPress={() => urge.send({ body })}
          >
            {t.dialog.send}
          </Button>
        </>
      }
    >
      <Loaded reading={preview} loading={<LoadingState rows={5} />}>
        {({ leftOut, mailed }) => (
          <div className="progress-form">
            {urge.problem !== null && (
              <Notice kind="error" title={urge.problem.title} announce>
                {urge.problem.detail}
              </Notice>
            )}
            {units.length === 0 ? (
              <p>{t.dialog.nothing}</p>
            ) : (
              <p>
                {t.dialog.question(
                  units.length,
                  units.reduce((sum, one) => sum + one.items.length, 0),
                )}
              </p>
            )}
            {mailed !== null && units.length > 0 && (
              <p className="muted">{t.dialog.mailed(mailed.units, mailed.persons, units.length)}</p>
            )}
            {leftOut > 0 && units.length > 0 && <p className="muted">{t.dialog.leftOut(leftOut)}</p>}
            {silent > 0 && <Notice kind="warning">{t.dialog.leader(silent)}</Notice>}
            {units.length > 0 && (
              <>
                <Field label={t.dialog.message} hint={t.dialog.messageHint} optional>
                  <TextArea value={message} onChange={setMessage} rows={2} />
                </Field>
                <Table
                  caption={t.dialog.caption}
                  columns={columns}
                  rows={units}
                  keyOf={(row) => row.unitId}
                  narrow="lines"
                />
              </>
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}
