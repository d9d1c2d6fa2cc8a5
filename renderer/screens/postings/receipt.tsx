import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { Leg, PostingView } from '../../../shared/contract/postings.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier, TimeText } from '../../components/bidi.tsx'
import { useAccountWord } from './use-account-word.ts'

/** What was posted: the amount, each leg, and the facts of the posting. */
export function Receipt({ posting }: { readonly posting: PostingView }) {
  const { t } = useTranslation('accounts')
  const { currency } = posting
  return (
    <div className="scroll pad">
      <div className="stack">
        <p className="receipt-amount">
          {t(`kind.${posting.transactionType}`)}{' '}
          <Amount value={posting.amount} currency={currency} withCurrency strong />
        </p>
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
    <div className="leg">
      <p className="row">
        <span className="t2">{leg.side === 'DEBIT' ? t('debit') : t('credit')}</span>
        <span className="t1 clip">
          <bdi>{word(leg.label)}</bdi>
        </span>
        <span className="grow" />
        <Amount value={leg.amount} currency={currency} strong />
      </p>
      {leg.holder !== null && (
        <p className="t2 row">
          <Identifier>{formatAccountNumber(leg.accountNumber)}</Identifier>
          <bdi className="clip">{leg.holder}</bdi>
        </p>
      )}
      <p className="t2 row">
        {t('before')} <Amount value={leg.ledgerBefore} currency={currency} />
        <span className="grow" />
        {t('after')} <Amount value={leg.ledgerAfter} currency={currency} />
      </p>
    </div>
  )
}

function PostingFacts({ posting }: { readonly posting: PostingView }) {
  const { t } = useTranslation('accounts')
  return (
    <dl className="account-sums">
      {posting.description !== null && (
        <Fact name={t('description')}>
          <bdi>{posting.description}</bdi>
        </Fact>
      )}
      <Fact name={t('businessDate')}>
        <DateText value={posting.businessDate} />
      </Fact>
      <Fact name={t('posted')}>
        <TimeText value={posting.postedAt} />
      </Fact>
      <Fact name={t('postedBy')}>
        <bdi>{posting.postedBy}</bdi>
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
