import { useSignOut } from '#web/platform/frame-data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { useSession } from '#web/platform/session.tsx'
import { DisplayChoices } from '#web/ui/display-choices.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Popup } from '#web/ui/popup.tsx'
import { shellTexts } from './shell-texts.ts'
import { Today } from './today.tsx'

export type PersonPopupProps = {
  /** The person's own page; null where there is none yet. */
  accountHref: string | null
  onKeys: () => void
}

export function PersonPopup({ accountHref, onKeys }: PersonPopupProps) {
  const t = useTexts(shellTexts).person
  const { name } = useSession()
  return (
    <Popup
      align="end"
      buttonClass="bar-button person-button"
      label={t.label(name)}
      button={
        <>
          <Icon name="person" />
          <span className="bar-words">{name.split(' ').at(-1)}</span>
          <Icon name="chevron-down" size={16} />
        </>
      }
    >
      {(close) => <PersonPanel accountHref={accountHref} onKeys={onKeys} onDone={close} />}
    </Popup>
  )
}

function PersonPanel({ accountHref, onKeys, onDone }: PersonPopupProps & { onDone: () => void }) {
  const t = useTexts(shellTexts).person
  const session = useSession()
  const go = useGo()
  const signOut = useSignOut(() => go('/sign-in', { replace: true }))
  return (
    <div className="person-panel">
      <div className="person-head">
        <p className="person-name">{session.name}</p>
        <p className="option-detail">{session.jobTitle ?? session.userName}</p>
        <p className="option-detail">{session.tenantName}</p>
        <Today />
      </div>
      <hr className="option-rule" />
      {accountHref !== null && (
        <a className="option" href={accountHref} onClick={onDone}>
          <Icon name="person" /> {t.account}
        </a>
      )}
      <button
        type="button"
        className="option keys-option"
        onClick={() => {
          onDone()
          onKeys()
        }}
      >
        <Icon name="keyboard" /> <span className="option-words">{t.keys}</span> <kbd>?</kbd>
      </button>
      <DisplayChoices line="person-setting" />
      <hr className="option-rule" />
      <button type="button" className="option" onClick={() => signOut.send({})}>
        <Icon name="leave" /> {t.signOut}
      </button>
      {signOut.problem !== null && <p className="option-none">{signOut.problem.detail}</p>}
    </div>
  )
}
