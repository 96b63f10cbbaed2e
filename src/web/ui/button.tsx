import type { MouseEventHandler, ReactNode, Ref } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { uiTexts } from './ui-texts.ts'
import './button.css'

/** primary: the one main act of a page. danger: what cannot be undone, after its question. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type Look = { kind?: ButtonKind; size?: 'normal' | 'small'; icon?: IconName; iconAfter?: IconName }

export type ButtonProps = Look & {
  children: ReactNode
  type?: 'button' | 'submit'
  onPress?: () => void
  /** The act runs: the button keeps its width and focus and takes no second press. */
  busy?: boolean
  disabled?: boolean
  /** For what acts on a form that stands elsewhere on the page. */
  form?: string
  ref?: Ref<HTMLButtonElement>
  'aria-describedby'?: string
}

export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'normal', busy = false, disabled = false, type = 'button' } = props
  const t = useTexts(uiTexts)
  // A busy button stays focusable: a disabled one would throw the focus to the top of the page.
  const press: MouseEventHandler = (event) => {
    if (busy) event.preventDefault()
    else props.onPress?.()
  }
  return (
    <button
      ref={props.ref}
      type={type === 'submit' ? 'submit' : 'button'}
      form={props.form}
      className="button"
      data-kind={kind}
      data-size={size}
      data-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-describedby={props['aria-describedby']}
      disabled={disabled}
      onClick={press}
    >
      <ButtonContent {...props} />
      {busy && (
        <span className="button-busy" role="status">
          <span className="unseen">{t.working}</span>
        </span>
      )}
    </button>
  )
}

export type LinkButtonProps = Look & {
  children: ReactNode
  href: string
  download?: boolean
  newTab?: boolean
}

/** Goes somewhere or fetches a file, and looks like a button. */
export function LinkButton({ kind = 'secondary', size = 'normal', ...props }: LinkButtonProps) {
  return (
    <a
      className="button"
      data-kind={kind}
      data-size={size}
      href={props.href}
      download={props.download}
      {...(props.newTab === true ? { target: '_blank', rel: 'noopener' } : {})}
    >
      <ButtonContent {...props} />
    </a>
  )
}

function ButtonContent({ icon, iconAfter, children }: Look & { children: ReactNode }) {
  return (
    <span className="button-content">
      {icon !== undefined && <Icon name={icon} />}
      <span className="button-words">{children}</span>
      {iconAfter !== undefined && <Icon name={iconAfter} size={16} />}
    </span>
  )
}

export type IconButtonProps = {
  icon: IconName
  /** What it does; read out and shown on hover. */
  label: string
  onPress?: () => void
  size?: 'normal' | 'small'
  disabled?: boolean
  pressed?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  icon,
  label,
  onPress,
  size = 'normal',
  disabled,
  pressed,
  ref,
}: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className="button"
      data-kind="quiet"
      data-size={size}
      data-alone
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} size={size === 'small' ? 16 : 20} />
    </button>
  )
}
