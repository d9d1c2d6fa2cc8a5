import { useTranslation } from 'react-i18next'
import type { HoldView } from '../../../shared/contract/hold-views.ts'
import { useMay } from '../../calls/use-may.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, TimeText } from '../../components/bidi.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import table from '../../components/table.module.css'
import styles from './holds.module.css'

type Props = { readonly holds: readonly HoldView[]; readonly onRelease: (hold: HoldView) => void }

/** The holds of an account: how much, why, by whom, until when, and how one ended. */
export function HoldsTable({ holds, onRelease }: Props) {
  const { t } = useTranslation('accounts')
  if (holds.length === 0) return <p className={typography.subdued}>{t('holds.none')}</p>
  return (
    <table className={classes(table.table, styles.holds)} aria-label={t('holds.title')}>
      <thead>
        <tr>
          <th scope="col" className={table.numeric}>
            {t('amount')}
          </th>
          <th scope="col">{t('reason')}</th>
          <th scope="col">{t('holds.placed')}</th>
          <th scope="col">{t('holds.ends')}</th>
        </tr>
      </thead>
      <tbody>
        {holds.map((hold) => (
          <HoldLine key={hold.id} hold={hold} onRelease={onRelease} />
        ))}
      </tbody>
    </table>
  )
}

type LineProps = Pick<Props, 'onRelease'> & { readonly hold: HoldView }

function HoldLine({ hold, onRelease }: LineProps) {
  const { t } = useTranslation('accounts')
  const { amount, currency, reason, placedBy, placedAt } = hold
  return (
    <tr>
      <td className={table.numeric}>
        <Amount value={amount} currency={currency} withCurrency strong={hold.releasedAt === null} />
      </td>
      <td>
        <bdi>{reason}</bdi>
      </td>
      <td>
        <bdi>{placedBy ?? t('bySystem')}</bdi>
        <span className={classes(typography.subdued, styles.second)}>
          <TimeText value={placedAt} />
        </span>
      </td>
      <td>
        <HoldEnd hold={hold} onRelease={onRelease} />
      </td>
    </tr>
  )
}

/** How a hold ended; or until when it holds, with the way to release it. */
function HoldEnd({ hold, onRelease }: LineProps) {
  const { t } = useTranslation('accounts')
  const mayRelease = useMay('accounts.releaseHold')
  const { releasedAt, releasedBy, releaseReason, expiresOn, kind } = hold
  if (releasedAt !== null)
    return (
      <>
        {t('holds.released', { name: releasedBy ?? t('bySystem') })}
        <span className={classes(typography.subdued, styles.second)}>
          <bdi>{releaseReason}</bdi>
        </span>
      </>
    )
  return (
    <>
      {expiresOn === null ? t('holds.open') : <DateText value={expiresOn} />}
      {mayRelease && kind === 'PLACED' && (
        <button
          type="button"
          className={classes(buttons.link, styles.second)}
          aria-label={t('holds.releaseOf', {
            reason: hold.reason,
            date: expiresOn === null ? '' : formatDate(expiresOn),
          })}
          onClick={() => onRelease(hold)}
        >
          {t('holds.release')}
        </button>
      )}
    </>
  )
}
