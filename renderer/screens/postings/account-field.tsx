import { TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber, readAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { afterPress } from '../../keyboard/after-press.ts'
import { typeInto } from './counter-work.ts'
import { fieldId } from './slip-focus.ts'
import { useProblemText } from './use-problem-text.ts'
import type { SlipModel } from './use-slip.ts'
import styles from './slip.module.css'

type Props = {
  readonly field: 'account' | 'to'
  readonly label: string
  readonly slip: SlipModel
  /** Enter on the empty field fills this account in. */
  readonly offered: AccountView | null
}

/** A typed account number. Beside it stands whose account it is, as soon as that is known. */
export function AccountField({ field, label, slip, offered }: Props) {
  const typed = slip.draft[field]
  const { account } = field === 'account' ? slip.from : slip.to
  const error = useProblemText()(slip.problems[field])
  return (
    <TextInput
      id={fieldId(field)}
      className={styles.account}
      label={label}
      value={typed}
      onChange={(event) => typeInto(field, event.currentTarget.value)}
      onKeyDown={(event) => onEnter(event, field, slip, offered)}
      onBlur={() => leave(field, slip)}
      dir="ltr"
      inputMode="numeric"
      maxLength={30}
      autoComplete="off"
      spellCheck={false}
      readOnly={slip.frozen}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...(error === null
        ? { description: <Description typed={typed} account={account} offered={offered} /> }
        : { error: <FieldErrorText message={error} /> })}
    />
  )
}

function onEnter(
  event: KeyboardEvent<HTMLInputElement>,
  field: Props['field'],
  slip: SlipModel,
  offered: AccountView | null,
) {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey) return
  const typed = slip.draft[field]
  if (typed.trim() === '' && offered !== null) typeInto(field, formatAccountNumber(offered.accountNumber))
  else if (readAccountNumber(typed) === null) {
    // An amount should not be typed for an account that does not exist.
    event.preventDefault()
    slip.visited.add(field)
  }
}

function leave(field: Props['field'], slip: SlipModel) {
  const typed = slip.draft[field]
  const number = readAccountNumber(typed)
  if (number !== null) typeInto(field, formatAccountNumber(number))
  else if (typed.trim() !== '') afterPress(() => slip.visited.add(field))
}

type DescriptionProps = {
  readonly typed: string
  readonly account: AccountView | undefined
  readonly offered: AccountView | null
}

function Description({ typed, account, offered }: DescriptionProps) {
  const { t } = useTranslation(['postings', 'accounts'])
  if (account !== undefined) return <Holder account={account} />
  if (offered === null || typed !== '') return t('accountHint')
  return t('accountOffer', {
    type: t(`accounts:type.${offered.accountType}`),
    number: formatAccountNumber(offered.accountNumber),
  })
}

/** The whole name, however long: it is what is compared with the customer's papers before posting. */
function Holder({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('accounts')
  return (
    <span className={styles.holder}>
      <IconCheck size={14} stroke={2} aria-hidden />
      <span>
        {t(`type.${account.accountType}`)}, <bdi>{account.customerName}</bdi>
        {account.status === 'INACTIVE' && <span className={styles.dormant}>{t('dormantDeposit')}</span>}
      </span>
    </span>
  )
}
