import type { LocalDate } from '#domain/basics/dates.ts'
import type { Signer } from '#domain/units/issuer.ts'
import type { FieldError } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Field } from '#web/ui/field.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import type { Typed } from '#web/ui/typed.ts'
import { actTexts } from './act-texts.ts'
import { linesOf } from './unit-facts.ts'

export type SignerDraft = {
  no: number
  authority: string
  name: string
  title: string
  from: Typed<LocalDate>
  to: Typed<LocalDate>
}

/** null where a date cannot be read. */
export function signerOf(draft: SignerDraft, day: LocalDate): Signer | null {
  if (draft.from.fault || draft.to.fault) return null
  return {
    authority: linesOf(draft.authority),
    name: draft.name,
    title: draft.title,
    validFrom: draft.from.value ?? day,
    validTo: draft.to.value,
  }
}

type SignersProps = {
  signers: readonly SignerDraft[]
  onChange: (signers: readonly SignerDraft[]) => void
  errors: readonly FieldError[]
}

export function SignersView({ signers, onChange, errors }: SignersProps) {
  const t = useTexts(actTexts).profile
  const { today } = useSession()
  const set = (no: number, change: Partial<SignerDraft>) =>
    onChange(signers.map((signer) => (signer.no === no ? { ...signer, ...change } : signer)))
  return signers.map((signer, index) => {
    const at = (name: string) => ({
      name: `signer-${index}-${name}`,
      error: errors.find((error) => error.name === `signer-${index}-${name}`)?.message,
    })
    return (
      <section key={signer.no} className="audience-rule">
        <div className="audience-rule-head">
          <h3>{t.signer(index + 1)}</h3>
          <Button
            kind="quiet"
            size="small"
            icon="remove"
            onPress={() => onChange(signers.filter((one) => one !== signer))}
          >
            {t.removeSigner}
          </Button>
        </div>
        <Field label={t.authority} hint={t.authorityHint} {...at('authority')}>
          <TextArea
            value={signer.authority}
            onChange={(authority) => set(signer.no, { authority })}
            rows={3}
          />
        </Field>
        <div className="act-two">
          <Field label={t.name} {...at('name')}>
            <TextInput value={signer.name} onChange={(name) => set(signer.no, { name })} maxLength={100} />
          </Field>
          <Field label={t.jobTitle} {...at('title')} optional>
            <TextInput value={signer.title} onChange={(title) => set(signer.no, { title })} maxLength={150} />
          </Field>
        </div>
        <div className="act-two">
          <Field label={t.from} {...at('from')}>
            <DateInput value={signer.from} onChange={(from) => set(signer.no, { from })} today={today} />
          </Field>
          <Field label={t.to} {...at('to')} optional>
            <DateInput value={signer.to} onChange={(to) => set(signer.no, { to })} today={today} />
          </Field>
        </div>
      </section>
    )
  })
}
