// An act upon units in two steps: what is typed is first judged by the server without recording anything, then recorded.
import { useState } from 'react'
import type { CallOf, ReplyOf } from '#contract/endpoint.ts'
import { type UnitEventGiven, unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { useWrite } from '#web/platform/data.ts'
import { type FieldError, useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { actTexts } from './act-texts.ts'

export type Outlook = ReplyOf<(typeof unitsContract)['recordEvents']>
type Given = Exclude<CallOf<(typeof unitsContract)['recordEvents']>['body'], undefined>

export type ActValues = {
  on: Typed<LocalDate>
  number: string
  signedOn: Typed<LocalDate>
  issuer: string
  title: string
  note: string
}

export type BuiltAct =
  | { events: readonly UnitEventGiven[] /** What will happen, in sentences. */; words: readonly string[] }
  | { errors: readonly FieldError[] }

export type ActSteps = {
  /** The day of the act by default. */
  day: LocalDate
  build: (on: LocalDate) => BuiltAct
  onDone: (outlook: Outlook, on: LocalDate) => void
}

export function useAct({ day, build, onDone }: ActSteps) {
  const t = useTexts(actTexts)
  const form = useForm<ActValues>({
    on: typedDate(day),
    number: '',
    signedOn: typedDate(null),
    issuer: '',
    title: '',
    note: '',
  })
  const [preview, setPreview] = useState<{ given: Given; words: readonly string[] } | null>(null)
  const check = useWrite(unitsContract.recordEvents, { refresh: [] })
  const record = useWrite(unitsContract.recordEvents, {
    onDone: (outlook) => onDone(outlook, form.values.on.value ?? day),
  })
  const { values } = form

  const look = () => {
    const on = values.on.value
    if (on === null) return form.setErrors([{ name: 'on', message: t.dayWrong }])
    if (values.signedOn.fault) return form.setErrors([{ name: 'signedOn', message: t.dayWrong }])
    const built = build(on)
    if ('errors' in built) return form.setErrors(built.errors)
    form.setErrors([])
    record.clear()
    const given: Given = {
      events: [...built.events],
      basis: {
        number: values.number,
        date: values.signedOn.value,
        issuer: values.issuer,
        title: values.title,
      },
      note: values.note,
    }
    check.sendAndWait({ body: { ...given, dryRun: true } }).then(
      () => setPreview({ given, words: built.words }),
      // The refusal stands in `check.problem`.
      () => setPreview(null),
    )
  }
  return {
    form,
    look,
    looking: check.busy,
    outlook: preview === null ? null : (check.reply ?? null),
    words: preview?.words ?? [],
    back: () => setPreview(null),
    record: () => {
      if (preview !== null) record.send({ body: { ...preview.given, dryRun: false } })
    },
    recording: record.busy,
    problem: record.problem ?? check.problem,
  }
}

export type ActState = ReturnType<typeof useAct>
