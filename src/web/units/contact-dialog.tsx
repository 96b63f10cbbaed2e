import { useState } from 'react'
import { unitsContract } from '#contract/units.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { Field } from '#web/ui/field.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { SettingsDialog } from './settings-dialog.tsx'
import type { UnitPage } from './unit-detail-view.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'

const texts = { vi, en }
const lines = ['address', 'phone', 'email', 'website'] as const
const most = { address: 300, phone: 60, email: 200, website: 200 } as const

type Contact = UnitPage['contact']
type Site = Contact['sites'][number]

export function ContactDialog({ page, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const labels = useTexts(texts).unit
  const tell = useToast()
  const [contact, setContact] = useState(page.contact)
  const [errors, setErrors] = useState<readonly { name: string; message: string }[]>([])
  const save = useWrite(unitsContract.changeContact, {
    refresh: [unitsContract.getUnit],
    onDone: () => {
      tell({ text: t.saved })
      onClose()
    },
  })
  const send = () => {
    const missing = contact.sites.flatMap((site, index) =>
      site.name.trim() === ''
        ? [{ name: `site-${index}`, message: `${t.contact.siteName}: ${t.wrong}` }]
        : [],
    )
    setErrors(missing)
    if (missing.length === 0) save.send({ params: { unitId: page.unit.unitId }, body: contact })
  }
  const changeSite = (index: number, change: Partial<Site>) =>
    setContact({
      ...contact,
      sites: contact.sites.map((site, at) =>
        at === index ? { ...site, ...change } : change.main === true ? { ...site, main: false } : site,
      ),
    })
  return (
    <SettingsDialog
      title={t.titles.contact(page.unit.shortName)}
      onClose={onClose}
      onSave={send}
      busy={save.busy}
      problem={save.problem}
      errors={errors}
    >
      {lines.map((line) => (
        <Field key={line} label={labels[line]} optional>
          <TextInput
            value={contact[line] ?? ''}
            onChange={(value) => setContact({ ...contact, [line]: value })}
            maxLength={most[line]}
            type={line === 'email' ? 'email' : line === 'phone' ? 'tel' : 'text'}
          />
        </Field>
      ))}
      {contact.sites.map((site, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- sites have no id; they are known by their place in the list
        <section key={index} className="audience-rule">
          <div className="audience-rule-head">
            <h3>{t.contact.site(index + 1)}</h3>
            <Button
              kind="quiet"
              size="small"
              icon="remove"
              onPress={() => setContact({ ...contact, sites: contact.sites.filter((one) => one !== site) })}
            >
              {t.contact.removeSite}
            </Button>
          </div>
          <Field
            label={t.contact.siteName}
            name={`site-${index}`}
            error={errors.find((error) => error.name === `site-${index}`)?.message}
          >
            <TextInput value={site.name} onChange={(name) => changeSite(index, { name })} maxLength={200} />
          </Field>
          <Field label={t.contact.siteAddress} optional>
            <TextInput
              value={site.address ?? ''}
              onChange={(address) => changeSite(index, { address })}
              maxLength={300}
            />
          </Field>
          <Checkbox checked={site.main} onChange={(main) => changeSite(index, { main })}>
            {t.contact.main}
          </Checkbox>
        </section>
      ))}
      <div>
        <Button
          size="small"
          icon="plus"
          onPress={() =>
            setContact({
              ...contact,
              sites: [...contact.sites, { name: '', address: null, main: contact.sites.length === 0 }],
            })
          }
        >
          {t.contact.addSite}
        </Button>
      </div>
    </SettingsDialog>
  )
}
