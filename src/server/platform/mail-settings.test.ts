import { describe, expect, test } from 'vitest'
import { readMailSettings } from './mail-settings.ts'

const rest = { MAIL_FROM: 'namhoc@example.vn', PUBLIC_URL: 'https://namhoc.example.vn/' }

describe('the settings of the mail server', () => {
  test('are not needed', () => {
    expect(readMailSettings({})).toEqual({ ok: true, settings: null })
    expect(readMailSettings(rest)).toEqual({ ok: true, settings: null })
  })

  test('hold account, sender and the address of the links', () => {
    const given = {
      SMTP_URL: 'smtps://nam%40hoc:p%2F%3A@smtp.example.vn',
      MAIL_FROM: '"Phòng GD&ĐT" <namhoc@example.vn>',
      PUBLIC_URL: 'https://namhoc.example.vn/',
    }
    expect(readMailSettings(given)).toEqual({
      ok: true,
      settings: {
        host: 'smtp.example.vn',
        port: 465,
        secure: true,
        mustBeEncrypted: false,
        account: { user: 'nam@hoc', password: 'p/:' },
        from: { name: 'Phòng GD&ĐT', address: 'namhoc@example.vn' },
        publicUrl: 'https://namhoc.example.vn',
      },
    })
  })

  test.each([
    ['smtp://mail.example.vn', 587, false],
    ['smtp://mail.example.vn:25', 25, false],
    ['smtp://a:b@mail.example.vn', 587, true],
    ['smtp://a:b@127.0.0.1:2525', 2525, false],
    ['smtp://a:b@[::1]:2525', 2525, false],
    ['smtp://a:b@localhost', 587, false],
  ])('%s: port %i, a password only over TLS: %s', (SMTP_URL, port, mustBeEncrypted) => {
    expect(readMailSettings({ ...rest, SMTP_URL })).toMatchObject({ settings: { port, mustBeEncrypted } })
  })

  test.each([
    [{ ...rest, SMTP_URL: 'mail.example.vn' }, ['SMTP_URL']],
    [{ ...rest, SMTP_URL: 'https://mail.example.vn' }, ['SMTP_URL']],
    [{ ...rest, SMTP_URL: 'smtp://' }, ['SMTP_URL']],
    [{ ...rest, SMTP_URL: 'smtp://a:%zz@mail.example.vn' }, ['SMTP_URL']],
    [{ ...rest, SMTP_URL: 'smtp://mail.example.vn?tls=no' }, ['SMTP_URL']],
    [{ ...rest, SMTP_URL: 'smtp://mail.example.vn', MAIL_FROM: 'Năm Học' }, ['MAIL_FROM']],
    [{ ...rest, SMTP_URL: 'smtp://mail.example.vn', MAIL_FROM: 'a@b.vn\r\nBcc: c@d.vn' }, ['MAIL_FROM']],
    [{ SMTP_URL: 'smtp://mail.example.vn' }, ['MAIL_FROM', 'PUBLIC_URL']],
    [{ ...rest, SMTP_URL: 'smtp://mail.example.vn', PUBLIC_URL: 'ftp://a.vn' }, ['PUBLIC_URL']],
  ])('%o is refused, naming %o', (given, names) => {
    const verdict = readMailSettings(given)
    expect(verdict.ok ? [] : verdict.problems.map((problem) => problem.split(':')[0])).toEqual(names)
  })
})
