import type { ReactNode } from 'react'

/** One component with its states, under its name. */
export function Shelf({ name, children }: { name: string; children: ReactNode }) {
  const id = name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  return (
    <section className="shelf" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <div className="stack">{children}</div>
    </section>
  )
}
