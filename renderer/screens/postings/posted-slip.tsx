import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { fromLedger } from '../../../shared/money.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { showMoney } from '../../i18n/amounts.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { PreviewButton } from '../printers/preview/preview-button.tsx'
import { EffectTable } from './effect-table.tsx'
import { PostedFacts } from './posted-facts.tsx'
import { useReceipt } from './use-receipt.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import panel from '../../components/panel.module.css'
import styles from './slip.module.css'

type Props = {
  readonly posted: PostingView
  /** What has happened, in words. */
  readonly title: string
  readonly onNext: () => void
  /** Begins its reversal; absent where it cannot be reversed from here. */
  readonly onReverse?: () => void
}

/** What was posted, in the place where it was typed: reference, balances after, receipt, and on to the next one. */
export function PostedSlip({ posted, title, onNext, onReverse }: Props) {
  const { t } = useTranslation('postings')
  const receipt = useReceipt(posted.id)
  const takes = t(receipt.hasPrinter ? 'print' : 'receipt')
  useKeys({
    Escape: { label: t('next'), run: onNext, quiet: true },
    'Ctrl+P': { label: takes, run: receipt.take },
    ...(onReverse === undefined ? {} : { F7: { label: t('reverse'), run: onReverse } }),
  })
  return (
    <>
      <header className={panel.head}>
        <h2>{title}</h2>
        <span className={layout.grow} />
        {onReverse !== undefined && (
          <button type="button" className={buttons.link} onClick={onReverse}>
            {t('reverse')}
            <Kbd aria-hidden>F7</Kbd>
          </button>
        )}
      </header>
      <div className={classes(layout.scroll, styles.body)}>
        <Note tone="ok">
          <Reference reference={posted.reference} />
          {wasHeldBack(posted) && <HandOver posted={posted} />}
        </Note>
        <p className={styles.amount}>
          <Amount value={posted.amount} currency={posted.currency} withCurrency />
        </p>
        <PostedFacts posted={posted} />
        <FailureNote failure={receipt.failure} />
        {receipt.done !== null && <Note tone="info">{receipt.done}</Note>}
      </div>
      {/* The second click of a double click on Post must not close the result that it has just brought. */}
      <div className={styles.foot} onClickCapture={(event) => event.detail > 1 && event.stopPropagation()}>
        <EffectTable lines={posted.legs} currency={posted.currency} posted />
        <div className={classes(styles.actions, styles.withPreview)}>
          <BusyButton size="lg" variant="default" keys="Ctrl+P" busy={receipt.busy} onClick={receipt.take}>
            {takes}
          </BusyButton>
          <PreviewButton
            paper={{ of: 'RECEIPT', transactionId: posted.id }}
            small
            onPrint={receipt.hasPrinter ? receipt.take : null}
            onSave={receipt.save}
          />
          <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onNext}>
            {t('next')}
          </BusyButton>
        </div>
      </div>
    </>
  )
}

/** Whether its cash waited for an approval. What reverses a withdrawal pays nothing out. */
const wasHeldBack = ({ transactionType, actor, reversal }: PostingView) =>
  transactionType === 'WITHDRAWAL' && actor.causeType === 'APPROVAL' && reversal === null

/** Said when cash was kept back until somebody approved: the posting is in the ledger now. */
function HandOver({ posted: { amount, currency } }: Pick<Props, 'posted'>) {
  const { t } = useTranslation('postings')
  return <p>{t('handOver', { amount: `${showMoney(fromLedger(amount, currency))} ${currency}` })}</p>
}

/** The sentence with the reference in it, which stays in one piece and in its own direction. */
function Reference({ reference }: { readonly reference: string }) {
  const { t } = useTranslation('postings')
  const [before = '', after = ''] = t('postedAs', { reference: '\u0000' }).split('\u0000')
  return (
    <b>
      {before}
      <Identifier>{reference}</Identifier>
      {after}
    </b>
  )
}
