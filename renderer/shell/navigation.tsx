import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { roveFocus } from '../keyboard/roving.ts'
import { useSession } from '../calls/use-session.ts'
import { useGo, usePath } from '../app/navigate.ts'
import { screensOf, type Screen } from '../app/screens.ts'

/** Arrow keys move between the links, which are one tab stop. */
const ARROW_KEYS = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, '.navlink') }

/** The screens of the role. */
export function Navigation() {
  const { t } = useTranslation('shell')
  const { user } = useSession()
  const path = usePath()
  const shown = user === null ? [] : screensOf(user.role).filter(({ hidden }) => hidden !== true)
  const current = shown.find((screen) => path.startsWith(screen.path))
  const tabStop = current ?? shown[0]
  return (
    <nav className="nav" aria-label={t('mainNavigation')} {...ARROW_KEYS}>
      {shown.map((screen) => (
        <NavigationItem
          key={screen.path}
          screen={screen}
          isCurrent={screen === current}
          isTabStop={screen === tabStop}
        />
      ))}
    </nav>
  )
}

type ItemProps = {
  readonly screen: Screen
  readonly isCurrent: boolean
  readonly isTabStop: boolean
}

function NavigationItem({ screen, isCurrent, isTabStop }: ItemProps) {
  const { t } = useTranslation('shell')
  const go = useGo()
  const { icon: Icon, waiting: Waiting } = screen
  return (
    <button
      type="button"
      className="navlink"
      title={t(`nav.${screen.name}`)}
      aria-current={isCurrent ? 'page' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => go(screen.path)}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className="grow">{t(`nav.${screen.name}`)}</span>
      {Waiting !== undefined && <Waiting />}
    </button>
  )
}
