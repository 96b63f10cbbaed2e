// The first page of an empty installation, and coming and going afterwards.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { whenAvailable } from '#test/support/require.ts'
import { openBrowser, openPage } from './support/browser.ts'
import { type Product, startProduct } from './support/product.ts'

const userName = 'hoang.quan'
const password = 'bốn mùa hoa phượng'

whenAvailable('chromium').describe('the first run', () => {
  let product: Product
  let browser: Browser
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    product = await startProduct('start')
    browser = await openBrowser()
    ;({ page, errors } = await openPage(browser, product.url))
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const { test } = whenAvailable('chromium')
  const heading = (name: string) => page.getByRole('heading', { name })
  const openOwnPopup = async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Hoàng Minh Quân/ })
      .click()
  }

  test('an empty installation asks for its first authority, and names what is missing', async () => {
    await page.goto('/')
    await heading('Lập cơ quan đầu tiên').waitFor()
    await page.getByRole('button', { name: 'Lập cơ quan và đăng nhập' }).click()
    await page.getByRole('alert').getByRole('link').first().waitFor()
    await expect.poll(() => page.getByRole('alert').getByRole('link').count()).toBeGreaterThanOrEqual(7)
  })

  test('what was typed founds the authority and leads into the frame', async () => {
    await page.getByLabel('Tên đầy đủ').fill('Ủy ban nhân dân phường Hải An')
    await page.getByLabel('Tên ngắn').fill('UBND phường Hải An')
    await page.getByLabel('Mã đơn vị').fill('HAIAN')
    await page.getByLabel('Địa danh').fill('Hải An')
    await page.getByLabel('Họ và tên').fill('Hoàng Minh Quân')
    await page.getByLabel('Tên đăng nhập').fill(userName)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Lập cơ quan và đăng nhập' }).click()
    await page.getByRole('navigation', { name: 'Mục chính' }).first().waitFor()
    await page.getByRole('button', { name: /Đơn vị đang xem: UBND phường Hải An/ }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/HAIAN\/\d{4}-\d{4}\//)
  })

  test('the language changes at once, and back', async () => {
    await openOwnPopup()
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('navigation', { name: 'Main menu' }).first().waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await openOwnPopup()
    await page.getByText('Tiếng Việt', { exact: true }).click()
    await page.getByRole('navigation', { name: 'Mục chính' }).first().waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('vi')
  })

  test('whoever signs out needs the password again, and a wrong one is refused in plain words', async () => {
    await openOwnPopup()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await heading('Đăng nhập').waitFor()
    await page.getByLabel('Tên đăng nhập').fill(userName)
    await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu này')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('alert').getByText('Không đăng nhập được').waitFor()
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('navigation', { name: 'Mục chính' }).first().waitFor()
  })

  test('nobody sets it up a second time', async () => {
    const stranger = await openPage(browser, product.url)
    await stranger.page.goto('/set-up')
    await stranger.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    const body = {
      tierCode: 'commune',
      authorityName: 'Khác',
      authorityShortName: 'Khác',
      authorityCode: 'X',
      place: 'X',
      fullName: 'X',
      userName: 'xx',
      password,
    }
    const answer = await stranger.page.request.post('/api/set-up', { data: body, headers: { 'x-csrf': '1' } })
    expect(answer.status()).toBe(409)
    // A problem of RFC 9457.
    expect(((await answer.json()) as { code: string }).code).toBe('already_set_up')
  })

  test('no page complained on the way', () => {
    // The two refusals above are in the console of the browser as answers with an error status.
    expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([])
  })
})
