import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../components/busy-button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import typography from '../theme/typography.module.css'
import gate from '../components/gate-card.module.css'

/** Shown in place of a screen that threw. The ledger is untouched, and the screen can be opened again. */
export function CrashScreen({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  return (
    <div className={gate.gate} role="alert">
      <EmptyState
        title={t('crash.title')}
        hint={t('crash.text')}
        action={
          <>
            <BusyButton startHere onClick={reset}>
              {t('crash.again')}
            </BusyButton>
            <p className={typography.secondary}>
              {t('crash.what', { message: error instanceof Error ? error.message : String(error) })}
            </p>
          </>
        }
      />
    </div>
  )
}
