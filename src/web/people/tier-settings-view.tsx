import { useState } from 'react'
import { unitsContract } from '#contract/units.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { Tier } from '#domain/units/tiers.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'
import { TierDialog } from './tier-dialog.tsx'

const texts = { vi, en }

/** The tiers as data: before and after 1 July 2025 stand side by side. */
export function TierSettings({ mayChange }: { mayChange: boolean }) {
  const t = useTexts(texts).tiers
  const tiers = useRead(unitsContract.listTiers, {})
  const tell = useToast()
  const [open, setOpen] = useState<Tier | 'new' | null>(null)
  const change = useWrite(unitsContract.changeTiers)
  const remove = (tier: Tier, all: readonly Tier[]) => {
    setOpen(null)
    change
      .sendAndWait({ body: { tiers: all.filter((one) => one.code !== tier.code) } })
      .then(() =>
        tell({ text: t.removed(tier.nameVi), onUndo: () => change.send({ body: { tiers: [...all] } }) }),
      )
      // `change.problem` shows it.
      .catch(() => undefined)
  }
  const columns: Column<Tier>[] = [
    { key: 'name', title: t.columns.name, main: true, cell: (tier) => tier.nameVi },
    { key: 'nameEn', title: t.columns.nameEn, cell: (tier) => tier.nameEn },
    { key: 'code', title: t.columns.code, cell: (tier) => tier.code, oneLine: true },
    { key: 'rank', title: t.columns.rank, cell: (tier) => tier.rank, numeric: true, width: '90px' },
    { key: 'from', title: t.columns.from, cell: (tier) => formatDate(tier.validFrom), oneLine: true },
    {
      key: 'to',
      title: t.columns.to,
      cell: (tier) =>
        tier.validTo === null ? <span className="muted">{t.unlimited}</span> : formatDate(tier.validTo),
      oneLine: true,
    },
    ...(mayChange
      ? [
          {
            key: 'acts',
            title: t.columns.acts,
            titleUnseen: true,
            width: '52px',
            cell: (tier: Tier) => (
              <IconButton
                icon="edit"
                size="small"
                label={t.edit(tier.nameVi)}
                onPress={() => setOpen(tier)}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <section className="settings-part" data-wide aria-labelledby="tier-settings">
      <div className="settings-head">
        <h2 id="tier-settings">{t.title}</h2>
        {mayChange && (
          <Button size="small" icon="plus" disabled={tiers.data === undefined} onPress={() => setOpen('new')}>
            {t.add}
          </Button>
        )}
      </div>
      <p className="muted">{t.lead}</p>
      {change.problem !== null && (
        <Notice kind="error" title={change.problem.title} announce>
          {change.problem.detail}
        </Notice>
      )}
      <Loaded reading={tiers} loading={<LoadingState rows={3} />}>
        {(data) => {
          const shown = data.toSorted((a, b) => a.rank - b.rank || (a.validFrom < b.validFrom ? -1 : 1))
          return (
            <>
              <Table caption={t.caption} columns={columns} rows={shown} keyOf={(tier) => tier.code} />
              {open !== null && (
                <TierDialog
                  tier={open === 'new' ? null : open}
                  all={data}
                  onRemove={(tier) => remove(tier, data)}
                  onClose={() => setOpen(null)}
                />
              )}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
