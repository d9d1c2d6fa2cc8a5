import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Access } from '../../../shared/contract/staff-reports.ts'
import { fromLedger } from '../../../shared/money.ts'
import { showMoney } from '../../i18n/amounts.ts'

type Limits = Access['limits']

/** What somebody posts alone, on two lines: of each posting, and beneath of a day. */
export function useLimitWords() {
  const { t } = useTranslation(['users', 'limits'])
  return useCallback(
    (limits: Limits) => {
      const listed = (part: 'perPosting' | 'perDay') =>
        limits
          .map((limit) =>
            t('review.limit', {
              what: t(`limits:types.${limit.transactionType}`),
              amount: showMoney(fromLedger(limit[part], limit.currency)),
            }),
          )
          .join(', ')
      if (limits.length === 0) return { first: t('review.noLimits'), second: null }
      return { first: listed('perPosting'), second: t('review.perDay', { limits: listed('perDay') }) }
    },
    [t],
  )
}
