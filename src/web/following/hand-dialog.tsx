import { useState } from 'react'
import { followingContract, type WorkRow } from '#contract/following.ts'
import type { PersonId } from '#domain/basics/ids.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './acts.en.ts'
import { vi } from './acts.vi.ts'

const texts = { vi, en }

/** The head of a unit hands a share of work to one of its people. */
export function HandDialog({ row, onClose }: { row: WorkRow; onClose: () => void }) {
  const t = useTexts(texts)
  const tell = useToast()
  const [chosen, setChosen] = useState<PersonId | null>(row.holderId)
  const [missing, setMissing] = useState(false)
  const params = { assignmentId: row.assignmentId }
  const colleagues = useRead(followingContract.listColleagues, { params })
  const hand = useWrite(followingContract.handAssignment, {
    onDone: () => {
      tell({ text: t.done.hand })
      onClose()
    },
  })
  const send = () => {
    if (chosen === null) return setMissing(true)
    if (chosen === row.holderId) return onClose()
    hand.send({ params, body: { version: row.assignmentVersion, personId: chosen } })
  }
  return (
    <Dialog
      title={t.hand.title}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={hand.busy} onPress={send}>
            {t.hand.send}
          </Button>
        </>
      }
    >
      <div className="progress-form">
        <p>
          <b>{row.title}</b>
        </p>
        {hand.problem !== null && (
          <Notice kind="error" title={hand.problem.title} announce>
            {hand.problem.detail}
          </Notice>
        )}
        {missing && chosen === null && <Notice kind="error" title={t.hand.missing} announce />}
        <Loaded reading={colleagues} loading={<LoadingState rows={3} />}>
          {(people) =>
            people.length === 0 ? (
              <p>{t.hand.none}</p>
            ) : (
              <RadioList
                legend={t.hand.person}
                hint={t.hand.hint}
                choices={people.map((one) => ({
                  value: one.personId,
                  text: one.name,
                  ...(one.jobTitle === null ? {} : { hint: one.jobTitle }),
                }))}
                value={chosen}
                onChange={setChosen}
              />
            )
          }
        </Loaded>
      </div>
    </Dialog>
  )
}
