import { useState } from 'react'
import { plansContract } from '#contract/plans.ts'
import { unitsContract } from '#contract/units.ts'
import type { PlanId, UnitId } from '#domain/basics/ids.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import type { NameTarget } from '#domain/plans/plan-task.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { Button } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { ErrorState, Loaded } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }

/** Every printed name once: said here what it means, it is said for all tasks. Those that nobody could match come first. */
export function NamesView({ planId }: { planId: PlanId }) {
  const t = useTexts(texts).names
  const names = useRead(plansContract.listNames, { params: { planId } })
  const [changing, setChanging] = useState<string | null>(null)
  const match = useWrite(plansContract.matchName, {
    refresh: [plansContract.getPlan, plansContract.listNames],
    onDone: () => setChanging(null),
  })
  const say = (printedName: string, target: NameTarget) =>
    match.send({ params: { planId }, body: { printedName, target } })
  return (
    <>
      {match.problem !== null && <ErrorState error={match.problem} />}
      <Loaded reading={names}>
        {(rows) => (
          <Table
            caption={t.caption}
            rows={rows}
            keyOf={(row) => row.printedName}
            columns={[
              {
                key: 'printed',
                title: t.columns.printed,
                main: true,
                cell: (row) => row.printedName,
                width: '36%',
              },
              { key: 'count', title: t.columns.count, numeric: true, cell: (row) => formatNumber(row.count) },
              {
                key: 'target',
                title: t.columns.target,
                cell: (row) =>
                  row.target !== null && changing !== row.printedName ? (
                    <span className="name-target">
                      <span>
                        {row.targetName}
                        {row.units !== null && row.units !== 1 && (
                          <span className="muted"> ({t.units(row.units)})</span>
                        )}
                      </span>
                      <Button size="small" kind="quiet" onPress={() => setChanging(row.printedName)}>
                        {t.change}
                      </Button>
                    </span>
                  ) : (
                    <div className="name-choices">
                      {row.target === null && <StateBadge state="attention">{t.unmatched}</StateBadge>}
                      {row.candidates.map((candidate) => (
                        <Button
                          key={candidate.name}
                          size="small"
                          busy={match.busy}
                          onPress={() => say(row.printedName, candidate.target)}
                        >
                          {candidate.name}
                        </Button>
                      ))}
                      <UnitSearch
                        label={`${t.other}: ${row.printedName}`}
                        onChoose={(unit) => say(row.printedName, { unit })}
                      />
                    </div>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </>
  )
}

export function UnitSearch({ label, onChoose }: { label: string; onChoose: (unit: UnitId) => void }) {
  const t = useTexts(texts).names
  const { unit } = usePlace()
  const [text, setText] = useState('')
  const found = useRead(
    unitsContract.listUnits,
    { query: { under: unit.unitId, reach: 'all', search: text } },
    { when: text.trim().length > 1, keepFormer: true },
  )
  const choices = (found.data?.rows ?? [])
    .slice(0, 30)
    .map((row) => ({ value: row.unitId, text: row.shortName, detail: row.code }))
  return (
    <ComboBox
      choices={choices}
      value={null}
      onSearch={setText}
      onChange={(chosen) => chosen !== null && onChoose(chosen)}
      placeholder={t.other}
      aria-label={label}
    />
  )
}
