import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { call } from '../../calls/api.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useGo } from '../../app/navigate.ts'
import { CustomerTable } from './customer-table.tsx'
import { useMayWork } from './may-work.ts'
import { useDraft } from './registration-draft.ts'

const LIMIT = 50

/** Everybody that fits what is typed, as it is typed. Arrow down goes to the list, Enter opens. */
export function SearchView({ initial }: { readonly initial: string }) {
  const { t } = useTranslation('customers')
  const go = useGo()
  const { mayWork } = useMayWork()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(initial)
  const [asked] = useDebouncedValue(text.trim(), 120)
  const found = useQueryCall(
    'customers.search',
    { text: asked, limit: LIMIT },
    { enabled: asked !== '', keep: true },
  )
  const people = asked === '' ? undefined : found.data?.customers

  const open = ({ id }: CustomerRow) => go('/customers', { customer: id, find: text.trim() })
  const register = () => go('/customers', { new: '1', find: text.trim() })
  const focusList = () => list.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()
  useKeys({
    F2: { label: t('search'), run: () => field.current?.select() },
    ...(mayWork ? { 'Ctrl+N': { label: t('register'), run: register } } : {}),
    Escape: { label: t('search'), run: () => field.current?.select(), quiet: true },
  })

  /** Enter right behind the last letter must not open somebody who fitted fewer letters. */
  const enter = async () => {
    const wanted = text.trim()
    const settled = wanted === asked && !found.fetching
    const answer =
      settled || wanted === '' ? null : await call('customers.search', { text: wanted, limit: LIMIT })
    const rows = answer?.ok === true ? answer.value.customers : (people ?? [])
    const [only] = rows
    if (only !== undefined && rows.length === 1) open(only)
    else focusList()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    if (event.key === 'Enter') void enter()
    else focusList()
  }

  return (
    <Columns layout="single">
      <Column label={t('title')}>
        <PageHeader title={t('title')}>
          {mayWork && (
            <BusyButton onClick={register} keys="Ctrl+N" leftSection={<IconUserPlus size={16} aria-hidden />}>
              {t('register')}
            </BusyButton>
          )}
        </PageHeader>
        <div className="customers-find">
          <TextInput
            ref={field}
            type="search"
            autoFocus
            aria-label={t('search')}
            placeholder={t('searchPlaceholder')}
            leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={onKeyDown}
            autoComplete="off"
            spellCheck={false}
          />
          {mayWork && <DraftLink onOpen={register} />}
        </div>
        {found.failure !== null && (
          <div className="pad">
            <FailureNote failure={found.failure} />
          </div>
        )}
        {asked === '' ? (
          <EmptyState title={t('searchFirst')} hint={t('searchFirstHint')} />
        ) : (
          <div className="grow customers-list" ref={list}>
            <CustomerTable
              rows={found.failure === null ? people : (people ?? [])}
              onOpen={open}
              foot={people?.length === LIMIT && t('foundMany', { count: LIMIT })}
              empty={
                found.failure === null && (
                  <EmptyState title={t('nobody', { text: asked })} hint={t('nobodyHint')} />
                )
              }
            />
          </div>
        )}
      </Column>
    </Columns>
  )
}

function DraftLink({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('customers')
  const { userId } = useMayWork()
  const draft = useDraft(userId)
  if (draft === null) return null
  const name = `${draft.values.firstName} ${draft.values.lastName}`.trim()
  return (
    <button type="button" className="link" onClick={onOpen}>
      {t('goOnRegistering', { name: name === '' ? t('somebody') : name })}
    </button>
  )
}
