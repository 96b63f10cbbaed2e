// axe-core over every screen of the registry and every page before sign-in, on a desk and on a phone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { accountsContract } from '#contract/people.ts'
import { whenAvailable } from '#test/support/require.ts'
import { call } from './support/api.ts'
import { accessibilityFaults, desktop, openBrowser, openPage, phone } from './support/browser.ts'
import { startDemo } from './support/demo.ts'
import { type Product, startProduct } from './support/product.ts'
import { forgottenScreens, signInOver, type Visit, visitsOf } from './support/screens.ts'

// A list under a field is left out: while it is open, react-aria hides the rest of the page from screen readers.
const opening: readonly (readonly [screen: string, button: RegExp])[] = [
  ['work', /UBND quận Hải/],
  ['work', /Thông báo/],
  ['work', /Tài khoản|Lan/],
  ['tasks', /Tình trạng/],
  ['units', /Chọn ngày|lịch/i],
]

whenAvailable('chromium').describe('every screen', () => {
  let product: Product
  let browser: Browser
  let visits: Visit[]
  beforeAll(async () => {
    product = await startDemo()
    browser = await openBrowser()
    visits = await visitsOf((await openPage(browser, product.url)).page.context())
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const { test } = whenAvailable('chromium')

  test('of the registry stands in the list of visits', () => {
    expect(forgottenScreens()).toEqual([])
  })

  for (const [size, viewport] of Object.entries({ desktop, phone })) {
    test(`after sign-in is accessible and keeps within the window: ${size}`, async () => {
      const found: string[] = []
      for (const userName of new Set(visits.map((visit) => visit.userName))) {
        const { page, errors } = await openPage(browser, product.url, viewport)
        await signInOver(page.context(), userName)
        for (const visit of visits.filter((one) => one.userName === userName)) {
          await page.goto(visit.address)
          const faults = (await settled(page)) ? await faultsOf(page) : ['has no title']
          found.push(...faults.map((fault) => `${visit.name}: ${fault}`))
        }
        found.push(...errors)
        await page.context().close()
      }
      expect(found).toEqual([])
    })

    test(`what opens over a screen is accessible: ${size}`, async () => {
      const { page } = await openPage(browser, product.url, viewport)
      await signInOver(page.context(), 'lan')
      const found: string[] = []
      for (const [screen, button] of opening) {
        await page.goto(`/HA/2024-2025/${screen}`)
        await page.getByRole('button', { name: button }).first().click()
        await settled(page)
        found.push(...(await faultsOf(page)).map((fault) => `${screen}, ${String(button)}: ${fault}`))
      }
      expect(found).toEqual([])
      await page.context().close()
    })

    test(`before sign-in is accessible and keeps within the window: ${size}`, async () => {
      const { page } = await openPage(browser, product.url, viewport)
      await page.goto('/sign-in')
      await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.goto(`/link#${await linkOf()}`)
      await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.context().close()
    })
  }

  test('the first run is accessible, on a desk and on a phone', async () => {
    const empty = await startProduct('start')
    try {
      for (const viewport of [desktop, phone]) {
        const { page } = await openPage(browser, empty.url, viewport)
        await page.goto('/set-up')
        await page.getByRole('button', { name: 'Lập cơ quan và đăng nhập' }).click()
        await page.getByRole('alert').getByRole('link').first().waitFor()
        expect(await faultsOf(page)).toEqual([])
        await page.context().close()
      }
    } finally {
      await empty.stop()
    }
  })

  async function linkOf(): Promise<string> {
    const { page } = await openPage(browser, product.url)
    await signInOver(page.context(), 'quan')
    const person = visits
      .find((visit) => visit.name === 'people-personId')
      ?.address.split('/')
      .at(-1)
    const links = await call(page.context(), accountsContract.issueLinks, {
      body: { personIds: [accountsContract.getPerson.params.shape.personId.parse(person)] },
    })
    await page.context().close()
    return links[0]?.token ?? ''
  }
})

async function settled(page: Page): Promise<boolean> {
  await page.waitForLoadState('networkidle')
  const title = page.getByRole('heading', { level: 1 }).first()
  return await title.waitFor({ timeout: 8000 }).then(
    () => true,
    () => false,
  )
}

async function faultsOf(page: Page): Promise<string[]> {
  const faults = await accessibilityFaults(page)
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (beyond > 0) faults.push(`wider than the window by ${beyond} px`)
  return faults
}
