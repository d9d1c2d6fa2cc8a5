import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { CallOutput } from '../../../shared/contract.ts'
import type { AccountView, StatementLine } from '../../../shared/contract/accounts.ts'
import { Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { mapAnswer, type Answer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { BalanceSums } from './balance-sums.tsx'
import { useInUse, useNewPostings } from './new-postings.ts'
import { usePostingColumns } from './use-posting-columns.tsx'
import buttons from '../../components/buttons.module.css'
import section from '../../components/section.module.css'
import styles from './selected-account.module.css'

/** The columns need no width for it. */
const NOT_KNOWN: readonly StatementLine[] = []

const LAST_POSTINGS = 20

type Props = { readonly account: AccountView; readonly onStatement: () => void }

/** The account that the counter is about: how its available balance comes about, and its last postings. */
export function SelectedAccount({ account, onStatement }: Props) {
  const { answer } = useQueryCall('accounts.statement', {
    accountId: account.id,
    before: null,
    limit: LAST_POSTINGS,
  })
  return (
    <>
      <AccountHead account={account} onStatement={onStatement} />
      <BalanceSums account={answer.state === 'known' ? answer.value.account : account} />
      <LastPostings account={account} statement={answer} />
    </>
  )
}

function AccountHead({ account, onStatement }: Props) {
  const { t } = useTranslation(['postings', 'accounts'])
  return (
    <div className={section.head}>
      <h2>
        {t(`accounts:type.${account.accountType}`)}{' '}
        <span className={styles.number}>
          <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
        </span>
      </h2>
      <button type="button" className={buttons.link} onClick={onStatement}>
        {t('statement')}
        <Kbd aria-hidden>F8</Kbd>
      </button>
    </div>
  )
}

type PostingsProps = Pick<Props, 'account'> & {
  readonly statement: Answer<CallOutput<'accounts.statement'>>
}

function LastPostings({ account, statement }: PostingsProps) {
  const { t } = useTranslation('postings')
  const { inUse, handlers } = useInUse()
  const { rows, fresh, waiting } = useNewPostings(
    account.id,
    mapAnswer(statement, ({ lines }) => lines),
    inUse,
  )
  const shown = rows.state === 'known' ? rows.value : NOT_KNOWN
  const columns = usePostingColumns(shown, account.currency)
  const isMore = statement.state === 'known' && statement.value.next !== null
  return (
    <div className={styles.postings} {...handlers}>
      <DataTable
        key={account.id}
        label={t('lastPostings')}
        counted={(count) => t('lastCount', { count })}
        columns={columns}
        rows={rows}
        rowKey={({ entryId }) => entryId}
        fresh={({ entryId }) => fresh.has(entryId)}
        rowHeight={32}
        empty={<EmptyState title={t('noPostings')} hint={t('noPostingsHint')} />}
        foot={
          <span aria-live="polite">
            {waiting > 0 ? t('newWaiting', { count: waiting }) : isMore && t('older')}
          </span>
        }
      />
    </div>
  )
}
