import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { Recovery } from '../../../shared/contract/intents.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useSession } from '../../calls/use-session.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { isAmount } from './is-amount.ts'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'
import styles from './recovery-slip.module.css'

/** What the posting was, as far as the note on the disk and the ledger say. */
export function RecoveryFacts({ recovery }: { readonly recovery: Recovery }) {
  const { t } = useTranslation('intents')
  const { time } = useBranchTime()
  const { kind, shown, reference, maker, sentAt, sentTo, reason } = recovery
  return (
    <>
      <p className={styles.kind}>
        {kind === null ? t('unreadable') : t(`kind.${kind}`)} <TypedAmount recovery={recovery} />
      </p>
      <dl className={classes(facts.facts, styles.facts)}>
        {shown.length > 0 && (
          <Fact label={t('shown')}>
            {shown.map((text) => (
              <p key={text}>
                <Identifier>{formatAccountNumber(text)}</Identifier>
              </p>
            ))}
          </Fact>
        )}
        {reference !== null && (
          <Fact label={t('reference')}>
            <Identifier>{reference}</Identifier>
          </Fact>
        )}
        {maker !== null && <Fact label={t('maker')}>{maker}</Fact>}
        <Fact label={t('sentAt')}>{time(sentAt)}</Fact>
        {sentTo !== null && <Fact label={t('sentTo')}>{sentTo}</Fact>}
        {reason !== null && <Fact label={t('reason')}>{reason}</Fact>}
      </dl>
    </>
  )
}

/** As it was typed where it is no amount that the ledger would write. */
function TypedAmount({ recovery: { amount, currency } }: { readonly recovery: Recovery }) {
  const { branch } = useSession()
  const kept = currency ?? branch?.currency ?? null
  if (amount === null) return null
  if (kept === null || !isAmount(amount, kept)) return <Identifier>{amount}</Identifier>
  return <Amount value={amount} currency={kept} withCurrency strong />
}
