import type { SubmitEvent } from 'react'
import { type HolidayRow, holidaysContract } from '#contract/holidays.ts'
import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import { type DayKind, dayKinds } from '#domain/basics/working-days.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox, RadioList } from '#web/ui/choice-list.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './holidays.en.ts'
import { vi } from './holidays.vi.ts'

const texts = { vi, en }

type Values = { day: Typed<LocalDate>; name: string; kind: DayKind; toCheck: boolean }

export function HolidayDialog({
  row,
  taken,
  onRemove,
  onClose,
}: {
  row: HolidayRow | null
  taken: readonly HolidayRow[]
  onRemove: (row: HolidayRow) => void
  onClose: () => void
}) {
  const t = useTexts(texts)
  const tell = useToast()
  const { today } = useSession()
  const form = useForm<Values>({
    day: typedDate(row?.day ?? null),
    name: row?.name ?? '',
    kind: row?.kind ?? 'off',
    toCheck: row?.toCheck ?? false,
  })
  const put = useWrite(holidaysContract.setHoliday, {
    onDone: (saved) => {
      tell({ text: t.saved(formatDate(saved.day)) })
      onClose()
    },
  })
  const { day, name, kind, toCheck } = form.values
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const isTaken = row === null && taken.some((one) => one.day === day.value)
    const errors = [
      day.value === null ? { name: 'day', message: t.dayMissing } : null,
      isTaken ? { name: 'day', message: t.taken } : null,
      name.trim() === '' ? { name: 'name', message: t.nameMissing } : null,
    ].filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length > 0 || day.value === null) return
    put.send({ params: { day: day.value }, body: { version: row?.version ?? 0, kind, name, toCheck } })
  }
  return (
    <Dialog
      title={row === null ? t.addTitle : t.editTitle(formatDate(row.day))}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          {row !== null && (
            <Button kind="quiet" icon="remove" onPress={() => onRemove(row)}>
              {t.remove}
            </Button>
          )}
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" form="holiday-form" busy={put.busy}>
            {t.save}
          </Button>
        </>
      }
    >
      <form id="holiday-form" className="settings-form" onSubmit={send} noValidate>
        <ErrorSummary errors={form.errors} />
        {put.problem !== null && (
          <Notice kind="error" title={put.problem.title} announce>
            {put.problem.detail}
          </Notice>
        )}
        {row === null && (
          <Field label={t.columns.day} name="day" error={form.error('day')}>
            <DateInput {...form.bind('day')} today={today} />
          </Field>
        )}
        <Field label={t.columns.name} name="name" hint={t.nameHint} error={form.error('name')}>
          <TextInput {...form.bind('name')} maxLength={200} />
        </Field>
        <RadioList
          legend={t.columns.kind}
          choices={dayKinds.map((value) => ({ value, text: t.kinds[value], hint: t.kindHints[value] }))}
          value={kind}
          onChange={(value) => form.set('kind', value)}
        />
        <Checkbox checked={toCheck} onChange={(value) => form.set('toCheck', value)}>
          {t.checked}
        </Checkbox>
      </form>
    </Dialog>
  )
}
