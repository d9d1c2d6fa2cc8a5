import { z } from 'zod'
import { command, query } from './define.ts'
import { intentKind } from './intent-words.ts'
import { bytes, currency, id, idempotencyKey, isoTime, nothing } from './fields.ts'

/** What became of an intent whose answer this workstation never showed to anybody. */
const recovery = z.object({
  key: idempotencyKey,
  /**
   * POSTED and NOT_POSTED stay so; WAITS: for a second person. NOT_KNOWN: it is still being worked on. ELSEWHERE: it was sent to
   * another server than the one that this workstation works with now, or by somebody of another branch, and only there it is known.
   */
  outcome: z.enum(['POSTED', 'WAITS', 'NOT_POSTED', 'NOT_KNOWN', 'ELSEWHERE']),
  /** Null of a note that cannot be read, where the ledger has nothing either. */
  kind: intentKind.nullable(),
  /** As it was typed. */
  amount: z.string().nullable(),
  currency: currency.nullable(),
  /** What else stood on the slip: numbers of accounts, the reference of what is reversed. */
  shown: z.array(z.string()),
  /** When it was sent, by the workstation's clock. */
  sentAt: isoTime,
  /** Whose it is; null where the ledger was not asked. */
  maker: z.string().nullable(),
  /** The address of the server that it was sent to; null of a note that cannot be read. */
  sentTo: z.string().nullable(),
  transactionId: id.nullable(),
  reference: z.string().nullable(),
  /** Why the ledger ended it: words of a person, or the name of a refusal. */
  reason: z.string().nullable(),
  /** The note on this workstation's disk cannot be read; what is here is the ledger's. */
  damaged: z.boolean(),
})
export type Recovery = z.infer<typeof recovery>

export const intents = {
  /**
   * Settles what this workstation sent and never had answered, whoever sent it: the ledger says what became of it, and of what is not
   * posted it makes sure that it never will be. Left alone is what this load of the page (`page`) waits for itself, but for the keys
   * that it has `lost`: their slip is gone, or the program failed.
   */
  'intents.settle': command({
    input: z.object({ page: id, lost: z.array(idempotencyKey).max(100) }),
    output: z.object({ recoveries: z.array(recovery) }),
    roles: 'signed-in',
    errors: [],
  }),
  /** What became of an intent has been shown: its note is removed from this workstation's disk. */
  'intents.acknowledge': command({
    input: z.object({ key: idempotencyKey }),
    output: nothing,
    roles: 'anyone',
    errors: [],
  }),
  /** The recovery slip for the paper file. */
  'intents.exportSlip': query({
    input: z.object({ key: idempotencyKey }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: 'signed-in',
    errors: ['INTENT_NOT_FOUND'],
  }),
}
