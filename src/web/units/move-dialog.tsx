import { useState } from 'react'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Field } from '#web/ui/field.tsx'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { RecordedActDialog } from './recorded-act-dialog.tsx'
import { type PickedUnit, UnitPickerView } from './unit-picker-view.tsx'

export function MoveDialog({ page, asOf, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const { unit } = page
  const [parent, setParent] = useState<PickedUnit | null>(null)
  return (
    <RecordedActDialog
      title={t.titles.move(unit.shortName)}
      day={asOf}
      onClose={onClose}
      build={(on) => {
        if (parent === null) return { errors: [{ name: 'parent', message: t.wrong }] }
        return {
          events: [{ kind: 'move', on, unit: unit.unitId, parentId: parent.unitId }],
          words: [t.outlook.moves(unit.shortName, parent.name, formatDate(on))],
        }
      }}
    >
      {(act) => (
        <Field
          label={t.facts.parent}
          name="parent"
          error={act.form.errors.find((error) => error.name === 'parent')?.message}
        >
          <UnitPickerView
            value={parent}
            onChange={setParent}
            asOf={asOf}
            suggested={page.above.map((above) => ({ unitId: above.unitId, name: above.name }))}
          />
        </Field>
      )}
    </RecordedActDialog>
  )
}
