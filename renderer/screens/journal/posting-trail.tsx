import { useTranslation } from 'react-i18next'
import type { TrailEvent } from '../../../shared/contract/journal.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { actionWord } from '../audit/words.ts'
import typography from '../../theme/typography.module.css'
import styles from './journal.module.css'

/** Who posted, opened and printed a posting, from the audit log. */
export function PostingTrail({ transactionId }: { readonly transactionId: string }) {
  const { t } = useTranslation('journal')
  const { answer } = useQueryCall('journal.trail', { transactionId })
  return (
    <section className={styles.trail} aria-label={t('trail')}>
      <h3>{t('trail')}</h3>
      <AnswerNote answer={answer} />
      {answer.state === 'known' && answer.value.events.map((event) => <Event key={event.id} event={event} />)}
    </section>
  )
}

function Event({ event: { at, action, person, workstation, build } }: { readonly event: TrailEvent }) {
  return (
    <p title={build}>
      <b>{actionWord(action)}</b> <bdi>{person}</bdi>
      <br />
      <span className={typography.secondary}>
        <TimeText value={at} /> <bdi>{workstation}</bdi>
      </span>
    </p>
  )
}
