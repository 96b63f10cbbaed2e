import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { DisplaySettings } from './display-settings-view.tsx'
import { OwnMail } from './own-mail-view.tsx'
import { OwnSessions } from './own-sessions-view.tsx'
import { PasswordForm } from './password-form.tsx'
import { en as peopleEn } from './people.en.ts'
import { vi as peopleVi } from './people.vi.ts'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'
import './settings.css'

const texts = { vi, en }
const people = { vi: peopleVi, en: peopleEn }

/** Tài khoản của tôi: password, where one is signed in, how it looks here. */
export function AccountScreen() {
  const t = useTexts(texts).account
  const { roles } = useTexts(people)
  const session = useSession()
  return (
    <>
      <PageHeader
        title={t.title}
        facts={`${session.name}${session.jobTitle === null ? '' : `, ${session.jobTitle}`}. ${t.signedInAs(session.userName)}`}
      />
      <div className="settings">
        <section className="settings-part" aria-labelledby="own-roles">
          <h2 id="own-roles">{t.roles}</h2>
          <ul className="settings-list">
            {session.grants.map((grant) => (
              <li key={`${grant.role} ${grant.unitId} ${grant.scopeUnitId}`}>
                <span>
                  <b>{roles[grant.role]}</b> · {grant.unitName}
                  {grant.scopeUnitId !== grant.unitId && (
                    <span className="settings-fine">{t.over(grant.scopeName)}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <PasswordForm />
        <OwnMail />
        <OwnSessions />
        <DisplaySettings />
      </div>
    </>
  )
}
