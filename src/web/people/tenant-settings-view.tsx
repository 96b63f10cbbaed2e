import { type SubmitEvent, useState } from 'react'
import type { z } from 'zod'
import { tenantContract } from '#contract/people.ts'
import { formatDate, type LocalDate, localDate } from '#domain/basics/dates.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'

const texts = { vi, en }

type Tenant = z.output<typeof tenantContract.getTenant.reply>
type Values = { name: string; mode: 'true' | 'set'; day: Typed<LocalDate> }

export function TenantSettings() {
  const t = useTexts(texts).tenant
  const tenant = useRead(tenantContract.getTenant, {})
  return (
    <section className="settings-part" aria-labelledby="tenant-settings">
      <h2 id="tenant-settings">{t.title}</h2>
      <Loaded reading={tenant} loading={<LoadingState shape="form" rows={3} />}>
        {(data) => <TenantForm key={data.version} tenant={data} />}
      </Loaded>
    </section>
  )
}

function TenantForm({ tenant }: { tenant: Tenant }) {
  const t = useTexts(texts).tenant
  const tell = useToast()
  const { today } = useSession()
  const [left, setLeft] = useState(false)
  const form = useForm<Values>({
    name: tenant.name,
    mode: tenant.businessDate === null ? 'true' : 'set',
    day: typedDate(tenant.businessDate ?? today),
  })
  const undo = useWrite(tenantContract.changeTenant)
  const change = useWrite(tenantContract.changeTenant, {
    onDone: (now) =>
      tell({
        text: t.saved,
        onUndo: () =>
          undo.send({ body: { version: now.version, name: tenant.name, businessDate: tenant.businessDate } }),
      }),
  })
  const { name, mode, day } = form.values
  const next = mode === 'set' ? day.value : null
  const moves = mode === 'set' && next !== null && next !== today
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setLeft(true)
    const errors = [
      name.trim() === '' ? { name: 'name', message: t.nameMissing } : null,
      mode === 'set' && next === null ? { name: 'day', message: t.dayMissing } : null,
    ].filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length === 0) change.send({ body: { version: tenant.version, name, businessDate: next } })
  }
  const problem = change.problem ?? undo.problem
  return (
    <form className="settings-form" onSubmit={send} noValidate>
      {problem !== null && left && (
        <Notice kind="error" title={problem.title} announce>
          {problem.detail}
        </Notice>
      )}
      <Field label={t.name} name="name" hint={t.nameHint} error={form.error('name')}>
        <TextInput {...form.bind('name')} maxLength={200} />
      </Field>
      <RadioList
        legend={t.day}
        hint={t.shown(formatDate(today))}
        choices={(['true', 'set'] as const).map((value) => ({
          value,
          text: t.days[value],
          hint: t.daysHints[value],
        }))}
        value={mode}
        onChange={(value) => form.set('mode', value)}
      />
      {mode === 'set' && (
        <Field label={t.setDay} name="day" error={form.error('day')}>
          <DateInput {...form.bind('day')} today={today} />
        </Field>
      )}
      {moves && <DayNotice from={today} to={next} />}
      {mode === 'true' && tenant.businessDate !== null && (
        <Notice kind="warning" title={t.back(formatDate(today))}>
          {t.means}
        </Notice>
      )}
      <div>
        <Button type="submit" kind="primary" busy={change.busy}>
          {t.save}
        </Button>
      </div>
    </form>
  )
}

// Law 72/2025/QH15: no district tier from this day on.
const twoTiersFrom = localDate('2025-07-01')

/** What moving the day means for everybody, said before it is done. */
function DayNotice({ from, to }: { from: LocalDate; to: LocalDate }) {
  const t = useTexts(texts).tenant
  return (
    <Notice kind="warning" title={t.moves(formatDate(from), formatDate(to))}>
      <p>{t.means}</p>
      {from < twoTiersFrom && to >= twoTiersFrom && <p>{t.crossesForward}</p>}
      {from >= twoTiersFrom && to < twoTiersFrom && <p>{t.crossesBack}</p>}
    </Notice>
  )
}
