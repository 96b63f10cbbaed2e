// The thread of the whole product on the real plan of Hải An: from the signed text to the exported report.
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect } from 'vitest'
import { followingContract } from '#contract/following.ts'
import { indicatorsContract } from '#contract/indicators.ts'
import { plansContract } from '#contract/plans.ts'
import { submissionsContract } from '#contract/submissions.ts'
import { localDate } from '#domain/basics/dates.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { NameTarget } from '#domain/plans/plan-task.ts'
import { meaningOf, type NameMeaning, planNames } from '#server/demo/facts/plan-names.ts'
import { readSharedDocument, whenAvailable } from '#test/support/require.ts'
import { call } from './support/api.ts'
import { openBrowser } from './support/browser.ts'
import { addPerson, type HaiAn, setUpHaiAn } from './support/hai-an.ts'
import { type Product, startProduct } from './support/product.ts'

const place = '/HA/2024-2025'
const school = 'HA-TH-DANGHAI'
const schoolYear = parseSchoolYear('2024-2025')

const chromium = whenAvailable('chromium')
chromium.describe('the thread, on the real text', () => {
  let product: Product
  let browser: Browser
  let haiAn: HaiAn
  let officer: BrowserContext
  let department: BrowserContext
  let head: BrowserContext
  let page: Page
  let planId: PlanId

  beforeAll(async () => {
    product = await startProduct('start')
    browser = await openBrowser()
    haiAn = await setUpHaiAn(browser, product.url)
    officer = await addPerson(browser, product.url, haiAn, {
      fullName: 'Nguyễn Hoàng Lan',
      userName: 'lan',
      role: 'officer',
      unit: 'HA-PGDDT',
      scope: 'HA',
    })
    department = await addPerson(browser, product.url, haiAn, {
      fullName: 'Hà Minh Tuấn',
      userName: 'tuan',
      role: 'unit_head',
      unit: 'HA-PNV',
    })
    head = await addPerson(browser, product.url, haiAn, {
      fullName: 'Đàm Nhật Minh',
      userName: 'minh',
      role: 'unit_head',
      unit: school,
    })
    page = await officer.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const { test } = whenAvailable('shared')

  test('the officer uploads the plan, and all 41 rows of its annex are read', async () => {
    await page.goto(`${place}/plans`)
    await page.getByRole('link', { name: 'Tải kế hoạch đã ký lên' }).first().click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'ke-hoach-hai-an.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(readSharedDocument('hai-an-plan-2024-2025.txt')),
    })
    await page
      .getByText(/^0\/\d+ đã duyệt$/)
      .first()
      .waitFor()
    planId = (/plans\/([^/]+)\/review/.exec(page.url())?.[1] ?? '') as PlanId
    const { head: read, tasks } = await call(officer, plansContract.getPlan, { params: { planId } })
    expect(read.schoolYear).toBe('2024-2025')
    expect(tasks.map((task) => task.no)).toEqual(Array.from({ length: 41 }, (_, index) => String(index + 1)))
    await page.getByRole('tab', { name: /Phụ lục/ }).click()
    await expect
      .poll(() => page.getByRole('listbox', { name: 'Phụ lục' }).getByRole('option').count())
      .toBe(41)
  })

  test('names that the matching left open are said once, in the list of names', async () => {
    await page.getByRole('tab', { name: /Tên đơn vị/ }).click()
    const names = await call(officer, plansContract.listNames, { params: { planId } })
    const open = names.filter((name) => name.target === null)
    for (const name of open) {
      const meaning = meaningOf(planNames, name.printedName)
      // Partners that are no unit of the district ("tổ dân phố") stay words of the plan.
      if (meaning === undefined) continue
      await call(officer, plansContract.matchName, {
        params: { planId },
        body: { printedName: name.printedName, target: targetOf(meaning) },
      })
    }
    const { duties, tasks } = await call(officer, plansContract.getPlan, { params: { planId } })
    const left = [...duties, ...tasks].flatMap((item) => item.units.filter((unit) => unit.target === null))
    expect(left.map((unit) => unit.role)).toEqual(left.map(() => 'coordinating'))
    await page.reload()
  })

  test('he looks the tasks over and publishes, told beforehand what that does', async () => {
    const { targets, duties, tasks } = await call(officer, plansContract.getPlan, { params: { planId } })
    expect(targets.length).toBeGreaterThanOrEqual(90)
    const all = targets.length + duties.length + tasks.length
    await page.getByRole('button', { name: /^Chấp nhận \d+ mục đọc chắc$/ }).click()
    await page.getByRole('button', { name: /mục đọc chắc/ }).waitFor({ state: 'hidden' })
    // What was read with doubt is looked at one by one.
    for (const name of ['Chỉ tiêu', 'Nhiệm vụ đơn vị', 'Phụ lục']) {
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
      await page.getByRole('checkbox', { name: 'Chỉ hiện chỗ cần xem' }).setChecked(true)
      const list = page.getByRole('listbox', { name })
      while ((await list.count()) > 0 && (await list.getByText('chưa duyệt').count()) > 0) {
        const left = await list.getByText('chưa duyệt').count()
        await list.getByRole('option').filter({ hasText: 'chưa duyệt' }).first().click()
        await page.keyboard.press('a')
        await expect.poll(() => list.getByText('chưa duyệt').count()).toBeLessThan(left)
      }
    }
    await page.getByText(`${all}/${all} đã duyệt`).first().waitFor()
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
    const question = page.getByRole('alertdialog').or(page.getByRole('dialog'))
    await question
      .getByText(/^Giao 41 công việc của phụ lục và \d+ nhiệm vụ của đơn vị cho \d+ đơn vị/)
      .waitFor()
    await question.getByRole('button', { name: 'Ban hành và giao việc' }).click()
    await page.getByText('Ban hành trên hệ thống').waitFor()
  })

  test('a department finds its task, one overdue on the business date, and reports with evidence', async () => {
    const own = await department.newPage()
    await own.goto('/')
    await own.getByRole('heading', { name: 'Việc của tôi' }).waitFor()
    await own
      .getByText(/^trễ \d+ ngày làm việc$/)
      .first()
      .waitFor()
    await own.getByRole('table').getByRole('link').first().click()
    await own.getByRole('button', { name: 'Báo cáo tiến độ' }).first().click()
    const form = own.getByRole('dialog')
    await form.getByLabel('Tỷ lệ hoàn thành').fill('60')
    await form.getByLabel('Ghi chú').fill('Đã rà soát hồ sơ của các trường.')
    await form.locator('input[type=file]').setInputFiles({
      name: 'bien-ban.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    })
    await form.getByRole('button', { name: 'Bỏ tệp' }).waitFor()
    await form.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await form.waitFor({ state: 'hidden' })
    await own.getByText('Đã rà soát hồ sơ của các trường.').waitFor()
    await own.getByRole('link', { name: /bien-ban\.pdf/ }).waitFor()
    await own.close()
  })

  test('a school finds its tasks, and the officer sees who is late', async () => {
    const own = await head.newPage()
    await own.goto('/')
    await own.getByRole('heading', { name: 'Việc của tôi' }).waitFor()
    await own.getByRole('table').getByRole('link').first().waitFor()
    await own.close()
    if (schoolYear === null) throw new Error('no school year')
    const { counts } = await call(officer, followingContract.listWork, {
      query: { unitId: haiAn.unitId('HA'), schoolYear, reach: 'below' },
    })
    expect(counts.late).toBeGreaterThan(0)
    await page.goto(`${place}/tasks?standing=late`)
    await page
      .getByText(/^trễ \d+ ngày làm việc$/)
      .first()
      .waitFor()
  })

  test('a school fills the form of classes and pupils, the officer approves, and the indicator adds it up', async () => {
    if (schoolYear === null) throw new Error('no school year')
    const audience = {
      any: [{ kinds: ['school' as const], levels: ['primary' as const], under: haiAn.unitId('HA') }],
    }
    const { roundId } = await call(officer, submissionsContract.openRound, {
      params: { unitId: haiAn.unitId('HA') },
      body: {
        formCode: 'quy-mo',
        schoolYear,
        period: 'mid',
        audience,
        opensOn: localDate('2025-01-06'),
        closesOn: localDate('2025-01-24'),
        title: 'Quy mô lớp, học sinh học kỳ I',
      },
    })
    const cells = [1, 2, 3, 4, 5].flatMap((grade) => [
      { cell: `k${grade}.classes`, value: 4 },
      { cell: `k${grade}.pupils`, value: 130 + grade },
      { cell: `k${grade}.girls`, value: 60 },
    ])
    const at = { params: { roundId, unitId: haiAn.unitId(school) } }
    const saved = await call(head, submissionsContract.saveCells, { ...at, body: { version: 0, cells } })
    const sent = await call(head, submissionsContract.sendSubmission, {
      params: { submissionId: saved.submissionId },
      body: { version: saved.version },
    })
    await call(officer, submissionsContract.approveSubmission, {
      params: { submissionId: saved.submissionId },
      body: { version: sent.version },
    })
    const { figures } = await call(officer, indicatorsContract.listFigures, {
      query: { unitId: haiAn.unitId('HA'), schoolYear, period: 'mid' },
    })
    expect(figures.filter((figure) => figure.value === pupils).map((figure) => figure.card.level)).toContain(
      'primary',
    )
  })

  test('a report is made, and leaves as DOCX and PDF with that figure and the tasks', async () => {
    await page.goto(`${place}/reports`)
    await page.getByRole('button', { name: 'Soạn báo cáo' }).first().click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Trích yếu').fill('Kết quả thực hiện nhiệm vụ học kỳ I năm học 2024-2025')
    await form.getByRole('button', { name: 'Lập bản thảo' }).click()
    await page.getByRole('link', { name: 'Xuất Word' }).waitFor()
    const word = unzipSync(await fetched('Xuất Word'))
    const xml = strFromU8(word['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '')
    const { text } = await extractText(await fetched('Xuất PDF'), { mergePages: true })
    for (const found of [xml, text.normalize('NFC')]) {
      expect(found).toContain(String(pupils))
      expect(found.replaceAll(/\s+/g, ' ')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      expect(found).toContain('41')
    }
  })

  const pupils = 131 + 132 + 133 + 134 + 135

  async function fetched(link: string): Promise<Uint8Array> {
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: link }).click()
    const path = await (await waiting).path()
    return new Uint8Array(readFileSync(path))
  }

  function targetOf(meaning: NameMeaning): NameTarget {
    if ('unit' in meaning) return { unit: haiAn.unitId(meaning.unit) }
    return {
      audience: {
        any: meaning.audience.any.map((rule) => {
          if ('units' in rule) return { units: rule.units.map(haiAn.unitId) }
          const { under, ...conditions } = rule
          return { ...conditions, under: haiAn.unitId(under) }
        }),
      },
    }
  }
})
