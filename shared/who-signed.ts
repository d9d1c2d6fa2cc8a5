import type { PostingView } from './contract/postings.ts'

type Signed = Pick<PostingView, 'transactionType' | 'actor' | 'legs' | 'reversal' | 'signers'>

/** A withdrawal or a transfer at the counter is signed for, at once or before a second person approved it. Nothing else is. */
const isSigned = ({ transactionType, actor, reversal }: Signed): boolean =>
  (transactionType === 'WITHDRAWAL' || transactionType === 'TRANSFER') &&
  actor.kind === 'PERSON' &&
  (actor.causeType === 'INTENT' || actor.causeType === 'APPROVAL') &&
  reversal?.direction !== 'REVERSES'

/** Who signed for the account that a posting debits: whoever is named, or else its holder. What is drawn on a loan is paid by its contract. */
export function whoSigned(posting: Signed): readonly string[] {
  if (posting.signers.length > 0) return posting.signers
  if (!isSigned(posting)) return []
  const debited = posting.legs.find(({ side, holder }) => side === 'DEBIT' && holder !== null)
  return debited?.holder == null || debited.label === 'LOAN' ? [] : [debited.holder]
}
