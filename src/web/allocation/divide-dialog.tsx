import { useState } from 'react'
import { allocationContract } from '#contract/allocation.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { type Base, divide } from '#domain/allocation/divide.ts'
import { sayShare } from '#domain/allocation/share-words.ts'
import { noShare, notConcerned, type ShareFigures } from '#domain/allocation/shares.ts'
import type { Whole } from '#domain/allocation/whole.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { useRead } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Select } from '#web/ui/select.tsx'
import { Loaded } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import type { Shares } from './shares-state.ts'
import type { AllocationPage } from './use-allocation.ts'

const texts = { vi, en }
type Figures = ReplyOf<(typeof allocationContract)['getBasis']>

/** By last year's share: the figures, and what would come of them, before anything is put into the table. */
export function DivideDialog({
  page,
  whole,
  shares,
  onApply,
  onClose,
}: {
  page: AllocationPage
  whole: Whole
  shares: Shares
  onApply: (divided: Map<UnitId, ShareFigures>) => void
  onClose: () => void
}) {
  const t = useTexts(texts).divide
  const language = useLanguage()
  const [key, setKey] = useState<string | null>(page.bases[0]?.key ?? null)
  const figures = useRead(
    allocationContract.getBasis,
    { params: { targetId: page.target.targetId }, query: { source: key ?? '' } },
    { when: key !== null },
  )
  const plan = figures.data === undefined ? null : divided(page, whole, shares, figures.data)
  const without = plan?.rows.filter((row) => row.base === null).length ?? 0
  return (
    <Dialog
      title={t.title}
      open
      width="wide"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button
            kind="primary"
            disabled={plan === null || plan.refusal !== null}
            onPress={() => plan !== null && onApply(new Map(plan.rows.map((row) => [row.unitId, row.after])))}
          >
            {t.apply}
          </Button>
        </>
      }
    >
      {key === null ? (
        <p>{t.none}</p>
      ) : (
        <div className="allocation-form">
          <Field label={t.source}>
            <Select
              value={key}
              onChange={setKey}
              choices={page.bases.map((base) => ({
                value: base.key,
                text:
                  base.period === null
                    ? t.lastYear(base.schoolYear, base.units)
                    : t.indicator(base.name[language], t.periods[base.period], base.schoolYear, base.units),
              }))}
            />
          </Field>
          <p className="muted">{whole.measure === 'percent' ? t.weights : t.text}</p>
          <Loaded reading={figures}>
            {() =>
              plan === null ? null : (
                <>
                  {plan.refusal !== null && <Notice kind="warning">{t.reasons[plan.refusal]}</Notice>}
                  {plan.refusal === null && without > 0 && <Notice kind="info">{t.missing(without)}</Notice>}
                  <Table
                    caption={t.caption}
                    rows={plan.rows}
                    keyOf={(row) => row.unitId}
                    columns={[
                      { key: 'unit', title: t.columns.unit, main: true, cell: (row) => row.name },
                      {
                        key: 'base',
                        title: t.columns.base,
                        numeric: true,
                        cell: (row) =>
                          typeof row.base === 'number' ? (
                            formatNumber(row.base)
                          ) : (
                            <span className="muted">{row.base === null ? t.noBase : '–'}</span>
                          ),
                      },
                      {
                        key: 'before',
                        title: t.columns.before,
                        numeric: true,
                        cell: (row) => sayShare(whole.measure, row.before, null, language),
                      },
                      {
                        key: 'after',
                        title: t.columns.after,
                        numeric: true,
                        cell: (row) => <b>{sayShare(whole.measure, row.after, null, language)}</b>,
                      },
                    ]}
                  />
                </>
              )
            }
          </Loaded>
        </div>
      )}
    </Dialog>
  )
}

type Divided = {
  refusal: keyof (typeof vi)['divide']['reasons'] | null
  rows: { unitId: UnitId; name: string; base: Base; before: ShareFigures; after: ShareFigures }[]
}

function divided(page: AllocationPage, whole: Whole, shares: Shares, figures: Figures): Divided {
  const byUnit = new Map(figures.map((figure) => [figure.unitId, figure]))
  const units = page.rows.map((row) => {
    const before = shares.get(row.unitId) ?? noShare
    const figure = byUnit.get(row.unitId)
    const base = (of: number | null | undefined): Base => (before.applies ? (of ?? null) : 'na')
    return {
      unitId: row.unitId,
      name: row.name,
      before,
      // A share brings its own two figures, a count stands for both.
      part: base(figure?.part ?? figure?.value),
      whole: base(figure?.whole ?? figure?.value),
      base: base(figure?.value ?? figure?.whole),
    }
  })
  const rowsWith = (after: (index: number, before: ShareFigures) => ShareFigures): Divided['rows'] =>
    units.map(({ unitId, name, base, before }, index) => ({
      unitId,
      name,
      base,
      before,
      after: before.applies ? after(index, before) : notConcerned,
    }))
  if (whole.measure === 'percent') {
    return {
      refusal: null,
      rows: rowsWith((index, before) => {
        const weight = units[index]?.whole
        return { ...before, denominator: typeof weight === 'number' ? weight : before.denominator }
      }),
    }
  }
  const sums =
    whole.measure === 'ratio'
      ? ([
          ['numerator', whole.numerator, 'part'],
          ['denominator', whole.denominator, 'whole'],
        ] as const)
      : ([['value', whole.least ?? whole.most ?? 0, 'base']] as const)
  const parts: Partial<Record<'value' | 'numerator' | 'denominator', Base[]>> = {}
  for (const [field, sum, by] of sums) {
    const verdict = divide(
      sum,
      units.map((unit) => unit[by]),
      units.map((unit) => unit.before[field]),
      whole.decimals,
    )
    if (!verdict.ok) return { refusal: verdict.reason, rows: rowsWith((_index, before) => before) }
    parts[field] = verdict.value
  }
  const figureAt = (field: 'value' | 'numerator' | 'denominator', index: number): number | null => {
    const part = parts[field]?.[index]
    return typeof part === 'number' ? part : null
  }
  return {
    refusal: null,
    rows: rowsWith((index) => ({
      applies: true,
      value: figureAt('value', index),
      numerator: figureAt('numerator', index),
      denominator: figureAt('denominator', index),
    })),
  }
}
