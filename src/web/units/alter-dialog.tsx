import { useState } from 'react'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { FactsFormView } from './facts-form.tsx'
import { RecordedActDialog } from './recorded-act-dialog.tsx'
import { factsErrors, factsFormOf, factsGiven } from './unit-facts.ts'

export function AlterDialog({ page, asOf, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const { unit } = page
  const before = factsFormOf(unit, null)
  const [facts, setFacts] = useState(before)
  return (
    <RecordedActDialog
      title={t.titles.alter(unit.shortName)}
      day={asOf}
      onClose={onClose}
      build={(on) => {
        const errors = factsErrors(facts, t, '', 'kept')
        if (errors.length > 0) return { errors }
        const {
          officialName: _name,
          shortName: _short,
          parentId: _parent,
          ...changes
        } = factsGiven(facts, unit.parentId)
        const changed = (
          ['code', 'kind', 'tier', 'levels', 'ownership', 'rank', 'place', 'otherNames'] as const
        ).filter((name) => String(facts[name]) !== String(before[name]))
        const what = changed.map((name) => t.facts[name].toLowerCase()).join(', ')
        return {
          events: [{ kind: 'alter', on, unit: unit.unitId, changes }],
          words: [t.outlook.alters(unit.shortName, what, formatDate(on))],
        }
      }}
    >
      {(act) => (
        <FactsFormView value={facts} onChange={setFacts} errors={act.form.errors} asOf={asOf} part="alter" />
      )}
    </RecordedActDialog>
  )
}
