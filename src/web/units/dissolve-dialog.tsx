import { useState } from 'react'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { type Moves, MovesView, noMoves, targetOf } from './moves-view.tsx'
import { RecordedActDialog } from './recorded-act-dialog.tsx'
import { useChildren } from './use-children.ts'

export function DissolveDialog({ page, asOf, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const { unit } = page
  const children = useChildren([unit.unitId], asOf)
  const parent = page.above.at(-1)
  const above = parent === undefined ? null : { unitId: parent.unitId, name: parent.name }
  const [moves, setMoves] = useState<Moves>({ ...noMoves, all: above })
  return (
    <RecordedActDialog
      title={t.titles.dissolve(unit.shortName)}
      day={asOf}
      onClose={onClose}
      build={(on) => {
        const targets = children.map((child) => ({ child, target: targetOf(moves, child) }))
        if (targets.some(({ target }) => target === null))
          return { errors: [{ name: 'moves', message: t.moves.missing }] }
        return {
          events: [
            {
              kind: 'dissolve',
              on,
              unit: unit.unitId,
              moves: targets.map(({ child, target }) => ({
                unit: child.unitId,
                parentId: target?.unitId ?? null,
              })),
            },
          ],
          words: [
            t.outlook.ends(unit.officialName, formatDate(on)),
            ...targets
              .slice(0, 8)
              .map(({ child, target }) =>
                t.outlook.moves(child.shortName, target?.name ?? '', formatDate(on)),
              ),
            t.outlook.sum(1, 0, targets.length),
          ],
        }
      }}
    >
      {(act) => (
        <MovesView
          units={children}
          value={moves}
          onChange={setMoves}
          asOf={asOf}
          suggested={above === null ? [] : [above]}
          error={act.form.errors.find((error) => error.name === 'moves')?.message}
        />
      )}
    </RecordedActDialog>
  )
}
