import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'
import { isZero } from './zero.ts'

/** What keeps the account from being closed: what is held, and interest, which can be settled here. */
export function ClosingFacts({ account: { id, currency } }: { readonly account: AccountView }) {
  const { t } = useTranslation('accounts')
  const { answer, refetch } = useQueryCall('accounts.readClosing', { accountId: id })
  const settle = useCall('accounts.settleInterest')
  if (answer.state !== 'known') return null
  const { held, earned, owed } = answer.value
  const hasInterest = !isZero(earned, currency) || !isZero(owed, currency)
  if (isZero(held, currency) && !hasInterest) return null
  const settleNow = async () => {
    if ((await settle.run({ accountId: id }))?.ok === true) refetch()
  }
  return (
    <Note tone="warn">
      <div className={layout.stack}>
        {!isZero(held, currency) && (
          <p>
            {t('closing.held')} <Amount value={held} currency={currency} withCurrency strong />
          </p>
        )}
        {!isZero(earned, currency) && (
          <p>
            {t('closing.earned')} <Amount value={earned} currency={currency} withCurrency strong />
          </p>
        )}
        {!isZero(owed, currency) && (
          <p>
            {t('closing.owed')} <Amount value={owed} currency={currency} withCurrency strong />
          </p>
        )}
        {hasInterest && (
          <BusyButton variant="default" busy={settle.busy} onClick={() => void settleNow()}>
            {t('closing.settle')}
          </BusyButton>
        )}
        <FailureNote failure={settle.failure} />
      </div>
    </Note>
  )
}
