import { describe, expect } from 'vitest'
import type { PersonId } from '#domain/basics/ids.ts'
import { runMailing } from '#server/mailing.ts'
import { aRound } from '#test/support/figures.ts'
import { aPublishedPlan } from '#test/support/plans.ts'
import { routeTest as base, type Scene } from '#test/support/route-test.ts'
import { aMailer, aPost, type Post } from '#test/support/smtp.ts'

const refusedAddress = 'khong.co@example.vn'
const busyAddress = 'dang.ban@example.vn'

/** A scene with a mail server that refuses one address for good and another one for now. */
const test = base.extend<{ post: Post }>({
  post: async ({ scene }, use) => {
    const post = await aPost((address) =>
      address === refusedAddress ? 550 : address === busyAddress ? 451 : null,
    )
    scene.services.mail = post.mailer
    await use(post)
    scene.services.mail = null
    await post.stop()
  },
})

async function addressOf(scene: Scene, who: 'mai' | 'cuc' | 'hung' | 'quang', email: string | null) {
  await scene.db
    .updateTable('person')
    .set({ email })
    .where('id', '=', scene.world.people[who].personId)
    .execute()
}

/** A round so many minutes after the scene's own time, which is ten in the morning in Việt Nam. */
async function mail(scene: Scene, minutes = 0): Promise<void> {
  const { clock } = scene.services
  scene.services.clock = () => new Date(clock().getTime() + minutes * 60_000)
  try {
    await runMailing(scene.services)
  } finally {
    scene.services.clock = clock
  }
}

async function letters(scene: Scene) {
  return await scene.db
    .selectFrom('mail')
    .select(['state', 'address', 'attempts', 'last_error as error'])
    .orderBy('created_at')
    .orderBy('mail.id')
    .execute()
}

const urge = async (scene: Scene) =>
  await scene.as.hung.post('/api/urgings', {
    unitId: scene.world.units.haiAn,
    schoolYear: '2024-2025',
    keys: null,
    message: null,
  })

describe('notices by e-mail', () => {
  test('are one letter for all, delivered once, to whoever has an address', async ({ scene, post }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await aRound(scene, { title: 'Đợt <một> & hai' })
    await aPublishedPlan(scene)
    await mail(scene)
    await mail(scene)
    expect(post.received).toHaveLength(1)
    const [letter] = post.received
    expect(letter).toMatchObject({ from: 'namhoc@example.vn', to: 'mai@example.vn' })
    expect(letter?.headers).toContain('Subject: [Năm Học] 2 thông báo mới')
    expect(letter?.headers).toMatch(/Auto-Submitted: auto-generated/)
    expect(letter?.text).toContain('- Đợt báo cáo mở: Đợt <một> & hai. Hạn nộp 25/01/2025.')
    expect(letter?.text).toMatch(/https:\/\/namhoc\.example\.vn\/[^/]+\/2024-2025\/plans\/[0-9a-f-]{36}/)
    expect(letter?.html).toContain('Đợt &lt;một&gt; &amp; hai')
    expect(await letters(scene)).toEqual([
      { state: 'sent', address: 'mai@example.vn', attempts: 1, error: null },
    ])
    // Of the same unit, without an address: only the notice.
    expect((await scene.as.cuc.get('/api/notices')).json).toHaveLength(2)
  })

  test('come once a day, but an urging goes at once', async ({ scene, post }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await aPublishedPlan(scene)
    await mail(scene)
    await aRound(scene)
    await mail(scene, 30)
    expect(post.received).toHaveLength(1)
    await urge(scene)
    await mail(scene, 35)
    expect(post.received).toHaveLength(2)
    expect(post.received[1]?.headers).toContain('Subject: [Năm Học] Đôn đốc và 1 thông báo khác')
    expect(post.received[1]?.text).toContain('UBND quận Hải An đôn đốc: 1 việc trễ hạn.')
    await aRound(scene, { period: 'end', title: 'Đợt hai' })
    await mail(scene, 13 * 60)
    expect(post.received).toHaveLength(2)
    await mail(scene, 24 * 60)
    expect(post.received[2]?.text).toContain('Đợt hai')
  })

  test('wait for the morning', async ({ scene, post }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await aRound(scene)
    await mail(scene, 16 * 60)
    expect(await letters(scene)).toEqual([])
    await mail(scene, 21 * 60)
    expect(post.received).toHaveLength(1)
  })

  test('that were read in the product or are older than a week are not sent', async ({ scene, post }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await addressOf(scene, 'cuc', 'cuc@example.vn')
    await aRound(scene)
    expect((await scene.as.mai.post('/api/notices/read', { until: '2025-01-20T03:00:00Z' })).status).toBe(200)
    await mail(scene, 7 * 24 * 60)
    expect(post.asked).toEqual([])
    await mail(scene, 7 * 24 * 60 - 1)
    expect(post.asked).toEqual(['cuc@example.vn'])
  })

  test('are not sent to whoever switched them off, and come in the language that was chosen', async ({
    scene,
    post,
  }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await addressOf(scene, 'cuc', 'cuc@example.vn')
    await aRound(scene)
    const off = { wanted: false, language: 'vi', version: 0 }
    const address = 'cuc@example.vn'
    expect((await scene.as.cuc.put('/api/account/mail', off)).json).toEqual({
      setUp: true,
      address,
      wanted: false,
      language: 'vi',
      version: 1,
    })
    expect((await scene.as.cuc.put('/api/account/mail', off)).json.code).toBe('changed_meanwhile')
    await mail(scene)
    expect(post.asked).toEqual(['mai@example.vn'])
    await scene.as.cuc.put('/api/account/mail', { wanted: true, language: 'en', version: 1 })
    await mail(scene)
    expect(post.received[1]).toMatchObject({ to: address, text: expect.stringMatching(/^To: /) })
    const acts = await scene.db
      .selectFrom('audit_entry')
      .select(['before', 'after'])
      .where('action', '=', 'account.mail_choice')
      .orderBy('audit_entry.id')
      .execute()
    expect(acts).toEqual([
      { before: null, after: { mailWanted: false, language: 'vi' } },
      { before: { mailWanted: false, language: 'vi' }, after: { mailWanted: true, language: 'en' } },
    ])
  })

  test('refused for good fail with what the server said, and the address is left alone', async ({
    scene,
    post,
  }) => {
    await addressOf(scene, 'mai', refusedAddress)
    await addressOf(scene, 'cuc', 'cuc@example.vn')
    await aRound(scene)
    await mail(scene)
    await aRound(scene, { title: 'Đợt hai', period: 'end' })
    for (const hours of [1, 24, 48]) await mail(scene, hours * 60)
    expect(post.asked.filter((address) => address === refusedAddress)).toHaveLength(1)
    expect((await letters(scene)).find((letter) => letter.state === 'failed')).toEqual({
      state: 'failed',
      address: refusedAddress,
      attempts: 1,
      error: `Can't send mail - all recipients were rejected: 550 ${refusedAddress} is not taken`,
    })
    // Mended, it takes up what was never in a letter.
    await addressOf(scene, 'mai', 'mai@example.vn')
    await mail(scene, 72 * 60)
    expect(post.received.filter((letter) => letter.to === 'mai@example.vn')).toHaveLength(1)
  })

  test('put off by the server are tried again, longer and longer apart, and given up', async ({
    scene,
    post,
  }) => {
    await addressOf(scene, 'mai', busyAddress)
    await aRound(scene)
    for (let hours = 0; hours < 6 * 24; hours += 1) await mail(scene, hours * 60)
    expect(post.asked).toHaveLength(8)
    expect(await letters(scene)).toMatchObject([{ state: 'failed', attempts: 8 }])
    expect((await scene.as.quang.get('/api/mail')).json).toMatchObject({
      setUp: true,
      waiting: 0,
      failed: 1,
      troubles: [{ personName: expect.any(String), address: busyAddress, state: 'failed', attempts: 8 }],
    })
  })

  test('wait while the mail server is down, and new ones join them', async ({ scene, post }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await addressOf(scene, 'cuc', 'cuc@example.vn')
    await aRound(scene)
    const gone = await aPost()
    await gone.stop()
    scene.services.mail = aMailer(gone.port)
    await mail(scene)
    // One attempt tells that it is down; the other letter was not even tried.
    const attempts = (await letters(scene)).map((letter) => `${letter.state} ${letter.attempts}`)
    expect(attempts.toSorted((a, b) => a.localeCompare(b))).toEqual(['queued 0', 'queued 1'])
    expect((await scene.as.quang.get('/api/mail')).json).toMatchObject({
      waiting: 2,
      troubles: [{ state: 'queued', error: expect.stringContaining('ECONNREFUSED') }],
    })
    scene.services.mail = post.mailer
    await aRound(scene, { title: 'Đợt hai', period: 'end' })
    await mail(scene, 10)
    await mail(scene, 10)
    expect(post.received.map((letter) => letter.to).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'cuc@example.vn',
      'mai@example.vn',
    ])
    for (const letter of post.received) expect(letter.text).toContain('Đợt hai')
  })

  test('of a server that died with one in hand are sent again when its claim has run out, not before', async ({
    scene,
    post,
  }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await aRound(scene)
    const ids: string[] = []
    const dying = { ...post.mailer }
    dying.send = async (letter) => {
      ids.push(letter.id)
      await post.mailer.send(letter)
      throw new Error('power cut')
    }
    scene.services.mail = dying
    await expect(mail(scene)).rejects.toThrow('power cut')
    scene.services.mail = post.mailer
    await mail(scene, 14)
    expect(post.received).toHaveLength(1)
    await mail(scene, 15)
    await mail(scene, 15)
    expect(post.received).toHaveLength(2)
    // The same letter, and the receiving server can tell.
    for (const letter of post.received)
      expect(letter.headers).toContain(`Message-ID: <${ids[0]}@namhoc.example.vn>`)
    expect(await letters(scene)).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  test('are dropped when nobody wants them any more', async ({ scene, post }) => {
    await addressOf(scene, 'mai', busyAddress)
    await aRound(scene)
    await mail(scene)
    await addressOf(scene, 'mai', null)
    await mail(scene, 6)
    expect([post.received, await letters(scene)]).toMatchObject([[], [{ state: 'dropped' }]])
  })

  test('cannot be given headers of their own by a name', async ({ scene, post }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await scene.db
      .updateTable('person')
      .set({ full_name: 'Mai\r\nBcc: ke.xau@example.vn\r\n\r\n<script>' })
      .where('id', '=', scene.world.people.mai.personId)
      .execute()
    await aRound(scene, { title: 'Đợt\r\nBcc: ke.xau@example.vn\r\n\r\nXin chào' })
    await mail(scene)
    expect(post.asked).toEqual(['mai@example.vn'])
    const [letter] = post.received
    expect(letter?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
    expect(letter?.html).not.toContain('<script>')
  })
})

describe('mail as an administrator sees it', () => {
  test('is tried with a letter to himself, which the trail keeps', async ({ scene, post }) => {
    expect((await scene.as.quang.post('/api/mail/test')).json).toMatchObject({
      code: 'mail_refused',
      reason: 'no_address',
    })
    await addressOf(scene, 'quang', 'quang@example.vn')
    expect((await scene.as.quang.post('/api/mail/test')).json).toEqual({ address: 'quang@example.vn' })
    expect(post.received[0]?.headers).toContain('Subject: [Năm Học] Thư thử')
    await addressOf(scene, 'quang', refusedAddress)
    expect((await scene.as.quang.post('/api/mail/test')).json).toMatchObject({
      reason: 'refused',
      detail: expect.stringContaining('550'),
    })
    const acts = await scene.db
      .selectFrom('audit_entry')
      .select('after')
      .where('action', '=', 'mail.test')
      .orderBy('audit_entry.id')
      .execute()
    expect(acts).toEqual([{ after: { email: 'quang@example.vn' } }])
  })

  test.for([
    ['hung', 403],
    ['mai', 403],
    ['nobody', 401],
  ] as const)('is refused to %s', async ([who, status], { scene, post }) => {
    expect((await scene.as[who].get('/api/mail')).status).toBe(status)
    expect((await scene.as[who].post('/api/mail/test')).status).toBe(status)
    expect(post.asked).toEqual([])
  })
})

describe('without a mail server', () => {
  base('nothing waits, and the screens say so', async ({ scene }) => {
    await addressOf(scene, 'mai', 'mai@example.vn')
    await aRound(scene)
    await mail(scene)
    expect(await letters(scene)).toEqual([])
    expect((await scene.as.quang.get('/api/mail')).json).toMatchObject({ setUp: false, from: null })
    expect((await scene.as.quang.post('/api/mail/test')).json.reason).toBe('not_set_up')
    expect((await scene.as.mai.get('/api/account/mail')).json).toMatchObject({ setUp: false, wanted: true })
  })
})

describe('the preview of an urging', () => {
  test('tells who also gets an e-mail', async ({ scene, post }) => {
    expect(post.received).toEqual([])
    await aPublishedPlan(scene)
    const asked = {
      unitId: scene.world.units.haiAn,
      schoolYear: '2024-2025',
      keys: null,
      message: null,
    }
    const mailed = async () => (await scene.as.hung.post('/api/urgings/preview', asked)).json.mailed
    expect(await mailed()).toEqual({ units: 0, persons: 0 })
    await addressOf(scene, 'mai', 'mai@example.vn')
    await addressOf(scene, 'cuc', 'cuc@example.vn')
    expect(await mailed()).toEqual({ units: 1, persons: 2 })
    const other: PersonId = scene.world.people.cuc.personId
    await scene.db
      .updateTable('account')
      .set({ deactivated_at: new Date() })
      .where('person_id', '=', other)
      .execute()
    expect(await mailed()).toEqual({ units: 1, persons: 1 })
    scene.services.mail = null
    expect(await mailed()).toBeNull()
  })
})
