import type { NumberOf } from '#domain/basics/expression.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import type { Caption } from './form.ts'

/** Fills {name} with the number of that name, as it is written in Vietnamese; a missing one is a dash. */
export function fillCaption(caption: Caption, numberOf: NumberOf): Caption {
  const fill = (text: string) =>
    text.replaceAll(/\{([a-z0-9_.]+)\}/g, (_whole, name: string) => shown(numberOf(name)))
  return { vi: fill(caption.vi), en: fill(caption.en) }
}

function shown(value: number | null): string {
  return value === null ? '–' : formatNumber(value, 2)
}
