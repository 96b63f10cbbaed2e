import { useState } from 'react'
import { type AmendmentEntry, amendmentsContract } from '#contract/plan-amendments.ts'
import { plansContract } from '#contract/plans.ts'
import type { AmendmentId, PlanId } from '#domain/basics/ids.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, ErrorState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Editing, AmendItemDialog } from './amend-item-dialog.tsx'
import { AmendmentEntryView } from './amendment-entry-view.tsx'
import { AmendmentHeadDialog } from './amendment-head-dialog.tsx'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'
import { PickItemDialog } from './pick-item-dialog.tsx'
import { PublishAmendmentDialog } from './publish-amendment-dialog.tsx'
import './amendments.css'
import './plans.css'

const texts = { vi, en }
type Open = 'head' | 'pick' | 'publish' | null

/** One amendment: each item before and after, and in a draft what to do with it. */
export function AmendmentScreen({ planId, amendmentId }: { planId: PlanId; amendmentId: AmendmentId }) {
  const t = useTexts(texts)
  const to = useAddress()
  const go = useGo()
  const may = useMay()
  const tell = useToast()
  const [open, setOpen] = useState<Open>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const page = useRead(amendmentsContract.getAmendment, { params: { amendmentId } })
  const plan = useRead(plansContract.getPlan, { params: { planId } })
  const save = useWrite(amendmentsContract.saveEntry, {
    refresh: [amendmentsContract.getAmendment, amendmentsContract.listAmendments],
    onDone: () => setEditing(null),
  })
  const remove = useWrite(amendmentsContract.removeEntry, {
    refresh: [amendmentsContract.getAmendment, amendmentsContract.listAmendments],
  })
  const discard = useWrite(amendmentsContract.discardAmendment, {
    onDone: () => {
      tell({ text: t.discard.done })
      go(to('plans/$planId/amendments', { planId }))
    },
  })
  return (
    <Loaded reading={page} loading={<LoadingState shape="page" rows={8} />}>
      {({ amendment, plan: head, entries }) => {
        const { version } = amendment
        const params = { amendmentId }
        const isDraft = amendment.state === 'draft'
        const works = may('plan.draft', head.issuerPath)
        const publishes = isDraft && may('plan.publish', head.issuerPath)
        const signed = amendment.signedOn === null ? null : formatDate(amendment.signedOn)
        const facts = [
          { key: 'reason', label: t.facts.reason, value: amendment.reason },
          {
            key: 'document',
            label: t.facts.document,
            value:
              amendment.number === null && signed === null
                ? t.facts.noDocument
                : t.facts.numbered(amendment.number, signed),
          },
          { key: 'by', label: t.facts.createdBy, value: amendment.createdByName },
          ...(amendment.publishedOn === null
            ? []
            : [
                {
                  key: 'published',
                  label: t.facts.published,
                  value: t.facts.by(amendment.publishedByName ?? '', formatDate(amendment.publishedOn)),
                },
              ]),
        ]
        const put = (
          body: Pick<AmendmentEntry, 'kind' | 'act' | 'itemId'> & {
            entryId: AmendmentEntry['entryId'] | null
            after: AmendmentEntry['after']
          },
        ) => save.send({ params, body: { ...body, version } })
        return (
          <>
            <PageHeader
              title={
                amendment.no === null
                  ? `${t.title}: ${t.list.draft.toLowerCase()}`
                  : `${t.title}, ${t.list.no(amendment.no).toLowerCase()}`
              }
              crumbs={[
                { text: t.crumb, href: to('plans') },
                { text: head.title, href: to('plans/$planId', { planId }) },
                { text: t.title, href: to('plans/$planId/amendments', { planId }) },
              ]}
              facts={t.what(amendment)}
              acts={
                <>
                  {entries.length > 0 && (
                    <>
                      <LinkButton
                        icon="download"
                        href={addressOf(amendmentsContract.exportAmendmentDocx, { params })}
                        download
                      >
                        {t.docx}
                      </LinkButton>
                      <LinkButton
                        icon="download"
                        href={addressOf(amendmentsContract.exportAmendmentPdf, { params })}
                        download
                      >
                        {t.pdf}
                      </LinkButton>
                    </>
                  )}
                  {works && (
                    <>
                      {isDraft && (
                        <Button
                          kind="quiet"
                          busy={discard.busy}
                          onPress={() => discard.send({ params, body: { version } })}
                        >
                          {t.discard.act}
                        </Button>
                      )}
                      <Button onPress={() => setOpen('head')}>
                        {isDraft ? t.head.change : t.head.typeBack}
                      </Button>
                      {isDraft && <Button onPress={() => setOpen('pick')}>{t.pick.add}</Button>}
                      {publishes && (
                        <Button
                          kind="primary"
                          disabled={entries.length === 0}
                          onPress={() => setOpen('publish')}
                        >
                          {t.publish.act}
                        </Button>
                      )}
                    </>
                  )}
                </>
              }
            />
            <KeyValues items={facts} dense />
            <div className="amendment-notes">
              {isDraft && <Notice>{t.draftNote}</Notice>}
              {editing === null && save.problem !== null && <ErrorState error={save.problem} />}
              {remove.problem !== null && <ErrorState error={remove.problem} />}
              {discard.problem !== null && <ErrorState error={discard.problem} />}
            </div>
            {entries.length === 0 ? (
              <EmptyState
                title={t.entries.empty}
                {...(isDraft && works
                  ? { act: <Button onPress={() => setOpen('pick')}>{t.pick.add}</Button> }
                  : {})}
              >
                {isDraft && t.entries.emptyText}
              </EmptyState>
            ) : (
              <div className="amendment-entries">
                {entries.map((entry) => (
                  <AmendmentEntryView
                    key={entry.entryId}
                    entry={entry}
                    acts={
                      isDraft && works
                        ? {
                            onEdit: entry.after === null ? null : () => setEditing({ entry }),
                            onRemove: () =>
                              remove.send({ params, body: { version, entryId: entry.entryId } }),
                            onMatch: (after) => put({ ...entry, after }),
                          }
                        : null
                    }
                  />
                ))}
              </div>
            )}
            {open === 'head' && <AmendmentHeadDialog of={amendment} onClose={() => setOpen(null)} />}
            {open === 'pick' && plan.data !== undefined && (
              <PickItemDialog
                plan={plan.data}
                taken={entries.flatMap((entry) => entry.itemId ?? [])}
                onChange={(item) => {
                  setOpen(null)
                  setEditing({ item })
                }}
                onEnd={(item) => {
                  setOpen(null)
                  put({ entryId: null, kind: item.kind, act: 'end', itemId: item.id, after: null })
                }}
                onAdd={(kind) => {
                  setOpen(null)
                  setEditing({ kind })
                }}
                onClose={() => setOpen(null)}
              />
            )}
            {editing !== null && plan.data !== undefined && (
              <AmendItemDialog
                plan={plan.data}
                editing={editing}
                proposing={{
                  busy: save.busy,
                  problem: save.problem,
                  send: (after) =>
                    save.send({
                      params,
                      body: {
                        version,
                        after,
                        kind: after.kind,
                        entryId: 'entry' in editing ? editing.entry.entryId : null,
                        act: 'kind' in editing ? 'add' : 'entry' in editing ? editing.entry.act : 'change',
                        itemId:
                          'item' in editing
                            ? editing.item.id
                            : 'entry' in editing
                              ? editing.entry.itemId
                              : null,
                      },
                    }),
                }}
                onClose={() => {
                  save.clear()
                  setEditing(null)
                }}
              />
            )}
            {open === 'publish' && (
              <PublishAmendmentDialog amendment={amendment} onClose={() => setOpen(null)} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
