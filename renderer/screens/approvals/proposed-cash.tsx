import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { Outcome } from './outcome.tsx'
import { LOOK_AGAIN_MS } from './use-approvals.ts'
import { Withdraw } from './withdraw.tsx'
import sums from '../../components/sums.module.css'

type Props = {
  readonly approvalId: string
  /** What it waits for, in a sentence. */
  readonly waits: string
}

/** One's own count that waits for a second one. It changes by itself when that is there. */
export function ProposedCash({ approvalId, waits }: Props) {
  const { answer } = useQueryCall('approvals.read', { approvalId }, { every: LOOK_AGAIN_MS })
  const view = answer.state === 'known' ? answer.value : undefined
  return (
    <>
      <AnswerNote answer={answer} />
      {view !== undefined && <Counts view={view} />}
      {view?.status === 'PENDING' && <Withdraw approvalId={approvalId} waits={waits} />}
      {view !== undefined && <Outcome view={view} />}
    </>
  )
}

function Counts({ view: { facts, reference } }: { readonly view: ApprovalView }) {
  const { t } = useTranslation('approvals')
  const amountOf = (name: 'firstCount' | 'secondCount') =>
    facts[name] === undefined ? null : (
      <Amount value={String(facts[name])} currency={String(facts['currency'])} withCurrency strong />
    )
  const [first, second] = [amountOf('firstCount'), amountOf('secondCount')]
  if (first === null) return null
  return (
    <dl className={sums.slipSums}>
      <Fact label={t('yourCount')}>{first}</Fact>
      {second !== null && <Fact label={t('facts.secondCount')}>{second}</Fact>}
      {reference !== null && (
        <Fact label={t('postedAs')}>
          <Identifier>{reference}</Identifier>
        </Fact>
      )}
    </dl>
  )
}
