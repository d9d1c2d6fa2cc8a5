import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { roveFocus } from '../keyboard/roving.ts'
import { useSession } from '../calls/use-session.ts'
import { useGo, usePath } from '../app/navigate.ts'
import { screensOf, type Screen } from '../app/screens.ts'

/** Arrow keys among the links, which are one tab stop. */
const WALK = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, '.navlink') }

/** The screens of the role. One tab stop; arrow keys move within. */
export function Navigation() {
  const { t } = useTranslation('shell')
  const { user } = useSession()
  const path = usePath()
  const shown = user === null ? [] : screensOf(user.role).filter(({ hidden }) => hidden !== true)
  const current = shown.find((screen) => path.startsWith(screen.path))
  const stop = current ?? shown[0]
  return (
    <nav className="nav" aria-label={t('mainNavigation')} {...WALK}>
      {shown.map((screen) => (
        <NavigationItem
          key={screen.path}
          screen={screen}
          current={screen === current}
          stop={screen === stop}
        />
      ))}
    </nav>
  )
}

function NavigationItem({
  screen,
  current,
  stop,
}: {
  readonly screen: Screen
  readonly current: boolean
  readonly stop: boolean
}) {
  const { t } = useTranslation('shell')
  const go = useGo()
  const { icon: Icon, waiting: Waiting } = screen
  return (
    <button
      type="button"
      className="navlink"
      title={t(`nav.${screen.name}`)}
      aria-current={current ? 'page' : undefined}
      tabIndex={stop ? 0 : -1}
      onClick={() => go(screen.path)}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className="grow">{t(`nav.${screen.name}`)}</span>
      {Waiting !== undefined && <Waiting />}
    </button>
  )
}
