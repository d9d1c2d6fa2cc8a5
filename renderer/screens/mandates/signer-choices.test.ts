import { expect, test } from 'vitest'
import type { PartyView, Signers } from '../../../shared/contract/mandates.ts'
import { choicesOf, toggled } from './signer-choices.ts'

const party = (partyId: string): PartyView => ({
  id: partyId,
  customerId: 'holder',
  accountId: null,
  accountNumber: null,
  partyId,
  partyNumber: 'C-10000008',
  name: 'Ben Ode',
  power: 'MANDATE',
  together: false,
  perPosting: null,
  currency: null,
  share: null,
  validFrom: '2026-01-01',
  validUntil: null,
  givenBy: 'A',
  decidedBy: 'B',
  givenAt: '2026-01-01T00:00:00Z',
  endedOn: null,
  state: 'IN_FORCE',
})
const signers = (changes: Partial<Signers> = {}): Signers => ({
  alone: true,
  holder: { id: 'holder', name: 'Ana Lind', kind: 'PERSON', minor: false },
  could: 'Ana Lind',
  parties: [party('ben')],
  specimens: [],
  ...changes,
})
const signing = (those: Signers, signedBy: readonly string[]) =>
  choicesOf(those, signedBy)
    .filter(({ signs }) => signs)
    .map(({ customerId }) => customerId)

test('a holder who signs alone signs where nobody is named, and is replaced by whoever is chosen', () => {
  expect(signing(signers(), [])).toEqual(['holder'])
  expect(toggled(signers(), [], 'ben')).toEqual(['ben'])
  expect(toggled(signers(), ['ben'], 'holder')).toEqual(['ben', 'holder'])
  expect(toggled(signers(), ['ben', 'holder'], 'ben')).toEqual([])
})

test('where the holder does not sign alone nobody does until somebody is named', () => {
  const together = signers({ alone: false })
  expect(signing(together, [])).toEqual([])
  expect(toggled(together, ['holder'], 'ben')).toEqual(['holder', 'ben'])
  const child = signers({ alone: false, holder: { id: 'holder', name: 'Mia', kind: 'PERSON', minor: true } })
  expect(choicesOf(child, [])[0]).toMatchObject({ possible: false, note: 'minor' })
})
