import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ScreeningRun } from '../../../shared/contract/screening.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useRun } from './use-run.ts'

/** How far all customers are screened, and going on where it was left. */
export function RunProgress({ run }: { readonly run: ScreeningRun }) {
  const { t } = useTranslation('screening')
  const { shown, running, failure, goOn, pause, mayGoOn } = useRun(run)
  const { done, customers, cases, status } = shown
  if (status === 'DONE') return <Note tone="ok">{t('runDone', { customers: done, count: cases })}</Note>
  return (
    <div>
      <Progress value={customers === 0 ? 0 : (100 * done) / customers} aria-label={t('runProgress')} />
      <p>{t('runShare', { done, customers, count: cases })}</p>
      <FailureNote failure={failure} />
      {!running && mayGoOn && (
        <BusyButton variant="default" fullWidth onClick={goOn}>
          {t('goOn')}
        </BusyButton>
      )}
      {running && (
        <BusyButton variant="default" fullWidth onClick={pause}>
          {t('pause')}
        </BusyButton>
      )}
    </div>
  )
}
