import { useState } from 'react'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { writeSearch } from '#web/platform/search-params.ts'
import { useSession } from '#web/platform/session.tsx'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { FactsFormView } from './facts-form.tsx'
import { RecordedActDialog } from './recorded-act-dialog.tsx'
import { emptyFacts, factsErrors, factsGiven } from './unit-facts.ts'

export function FoundDialog({ page, asOf, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const to = useAddress()
  const go = useGo()
  const { today } = useSession()
  const { unit } = page
  const [facts, setFacts] = useState(() =>
    emptyFacts('school', { unitId: unit.unitId, name: unit.shortName }),
  )
  return (
    <RecordedActDialog
      title={t.titles.found(unit.shortName)}
      day={asOf}
      onClose={onClose}
      onDone={({ newUnits }, on) => {
        const founded = newUnits['new:unit']
        if (founded !== undefined)
          go(
            `${to('units/{-$unitId}', { unitId: founded })}${writeSearch({ asOf: on === today ? null : on })}`,
          )
      }}
      build={(on) => {
        const errors = factsErrors(facts, t)
        if (errors.length > 0) return { errors }
        return {
          events: [{ kind: 'found', on, unit: 'new:unit', as: factsGiven(facts) }],
          words: [
            t.outlook.founds(facts.officialName, formatDate(on)),
            t.outlook.moves(facts.officialName, facts.parent?.name ?? '', formatDate(on)),
            t.outlook.sum(0, 1, 0),
          ],
        }
      }}
    >
      {(act) => <FactsFormView value={facts} onChange={setFacts} errors={act.form.errors} asOf={asOf} />}
    </RecordedActDialog>
  )
}
