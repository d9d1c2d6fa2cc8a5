import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { Leg, PostingView } from '../../../shared/contract/postings.ts'
import { whoSigned } from '../../../shared/who-signed.ts'
import { ActorText } from '../../components/actor-text.tsx'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier, TimeText } from '../../components/bidi.tsx'
import { Note } from '../../components/failure-note.tsx'
import { PresenterFact } from './presenter-fact.tsx'
import { ReversalFact } from './reversal-fact.tsx'
import { SignersFact } from './signers-fact.tsx'
import { useAccountWord } from './use-account-word.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import sums from '../../components/sums.module.css'
import styles from './receipt.module.css'

/** What was posted: the amount, each leg, and the facts of the posting. */
export function Receipt({ posting }: { readonly posting: PostingView }) {
  const { t } = useTranslation('accounts')
  const { currency } = posting
  return (
    <div className={classes(layout.scroll, layout.padded)}>
      <div className={layout.stack}>
        <p className={styles.amount}>
          {t(`kind.${posting.transactionType}`)}{' '}
          <Amount value={posting.amount} currency={currency} withCurrency strong />
        </p>
        {posting.status !== 'COMPLETED' && (
          <Note tone="warn">
            <p>{t(`notPosted.${posting.status}`)}</p>
          </Note>
        )}
        {posting.legs.map((leg, at) => (
          <LegFacts key={at} leg={leg} currency={currency} />
        ))}
        <PostingFacts posting={posting} />
      </div>
    </div>
  )
}

function LegFacts({ leg, currency }: { readonly leg: Leg; readonly currency: string }) {
  const { t } = useTranslation('accounts')
  const word = useAccountWord()
  return (
    <div className={styles.entry}>
      <p className={layout.sideBySide}>
        <span className={classes(typography.secondary, styles.side)}>
          {leg.side === 'DEBIT' ? t('debit') : t('credit')}
        </span>
        <span className={classes(typography.primary, typography.clipped)}>
          <bdi>{word(leg.label)}</bdi>
        </span>
        <span className={layout.grow} />
        <Amount value={leg.amount} currency={currency} strong />
      </p>
      {leg.holder !== null && (
        <p className={classes(typography.secondary, layout.sideBySide)}>
          <Identifier>{formatAccountNumber(leg.accountNumber)}</Identifier>
          <bdi>{leg.holder}</bdi>
        </p>
      )}
      {leg.ledgerBefore !== null && leg.ledgerAfter !== null && (
        <p className={classes(typography.secondary, layout.sideBySide)}>
          {t('before')} <Amount value={leg.ledgerBefore} currency={currency} />
          <span className={layout.grow} />
          {t('after')} <Amount value={leg.ledgerAfter} currency={currency} />
        </p>
      )}
    </div>
  )
}

function PostingFacts({ posting }: { readonly posting: PostingView }) {
  const { t } = useTranslation(['accounts', 'postings'])
  const signers = whoSigned(posting)
  return (
    <dl className={sums.sums}>
      {posting.description !== null && (
        <Fact name={t('description')}>
          <bdi>{posting.description}</bdi>
        </Fact>
      )}
      {signers.length > 0 && (
        <Fact name={t('postings:signedBy')}>
          <SignersFact names={signers} />
        </Fact>
      )}
      {posting.presenter !== null && (
        <Fact name={t('postings:presenter.title')}>
          <PresenterFact presenter={posting.presenter} />
        </Fact>
      )}
      {posting.reversal !== null && (
        <Fact name={t('postings:reversal.fact')}>
          <ReversalFact reversal={posting.reversal} />
        </Fact>
      )}
      <Fact name={t('businessDate')}>
        <DateText value={posting.businessDate} />
      </Fact>
      {posting.valueDate !== posting.businessDate && (
        <Fact name={t('valueDate')}>
          <DateText value={posting.valueDate} />
        </Fact>
      )}
      <Fact name={t('posted')}>
        <TimeText value={posting.postedAt} />
      </Fact>
      <Fact name={t('postedBy')}>
        <ActorText actor={posting.actor} />
      </Fact>
      <Fact name={t('branch')}>
        <bdi>{posting.branchName}</bdi>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
