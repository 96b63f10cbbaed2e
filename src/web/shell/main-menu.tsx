import { useLocation } from '@tanstack/react-router'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Popup } from '#web/ui/popup.tsx'
import { type MenuLink, useMenuLinks } from './frame-context.tsx'
import { menu } from './menu.ts'
import { shellTexts } from './shell-texts.ts'

/** At the left on a wide screen. */
export function SideMenu() {
  const t = useTexts(shellTexts).menu
  const links = useMenuLinks()
  const daily = links.filter(({ name }) => !menu[name].administration)
  const rest = links.filter(({ name }) => menu[name].administration)
  return (
    <nav className="side-menu" aria-label={t.label}>
      <MenuList links={daily} />
      {rest.length > 0 && (
        <>
          <p className="side-menu-heading" id="side-menu-administration">
            {t.administration}
          </p>
          <MenuList links={rest} labelledBy="side-menu-administration" />
        </>
      )}
    </nav>
  )
}

function MenuList({ links, labelledBy }: { links: readonly MenuLink[]; labelledBy?: string }) {
  return (
    <ul aria-labelledby={labelledBy}>
      {links.map((link) => (
        <li key={link.name}>
          <MenuItem link={link} className="side-menu-item" />
        </li>
      ))}
    </ul>
  )
}

function MenuItem({ link, className, onPress }: { link: MenuLink; className: string; onPress?: () => void }) {
  const t = useTexts(shellTexts).menu
  const pathname = useLocation({ select: (location) => location.pathname })
  const isHere = pathname === link.href || pathname.startsWith(`${link.href}/`)
  return (
    <a className={className} href={link.href} aria-current={isHere ? 'page' : undefined} onClick={onPress}>
      <Icon name={menu[link.name].icon} />
      <span className="menu-words">{t[link.name]}</span>
    </a>
  )
}

const slots = 4

/** At the foot of a phone: four entries, the fourth opens the others where there are more. */
export function BottomBar() {
  const t = useTexts(shellTexts).menu
  const links = useMenuLinks()
  const direct = links.length > slots ? links.slice(0, slots - 1) : links
  const others = links.slice(direct.length)
  if (links.length < 2) return null
  return (
    <nav className="bottom-bar" aria-label={t.label}>
      {direct.map((link) => (
        <MenuItem key={link.name} link={link} className="bottom-bar-item" />
      ))}
      {others.length > 0 && (
        <Popup
          align="end"
          buttonClass="bottom-bar-item"
          button={
            <>
              <Icon name="menu" />
              <span className="menu-words">{t.more}</span>
            </>
          }
        >
          {(close) => (
            <ul>
              {others.map((link) => (
                <li key={link.name}>
                  <MenuItem link={link} className="option" onPress={close} />
                </li>
              ))}
            </ul>
          )}
        </Popup>
      )}
    </nav>
  )
}
