import { useState } from 'react'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Field } from '#web/ui/field.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { RecordedActDialog } from './recorded-act-dialog.tsx'

export function RenameDialog({ page, asOf, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const { unit } = page
  const [officialName, setOfficialName] = useState(unit.officialName)
  const [shortName, setShortName] = useState(unit.shortName)
  return (
    <RecordedActDialog
      title={t.titles.rename(unit.shortName)}
      day={asOf}
      onClose={onClose}
      build={(on) => {
        if (officialName.trim() === '') return { errors: [{ name: 'officialName', message: t.wrong }] }
        const short = shortName.trim() === '' ? officialName : shortName
        // Documents go on calling it by the former name for a while.
        const otherNames = [...new Set([...unit.otherNames, unit.officialName, unit.shortName])].filter(
          (name) => name !== officialName && name !== short,
        )
        return {
          events: [
            {
              kind: 'rename',
              on,
              unit: unit.unitId,
              officialName,
              shortName: short,
              otherNames: otherNames.slice(0, 30),
            },
          ],
          words: [t.outlook.renames(unit.officialName, officialName, formatDate(on)), t.outlook.oldNameKept],
        }
      }}
    >
      {(act) => (
        <>
          <Field
            label={t.facts.officialName}
            name="officialName"
            error={act.form.errors.find((error) => error.name === 'officialName')?.message}
          >
            <TextInput value={officialName} onChange={setOfficialName} maxLength={300} />
          </Field>
          <Field label={t.facts.shortName} name="shortName">
            <TextInput value={shortName} onChange={setShortName} maxLength={150} />
          </Field>
        </>
      )}
    </RecordedActDialog>
  )
}
