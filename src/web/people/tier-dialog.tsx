import type { SubmitEvent } from 'react'
import { unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { type Tier, type TierFault, tierFaults } from '#domain/units/tiers.ts'
import { useWrite } from '#web/platform/data.ts'
import { type FieldError, useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { NumberInput } from '#web/ui/number-input.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate, typedNumber } from '#web/ui/typed.ts'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'

const texts = { vi, en }
const fieldOf: Record<TierFault['reason'], string> = {
  code_missing: 'code',
  code_twice: 'code',
  name_missing: 'nameVi',
  rank_not_whole: 'rank',
  rank_twice: 'rank',
  ends_before_it_begins: 'validTo',
}

type Values = {
  code: string
  nameVi: string
  nameEn: string
  rank: Typed<number>
  validFrom: Typed<LocalDate>
  validTo: Typed<LocalDate>
}
export type TierDialogProps = {
  tier: Tier | null
  all: readonly Tier[]
  onRemove: (tier: Tier) => void
  onClose: () => void
}

export function TierDialog({ tier, all, onRemove, onClose }: TierDialogProps) {
  const t = useTexts(texts).tiers
  const tell = useToast()
  const { today } = useSession()
  const form = useForm<Values>({
    code: tier?.code ?? '',
    nameVi: tier?.nameVi ?? '',
    nameEn: tier?.nameEn ?? '',
    rank: typedNumber(tier?.rank ?? null, 0),
    validFrom: typedDate(tier?.validFrom ?? null),
    validTo: typedDate(tier?.validTo ?? null),
  })
  const change = useWrite(unitsContract.changeTiers, {
    onDone: () => {
      tell({ text: t.saved })
      onClose()
    },
  })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const { code, nameVi, nameEn, rank, validFrom, validTo } = form.values
    const missing: FieldError[] = []
    if (validFrom.value === null)
      missing.push({ name: 'validFrom', message: validFrom.fault ? t.dateWrong : t.fromMissing })
    if (validTo.fault) missing.push({ name: 'validTo', message: t.dateWrong })
    if (rank.value !== null && rank.value > 20) missing.push({ name: 'rank', message: t.rankMost })
    // A rank that is no number is a fault of the same kind as one that is not whole.
    const next: Tier = {
      code: code.trim(),
      nameVi: nameVi.trim(),
      nameEn: nameEn.trim(),
      rank: rank.value ?? 0,
      validFrom: validFrom.value ?? today,
      validTo: validTo.value,
    }
    const tiers = tier === null ? [...all, next] : all.map((one) => (one.code === tier.code ? next : one))
    const faults = tierFaults(tiers).map((fault) => ({
      name: fieldOf[fault.reason],
      message: t.faults[fault.reason],
    }))
    const errors = [...faults, ...missing].filter(
      (error, index, list) => list.findIndex((other) => other.name === error.name) === index,
    )
    form.setErrors(errors)
    if (errors.length === 0) change.send({ body: { tiers } })
  }
  return (
    <Dialog
      title={tier === null ? t.addTitle : t.editTitle}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          {tier !== null && all.length > 1 && (
            <Button kind="quiet" icon="remove" onPress={() => onRemove(tier)}>
              {t.remove}
            </Button>
          )}
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" form="tier-form" busy={change.busy}>
            {t.save}
          </Button>
        </>
      }
    >
      <form id="tier-form" className="settings-form" onSubmit={send} noValidate>
        <ErrorSummary errors={form.errors} />
        {change.problem !== null && (
          <Notice kind="error" title={change.problem.title} announce>
            {change.problem.detail}
          </Notice>
        )}
        <Field label={t.columns.name} name="nameVi" error={form.error('nameVi')}>
          <TextInput {...form.bind('nameVi')} maxLength={100} />
        </Field>
        <Field label={t.columns.nameEn} name="nameEn" error={form.error('nameEn')}>
          <TextInput {...form.bind('nameEn')} maxLength={100} />
        </Field>
        <Field label={t.columns.code} name="code" hint={t.codeHint} error={form.error('code')}>
          <TextInput {...form.bind('code')} plain width="middle" maxLength={40} readOnly={tier !== null} />
        </Field>
        <Field label={t.columns.rank} name="rank" hint={t.rankHint} error={form.error('rank')}>
          <NumberInput {...form.bind('rank')} />
        </Field>
        <Field label={t.columns.from} name="validFrom" error={form.error('validFrom')}>
          <DateInput {...form.bind('validFrom')} today={today} />
        </Field>
        <Field label={t.columns.to} name="validTo" hint={t.toHint} error={form.error('validTo')} optional>
          <DateInput {...form.bind('validTo')} today={today} />
        </Field>
      </form>
    </Dialog>
  )
}
