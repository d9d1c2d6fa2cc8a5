import type { Command, Item } from './commands.ts'
import {
  openTill as openTillAgreed,
  proposeTill,
  countTill,
  closeTill,
} from '../support/posting-functions.ts'
import { post, postBatch } from '../support/posting-functions.ts'
import { changeAccount } from '../support/accounts.ts'
import { approveBySql, countedByTwo, differenceDecided, waitingCash } from '../support/second-person.ts'
import { only, type Queryable } from '../support/queries.ts'
import { countOf, later, orderOf, waitingPosting } from './expect-command.ts'
import { at, bookOf, type Oracle, tillOf } from './oracle.ts'
import { drawerOf, isAlone, type Order } from './oracle-postings.ts'
import { decimal } from './terms.ts'
import { addAccount, newKey, type Sent, type World } from './world.ts'

/** What each part of a command came to in the database: DONE, PENDING, or the name of the refusal. */
export type Answer = string

/** The command as it will be sent: everything that the oracle knows is read before it moves on. */
export function sender(world: World, oracle: Oracle, command: Command): () => Promise<Answer[]> {
  const { branch } = world
  switch (command.do) {
    case 'post': {
      const sending = sendingOf(world, oracle, orderOf(oracle, command.who, command))
      return async () => [await posted(world, sending)]
    }
    case 'batch':
      return batch(world, oracle, command)
    case 'again':
      return again(world, command)
    case 'decide': {
      const index = waitingPosting(oracle, command.posting)
      if (index === undefined) return nothing
      return one(() =>
        decide(world, at(world.posted, index).id, at(oracle.postings, index).who, command.decision),
      )
    }
    case 'reverse':
      return reverse(world, oracle, command)
    case 'status': {
      const account = at(world.accounts, command.account % world.accounts.length)
      return one(() => changeAccount(branch.pool(command.who), command.change, account))
    }
    case 'limit':
      return one(() =>
        agreeLimit(world, at(world.accounts, command.account % world.accounts.length), command.cents),
      )
    case 'hold':
      return one(() =>
        placeHold(world, at(world.accounts, command.account % world.accounts.length), command.cents),
      )
    case 'release': {
      const hold = world.holds[command.hold % Math.max(world.holds.length, 1)]
      if (hold === undefined) return nothing
      return one(() =>
        branch.database.superuser.query(`SELECT release_hold(${byHand(world)}, $1, 'Over')`, [hold]),
      )
    }
    default:
      return cashSender(world, oracle, command)
  }
}

type CashCommand = Extract<
  Command,
  { do: 'account' | 'openTill' | 'cash' | 'countTill' | 'finishTill' | 'dayJobs' | 'nextDay' }
>

function cashSender(world: World, oracle: Oracle, command: CashCommand): () => Promise<Answer[]> {
  const { branch } = world
  switch (command.do) {
    case 'account': {
      const { date } = oracle
      return one(() => addAccount(world, command.product, date))
    }
    case 'openTill': {
      const float = decimal(BigInt(command.cents))
      const till = at(branch.tills, command.till)
      const pool = branch.pool(command.who)
      if (command.isAgreed || command.cents === 0) return one(() => openTillAgreed(pool, till, float))
      return one(async () => {
        const session = await proposeTill(pool, till, float)
        await countedOtherwise(world, await waitingCash(pool, session), float)
      })
    }
    case 'cash':
      return one(() => carryCash(world, command))
    case 'countTill': {
      const till = Math.max(tillOf(oracle, command.who), 0)
      const counted = decimal(countOf(oracle, till, command.off))
      return one(async () => {
        const key = newKey()
        await countTill(branch.pool(command.who), counted, { key })
        world.counts.set(till, key)
      })
    }
    case 'finishTill': {
      const { counted, holder } = at(oracle.tills, command.till)
      const key = world.counts.get(command.till)
      if (counted === null || holder === null || key === undefined) return nothing
      world.counts.delete(command.till)
      return one(() => finishTill(world, key, holder, decimal(counted), command.how))
    }
    case 'dayJobs': {
      const { date } = oracle
      return one(() => branch.database.superuser.query('SELECT run_day_jobs($1, $2)', [branch.id, date]))
    }
    default:
      return nextDay(world, oracle, command.days)
  }
}

/** Closes every till on what is in it, then the day, on which nothing is posted any more, and opens a later one. */
function nextDay(
  { branch, counts, accounts, cash }: World,
  oracle: Oracle,
  days: number,
): () => Promise<Answer[]> {
  const held = [...oracle.tills.entries()].flatMap(([index, { holder }]) =>
    holder === null ? [] : [{ index, holder, inIt: decimal(bookOf(oracle, `till ${index}`)) }],
  )
  const date = later(oracle.date, days)
  return one(async () => {
    for (const { index, holder, inIt } of held) {
      const waits = counts.get(index)
      if (waits !== undefined) await branch.pool(holder).query('SELECT withdraw($1)', [waits])
      counts.delete(index)
      await closeTill(branch.pool(holder), inIt)
    }
    const supervisor = branch.pool('supervisor')
    await supervisor.query('SELECT close_branch_day()')
    const late = await outcome(() =>
      post(branch.pool('teller'), 'DEPOSIT', at(cash, 0), at(accounts, 0), '1.00'),
    )
    if (late === 'DONE') throw new Error('A deposit was posted after the day was closed')
    await supervisor.query('SELECT open_branch_day($1)', [date])
  })
}

const nothing = async (): Promise<Answer[]> => []
const one = (send: () => Promise<unknown>) => async () => [await outcome(send)]

/** DONE, or the name of the refusal: by the server, or of a proposal whose approval failed. Anything else is a fault. */
async function outcome(send: () => Promise<unknown>): Promise<Answer> {
  try {
    await send()
    return 'DONE'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CX000' && 'constraint' in error)
      return String(error.constraint)
    throw error
  }
}

type Sending = {
  readonly pool: Queryable
  readonly order: Order
  readonly debited: string
  readonly credited: string
  readonly key: string
}

function sendingOf(world: World, oracle: Oracle, order: Order): Sending {
  const drawer = at(world.cash, drawerOf(oracle, order.who))
  const debited = order.type === 'DEPOSIT' ? drawer : at(world.accounts, order.from)
  const credited = order.type === 'WITHDRAWAL' ? drawer : at(world.accounts, order.to)
  return { pool: world.branch.pool(order.who), order, debited, credited, key: newKey() }
}

/** As the window names them: cash is the teller's own till. */
const sidesOf = ({ type }: Order, debited: string, credited: string): [string | null, string | null] => [
  type === 'DEPOSIT' ? null : debited,
  type === 'WITHDRAWAL' ? null : credited,
]

/** A posting that stands or waits, and how it is sent once more. */
const sentAs = (id: string, { pool, order, debited, credited, key }: Sending): Sent => ({
  id,
  again: (changed) => {
    const cents = order.cents + (changed === 'amount' ? 1n : 0n)
    const description = changed === 'description' ? 'Something else' : null
    return post(pool, order.type, ...sidesOf(order, debited, credited), decimal(cents), { key, description })
  },
})

async function posted(world: World, sending: Sending): Promise<Answer> {
  const { pool, order, debited, credited, key } = sending
  let id = ''
  const answer = await outcome(async () => {
    id = await post(pool, order.type, ...sidesOf(order, debited, credited), decimal(order.cents), { key })
  })
  if (answer !== 'DONE') return answer
  world.posted.push(sentAs(id, sending))
  return stateOf(world, id)
}

/** DONE of a posting that is posted, or has come to its end. */
async function stateOf({ branch }: World, id: string): Promise<Answer> {
  const { rows } = await branch.database.superuser.query<{ status: string }>(
    'SELECT status FROM transactions WHERE id = $1',
    [id],
  )
  return only(rows).status === 'PENDING' ? 'PENDING' : 'DONE'
}

function batch(world: World, oracle: Oracle, { who, items }: { who: Order['who']; items: readonly Item[] }) {
  const sendings = items.map((item) => sendingOf(world, oracle, orderOf(oracle, who, item)))
  return async () => {
    const answers = await postBatch(
      world.branch.pool(who),
      sendings.map(({ key, order, debited, credited }) => ({
        key,
        type: order.type,
        legs: [
          [debited, 'DEBIT', decimal(order.cents)],
          [credited, 'CREDIT', decimal(order.cents)],
        ],
        currency: 'USD',
      })),
    )
    const states: Answer[] = []
    for (const [n, { refusal, receipt }] of answers.entries()) {
      if (receipt === null) states.push(refusal ?? 'neither posted nor refused')
      else {
        world.posted.push(sentAs(receipt.id, at(sendings, n)))
        states.push(await stateOf(world, receipt.id))
      }
    }
    return states
  }
}

function again(world: World, { posting, changed }: Extract<Command, { do: 'again' }>) {
  const sent = world.posted[posting % Math.max(world.posted.length, 1)]
  if (sent === undefined || sent.again === null) return nothing
  const send = sent.again
  return async () => {
    let id = ''
    const answer = await outcome(async () => {
      id = await send(changed)
    })
    if (answer !== 'DONE') return [answer]
    if (id !== sent.id) throw new Error('The same key posted a second time')
    return [await stateOf(world, id)]
  }
}

async function decide(
  { branch }: World,
  id: string,
  maker: Order['who'],
  decision: Extract<Command, { do: 'decide' }>['decision'],
): Promise<void> {
  if (decision === 'withdraw') await branch.pool(maker).query('SELECT withdraw($1)', [id])
  else if (decision === 'decline') await branch.pool('supervisor2').query(`SELECT decline($1, 'No')`, [id])
  else await approveBySql(branch.pool(decision === 'approve' ? 'supervisor2' : maker), id)
}

/** Reverses, and has a second person decide where one has to. */
function reverse(world: World, oracle: Oracle, command: Extract<Command, { do: 'reverse' }>) {
  const { who, withFees, isAgreed } = command
  if (oracle.postings.length === 0) return nothing
  const index = command.posting % oracle.postings.length
  const { id } = at(world.posted, index)
  const alone = isAlone(oracle, who, at(oracle.postings, index), tillOf(oracle, who))
  const { branch } = world
  return one(async () => {
    const { rows } = await branch
      .pool(who)
      .query<{ id: string | null; waits: string | null }>(
        `SELECT (receipt).id, waits ->> 'approvalId' AS waits FROM reverse_posting($1, $2, 'WRONG_AMOUNT', NULL, $3)`,
        [newKey(), id, withFees],
      )
    const answered = only(rows)
    if ((answered.waits === null) !== alone)
      throw new Error(alone ? 'An own posting of today waits' : 'A posting was reversed by one person')
    let reversal = answered.id
    if (answered.waits !== null && !isAgreed)
      await branch.pool('supervisor2').query(`SELECT decline($1, 'No')`, [answered.waits])
    if (answered.waits !== null && isAgreed)
      reversal = (await approveBySql(branch.pool('supervisor2'), answered.waits))['transactionId'] ?? ''
    if (reversal !== null) world.posted.push({ id: reversal, again: null })
  })
}

async function agreeLimit({ branch }: World, account: string, cents: number): Promise<void> {
  const key = newKey()
  await branch
    .pool('teller')
    .query('SELECT propose_limit($1, $2, $3)', [key, account, decimal(BigInt(cents))])
  await approveBySql(branch.pool('supervisor2'), key)
}

const byHand = ({ branch }: World) =>
  `ROW('${branch.staff.supervisor2.id}', 'SUPERVISOR', '${branch.id}', NULL, false, 'proof')::identity`

async function placeHold(world: World, account: string, cents: number): Promise<void> {
  const id = newKey()
  const call = `SELECT place_hold(${byHand(world)}, $1, $2, $3, 'By court order', 'PLACED')`
  await world.branch.database.superuser.query(call, [id, account, decimal(BigInt(cents))])
  world.holds.push(id)
}

/** The second person counts a cent more, and what differs is not done. */
async function countedOtherwise(
  { branch }: World,
  proposal: string | undefined,
  counted: string,
): Promise<void> {
  if (proposal === undefined) throw new Error('No cash waits to be counted')
  const admin = branch.pool('admin')
  await admin.query('SELECT count_cash($1, $2::numeric + 0.01)', [proposal, counted])
  await approveBySql(admin, proposal)
}

async function carryCash(
  world: World,
  { who, direction, cents, isAgreed }: Extract<Command, { do: 'cash' }>,
) {
  const key = newKey()
  const counted = decimal(BigInt(cents))
  const pool = world.branch.pool(who)
  await pool.query('SELECT propose_till_cash($1, $2, $3)', [key, direction, counted])
  if (isAgreed) await countedByTwo(pool, key, counted)
  else await countedOtherwise(world, key, counted)
}

async function finishTill(
  world: World,
  key: string,
  holder: Order['who'],
  counted: string,
  how: 'agree' | 'differ' | 'withdraw',
): Promise<void> {
  const pool = world.branch.pool(holder)
  if (how === 'withdraw') await pool.query('SELECT withdraw($1)', [key])
  else if (how === 'differ') await countedOtherwise(world, key, counted)
  else {
    const { difference } = await countedByTwo(pool, key, counted)
    if (difference !== undefined) await differenceDecided(pool, difference)
  }
}
