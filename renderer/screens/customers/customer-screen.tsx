import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useGo } from '../../app/navigate.ts'
import { useLeave } from '../../app/use-leave.ts'
import { select } from '../../app/selection.ts'
import { CustomerPage } from './customer-page.tsx'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly customerId: string
  /** What was searched for; going back returns to it. */
  readonly find: string
  readonly justRegistered: boolean
  /** The number of the account that the customer was opened for. */
  readonly account: string | null
}

/** Fetches the customer; the page itself is only drawn with one. */
export function CustomerScreen({ customerId, find, justRegistered, account }: Props) {
  const { t } = useTranslation(['customers', 'components'])
  const go = useGo()
  useEffect(() => select(customerId, account), [customerId, account])
  const { answer } = useQueryCall('customers.get', { customerId })
  const back = () => go('/customers', find === '' ? {} : { find })
  const { asked, byKey } = useLeave()
  useKeys({
    F2: { label: t('search'), run: () => byKey(back), minor: true },
    Escape: { label: t('backToSearch'), run: () => byKey(back), quiet: true },
  })
  if (answer.state === 'known')
    return (
      <CustomerPage
        customer={answer.value}
        justRegistered={justRegistered}
        onBack={() => asked('search', back)}
      />
    )
  return (
    <Columns layout="single">
      <Column label={t('title')}>
        <PageHeader title={answer.state === 'loading' ? t('components:loading') : t('title')}>
          <BusyButton variant="default" startHere onClick={back}>
            {t('backToSearch')}
          </BusyButton>
        </PageHeader>
        <div className={layout.padded}>
          <AnswerNote answer={answer} />
        </div>
      </Column>
    </Columns>
  )
}
