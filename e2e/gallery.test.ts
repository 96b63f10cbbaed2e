// Every component of src/web/ui in its states, in both sizes and both appearances.
import { type Browser, type Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect } from 'vitest'
import { whenAvailable } from '#test/support/require.ts'
import { desktop, expectAccessible, openBrowser, phone } from './support/browser.ts'

whenAvailable('chromium').describe('the gallery of components', () => {
  let server: ViteDevServer
  let browser: Browser
  beforeAll(async () => {
    server = await createServer({ configFile: 'vite.config.ts', logLevel: 'error', server: { port: 0 } })
    await server.listen()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function openGallery(viewport: typeof desktop, colorScheme: 'light' | 'dark'): Promise<Page> {
    const address = server.resolvedUrls?.local[0] ?? ''
    const page = await (await browser.newContext({ viewport, colorScheme })).newPage()
    await page.goto(`${address}ui/gallery.html`)
    await page.getByRole('heading', { name: 'Diff' }).waitFor()
    return page
  }

  const { test } = whenAvailable('chromium')
  for (const [size, viewport] of Object.entries({ desktop, phone })) {
    for (const appearance of ['light', 'dark'] as const) {
      test(`is accessible and keeps within the window: ${size}, ${appearance}`, async () => {
        const page = await openGallery(viewport, appearance)
        await expectAccessible(page)
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(beyond).toBeLessThanOrEqual(0)
        await page.context().close()
      })
    }
  }

  test('a choice is found without accents and taken with the keyboard', async () => {
    const page = await openGallery(desktop, 'light')
    const field = page.getByRole('combobox', { name: 'Đơn vị chủ trì' })
    await field.scrollIntoViewIfNeeded()
    const found = page.getByRole('option', { name: /Đằng Lâm/ })
    // Typed again where the field has just been made: at its first moment it writes its choice over what is typed.
    await expect
      .poll(async () => {
        await field.fill('dang lam')
        return await page.getByRole('option').count()
      })
      .toBe(1)
    await page.keyboard.press('ArrowDown')
    await expect
      .poll(async () => [await field.getAttribute('aria-activedescendant')])
      .toEqual([await found.getAttribute('id')])
    await page.keyboard.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('Trường Tiểu học Đằng Lâm')
    await page.context().close()
  })
})
