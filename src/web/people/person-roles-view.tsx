import { useState } from 'react'
import type { PersonView } from '#contract/people.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { AddRoleDialog } from './add-role-dialog.tsx'
import { heldOn } from './memberships.ts'
import { en } from './people.en.ts'
import { vi } from './people.vi.ts'
import { EndRoleDialog } from './person-questions-view.tsx'

const texts = { vi, en }

/** What the person may do and where; what has ended stays below, greyed. */
export function PersonRoles({ person, mayChange }: { person: PersonView; mayChange: boolean }) {
  const t = useTexts(texts)
  const { today } = useSession()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<PersonView['memberships'][number] | null>(null)
  const held = heldOn(person.memberships, today)
  const ended = person.memberships.filter((one) => !held.includes(one)).toReversed()
  return (
    <section className="person-roles">
      <div className="person-roles-head">
        <h2>{t.detail.roles}</h2>
        {mayChange && (
          <Button size="small" kind="quiet" icon="plus" onPress={() => setAdding(true)}>
            {t.detail.addRole}
          </Button>
        )}
      </div>
      {held.length === 0 && <p className="muted">{t.noRole}</p>}
      <ul>
        {[...held, ...ended].map((one) => (
          <li key={one.membershipId} data-ended={held.includes(one) ? undefined : true}>
            <span className="person-role">
              <b>{t.roles[one.role]}</b> · {one.unitName}
              <span className="person-role-span">
                {one.scopeUnitId !== one.unitId && `${t.detail.over(one.scopeName)}, `}
                {one.validTo === null
                  ? t.detail.since(formatDate(one.validFrom))
                  : t.detail.span(formatDate(one.validFrom), formatDate(one.validTo))}
              </span>
            </span>
            {mayChange && one.validTo === null && (
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                aria-label={t.detail.endRoleOf(t.roles[one.role], one.unitName)}
                onClick={() => setEnding(one)}
              >
                {t.detail.endRole}
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding && <AddRoleDialog person={person} onClose={() => setAdding(false)} />}
      {ending !== null && (
        <EndRoleDialog
          person={person}
          membership={ending}
          isLast={held.length === 1}
          onClose={() => setEnding(null)}
        />
      )}
    </section>
  )
}
