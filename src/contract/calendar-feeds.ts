import { z } from 'zod'
import type { FeedId, UnitId } from '#domain/basics/ids.ts'
import { endpoint } from './endpoint.ts'
import { id, instant } from './values.ts'

export const calendarFeedsContract = {
  listCalendarFeeds: endpoint({
    method: 'GET',
    path: '/api/calendar-feeds',
    summary:
      'The calendar addresses of this account that hold; the addresses themselves are shown only once.',
    reply: z.array(
      z.object({
        feedId: id<FeedId>(),
        /** null: what is in the person’s own hands. */
        unitId: id<UnitId>().nullable(),
        unitName: z.string().nullable(),
        createdAt: instant,
      }),
    ),
  }),
  makeCalendarFeed: endpoint({
    method: 'POST',
    path: '/api/calendar-feeds',
    summary: 'Makes a secret calendar address, of a unit or of the person; an earlier one of the same ends.',
    body: z.object({ unitId: id<UnitId>().nullable() }),
    reply: z.object({ feedId: id<FeedId>(), address: z.string() }),
  }),
  endCalendarFeed: endpoint({
    method: 'POST',
    path: '/api/calendar-feeds/:feedId/end',
    summary: 'Ends a calendar address: from now on it is not found.',
    params: z.object({ feedId: id<FeedId>() }),
  }),
  readCalendarFeed: endpoint({
    method: 'GET',
    path: '/api/calendars/:token/nam-hoc.ics',
    access: 'public',
    summary: 'The due days that the owner of the address may see today, for calendar programs (RFC 5545).',
    params: z.object({ token: z.string().max(100) }),
    download: 'text/calendar; charset=utf-8',
  }),
}
