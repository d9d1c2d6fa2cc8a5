import { Kbd } from '@mantine/core'
import { IconAlertTriangle, IconBuildingBank, IconLock, IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../calls/use-may.ts'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { DateText } from '../components/bidi.tsx'
import { useSession } from '../calls/use-session.ts'
import { formatDate } from '../i18n/dates.ts'
import { keyCaption } from '../keyboard/keys.ts'
import { useCountedTill } from '../screens/tills/use-counted-till.ts'
import { ApprovalsCell } from './approvals-cell.tsx'
import { HealthCell } from './health-cell.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { SIGN_OUT_KEY, useSignOut } from './use-sign-out.ts'
import { useFittingBar } from './use-fitting-bar.ts'
import { UpgradeCell } from './upgrade-cell.tsx'
import { UserCell } from './user-cell.tsx'
import { classes } from '../theme/classes.ts'
import layout from '../theme/layout.module.css'
import typography from '../theme/typography.module.css'
import dot from '../components/state-dot.module.css'
import styles from './status-bar.module.css'

/** What is always visible: branch, business date, till, server and who is signed in, all from the session. */
export function StatusBar({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation('shell')
  const { branch, till, user, serverConnected } = useSession()
  const bar = useFittingBar()
  return (
    <header ref={bar} className={styles.status} aria-label={t('status')}>
      <div className={styles.brand}>
        <IconBuildingBank size={18} stroke={1.75} aria-hidden />
        <b>{t('product')}</b>
      </div>
      {branch !== null && <BranchCells branch={branch} />}
      <div className={layout.grow} />
      <UpgradeCell />
      <ApprovalsCell />
      <HealthCell />
      {/* Branch and till are read together: without the one, the other is not known, which is not the same as none. */}
      {branch !== null && <TillCell till={till} isTeller={user?.role === 'TELLER'} />}
      <ServerCell connected={serverConnected} />
      {user !== null && <UserCell user={user} />}
      <Tools onLock={onLock} />
    </header>
  )
}

/** While all is well a dot says so. */
function ServerCell({ connected }: { readonly connected: boolean }) {
  const { t } = useTranslation('shell')
  const words = connected ? t('serverConnected') : t('serverLost')
  return (
    <div className={styles.cell} title={words}>
      <Dot ok={connected} />
      <span className={connected ? layout.visuallyHidden : undefined}>{words}</span>
    </div>
  )
}

function Tools({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation('shell')
  const signOut = useSignOut()
  return (
    <div className={classes(styles.cell, styles.tools)}>
      <ThemeSwitch />
      <button type="button" className={styles.tool} onClick={onLock}>
        <IconLock size={16} stroke={1.75} aria-hidden />
        {t('lock')}
        <Kbd aria-hidden>{keyCaption('Ctrl+L')}</Kbd>
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('signOut')}
        title={`${t('signOut')} (${keyCaption(SIGN_OUT_KEY)})`}
        onClick={signOut}
      >
        <IconLogout size={16} stroke={1.75} aria-hidden />
      </button>
    </div>
  )
}

function BranchCells({ branch }: { readonly branch: NonNullable<SessionView['branch']> }) {
  const { t } = useTranslation('shell')
  return (
    <>
      <div className={styles.cell}>
        <bdi className={classes(typography.clipped, styles.name)} title={branch.name} data-name>
          {branch.name}
        </bdi>
      </div>
      <div className={styles.cell}>
        {branch.businessDate === null ? (
          <span className={styles.label}>{t('noBusinessDate')}</span>
        ) : (
          <>
            <span className={styles.label}>{t('businessDate')}</span>
            <b>
              <DateText value={branch.businessDate} />
            </b>
            <Dot ok={branch.dayOpen} />
            <span>{branch.dayOpen ? t('dayOpen') : t('dayClosed')}</span>
            {branch.dayOpen && branch.businessDate !== branch.localDate && (
              <output className={styles.notToday}>
                <IconAlertTriangle size={14} stroke={2} aria-hidden />
                {t('notToday', { date: formatDate(branch.localDate) })}
              </output>
            )}
          </>
        )}
      </div>
    </>
  )
}

function TillCell({ till, isTeller }: { till: SessionView['till']; isTeller: boolean }) {
  const mayHoldTill = useMay('tills.open')
  const { t } = useTranslation('shell')
  const counted = useCountedTill()
  if (till !== null)
    return (
      <div className={styles.cell}>
        <span className={styles.label}>{till.name}</span>
        <Dot ok />
        <span>{t('dayOpen')}</span>
      </div>
    )
  if (counted !== null)
    return (
      <div className={styles.cell}>
        <span className={styles.label}>{counted}</span>
        <Dot ok={false} />
        <span>{t('tillCounted')}</span>
      </div>
    )
  // A supervisor can work without a till, so only a teller is warned.
  if (!mayHoldTill) return null
  return (
    <div className={styles.cell}>
      {isTeller && <Dot ok={false} />}
      <span>{t('noTill')}</span>
    </div>
  )
}

/** Green or red, always beside the word. */
function Dot({ ok }: { readonly ok: boolean }) {
  return <span className={dot.stateDot} data-tone={ok ? 'ok' : 'bad'} />
}
