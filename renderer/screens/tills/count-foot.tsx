import { useTranslation } from 'react-i18next'
import { toDecimal } from '../../../shared/money.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import type { Counted } from './denominations.ts'
import type { ClosingTill } from './use-close-till.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import panel from '../../components/panel.module.css'
import styles from './count-foot.module.css'

type Props = {
  readonly currency: string
  readonly count: ClosingTill
  readonly closing: PostingCommand<'tills.close'>
}

/** What the count comes to, the question before it is posted, and the buttons. */
export function CountFoot({ currency, count, closing }: Props) {
  const { t } = useTranslation('tills')
  const { serverConnected } = useSession()
  const { counted, problem, confirming } = count
  return (
    <div className={classes(layout.stack, panel.foot, styles.foot)}>
      <CountedTotal currency={currency} counted={counted} />
      {problem !== null && <Note tone="bad">{t(`count.${problem}`)}</Note>}
      {confirming ? (
        <Note tone="warn">{t('count.sure')}</Note>
      ) : (
        <p className={typography.secondary}>{t('count.blind')}</p>
      )}
      <OutcomeNote posting={closing} />
      {confirming && (
        <BusyButton
          variant="default"
          fullWidth
          keys="Escape"
          unavailable={closing.frozen}
          onClick={count.goOnCounting}
        >
          {t('count.again')}
        </BusyButton>
      )}
      <BusyButton
        size="lg"
        fullWidth
        keys="Ctrl+Enter"
        busy={closing.phase === 'sending'}
        unavailable={!serverConnected}
        onClick={count.close}
      >
        {count.action}
      </BusyButton>
    </div>
  )
}

function CountedTotal({ currency, counted }: { readonly currency: string; readonly counted: Counted }) {
  const { t } = useTranslation('tills')
  return (
    <p className={styles.total}>
      <span>{t('count.counted')}</span>
      {counted.state === 'counted' ? (
        <Amount value={toDecimal(counted.total)} currency={currency} withCurrency strong />
      ) : (
        <span className={typography.subdued}>–</span>
      )}
    </p>
  )
}
