import type { ReactNode } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { actTexts } from './act-texts.ts'
import { ActBodyView, ActButtonsView } from './act-view.tsx'
import type { ActDialogProps } from './act-dialog.tsx'
import { type ActSteps, type ActState, useAct } from './use-act.ts'

type RecordedActProps = Pick<ActDialogProps, 'onClose'> &
  Omit<ActSteps, 'onDone'> & {
    title: string
    children: (act: ActState) => ReactNode
    onDone?: ActSteps['onDone']
  }

/** The dialog around an act that becomes part of the history: form, preview, recording. */
export function RecordedActDialog({ title, onClose, onDone, children, ...steps }: RecordedActProps) {
  const t = useTexts(actTexts)
  const tell = useToast()
  const act = useAct({
    ...steps,
    onDone: (outlook, on) => {
      tell({ text: t.recorded })
      onClose()
      onDone?.(outlook, on)
    },
  })
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      kind="question"
      width="wide"
      acts={<ActButtonsView act={act} onCancel={onClose} />}
    >
      <ActBodyView act={act}>{children(act)}</ActBodyView>
    </Dialog>
  )
}
