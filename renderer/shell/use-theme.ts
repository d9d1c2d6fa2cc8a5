import { useMantineColorScheme } from '@mantine/core'

/**
 * Which theme is in use, and changing it. Transitions are kept: Mantine suppresses them by a style element, which the window's content policy
 * refuses.
 */
export const useTheme = () => useMantineColorScheme({ keepTransitions: true })
