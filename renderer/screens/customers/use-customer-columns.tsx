import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import type { Column } from '../../components/table-column.ts'
import { KycBadge, PartyBadge } from './badges.tsx'
import { spokenPhone } from './phone.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'

/** Who it is, how to reach them, and whether they may be served. */
export function useCustomerColumns(): readonly Column<CustomerRow>[] {
  const { t } = useTranslation('customers')
  return useMemo(() => [...identityColumns(t), ...contactColumns(t), ...statusColumns(t)], [t])
}

type Translate = ReturnType<typeof useTranslation<'customers'>>['t']

const identityColumns = (t: Translate): Column<CustomerRow>[] => [
  {
    id: 'name',
    header: t('name'),
    cell: (person) => (
      <bdi className={classes(typography.primary, typography.clipped)}>{fullName(person)}</bdi>
    ),
    sort: ({ firstName, lastName }) => `${lastName} ${firstName ?? ''}`,
  },
  {
    id: 'number',
    header: t('number'),
    width: 120,
    cell: ({ customerNumber }) => <Identifier>{customerNumber}</Identifier>,
    sort: ({ customerNumber }) => customerNumber,
  },
  {
    id: 'born',
    header: t('born'),
    width: 116,
    cell: ({ dateOfBirth }) => (dateOfBirth === null ? <None /> : <DateText value={dateOfBirth} />),
    sort: ({ dateOfBirth }) => dateOfBirth ?? '',
  },
]

const contactColumns = (t: Translate): Column<CustomerRow>[] => [
  {
    id: 'phone',
    header: t('detail.phone'),
    width: 160,
    cell: ({ phone }) => (phone === null ? <None /> : <Identifier>{spokenPhone(phone)}</Identifier>),
  },
  {
    id: 'email',
    header: t('detail.email'),
    cell: ({ email }) => (email === null ? <None /> : <bdi>{email}</bdi>),
    sort: ({ email }) => email ?? '',
  },
]

const statusColumns = (t: Translate): Column<CustomerRow>[] => [
  {
    id: 'kyc',
    header: t('kycColumn'),
    width: 120,
    cell: ({ kycStatus }) => <KycBadge value={kycStatus} short />,
    sort: ({ kycStatus }) => kycStatus,
  },
  {
    id: 'status',
    header: t('status'),
    width: 124,
    cell: ({ status }) => <PartyBadge value={status} />,
    sort: ({ status }) => status,
  },
]

function None() {
  const { t } = useTranslation('customers')
  return <span className={typography.subdued}>{t('none')}</span>
}
