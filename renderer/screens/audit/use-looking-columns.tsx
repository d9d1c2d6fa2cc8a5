import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookingDay, Reader } from '../../../shared/contract/audit.ts'
import { DateText } from '../../components/bidi.tsx'
import type { Column } from '../../components/table-column.ts'

/** The columns of what was opened on a day, and of what each person was handed in all. */
export function useLookingColumns() {
  const { t } = useTranslation('audit')
  return useMemo(() => {
    const ofDays: readonly Column<LookingDay>[] = [
      {
        id: 'day',
        header: t('looking.day'),
        width: 144,
        cell: ({ day }) => <DateText value={day} />,
        sort: ({ day }) => day,
      },
      {
        id: 'person',
        header: t('person'),
        cell: ({ fullName }) => <bdi>{fullName}</bdi>,
        sort: ({ fullName }) => fullName,
      },
      {
        id: 'opened',
        header: t('looking.opened'),
        width: 120,
        numeric: true,
        cell: ({ opened }) => opened,
        sort: ({ opened }) => opened,
      },
      {
        id: 'customers',
        header: t('looking.customers'),
        width: 120,
        numeric: true,
        cell: ({ customers }) => customers,
        sort: ({ customers }) => customers,
      },
      {
        id: 'exported',
        header: t('looking.exported'),
        width: 120,
        numeric: true,
        cell: ({ exported }) => exported,
        sort: ({ exported }) => exported,
      },
    ]
    const ofReaders: readonly Column<Reader>[] = [
      {
        id: 'person',
        header: t('person'),
        cell: ({ fullName }) => <bdi>{fullName}</bdi>,
        sort: ({ fullName }) => fullName,
      },
      {
        id: 'openings',
        header: t('looking.recorded'),
        width: 96,
        numeric: true,
        cell: ({ openings }) => openings,
        sort: ({ openings }) => BigInt(openings),
      },
      {
        id: 'rows',
        header: t('looking.rows'),
        width: 112,
        numeric: true,
        cell: ({ rowsRead }) => rowsRead,
        sort: ({ rowsRead }) => BigInt(rowsRead),
      },
    ]
    return { ofDays, ofReaders }
  }, [t])
}
