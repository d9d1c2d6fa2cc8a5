import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AlertView, PostingBehind } from '../../../shared/contract/alert-views.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier, TimeText } from '../../components/bidi.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import styles from './watch.module.css'

/** The postings behind an alert, oldest first, each with whose account it was on and who stood at the counter. */
export function AlertPostings({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation('watch')
  if (alert.behind.length === 0) return <EmptyState title={t('noPostings')} hint={t('noPostingsHint')} />
  return (
    <section className={styles.postings} aria-labelledby="postings-behind">
      <h3 id="postings-behind">{t('postings')}</h3>
      <ul>
        {alert.behind.map((posting) => (
          <Behind key={posting.transactionId} posting={posting} currency={alert.currency} />
        ))}
      </ul>
    </section>
  )
}

type BehindProps = { readonly posting: PostingBehind; readonly currency: string }

function Behind({ posting, currency }: BehindProps) {
  const { t } = useTranslation('watch')
  const { presenter, branch, till, teller } = posting
  const who =
    presenter === null
      ? t('theHolder')
      : presenter.onBehalfOf === null
        ? presenter.name
        : t('forWhom', { name: presenter.name, other: presenter.onBehalfOf })
  return (
    <li data-off={!posting.counts || undefined}>
      <span className={typography.primary}>{t(posting.isIn ? 'direction.in' : 'direction.out')}</span>
      <span className={classes(typography.primary, styles.figure)}>
        <Amount value={posting.amount} currency={currency} />
        {!posting.counts && ` (${t('reversed')})`}
      </span>
      <span className={typography.secondary}>
        <Identifier>{posting.reference}</Identifier> <TimeText value={posting.postedAt} />
      </span>
      <span className={classes(typography.secondary, styles.figure)}>{t('whereText', { branch, till })}</span>
      <span className={typography.secondary}>
        {t('counter')}: <bdi>{who}</bdi>
      </span>
      <span className={classes(typography.secondary, styles.figure)}>
        <bdi>{teller}</bdi>
      </span>
      <span className={typography.secondary}>
        {t('account')}: <Identifier>{formatAccountNumber(posting.accountNumber)}</Identifier>{' '}
        <bdi>{posting.holder}</bdi>
      </span>
    </li>
  )
}
