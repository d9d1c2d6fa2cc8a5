import type { CallOutput } from '../../../shared/contract.ts'
import type { Answer } from '../../calls/answer.ts'
import { useSession } from '../../calls/use-session.ts'
import { CloseTill } from './close-till.tsx'
import { ClosingTill } from './closing-till.tsx'
import { isHeldByOther } from './held-till.ts'
import { HoldingTill } from './holding-till.tsx'
import { MoveTillCash } from './move-till-cash.tsx'
import { OpenTill } from './open-till.tsx'
import { OpenedTill } from './opened-till.tsx'
import { TillHeldByOther } from './till-held-by-other.tsx'
import type { TillSlips } from './use-till-slips.ts'
import { useWatchedCount } from './use-watched-count.ts'

type Props = {
  readonly tills: Answer<CallOutput<'tills.list'>>
  readonly slips: TillSlips
  /** A supervisor may close another person's till. */
  readonly maySeeOthers: boolean
}

/** The one slip that fits the state of the till: opening, holding, counting, waiting, closed, or another person's till. */
export function TillSlip({ tills, slips, maySeeOthers }: Props) {
  const { till } = useSession()
  const { opening, closing, chosen, choose, count, counted, slip } = slips
  const mine = tills.state === 'known' ? tills.value.tills.find((each) => each.mine) : undefined
  const { closing: watched, cash, forget, forgetCash } = useWatchedCount(mine)
  const posted = closing.phase === 'posted' ? closing.result : null
  const waits = posted?.sessionId ?? (slip === 'count' ? null : watched)
  if (waits !== null) {
    const then = (next: () => void) => () => (forget(), next())
    return <ClosingTill sessionId={waits} onDone={then(slips.startAgain)} onAgain={then(slips.countAgain)} />
  }
  if (closing.frozen || (counted !== null && slip === 'count')) return <CountedTill slips={slips} />
  const other =
    tills.state === 'known'
      ? tills.value.tills.filter(isHeldByOther).find(({ id }) => id === chosen)
      : undefined
  if (maySeeOthers && other?.counted === true && other.waits !== null && other.sessionId !== null)
    return <ClosingTill sessionId={other.sessionId} onDone={slips.startAgain} onAgain={() => count(other)} />
  if (maySeeOthers && other !== undefined && !opening.frozen)
    return <TillHeldByOther till={other} onCount={() => count(other)} />
  if (opening.phase === 'posted' && opening.result !== null)
    return <OpenedTill result={opening.result} onCount={() => count(null)} />
  if (till !== null && slip === 'cash') return <MoveTillCash onBack={() => slips.show('till')} />
  if (till !== null)
    return (
      <HoldingTill
        name={till.name}
        waits={cash}
        onCount={() => (forgetCash(), count(null))}
        onCash={() => (forgetCash(), slips.show('cash'))}
      />
    )
  return <OpenTill tills={tills} opening={opening} chosen={chosen} onChoose={choose} />
}

function CountedTill({ slips }: { readonly slips: TillSlips }) {
  const { counted, countedForOther, closing, drafts, show } = slips
  const tillId = counted?.id ?? ''
  return (
    <CloseTill
      key={countedForOther?.id ?? 'own'}
      till={counted}
      heldByOther={countedForOther}
      closing={closing}
      draft={drafts.of(tillId)}
      onDraft={(draft) => drafts.put(tillId, draft)}
      onLater={() => show('till')}
    />
  )
}
