import { Outlet } from '@tanstack/react-router'
import { IconCloudOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../calls/use-call.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { useSession } from '../calls/use-session.ts'
import { MissingLetters } from '../screens/printers/missing-letters.tsx'
import { StepUp } from '../screens/sessions/step-up.tsx'
import { Recoveries } from '../screens/intents/recoveries.tsx'
import { Help } from './help.tsx'
import { KeyBar } from './key-bar.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { StatusBar } from './status-bar.tsx'
import { useFrameKeys } from './use-frame-keys.ts'
import { useIdleLock } from './use-idle-lock.ts'
import styles from './shell.module.css'

/** The frame around every screen. While locked it stays mounted, inert, so that nothing typed is lost. */
export function Shell() {
  const { t } = useTranslation('shell')
  const session = useSession()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const lock = useCall('sessions.lock')
  const locked = session.stage === 'locked'
  const lockNow = () => void lock.run({})
  useIdleLock(session.idleLockSeconds, !locked, lockNow)
  useFrameKeys(!locked, {
    onHelp: () => setOpen('help'),
    onFind: () => setOpen('palette'),
    onLock: lockNow,
  })
  // Locked: a modal layer without keys, so that nothing beneath the lock can be pressed.
  useKeys({}, { enabled: locked, modal: true })

  return (
    <>
      <div className={styles.shell}>
        <a className={styles.skipLink} href="#work">
          {t('skipToWork')}
        </a>
        <StatusBar onLock={lockNow} />
        {!session.serverConnected && <OfflineBanner />}
        <Navigation />
        <main className={styles.main} id="work" tabIndex={-1}>
          <Outlet />
        </main>
        <KeyBar />
      </div>
      <Recoveries />
      <StepUp />
      <MissingLetters />
      <Palette opened={open === 'palette' && !locked} onClose={() => setOpen(null)} onLock={lockNow} />
      <Help opened={open === 'help' && !locked} onClose={() => setOpen(null)} />
    </>
  )
}

function OfflineBanner() {
  const { t } = useTranslation('shell')
  return (
    <div className={styles.offline} role="alert">
      <IconCloudOff size={20} stroke={1.75} aria-hidden />
      <b>{t('offline')}</b>
      <span>{t('offlineHint')}</span>
    </div>
  )
}
