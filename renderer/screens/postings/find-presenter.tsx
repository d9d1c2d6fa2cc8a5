import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { Identifier } from '../../components/bidi.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { CustomerSearchBox } from '../customers/customer-search-box.tsx'
import { useCustomerSearch } from '../customers/use-customer-search.ts'
import layout from '../../theme/layout.module.css'
import styles from './presenter.module.css'

const MOST_FOUND = 5

type Props = {
  readonly searched: string
  readonly onSearch: (text: string) => void
  readonly onChoose: (customerId: string, name: string) => void
}

/** Finds a customer of the bank who stands at the counter with cash for somebody else. */
export function FindPresenter({ searched, onSearch, onChoose }: Props) {
  const { t } = useTranslation('postings')
  const list = useRef<HTMLUListElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { people, settled } = useCustomerSearch(searched, { limit: MOST_FOUND })
  const found = people?.state === 'known' ? people.value : []
  const choose = (person: CustomerRow) => onChoose(person.id, fullName(person))
  const [only, ...others] = found
  return (
    <div className={layout.stack}>
      <CustomerSearchBox
        autoFocus
        ref={input}
        dir="auto"
        label={t('presenter.find')}
        placeholder={t('presenter.find')}
        value={searched}
        onChange={onSearch}
        settled={settled}
        openOnly={only === undefined || others.length > 0 ? null : () => choose(only)}
        focusList={() => list.current?.querySelector('button')?.focus()}
      />
      {found.length > 0 && (
        <ul
          ref={list}
          className={styles.found}
          aria-label={t('presenter.found')}
          onKeyDown={(event) => roveFocus(event, 'button')}
        >
          {found.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => choose(person)}>
                <bdi>{fullName(person)}</bdi> <Identifier>{person.customerNumber}</Identifier>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
