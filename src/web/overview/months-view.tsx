import type { WorkCounts, WorkMonth } from '#contract/overview.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { type Month, monthsShown, placeAmong } from '#domain/following/months.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useSession } from '#web/platform/session.tsx'
import { en } from './overview.en.ts'
import { vi } from './overview.vi.ts'

const texts = { vi, en }
// From the ground up, so that what is late lies on top of its month.
const stack = ['done', 'later', 'open', 'due_soon', 'late'] as const
const told = ['late', 'due_soon', 'open', 'later', 'done'] as const
const empty: WorkCounts = { late: 0, due_soon: 0, open: 0, later: 0, done: 0 }

/** Shares of work by the month of their end, with the line of today; the same in a table for who cannot see it. */
export function MonthsView({ months, counts }: { months: readonly WorkMonth[]; counts: WorkCounts }) {
  const t = useTexts(texts)
  const { year } = usePlace()
  const { today } = useSession()
  const to = useAddress()
  const tasks = `${to('tasks/{-$taskId}', { taskId: null })}?reach=below`
  const ends = months.flatMap(({ month }) => (month === null ? [] : [month]))
  const shown = monthsShown(year, ends)
  const byMonth = new Map(months.map((one) => [one.month, one]))
  const sums = shown.map((month) => sumOf(byMonth.get(month) ?? empty))
  const most = Math.max(...sums, 1)
  const here = placeAmong(shown, today)
  const regularly = sumOf(byMonth.get(null) ?? empty)
  if (months.length === 0) return <p className="muted">{t.work.none}</p>
  return (
    <>
      <ul className="overview-counts">
        {told.map((standing) => (
          <li key={standing} data-standing={standing}>
            <a href={`${tasks}&standing=${standing}`}>
              <b>{formatNumber(counts[standing])}</b> {t.work.standings[standing]}
            </a>
          </li>
        ))}
      </ul>
      <div className="overview-months" aria-hidden="true">
        {here !== null && (
          <span className="overview-today" style={{ left: `${here * 100}%` }}>
            <span>{t.work.today}</span>
          </span>
        )}
        {shown.map((month, index) => (
          <a
            key={month}
            className="overview-month"
            href={`${tasks}&month=${month}`}
            tabIndex={-1}
            title={t.work.see(shortName(month))}
          >
            <span className="overview-month-sum">
              {(sums[index] ?? 0) > 0 && formatNumber(sums[index] ?? 0)}
            </span>
            <span className="overview-bar">
              {stack.map((standing) => {
                const count = byMonth.get(month)?.[standing] ?? 0
                return (
                  count > 0 && (
                    <span
                      key={standing}
                      data-standing={standing}
                      style={{ height: `${(count / most) * 100}%` }}
                      title={`${t.work.standings[standing]}: ${formatNumber(count)}`}
                    />
                  )
                )
              })}
            </span>
            <span className="overview-month-name">{shortName(month)}</span>
          </a>
        ))}
      </div>
      {regularly > 0 && (
        <p className="muted dense">
          <a href={`${tasks}&month=none`}>{t.work.regularly(regularly)}</a>
        </p>
      )}
      <div className="unseen">
        <table>
          <caption>{t.work.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.work.month}</th>
              {told.map((standing) => (
                <th key={standing} scope="col">
                  {t.work.standings[standing]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((one) => (
              <tr key={one.month ?? ''}>
                <th scope="row">
                  <a href={`${tasks}&month=${one.month ?? 'none'}`}>
                    {one.month === null ? t.work.noMonth : shortName(one.month)}
                  </a>
                </th>
                {told.map((standing) => (
                  <td key={standing}>{one[standing]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function sumOf(counts: WorkCounts): number {
  return stack.reduce((sum, standing) => sum + counts[standing], 0)
}

/** '9', and with the year where it turns: '1/25'. */
function shortName(month: Month): string {
  const number = Number(month.slice(5))
  return number === 1 || number === 8 ? `${number}/${month.slice(2, 4)}` : String(number)
}
