import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { Amount } from '../../components/amount.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useGo } from '../../app/navigate.ts'
import { useMayWork } from '../customers/may-work.ts'
import { StatusChange, type Change } from './status-change.tsx'
import { isZero } from './zero.ts'

type Props = {
  readonly account: AccountView
  /** What is being asked about; the page's other keys rest meanwhile. */
  readonly change: Change | null
  readonly onBegin: (change: Change) => void
  readonly onClose: (message: string | null) => void
  readonly enabled: boolean
}

/** What can be done with one account: postings at the counter, its statement, and its freezing and closing here. */
export function AccountActions({ account, change, onBegin, onClose, enabled }: Props) {
  const { t } = useTranslation('accounts')
  const go = useGo()
  const { mayWork, supervisor } = useMayWork()
  const { customerId, accountNumber, status } = account
  const usable = status === 'ACTIVE'
  const post = (key: 'F4' | 'F5' | 'F6', kind: 'deposit' | 'withdraw' | 'transfer') => ({
    key,
    label: t(kind),
    run: () => go('/counter', { customer: customerId, account: accountNumber, kind }),
  })
  const postings = [post('F4', 'deposit'), post('F5', 'withdraw'), post('F6', 'transfer')]
  const openStatement = () => go('/accounts', { account: account.id })
  const keys = postings.map(({ key, ...binding }) => [key, { ...binding, disabled: !usable }] as const)
  useKeys(
    {
      ...(mayWork ? Object.fromEntries(keys) : {}),
      F8: { label: t('statement'), run: openStatement },
    },
    { enabled },
  )
  return (
    <section
      className="account-actions"
      aria-label={`${t(`type.${account.accountType}`)} ${formatAccountNumber(accountNumber)}`}
    >
      <div className="row account-buttons">
        {mayWork &&
          postings.map(({ key, label, run }) => (
            <BusyButton
              key={key}
              variant={key === 'F4' ? 'filled' : 'default'}
              keys={key}
              unavailable={!usable}
              onClick={run}
            >
              {label}
            </BusyButton>
          ))}
        <BusyButton variant="default" keys="F8" onClick={openStatement}>
          {t('statement')}
        </BusyButton>
      </div>
      {change === null ? (
        <div className="row account-second">
          <Facts account={account} supervisor={supervisor} />
          <span className="grow" />
          {mayWork && <Changes account={account} supervisor={supervisor} onBegin={onBegin} />}
        </div>
      ) : (
        <StatusChange account={account} change={change} onClose={onClose} />
      )}
    </section>
  )
}

type ChangesProps = {
  readonly account: AccountView
  readonly supervisor: boolean
  readonly onBegin: (change: Change) => void
}

function Changes({ account: { status }, supervisor, onBegin }: ChangesProps) {
  const { t } = useTranslation('accounts')
  if (status === 'SUSPENDED' && supervisor)
    return (
      <Button variant="default" onClick={() => onBegin('unfreeze')}>
        {t('unfreeze')}
      </Button>
    )
  if (status !== 'ACTIVE') return null
  return (
    <>
      <Button variant="default" onClick={() => onBegin('freeze')}>
        {t('freeze')}
      </Button>
      <Button variant="default" data-danger onClick={() => onBegin('close')}>
        {t('close')}
      </Button>
    </>
  )
}

function Facts({ account, supervisor }: Pick<ChangesProps, 'account' | 'supervisor'>) {
  const { t } = useTranslation('accounts')
  const { accountType, currency, status, minimumBalance, agreedLimit } = account
  if (status === 'SUSPENDED')
    return (
      <Note tone="warn">
        {t('frozenNote')} {!supervisor && t('frozenWay')}
      </Note>
    )
  if (status === 'CLOSED') return <Note tone="info">{t('closedNote')}</Note>
  const facts = [
    { label: t('minimum'), value: minimumBalance },
    { label: accountType === 'LOAN' ? t('principal') : t('overdraft'), value: agreedLimit },
  ].filter(({ value }) => !isZero(value, currency))
  return (
    <p className="t2 row account-facts">
      <span>
        {t('openedOn')} <TimeText value={account.openedAt} />
      </span>
      {facts.map(({ label, value }) => (
        <span key={label}>
          {label} <Amount value={value} currency={currency} withCurrency />
        </span>
      ))}
    </p>
  )
}
