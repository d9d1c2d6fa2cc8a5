import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { PaymentFile } from '../../../shared/contract/payments.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'
import sums from '../../components/sums.module.css'
import { isZero } from '../accounts/zero.ts'

/** What a file came to, from which account, and who brought it. */
export function FileFacts({ file }: { readonly file: PaymentFile }) {
  const { t } = useTranslation('payments')
  const { time } = useBranchTime()
  const { currency } = file
  const ended = file.status !== 'RUNNING' && file.status !== 'WAITING'
  return (
    <>
      <dl className={sums.slipSums}>
        <div>
          <dt>{t('posted')}</dt>
          <dd>
            <Amount value={file.postedTotal} currency={currency} withCurrency />
          </dd>
        </div>
        <div>
          <dt>{t('toPost')}</dt>
          <dd>
            <Amount value={file.total} currency={currency} withCurrency />
          </dd>
        </div>
        {!isZero(file.fee, currency) && (
          <div>
            <dt>{t('fee')}</dt>
            <dd>
              <Amount value={ended ? file.feePosted : file.fee} currency={currency} withCurrency />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('refused')}</dt>
          <dd>{file.refused}</dd>
        </div>
        <div>
          <dt>{t('leftOut')}</dt>
          <dd>{file.leftOut}</dd>
        </div>
      </dl>
      <dl className={classes(facts.facts, facts.onePerLine)}>
        <Fact label={t('from')}>
          <Identifier>{formatAccountNumber(file.accountNumber)}</Identifier> <bdi>{file.holder}</bdi>
        </Fact>
        <Fact label={t('takenBy')}>
          <bdi>{file.requestedBy}</bdi>
        </Fact>
        <Fact label={t('takenAt')}>{time(file.requestedAt)}</Fact>
        {file.feePosting !== null && (
          <Fact label={t('feePosting')}>
            <Identifier>{file.feePosting}</Identifier>
          </Fact>
        )}
        {file.messageId !== null && (
          <Fact label={t('message')}>
            <Identifier>{file.messageId}</Identifier>
          </Fact>
        )}
        <Fact label={t('hash')}>
          <Identifier>{file.fileHash}</Identifier>
        </Fact>
      </dl>
    </>
  )
}
