import { type SubmitEvent, useState } from 'react'
import { accountsContract, type PersonView } from '#contract/people.ts'
import { useWrite } from '#web/platform/data.ts'
import type { FieldError } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './people.en.ts'
import { fieldOfRefusal } from './person-fields.ts'
import { vi } from './people.vi.ts'
import { RoleFields, type RoleGiven } from './role-fields-view.tsx'

const texts = { vi, en }

export function AddRoleDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTexts(texts)
  const tell = useToast()
  const [given, setGiven] = useState<RoleGiven>({ role: 'officer', unit: null, scope: null })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const add = useWrite(accountsContract.addMembership, {
    onDone: () => {
      tell({ text: t.role.done })
      onClose()
    },
  })
  const refused = add.problem === null ? null : fieldOfRefusal(add.problem)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const { unit, scope, role } = given
    const missing =
      unit === null
        ? [{ name: 'unit', message: t.form.missing.unit }]
        : scope === null
          ? [{ name: 'scope', message: t.form.missing.scope }]
          : []
    setErrors(missing)
    if (unit !== null && scope !== null)
      add.send({
        params: { personId: person.personId },
        body: { role, unitId: unit.unitId, scopeUnitId: scope.unitId },
      })
  }
  return (
    <Dialog
      title={t.role.title}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.form.cancel}</Button>
          <Button kind="primary" type="submit" form="add-role" busy={add.busy}>
            {t.role.act}
          </Button>
        </>
      }
    >
      <form id="add-role" className="person-form" onSubmit={send} noValidate>
        <p>{t.role.lead(person.fullName)}</p>
        {add.problem !== null && refused === null && (
          <Notice kind="error" title={add.problem.title} announce>
            {add.problem.detail}
          </Notice>
        )}
        <RoleFields
          value={given}
          onChange={(next) => {
            setGiven(next)
            setErrors([])
          }}
          errorOf={(name) =>
            errors.find((error) => error.name === name)?.message ??
            (refused?.name === name ? refused.message : undefined)
          }
        />
      </form>
    </Dialog>
  )
}
