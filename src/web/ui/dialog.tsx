import { type ReactNode, useId } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTexts } from '#web/platform/language.tsx'
import { speakOurLanguage } from './aria-texts.ts'
import { IconButton } from './button.tsx'
import { uiTexts } from './ui-texts.ts'
import './dialog.css'

export type DialogProps = {
  title: string
  open: boolean
  onClose: () => void
  /** The acts at the foot, the main one last. */
  acts?: ReactNode
  width?: 'narrow' | 'wide'
  /** question: closed by an act only, not by a press beside it. */
  kind?: 'plain' | 'question'
  children: ReactNode
}

speakOurLanguage()

export function Dialog({
  title,
  open,
  onClose,
  acts,
  width = 'narrow',
  kind = 'plain',
  children,
}: DialogProps) {
  const t = useTexts(uiTexts)
  const describedBy = useId()
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={open}
      isDismissable={kind === 'plain'}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Modal className="dialog" data-width={width}>
        <AriaDialog
          className="dialog-page"
          role={kind === 'question' ? 'alertdialog' : 'dialog'}
          {...(kind === 'question' ? { 'aria-describedby': describedBy } : {})}
        >
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton icon="close" size="small" label={t.close} onPress={onClose} />
          </header>
          <div className="dialog-body" id={describedBy}>
            {children}
          </div>
          {acts !== undefined && <footer className="dialog-acts">{acts}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
