import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ArchiveDetail } from './archive-detail.tsx'
import { ArchiveTable } from './archive-table.tsx'

/** Years of the ledger: which are sealed, and beside the list what can be done with the chosen one. */
export function ArchivesScreen() {
  const { t } = useTranslation('archives')
  const [chosen, setChosen] = useState<string | null>(null)
  const { answer } = useQueryCall('archives.list', {})
  const list = answer.state === 'known' ? answer.value.archives : []
  const archive = list.find(({ period }) => period === chosen)
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')} />
        <ArchiveTable
          archives={mapAnswer(answer, ({ archives }) => archives)}
          selectedKey={chosen}
          onOpen={({ period }) => setChosen(period)}
        />
      </Column>
      <Column label={t('notChosen')} tone="sunken">
        {archive === undefined ? (
          <EmptyState title={t('notChosen')} hint={t('notChosenHint')} />
        ) : (
          <ArchiveDetail key={archive.period} archive={archive} />
        )}
      </Column>
    </Columns>
  )
}
