import { useState } from 'react'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useLeaveGuard } from '#web/platform/routing.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { useToast } from '#web/ui/toast.tsx'
import type { Issued, IssuedLink } from './issue-dialog.tsx'
import { en } from './people.en.ts'
import { vi } from './people.vi.ts'
import { chunksOf, slipsAsText } from './slips.ts'
import { QrImage } from './qr-image-view.tsx'
import './slips.css'

const texts = { vi, en }
const perPage = 8
// A link with one of these leads nobody else here.
const ownMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The slips as they will be printed, eight to a page; the only time that their links are seen. */
export function SlipsView({ issued, onDone }: { issued: Issued; onDone: () => void }) {
  const t = useTexts(texts).slips
  const tell = useToast()
  const [taken, setTaken] = useState(false)
  useLeaveGuard(!taken, t.leave)
  const { links } = issued
  const sheets = chunksOf(links, perPage)
  const copy = (text: string, isAll: boolean) => {
    navigator.clipboard.writeText(text).then(
      () => {
        if (isAll || links.length === 1) setTaken(true)
        tell({ text: t.copied })
      },
      () => tell({ text: t.notCopied }),
    )
  }
  const leave = () => {
    if (taken || window.confirm(t.leave)) onDone()
  }
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title={t.title(links.length)}
          facts={t.pages(sheets.length)}
          acts={
            <>
              <Button icon="copy" onPress={() => copy(slipsAsText(links, window.location.origin), true)}>
                {t.copy}
              </Button>
              <Button
                kind="primary"
                icon="print"
                onPress={() => {
                  setTaken(true)
                  window.print()
                }}
              >
                {t.print}
              </Button>
              <Button onPress={leave}>{t.done}</Button>
            </>
          }
        />
        <div className="slips-notices">
          <Notice kind="warning" title={t.once} announce>
            {t.onceText}
          </Notice>
          {ownMachine.has(window.location.hostname) && (
            <Notice kind="warning" title={t.ownMachine(window.location.host)}>
              {t.ownMachineText}
            </Notice>
          )}
          {links.length < issued.asked && <Notice>{t.skipped(issued.asked - links.length)}</Notice>}
        </div>
      </div>
      <section className="slips" aria-label={t.list}>
        {sheets.map((sheet) => (
          <div key={sheet[0]?.accountId} className="slips-sheet">
            {sheet.map((link) => (
              <Slip key={link.accountId} link={link} onCopy={() => copy(linkAddress(link), false)} />
            ))}
          </div>
        ))}
      </section>
    </>
  )
}

function linkAddress(link: IssuedLink): string {
  return `${window.location.origin}/link#${link.token}`
}

function Slip({ link, onCopy }: { link: IssuedLink; onCopy: () => void }) {
  const t = useTexts(texts).slips
  const { tenantName } = useSession()
  return (
    <article className="slip">
      <header>
        <span className="slip-tenant">{tenantName}</span>
        <span className="slip-kind">{link.purpose === 'invitation' ? t.invitation : t.reset}</span>
      </header>
      <div className="slip-person">
        <div>
          <h2>{link.fullName}</h2>
          <p className="slip-unit">{link.unitName}</p>
          <p className="slip-user">
            {t.userName}: <b>{link.userName}</b>
          </p>
          <p className="slip-until">{t.until(formatInstant(link.expiresAt))}</p>
        </div>
        <QrImage text={linkAddress(link)} />
      </div>
      <div className="slip-link">
        <code>{linkAddress(link)}</code>
        <span className="screen-only">
          <IconButton icon="copy" size="small" label={t.copyOne(link.fullName)} onPress={onCopy} />
        </span>
      </div>
      <p className="slip-steps">
        {t.steps} {window.location.host}. {t.keep}
      </p>
    </article>
  )
}
