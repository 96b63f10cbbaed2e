import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const [lightCss = '', darkCss = ''] = css.split("[data-appearance='dark']")

function colours(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const light = colours(lightCss)
const dark = { ...light, ...colours(darkCss) }

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['ground', 'paper', 'sunken']
const states = ['done', 'running', 'attention', 'late']
const words: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'none', ...states].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...[...states, 'accent'].flatMap((state) =>
    [state, 'ink', 'ink-2'].map((ink): [string, string] => [ink, `${state}-soft`]),
  ),
  ['accent', 'attention-soft'],
  ['on-fill', 'fill'],
  ['on-fill', 'fill-hover'],
  ['on-fill', 'fill-pressed'],
  ['on-fill', 'danger-fill'],
  ['on-fill', 'danger-fill-hover'],
]

test.each([
  ['light', light],
  ['dark', dark],
])('words have a contrast of 4.5 on every ground they stand on, %s', (_name, tokens) => {
  expect(Object.keys(tokens).length).toBeGreaterThan(30)
  const faint = words.filter(([ink, ground]) => !(contrast(tokens[ink] ?? '#', tokens[ground] ?? '#') >= 4.5))
  expect(faint).toEqual([])
})

test.each([
  ['light', light],
  ['dark', dark],
])('the edge of a field has a contrast of 3, %s', (_name, tokens) => {
  const faint = grounds.filter((ground) => !(contrast(tokens['edge'] ?? '#', tokens[ground] ?? '#') >= 3))
  expect(faint).toEqual([])
})
