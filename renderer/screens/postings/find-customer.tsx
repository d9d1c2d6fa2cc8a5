import { Kbd, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useRef, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { readAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { chooseAndGoOn, searchFor, useCounterWork } from './counter-work.ts'
import { FoundList, MOST_FOUND } from './found-list.tsx'
import { useWhenReady } from './use-when-ready.ts'

const SEARCH_DELAY_MS = 120

export type Found = {
  /** The account whose number was typed. */
  readonly account: AccountView | null
  readonly people: readonly CustomerRow[]
  /** The list is that of what is typed now. */
  readonly settled: boolean
}

type Props = {
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onNew: () => void
}

/** Finds who stands at the counter: as one types, by name, number, phone or the number of an account. */
export function FindCustomer({ searchRef, onNew }: Props) {
  const { t } = useTranslation('postings')
  const searched = useCounterWork((work) => work.searched)
  const list = useRef<HTMLUListElement>(null)
  const { found, failure } = useFound(searched)
  const { press } = useWhenReady(found.settled, () => {
    const { account, people } = found
    const [first, ...others] = people
    if (account !== null) chooseAndGoOn(account.customerId, account.accountNumber)
    else if (first !== undefined && others.length === 0) chooseAndGoOn(first.id, null)
    else list.current?.querySelector('button')?.focus()
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (event.key === 'Enter') press()
    else list.current?.querySelector('button')?.focus()
  }
  return (
    <>
      <header className="head">
        <TextInput
          ref={searchRef}
          className="grow"
          aria-label={t('find')}
          placeholder={t('findPlaceholder')}
          value={searched}
          onChange={(event) => searchFor(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          rightSectionWidth={44}
          rightSection={<Kbd aria-hidden>F2</Kbd>}
        />
      </header>
      <FailureNote failure={failure} />
      <FoundList
        ref={list}
        searched={searched}
        found={found}
        onChoose={chooseAndGoOn}
        searchRef={searchRef}
      />
      <button type="button" className="who-new" onClick={onNew}>
        <IconUserPlus size={16} stroke={1.75} aria-hidden />
        {t('newCustomer')}
        <span className="grow" />
        <Kbd aria-hidden>Ctrl N</Kbd>
      </button>
    </>
  )
}

function useFound(searched: string) {
  const wanted = searched.trim()
  const [text] = useDebouncedValue(wanted, SEARCH_DELAY_MS)
  const number = readAccountNumber(wanted)
  const people = useQueryCall(
    'customers.search',
    { text, limit: MOST_FOUND },
    { enabled: text !== '', keep: true },
  )
  const account = useQueryCall('accounts.find', { accountNumber: number ?? '' }, { enabled: number !== null })
  const unknown = account.failure?.code === 'ACCOUNT_NOT_FOUND'
  const found: Found = {
    account: number === null ? null : (account.data ?? null),
    people: text === '' || wanted === '' ? [] : (people.data?.customers ?? []),
    settled: text === wanted && !people.fetching && !account.loading,
  }
  return { found, failure: people.failure ?? (number === null || unknown ? null : account.failure) }
}
