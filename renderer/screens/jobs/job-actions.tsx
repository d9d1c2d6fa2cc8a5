import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import { useCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { useSession } from '../../calls/use-session.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import layout from '../../theme/layout.module.css'

/** Running it now, or stopping the run that is under way. */
export function JobActions({ job: { name, state, askedAt } }: { readonly job: Job }) {
  const { t } = useTranslation('jobs')
  const { serverConnected } = useSession()
  const may = useMay('jobs.runNow')
  const run = useCall('jobs.runNow')
  const stop = useCall('jobs.stop')
  const runs = state === 'RUNNING'
  const cannotRun = runs || askedAt !== null || !serverConnected
  const runNow = () => void run.run({ name })
  const stopNow = () => void stop.run({ name })
  useKeys(
    may
      ? {
          'Ctrl+Enter': { label: t('runNow'), run: runNow, disabled: cannotRun },
          X: { label: t('stop'), run: stopNow, disabled: !runs },
        }
      : {},
  )
  if (!may) return null
  return (
    <>
      <div className={layout.sideBySide}>
        <BusyButton keys="Ctrl+Enter" busy={run.busy} unavailable={cannotRun} onClick={runNow}>
          {t('runNow')}
        </BusyButton>
        <BusyButton variant="default" keys="X" busy={stop.busy} unavailable={!runs} onClick={stopNow}>
          {t('stop')}
        </BusyButton>
      </div>
      <FailureNote failure={run.failure ?? stop.failure} />
    </>
  )
}
