import { useTranslation } from 'react-i18next'
import type { DayWithdrawal } from '../../../shared/contract/branches.ts'
import { useCall } from '../../calls/use-call.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { DateText, TimeText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { announce } from '../../feedback/announce.ts'
import { formatDate } from '../../i18n/dates.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './day-side.module.css'

/** Proposals to withdraw a day that wait for a second person. Nothing where there are none. */
export function PendingWithdrawals() {
  const { answer } = useQueryCall('branches.listWithdrawals', {}, { every: 10_000 })
  if (answer.state !== 'known') return <AnswerNote answer={answer} inset />
  return answer.value.withdrawals.map((withdrawal) => <Pending key={withdrawal.id} withdrawal={withdrawal} />)
}

function Pending({ withdrawal }: { readonly withdrawal: DayWithdrawal }) {
  const { t } = useTranslation('branches')
  const { businessDate, reason, proposedBy, proposedAt, own } = withdrawal
  return (
    <section
      className={classes(styles.waiting, layout.padded, layout.stack)}
      aria-label={t('withdraw.pending', { date: formatDate(businessDate) })}
    >
      <div>
        <h2 className={styles.title}>
          {t('withdraw.title')} <DateText value={businessDate} />
        </h2>
        <p>{reason}</p>
        <p className={typography.secondary}>
          <bdi>{proposedBy}</bdi>, <TimeText value={proposedAt} />
        </p>
      </div>
      {own && <p className={typography.subdued}>{t('withdraw.own')}</p>}
      <Decision withdrawal={withdrawal} />
    </section>
  )
}

function Decision({ withdrawal: { id, businessDate, own } }: { readonly withdrawal: DayWithdrawal }) {
  const { t } = useTranslation('branches')
  const confirmation = useCall('branches.confirmWithdrawal')
  const drop = useCall('branches.dropWithdrawal')
  const confirm = async () => {
    const answer = await confirmation.run({ withdrawalId: id })
    if (answer?.ok === true) announce(t('withdraw.done'))
  }
  return (
    <>
      <FailureNote failure={confirmation.failure ?? drop.failure} />
      {!own && (
        <Confirm
          danger
          label={t('withdraw.confirm')}
          question={t('withdraw.question', { date: formatDate(businessDate) })}
          cancelLabel={t('withdraw.notNow')}
          busy={confirmation.busy}
          onConfirm={() => void confirm()}
        />
      )}
      <BusyButton variant="default" busy={drop.busy} onClick={() => void drop.run({ withdrawalId: id })}>
        {t('withdraw.drop')}
      </BusyButton>
    </>
  )
}
