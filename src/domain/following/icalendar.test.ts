import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { localDate } from '#domain/basics/dates.ts'
import { type CalendarDay, writeCalendar } from './icalendar.ts'

type Event = Record<string, string>
/** A small parser of its own: unfolds, splits, unescapes. */
function parse(text: string): { head: Event; events: Event[] } {
  const lines = text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)
  const head: Event = {}
  const events: Event[] = []
  let open: Event = head
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push((open = {}))
    else if (line === 'END:VEVENT') open = head
    else {
      const colon = line.indexOf(':')
      open[line.slice(0, colon)] = line
        .slice(colon + 1)
        .replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
    }
  }
  return { head, events }
}
const aDay = (over: Partial<CalendarDay> = {}): CalendarDay => ({
  uid: 'a-1@namhoc',
  on: localDate('2024-12-31'),
  summary: 'Hội thi giáo viên dạy giỏi',
  description: '',
  sequence: 0,
  changedAt: new Date('2024-09-01T02:03:04Z'),
  ...over,
})

describe('a calendar of due days', () => {
  test('is empty where nothing is due', () => {
    const { head, events } = parse(writeCalendar({ name: 'Trường', days: [] }))
    expect([head['VERSION'], head['X-WR-CALNAME'], events]).toEqual(['2.0', 'Trường', []])
  })

  test('an event lasts its whole day, over the end of a year too', () => {
    const { events } = parse(writeCalendar({ name: 'n', days: [aDay({ sequence: 3 })] }))
    expect(events).toEqual([
      {
        UID: 'a-1@namhoc',
        DTSTAMP: '20240901T020304Z',
        'LAST-MODIFIED': '20240901T020304Z',
        SEQUENCE: '3',
        'DTSTART;VALUE=DATE': '20241231',
        'DTEND;VALUE=DATE': '20250101',
        SUMMARY: 'Hội thi giáo viên dạy giỏi',
        TRANSP: 'TRANSPARENT',
      },
    ])
  })

  test('any text comes back, in lines of 75 octets that end with CRLF', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (given) => {
        const summary = `Đề án ${given.replaceAll(/\r\n?/g, '\n')}`
        const text = writeCalendar({
          name: summary,
          days: [aDay({ summary, description: `${summary};\n,` })],
        })
        expect(text.endsWith('\r\n')).toBe(true)
        for (const line of text.split('\r\n')) {
          expect(line.includes('\n')).toBe(false)
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        }
        const [event] = parse(text).events
        expect([event?.['SUMMARY'], event?.['DESCRIPTION']]).toEqual([summary, `${summary};\n,`])
      }),
    )
  })
})
