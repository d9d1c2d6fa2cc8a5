import { Kbd } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { keyCaption } from '../../keyboard/keys.ts'
import { CustomerSearchBox } from '../customers/customer-search-box.tsx'
import { chooseAndFocusAccounts, searchFor, useCounterWork } from './counter-work.ts'
import { FoundList } from './found-list.tsx'
import { useFound, type Found } from './use-found.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import styles from './find-customer.module.css'

type Props = {
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onNew: () => void
}

/** Finds the customer at the counter as text is typed: by name, number, phone or the number of an account. */
export function FindCustomer({ searchRef, onNew }: Props) {
  const { t } = useTranslation('postings')
  const searched = useCounterWork((work) => work.searched)
  const list = useRef<HTMLUListElement>(null)
  const found = useFound(searched)
  return (
    <>
      <header className={panel.head}>
        <CustomerSearchBox
          ref={searchRef}
          className={layout.grow}
          dir="auto"
          label={t('find')}
          placeholder={t('findPlaceholder')}
          rightSectionWidth={44}
          rightSection={<Kbd aria-hidden>F2</Kbd>}
          value={searched}
          onChange={searchFor}
          settled={found.settled}
          openOnly={chooseOnly(found)}
          focusList={() => list.current?.querySelector('button')?.focus()}
        />
      </header>
      <FoundList
        ref={list}
        searched={searched}
        rows={found.rows}
        onChoose={chooseAndFocusAccounts}
        searchRef={searchRef}
      />
      <NewCustomerButton onClick={onNew} />
    </>
  )
}

function NewCustomerButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('postings')
  return (
    <button type="button" className={styles.newCustomer} onClick={onClick}>
      <IconUserPlus size={16} stroke={1.75} aria-hidden />
      {t('newCustomer')}
      <span className={layout.grow} />
      <Kbd aria-hidden>{keyCaption('Ctrl+N')}</Kbd>
    </button>
  )
}

/** Chooses the account whose number was typed, or the only customer who was found. */
function chooseOnly({ rows }: Found): (() => void) | null {
  if (rows?.state !== 'known') return null
  const { account, people } = rows.value
  if (account !== null) return () => chooseAndFocusAccounts(account.customerId, account.accountNumber)
  const [first, ...others] = people
  return first === undefined || others.length > 0 ? null : () => chooseAndFocusAccounts(first.id, null)
}
