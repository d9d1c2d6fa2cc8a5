import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'
import { isZero } from './zero.ts'

type FactProps = { readonly label: string; readonly value: string; readonly currency: string }

const ClosingFact = ({ label, value, currency }: FactProps) => (
  <p>
    {label} <Amount value={value} currency={currency} withCurrency strong />
  </p>
)

const isBack = (key: string, value: string): key is 'earned' | 'owed' =>
  (key === 'earned' || key === 'owed') && value.startsWith('-')

/** What keeps the account from being closed: what is held, interest that can be settled here, and a minimum that can be released here. */
export function ClosingFacts({ account: { id, currency } }: { readonly account: AccountView }) {
  const { t } = useTranslation('accounts')
  const { answer, refetch } = useQueryCall('accounts.readClosing', { accountId: id })
  const settle = useCall('accounts.settleInterest')
  const release = useCall('accounts.releaseMinimum')
  if (answer.state !== 'known') return null
  const { value } = answer
  const facts = (['held', 'earned', 'owed', 'minimum'] as const).filter(
    (key) => !isZero(value[key], currency),
  )
  if (facts.length === 0) return null
  const doThen = async (call: typeof settle | typeof release) => {
    if ((await call.run({ accountId: id }))?.ok === true) refetch()
  }
  return (
    <Note tone="warn">
      <div className={layout.stack}>
        {facts.map((key) => (
          <ClosingFact
            key={key}
            label={t(`closing.${isBack(key, value[key]) ? (`${key}Back` as const) : key}`)}
            value={value[key].replace('-', '')}
            currency={currency}
          />
        ))}
        {facts.some((key) => key === 'earned' || key === 'owed') && (
          <BusyButton variant="default" busy={settle.busy} onClick={() => void doThen(settle)}>
            {t('closing.settle')}
          </BusyButton>
        )}
        {facts.includes('minimum') && (
          <>
            <p>{t('closing.again')}</p>
            <BusyButton variant="default" busy={release.busy} onClick={() => void doThen(release)}>
              {t('closing.release')}
            </BusyButton>
          </>
        )}
        <FailureNote failure={settle.failure ?? release.failure} />
      </div>
    </Note>
  )
}
