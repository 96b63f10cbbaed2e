// The letter itself: what the units were told, by unit, as plain text and as simple HTML. Whatever people wrote stands in it
// as text, never as markup.
import type { Language } from '#contract/error-texts.ts'
import { type NoticeOpens, type NoticeSubject, sayNotice } from '#contract/notice-texts.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { urgentKinds } from '#domain/notices/mailing.ts'
import { en } from './mail.en.ts'
import { vi } from './mail.vi.ts'

const texts = { vi, en }

export type DigestNotice = { unitName: string; unitCode: string; subject: NoticeSubject }
export type DigestFor = {
  name: string
  language: Language
  tenantName: string
  publicUrl: string
  schoolYear: SchoolYear
}
export type Digest = { subject: string; text: string; html: string }

const mostNotices = 50
const mostInSubject = 120

export function writeDigest(notices: readonly DigestNotice[], given: DigestFor): Digest {
  const t = texts[given.language]
  const shown = notices.slice(0, mostNotices)
  const units = [...new Set(shown.map((notice) => notice.unitName))]
  const only = units.length === 1 ? units[0] : undefined
  const lines = shown.map((notice) => {
    const { text, opens } = sayNotice(notice.subject, given.language)
    return { unitName: notice.unitName, text, href: addressOf(notice, opens, given) }
  })
  const lead = only === undefined ? t.lead : t.leadOne(only)
  const more = notices.length > shown.length ? t.more(notices.length - shown.length) : null
  const footer = t.footer(given.tenantName)
  const account = accountAddress(shown[0]?.unitCode, given)
  const groups = units.map((unitName) => ({
    title: only === undefined ? unitName : null,
    lines: lines.filter((line) => line.unitName === unitName),
  }))
  const text = [
    t.to(given.name),
    '',
    lead,
    ...groups.flatMap((group) => [
      ...(group.title === null ? [] : ['', group.title]),
      ...group.lines.flatMap((line) => ['', `- ${line.text}`, `  ${line.href}`]),
    ]),
    ...(more === null ? [] : ['', more]),
    '',
    '-- ',
    footer,
    ...(account === null ? [] : [`${t.off}: ${account}`]),
    '',
  ].join('\n')
  const html = pageOf(given.language, [
    `<p>${escaped(t.to(given.name))}</p>`,
    `<p>${escaped(lead)}</p>`,
    ...groups.map(
      (group) =>
        `${group.title === null ? '' : `<h2 style="font-size:16px">${escaped(group.title)}</h2>`}<ul>${group.lines
          .map(
            (line) =>
              `<li style="margin:0 0 8px">${escaped(line.text)} <a href="${escaped(line.href)}">${t.open}</a></li>`,
          )
          .join('')}</ul>`,
    ),
    ...(more === null ? [] : [`<p>${escaped(more)}</p>`]),
    `<p style="color:#555;font-size:13px;border-top:1px solid #ccc;padding-top:8px">${escaped(footer)}${
      account === null ? '' : ` <a href="${escaped(account)}">${t.off}</a>`
    }</p>`,
  ])
  return { subject: `[${t.product}] ${subjectOf(notices, lines[0]?.text ?? '', given.language)}`, text, html }
}

export function writeTest(given: Pick<DigestFor, 'language' | 'tenantName' | 'publicUrl'>): Digest {
  const t = texts[given.language]
  const text = t.test.text(given.tenantName)
  return {
    subject: `[${t.product}] ${t.test.subject}`,
    text: `${text}\n\n${given.publicUrl}\n`,
    html: pageOf(given.language, [
      `<p>${escaped(text)}</p>`,
      `<p><a href="${escaped(given.publicUrl)}">${escaped(given.publicUrl)}</a></p>`,
    ]),
  }
}

function subjectOf(notices: readonly DigestNotice[], first: string, language: Language): string {
  const t = texts[language]
  if (notices.length === 1)
    return first.length <= mostInSubject ? first : `${first.slice(0, mostInSubject - 1)}…`
  const isUrgent = notices.some((notice) => urgentKinds.includes(notice.subject.kind))
  return isUrgent ? t.urgent(notices.length - 1) : t.several(notices.length)
}

// The pages of the product, as its screens know them; a test holds the two together.
export const pagesOfThings = {
  plan: 'plans',
  round: 'rounds',
  task: 'tasks',
  given_target: 'given-targets',
  submission: 'submissions',
} as const satisfies Record<Extract<NoticeOpens, { thing: string }>['thing'], string>

function addressOf({ unitCode, subject }: DigestNotice, opens: NoticeOpens, given: DigestFor): string {
  const year = subject.kind === 'plan_published' ? subject.schoolYear : given.schoolYear
  const page = 'page' in opens ? opens.page : `${pagesOfThings[opens.thing]}/${encodeURIComponent(opens.id)}`
  return `${given.publicUrl}/${encodeURIComponent(unitCode)}/${encodeURIComponent(year)}/${page}`
}

function accountAddress(unitCode: string | undefined, given: DigestFor): string | null {
  return unitCode === undefined
    ? null
    : `${given.publicUrl}/${encodeURIComponent(unitCode)}/${given.schoolYear}/account`
}

function pageOf(language: Language, parts: readonly string[]): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body style="font-family:sans-serif;font-size:15px;line-height:1.5;color:#111">${parts.join('')}</body></html>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')
}
