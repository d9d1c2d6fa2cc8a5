import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { LOOK_AGAIN_MS } from '../approvals/use-approvals.ts'
import { Withdraw } from '../approvals/withdraw.tsx'
import { ClosedTill } from './closed-till.tsx'
import { closedOf } from './closed-of.ts'
import sums from '../../components/sums.module.css'

type Props = { readonly sessionId: string; readonly onDone: () => void; readonly onAgain: () => void }

/** A till whose first count is locked: it changes by itself when the second person has counted, or a supervisor has decided. */
export function ClosingTill({ sessionId, onDone, onAgain }: Props) {
  const { t } = useTranslation('tills')
  const { answer } = useQueryCall('tills.closing', { sessionId }, { every: LOOK_AGAIN_MS })
  const closing = answer.state === 'known' ? answer.value : undefined
  const closed = closing === undefined ? null : closedOf(closing)
  if (closed !== null) return <ClosedTill result={closed} onDone={onDone} />
  return (
    <SlipPanel title={t('closing.title', { name: closing?.name ?? '' })}>
      <AnswerNote answer={answer} />
      {closing !== undefined && <State closing={closing} onAgain={onAgain} />}
    </SlipPanel>
  )
}

type StateProps = { readonly closing: CallOutput<'tills.closing'>; readonly onAgain: () => void }

function State({ closing, onAgain }: StateProps) {
  const { t } = useTranslation('tills')
  const { state, approvalId, counted, other, currency } = closing
  return (
    <>
      <dl className={sums.slipSums}>
        {counted !== null && (
          <Fact label={t('closing.first')}>
            <Amount value={counted} currency={currency} withCurrency strong />
          </Fact>
        )}
        {other !== null && (
          <Fact label={t('closing.second')}>
            <Amount value={other} currency={currency} withCurrency strong />
          </Fact>
        )}
      </dl>
      {state === 'COUNTED' && approvalId !== null && (
        <Withdraw approvalId={approvalId} waits={t('closing.waits')} />
      )}
      {state === 'DIFFERENCE' && <Note tone="warn">{t('closing.difference')}</Note>}
      {state === 'OPEN' && (
        <>
          <Note tone="warn">{t(other === null ? 'closing.openAgain' : 'closing.differ')}</Note>
          <BusyButton size="lg" fullWidth startHere onClick={onAgain}>
            {t('closing.again')}
          </BusyButton>
        </>
      )}
    </>
  )
}
