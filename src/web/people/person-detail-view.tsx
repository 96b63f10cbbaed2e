import { useState } from 'react'
import { accountsContract, type PersonView } from '#contract/people.ts'
import type { PersonId } from '#domain/basics/ids.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useDetailTitle } from '#web/platform/routing.tsx'
import { useMay, useSession } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { EditPersonDialog } from './edit-person-dialog.tsx'
import { StopAccountDialog } from './person-questions-view.tsx'
import { en } from './people.en.ts'
import { vi } from './people.vi.ts'
import { PersonRoles } from './person-roles-view.tsx'
import { PersonState } from './person-state-view.tsx'
import './people.css'

const texts = { vi, en }

export type PersonDetailProps = {
  personId: PersonId
  mayChange: boolean
  onSlip: (person: PersonView) => void
}

export function PersonDetail({ personId, mayChange, onSlip }: PersonDetailProps) {
  const person = useRead(accountsContract.getPerson, { params: { personId } })
  return (
    <Loaded reading={person} loading={<LoadingState shape="page" />}>
      {(data) => <PersonPage person={data} mayChange={mayChange} onSlip={onSlip} />}
    </Loaded>
  )
}

function PersonPage({
  person,
  mayChange,
  onSlip,
}: Omit<PersonDetailProps, 'personId'> & { person: PersonView }) {
  const t = useTexts(texts)
  const to = useAddress()
  const may = useMay()
  const session = useSession()
  const [open, setOpen] = useState<'edit' | 'stop' | null>(null)
  const tell = useToast()
  const activate = useWrite(accountsContract.setAccountState, {
    onDone: () => tell({ text: t.stop.reopened(person.fullName) }),
  })
  useDetailTitle(person.fullName)
  const isOwn = person.personId === session.personId
  const account = [
    { key: 'userName', label: t.detail.userName, value: person.userName },
    { key: 'signInPhone', label: t.detail.signInPhone, value: person.signInPhone },
    {
      key: 'seen',
      label: t.detail.seen,
      value: person.lastSeenAt === null ? t.neverSeen : formatInstant(person.lastSeenAt),
    },
    {
      key: 'phone',
      label: t.detail.phone,
      value:
        person.phone === null ? null : (
          <a href={`tel:${person.phone.replaceAll(/[^\d+]/g, '')}`}>{person.phone}</a>
        ),
    },
    {
      key: 'email',
      label: t.detail.email,
      value: person.email === null ? null : <a href={`mailto:${person.email}`}>{person.email}</a>,
    },
  ].filter((item) => item.value !== null)
  return (
    <article className="person-detail">
      <header>
        {/* On a phone it is the page, and the list with its own heading is away. */}
        <h1>{person.fullName}</h1>
        {person.jobTitle !== null && <p className="muted">{person.jobTitle}</p>}
        <PersonState state={person.state} />
      </header>
      {person.state === 'invited' && mayChange && (
        <Notice
          kind="warning"
          acts={
            <Button size="small" kind="primary" icon="print" onPress={() => onSlip(person)}>
              {t.detail.invite}
            </Button>
          }
        >
          {t.detail.invited}
        </Notice>
      )}
      {person.state === 'deactivated' && (
        <Notice
          acts={
            mayChange && (
              <Button
                size="small"
                busy={activate.busy}
                onPress={() =>
                  activate.send({ params: { personId: person.personId }, body: { active: true } })
                }
              >
                {t.detail.activate}
              </Button>
            )
          }
        >
          {t.detail.deactivated}
        </Notice>
      )}
      {activate.problem !== null && (
        <Notice kind="error" title={activate.problem.title} announce>
          {activate.problem.detail}
        </Notice>
      )}
      <KeyValues items={account} dense />
      <PersonRoles person={person} mayChange={mayChange} />
      <div className="person-acts">
        {mayChange && (
          <Button size="small" icon="edit" onPress={() => setOpen('edit')}>
            {t.detail.edit}
          </Button>
        )}
        {mayChange && person.state === 'active' && (
          <Button size="small" icon="unlock" onPress={() => onSlip(person)}>
            {t.detail.reset}
          </Button>
        )}
        {mayChange && person.state !== 'deactivated' && !isOwn && (
          <Button size="small" icon="lock" onPress={() => setOpen('stop')}>
            {t.detail.deactivate}
          </Button>
        )}
        {may('audit.read') && (
          <LinkButton
            size="small"
            kind="quiet"
            icon="audit"
            href={to('audit', {}, { object: person.personId })}
          >
            {t.detail.history}
          </LinkButton>
        )}
      </div>
      {open === 'edit' && <EditPersonDialog person={person} onClose={() => setOpen(null)} />}
      {open === 'stop' && <StopAccountDialog person={person} onClose={() => setOpen(null)} />}
    </article>
  )
}
