import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { whoSigned } from '../../../shared/who-signed.ts'
import { ActorText } from '../../components/actor-text.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { accountsOf } from './effect-lines.ts'
import { PresenterFact } from './presenter-fact.tsx'
import { ReversalFact } from './reversal-fact.tsx'
import { SignersFact } from './signers-fact.tsx'
import { useAccountWord } from './use-account-word.ts'
import styles from './slip.module.css'

/** The customers' accounts of a posting, its description, and when and by whom it was posted. */
export function PostedFacts({ posted }: { readonly posted: PostingView }) {
  const { t } = useTranslation('postings')
  const word = useAccountWord()
  const signers = whoSigned(posted)
  return (
    <dl className={styles.facts}>
      {accountsOf(posted.legs)
        .filter(({ holder }) => holder !== null)
        .map(({ accountId, side, label, accountNumber, holder }) => (
          <div key={accountId}>
            <dt>{t(side === 'DEBIT' ? 'from' : 'to')}</dt>
            <dd>
              {word(label)} <Identifier>{formatAccountNumber(accountNumber)}</Identifier>
              <br />
              {holder}
            </dd>
          </div>
        ))}
      {posted.description !== null && (
        <div>
          <dt>{t('description')}</dt>
          <dd>{posted.description}</dd>
        </div>
      )}
      {signers.length > 0 && (
        <div>
          <dt>{t('signedBy')}</dt>
          <dd>
            <SignersFact names={signers} />
          </dd>
        </div>
      )}
      {posted.presenter !== null && (
        <div>
          <dt>{t('presenter.title')}</dt>
          <dd>
            <PresenterFact presenter={posted.presenter} />
          </dd>
        </div>
      )}
      {posted.reversal !== null && (
        <div>
          <dt>{t('reversal.fact')}</dt>
          <dd>
            <ReversalFact reversal={posted.reversal} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('businessDate')}</dt>
        <dd>
          <DateText value={posted.businessDate} />
        </dd>
      </div>
      <div>
        <dt>{t('postedBy')}</dt>
        <dd>
          <ActorText actor={posted.actor} />
        </dd>
      </div>
    </dl>
  )
}
