// Two schools become one on a day: after it there is the new one, before it the two, and each tells what became of it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { unitsContract } from '#contract/units.ts'
import { localDate } from '#domain/basics/dates.ts'
import { whenAvailable } from '#test/support/require.ts'
import { call } from './support/api.ts'
import { openBrowser } from './support/browser.ts'
import { type HaiAn, setUpHaiAn } from './support/hai-an.ts'
import { type Product, startProduct } from './support/product.ts'

whenAvailable('chromium').describe('a merger of two schools', () => {
  let product: Product
  let browser: Browser
  let haiAn: HaiAn
  let page: Page
  beforeAll(async () => {
    product = await startProduct('start')
    browser = await openBrowser()
    haiAn = await setUpHaiAn(browser, product.url)
    page = await haiAn.admin.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const { test } = whenAvailable('chromium')

  test('says what is missing before anything is written', async () => {
    await page.goto(`/HA/2024-2025/units/merge?units=${haiAn.unitId('HA-MN-CATBI')}`)
    await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
    await page.getByText('Chọn ít nhất hai đơn vị để sáp nhập.').first().waitFor()
  })

  test('is told in words before it is recorded', async () => {
    await page.goto(
      `/HA/2024-2025/units/merge?units=${haiAn.unitId('HA-MN-CATBI')},${haiAn.unitId('HA-MN-THANHTO')}`,
    )
    await page.getByLabel('Mã đơn vị').fill('HA-MN-HOABINH')
    await page.getByLabel('Tên đầy đủ').fill('Trường Mầm non Hòa Bình')
    await page.getByLabel('Tên ngắn').fill('MN Hòa Bình')
    await page.getByLabel('Số, ký hiệu').fill('123/QĐ-UBND')
    await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
    await page.getByText(/Trường Mầm non Hòa Bình thành lập từ 20\/01\/2025/).waitFor()
    await page.getByText(/^2 đơn vị kết thúc, 1 đơn vị mới/).waitFor()
    await page.getByRole('button', { name: 'Ghi nhận thay đổi' }).click()
    await page.getByText('Đã ghi nhận sáp nhập thành Trường Mầm non Hòa Bình').first().waitFor()
  })

  test('leaves both trees: the one of the day before, and the one of the day', async () => {
    const under = haiAn.unitId('HA')
    const named = async (asOf: string) =>
      (
        await call(haiAn.admin, unitsContract.listUnits, {
          query: { under, reach: 'all', asOf: localDate(asOf), search: 'mam non' },
        })
      ).rows.map((row) => row.code)
    const before = await named('2025-01-19')
    const after = await named('2025-01-20')
    expect(before).toEqual(expect.arrayContaining(['HA-MN-CATBI', 'HA-MN-THANHTO']))
    expect(before).not.toContain('HA-MN-HOABINH')
    expect(after).toContain('HA-MN-HOABINH')
    expect(after).not.toContain('HA-MN-CATBI')
    expect(after).not.toContain('HA-MN-THANHTO')
  })

  test('is in the story of the new school, which leads to the old ones', async () => {
    await page.getByText('123/QĐ-UBND').first().waitFor()
    await page.getByText('MN Cát Bi').first().waitFor()
    const { after } = await call(haiAn.admin, unitsContract.getUnit, {
      params: { unitId: haiAn.unitId('HA-MN-CATBI') },
      query: {},
    })
    expect(after.map((unit) => unit.name)).toEqual(['MN Hòa Bình'])
  })
})
