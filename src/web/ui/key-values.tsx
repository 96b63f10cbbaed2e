import type { ReactNode } from 'react'
import './page.css'

export type KeyValuesProps = {
  /** What has no value is left out by the caller, or says so in words. */
  items: readonly { key: string; label: string; value: ReactNode }[]
  dense?: boolean
}

export function KeyValues({ items, dense = false }: KeyValuesProps) {
  return (
    <dl className="key-values" data-dense={dense || undefined}>
      {items.map((item) => (
        <div key={item.key} className="key-value">
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
