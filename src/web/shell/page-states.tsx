import { useTexts } from '#web/platform/language.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { shellTexts } from './shell-texts.ts'

export function NotFound() {
  const t = useTexts(shellTexts).notFound
  return (
    <EmptyState title={t.title} act={<LinkButton href="/">{t.home}</LinkButton>}>
      {t.detail}
    </EmptyState>
  )
}

/** A screen that threw. */
export function Broken() {
  const t = useTexts(shellTexts).broken
  return (
    <EmptyState
      title={t.title}
      act={
        <Button kind="primary" onPress={() => window.location.reload()}>
          {t.again}
        </Button>
      }
    >
      {t.detail}
    </EmptyState>
  )
}
