import type { KeyboardEvent, Ref, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { roveFocus } from '../../keyboard/roving.ts'
import { useCounterWork } from './counter-work.ts'
import { AccountFound, PersonFound } from './found-row.tsx'
import { MOST_FOUND, type Found } from './use-found.ts'
import styles from './find-customer.module.css'

type Props = {
  readonly searched: string
  readonly found: Found
  readonly onChoose: (customerId: string, accountNumber: string | null) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly ref: Ref<HTMLUListElement>
}

/** What the search found: one tab stop, arrow keys, Enter. Arrow up from the first row goes back to the search. */
export function FoundList({ searched, found, onChoose, searchRef, ref }: Props) {
  const { t } = useTranslation('postings')
  const { account, people, settled } = found
  const count = people.length + (account === null ? 0 : 1)
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const first = event.currentTarget.querySelector('button')
    if (event.key === 'ArrowUp' && document.activeElement === first) {
      event.preventDefault()
      searchRef.current?.focus()
    } else roveFocus(event, 'button')
  }
  if (searched.trim() === '') return <p className={styles.hint}>{t('findHint')}</p>
  if (settled && count === 0)
    return <p className={styles.hint}>{t('foundNobody', { text: searched.trim() })}</p>
  return (
    <>
      <div className={styles.count} aria-live="polite">
        <span>{t(count < MOST_FOUND ? 'found' : 'foundMany', { count })}</span>
        <span>{t('number')}</span>
      </div>
      <ul ref={ref} className={styles.found} aria-label={t('foundLabel')} onKeyDown={onKeyDown}>
        <FoundRows account={account} people={people} onChoose={onChoose} />
      </ul>
    </>
  )
}

type RowsProps = Pick<Found, 'account' | 'people'> & Pick<Props, 'onChoose'>

/** The account first. The tab stop is on the chosen customer, or else on the first row. */
function FoundRows({ account, people, onChoose }: RowsProps) {
  const customerId = useCounterWork((work) => work.customerId)
  const isChosen = people.some(({ id }) => id === customerId)
  const isStop = (at: number, id: string) => (isChosen ? id === customerId : at === 0 && account === null)
  return (
    <>
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
            tabIndex={isStop(at, person.id) ? 0 : -1}
            onChoose={() => onChoose(person.id, null)}
          />
        </li>
      ))}
    </>
  )
}
