import { z } from 'zod'
import { balanceText, currency, isoDate, isoTime, side, transactionType } from './fields.ts'

const count = z.number().int()

/** One till, the vault or a suspense account on a day: opening + in − out = closing, which its balance says too. */
const provedAccount = z.object({
  accountNumber: z.string(),
  kind: z.enum(['VAULT', 'TELLER_CASH', 'SUSPENSE']),
  /** The till's. */
  name: z.string().nullable(),
  currency,
  opening: balanceText,
  /** Null while the till is held, of which nothing is told: its count is blind. */
  paidIn: balanceText.nullable(),
  paidOut: balanceText.nullable(),
  closing: balanceText.nullable(),
  standsAt: balanceText.nullable(),
})
export type ProvedAccount = z.infer<typeof provedAccount>

/** What waits on one side of a suspense account: its sum, its entries, and the age in days of the oldest. */
const openSuspense = z.object({
  accountNumber: z.string(),
  currency,
  side,
  open: balanceText,
  items: count,
  oldest: isoDate,
  days: count,
})
export type OpenSuspense = z.infer<typeof openSuspense>

/** What proves a day: foreseen while it is open, kept when it was closed; NOT_KEPT where an earlier release closed it. */
export const dayProof = z.object({
  state: z.enum(['OPEN', 'PROVED', 'NOT_KEPT']),
  accounts: z.array(provedAccount),
  suspense: z.array(openSuspense),
  openTills: z.array(z.string()),
  /** Kinds of jobs that are under way. */
  jobs: z.array(z.string()),
  /** Proposals that nobody has decided: they lapse with the day, or have lapsed. */
  lapsing: count,
  /** SHA-256 of what was kept, in hexadecimal. */
  hash: z.string().nullable(),
})
export type DayProof = z.infer<typeof dayProof>

const held = balanceText.nullable()

/** What is kept of a closed day, whole: what is printed of it. */
export const proofContent = z.object({
  branch: z.string(),
  /** As it was then; earlier releases kept none. */
  address: z.string().nullable().optional(),
  businessDate: isoDate,
  currency,
  openedBy: z.string(),
  openedAt: isoTime,
  closedBy: z.string(),
  closedAt: isoTime,
  workstation: z.string(),
  build: z.string(),
  accounts: z.array(provedAccount),
  suspense: z.array(openSuspense),
  /** Each holding of a till, with what was counted. */
  tills: z.array(
    z.object({
      name: z.string(),
      holder: z.string(),
      closedBy: z.string().nullable(),
      float: held,
      paidIn: held,
      paidOut: held,
      expected: held,
      counted: held,
      difference: held,
    }),
  ),
  /** What each person posted, by kind; the system as nobody. */
  people: z.array(
    z.object({
      person: z.string().nullable(),
      username: z.string().nullable(),
      kind: transactionType,
      currency,
      count,
      total: balanceText,
    }),
  ),
  trialBalance: z.array(
    z.object({
      code: z.string().nullable(),
      name: z.string().nullable(),
      depth: count,
      currency,
      debits: balanceText,
      credits: balanceText,
      balance: balanceText,
    }),
  ),
  lapsed: count,
  jobs: z.array(z.object({ kind: z.string(), status: z.string(), done: count })),
})
export type ProofContent = z.infer<typeof proofContent>
