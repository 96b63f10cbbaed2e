import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import './popup.css'

export type PopupProps = {
  /** Content of the button that opens it. */
  button: ReactNode
  /** Its name where the content alone says too little. */
  label?: string
  buttonClass?: string
  align?: 'start' | 'end'
  /** What is laid open; it may close itself. */
  children: (close: () => void) => ReactNode
  onOpenChange?: (open: boolean) => void
}

/** A button that lays something open below itself: closed by Escape, a press outside, or when the focus leaves. */
export function Popup({
  button,
  label,
  buttonClass = 'button',
  align = 'start',
  children,
  onOpenChange,
}: PopupProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)

  const change = (next: boolean) => {
    setOpen(next)
    onOpenChange?.(next)
  }
  const close = () => {
    change(false)
    opener.current?.focus()
  }
  usePressOutside(box, open, () => change(false))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    close()
  }
  return (
    <div
      ref={box}
      className="popup"
      role="presentation"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const next = event.relatedTarget
        if (open && next instanceof Node && box.current?.contains(next) === false) change(false)
      }}
    >
      <button
        ref={opener}
        type="button"
        className={buttonClass}
        data-kind="secondary"
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => change(!open)}
      >
        {button}
      </button>
      {open && (
        <Panel id={id} align={align}>
          {children(close)}
        </Panel>
      )}
    </div>
  )
}

function Panel({ id, align, children }: { id: string; align: 'start' | 'end'; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = panel.current
    if (element === null) return
    // Beyond the window's edge it is pushed back in.
    const { left, right } = element.getBoundingClientRect()
    const over = Math.max(0, right - document.documentElement.clientWidth + 8) - Math.max(0, 8 - left)
    if (over !== 0) element.style.translate = `${-over}px 0`
    const first = 'input, select, textarea, button, a[href], [tabindex="0"]'
    const start =
      element.querySelector<HTMLElement>('[data-start]') ?? element.querySelector<HTMLElement>(first)
    start?.focus()
  }, [])
  return (
    <div ref={panel} id={id} className="popup-panel" data-align={align}>
      {children}
    </div>
  )
}

function usePressOutside(box: { current: HTMLElement | null }, active: boolean, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!active) return
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) latest.current()
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [active, box])
}
