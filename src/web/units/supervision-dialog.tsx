import { useState } from 'react'
import { unitsContract } from '#contract/units.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Field } from '#web/ui/field.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { typedDate } from '#web/ui/typed.ts'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { SettingsDialog } from './settings-dialog.tsx'
import { type PickedUnit, UnitPickerView } from './unit-picker-view.tsx'

export function SupervisionDialog({ page, asOf, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const { today } = useSession()
  const tell = useToast()
  const [which, setWhich] = useState<'some' | 'none'>('some')
  const [supervisor, setSupervisor] = useState<PickedUnit | null>(null)
  const [from, setFrom] = useState(typedDate(asOf))
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<readonly { name: string; message: string }[]>([])
  const save = useWrite(unitsContract.setSupervisor, {
    refresh: [unitsContract.getUnit],
    onDone: () => {
      tell({ text: t.saved })
      onClose()
    },
  })
  const send = () => {
    const missing =
      which === 'some' && supervisor === null
        ? [{ name: 'supervisor', message: `${t.supervision.supervisor}: ${t.wrong}` }]
        : []
    if (from.value === null) return setErrors([...missing, { name: 'from', message: t.dayWrong }])
    setErrors(missing)
    if (missing.length > 0) return
    save.send({
      params: { unitId: page.unit.unitId },
      body: { supervisorId: which === 'none' ? null : (supervisor?.unitId ?? null), from: from.value, note },
    })
  }
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message
  return (
    <SettingsDialog
      title={t.titles.supervision(page.unit.shortName)}
      onClose={onClose}
      onSave={send}
      busy={save.busy}
      problem={save.problem}
      errors={errors}
    >
      <RadioList
        legend={t.supervision.which}
        value={which}
        onChange={setWhich}
        choices={[
          { value: 'some', text: t.supervision.some },
          { value: 'none', text: t.supervision.none },
        ]}
      />
      {which === 'some' && (
        <Field label={t.supervision.supervisor} name="supervisor" error={errorOf('supervisor')}>
          <UnitPickerView
            value={supervisor}
            onChange={setSupervisor}
            asOf={asOf}
            suggested={page.above.map((above) => ({ unitId: above.unitId, name: above.name }))}
          />
        </Field>
      )}
      <Field label={t.supervision.from} name="from" error={errorOf('from')}>
        <DateInput value={from} onChange={setFrom} today={today} />
      </Field>
      <Field label={t.supervision.note} optional>
        <TextInput value={note} onChange={setNote} maxLength={500} />
      </Field>
    </SettingsDialog>
  )
}
