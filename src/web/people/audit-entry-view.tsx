import { type AuditEntryView, tenantContract } from '#contract/people.ts'
import { useRead } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useDetailTitle } from '#web/platform/routing.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { Diff } from '#web/ui/diff.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { EmptyState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { readable, sayField, sayValue } from './audit-values.ts'
import { en as englishWords } from './audit-words.en.ts'
import { vi as vietnameseWords } from './audit-words.vi.ts'
import { en } from './audit.en.ts'
import { vi } from './audit.vi.ts'

const texts = { vi, en }
const words = { vi: vietnameseWords, en: englishWords }

type HrefOf = (part: { object?: string; person?: string }) => string

/** One entry: the list's own row, or asked for by its number where the list has not come that far. */
export function AuditEntry({
  entryId,
  known,
  hrefOf,
}: {
  entryId: number
  known: AuditEntryView | null
  hrefOf: HrefOf
}) {
  const t = useTexts(texts)
  const reading = useRead(
    tenantContract.listAudit,
    { query: { before: entryId + 1 } },
    { when: known === null },
  )
  if (known !== null) return <EntryView entry={known} hrefOf={hrefOf} />
  return (
    <Loaded reading={reading} loading={<LoadingState shape="page" />}>
      {({ rows: [entry] }) =>
        entry?.entryId === entryId ? (
          <EntryView entry={entry} hrefOf={hrefOf} />
        ) : (
          <EmptyState title={t.entry.gone} />
        )
      }
    </Loaded>
  )
}

function EntryView({ entry, hrefOf }: { entry: AuditEntryView; hrefOf: HrefOf }) {
  const t = useTexts(texts)
  const say = useTexts(words)
  // A kind that is younger than these words is shown as it is stored.
  const kind = (t.kinds as Readonly<Record<string, string>>)[entry.objectKind] ?? entry.objectKind
  useDetailTitle(say.actions[entry.action] ?? entry.action)
  const items = [
    { key: 'at', label: t.entry.at, value: formatInstant(entry.at) },
    { key: 'actor', label: t.entry.actor, value: entry.actorName },
    { key: 'object', label: kind, value: entry.objectName },
    { key: 'unit', label: t.entry.unit, value: entry.objectKind === 'unit' ? null : entry.unitName },
    { key: 'ip', label: t.entry.from, value: entry.ip },
  ].filter((item) => item.value !== null && item.value !== '')
  const before = readable(entry.before, t.entry.item)
  const after = readable(entry.after, t.entry.item)
  const has = (entry.before ?? null) !== null || (entry.after ?? null) !== null
  return (
    <article className="audit-entry">
      {/* On a phone it is the page, and the list with its own heading is away. */}
      <h1>{say.actions[entry.action] ?? entry.action}</h1>
      <KeyValues items={items} dense />
      <h2>{t.entry.changes}</h2>
      {has ? (
        <Diff
          before={before}
          after={after}
          sayName={(name) => sayField(say, name)}
          sayValue={(_, value) => sayValue(say, value)}
        />
      ) : (
        <p className="muted">{t.entry.none}</p>
      )}
      <div className="audit-links">
        <LinkButton size="small" kind="quiet" icon="history" href={hrefOf({ object: entry.objectId })}>
          {t.entry.sameObject}
        </LinkButton>
        {entry.actorPersonId !== null && (
          <LinkButton size="small" kind="quiet" icon="person" href={hrefOf({ person: entry.actorPersonId })}>
            {t.entry.samePerson}
          </LinkButton>
        )}
      </div>
    </article>
  )
}
