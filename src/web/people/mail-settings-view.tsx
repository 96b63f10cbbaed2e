import type { ReplyOf } from '#contract/endpoint.ts'
import { mailContract } from '#contract/mail.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './mail.en.ts'
import { vi } from './mail.vi.ts'

const texts = { vi, en }

type State = ReplyOf<typeof mailContract.getMailState>
type Trouble = State['troubles'][number]

/** Whether notices go out by e-mail, what waits and what was not delivered. */
export function MailSettings() {
  const t = useTexts(texts).settings
  const tell = useToast()
  const state = useRead(mailContract.getMailState, {})
  const test = useWrite(mailContract.sendTestMail, {
    refresh: [mailContract.getMailState],
    onDone: ({ address }) => tell({ text: t.tested(address) }),
  })
  return (
    <section className="settings-part" data-wide aria-labelledby="mail-settings">
      <div className="settings-head">
        <h2 id="mail-settings">{t.title}</h2>
        {state.data?.setUp === true && (
          <Button size="small" busy={test.busy} onPress={() => test.send({})}>
            {t.test}
          </Button>
        )}
      </div>
      {test.problem !== null && (
        <Notice kind="error" title={test.problem.title} announce>
          {test.problem.detail}
        </Notice>
      )}
      <Loaded reading={state} loading={<LoadingState rows={3} />}>
        {(data) => <MailState state={data} />}
      </Loaded>
    </section>
  )
}

function MailState({ state }: { state: State }) {
  const t = useTexts(texts).settings
  const columns: Column<Trouble>[] = [
    {
      key: 'person',
      title: t.person,
      main: true,
      width: '28%',
      cell: (row) => (
        <>
          {row.personName}
          <span className="settings-fine">{row.address}</span>
        </>
      ),
    },
    {
      key: 'error',
      title: t.error,
      cell: (row) => (row.error === 'interrupted' ? t.interrupted : row.error),
    },
    {
      key: 'state',
      title: t.state,
      width: '26%',
      cell: (row) => (
        <>
          <StateBadge state={row.state === 'failed' ? 'late' : 'attention'} bare>
            {row.endedAt === null
              ? t.queued(formatInstant(row.nextAttemptAt ?? ''))
              : t.failedOn(formatInstant(row.endedAt))}
          </StateBadge>
          <span className="settings-fine">{t.attempts(row.attempts)}</span>
        </>
      ),
    },
  ]
  return (
    <>
      {state.setUp && state.from !== null ? (
        <p className="muted">{t.from(state.from)}</p>
      ) : (
        <Notice title={t.notSetUp}>{t.notSetUpText}</Notice>
      )}
      {(state.setUp || state.sent + state.waiting + state.failed > 0) && (
        <KeyValues
          items={[
            { key: 'sent', label: t.sent, value: t.letters(state.sent) },
            ...(state.lastSentAt === null
              ? []
              : [{ key: 'last', label: t.last, value: formatInstant(state.lastSentAt) }]),
            { key: 'waiting', label: t.waiting, value: t.letters(state.waiting) },
            { key: 'failed', label: t.failed, value: t.letters(state.failed) },
          ]}
        />
      )}
      {state.troubles.length > 0 && (
        <>
          <Table caption={t.caption} columns={columns} rows={state.troubles} keyOf={(row) => row.mailId} />
          <p className="muted">{t.mend}</p>
        </>
      )}
    </>
  )
}
