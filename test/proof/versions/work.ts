import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { z } from 'zod'
import { PASSWORD } from '../../support/users.ts'
import type { Place } from './branch-at-work.ts'
import type { Workstation } from './workstation.ts'

/** What was acknowledged: the key of each posting, and what the workstation was told of it. */
export type Ledger = Map<string, 'COMPLETED' | 'PENDING'>

/** A teller's till as its teller knows it: what is in it, and large deposits that a second person has still to decide. */
export type Till = { cents: number; waiting: string[] }

export type Shift = {
  readonly workstation: Workstation
  readonly till: Till
  /** What tellers counted in tills that they close, by the proposal: the second person counts the same. */
  readonly counts: Map<string, string>
  readonly place: Place
  readonly acknowledged: Ledger
  /** Between two calls, at most so many milliseconds. */
  readonly think: number
  readonly isOver: () => boolean
}

const account = z.object({ id: z.string(), currency: z.string(), customerId: z.string() })
const posting = z.object({ id: z.string(), status: z.enum(['COMPLETED', 'PENDING']) })
const waiting = z.object({
  approvals: z.array(z.object({ id: z.string(), kind: z.string(), mayDecide: z.boolean() })),
})

/** Above the limit of a teller, so that a second person decides. */
const LARGE = 60_000

/** Signs in and works until it is over, then says who is still there. Throws what no work should meet. */
export async function work(shift: Shift): Promise<void> {
  await signIn(shift)
  for (let round = 1; !shift.isOver(); round += 1) {
    await ask(shift, 'sessions.get', {})
    if (shift.place.role === 'SUPERVISOR') await supervise(shift)
    else await serveCustomer(shift)
    if (shift.place.role === 'TELLER' && round % 25 === 3) await changeTill(shift)
  }
}

export async function signIn({ workstation, place }: Shift): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const answer = await workstation.ask('sessions.signIn', { username: place.username, password: PASSWORD })
    if (answer.ok) break
    if (tries > 100 || answer.error.code !== 'SERVER_UNREACHABLE')
      throw new Error(
        `${workstation.release}: ${place.username} cannot sign in: ${JSON.stringify(answer.error)}`,
      )
    await after(200) // its database is being opened
  }
  if (place.tillId !== null) await openTill({ workstation, place })
}

async function openTill({ workstation, place }: Pick<Shift, 'workstation' | 'place'>): Promise<void> {
  const till = { key: randomUUID(), tillId: place.tillId, float: '0' }
  const opened = await workstation.ask('tills.open', till)
  if (!opened.ok && !['TILL_ALREADY_OPEN', 'USER_ALREADY_HAS_TILL'].includes(opened.error.code))
    throw new Error(`${workstation.release}: no till: ${JSON.stringify(opened.error)}`)
}

async function ask({ workstation, think }: Shift, name: string, input: unknown): Promise<unknown> {
  await after(think * (0.5 + Math.random() / 2))
  const answer = await workstation.ask(name, input)
  return answer.ok ? answer.value : null
}

/** What a teller does for somebody at the counter, and looks at afterwards. */
async function serveCustomer(shift: Shift): Promise<void> {
  const [from, to] = await Promise.all([1, 2].map(() => find(shift)))
  if (from == null || to == null) return
  const cash = { accountId: from.id, currency: from.currency, description: 'Proof' }
  await ask(shift, 'postings.previewDeposit', { accountId: from.id, amount: '20', currency: from.currency })
  const deposit = await post(shift, 'postings.postDeposit', { ...cash, amount: '20' }, 2000)
  await post(shift, 'postings.postWithdrawal', { ...cash, amount: '7.50' }, -750)
  if (from.id !== to.id)
    await post(shift, 'postings.postTransfer', {
      fromAccountId: from.id,
      toAccountId: to.id,
      amount: '1.25',
      currency: from.currency,
      description: 'Proof',
    })
  if (deposit !== null && Math.random() < 0.2) await reverse(shift, deposit)
  if (Math.random() < 0.1) await post(shift, 'postings.postDeposit', { ...cash, amount: String(LARGE) }, 0)
  await ask(shift, 'accounts.statement', {
    accountId: from.id,
    before: null,
    limit: 20,
    from: null,
    to: null,
  })
  await ask(shift, 'customers.timeline', { customerId: from.customerId, kinds: [], before: null, limit: 20 })
  await ask(shift, 'journal.list', { limit: 20 })
  await ask(shift, 'tills.list', {})
}

async function find(shift: Shift) {
  const { accounts } = shift.place
  const accountNumber = accounts[Math.floor(Math.random() * accounts.length)]
  const found = account.safeParse(await ask(shift, 'accounts.find', { accountNumber }))
  return found.success ? found.data : null
}

/** Sends it with one key, and notes what it was told. Held up by somebody else's work, it is sent again as a person does. */
async function post(shift: Shift, name: string, fields: object, cents = 0): Promise<string | null> {
  const key = randomUUID()
  const told = posting.safeParse(await ask(shift, name, { ...fields, key }))
  if (!told.success) return null
  shift.acknowledged.set(key, told.data.status)
  if (told.data.status === 'PENDING') shift.till.waiting.push(told.data.id)
  else shift.till.cents += cents
  return told.data.status === 'COMPLETED' ? told.data.id : null
}

async function reverse(shift: Shift, transactionId: string): Promise<void> {
  const key = randomUUID()
  const fields = { key, transactionId, reasonCode: 'WRONG_AMOUNT', words: null, withFees: true }
  const told = z
    .object({ posting: posting.nullable() })
    .safeParse(await ask(shift, 'postings.reverse', fields))
  if (!told.success) return
  shift.acknowledged.set(key, told.data.posting === null ? 'PENDING' : 'COMPLETED')
  if (told.data.posting !== null) shift.till.cents -= 2000
}

/** Decides what waits, of whichever release it was proposed, and looks at the day. */
async function supervise(shift: Shift): Promise<void> {
  const list = waiting.safeParse(await ask(shift, 'approvals.list', { waiting: true }))
  for (const { id, mayDecide, kind } of list.success ? list.data.approvals : []) {
    const counted = shift.counts.get(id)
    if (!mayDecide || (kind !== 'POSTING' && counted === undefined)) continue
    const shown = z
      .object({ hash: z.string() })
      .safeParse(await ask(shift, 'approvals.read', { approvalId: id }))
    if (shown.success)
      await ask(shift, 'approvals.approve', {
        approvalId: id,
        hash: shown.data.hash,
        passwordHalf: null,
        ...(counted === undefined ? {} : { counted }),
      })
  }
  await ask(shift, 'branches.readDay', { businessDate: null })
  await ask(shift, 'journal.list', { limit: 50 })
  await ask(shift, 'approvals.list', { waiting: false })
  await lookAtBooks(shift)
}

/** A closed day by its codes, and the entries of one of them, page by page; and the open one, which may have to wait for its tills. */
async function lookAtBooks(shift: Shift): Promise<void> {
  const days = z.object({ days: z.array(z.object({ businessDate: z.string() })) })
  const list = days.safeParse(await ask(shift, 'branches.listDays', { before: null, limit: 3 }))
  const [open, closed] = list.success ? list.data.days : []
  if (open === undefined || closed === undefined) return
  for (const [date, basis] of [
    [closed.businessDate, 'BUSINESS'],
    [open.businessDate, 'VALUE'],
  ]) {
    const balance = z.object({ code: z.string().nullable(), currency: z.string() })
    const balances = z.object({ balances: z.array(balance) })
    const told = balances.safeParse(await ask(shift, 'books.trialBalance', { date, basis }))
    const of = told.success ? told.data.balances.find(({ code }) => code !== null) : undefined
    if (of === undefined) continue
    const query = { code: of.code, currency: of.currency, date, basis, limit: 5 }
    const page = z.object({ next: z.string().nullable() })
    const first = page.safeParse(await ask(shift, 'books.ledgerEntries', { ...query, after: null }))
    if (first.success && first.data.next !== null)
      await ask(shift, 'books.ledgerEntries', { ...query, after: first.data.next })
  }
}

/** Closes the till by the counts of two people, and opens it again. What waits for a decision is not in it yet, and comes first. */
async function changeTill(shift: Shift): Promise<void> {
  const { till } = shift
  for (const transactionId of till.waiting) {
    const told = z
      .object({ status: z.string() })
      .safeParse(await ask(shift, 'postings.get', { transactionId }))
    if (!told.success || told.data.status === 'PENDING') return
    till.cents += told.data.status === 'COMPLETED' ? LARGE * 100 : 0
    till.waiting = till.waiting.filter((id) => id !== transactionId)
  }
  const counted = (till.cents / 100).toFixed(2)
  const closing = z.object({ sessionId: z.string(), approvalId: z.string() })
  const told = closing.safeParse(await ask(shift, 'tills.close', { key: randomUUID(), counted }))
  if (!told.success) return
  shift.counts.set(told.data.approvalId, counted)
  const state = z.object({ state: z.string() })
  for (let looks = 0; looks < 120; looks += 1) {
    const look = state.safeParse(await ask(shift, 'tills.closing', { sessionId: told.data.sessionId }))
    if (look.success && look.data.state === 'CLOSED') {
      till.cents = 0
      return openTill(shift)
    }
    if (shift.isOver()) return
  }
  throw new Error(`${shift.workstation.release}: nobody closed the till of ${shift.place.username}`)
}
