import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { Identifier } from '../../components/bidi.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { AccountBadge } from './account-badge.tsx'
import { AccountFinder } from './account-finder.tsx'
import { isNarrowed, type StatementFilter } from './statement-filter.ts'
import { StatementFilterBar } from './statement-filter-bar.tsx'
import { StatementTable } from './statement-table.tsx'
import type { Statement } from './use-statement.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './statement-column.module.css'

/** The fields that keys lead to: another account's number, a text to look for, the first day of the period. */
type StatementFields = {
  readonly number: Ref<HTMLInputElement>
  readonly find: Ref<HTMLInputElement>
  readonly firstDay: Ref<HTMLInputElement>
}

type Props = {
  readonly statement: Statement
  readonly filter: StatementFilter
  readonly onFilter: (filter: StatementFilter) => void
  readonly fields: StatementFields
  readonly table: Ref<HTMLDivElement>
  /** The transaction whose receipt is shown. */
  readonly receipt: string | null
  readonly onReceipt: (transactionId: string) => void
  /** Called once, when the first lines are there. */
  readonly onDrawn: () => void
}

/** The account's head and its lines, or why they are not known. */
export function StatementColumn(props: Props) {
  const { statement, filter, onFilter, fields, table, receipt, onReceipt, onDrawn } = props
  const { account, lines, totals, hasMore, looking, more } = statement
  return (
    <>
      <Head account={account} finder={fields.number} />
      <StatementFilterBar
        filter={filter}
        onChange={onFilter}
        finder={fields.find}
        firstDay={fields.firstDay}
      />
      <div className={classes(layout.grow, styles.postings)} ref={table}>
        <StatementTable
          currency={account?.currency ?? ''}
          lines={lines}
          totals={totals}
          narrowed={isNarrowed(filter)}
          hasMore={hasMore}
          looking={looking}
          onEnd={more}
          opened={receipt}
          onOpen={onReceipt}
          onDrawn={onDrawn}
        />
      </div>
    </>
  )
}

type HeadProps = { readonly finder: Ref<HTMLInputElement>; readonly account: AccountView | undefined }

function Head({ account, finder }: HeadProps) {
  const { t } = useTranslation('accounts')
  return (
    <PageHeader
      title={account === undefined ? t('statement') : <Title account={account} />}
      detail={account !== undefined && <AccountBadge value={account.status} />}
    >
      <AccountFinder field={finder} />
    </PageHeader>
  )
}

function Title({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('accounts')
  return (
    <>
      {t(`type.${account.accountType}`)} <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
    </>
  )
}
