import { sayNotice } from '#contract/notice-texts.ts'
import { useNoticesReading, useReadNotices } from '#web/platform/frame-data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Popup } from '#web/ui/popup.tsx'
import { Loaded } from '#web/ui/states.tsx'
import { useThingAddress } from './frame-context.tsx'
import { shellTexts } from './shell-texts.ts'

type Notices = Extract<ReturnType<typeof useNoticesReading>['data'], readonly unknown[]>
type Told = Notices[number]

export function NoticesPopup() {
  const t = useTexts(shellTexts).notices
  const reading = useNoticesReading()
  const unread = reading.data?.filter((notice) => notice.readAt === null).length ?? 0
  return (
    <Popup
      align="end"
      buttonClass="bar-button bar-icon"
      label={t.label(unread)}
      button={
        <>
          <Icon name="bell" />
          {unread > 0 && <span className="bar-count">{unread > 99 ? '99+' : unread}</span>}
        </>
      }
    >
      {(close) => (
        <div className="notices">
          <p className="notices-title">{t.title}</p>
          <Loaded reading={reading}>
            {(notices) => <NoticeList notices={notices} unread={unread} onDone={close} />}
          </Loaded>
        </div>
      )}
    </Popup>
  )
}

function NoticeList({ notices, unread, onDone }: { notices: Notices; unread: number; onDone: () => void }) {
  const t = useTexts(shellTexts).notices
  const mark = useReadNotices()
  const say = useSaid()
  const newest = notices[0]
  if (newest === undefined) return <p className="option-none">{t.none}</p>
  return (
    <>
      <ul className="notices-list">
        {notices.map((notice) => {
          const { text, href } = say(notice)
          return (
            <li
              key={notice.noticeId}
              className="notices-line"
              data-unread={notice.readAt === null || undefined}
            >
              {href === null ? (
                <span>{text}</span>
              ) : (
                <a href={href} onClick={onDone}>
                  {text}
                </a>
              )}
              <span className="option-detail">
                {notice.unitName} · {formatInstant(notice.createdAt)}
              </span>
            </li>
          )
        })}
      </ul>
      {unread > 0 && (
        <Button
          kind="quiet"
          size="small"
          icon="check"
          busy={mark.busy}
          onPress={() => mark.send({ body: { until: newest.createdAt } })}
        >
          {t.read}
        </Button>
      )}
    </>
  )
}

function useSaid(): (notice: Told) => { text: string; href: string | null } {
  const language = useLanguage()
  const addressOf = useThingAddress()
  const to = useAddress()
  return ({ subject }) => {
    const { text, opens } = sayNotice(subject, language)
    return { text, href: 'page' in opens ? to(opens.page) : addressOf(opens.thing, opens.id) }
  }
}
