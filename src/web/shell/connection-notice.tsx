import { useSyncExternalStore } from 'react'
import { useSignedOut } from '#web/platform/signed-out.ts'
import { useTexts } from '#web/platform/language.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { shellTexts } from './shell-texts.ts'

/** Over the screen, which stays as it is: the session has ended, or the network is gone. */
export function ConnectionNotice() {
  const t = useTexts(shellTexts)
  const isSignedOut = useSignedOut()
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine)
  if (isSignedOut) {
    return (
      <div className="frame-notice">
        <Notice
          kind="warning"
          announce
          title={t.signedOut.title}
          acts={
            <LinkButton size="small" href="/sign-in" newTab>
              {t.signedOut.act}
            </LinkButton>
          }
        >
          {t.signedOut.detail}
        </Notice>
      </div>
    )
  }
  return isOnline ? null : (
    <div className="frame-notice">
      <Notice kind="warning" announce>
        {t.offline}
      </Notice>
    </div>
  )
}

function listen(tell: () => void): () => void {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
