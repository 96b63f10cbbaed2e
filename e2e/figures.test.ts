// A round of figures from its opening to the approval and back: asked, filled in, sent, returned at a cell, mended, approved, reopened.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { indicatorsContract } from '#contract/indicators.ts'
import { unitsContract } from '#contract/units.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { whenAvailable } from '#test/support/require.ts'
import { call } from './support/api.ts'
import { openBrowser, openPage } from './support/browser.ts'
import { startDemo } from './support/demo.ts'
import { type Product } from './support/product.ts'
import { signInOver } from './support/screens.ts'

const title = 'Quy mô lớp, học sinh theo khối, cuối năm học 2024-2025'
const pupilsOfGrade = [131, 132, 133, 134, 135]

whenAvailable('chromium').describe('a round of figures', () => {
  let product: Product
  let browser: Browser
  let officer: Page
  let school: Page
  let roundAddress: string
  beforeAll(async () => {
    product = await startDemo()
    browser = await openBrowser()
    officer = await pageOf('lan')
    school = await pageOf('minh')
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const { test } = whenAvailable('chromium')

  test('says whom it will ask, in numbers, before it is opened', async () => {
    await officer.goto('/HA/2024-2025/rounds')
    await officer.getByRole('link', { name: 'Mở đợt báo cáo' }).click()
    await officer.getByRole('button', { name: 'Mở đợt báo cáo' }).click()
    await officer.getByText('Còn 1 chỗ cần sửa').waitFor()
    await officer.getByRole('radio', { name: 'Giữa năm học' }).check({ force: true })
    await officer.getByRole('button', { name: 'Mở đợt báo cáo' }).click()
    const question = officer.getByRole('alertdialog')
    await question.getByText('Đơn vị đã mở biểu mẫu này cho kỳ này.').waitFor()
    await question.getByRole('button', { name: 'Xem lại' }).click()

    await officer.getByRole('radio', { name: 'Cuối năm học' }).check({ force: true })
    await officer.getByRole('checkbox', { name: 'Tiểu học' }).check({ force: true })
    await officer.getByRole('button', { name: 'Mở đợt báo cáo' }).click()
    await question
      .getByText(/^Giao biểu mẫu cho 9 đơn vị và thông báo ngay\. Hạn nộp 03\/02\/2025\.$/)
      .waitFor()
    await question.getByRole('button', { name: 'Giao cho 9 đơn vị' }).click()
    await officer.getByRole('heading', { name: title }).waitFor()
    await officer.getByText('Đã duyệt 0/9').waitFor()
    await expect.poll(() => officer.getByRole('row').filter({ hasText: 'Chưa nhập' }).count()).toBe(9)
    roundAddress = officer.url()
  })

  test('waits among the work of a school, which fills it in and sends it', async () => {
    await school.goto('/HA-TH-DANGHAI/2024-2025/work')
    await school.getByRole('link', { name: title }).click()
    for (const [row, pupils] of pupilsOfGrade.entries())
      for (const [column, value] of [4, pupils, 60].entries()) await type(school, `${row}:${column}`, value)
    await send(school)
    await school.getByRole('button', { name: 'Gửi báo cáo' }).waitFor({ state: 'detached' })
  })

  test('is returned with a comment at the cell that is wrong', async () => {
    await officer.goto(roundAddress)
    await officer.getByRole('link', { name: 'Duyệt 1 báo cáo đã gửi' }).click()
    await officer.locator('[data-at="1:1"]').click()
    await officer.keyboard.press('Enter')
    await officer.getByLabel(/^Nhận xét cho ô Lớp 2/).fill('Khối 2 còn thiếu lớp ghép.')
    await officer.getByRole('button', { name: 'Xong' }).click()
    await officer.getByRole('button', { name: 'Trả lại để sửa' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByText('Khối 2 còn thiếu lớp ghép.').waitFor()
    await dialog.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await officer
      .getByText(/^Nguyễn Hoàng Lan trả lại để sửa/)
      .first()
      .waitFor()
    await expect.poll(() => officer.getByRole('button', { name: 'Phê duyệt' }).count()).toBe(0)
  })

  test('shows the comment to the school at its cell, is mended there and sent again', async () => {
    await school.goto('/HA-TH-DANGHAI/2024-2025/work')
    await school
      .getByRole('row', { name: /trả lại/ })
      .getByRole('link', { name: title })
      .click()
    await school
      .getByText(/^Nguyễn Hoàng Lan trả lại để sửa/)
      .first()
      .waitFor()
    await school.getByRole('button', { name: /^Lớp 2/ }).click()
    await expect
      .poll(() => school.evaluate(() => document.activeElement?.getAttribute('data-at')))
      .toBe('1:1')
    await school.getByText('Nhận xét: Khối 2 còn thiếu lớp ghép.').first().waitFor()
    await type(school, '1:1', 142)
    await send(school)
    await school.getByRole('button', { name: 'Gửi báo cáo' }).waitFor({ state: 'detached' })
  })

  test('counts from its approval on, and no longer once it is reopened with a reason', async () => {
    await officer.reload()
    await officer.getByRole('button', { name: 'Phê duyệt' }).click()
    await officer.getByText('Đã phê duyệt. Số liệu được cộng vào chỉ số.').waitFor()
    expect(await primaryPupils()).toBe(131 + 142 + 133 + 134 + 135)

    await officer.getByRole('button', { name: 'Mở khóa' }).click()
    const question = officer.getByRole('alertdialog')
    await question.getByRole('button', { name: 'Mở khóa' }).click()
    await question.getByText('Hãy ghi lý do.').waitFor()
    await question.getByLabel('Lý do mở khóa').fill('Trường báo nhầm khối 3.')
    await question.getByRole('button', { name: 'Mở khóa' }).click()
    await officer
      .getByText(/^Nguyễn Hoàng Lan mở khóa để sửa/)
      .first()
      .waitFor()
    expect(await primaryPupils()).toBeNull()
  })

  test('moved to later days tells every school when it may go on', async () => {
    await officer.goto(roundAddress)
    await officer.getByRole('button', { name: 'Sửa tên, thời hạn' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('Nhận từ ngày').fill('20/05/2025')
    await dialog.getByRole('button', { name: 'Lưu thay đổi' }).click()
    await dialog.getByText('Ngày đóng phải từ ngày mở trở đi.').waitFor()
    await dialog.getByLabel('Đến hết ngày').fill('15/06/2025')
    await dialog.getByRole('button', { name: 'Lưu thay đổi' }).click()
    await officer.getByText('nhận từ 20/05/2025 đến 15/06/2025').waitFor()

    // One that has not begun, and one that was asked to mend.
    for (const [userName, code] of [
      ['ha-th-catbi.ht', 'HA-TH-CATBI'],
      ['minh', 'HA-TH-DANGHAI'],
    ] as const) {
      const page = await pageOf(userName)
      await page.goto(`/${code}/2024-2025/rounds`)
      await page.getByRole('link', { name: title }).click()
      await page.getByText('Đợt báo cáo mở từ 20/05/2025; từ hôm đó mới nhập được số liệu.').waitFor()
      await expect.poll(() => page.getByRole('button', { name: 'Gửi báo cáo' }).count()).toBe(0)
      await page.context().close()
    }
  })

  async function pageOf(userName: string): Promise<Page> {
    const { page } = await openPage(browser, product.url)
    await signInOver(page.context(), userName)
    return page
  }

  async function primaryPupils(): Promise<number | null> {
    const schoolYear = parseSchoolYear('2024-2025')
    if (schoolYear === null) throw new Error('no school year')
    const context = officer.context()
    const { unitId } = await call(context, unitsContract.findUnitByCode, {
      params: { code: 'HA-TH-DANGHAI' },
    })
    const { figures } = await call(context, indicatorsContract.listFigures, {
      query: { unitId, schoolYear, period: 'end' },
    })
    return figures.find((figure) => figure.code === 'hoc-sinh.tieu-hoc')?.value ?? null
  }
})

async function type(page: Page, at: string, value: number): Promise<void> {
  await page.locator(`[data-at="${at}"]`).click()
  await page.keyboard.type(String(value))
  await page.keyboard.press('Enter')
}

async function send(page: Page): Promise<void> {
  await page.getByText(/^đã lưu/).waitFor()
  await page.getByRole('button', { name: 'Gửi báo cáo' }).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Gửi báo cáo' }).click()
  await page.getByText('Đã gửi báo cáo').first().waitFor()
}
