import { type IconName, iconPaths } from './icon-paths.ts'
import './icon.css'

type IconProps = { name: IconName; size?: 16 | 20 | 24; title?: string }

/** Beside a word it says nothing of its own; alone it needs a `title`. */
export function Icon({ name, size = 20, title }: IconProps) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width={size}
      height={size}
      {...(title === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title })}
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
