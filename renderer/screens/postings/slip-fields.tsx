import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { MoneyInput } from '../../components/money-input.tsx'
import { afterPress } from '../../keyboard/after-press.ts'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { SlipSigners } from '../mandates/slip-signers.tsx'
import { AccountField } from './account-field.tsx'
import { signBy, typeInto, useCounterWork } from './counter-work.ts'
import { fieldId, useFocusRequest, useProblemFocus } from './slip-focus.ts'
import { PresenterLine } from './presenter-line.tsx'
import { fieldsOf, hasSecondAccount, isSigned, movesCash } from './slip-kinds.ts'
import { useProblemText } from './use-problem-text.ts'
import type { SlipModel } from './use-slip.ts'
import styles from './slip.module.css'

type Props = {
  readonly slip: SlipModel
  /** Opens the form of who stands at the counter. */
  readonly onName: () => void
  /** The account that the rest of the counter is about: Enter fills it in on an empty slip. */
  readonly offered: AccountView | null
}

/** The fields of the slip's kind. Enter walks through them; only Ctrl+Enter posts. */
export function SlipFields({ slip, offered, onName }: Props) {
  const slipNumber = useCounterWork((work) => work.slipNumber)
  const fields = fieldsOf(slip.draft.kind)
  useFocusRequest()
  useProblemFocus(slip)
  return (
    <form
      key={slipNumber}
      className={styles.fields}
      data-text="draft"
      onKeyDown={enterMovesOn}
      onSubmit={(event) => event.preventDefault()}
    >
      <AccountFields slip={slip} offered={offered} />
      {fields.includes('amount') && <AmountField slip={slip} />}
      {fields.includes('description') && <DescriptionField slip={slip} />}
      {isSigned(slip.draft.kind) && slip.from.account !== undefined && (
        <SlipSigners
          accountId={slip.from.account.id}
          signedBy={slip.draft.signedBy}
          onChange={signBy}
          readOnly={slip.frozen}
        />
      )}
      {movesCash(slip.draft.kind) && <PresenterLine frozen={slip.frozen} onName={onName} />}
    </form>
  )
}

function AccountFields({ slip, offered }: Omit<Props, 'onName'>) {
  const { t } = useTranslation('postings')
  const { kind } = slip.draft
  const account = (
    <AccountField field="account" label={t(`slips.${kind}.account`)} slip={slip} offered={offered} />
  )
  if (!hasSecondAccount(kind)) return account
  return (
    <div className={styles.accounts}>
      {account}
      <AccountField field="to" label={t('toAccount')} slip={slip} offered={null} />
    </div>
  )
}

function AmountField({ slip }: Pick<Props, 'slip'>) {
  const { t } = useTranslation(['postings', 'components'])
  const { draft, visited } = slip
  const error = useProblemText()(slip.problems.amount)
  return (
    <MoneyInput
      large
      id={fieldId('amount')}
      label={t('amount')}
      currency={slip.currency}
      value={draft.amount}
      onChange={(text) => typeInto('amount', text)}
      onBlur={() => draft.amount !== '' && afterPress(() => visited.add('amount'))}
      readOnly={slip.frozen}
      {...(error === null
        ? { description: t('components:amountHint') }
        : { error: <FieldErrorText message={error} /> })}
    />
  )
}

function DescriptionField({ slip }: Pick<Props, 'slip'>) {
  const { t } = useTranslation('postings')
  return (
    <TextInput
      id={fieldId('description')}
      label={t('description')}
      value={slip.draft.description}
      onChange={(event) => typeInto('description', event.currentTarget.value)}
      maxLength={200}
      autoComplete="off"
      dir="auto"
      readOnly={slip.frozen}
    />
  )
}
