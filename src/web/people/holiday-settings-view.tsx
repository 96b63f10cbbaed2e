import { useState } from 'react'
import { type HolidayRow, holidaysContract } from '#contract/holidays.ts'
import { formatDate, partsOf, weekday } from '#domain/basics/dates.ts'
import { knownHolidayYears } from '#domain/people/public-holidays.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Segments } from '#web/ui/choice-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { EmptyState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { HolidayDialog } from './holiday-dialog.tsx'
import { en } from './holidays.en.ts'
import { vi } from './holidays.vi.ts'

const texts = { vi, en }

/** The days off of a year, as data: what is late and what is due soon is counted with them. */
export function HolidaySettings({ mayChange }: { mayChange: boolean }) {
  const t = useTexts(texts)
  const tell = useToast()
  const thisYear = partsOf(useSession().today).year
  const [year, setYear] = useState(thisYear)
  const [open, setOpen] = useState<HolidayRow | 'new' | null>(null)
  const days = useRead(holidaysContract.listHolidays, { query: { year: String(year) } })
  const put = useWrite(holidaysContract.setHoliday)
  const remove = useWrite(holidaysContract.removeHoliday)
  const offer = useWrite(holidaysContract.addPublicHolidays, {
    onDone: ({ added }) => tell({ text: t.addedPublic(added) }),
  })
  const years = [...new Set([...knownHolidayYears, thisYear - 1, thisYear, thisYear + 1])].toSorted(
    (a, b) => a - b,
  )
  const takeOut = ({ day, kind, name, toCheck, version }: HolidayRow) => {
    setOpen(null)
    remove
      .sendAndWait({ params: { day }, body: { version } })
      .then(() =>
        tell({
          text: t.removed(formatDate(day)),
          onUndo: () => put.send({ params: { day }, body: { version: 0, kind, name, toCheck } }),
        }),
      )
      // `remove.problem` shows it.
      .catch(() => undefined)
  }
  const problem = remove.problem ?? put.problem ?? offer.problem
  const columns: Column<HolidayRow>[] = [
    {
      key: 'day',
      title: t.columns.day,
      main: true,
      width: '190px',
      cell: (row) => `${t.weekdays[weekday(row.day) - 1] ?? ''}, ${formatDate(row.day)}`,
    },
    {
      key: 'name',
      title: t.columns.name,
      cell: (row) => (
        <>
          {row.name}
          {row.toCheck && <span className="settings-fine">{t.toCheck}</span>}
        </>
      ),
    },
    { key: 'kind', title: t.columns.kind, cell: (row) => t.kinds[row.kind], oneLine: true },
    ...(mayChange
      ? [
          {
            key: 'acts',
            title: t.columns.acts,
            titleUnseen: true,
            width: '52px',
            cell: (row: HolidayRow) => (
              <IconButton
                icon="edit"
                size="small"
                label={t.edit(formatDate(row.day))}
                onPress={() => setOpen(row)}
              />
            ),
          },
        ]
      : []),
  ]
  const mayOffer = mayChange && knownHolidayYears.includes(year)
  const offerButton = (
    <Button size="small" busy={offer.busy} onPress={() => offer.send({ body: { calendarYear: year } })}>
      {t.addPublic(year)}
    </Button>
  )
  return (
    <section className="settings-part" data-wide aria-labelledby="holiday-settings">
      <div className="settings-head">
        <h2 id="holiday-settings">{t.title}</h2>
        {mayChange && (
          <Button size="small" icon="plus" onPress={() => setOpen('new')}>
            {t.add}
          </Button>
        )}
      </div>
      <p className="muted">{t.lead}</p>
      <div>
        <Segments
          label={t.year}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
          choices={years.map((value) => ({ value: String(value), text: String(value) }))}
        />
      </div>
      {problem !== null && (
        <Notice kind="error" title={problem.title} announce>
          {problem.detail}
        </Notice>
      )}
      <Loaded reading={days} loading={<LoadingState rows={6} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t.none(year)} act={mayOffer && offerButton}>
              {t.noneText}
            </EmptyState>
          ) : (
            <Table caption={t.caption(year)} columns={columns} rows={rows} keyOf={(row) => row.day} />
          )
        }
      </Loaded>
      {open !== null && (
        <HolidayDialog
          row={open === 'new' ? null : open}
          taken={days.data ?? []}
          onRemove={takeOut}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
