import type { KeyboardEvent, Ref, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { useCounterWork } from './counter-work.ts'
import type { Found } from './find-customer.tsx'

/** As many as are asked for: a list that long may leave some out, and says so. */
export const MOST_FOUND = 20

type Props = {
  readonly searched: string
  readonly found: Found
  readonly onChoose: (customerId: string, accountNumber: string | null) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly ref: Ref<HTMLUListElement>
}

/** Whom the search found: one tab stop, arrow keys, Enter. Arrow up from the first one goes back to the search. */
export function FoundList({ searched, found, onChoose, searchRef, ref }: Props) {
  const { t } = useTranslation('postings')
  const customerId = useCounterWork((work) => work.customerId)
  const { account, people } = found
  const count = people.length + (account === null ? 0 : 1)
  const nobody = found.settled && account === null && people.length === 0
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const first = event.currentTarget.querySelector('button')
    if (event.key === 'ArrowUp' && document.activeElement === first) {
      event.preventDefault()
      searchRef.current?.focus()
    } else roveFocus(event, 'button')
  }
  if (searched.trim() === '') return <p className="who-hint">{t('findHint')}</p>
  if (nobody) return <p className="who-hint">{t('foundNobody', { text: searched.trim() })}</p>
  const isChosen = people.some(({ id }) => id === customerId)
  const stop = (at: number, id: string) => (isChosen ? id === customerId : at === 0 && account === null)
  return (
    <>
      <div className="who-count" aria-live="polite">
        <span>{t(count < MOST_FOUND ? 'found' : 'foundMany', { count })}</span>
        <span>{t('number')}</span>
      </div>
      <ul ref={ref} className="who-list" aria-label={t('foundLabel')} onKeyDown={onKeyDown}>
        {account !== null && (
          <li>
            <AccountFound
              account={account}
              chosen={account.customerId === customerId}
              onChoose={() => onChoose(account.customerId, account.accountNumber)}
            />
          </li>
        )}
        {people.map((person, at) => (
          <li key={person.id}>
            <PersonFound
              person={person}
              chosen={person.id === customerId}
              tabIndex={stop(at, person.id) ? 0 : -1}
              onChoose={() => onChoose(person.id, null)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

type PersonProps = {
  readonly person: CustomerRow
  readonly chosen: boolean
  readonly tabIndex: number
  readonly onChoose: () => void
}

function PersonFound({ person, chosen, tabIndex, onChoose }: PersonProps) {
  const { t } = useTranslation(['postings', 'customers'])
  const { kycStatus, status } = person
  return (
    <button
      type="button"
      className="person"
      aria-current={chosen || undefined}
      tabIndex={tabIndex}
      onClick={onChoose}
    >
      <bdi className="t1 clip">
        {person.firstName} {person.lastName}
      </bdi>
      <span className="t2 end">
        <Identifier>{person.customerNumber}</Identifier>
      </span>
      <span className="t2">
        {person.dateOfBirth !== null && (
          <>
            {t('born')} <DateText value={person.dateOfBirth} />
          </>
        )}
      </span>
      <span className="t2 end person-state">
        {status === 'ACTIVE'
          ? kycStatus !== 'APPROVED' && t(`customers:kyc.${kycStatus}`)
          : t(`customers:party.${status}`)}
      </span>
    </button>
  )
}

type AccountProps = Pick<PersonProps, 'chosen' | 'onChoose'> & { readonly account: AccountView }

function AccountFound({ account, chosen, onChoose }: AccountProps) {
  const { t } = useTranslation(['postings', 'accounts'])
  return (
    <button type="button" className="person" aria-current={chosen || undefined} onClick={onChoose}>
      <bdi className="t1 clip">{account.customerName}</bdi>
      <span className="t2 end">
        <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
      </span>
      <span className="t2">{t(`accounts:type.${account.accountType}`)}</span>
    </button>
  )
}
