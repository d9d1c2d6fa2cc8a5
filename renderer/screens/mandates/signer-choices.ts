import type { PartyView, Signers } from '../../../shared/contract/mandates.ts'

/** Somebody who may be named as signing for an account. */
export type SignerChoice = {
  readonly customerId: string
  readonly name: string
  /** Null for the holder. */
  readonly party: PartyView | null
  /** Why the holder signs for nothing. */
  readonly note: 'minor' | 'company' | null
  readonly possible: boolean
  readonly signs: boolean
}

/** The holder first, then whoever has power, each once. A holder who signs alone signs where nobody is named. */
export function choicesOf({ alone, holder, parties }: Signers, signedBy: readonly string[]): SignerChoice[] {
  const names = effective(alone, holder.id, signedBy)
  const note: SignerChoice['note'] = holder.kind === 'COMPANY' ? 'company' : holder.minor ? 'minor' : null
  const first = { customerId: holder.id, name: holder.name, party: null, note, possible: note === null }
  const others = [...new Map(parties.map((party) => [party.partyId, party])).values()].map((party) => ({
    customerId: party.partyId,
    name: party.name,
    party,
    note: null,
    possible: true,
  }))
  return [first, ...others].map((choice) => ({ ...choice, signs: names.includes(choice.customerId) }))
}

/** Who is named after one of them was chosen, or left out: nobody where that is a holder who signs alone. */
export function toggled(
  { alone, holder }: Signers,
  signedBy: readonly string[],
  chosen: string,
): readonly string[] {
  const names = effective(alone, holder.id, signedBy)
  // Whoever is chosen where one signature does stands in for the holder, who is not there.
  const others = signedBy.length === 0 && chosen !== holder.id ? [] : names
  const next = others.includes(chosen) ? others.filter((id) => id !== chosen) : [...others, chosen]
  return alone && next.length === 1 && next[0] === holder.id ? [] : next
}

const effective = (alone: boolean, holderId: string, signedBy: readonly string[]): readonly string[] =>
  signedBy.length === 0 && alone ? [holderId] : signedBy
