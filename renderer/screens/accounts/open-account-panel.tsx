import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { amountText, currency, customerAccountType } from '../../../shared/contract/fields.ts'
import { supportedCurrencies } from '../../../shared/currencies.ts'
import { announce } from '../../feedback/announce.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { useMayWork } from '../customers/may-work.ts'

const schema = z.object({ accountType: customerAccountType, currency, agreedLimit: amountText })
const CURRENCIES = supportedCurrencies.map(({ code, name }) => ({ value: code, label: `${code}  ${name}` }))

type Props = {
  readonly customerId: string
  readonly onOpened: (id: string, message: string) => void
  readonly onClose: () => void
}

/** Opens an account for an approved customer. Only a supervisor is offered a limit. */
export function OpenAccountPanel({ customerId, onOpened, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const { branch, serverConnected } = useSession()
  const { supervisor } = useMayWork()
  const open = useCall('accounts.open')
  const [id] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, {
    accountType: 'SAVINGS',
    currency: branch?.currency ?? '',
    agreedLimit: '',
  })
  const [beside, setBeside] = useState(false)
  const [type, chosenCurrency] = form.watch(['accountType', 'currency'])
  const limited = type !== 'SAVINGS'

  const save = form.handleSubmit(async ({ accountType, currency: code, agreedLimit }) => {
    const limit = supervisor && accountType !== 'SAVINGS' && agreedLimit !== '' ? agreedLimit : null
    const answer = await open.run({ id, customerId, accountType, currency: code, agreedLimit: limit })
    if (answer === null) return
    if (!answer.ok) return setBeside(showFailure(form, answer.error, BESIDE))
    const number = formatAccountNumber(answer.value.accountNumber)
    const message = t('open.opened', { type: t(`type.${accountType}`), number })
    announce(message)
    onOpened(id, message)
  })
  useKeys({
    'Ctrl+Enter': { label: t('open.post'), run: () => void save(), disabled: open.busy || !serverConnected },
    Escape: { label: t('cancel'), run: onClose, quiet: true },
  })
  const types = customerAccountType.options.map((value) => ({ value, label: t(`type.${value}`) }))
  return (
    <form className="panel" onKeyDown={enterMovesOn} onSubmit={(event) => event.preventDefault()} noValidate>
      <div className="head">
        <h2>{t('open.title')}</h2>
        <span className="grow" />
        <BusyButton variant="default" onClick={onClose}>
          {t('cancel')}
        </BusyButton>
      </div>
      <div className="scroll pad">
        <div className="stack">
          <FormSelect
            searchable
            control={form.control}
            name="accountType"
            label={t('open.type')}
            options={types}
            startHere
          />
          <FormSelect
            control={form.control}
            name="currency"
            label={t('open.currency')}
            options={CURRENCIES}
            searchable
          />
          {limited && supervisor && (
            <FormMoney
              control={form.control}
              name="agreedLimit"
              label={type === 'LOAN' ? t('open.principal') : t('open.overdraft')}
              currency={chosenCurrency}
            />
          )}
          {limited && !supervisor && (
            <p className="t2">
              {type === 'LOAN' ? t('open.principalBySupervisor') : t('open.limitBySupervisor')}
            </p>
          )}
        </div>
      </div>
      <div className="foot stack">
        {!beside && <FailureNote failure={open.failure} />}
        <BusyButton
          size="lg"
          keys="Ctrl+Enter"
          fullWidth
          busy={open.busy}
          unavailable={!serverConnected}
          onClick={() => void save()}
        >
          {t('open.post')}
        </BusyButton>
      </div>
    </form>
  )
}

const BESIDE = {
  CURRENCY_NOT_SUPPORTED: 'currency',
  LIMIT_NEEDS_SUPERVISOR: 'agreedLimit',
  AMOUNT_NOT_A_NUMBER: 'agreedLimit',
  AMOUNT_NEGATIVE: 'agreedLimit',
  AMOUNT_TOO_PRECISE: 'agreedLimit',
  AMOUNT_TOO_LARGE: 'agreedLimit',
} as const
