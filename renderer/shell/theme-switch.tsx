import type { MantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTheme } from './use-theme.ts'
import styles from './status-bar.module.css'

const NEXT: Readonly<Record<MantineColorScheme, MantineColorScheme>> = {
  auto: 'light',
  light: 'dark',
  dark: 'auto',
}
export const THEMES = ['light', 'dark', 'auto'] as const
export const THEME_ICONS = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const

/** From system to light to dark and back. The icon shows the theme in use, the label says what a press does. */
export function ThemeSwitch() {
  const { t } = useTranslation('shell')
  const { colorScheme, setColorScheme } = useTheme()
  const next = NEXT[colorScheme]
  const Icon = THEME_ICONS[colorScheme]
  const label = t(`theme.${next}`)
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
    </button>
  )
}
