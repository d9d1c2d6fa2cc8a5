import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Access } from '../../../shared/contract/staff-reports.ts'
import { TimeText } from '../../components/bidi.tsx'
import type { Column } from '../../components/table-column.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import { PersonCell } from './person-cell.tsx'
import { TwoLines } from './two-lines.tsx'
import { useLimitWords } from './use-limit-words.ts'

/** Who, as what and where, what they may alone, with what they sign in, and when and where they did last. */
export function useAccessColumns(): readonly Column<Access>[] {
  const { t } = useTranslation('users')
  const limitWords = useLimitWords()
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('fullName'),
        width: 152,
        sort: ({ fullName }) => fullName,
        cell: (person) => <PersonCell {...person} />,
      },
      {
        id: 'role',
        header: t('role'),
        width: 128,
        sort: ({ role }) => t(`roleName.${role}`),
        cell: ({ role, decides }) => (
          <TwoLines first={t(`roleName.${role}`)} second={decides ? t('review.decides') : null} />
        ),
      },
      {
        id: 'branch',
        header: t('branch'),
        width: 112,
        sort: ({ branch }) => branch,
        cell: ({ branch, status }) => (
          <TwoLines first={branch} second={status === 'ACTIVE' ? null : t(`status.${status}`)} />
        ),
      },
      {
        id: 'limits',
        header: t('review.limits'),
        cell: ({ limits }) => <TwoLines {...limitWords(limits)} />,
      },
      {
        id: 'signsIn',
        header: t('review.signsIn'),
        width: 104,
        sort: ({ secondFactor }) => secondFactor,
        cell: ({ secondFactor, temporaryPassword }) => (
          <TwoLines
            first={t(`review.factor.${secondFactor}`)}
            second={temporaryPassword ? t('temporary') : null}
          />
        ),
      },
      {
        id: 'lastUse',
        header: t('review.lastUse'),
        width: 216,
        sort: ({ lastUse }) => lastUse ?? '',
        cell: ({ lastUse, sessions, workstations }) =>
          lastUse === null ? (
            <span className={typography.subdued}>{t('never')}</span>
          ) : (
            <>
              <div className={typography.clipped}>
                {sessions > 0 ? t('session.now') : <TimeText value={lastUse} />}
              </div>
              <div
                className={classes(typography.secondary, typography.clipped)}
                title={workstations.join(', ')}
              >
                {workstations.join(', ')}
              </div>
            </>
          ),
      },
    ],
    [t, limitWords],
  )
}
