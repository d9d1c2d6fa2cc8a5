import type { KeyboardEvent, Ref, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerNote } from '../../components/answer-note.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { useSelection } from '../../app/selection.ts'
import { AccountFound, PersonFound } from './found-row.tsx'
import { MOST_FOUND, type Found, type FoundRows } from './use-found.ts'
import styles from './find-customer.module.css'

type Props = {
  readonly searched: string
  readonly rows: Found['rows']
  readonly onChoose: (customerId: string, accountNumber: string | null) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly ref: Ref<HTMLUListElement>
}

/** What the search found: one tab stop, arrow keys, Enter. Arrow up from the first row goes back to the search. */
export function FoundList({ searched, rows, onChoose, searchRef, ref }: Props) {
  const { t } = useTranslation('postings')
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const first = event.currentTarget.querySelector('button')
    if (event.key === 'ArrowUp' && document.activeElement === first) {
      event.preventDefault()
      searchRef.current?.focus()
    } else roveFocus(event, 'button')
  }
  if (searched.trim() === '') return <p className={styles.hint}>{t('findHint')}</p>
  if (rows?.state === 'unknown') return <AnswerNote answer={rows} inset />
  if (rows === null || rows.state === 'loading') return <p className={styles.hint}>{t('finding')}</p>
  const { account, people } = rows.value
  const count = people.length + (account === null ? 0 : 1)
  if (count === 0)
    return (
      <p className={styles.hint}>
        {rows.current ? t('foundNobody', { text: searched.trim() }) : t('finding')}
      </p>
    )
  return (
    <>
      <AnswerNote answer={rows} inset />
      <div className={styles.count} aria-live="polite">
        <span>{t(count < MOST_FOUND ? 'found' : 'foundMany', { count })}</span>
        <span>{t('number')}</span>
      </div>
      <ul ref={ref} className={styles.found} aria-label={t('foundLabel')} onKeyDown={onKeyDown}>
        <Rows account={account} people={people} onChoose={onChoose} />
      </ul>
    </>
  )
}

type RowsProps = FoundRows & Pick<Props, 'onChoose'>

/** The account first. The tab stop is on the chosen customer, or else on the first row. */
function Rows({ account, people, onChoose }: RowsProps) {
  const customerId = useSelection((selection) => selection.customerId)
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
