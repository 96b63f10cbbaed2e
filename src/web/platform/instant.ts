import { businessDate, formatDate } from '#domain/basics/dates.ts'

const vietnam = 'Asia/Ho_Chi_Minh'

/** An instant of the server ("2025-01-20T03:42:10.000Z") as '20/01/2025 10:42', in Việt Nam wherever the browser stands. */
export function formatInstant(iso: string): string {
  return `${formatDate(businessDate(Date.parse(iso), vietnam))} ${formatTime(iso)}`
}

/** '10:42'. */
export function formatTime(iso: string): string {
  // Seven hours ahead of UTC all year, as domain/basics/dates.ts says.
  return new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(11, 16)
}
