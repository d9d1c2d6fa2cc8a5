import { useTranslation } from 'react-i18next'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { JournalExport } from './journal-export.tsx'

/** The books of the branch, or for an auditor of the bank. */
export function BooksScreen() {
  const { t } = useTranslation('books')
  return (
    <Columns layout="single">
      <Column label={t('title')}>
        <PageHeader title={t('title')} />
        <JournalExport />
      </Column>
    </Columns>
  )
}
