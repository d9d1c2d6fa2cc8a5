import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { CatchBoundary } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { CrashScreen } from '../gates/crash.tsx'
import { SessionGate } from '../gates/session-gate.tsx'
import { createQueryClient } from '../calls/use-call.ts'
import { i18n } from '../i18n/i18n.ts'
import { watchPresses } from '../keyboard/after-press.ts'
import { guardDoubleClicks } from '../keyboard/double-click.ts'
import { listenForKeys } from '../keyboard/keys.ts'
import { watchTyping } from '../keyboard/typed-text.ts'
import { LiveRegion } from '../shell/live-region.tsx'
import { theme } from '../theme/theme.ts'

// The key is also read by public/color-scheme.js before the first paint.
const colorScheme = localStorageColorSchemeManager({ key: 'corex-color-scheme' })

/** Providers around the one gate that decides what is shown. Mantine's CSS variables are generated: see theme-css.ts. */
export function App() {
  const [client] = useState(createQueryClient)
  useEffect(listenForKeys, [])
  useEffect(watchTyping, [])
  useEffect(watchPresses, [])
  useEffect(guardDoubleClicks, [])
  return (
    <I18nextProvider i18n={i18n}>
      <DirectionProvider>
        <MantineProvider
          theme={theme}
          defaultColorScheme="auto"
          colorSchemeManager={colorScheme}
          withCssVariables={false}
          withGlobalClasses={false}
        >
          <QueryClientProvider client={client}>
            <CatchBoundary getResetKey={() => 'window'} errorComponent={CrashScreen}>
              <SessionGate />
            </CatchBoundary>
          </QueryClientProvider>
          <Notifications position="bottom-left" limit={3} />
          <LiveRegion />
        </MantineProvider>
      </DirectionProvider>
    </I18nextProvider>
  )
}
