// A person at a screen: Chromium from Debian, a page, and what a journey does again and again.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { chromiumPath } from '#test/support/require.ts'

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: chromiumPath() ?? 'chromium',
    // Without them Chromium asks the network for its own purposes.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 360, height: 740 }

/** Takes away what came after Chrome 109, the oldest that we build for; runs in the page before its own code. */
function asOldestBrowser(): void {
  const newer: [object, string[]][] = [
    [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
    [Array, ['fromAsync']],
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [
      Set.prototype,
      ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf'],
    ],
    [Set.prototype, ['isDisjointFrom']],
    [URL, ['canParse', 'parse']],
    [RegExp, ['escape']],
    [AbortSignal, ['any']],
    [Document.prototype, ['startViewTransition']],
    [HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover', 'popover']],
    [globalThis, ['Iterator']],
    [
      Object.getPrototypeOf(Object.getPrototypeOf([].values())),
      ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'],
    ],
  ]
  for (const [owner, names] of newer) for (const name of names) Reflect.deleteProperty(owner, name)
}

/** A page of a person who has not signed in, with errors of the page collected. */
export async function openPage(
  browser: Browser,
  url: string,
  size = desktop,
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  })
  await context.addInitScript(asOldestBrowser)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) errors.push(message.text())
  })
  return { page, errors }
}

export async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Tên đăng nhập').fill(userName)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('navigation').first().waitFor()
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
}

/** axe-core over the page as it stands: WCAG 2.2 A and AA, and its own good practice. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // The policy of the product lets no foreign script in; the test tool goes round it.
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    // axe was put into the page by the line before.
    const { axe: tool } = globalThis as unknown as {
      axe: {
        run: (
          context: Document,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
      }
    }
    return (await tool.run(document)).violations.map(
      (one) =>
        `${one.id}: ${one.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`,
    )
  })
}

/** A picture under e2e/shots, at the size the page has. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync('e2e/shots', { recursive: true })
  await page.screenshot({ path: `e2e/shots/${name}.png`, fullPage: true })
}
