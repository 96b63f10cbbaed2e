import { can } from '#domain/rights/can.ts'
import { useTexts } from '#web/platform/language.tsx'
import { actorOf, useSession } from '#web/platform/session.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { DisplaySettings } from './display-settings-view.tsx'
import { HolidaySettings } from './holiday-settings-view.tsx'
import { MailSettings } from './mail-settings-view.tsx'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'
import { TenantSettings } from './tenant-settings-view.tsx'
import { TierSettings } from './tier-settings-view.tsx'
import './settings.css'

const texts = { vi, en }

/** Cài đặt: what holds for the whole tenant, and what holds on this machine. */
export function SettingsScreen() {
  const t = useTexts(texts)
  const session = useSession()
  const mayChange = can(actorOf(session), 'tenant.settings', { tenantId: session.tenantId, path: null })
  return (
    <>
      <PageHeader title={t.title} />
      <div className="settings">
        {mayChange ? <TenantSettings /> : <Notice>{t.tenant.notYours}</Notice>}
        <TierSettings mayChange={mayChange} />
        <HolidaySettings mayChange={mayChange} />
        {mayChange && <MailSettings />}
        <DisplaySettings />
      </div>
    </>
  )
}
