import { sayShare } from '#domain/allocation/share-words.ts'
import type { Whole } from '#domain/allocation/whole.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import type { AllocationPage } from './use-allocation.ts'

const texts = { vi, en }

/** Every giving, the last first: who, when, why, and what each unit had before. */
export function GivingsView({ page, whole }: { page: AllocationPage; whole: Whole }) {
  const t = useTexts(texts).history
  const language = useLanguage()
  if (page.givings.length === 0) return null
  return (
    <section className="allocation-givings" aria-label={t.title}>
      <h2>{t.title}</h2>
      {page.givings.map((giving) => (
        <details key={giving.givingId}>
          <summary>
            <b>{t.giving(giving.no)}</b> · {t.by(giving.personName, formatDate(giving.givenOn))} ·{' '}
            {t.changes(giving.changes.length)}
            {giving.reason !== null && <> · {giving.reason}</>}
            {giving.differenceReason !== null && <> · {t.difference(giving.differenceReason)}</>}
          </summary>
          <Table
            caption={t.caption(giving.no)}
            rows={giving.changes}
            keyOf={(change) => change.unitId}
            columns={[
              { key: 'unit', title: t.columns.unit, main: true, cell: (change) => change.name },
              {
                key: 'before',
                title: t.columns.before,
                numeric: true,
                cell: ({ before }) =>
                  before === null ? (
                    <span className="muted">{t.none}</span>
                  ) : (
                    sayShare(whole.measure, before, null, language)
                  ),
              },
              {
                key: 'after',
                title: t.columns.after,
                numeric: true,
                cell: ({ after }) =>
                  after === null ? t.takenBack : sayShare(whole.measure, after, null, language),
              },
            ]}
          />
        </details>
      ))}
    </section>
  )
}
