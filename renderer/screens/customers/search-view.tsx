import { IconUserPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useGo } from '../../app/navigate.ts'
import { CustomerSearchBox } from './customer-search-box.tsx'
import { DraftLink } from './draft-link.tsx'
import { SearchResults } from './search-results.tsx'
import { useCustomerSearch } from './use-customer-search.ts'
import styles from './search.module.css'

const LIMIT = 50

/** The customers who match what is typed, as it is typed. Arrow down goes to the list, Enter opens. */
export function SearchView({ initial }: { readonly initial: string }) {
  const { t } = useTranslation('customers')
  const go = useGo()
  const mayRegister = useMay('customers.register')
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(initial)
  const search = useCustomerSearch(text, { limit: LIMIT })
  const [first, ...others] = search.people?.state === 'known' ? search.people.value : []

  const open = ({ id }: CustomerRow) => go('/customers', { customer: id, find: text.trim() })
  const register = () => go('/customers', { new: '1', find: text.trim() })
  useSearchKeys(() => field.current?.select(), mayRegister ? register : null)
  return (
    <Columns layout="single">
      <Column label={t('title')}>
        <PageHeader title={t('title')}>{mayRegister && <RegisterButton onClick={register} />}</PageHeader>
        <div className={styles.search}>
          <CustomerSearchBox
            ref={field}
            type="search"
            autoFocus
            label={t('search')}
            placeholder={t('searchPlaceholder')}
            value={text}
            onChange={setText}
            settled={search.settled}
            openOnly={first !== undefined && others.length === 0 ? () => open(first) : null}
            focusList={() => list.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()}
          />
          {mayRegister && <DraftLink onOpen={register} />}
        </div>
        <SearchResults
          search={search}
          limit={LIMIT}
          listRef={list}
          onOpen={open}
          onOpenCorrection={(id) => go('/customers', { customer: id })}
        />
      </Column>
    </Columns>
  )
}

function useSearchKeys(select: () => void, register: (() => void) | null) {
  const { t } = useTranslation('customers')
  useKeys({
    F2: { label: t('search'), run: select },
    ...(register === null ? {} : { 'Ctrl+N': { label: t('register'), run: register } }),
    Escape: { label: t('search'), run: select, quiet: true },
  })
}

function RegisterButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('customers')
  return (
    <BusyButton onClick={onClick} keys="Ctrl+N" leftSection={<IconUserPlus size={16} aria-hidden />}>
      {t('register')}
    </BusyButton>
  )
}
