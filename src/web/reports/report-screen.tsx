import { useState } from 'react'
import { reportsContract } from '#contract/reports.ts'
import type { ReportId } from '#domain/basics/ids.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useFilter, useLeaveGuard } from '#web/platform/routing.tsx'
import { choiceField } from '#web/platform/search-params.ts'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ErrorState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { DocumentView } from './document-view.tsx'
import { PartsView, type Part } from './parts-view.tsx'
import { en } from './reports.en.ts'
import { vi } from './reports.vi.ts'
import '#web/ui/document-fonts.css'
import './reports.css'

const texts = { vi, en }
const filterShape = { view: choiceField(['page', 'edit'], 'page') }
type ReportData = {
  head: { reportId: ReportId; version: number; title: string; issuerPath: string }
  content: { about: string; parts: Part[] }
}

/** Soạn báo cáo: the page as it prints, and its parts to edit; every figure says where it comes from. */
export function ReportScreen({ reportId }: { reportId: ReportId }) {
  const report = useRead(reportsContract.getReport, { params: { reportId } })
  return (
    <Loaded reading={report} loading={<LoadingState shape="page" rows={12} />}>
      {(data) => (
        <Report
          key={data.head.version}
          data={data}
          document={data.document}
          figures={data.figures}
          available={data.available}
          missing={data.missing}
        />
      )}
    </Loaded>
  )
}

type Figures = Parameters<typeof PartsView>[0]['available']

function Report({
  data,
  document,
  figures,
  available,
  missing,
}: {
  data: ReportData
  document: unknown
  figures: Figures
  available: Figures
  missing: number
}) {
  const t = useTexts(texts)
  const to = useAddress()
  const may = useMay()
  const tell = useToast()
  const [filter, change] = useFilter(filterShape)
  const [parts, setParts] = useState<readonly Part[]>(data.content.parts)
  const changed = parts !== data.content.parts
  useLeaveGuard(changed, t.leave)
  const save = useWrite(reportsContract.changeReport, {
    refresh: [reportsContract.getReport, reportsContract.listReports],
    onDone: () => tell({ text: t.saved }),
  })
  const { reportId } = data.head
  const mayChange = may('report.change', data.head.issuerPath)
  const send = () =>
    save.send({
      params: { reportId },
      body: {
        version: data.head.version,
        title: data.head.title,
        content: { about: data.content.about, parts: [...parts] },
      },
    })

  return (
    <>
      <PageHeader
        title={data.head.title}
        crumbs={[{ text: t.crumb, href: to('reports') }]}
        acts={
          <>
            <LinkButton
              icon="download"
              href={addressOf(reportsContract.exportDocx, { params: { reportId } })}
              download
            >
              {t.exportDocx}
            </LinkButton>
            <LinkButton
              icon="download"
              href={addressOf(reportsContract.exportPdf, { params: { reportId } })}
              download
            >
              {t.exportPdf}
            </LinkButton>
            {mayChange && (
              <Button kind="primary" disabled={!changed} busy={save.busy} onPress={send}>
                {t.save}
              </Button>
            )}
          </>
        }
      />
      {missing > 0 && <Notice kind="warning" title={t.missing(missing)} />}
      {save.problem !== null && <ErrorState error={save.problem} />}
      {changed && <Notice>{t.unsaved}</Notice>}
      <Tabs
        label={data.head.title}
        value={filter.view}
        onChange={(view) => change({ view })}
        tabs={[
          { value: 'page', text: t.page, content: <DocumentView document={document} figures={figures} /> },
          ...(mayChange
            ? [
                {
                  value: 'edit' as const,
                  text: t.edit,
                  content: <PartsView parts={parts} available={available} onChange={setParts} />,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
