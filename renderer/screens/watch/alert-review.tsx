import { useTranslation } from 'react-i18next'
import type { AlertView } from '../../../shared/contract/alert-views.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column } from '../../components/columns.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { AlertPostings } from './alert-postings.tsx'
import { AlertDecision } from './alert-decision.tsx'
import { ReportView } from './report-view.tsx'
import { LOOK_AGAIN_MS } from './use-alerts.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import styles from './watch.module.css'

/** What is behind an alert may be longer than its place, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

type Props = { readonly alertId: string; readonly onDecided: () => void }

/** The person and the postings as they are now; beside them the report and the decision. */
export function AlertReview({ alertId, onDecided }: Props) {
  const { t } = useTranslation('watch')
  const { answer } = useQueryCall('watch.readAlert', { alertId }, { every: LOOK_AGAIN_MS })
  const alert = answer.state === 'known' ? answer.value : undefined
  return (
    <>
      <Column label={t('alert')} tone="canvas">
        <header className={panel.head}>
          <h2>{alert === undefined ? '' : t(`kind.${alert.kind}`)}</h2>
        </header>
        <section
          className={classes(layout.scroll, styles.shown)}
          aria-label={t('behind')}
          {...SCROLLED_BY_KEYS}
        >
          <AnswerNote answer={answer} />
          {alert !== undefined && <Shown alert={alert} />}
        </section>
      </Column>
      <Column label={t('report')}>
        <header className={panel.head}>
          <h2>{t('report')}</h2>
        </header>
        <section
          className={classes(layout.scroll, layout.padded)}
          aria-label={t('fields')}
          {...SCROLLED_BY_KEYS}
        >
          {alert !== undefined && <ReportView report={alert.report} />}
        </section>
        {alert !== undefined && <AlertDecision alert={alert} onDecided={onDecided} />}
      </Column>
    </>
  )
}

function Shown({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation('watch')
  return (
    <>
      <p>{t(`kindAsk.${alert.kind}`)}</p>
      <AlertFacts alert={alert} />
      <AlertPostings alert={alert} />
    </>
  )
}
