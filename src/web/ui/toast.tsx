import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Button, IconButton } from './button.tsx'
import { uiTexts } from './ui-texts.ts'
import './notice.css'

export type Toast = {
  text: string
  /** Takes the act back; the toast then stays twice as long. */
  onUndo?: () => void
}

type Shown = Toast & { no: number }

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** `const tell = useToast(); tell({ text: 'Đã lưu trữ 3 nhiệm vụ', onUndo })`: what was done, and its way back. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts(uiTexts)
  const [shown, setShown] = useState<readonly Shown[]>([])
  const tell = useCallback((toast: Toast) => {
    setShown((before) => [...before.slice(-2), { ...toast, no: (before.at(-1)?.no ?? 0) + 1 }])
  }, [])
  const drop = useCallback(
    (no: number) => setShown((before) => before.filter((toast) => toast.no !== no)),
    [],
  )
  return (
    <ToastContext value={tell}>
      {children}
      <div className="toasts" role="region" aria-label={t.toasts} aria-live="polite">
        {shown.map((toast) => (
          <ToastView key={toast.no} toast={toast} onDrop={drop} />
        ))}
      </div>
    </ToastContext>
  )
}

function ToastView({ toast, onDrop }: { toast: Shown; onDrop: (no: number) => void }) {
  const t = useTexts(uiTexts)
  const [held, setHeld] = useState(false)
  const { no, onUndo } = toast
  useEffect(() => {
    // Who is reading or about to press it is not hurried.
    if (held) return
    const timer = setTimeout(() => onDrop(no), onUndo === undefined ? 6000 : 12_000)
    return () => clearTimeout(timer)
  }, [held, no, onUndo, onDrop])
  return (
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {onUndo !== undefined && (
        <Button
          kind="quiet"
          size="small"
          icon="undo"
          onPress={() => {
            onUndo()
            onDrop(no)
          }}
        >
          {t.undo}
        </Button>
      )}
      <IconButton icon="close" size="small" label={t.close} onPress={() => onDrop(no)} />
    </div>
  )
}
