import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import styles from './find-customer.module.css'

type PersonProps = {
  readonly person: CustomerRow
  readonly chosen: boolean
  readonly tabIndex: number
  readonly onChoose: () => void
}

/** A customer who was found; what is unusual about their state is said. */
export function PersonFound({ person, chosen, tabIndex, onChoose }: PersonProps) {
  const { t } = useTranslation(['postings', 'customers'])
  const { kycStatus, status } = person
  return (
    <button
      type="button"
      className={styles.person}
      aria-current={chosen || undefined}
      tabIndex={tabIndex}
      onClick={onChoose}
    >
      <bdi className={classes(typography.primary, styles.name)}>{fullName(person)}</bdi>
      <span className={classes(typography.secondary, typography.alignedEnd)}>
        <Identifier>{person.customerNumber}</Identifier>
      </span>
      <span className={typography.secondary}>
        {person.dateOfBirth !== null && (
          <>
            {t(person.kind === 'COMPANY' ? 'founded' : 'born')} <DateText value={person.dateOfBirth} />
          </>
        )}
      </span>
      <span className={classes(typography.secondary, typography.alignedEnd, styles.state)}>
        {status === 'ACTIVE'
          ? kycStatus !== 'APPROVED' && t(`customers:kyc.${kycStatus}`)
          : t(`customers:party.${status}`)}
      </span>
    </button>
  )
}

type AccountProps = Pick<PersonProps, 'chosen' | 'onChoose'> & { readonly account: AccountView }

/** The account whose number was typed, and its holder. */
export function AccountFound({ account, chosen, onChoose }: AccountProps) {
  const { t } = useTranslation(['postings', 'accounts'])
  return (
    <button type="button" className={styles.person} aria-current={chosen || undefined} onClick={onChoose}>
      <bdi className={classes(typography.primary, styles.name)}>{account.customerName}</bdi>
      <span className={classes(typography.secondary, typography.alignedEnd)}>
        <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
      </span>
      <span className={typography.secondary}>{t(`accounts:type.${account.accountType}`)}</span>
    </button>
  )
}
