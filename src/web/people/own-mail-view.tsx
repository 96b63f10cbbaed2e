import { mailContract } from '#contract/mail.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Checkbox, Segments } from '#web/ui/choice-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './mail.en.ts'
import { vi } from './mail.vi.ts'

const texts = { vi, en }

/** Whether the own notices also come by e-mail, and in which language. */
export function OwnMail() {
  const t = useTexts(texts).own
  const mail = useRead(mailContract.getOwnMail, {})
  return (
    <section className="settings-part" aria-labelledby="own-mail">
      <h2 id="own-mail">{t.title}</h2>
      <Loaded reading={mail} loading={<LoadingState shape="form" rows={2} />}>
        {(own) => <OwnMailChoice own={own} />}
      </Loaded>
    </section>
  )
}

function OwnMailChoice({ own }: { own: ReplyOf<typeof mailContract.getOwnMail> }) {
  const t = useTexts(texts).own
  const tell = useToast()
  const save = useWrite(mailContract.setOwnMail, {
    refresh: [mailContract.getOwnMail],
    onDone: () => tell({ text: t.saved }),
  })
  const change = (next: { wanted?: boolean; language?: 'vi' | 'en' }) => {
    const { wanted, language, version } = own
    save.send({ body: { wanted, language, version, ...next } })
  }
  if (!own.setUp) return <p className="muted">{t.notSetUp}</p>
  if (own.address === null) return <p className="muted">{t.noAddress}</p>
  return (
    <>
      <p className="muted">
        {t.to(own.address)} {t.lead}
      </p>
      {save.problem !== null && (
        <Notice kind="error" title={save.problem.title} announce>
          {save.problem.detail}
        </Notice>
      )}
      <Checkbox checked={own.wanted} disabled={save.busy} onChange={(wanted) => change({ wanted })}>
        {t.wanted}
      </Checkbox>
      {own.wanted && (
        <div className="display-line">
          <span>{t.language}</span>
          <Segments
            label={t.language}
            choices={(['vi', 'en'] as const).map((value) => ({ value, text: t.languages[value] }))}
            value={own.language}
            onChange={(language) => change({ language })}
          />
        </div>
      )}
    </>
  )
}
