import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { allocationContract } from '#contract/allocation.ts'
import { unitsContract } from '#contract/units.ts'
import type { Audience } from '#domain/units/audience.ts'
import { type Ownership, ownerships, type SchoolLevel, schoolLevels } from '#domain/units/unit.ts'
import { call } from '#web/platform/client.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { ChosenUnitsView } from '#web/units/chosen-units-view.tsx'
import type { PickedUnit } from '#web/units/unit-picker-view.tsx'
import { en as unitsEn } from '#web/units/units.en.ts'
import { vi as unitsVi } from '#web/units/units.vi.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckboxList, RadioList } from '#web/ui/choice-list.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import type { AllocationPage } from './use-allocation.ts'

const texts = { vi: { ...vi, units: unitsVi }, en: { ...en, units: unitsEn } }
const levelOf: Readonly<Record<string, SchoolLevel>> = {
  MN: 'preschool',
  TH: 'primary',
  THCS: 'lower_secondary',
  THPT: 'upper_secondary',
}

type How = 'rule' | 'name'

/** Which units get a target: schools by level and ownership, or named ones. How many these are is said before. */
export function AudienceDialog({
  page,
  version,
  onClose,
}: {
  page: AllocationPage
  version: number
  onClose: () => void
}) {
  const t = useTexts(texts)
  const { today } = useSession()
  const begun = beginning(page)
  const [how, setHow] = useState<How>(begun.how)
  const [levels, setLevels] = useState<readonly SchoolLevel[]>(begun.levels)
  const [ownership, setOwnership] = useState<readonly Ownership[]>(begun.ownership)
  const [named, setNamed] = useState<readonly PickedUnit[]>(begun.named)
  const [except, setExcept] = useState<readonly PickedUnit[]>(begun.except)
  const audience = audienceOf(page, how, levels, ownership, named, except)
  const found = useQuery({
    queryKey: [unitsContract.resolveAudience.path, audience, today],
    queryFn: async ({ signal }) =>
      audience === null
        ? null
        : await call(unitsContract.resolveAudience, { body: { audience, asOf: today }, signal }),
    enabled: audience !== null,
  })
  const save = useWrite(allocationContract.saveAllocation, { onDone: onClose })
  const count = found.data?.total ?? 0
  return (
    <Dialog
      title={t.audience.title}
      open
      width="wide"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.audience.cancel}</Button>
          <Button
            kind="primary"
            busy={save.busy}
            disabled={audience === null || count === 0}
            onPress={() =>
              audience !== null &&
              save.send({
                params: { targetId: page.target.targetId },
                body: { version, audience, shares: [] },
              })
            }
          >
            {t.audience.save}
          </Button>
        </>
      }
    >
      <div className="allocation-form">
        {save.problem !== null && <ErrorState error={save.problem} />}
        <RadioList
          legend={t.audience.how}
          choices={[
            { value: 'rule', text: t.audience.byRule },
            { value: 'name', text: t.audience.byName },
          ]}
          value={how}
          onChange={setHow}
        />
        {how === 'rule' ? (
          <>
            <div className="allocation-pair">
              <CheckboxList
                legend={t.audience.levels}
                choices={schoolLevels.map((value) => ({ value, text: t.units.levels[value] }))}
                value={levels}
                onChange={setLevels}
              />
              <CheckboxList
                legend={t.audience.ownership}
                hint={t.audience.ownershipHint}
                choices={ownerships.map((value) => ({ value, text: t.units.ownerships[value] }))}
                value={ownership}
                onChange={setOwnership}
              />
            </div>
            <ChosenUnitsView label={t.audience.except} units={except} onChange={setExcept} asOf={today} />
          </>
        ) : (
          <ChosenUnitsView label={t.audience.named} units={named} onChange={setNamed} asOf={today} />
        )}
        <p role="status">
          {audience === null ? t.audience.nothing : found.isPending ? '…' : t.audience.found(count)}
        </p>
        {page.rows.length > 0 && <p className="muted">{t.audience.keep}</p>}
      </div>
    </Dialog>
  )
}

type Beginning = {
  how: How
  levels: readonly SchoolLevel[]
  ownership: readonly Ownership[]
  named: readonly PickedUnit[]
  except: readonly PickedUnit[]
}

/** What was chosen before; else the levels of the target itself. */
function beginning({ audience, target, rows }: AllocationPage): Beginning {
  const nameOf = (unitId: PickedUnit['unitId']): PickedUnit => ({
    unitId,
    name: rows.find((row) => row.unitId === unitId)?.name ?? '…',
  })
  const first = audience?.any[0]
  const except = (audience?.except ?? []).map(nameOf)
  const none = { levels: [], ownership: [], named: [], except }
  if (first === undefined)
    return { ...none, how: 'rule', levels: target.levels.flatMap((level) => levelOf[level] ?? []) }
  if ('units' in first) return { ...none, how: 'name', named: first.units.map(nameOf) }
  return { ...none, how: 'rule', levels: first.levels ?? [], ownership: first.ownership ?? [] }
}

function audienceOf(
  { head }: AllocationPage,
  how: How,
  levels: readonly SchoolLevel[],
  ownership: readonly Ownership[],
  named: readonly PickedUnit[],
  except: readonly PickedUnit[],
): Audience | null {
  if (how === 'name')
    return named.length === 0 ? null : { any: [{ units: named.map((unit) => unit.unitId) }] }
  if (levels.length === 0 && ownership.length === 0) return null
  return {
    any: [
      {
        kinds: ['school'],
        under: head.issuerUnitId,
        ...(levels.length === 0 ? {} : { levels }),
        ...(ownership.length === 0 ? {} : { ownership }),
      },
    ],
    ...(except.length === 0 ? {} : { except: except.map((unit) => unit.unitId) }),
  }
}
