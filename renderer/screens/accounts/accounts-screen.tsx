import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useScreenSearch } from '../../app/navigate.ts'
import { PostingView } from '../postings/posting-view.tsx'
import { AccountFinder } from './account-finder.tsx'
import { StatementView } from './statement-view.tsx'

/** The statement of one account: `account` is its id; or one posting by its id; without either, a field for an account's number. */
export function AccountsScreen() {
  const { account, posting } = useScreenSearch()
  if (posting !== undefined) return <PostingView key={posting} transactionId={posting} />
  return account === undefined ? <FindFirst /> : <StatementView key={account} accountId={account} />
}

function FindFirst() {
  const { t } = useTranslation('accounts')
  const field = useRef<HTMLInputElement>(null)
  useKeys({ F8: { label: t('number'), run: () => field.current?.select() } })
  return (
    <Columns layout="single">
      <Column label={t('title')}>
        <PageHeader title={t('title')}>
          <AccountFinder field={field} startHere />
        </PageHeader>
        <EmptyState title={t('findFirst')} hint={t('findFirstHint')} />
      </Column>
    </Columns>
  )
}
