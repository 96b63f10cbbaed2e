import { useEffect } from 'react'
import { useParams } from '@tanstack/react-router'
import { useSessionReading, useSignOut, useStatusReading } from '#web/platform/frame-data.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { useMenuLinks } from './frame-context.tsx'
import { OutsideFrame } from './outside-frame.tsx'
import { shellTexts } from './shell-texts.ts'

/** '/': to the first run, to sign-in, or to the person's own unit and the present year. */
export function Home() {
  const t = useTexts(shellTexts)
  const go = useGo()
  const session = useSessionReading()
  const signOut = useSignOut(() => go('/sign-in', { replace: true }))
  const isSignedOut = session.error instanceof ApiProblem && session.error.code === 'not_signed_in'
  const status = useStatusReading()
  const href = isSignedOut
    ? status.data && (status.data.setUp ? '/sign-in' : '/set-up')
    : session.data && standingOf(session.data)
  useEffect(() => {
    if (typeof href === 'string') go(href, { replace: true })
  }, [href, go])
  if (session.data !== undefined && href === null) {
    return (
      <OutsideFrame title={t.noGrant.title}>
        <p>{t.noGrant.detail}</p>
        <Button busy={signOut.busy} onPress={() => signOut.send({})}>
          {t.person.signOut}
        </Button>
      </OutsideFrame>
    )
  }
  const error = isSignedOut ? status.error : session.error
  return error === null ? null : (
    <OutsideFrame title={t.product}>
      <ErrorState error={error} onAgain={() => void (isSignedOut ? status.refetch() : session.refetch())} />
    </OutsideFrame>
  )
}

type Grants = { grants: readonly { scopeCode: string }[]; schoolYear: string }

function standingOf({ grants, schoolYear }: Grants): string | null {
  const own = grants[0]
  return own === undefined ? null : `/${encodeURIComponent(own.scopeCode)}/${schoolYear}`
}

/** '/HA/2024-2025': to the first entry of the person's menu. */
export function UnitHome() {
  const t = useTexts(shellTexts)
  const go = useGo()
  const { unit }: Partial<Record<string, string>> = useParams({ strict: false })
  const { name } = useSession()
  const first = useMenuLinks()[0]?.href
  useEffect(() => {
    if (first !== undefined) go(first, { replace: true })
  }, [first, go])
  return first === undefined ? (
    <EmptyState title={`${t.product} · ${unit} · ${name}`} />
  ) : (
    <LoadingState shape="page" />
  )
}
