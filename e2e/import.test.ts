// Units and accounts from a workbook: every fault named at its cell, nothing written before it is asked for, then all of it.
import { readFileSync } from 'node:fs'
import ExcelJs from 'exceljs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { accountsContract } from '#contract/people.ts'
import { unitsContract } from '#contract/units.ts'
import { localDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { whenAvailable } from '#test/support/require.ts'
import { call } from './support/api.ts'
import { openBrowser, openPage, signIn } from './support/browser.ts'
import { startDemo } from './support/demo.ts'
import { type Product } from './support/product.ts'
import { signInOver } from './support/screens.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const password = 'sông sâu còn có kẻ dò'

/** What stands in the cells of a row, by the letter of the column. */
type Row = Readonly<Record<string, string>>
const above = 'HP-SGDDT'
const school = (code: string, name: string, more: Row = {}): Row => ({
  A: code,
  B: name,
  E: 'Trường',
  G: above,
  H: 'THPT',
  I: 'Công lập',
  ...more,
})
const head = (name: string, userName: string, phone: string, unit: string): Row => ({
  A: name,
  B: userName,
  C: phone,
  D: 'Hiệu trưởng',
  E: unit,
  F: 'Thủ trưởng đơn vị',
})

whenAvailable('chromium').describe('a workbook of units and accounts', () => {
  let product: Product
  let browser: Browser
  let admin: BrowserContext
  let page: Page
  let city: UnitId
  let template: Buffer
  beforeAll(async () => {
    product = await startDemo()
    browser = await openBrowser()
    page = (await openPage(browser, product.url)).page
    admin = page.context()
    await signInOver(admin, 'quan')
    city = (await call(admin, unitsContract.findUnitByCode, { params: { code: 'HP' } })).unitId
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const { test } = whenAvailable('chromium')

  test('is filled into the template that the page hands out', async () => {
    await page.goto('/HP/2024-2025/units')
    await page.getByRole('button', { name: 'Thao tác' }).click()
    await page.getByRole('menuitem', { name: 'Nhập từ Excel' }).click()
    template = await fetched('Tải tệp mẫu')
    const book = await opened(template)
    const shown = book.worksheets.filter((sheet) => sheet.state === 'visible')
    expect(shown.map((sheet) => sheet.name).join(', ')).toBe('Đơn vị, Tài khoản, Mã đơn vị, Hướng dẫn')
  })

  test('with faults has each named with its sheet, its cell and what mends it, and changes nothing', async () => {
    const before = await counted()
    await choose(
      'co-loi.xlsx',
      await filled(
        [
          school('HP-THPT-THU1', 'Trường THPT Thử Một'),
          school('HP-THPT-THU1', 'Trường THPT Thử Lại'),
          school('HP-THPT-THU2', 'Trường THPT Thử Hai', { G: 'KHONG-CO' }),
          school('HP-THPT-THU3', 'Trường THPT Thử Ba', { L: '31/02/2025' }),
          { A: 'HP-THPT-THU4', B: 'Siêu thị', E: 'Cửa hàng', G: above },
        ],
        [
          head('Lê Thị Thử', 'hp-thpt-thu1', '12345', 'HP-THPT-THU1'),
          head('Mai Thị Thử', 'hp-thpt-thu9', '0912000009', 'HP-THPT-THU9'),
          head('Ngô Thị Thử', 'lan', '', 'HP-THPT-THU1'),
        ],
      ),
    )
    await page.getByRole('alert').getByText('co-loi.xlsx: còn 7 lỗi, chưa nhập được').waitFor()
    const faults = await faultsShown()
    expect(faults.map(([cell, sheet, value]) => `${sheet} ${cell} ${value}`)).toEqual([
      'Đơn vị A3 HP-THPT-THU1',
      'Đơn vị G4 KHONG-CO',
      'Đơn vị L5 31/02/2025',
      'Đơn vị E6 Cửa hàng',
      'Tài khoản C2 12345',
      'Tài khoản E3 HP-THPT-THU9',
      'Tài khoản B4 lan',
    ])
    for (const [, , , message, mend] of faults) expect([message, mend]).not.toContain('')
    await expect.poll(() => page.getByRole('button', { name: /^Nhập / }).count()).toBe(0)
    expect(await counted()).toBe(before)
  })

  test('without one of its columns, or with other sheets, is told what is missing', async () => {
    const book = await opened(await filled([school('HP-THPT-THU1', 'Trường THPT Thử Một')]))
    book.getWorksheet('Đơn vị')?.spliceColumns(5, 1)
    await choose('thieu-cot.xlsx', await written(book))
    await page.getByText('Thiếu cột “Loại đơn vị”').waitFor()

    const other = new ExcelJs.Workbook()
    other.addWorksheet('Sheet1').addRow(['Danh sách lớp'])
    await choose('khac.xlsx', await written(other))
    await page.getByText('Không có trang tính “Đơn vị”').waitFor()
  })

  test('that is none is refused in words, by its name or by its content', async () => {
    await choose('ke-hoach.docx', Buffer.from('một văn bản'))
    await page.getByRole('alert').getByText('ke-hoach.docx', { exact: false }).waitFor()
    await choose('ke-hoach.xlsx', Buffer.from('%PDF-1.4 một văn bản'))
    await page.getByRole('alert').getByText('Không nhận tệp này', { exact: false }).waitFor()
    await expect.poll(() => page.getByRole('table').count()).toBe(0)
  })

  const mended = [
    school('HP-THPT-THU1', 'Trường THPT Thử Một'),
    school('HP-THPT-THU2', 'Trường THPT Thử Hai', { L: '15/01/2025' }),
  ]
  const heads = [
    head('Lê Thị Thử', 'hp-thpt-thu1', '0912000001', 'HP-THPT-THU1'),
    head('Mai Thị Thử', 'hp-thpt-thu2', '0912000002', 'HP-THPT-THU2'),
  ]

  test('once mended tells what it will do, row by row, before it does it', async () => {
    const before = await counted()
    const name = 'Trường Trung học phổ thông Trần Hưng Đạo'
    const old: Row = { A: 'HP-THPT-TRANHUNGDAO', B: name, E: 'Trường', J: 'I' }
    await choose('da-sua.xlsx', await filled([...mended, old], heads))
    await page.getByText('2 đơn vị mới, 1 đơn vị thay đổi.').waitFor()
    await page.getByText('2 tài khoản mới.').waitFor()
    await page.getByText(/^Hạng: .* → I$/).waitFor()
    expect(await counted()).toBe(before)
  })

  test('is refused when the units changed after the preview, and shown anew on request', async () => {
    const { unitId: parentId } = await call(admin, unitsContract.findUnitByCode, { params: { code: above } })
    await call(admin, unitsContract.recordEvents, {
      body: {
        events: [
          {
            kind: 'found',
            on: localDate('2025-01-20'),
            unit: 'new:school',
            as: {
              code: 'HP-THPT-THU1',
              kind: 'school',
              tier: null,
              officialName: 'Trường THPT Thử Một',
              shortName: 'Trường THPT Thử Một',
              otherNames: [],
              parentId,
              levels: ['upper_secondary'],
              ownership: 'public',
              rank: null,
              place: null,
            },
          },
        ],
        basis: { number: null, date: null, issuer: null, title: null },
        note: null,
      },
    })
    await page.getByRole('button', { name: 'Nhập 3 đơn vị, 2 tài khoản' }).click()
    await page.getByText('Dữ liệu đã đổi từ lúc kiểm tra').waitFor()
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await page.getByText('1 đơn vị mới, 1 đơn vị thay đổi, 1 đơn vị giữ nguyên.').waitFor()
  })

  test('is imported once, also by two presses, and stands in the tree', async () => {
    const before = await counted()
    await page.getByRole('button', { name: 'Nhập 2 đơn vị, 2 tài khoản' }).dblclick()
    await page.getByText('Đã nhập 2 đơn vị, 2 tài khoản').waitFor()
    expect(await counted()).toBe(before + 1)
    await page.getByRole('link', { name: 'Xem cây đơn vị' }).click()
    await page.getByPlaceholder('Tìm tên hoặc mã đơn vị').fill('thpt thu')
    for (const name of ['Trường THPT Thử Một', 'Trường THPT Thử Hai'])
      await page.getByText(name).first().waitFor()
  })

  test('leaves accounts that their heads take by the links of their slips', async () => {
    await page.goto('/HP/2024-2025/people?state=invited')
    const rows = page.getByRole('row')
    await rows.filter({ hasText: 'Lê Thị Thử' }).waitFor()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Lập phiếu mời' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Lập 2 phiếu' }).click()
    const slip = page.getByRole('article').filter({ hasText: 'Mai Thị Thử' })
    const address = await slip.locator('code').innerText()
    const own = (await openPage(browser, product.url)).page
    await own.goto(address)
    await own.getByLabel('Mật khẩu mới', { exact: true }).fill(password)
    await own.getByLabel('Nhập lại mật khẩu mới').fill(password)
    await own.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await own.getByRole('button', { name: /Đơn vị đang xem: .*Thử Hai/ }).waitFor()
    const again = (await openPage(browser, product.url)).page
    await signIn(again, '0912000002', password)
    await again.getByRole('button', { name: /^Mai Thị Thử/ }).waitFor()
    const { rows: left } = await call(admin, accountsContract.listPeople, {
      query: { unitId: city, state: 'invited' },
    })
    expect(left.map((person) => person.fullName)).toEqual(['Lê Thị Thử'])
  })

  for (const [userName, code] of [
    ['quan', 'HP'],
    // A district that ends on 1 July 2025, which is recorded already.
    ['van', 'HA'],
  ] as const) {
    test(`exported by ${userName}, comes back as nothing to do`, async () => {
      const own = (await openPage(browser, product.url)).page
      await signInOver(own.context(), userName)
      await own.goto(`/${code}/2024-2025/units/import`)
      await choose('dang-co.xlsx', await fetched('Xuất dữ liệu đang có', own), own)
      await own.getByText('Tệp giống hệt dữ liệu đang có: không có gì để nhập.').waitFor()
      await expect.poll(() => own.getByRole('button', { name: /^Nhập / }).count()).toBe(0)
      await own.context().close()
    })
  }

  async function counted(): Promise<number> {
    const { total } = await call(admin, unitsContract.listUnits, {
      query: { under: city, reach: 'all', asOf: localDate('2025-01-20') },
    })
    return total
  }

  async function choose(name: string, buffer: Buffer, on = page): Promise<void> {
    await on.locator('input[type=file]').setInputFiles({ name, mimeType: xlsx, buffer })
  }

  async function fetched(link: string, on = page): Promise<Buffer> {
    const waiting = on.waitForEvent('download')
    await on.getByRole('link', { name: link }).click()
    return readFileSync(await (await waiting).path())
  }

  async function filled(units: readonly Row[], accounts: readonly Row[] = []): Promise<Buffer> {
    const book = await opened(template)
    for (const [name, rows] of Object.entries({ 'Đơn vị': units, 'Tài khoản': accounts })) {
      for (const [index, row] of rows.entries()) {
        const cells = book.getWorksheet(name)?.getRow(index + 2)
        for (const [column, value] of Object.entries(row))
          if (cells !== undefined) cells.getCell(column).value = value
      }
    }
    return await written(book)
  }

  async function faultsShown(): Promise<string[][]> {
    const rows = page.getByRole('table', { name: 'Lỗi trong tệp' }).getByRole('row')
    return await rows.evaluateAll((found) =>
      found
        .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim()))
        .filter((cells) => cells.length > 0),
    )
  }
})

async function opened(bytes: Buffer): Promise<ExcelJs.Workbook> {
  const book = new ExcelJs.Workbook()
  // Its types know an older Buffer only.
  await book.xlsx.load(bytes as unknown as ExcelJs.Buffer)
  return book
}

async function written(book: ExcelJs.Workbook): Promise<Buffer> {
  return Buffer.from(await book.xlsx.writeBuffer())
}
