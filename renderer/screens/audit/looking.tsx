import { useTranslation } from 'react-i18next'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useLookingColumns } from './use-looking-columns.tsx'

/** Who opened what on which day, and beside it how much each person was handed in all: reading in bulk stands out. */
export function Looking({ onLog }: { readonly onLog: () => void }) {
  const { t } = useTranslation('audit')
  const { answer } = useQueryCall('audit.listLooking', {})
  const { ofDays, ofReaders } = useLookingColumns()
  return (
    <Columns layout="list-detail">
      <Column label={t('looking.days')}>
        <PageHeader title={t('looking.title')}>
          <BusyButton variant="default" onClick={onLog}>
            {t('looking.back')}
          </BusyButton>
        </PageHeader>
        <DataTable
          label={t('looking.days')}
          counted={(count) => t('looking.lines', { count })}
          columns={ofDays}
          rows={mapAnswer(answer, ({ days }) => days)}
          rowKey={({ day, userId }) => `${day} ${userId}`}
          empty={<EmptyState title={t('looking.none')} />}
        />
      </Column>
      <Column label={t('looking.inAll')} tone="sunken">
        <PageHeader title={t('looking.inAll')} />
        <DataTable
          label={t('looking.inAll')}
          counted={(count) => t('looking.people', { count })}
          columns={ofReaders}
          rows={mapAnswer(answer, ({ readers }) => readers)}
          rowKey={({ userId }) => userId}
          initialSort={{ id: 'rows', desc: true }}
          empty={<EmptyState title={t('looking.none')} />}
        />
      </Column>
    </Columns>
  )
}
