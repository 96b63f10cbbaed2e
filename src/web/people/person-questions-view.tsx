import { accountsContract, type PersonView } from '#contract/people.ts'
import type { ReactNode } from 'react'
import type { ApiProblem } from '#web/platform/api-problem.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './people.en.ts'
import { vi } from './people.vi.ts'

const texts = { vi, en }

type QuestionProps = {
  title: string
  act: string
  busy: boolean
  problem: ApiProblem | null
  onAct: () => void
  onClose: () => void
  children: ReactNode
}

function Question({ title, act, busy, problem, onAct, onClose, children }: QuestionProps) {
  const t = useTexts(texts)
  return (
    <Dialog
      title={title}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.form.cancel}</Button>
          <Button kind="danger" busy={busy} onPress={onAct}>
            {act}
          </Button>
        </>
      }
    >
      <div className="person-form">
        {problem !== null && (
          <Notice kind="error" title={problem.title} announce>
            {problem.detail}
          </Notice>
        )}
        {children}
      </div>
    </Dialog>
  )
}

export function StopAccountDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTexts(texts).stop
  const tell = useToast()
  const stop = useWrite(accountsContract.setAccountState, {
    onDone: () => {
      tell({ text: t.done(person.fullName) })
      onClose()
    },
  })
  const send = () => stop.send({ params: { personId: person.personId }, body: { active: false } })
  return (
    <Question
      title={t.title}
      act={t.act}
      busy={stop.busy}
      problem={stop.problem}
      onAct={send}
      onClose={onClose}
    >
      <p>{t.text(person.fullName)}</p>
    </Question>
  )
}

export type EndRoleDialogProps = {
  person: PersonView
  membership: PersonView['memberships'][number]
  isLast: boolean
  onClose: () => void
}

export function EndRoleDialog({ person, membership, isLast, onClose }: EndRoleDialogProps) {
  const t = useTexts(texts)
  const tell = useToast()
  const end = useWrite(accountsContract.endMembership, {
    onDone: () => {
      tell({ text: t.endRole.done })
      onClose()
    },
  })
  const send = () =>
    end.send({ params: { personId: person.personId, membershipId: membership.membershipId } })
  return (
    <Question
      title={t.endRole.title}
      act={t.endRole.act}
      busy={end.busy}
      problem={end.problem}
      onAct={send}
      onClose={onClose}
    >
      <p>{t.endRole.text(person.fullName, t.roles[membership.role], membership.unitName)}</p>
      {isLast && <p>{t.endRole.last}</p>}
    </Question>
  )
}
