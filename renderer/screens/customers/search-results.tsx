import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { CustomerTable } from './customer-table.tsx'
import type { CustomerSearch } from './use-customer-search.ts'
import { WaitingCorrections } from './waiting-corrections.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './search.module.css'

type Props = {
  readonly search: CustomerSearch
  /** As many as were asked for: a list that long may leave some out, and says so. */
  readonly limit: number
  readonly listRef: Ref<HTMLDivElement>
  readonly onOpen: (person: CustomerRow) => void
  readonly onOpenCorrection: (customerId: string) => void
}

/** The people who were found, or what to type first, or that there is no match. */
export function SearchResults({ search, limit, listRef, onOpen, onOpenCorrection }: Props) {
  const { t } = useTranslation('customers')
  const { text, people } = search
  return (
    <>
      {people === null ? (
        <>
          <WaitingCorrections customerId={null} onOpen={onOpenCorrection} />
          <EmptyState title={t('searchFirst')} hint={t('searchFirstHint')} />
        </>
      ) : (
        <div className={classes(layout.grow, styles.found)} ref={listRef}>
          <CustomerTable
            rows={people}
            onOpen={onOpen}
            foot={
              people.state === 'known' && people.value.length === limit && t('foundMany', { count: limit })
            }
            empty={<EmptyState title={t('nobody', { text })} hint={t('nobodyHint')} />}
          />
        </div>
      )}
    </>
  )
}
