import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { roveFocus } from '../keyboard/roving.ts'
import { useSession } from '../calls/use-session.ts'
import { usePath } from '../app/navigate.ts'
import type { Screen } from '../app/screen.ts'
import { screensOf } from '../app/screens.ts'
import { useAskedGo } from '../app/use-leave.ts'
import { classes } from '../theme/classes.ts'
import layout from '../theme/layout.module.css'
import styles from './navigation.module.css'

/** Arrow keys move between the links, which are one tab stop. */
const ARROW_KEYS = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

/** The screens of the role. */
export function Navigation() {
  const { t } = useTranslation('shell')
  const { user } = useSession()
  const path = usePath()
  const shown = user === null ? [] : screensOf(user.role).filter(({ hidden }) => hidden !== true)
  const current = shown.find((screen) => path.startsWith(screen.path))
  const tabStop = current ?? shown[0]
  return (
    <nav className={styles.navigation} aria-label={t('mainNavigation')} {...ARROW_KEYS}>
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
  const go = useAskedGo()
  const { icon: Icon, waiting: Waiting } = screen
  return (
    <button
      type="button"
      className={styles.screen}
      title={t(`nav.${screen.name}`)}
      aria-current={isCurrent ? 'page' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => go(screen.path)}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className={classes(layout.grow, styles.name)}>{t(`nav.${screen.name}`)}</span>
      {Waiting !== undefined && <Waiting />}
    </button>
  )
}
