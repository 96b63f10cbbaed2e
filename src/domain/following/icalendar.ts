import { addDays, type LocalDate } from '#domain/basics/dates.ts'

/** A day on which something is due; `uid` stays the same whatever else changes. */
export type CalendarDay = {
  uid: string
  on: LocalDate
  summary: string
  description: string
  /** How often it changed. */
  sequence: number
  changedAt: Date
}

export type Calendar = { name: string; days: readonly CalendarDay[] }

/**
 * A calendar of all-day events (RFC 5545): lines end with CRLF and are folded at 75 octets, texts escaped. Days need no
 * time zone (VALUE=DATE); DTEND is the day after, as the standard has it.
 */
export function writeCalendar({ name, days }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nam Hoc//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    // What asks often finds nothing new: due days change seldom. Both are read by Outlook and Google.
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${day.uid}`,
      `DTSTAMP:${stamp(day.changedAt)}`,
      `LAST-MODIFIED:${stamp(day.changedAt)}`,
      `SEQUENCE:${day.sequence}`,
      `DTSTART;VALUE=DATE:${compact(day.on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day.on, 1))}`,
      `SUMMARY:${escapeText(day.summary)}`,
      ...(day.description === '' ? [] : [`DESCRIPTION:${escapeText(day.description)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** RFC 5545 3.3.11. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
}

// Octets, not characters, and never within a character (RFC 5545 3.1): a Vietnamese letter has up to three.
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      // The space that marks the continuation counts.
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4
}

function compact(day: LocalDate): string {
  return day.replaceAll('-', '')
}

function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
