import { useTranslation } from 'react-i18next'
import { roveFocus } from '../components/roving.ts'
import { useSession } from '../hooks/use-session.ts'
import { useGo, usePath } from '../navigation.ts'
import { screensOf, type Screen } from '../screens.ts'

/** The screens of the role. One tab stop; arrow keys move within. */
export function Navigation() {
  const { t } = useTranslation('shell')
  const { user } = useSession()
  const path = usePath()
  const shown = user === null ? [] : screensOf(user.role).filter(({ hidden }) => hidden !== true)
  const current = shown.find((screen) => path.startsWith(screen.path))
  const stop = current ?? shown[0]
  return (
    <nav className="nav" aria-label={t('mainNavigation')} onKeyDown={(event) => roveFocus(event, '.navlink')}>
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

const useNothingWaiting = () => undefined

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
  const useWaiting = screen.useWaiting ?? useNothingWaiting
  const waiting = useWaiting()
  const { icon: Icon } = screen
  return (
    <button
      type="button"
      className="navlink"
      aria-current={current ? 'page' : undefined}
      tabIndex={stop ? 0 : -1}
      onClick={() => go(screen.path)}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className="grow">{t(`nav.${screen.name}`)}</span>
      {waiting !== undefined && waiting > 0 && (
        <span className="count">
          <span aria-hidden>{waiting}</span>
          <span className="unseen">{t('waiting', { count: waiting })}</span>
        </span>
      )}
    </button>
  )
}
