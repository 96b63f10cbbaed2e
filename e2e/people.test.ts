// An account from the invitation to the first sign-in, without e-mail: by a link that works once.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { accountsContract, peopleContract } from '#contract/people.ts'
import { whenAvailable } from '#test/support/require.ts'
import { call } from './support/api.ts'
import { openBrowser, openPage, signIn } from './support/browser.ts'
import { type Product, startProduct } from './support/product.ts'

const password = 'gió đưa cành trúc la đà'
const nextPassword = 'tiếng chuông Trấn Vũ canh gà'

whenAvailable('chromium').describe('an invitation', () => {
  let product: Product
  let browser: Browser
  let token: string
  let invited: Page
  beforeAll(async () => {
    product = await startProduct('start')
    browser = await openBrowser()
    const admin = (await openPage(browser, product.url)).page.context()
    const session = await call(admin, peopleContract.setUp, {
      body: {
        tierCode: 'commune',
        authorityName: 'Ủy ban nhân dân phường Hải An',
        authorityShortName: 'UBND phường Hải An',
        authorityCode: 'HAIAN',
        place: 'Hải An',
        fullName: 'Kiều Đức Quân',
        userName: 'quan',
        password,
      },
    })
    const unitId = session.grants[0]?.unitId
    if (unitId === undefined) throw new Error('the administrator has no role')
    const { personId } = await call(admin, accountsContract.addPerson, {
      body: {
        fullName: 'Nguyễn Hoàng Lan',
        userName: 'lan',
        jobTitle: 'Chuyên viên',
        email: null,
        phone: null,
        signInPhone: null,
        membership: { role: 'officer', unitId, scopeUnitId: unitId },
      },
    })
    token =
      (await call(admin, accountsContract.issueLinks, { body: { personIds: [personId] } }))[0]?.token ?? ''
    invited = (await openPage(browser, product.url)).page
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const { test } = whenAvailable('chromium')

  test('that nobody issued opens nothing', async () => {
    const { page } = await openPage(browser, product.url)
    await page.goto('/link#khong-co')
    await page.getByRole('alert').getByText('Liên kết không còn dùng được').waitFor()
    await page.getByRole('link', { name: 'Về trang đăng nhập' }).click()
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  })

  test('greets its bearer by name and refuses a weak password and two different ones', async () => {
    await invited.goto(`/link#${token}`)
    await invited.getByText('Xin chào Nguyễn Hoàng Lan', { exact: false }).waitFor()
    await invited.getByLabel('Mật khẩu mới', { exact: true }).fill('1234567890')
    await invited.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await invited.getByText('Mật khẩu này quá phổ biến, dễ bị đoán.').waitFor()
    await invited.getByLabel('Mật khẩu mới', { exact: true }).fill(password)
    await invited.getByLabel('Nhập lại mật khẩu mới').fill(`${password} khác`)
    await invited.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await invited.getByText('Hai lần nhập chưa giống nhau.').first().waitFor()
  })

  test('lets its bearer choose a password and leads into the frame', async () => {
    await invited.getByLabel('Nhập lại mật khẩu mới').fill(password)
    await invited.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await invited.getByRole('button', { name: /^Nguyễn Hoàng Lan/ }).waitFor()
  })

  test('works once', async () => {
    const { page } = await openPage(browser, product.url)
    await page.goto(`/link#${token}`)
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).count()).toBe(0)
  })

  test('leaves an account that signs in by name and password', async () => {
    const { page } = await openPage(browser, product.url)
    await signIn(page, 'lan', password)
    await page.getByRole('button', { name: /Đơn vị đang xem: UBND phường Hải An/ }).waitFor()
  })

  test('and its password is changed by whoever knows it, which ends every other session', async () => {
    const elsewhere = (await openPage(browser, product.url)).page
    await signIn(elsewhere, 'lan', password)
    await invited.getByRole('button', { name: /^Nguyễn Hoàng Lan/ }).click()
    await invited.getByRole('link', { name: 'Tài khoản của tôi' }).click()
    const sessions = invited.getByRole('button', { name: /^Kết thúc phiên trên/ })
    await sessions.first().waitFor()
    await invited.getByLabel('Mật khẩu hiện tại').fill('không phải mật khẩu này')
    await invited.getByLabel('Mật khẩu mới', { exact: true }).fill(nextPassword)
    await invited.getByLabel('Nhập lại mật khẩu mới').fill(nextPassword)
    await invited.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    await invited.getByText('Mật khẩu hiện tại chưa đúng.').first().waitFor()
    await invited.getByLabel('Mật khẩu hiện tại').fill(password)
    await invited.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    await invited.getByText('Đã đổi mật khẩu; các phiên khác đã kết thúc').first().waitFor()
    await expect.poll(() => sessions.count()).toBe(0)
    await elsewhere.goto('/')
    await elsewhere.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    await signIn(elsewhere, 'lan', nextPassword)
  })

  test('and its sessions are listed, and ended one by one', async () => {
    await invited.reload()
    await invited.getByRole('button', { name: /^Kết thúc phiên trên/ }).click()
    await invited.getByText('Đã kết thúc phiên').first().waitFor()
    await invited.reload()
    await invited.getByText('máy này', { exact: true }).waitFor()
    await expect.poll(() => invited.getByRole('button', { name: /^Kết thúc phiên trên/ }).count()).toBe(0)
  })
})
