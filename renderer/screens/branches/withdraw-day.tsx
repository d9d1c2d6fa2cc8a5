import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayView } from '../../../shared/contract/branches.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useProposal } from './use-proposal.ts'
import typography from '../../theme/typography.module.css'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './day-figures.module.css'

/** A day on which nothing was posted may be a mistake; a supervisor proposes to take it back. */
export function WithdrawDay({ day }: { readonly day: DayView }) {
  const { t } = useTranslation('branches')
  const mayPropose = useMay('branches.proposeWithdrawal')
  const [proposing, setProposing] = useState(false)
  const isProposed = useIsProposed(day.businessDate, mayPropose)
  if (!mayPropose || isProposed || day.status === 'WITHDRAWN' || day.postings.length > 0) return null
  return (
    <div className={styles.withdraw}>
      {proposing ? (
        <ProposeForm businessDate={day.businessDate} onDone={() => setProposing(false)} />
      ) : (
        <div className={layout.sideBySide}>
          <p className={classes(typography.subdued, layout.grow)}>{t('withdraw.hint')}</p>
          <Button variant="default" onClick={() => setProposing(true)}>
            {t('withdraw.begin')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The proposal stands beside the day already; a second one would be refused. */
function useIsProposed(date: string, enabled: boolean): boolean {
  const { answer } = useQueryCall('branches.listWithdrawals', {}, { enabled })
  return (
    answer.state === 'known' && answer.value.withdrawals.some(({ businessDate }) => businessDate === date)
  )
}

type FormProps = { readonly businessDate: string; readonly onDone: () => void }

function ProposeForm({ businessDate, onDone }: FormProps) {
  const { t } = useTranslation('branches')
  const { form, busy, failure, propose } = useProposal(businessDate, onDone)
  return (
    <InlineForm
      framed={t('withdraw.begin')}
      submit={{ label: t('withdraw.propose'), run: propose, busy }}
      leave={{ label: t('withdraw.cancel'), run: onDone }}
      failure={failure}
    >
      <FormText
        control={form.control}
        name="reason"
        maxLength={200}
        label={t('withdraw.reason')}
        description={t('withdraw.reasonHint')}
      />
    </InlineForm>
  )
}
