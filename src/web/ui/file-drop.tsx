import { type DragEvent, useId, useRef, useState } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Button, IconButton } from './button.tsx'
import { FieldErrorText } from './field.tsx'
import { Icon } from './icon.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { uiTexts } from './ui-texts.ts'
import './file-drop.css'

/** How the sending of a file stands; the screen knows, this only shows it. */
export type FileState =
  | { kind: 'empty' }
  | { kind: 'sending'; name: string; share: number | null }
  | { kind: 'refused'; name: string; message: string }
  | { kind: 'received'; name: string; detail?: string }

export type FileDropProps = {
  label: string
  /** Endings with their dot: ['.docx', '.pdf']. */
  accept: readonly string[]
  mostMegabytes: number
  state: FileState
  onFile: (file: File) => void
  onRemove?: () => void
  /** Another file was tried and refused here: what is shown of the former one no longer fits. */
  onRefused?: () => void
  hint?: string
}

/** Takes one file by choice or by drop; the wrong kind, too large or empty is refused before anything is sent. */
export function FileDrop({
  label,
  accept,
  mostMegabytes,
  state,
  onFile,
  onRemove,
  onRefused,
  hint,
}: FileDropProps) {
  const t = useTexts(uiTexts)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [own, setOwn] = useState<string | null>(null)
  const kinds = accept.map((ending) => ending.slice(1).toUpperCase()).join(', ')
  const fault = own ?? (state.kind === 'refused' ? state.message : null)

  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (files === null || file === undefined) return
    const refusal = files.length > 1 ? t.file.onlyOne : faultOf(file)
    setOwn(refusal)
    if (refusal === null) onFile(file)
    else onRefused?.()
  }
  const faultOf = (file: File): string | null => {
    if (!accept.some((ending) => file.name.toLowerCase().endsWith(ending)))
      return t.file.wrongKind(file.name, kinds)
    if (file.size > mostMegabytes * 1024 * 1024) return t.file.tooLarge(file.name, mostMegabytes)
    return file.size === 0 ? t.file.empty(file.name) : null
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (state.kind !== 'sending') take(event.dataTransfer.files)
  }
  return (
    <div
      className="file-drop"
      data-over={over || undefined}
      data-state={fault === null ? state.kind : 'refused'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="file-drop-label" id={id}>
        {label}
      </p>
      {fault !== null && (
        <div role="alert">
          <FieldErrorText id={`${id}-fault`} message={fault} />
        </div>
      )}
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-hidden
        accept={accept.join(',')}
        onChange={(event) => {
          take(event.target.files)
          // The same file, mended, must be taken again.
          event.target.value = ''
        }}
      />
      {state.kind === 'sending' && own === null ? (
        <div className="file-drop-line">
          <Icon name="file" />
          <span className="file-drop-name">{state.name}</span>
          <ProgressBar label={t.file.sending(state.name)} share={state.share} />
        </div>
      ) : state.kind === 'received' && own === null ? (
        <div className="file-drop-line">
          <Icon name="done" />
          <span className="file-drop-name">
            {state.name}
            <span className="muted dense"> {state.detail ?? t.file.sent}</span>
          </span>
          {onRemove !== undefined && (
            <IconButton icon="close" size="small" label={t.file.remove(state.name)} onPress={onRemove} />
          )}
        </div>
      ) : (
        <div className="file-drop-line">
          <Button
            icon="upload"
            onPress={() => input.current?.click()}
            aria-describedby={`${id} ${id}-limits`}
          >
            {fault === null ? t.file.choose : t.file.another}
          </Button>
          <span className="file-drop-words">{t.file.orDrop}</span>
        </div>
      )}
      <p className="field-hint" id={`${id}-limits`}>
        {t.file.limits(kinds, mostMegabytes)}
        {hint === undefined ? '' : `. ${hint}`}
      </p>
    </div>
  )
}
