import { useState } from 'react'
import { unitsContract } from '#contract/units.ts'
import {
  type IssuerFault,
  type IssuerProfile,
  issuerFaults,
  type Signer,
  suggestIssuer,
} from '#domain/units/issuer.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { typedDate } from '#web/ui/typed.ts'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { SettingsDialog } from './settings-dialog.tsx'
import { signerOf, SignersView, type SignerDraft } from './signers-view.tsx'
import { linesOf } from './unit-facts.ts'
import type { UnitPage } from './unit-detail-view.tsx'

type Draft = {
  printedName: string
  superior: string
  place: string
  symbolSuffix: string
  recipients: string
}

const fieldOf = (fault: IssuerFault): string => {
  switch (fault.reason) {
    case 'printed_name_missing':
      return 'printedName'
    case 'place_missing':
      return 'place'
    case 'suffix_malformed':
      return 'symbolSuffix'
    case 'recipient_empty':
      return 'recipients'
    case 'signer_name_missing':
      return `signer-${fault.signer}-name`
    case 'authority_missing':
      return `signer-${fault.signer}-authority`
    case 'ends_before_it_begins':
      return `signer-${fault.signer}-to`
  }
}

export function IssuerDialog({ page, asOf, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const tell = useToast()
  const start = startOf(page)
  const [draft, setDraft] = useState<Draft>({
    printedName: start.printedName,
    superior: start.superior ?? '',
    place: start.place,
    symbolSuffix: start.symbolSuffix,
    recipients: start.recipients.join('\n'),
  })
  const [signers, setSigners] = useState<readonly SignerDraft[]>(() =>
    start.signers.map((signer, no) => ({
      no,
      authority: signer.authority.join('\n'),
      name: signer.name,
      title: signer.title,
      from: typedDate(signer.validFrom),
      to: typedDate(signer.validTo),
    })),
  )
  const [errors, setErrors] = useState<readonly { name: string; message: string }[]>([])
  const save = useWrite(unitsContract.changeIssuer, {
    refresh: [unitsContract.getUnit],
    onDone: () => {
      tell({ text: t.saved })
      onClose()
    },
  })
  const send = () => {
    const read = signers.map((signer) => signerOf(signer, asOf))
    const profile: IssuerProfile = {
      printedName: draft.printedName,
      superior: draft.superior.trim() === '' ? null : draft.superior,
      place: draft.place,
      symbolSuffix: draft.symbolSuffix,
      signers: read.filter((signer): signer is Signer => signer !== null),
      recipients: linesOf(draft.recipients),
    }
    const dates = read.flatMap((signer, index) =>
      signer === null ? [{ name: `signer-${index}-from`, message: t.dayWrong }] : [],
    )
    const faults = issuerFaults(profile).map((fault) => ({
      name: fieldOf(fault),
      message: t.profile.faults[fault.reason],
    }))
    const found = dates.length > 0 ? dates : faults
    setErrors(found)
    if (found.length === 0)
      save.send({
        params: { unitId: page.unit.unitId },
        body: { ...profile, version: page.issuer?.version ?? 0 },
      })
  }
  const field = (name: keyof Draft) => ({ name, error: errors.find((error) => error.name === name)?.message })
  const bind = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  return (
    <SettingsDialog
      title={t.titles.issuer(page.unit.shortName)}
      onClose={onClose}
      onSave={send}
      busy={save.busy}
      problem={save.problem}
      errors={errors}
    >
      <Field label={t.profile.superior} hint={t.profile.superiorHint} {...field('superior')} optional>
        <TextInput {...bind('superior')} maxLength={300} />
      </Field>
      <Field label={t.profile.printedName} hint={t.profile.printedNameHint} {...field('printedName')}>
        <TextArea {...bind('printedName')} rows={2} maxLength={300} />
      </Field>
      <div className="act-two">
        <Field label={t.profile.symbol} hint={t.profile.symbolHint} {...field('symbolSuffix')}>
          <TextInput {...bind('symbolSuffix')} maxLength={40} plain />
        </Field>
        <Field label={t.profile.place} {...field('place')}>
          <TextInput {...bind('place')} maxLength={100} />
        </Field>
      </div>
      <SignersView signers={signers} onChange={setSigners} errors={errors} />
      <div>
        <Button
          size="small"
          icon="plus"
          onPress={() =>
            setSigners([
              ...signers,
              {
                no: (signers.at(-1)?.no ?? -1) + 1,
                authority: '',
                name: '',
                title: '',
                from: typedDate(asOf),
                to: typedDate(null),
              },
            ])
          }
        >
          {t.profile.addSigner}
        </Button>
      </div>
      <Field label={t.profile.recipients} hint={t.profile.recipientsHint} {...field('recipients')} optional>
        <TextArea {...bind('recipients')} rows={4} />
      </Field>
    </SettingsDialog>
  )
}

function startOf(page: UnitPage): IssuerProfile {
  if (page.issuer !== null) return page.issuer
  const above = page.above.at(-1)
  const suggestion = suggestIssuer(page.unit, null)
  const isCommittee = page.unit.kind === 'committee' || page.unit.kind === 'ward'
  return isCommittee || above === undefined
    ? suggestion
    : { ...suggestion, superior: above.name.toUpperCase() }
}
