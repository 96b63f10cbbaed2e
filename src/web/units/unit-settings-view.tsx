import type { ReactNode } from 'react'
import { formatDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import type { Act } from './filter.ts'
import type { UnitPage } from './unit-detail-view.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'

const texts = { vi, en }

type SettingsProps = { page: UnitPage; onAct: (act: Act) => void }

function PartView({
  title,
  onEdit,
  children,
}: {
  title: string
  onEdit: (() => void) | undefined
  children: ReactNode
}) {
  const t = useTexts(texts).unit
  return (
    <section>
      <div className="unit-part-head">
        <h3>{title}</h3>
        {onEdit !== undefined && (
          <Button kind="quiet" size="small" icon="edit" onPress={onEdit}>
            {t.edit}
            <span className="unseen"> {title}</span>
          </Button>
        )}
      </div>
      {children}
    </section>
  )
}

export function SupervisionView({
  page,
  onAct,
  hrefOf,
}: SettingsProps & { hrefOf: (unitId: UnitId) => string }) {
  const t = useTexts(texts).unit
  const may = useMay()
  return (
    <PartView
      title={t.supervision}
      onEdit={page.living && may('unit.change', page.unit.path) ? () => onAct('supervision') : undefined}
    >
      {page.supervisions.length === 0 ? (
        <p className="muted dense">{t.noSupervision}</p>
      ) : (
        <ul className="unit-lines">
          {page.supervisions.map((line) => (
            <li key={`${line.supervisorId}${line.validFrom}`}>
              <a href={hrefOf(line.supervisorId)}>{line.supervisorName}</a>{' '}
              <span className="muted">
                {line.validTo === null
                  ? t.from(formatDate(line.validFrom))
                  : t.span(formatDate(line.validFrom), formatDate(line.validTo))}
              </span>
              {line.note !== null && <span className="muted"> · {line.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </PartView>
  )
}

export function ContactView({ page, onAct }: SettingsProps) {
  const t = useTexts(texts).unit
  const may = useMay()
  const { contact } = page
  const items = [
    { key: 'address', label: t.address, value: contact.address },
    { key: 'phone', label: t.phone, value: contact.phone },
    { key: 'email', label: t.email, value: contact.email },
    { key: 'website', label: t.website, value: contact.website },
    {
      key: 'sites',
      label: t.sites,
      value:
        contact.sites.length === 0 ? null : (
          <ul className="unit-lines">
            {contact.sites.map((site) => (
              <li key={site.name}>
                {site.name}
                {site.main && ` (${t.mainSite})`}
                {site.address !== null && <span className="muted"> · {site.address}</span>}
              </li>
            ))}
          </ul>
        ),
    },
  ].filter((item) => item.value !== null)
  return (
    <PartView
      title={t.contact}
      onEdit={may('unit.contact', page.unit.path) ? () => onAct('contact') : undefined}
    >
      {items.length === 0 ? <p className="muted dense">{t.noContact}</p> : <KeyValues dense items={items} />}
    </PartView>
  )
}

export function IssuerView({ page, onAct }: SettingsProps) {
  const t = useTexts(texts).unit
  const may = useMay()
  const { issuer, unit } = page
  const mayChange = may('issuer.change', unit.path)
  // Of schools and departments nobody asks for it as long as there is none and it cannot be set.
  if (issuer === null && !mayChange) return null
  return (
    <PartView title={t.issuer} onEdit={mayChange ? () => onAct('issuer') : undefined}>
      {issuer === null ? (
        <p className="muted dense">{t.noIssuer}</p>
      ) : (
        <KeyValues
          dense
          items={[
            {
              key: 'name',
              label: t.printedName,
              value: <span className="unit-printed">{issuer.printedName}</span>,
            },
            ...(issuer.superior === null
              ? []
              : [{ key: 'superior', label: t.superior, value: issuer.superior }]),
            { key: 'place', label: t.place, value: issuer.place },
            { key: 'symbol', label: t.symbol, value: `…/…-${issuer.symbolSuffix}` },
            {
              key: 'signers',
              label: t.signers,
              value: (
                <ul className="unit-lines">
                  {issuer.signers.map((signer) => (
                    <li key={`${signer.name}${signer.validFrom}`}>
                      {signer.name} <span className="muted">{signer.authority.join(' / ')}</span>
                    </li>
                  ))}
                </ul>
              ),
            },
            ...(issuer.recipients.length === 0
              ? []
              : [
                  {
                    key: 'recipients',
                    label: t.recipients,
                    value: <span className="unit-printed">{issuer.recipients.join('\n')}</span>,
                  },
                ]),
          ]}
        />
      )}
    </PartView>
  )
}
