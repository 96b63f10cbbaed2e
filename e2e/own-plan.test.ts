// A ward's plan of its own: returned to it, handed in again, approved by the district; what it reports rolls up.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { demoPassword } from '#server/demo/facts/person-facts.ts'
import { whenAvailable } from '#test/support/require.ts'
import { openBrowser, openPage, signIn } from './support/browser.ts'
import { startDemo } from './support/demo.ts'
import type { Product } from './support/product.ts'

const name = 'Kế hoạch thực hiện nhiệm vụ năm học 2024-2025 của phường Thành Tô'

whenAvailable('chromium').describe('a unit’s own plan', () => {
  let product: Product
  let browser: Browser
  let ward: Page
  let officer: Page
  beforeAll(async () => {
    product = await startDemo()
    browser = await openBrowser()
    ;({ page: ward } = await openPage(browser, product.url))
    await signIn(ward, 'thao', demoPassword)
    ;({ page: officer } = await openPage(browser, product.url))
    await signIn(officer, 'lan', demoPassword)
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const { test } = whenAvailable('chromium')

  test('tells the unit why it was returned, and is handed in again', async () => {
    await ward.goto('/HA-P-THANHTO/2024-2025/plans')
    await ward.getByRole('link', { name }).click()
    await ward.getByText('Nguyễn Hoàng Lan trả lại ngày 16/01/2025').waitFor()
    await ward.getByRole('button', { name: 'Trình duyệt' }).click()
    const dialog = ward.getByRole('alertdialog')
    await dialog.getByText(/^Giao 7 công việc của phụ lục/).waitFor()
    await dialog.getByRole('button', { name: 'Trình duyệt' }).click()
    await ward.getByText('Đã trình kế hoạch').first().waitFor()
  })

  test('waits first in the list of the authority, and is approved', async () => {
    await officer.goto('/HA/2024-2025/unit-plans?state=submitted')
    await officer.getByRole('link', { name: 'UBND phường Thành Tô' }).click()
    await officer.getByText('Kế hoạch đang chờ cấp trên phê duyệt').waitFor()
    await officer.getByRole('button', { name: 'Phê duyệt' }).click()
    await officer.getByRole('button', { name: 'Phê duyệt và ban hành' }).click()
    await officer.getByText('Đã phê duyệt và ban hành kế hoạch').first().waitFor()
    await officer
      .getByRole('region', { name: 'Quá trình phê duyệt' })
      .getByText('Phê duyệt')
      .first()
      .waitFor()
  })

  test('a report on one of its items moves what the district gave', async () => {
    await ward.goto('/HA-P-THANHTO/2024-2025/plans')
    await ward.getByRole('link', { name }).click()
    await ward.getByRole('link', { name: 'Việc được giao' }).click()
    await ward.getByRole('heading', { name: 'Việc và chỉ tiêu được giao' }).waitFor()
    const row = ward.getByRole('row').filter({ hasText: 'Chấm và công nhận' })
    const given = await row.getByRole('link').first().getAttribute('href')
    expect(given).not.toBeNull()
    await ward.goto(given ?? '')
    await ward.getByRole('region', { name: 'Trong kế hoạch của đơn vị' }).getByRole('link').click()
    await ward.getByRole('region', { name: 'Thực hiện việc được giao' }).waitFor()
    await ward.getByRole('button', { name: 'Báo cáo tiến độ' }).first().click()
    await ward.getByLabel('Tỷ lệ hoàn thành').fill('40')
    await ward.getByRole('dialog').getByRole('button', { name: 'Gửi báo cáo' }).click()
    await ward.goto(given ?? '')
    await ward.getByText('Tính từ kế hoạch của đơn vị: 0/1 mục hoàn thành').waitFor()
  })
})
