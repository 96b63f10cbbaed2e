import { useState } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import { reportsContract } from '#contract/reports.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, ErrorState, Loaded } from '#web/ui/states.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { type Column, sheetColumns, Table } from '#web/ui/table.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { en } from './reports.en.ts'
import { vi } from './reports.vi.ts'

const texts = { vi, en }
const periods = ['start', 'mid', 'end'] as const

/** Báo cáo: the unit's reports of the year. */
export function ReportsScreen() {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const may = useMay()
  const [creating, setCreating] = useState(false)
  const reports = useRead(reportsContract.listReports, { query: { unitId: unit.unitId, schoolYear: year } })
  const create = may('report.change', unit.path) && (
    <Button kind="primary" icon="plus" onPress={() => setCreating(true)}>
      {t.create}
    </Button>
  )
  const columns: Column<ReplyOf<typeof reportsContract.listReports>[number]>[] = [
    { key: 'title', title: t.columns.title, main: true, cell: (report) => report.title },
    { key: 'period', title: t.columns.period, cell: (report) => t.periods[report.period] },
    { key: 'by', title: t.columns.by, cell: (report) => report.createdByName },
    {
      key: 'at',
      title: t.columns.at,
      oneLine: true,
      cell: (report) => formatInstant(report.createdAt),
    },
  ]
  return (
    <>
      <PageHeader
        title={t.title(year)}
        acts={
          <>
            {(reports.data ?? []).length > 0 && (
              <ListFileButton
                make={async () =>
                  await Promise.resolve({
                    title: t.title(year),
                    facts: [unit.name],
                    columns: sheetColumns(columns),
                    rows: reports.data ?? [],
                  })
                }
              />
            )}
            {create}
          </>
        }
      />
      <Loaded reading={reports}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t.empty} act={create}>
              {t.emptyText}
            </EmptyState>
          ) : (
            <Table
              caption={t.caption}
              rows={rows}
              keyOf={(report) => report.reportId}
              hrefOf={(report) => to('reports/$reportId', { reportId: report.reportId })}
              columns={columns}
            />
          )
        }
      </Loaded>
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </>
  )
}

function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const go = useGo()
  const [title, setTitle] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [period, setPeriod] = useState<(typeof periods)[number]>('mid')
  const create = useWrite(reportsContract.createReport, {
    onDone: ({ reportId }) => go(to('reports/$reportId', { reportId })),
  })
  const send = () => {
    if (title.trim() === '') return setError(t.missingTitle)
    create.send({ params: { unitId: unit.unitId }, body: { schoolYear: year, period, title } })
  }
  return (
    <Dialog
      title={t.createTitle}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={create.busy} onPress={send}>
            {t.make}
          </Button>
        </>
      }
    >
      <div className="report-form">
        {create.problem !== null && <ErrorState error={create.problem} />}
        <Field label={t.reportTitle} name="title" error={error}>
          <TextArea value={title} onChange={setTitle} rows={2} />
        </Field>
        <RadioList
          legend={t.period}
          choices={periods.map((value) => ({ value, text: t.periods[value] }))}
          value={period}
          onChange={setPeriod}
        />
      </div>
    </Dialog>
  )
}
