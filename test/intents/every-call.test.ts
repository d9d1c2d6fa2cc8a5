import { expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import type { Operation } from '../../shared/contract/define.ts'
import { idempotencyKey } from '../../shared/contract/fields.ts'

/**
 * They are sent with a key and move nothing: each proposes what a second person sees and decides, takes a file that stands in a list and
 * is posted call by call or compared, or says something of a customer's documents.
 */
const MOVES_NOTHING = [
  'accounts.issuePassbook',
  'accounts.reactivate',
  'archives.proposeDetach',
  'accounts.proposeLimit',
  'books.proposeChart',
  'branches.propose',
  'branches.proposeChange',
  'branches.proposeClosing',
  'branches.proposeTolerance',
  'documents.askForMore',
  'documents.proposePolicy',
  'documents.proposeRating',
  'documents.proposeRetention',
  'documents.placeLegalHold',
  'documents.review',
  'intents.acknowledge',
  'keys.propose',
  'limits.propose',
  'accounts.placeHold',
  'products.propose',
  'screening.importList',
  'users.propose',
  'users.proposeBranch',
  'users.proposeCodeRoles',
  'watch.proposeRules',
  'workstations.proposeCode',
]

const operations: [string, Operation][] = Object.entries(contract)
const named = (among: typeof operations) => among.map(([name]) => name).toSorted()

const hasKey = ([, { kind, input }]: (typeof operations)[number]) =>
  kind === 'command' && 'shape' in input && Object.values(Object(input.shape)).includes(idempotencyKey)

test('every command with a key is noted before it is sent, but for those that move no money', () => {
  const keyed = operations.filter(hasKey)
  const noted = operations.filter(([, operation]) => operation.moves !== undefined)
  expect(named(noted)).toEqual(named(keyed).filter((name) => !MOVES_NOTHING.includes(name)))
  expect(named(keyed)).toEqual(expect.arrayContaining(MOVES_NOTHING))
  expect(noted.length).toBeGreaterThan(8)
})
