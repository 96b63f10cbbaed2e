import type { ReactNode } from 'react'
import type { ApiProblem } from '#web/platform/api-problem.ts'
import type { FieldError } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { actTexts } from './act-texts.ts'

type SettingsDialogProps = {
  title: string
  onClose: () => void
  onSave: () => void
  busy: boolean
  problem: ApiProblem | null
  errors?: readonly FieldError[]
  children: ReactNode
}

/** The dialog around a setting that has no history: it is saved at once. */
export function SettingsDialog({
  title,
  onClose,
  onSave,
  busy,
  problem,
  errors = [],
  children,
}: SettingsDialogProps) {
  const t = useTexts(actTexts)
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      kind="question"
      width="wide"
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={busy} onPress={onSave}>
            {t.save}
          </Button>
        </>
      }
    >
      <div className="act-form">
        {problem !== null && (
          <Notice kind="error" title={problem.title} announce>
            {problem.detail}
          </Notice>
        )}
        <ErrorSummary errors={errors} />
        {children}
      </div>
    </Dialog>
  )
}
