import type { z } from 'zod'
import { accountsContract, type issuedLink, type PersonView } from '#contract/people.ts'
import type { PersonId } from '#domain/basics/ids.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { en } from './people.en.ts'
import { vi } from './people.vi.ts'

const texts = { vi, en }

/** For whom; a state is null where the list has not shown the person. */
export type Wanted = { personIds: readonly PersonId[]; states: readonly (PersonView['state'] | null)[] }
export type IssuedLink = z.output<typeof issuedLink>
export type Issued = { links: readonly IssuedLink[]; asked: number }

/** What making the slips will do, in numbers, before it is done. */
export function IssueDialog({
  wanted,
  onClose,
  onIssued,
}: {
  wanted: Wanted
  onClose: () => void
  onIssued: (issued: Issued) => void
}) {
  const t = useTexts(texts)
  const asked = wanted.personIds.length
  const issue = useWrite(accountsContract.issueLinks, {
    refresh: [],
    onDone: (links) => onIssued({ links, asked }),
  })
  const count = (state: PersonView['state'] | null) => wanted.states.filter((one) => one === state).length
  const off = count('deactivated')
  const lines = [
    { key: 'invited', count: count('invited'), say: t.issue.invited },
    { key: 'active', count: count('active'), say: t.issue.active },
    { key: 'unknown', count: count(null), say: t.issue.unknown },
    { key: 'off', count: off, say: t.issue.deactivated },
  ].filter((line) => line.count > 0)
  return (
    <Dialog
      title={t.issue.title(asked)}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.form.cancel}</Button>
          <Button
            kind="primary"
            busy={issue.busy}
            disabled={off === asked}
            onPress={() => issue.send({ body: { personIds: [...wanted.personIds] } })}
          >
            {t.issue.act(asked - off)}
          </Button>
        </>
      }
    >
      <div className="person-form">
        {issue.problem !== null && (
          <Notice kind="error" title={issue.problem.title} announce>
            {issue.problem.detail}
          </Notice>
        )}
        <ul className="issue-lines">
          {lines.map((line) => (
            <li key={line.key}>{line.say(line.count)}</li>
          ))}
        </ul>
        <p>{t.issue.consequence}</p>
      </div>
    </Dialog>
  )
}
