import type { ReactNode } from 'react'
import { Button as AriaButton, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { speakOurLanguage } from './aria-texts.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import './button.css'
import './popup.css'

export type MenuAct = {
  key: string
  text: string
  detail?: string
  icon?: IconName
  /** Goes somewhere instead of acting. */
  href?: string
  onPress?: () => void
  disabled?: boolean
  danger?: boolean
}

export type MenuProps = {
  /** The words of the button, or its name where it shows only an icon. */
  label: string
  acts: readonly MenuAct[]
  icon?: IconName
  alone?: boolean
  kind?: 'primary' | 'secondary' | 'quiet'
  size?: 'normal' | 'small'
}

speakOurLanguage()

/** Several acts behind one button: [Xuất ▾], or ⋯ at the end of a row. */
export function Menu({ label, acts, icon, alone = false, kind = 'secondary', size = 'normal' }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        className="button"
        data-kind={alone ? 'quiet' : kind}
        data-size={size}
        data-alone={alone || undefined}
        aria-label={label}
      >
        <MenuButtonContent label={label} icon={icon} alone={alone} />
      </AriaButton>
      <Popover className="floating" placement="bottom end" offset={4}>
        <AriaMenu aria-label={label} disabledKeys={acts.filter((act) => act.disabled).map((act) => act.key)}>
          {acts.map((act) => (
            <MenuItem
              key={act.key}
              id={act.key}
              className="option"
              data-danger={act.danger === true || undefined}
              textValue={act.text}
              {...(act.href === undefined ? {} : { href: act.href })}
              {...(act.onPress === undefined ? {} : { onAction: act.onPress })}
            >
              {act.icon !== undefined && <Icon name={act.icon} />}
              <span className="option-words">
                {act.text}
                {act.detail !== undefined && <span className="option-detail">{act.detail}</span>}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuButtonContent({
  label,
  icon,
  alone,
}: {
  label: string
  icon: IconName | undefined
  alone: boolean
}): ReactNode {
  if (alone) return <Icon name={icon ?? 'more'} />
  return (
    <span className="button-content">
      {icon !== undefined && <Icon name={icon} />}
      <span className="button-words">{label}</span>
      <Icon name="chevron-down" size={16} />
    </span>
  )
}
