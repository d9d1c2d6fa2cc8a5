import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { AlertView } from '../../../shared/contract/alert-views.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { DecisionPair, DecisionPanel } from '../../components/decision-pair.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormTextarea } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import layout from '../../theme/layout.module.css'
import { ReportExport } from './report-export.tsx'

type Props = { readonly alert: AlertView; readonly onDecided: () => void }

/** The decision on exactly what is shown; afterwards what it was, and the report as a file. */
export function AlertDecision({ alert, onDecided }: Props) {
  return (
    <DecisionPanel>
      {alert.status === 'OPEN' ? <Choice alert={alert} onDecided={onDecided} /> : <Decided alert={alert} />}
    </DecisionPanel>
  )
}

function Decided({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation('watch')
  const reported = alert.status === 'REPORTED'
  return (
    <>
      <Note tone={reported ? 'ok' : 'info'}>
        <p>{t(reported ? 'reported' : 'notReported')}</p>
        {alert.reason !== null && (
          <p>
            <bdi>{alert.reason}</bdi>
          </p>
        )}
        <p>
          {t('decidedBy')}: <bdi>{alert.decidedBy}</bdi>
        </p>
      </Note>
      {reported && <ReportExport alertId={alert.id} />}
    </>
  )
}

const schema = z.object({ reason: z.string().max(500) })

function Choice({ alert, onDecided }: Props) {
  const { t } = useTranslation('watch')
  const { serverConnected } = useSession()
  const decide = useCall('watch.decideAlert')
  const form = useContractForm(schema, { reason: '' })
  const send = (report: boolean) =>
    form.handleSubmit(async ({ reason }) => {
      const said = reason.trim() === '' ? null : reason
      if (!report && said === null) {
        form.setError('reason', { message: t('reasonMissing') }, { shouldFocus: true })
        return
      }
      const { id: alertId, version } = alert
      const answer = await decide.run({ alertId, version, report, reason: said })
      if (answer?.ok !== true) return
      announce(t(report ? 'reported' : 'notReported'))
      onDecided()
    })()
  const unavailable = decide.busy || !serverConnected
  const refuse = { label: t('noReport'), keys: 'N', run: () => void send(false), unavailable }
  const approve = { label: t('doReport'), keys: 'R', run: () => void send(true), unavailable }
  useKeys({
    N: { label: refuse.label, run: refuse.run, disabled: unavailable },
    R: { label: approve.label, run: approve.run, disabled: unavailable },
  })
  return (
    <form className={layout.stack} onSubmit={(event) => event.preventDefault()}>
      <FormTextarea
        control={form.control}
        name="reason"
        label={t('reason')}
        description={t('reasonHint')}
        rows={2}
      />
      <FailureNote failure={decide.failure} />
      <DecisionPair refuse={refuse} approve={approve} />
    </form>
  )
}
