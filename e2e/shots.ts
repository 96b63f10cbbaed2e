// `npm run shots`: the pictures of the README, and every screen at both sizes to be looked at, from a running demo.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { desktop, openBrowser, openPage, phone, shot } from './support/browser.ts'
import { startDemo } from './support/demo.ts'
import { signInOver, type Visit, visitsOf } from './support/screens.ts'

/** Pictures of the README by the screen that they show. */
const pictures: Readonly<Record<string, string>> = {
  'tasks-taskId': 'tasks',
  work: 'my-work',
  'plans-planId-review': 'review',
  'units-unitId': 'units',
  'submissions-submissionId': 'grid',
}

const product = await startDemo()
const browser = await openBrowser()
try {
  mkdirSync('docs/pictures', { recursive: true })
  const visits = await visitsOf((await openPage(browser, product.url)).page.context())
  for (const name of Object.keys(pictures))
    if (!visits.some((visit) => visit.name === name)) throw new Error(`no screen is called ${name}`)
  for (const [size, viewport] of Object.entries({ 1440: desktop, 360: phone })) {
    for (const userName of new Set(visits.map((visit) => visit.userName))) {
      await takeAll(browser, size, viewport, userName, visits)
    }
  }
} finally {
  await browser.close()
  await product.stop()
}

async function takeAll(
  from: Browser,
  size: string,
  viewport: typeof desktop,
  userName: string,
  visits: readonly Visit[],
): Promise<void> {
  const { page } = await openPage(from, product.url, viewport)
  await signInOver(page.context(), userName)
  for (const visit of visits.filter((one) => one.userName === userName)) {
    await page.goto(visit.address)
    await settled(page)
    await shot(page, `${visit.name}-${size}`)
    const picture = pictures[visit.name]
    if (viewport === desktop && picture !== undefined)
      await page.screenshot({ path: `docs/pictures/${picture}.png` })
  }
  await page.context().close()
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page
    .getByRole('heading', { level: 1 })
    .first()
    .waitFor({ timeout: 8000 })
    .catch(() => process.stderr.write(`no title: ${page.url()}\n`))
}
