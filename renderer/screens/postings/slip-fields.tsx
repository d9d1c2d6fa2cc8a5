import { TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber, readAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { MoneyInput } from '../../components/money-input.tsx'
import { useSession } from '../../calls/use-session.ts'
import { messageFor } from '../../feedback/messages.ts'
import { fieldsOf, fulfilWish, typeInto, useCounterWork, type SlipField } from './counter-work.ts'
import type { SlipModel, SlipProblem } from './use-slip.ts'
import type { TypedAccount } from './use-typed-account.ts'

export const fieldId = (field: SlipField) => `slip-${field}`

/** Puts the focus on a field of the slip, ready to be typed over. */
export function focusField(field: SlipField): void {
  const input = document.getElementById(fieldId(field))
  if (!(input instanceof HTMLInputElement)) return
  input.focus()
  input.select()
}

type Props = {
  readonly slip: SlipModel
  /** The account that the rest of the counter is about: Enter takes it onto an empty slip. */
  readonly offered: AccountView | null
}

/** Account, amount and description. Enter walks through them; only Ctrl+Enter posts. */
export function SlipFields({ slip, offered }: Props) {
  const { t } = useTranslation(['postings', 'components'])
  const { draft, frozen, looked, currency } = slip
  const slipNumber = useCounterWork((work) => work.slipNumber)
  useWishes()
  useComplaintFocus(slip)
  const words = useProblemWords()
  const amountError = words(slip.problems.amount)
  return (
    <form
      key={slipNumber}
      className="slip-fields"
      onKeyDown={enterMovesOn}
      onSubmit={(event) => event.preventDefault()}
    >
      {draft.kind === 'transfer' ? (
        <div className="two">
          <AccountField
            field="account"
            label={t('fromAccount')}
            slip={slip}
            found={slip.from}
            offered={offered}
          />
          <AccountField field="to" label={t('toAccount')} slip={slip} found={slip.to} offered={null} />
        </div>
      ) : (
        <AccountField
          field="account"
          label={t(draft.kind === 'deposit' ? 'toAccount' : 'fromAccount')}
          slip={slip}
          found={slip.from}
          offered={offered}
        />
      )}
      <MoneyInput
        large
        id={fieldId('amount')}
        label={t('amount')}
        currency={currency}
        value={draft.amount}
        onChange={(text) => typeInto('amount', text)}
        onBlur={() => draft.amount !== '' && looked.add('amount')}
        readOnly={frozen}
        {...(amountError === null
          ? { description: t('components:amountHint') }
          : { error: <FieldErrorText message={amountError} /> })}
      />
      <TextInput
        id={fieldId('description')}
        label={t('description')}
        value={draft.description}
        onChange={(event) => typeInto('description', event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
        dir="auto"
        readOnly={frozen}
      />
    </form>
  )
}

type AccountFieldProps = Props & {
  readonly field: 'account' | 'to'
  readonly label: string
  readonly found: TypedAccount
}

/** A typed account number. Beneath it stands whose account it is, as soon as that is known. */
function AccountField({ field, label, slip, found, offered }: AccountFieldProps) {
  const { t } = useTranslation(['postings', 'accounts'])
  const words = useProblemWords()
  const typed = slip.draft[field]
  const error = words(slip.problems[field])
  const hint =
    offered === null || typed !== ''
      ? t('accountHint')
      : t('accountOffer', {
          type: t(`accounts:type.${offered.accountType}`),
          number: formatAccountNumber(offered.accountNumber),
        })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (typed.trim() === '' && offered !== null) typeInto(field, formatAccountNumber(offered.accountNumber))
    else if (readAccountNumber(typed) === null) {
      // Nobody should type an amount for an account that is not there.
      event.preventDefault()
      slip.looked.add(field)
    }
  }
  const leave = () => {
    const number = readAccountNumber(typed)
    if (number !== null) typeInto(field, formatAccountNumber(number))
    else if (typed.trim() !== '') slip.looked.add(field)
  }
  return (
    <TextInput
      id={fieldId(field)}
      className="slip-account"
      label={label}
      value={typed}
      onChange={(event) => typeInto(field, event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={leave}
      dir="ltr"
      inputMode="numeric"
      maxLength={30}
      autoComplete="off"
      spellCheck={false}
      readOnly={slip.frozen}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...(error === null
        ? { description: found.account === undefined ? hint : <Holder account={found.account} /> }
        : { error: <FieldErrorText message={error} /> })}
    />
  )
}

function Holder({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation(['postings', 'accounts'])
  const text = t('holder', { type: t(`accounts:type.${account.accountType}`), name: account.customerName })
  return (
    <span className="slip-holder" title={text}>
      <IconCheck size={14} stroke={2} aria-hidden />
      <span>{text}</span>
    </span>
  )
}

/** A problem of a field as the teller reads it. */
export function useProblemWords(): (problem: SlipProblem | undefined) => string | null {
  const { t } = useTranslation('postings')
  const { till } = useSession()
  return (problem) => {
    if (problem === undefined) return null
    if (typeof problem === 'string') return t(problem)
    if (problem.code === 'ACCOUNT_NUMBER_INVALID') return t('numberWrong')
    if (problem.code === 'TILL_SHORT_OF_CASH' && till !== null)
      return messageFor({ ...problem, details: { available: till.balance, currency: till.currency } })
    return messageFor(problem)
  }
}

/** Whoever wished for a field gets it, also when the form appears only because of the wish. */
function useWishes() {
  const wish = useCounterWork((work) => work.wish)
  useLayoutEffect(() => {
    if (wish === null) return
    focusField(wish.field)
    fulfilWish()
  }, [wish])
}

/** Where a press or the ledger found something wrong, there the focus goes. */
function useComplaintFocus({ posting, complaint, problems, draft }: SlipModel) {
  const first = fieldsOf(draft.kind).find((name) => problems[name] !== undefined)
  const latest = useRef(first)
  useLayoutEffect(() => {
    latest.current = first
  })
  useEffect(() => {
    if (latest.current !== undefined && (complaint !== null || posting.refusal !== null))
      focusField(latest.current)
  }, [complaint, posting.refusal])
}
