import type { ReplyOf } from '#contract/endpoint.ts'
import type { allocationContract } from '#contract/allocation.ts'
import { sayShare } from '#domain/allocation/share-words.ts'
import { targetTitle } from '#domain/allocation/target-title.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { TargetId } from '#domain/basics/ids.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import './allocation.css'

const texts = { vi, en }
export type GivenTargets = ReplyOf<(typeof allocationContract)['listGivenTargets']>

/** What the unit was given: its share, by whom, since when, and what it was before. */
export function GivenTargetsView({ rows, openId = null }: { rows: GivenTargets; openId?: TargetId | null }) {
  const t = useTexts(texts).given
  const language = useLanguage()
  return (
    <Table
      caption={t.caption}
      rows={rows}
      keyOf={(row) => row.targetId}
      openKey={openId}
      columns={[
        {
          key: 'statement',
          title: t.columns.statement,
          main: true,
          cell: (row) => targetTitle(row, language),
        },
        {
          key: 'share',
          title: t.columns.share,
          width: '240px',
          cell: (row) => (
            <div>
              <b>{sayShare(row.measure, row, row.unitWord, language)}</b>
              {row.before !== null && (
                <span className="given-before">
                  {t.before(sayShare(row.measure, row.before, row.unitWord, language))}
                </span>
              )}
              {row.reason !== null && <span className="given-before">{t.reason(row.reason)}</span>}
            </div>
          ),
        },
        { key: 'from', title: t.columns.from, width: '180px', cell: (row) => row.issuerName },
        { key: 'on', title: t.columns.on, oneLine: true, cell: (row) => formatDate(row.givenOn) },
      ]}
    />
  )
}
