import type { ReactNode } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import { type UnitRow, unitsContract } from '#contract/units.ts'
import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { addressAt } from '#web/platform/address.ts'
import { useRead } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useDetailTitle } from '#web/platform/routing.tsx'
import { writeSearch } from '#web/platform/search-params.ts'
import { useMay, useSession } from '#web/platform/session.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { ActDialog } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import type { Act } from './filter.ts'
import { ContactView, IssuerView, SupervisionView } from './unit-settings-view.tsx'
import { UnitStoryView } from './unit-story-view.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'

const texts = { vi, en }

export type UnitPage = ReplyOf<(typeof unitsContract)['getUnit']>

export type UnitDetailProps = {
  unitId: UnitId
  asOf: LocalDate
  hrefOf: (unitId: UnitId) => string
  /** The act whose dialog is open. */
  act: Act | null
  onAct: (act: Act | null) => void
}

/** One unit as of the day: what it is, its settings, its story, and what may be done to it. */
export function UnitDetailView({ unitId, asOf, hrefOf, act, onAct }: UnitDetailProps) {
  const reading = useRead(
    unitsContract.getUnit,
    { params: { unitId }, query: { asOf } },
    { keepFormer: true },
  )
  return (
    <Loaded reading={reading} loading={<LoadingState shape="page" />}>
      {(page) => (
        <article className="unit-detail">
          <UnitHeadView page={page} asOf={asOf} onAct={onAct} hrefOf={hrefOf} />
          <UnitFactsView page={page} hrefOf={hrefOf} />
          <UnitStoryView page={page} asOf={asOf} hrefOf={hrefOf} />
          <SupervisionView page={page} hrefOf={hrefOf} onAct={onAct} />
          <ContactView page={page} onAct={onAct} />
          <IssuerView page={page} onAct={onAct} />
          {act !== null && <ActDialog act={act} page={page} asOf={asOf} onClose={() => onAct(null)} />}
        </article>
      )}
    </Loaded>
  )
}

function UnitHeadView({
  page,
  asOf,
  onAct,
  hrefOf,
}: {
  page: UnitPage
  asOf: LocalDate
  onAct: (act: Act | null) => void
  hrefOf: (unitId: UnitId) => string
}) {
  const t = useTexts(texts)
  const names = useTexts(actTexts).names
  const { today } = useSession()
  const may = useMay()
  const to = useAddress()
  const { unit } = page
  const mayChange = page.living && may('unit.change', unit.path)
  const changes = (['found', 'rename', 'alter', 'move'] as const).map((act) => ({
    key: act,
    text: names[act],
    onPress: () => onAct(act),
  }))
  const endings = (['split', 'dissolve'] as const).map((act) => ({
    key: act,
    text: names[act],
    onPress: () => onAct(act),
  }))
  const merge = {
    key: 'merge',
    text: names.merge,
    href: `${to('units/merge')}${writeSearch({ units: unit.unitId, asOf: asOf === today ? null : asOf })}`,
  }
  useDetailTitle(unit.shortName)
  return (
    <header className="unit-head">
      <nav aria-label={t.unit.parent}>
        <ol className="crumbs">
          {page.above.map((above) => (
            <li key={above.unitId}>
              <a href={hrefOf(above.unitId)}>{above.name}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="unit-head-line">
        <h2>{unit.officialName}</h2>
        {mayChange && <Menu label={t.unit.acts} size="small" acts={[...changes, merge, ...endings]} />}
      </div>
      <div className="page-facts">
        {page.living ? (
          <StateBadge state="done">{t.unit.living}</StateBadge>
        ) : (
          <StateBadge state="none">
            {t.unit.ended(unit.validTo === null ? '' : formatDate(unit.validTo))}
          </StateBadge>
        )}
        <span>{unit.code}</span>
        {page.living && <span>{t.unit.since(formatDate(unit.validFrom))}</span>}
      </div>
    </header>
  )
}

function UnitFactsView({ page, hrefOf }: { page: UnitPage; hrefOf: (unitId: UnitId) => string }) {
  const t = useTexts(texts)
  const { unit } = page
  return (
    <section>
      <h3 className="unseen">{t.unit.facts}</h3>
      <dl className="key-values" data-dense>
        <FactView label={t.unit.shortName}>{unit.shortName}</FactView>
        {unit.otherNames.length > 0 && (
          <FactView label={t.unit.otherNames}>{unit.otherNames.join('; ')}</FactView>
        )}
        <FactView label={t.unit.kind}>{t.kinds[unit.kind]}</FactView>
        <SchoolFactsView unit={unit} />
        {unit.place !== null && <FactView label={t.unit.place}>{unit.place}</FactView>}
        {unit.children > 0 && <FactView label={t.unit.children}>{t.count(unit.children)}</FactView>}
        <LinksView page={page} hrefOf={hrefOf} />
      </dl>
    </section>
  )
}

function SchoolFactsView({ unit }: { unit: UnitRow }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const tiers = useRead(unitsContract.listTiers, {}, { when: unit.tier !== null })
  const tier = tiers.data?.find((known) => known.code === unit.tier)
  return (
    <>
      {unit.tier !== null && (
        <FactView label={t.unit.tier}>
          {tier === undefined ? unit.tier : language === 'vi' ? tier.nameVi : tier.nameEn}
        </FactView>
      )}
      {unit.levels.length > 0 && (
        <FactView label={t.unit.levels}>{unit.levels.map((level) => t.levels[level]).join(', ')}</FactView>
      )}
      {unit.ownership !== null && (
        <FactView label={t.unit.ownership}>{t.ownerships[unit.ownership]}</FactView>
      )}
      {unit.rank !== null && <FactView label={t.unit.rank}>{t.rank(unit.rank)}</FactView>}
    </>
  )
}

function LinksView({ page, hrefOf }: { page: UnitPage; hrefOf: (unitId: UnitId) => string }) {
  const t = useTexts(texts)
  const may = useMay()
  const { year, unit: standing } = usePlace()
  const { unit } = page
  const links = [
    { label: t.unit.before, list: page.before },
    { label: t.unit.after, list: page.after },
  ].filter((one) => one.list.length > 0)
  return (
    <>
      {links.map(({ label, list }) => (
        <FactView key={label} label={label}>
          {list.map((one, index) => (
            <span key={one.unitId}>
              {index > 0 && ', '}
              <a href={hrefOf(one.unitId)}>{one.name}</a> ({formatDate(one.on)})
            </span>
          ))}
        </FactView>
      ))}
      {may('person.read', unit.path) && (
        <FactView label={t.unit.people}>
          <a href={addressAt({ unitCode: unit.code, year }, 'people/{-$personId}', { personId: null })}>
            {t.unit.openPeople}
          </a>
        </FactView>
      )}
      {page.living && unit.unitId !== standing.unitId && unit.children > 0 && (
        <FactView label="">
          <a href={addressAt({ unitCode: unit.code, year }, 'units/{-$unitId}', { unitId: unit.unitId })}>
            {t.unit.standHere}
          </a>
        </FactView>
      )}
    </>
  )
}

function FactView({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="key-value">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
