import { randomUUID } from 'node:crypto'
import { only, type Queryable } from './queries.ts'
import { countedByTwo, differenceDecided, waitingCash } from './second-person.ts'

/**
 * Every call that a test makes of the ledger's posting functions by SQL. The order and number of their arguments is stated here
 * and nowhere else in test/, so that a changed signature is a change of this file.
 */

export type PostingType = 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER' | 'FEE' | 'INTEREST'

/** The arguments of a posting, each as an SQL expression. */
type Journal = Readonly<
  Record<'key' | 'type' | 'from' | 'to' | 'amount' | 'currency' | 'description', string>
>

type Sides = Pick<Journal, 'from' | 'to' | 'amount'>
const leg = (account: string, side: string, amount: string) =>
  `ROW((${account})::uuid, CASE WHEN (${account})::uuid IS NULL THEN 'TELLER_CASH' END, '${side}', ${amount})::corex.posting_leg`
const twoLegs = ({ from, to, amount }: Sides) =>
  `ARRAY[${leg(from, 'DEBIT', amount)}, ${leg(to, 'CREDIT', amount)}]`
const postLegsCall = (key: string, type: string, legs: string, currency: string, description: string) =>
  `post_journal(${key}, ${type}, ${legs}, ${currency}, ${description})`
const postJournal = ({ key, type, currency, description, ...sides }: Journal) =>
  postLegsCall(key, type, twoLegs(sides), currency, description)
const previewJournal = ({ type, currency, ...sides }: Omit<Journal, 'key' | 'description'>) =>
  `preview_journal(${type}, ${twoLegs(sides)}, ${currency})`
const openTillCall = (key: string, till: string, float: string) => `open_till(${key}, ${till}, ${float})`
const closeTillCall = (key: string, counted: string, till: string) =>
  `close_till(${key}, ${counted}, ${till})`
const vaultCashCall = (key: string, direction: string, counted: string, description: string) =>
  `propose_vault_cash(${key}, ${direction}, ${counted}, ${description})`

async function idOf(connection: Queryable, call: string, values: unknown[]): Promise<string> {
  const { rows } = await connection.query<{ id: string }>(`SELECT ${call} AS id`, values)
  return only(rows).id
}

type PostingOptions = {
  readonly key?: string
  readonly currency?: string
  readonly description?: string | null
}

/** Posts over the counter and answers the transaction's id; amounts are decimal text, and null is the till that the caller holds. */
export const post = (
  connection: Queryable,
  type: PostingType,
  from: string | null,
  to: string | null,
  amount: string,
  { key = randomUUID(), currency = 'USD', description = null }: PostingOptions = {},
): Promise<string> =>
  idOf(
    connection,
    `(${postJournal({ key: '$1', type: '$2', from: '$3', to: '$4', amount: '$5', currency: '$6', description: '$7' })}).id`,
    [key, type, from, to, amount, currency, description],
  )

/** One leg: the account by its id, or one of the bank's own by its kind; the side, and the amount as decimal text. */
export type PostedLeg = readonly [account: string, side: 'DEBIT' | 'CREDIT', amount: string]

type Receipt = { id: string; amount: string; legs: Array<Record<string, string | null>> }

/** Posts legs as they are given, also wrong ones, and answers the receipt. */
export async function postLegs(
  connection: Queryable,
  legs: readonly PostedLeg[] | null,
  type: PostingType = 'WITHDRAWAL',
  key: string = randomUUID(),
  currency = 'USD',
): Promise<Receipt> {
  const rows = legs?.map(([account, side, amount]) => {
    const isId = account.includes('-')
    return `"(${isId ? account : ''},${isId ? '' : account},${side},${amount})"`
  })
  const call = postLegsCall('$1', '$2', '$3::corex.posting_leg[]', '$4', 'NULL')
  const answer = await connection.query<Receipt>(`SELECT * FROM ${call}`, [
    key,
    type,
    rows === undefined ? null : `{${rows.join(',')}}`,
    currency,
  ])
  return only(answer.rows)
}

/** One posting of a batch. */
export type BatchItem = {
  readonly key: string
  readonly type: PostingType
  readonly legs: readonly PostedLeg[]
  readonly currency: string
}

/** A transfer from one account to another, in US dollars, as an item of a batch with a key of its own. */
export const transferItem = (from: string, to: string, amount: string): BatchItem => ({
  key: randomUUID(),
  type: 'TRANSFER',
  legs: [
    [from, 'DEBIT', amount],
    [to, 'CREDIT', amount],
  ],
  currency: 'USD',
})

type Outcome = {
  key: string
  refusal: string | null
  facts: Record<string, string> | null
  receipt: Receipt | null
}

const quotedField = (text: string) => `"${text.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`
const legText = ([account, side, amount]: PostedLeg) =>
  quotedField(account.includes('-') ? `(${account},,${side},${amount})` : `(,${account},${side},${amount})`)
const itemText = ({ key, type, legs, currency }: BatchItem) =>
  quotedField(`(${key},${type},${quotedField(`{${legs.map(legText).join(',')}}`)},${currency},,)`)

/** Posts several in one call and answers what each came to, in the order in which they were given. */
export async function postBatch(
  connection: Queryable,
  items: readonly BatchItem[],
  call = 'post_batch($1)',
): Promise<Outcome[]> {
  const { rows } = await connection.query<Outcome & { receipt: Receipt | null }>(
    `SELECT key, refusal, facts, to_jsonb(receipt) AS receipt FROM ${call.replace('$1', '$1::corex.posting_item[]')}`,
    [`{${items.map(itemText).join(',')}}`],
  )
  const left = [...rows]
  return items.map(({ key }) => {
    const at = left.findIndex((row) => row.key === key)
    const [found] = left.splice(at, 1)
    if (found === undefined) throw new Error(`Nothing was answered for ${key}`)
    const { receipt } = found
    return {
      ...found,
      receipt: receipt === null ? null : { ...receipt, amount: Number(receipt.amount).toFixed(2) },
    }
  })
}

/** Asks what a posting would do, and posts nothing. */
export async function preview(
  connection: Queryable,
  type: PostingType,
  from: string,
  to: string,
  amount: string,
  currency = 'USD',
): Promise<void> {
  const call = previewJournal({ type: '$1', from: '$2', to: '$3', amount: '$4', currency: '$5' })
  await connection.query(`SELECT * FROM ${call}`, [type, from, to, amount, currency])
}

/** Opens a till for the caller, and proposes its float as counted; answers the till session's id. */
export const proposeTill = (
  connection: Queryable,
  till: string | undefined,
  float: string,
  key: string = randomUUID(),
): Promise<string> => idOf(connection, openTillCall('$1', '$2', '$3'), [key, till, float])

/** Opens a till with cash from the vault that a second person counted too, and answers the till session's id. */
export async function openTill(
  connection: Queryable,
  till: string | undefined,
  float: string,
  key: string = randomUUID(),
): Promise<string> {
  const session = await proposeTill(connection, till, float, key)
  const waits = Number(float) > 0 ? await waitingCash(connection, session) : undefined
  if (waits !== undefined) await countedByTwo(connection, waits, float)
  return session
}

type Closing = { key?: string; till?: string | null | undefined }

/** Locks the first count of the caller's till, or as a supervisor of the one that is named; answers the till session's id. */
export const countTill = (
  connection: Queryable,
  counted: string,
  { key = randomUUID(), till = null }: Closing = {},
): Promise<string> => idOf(connection, closeTillCall('$1', '$2', '$3'), [key, counted, till])

/** Closes a till that two people counted alike; a difference to the books is decided. Answers the till session's id. */
export async function closeTill(
  connection: Queryable,
  counted: string,
  { key = randomUUID(), till = null }: Closing = {},
): Promise<string> {
  const session = await countTill(connection, counted, { key, till })
  const { difference } = await countedByTwo(connection, key, counted)
  if (difference !== undefined) await differenceDecided(connection, difference)
  return session
}

/** Proposes cash into or out of the vault, as counted, and answers the proposal's id. */
export async function proposeVaultCash(
  connection: Queryable,
  counted: string,
  { direction = 'IN', description = 'From outside', key = randomUUID() } = {},
): Promise<string> {
  const call = vaultCashCall('$1', '$2', '$3', '$4')
  await connection.query(`SELECT ${call}`, [key, direction, counted, description])
  return key
}

/** Brings cash into the vault from outside the bank: counted by the caller and by a second person. Answers the transaction's id. */
export async function receiveVaultCash(
  connection: Queryable,
  amount: string,
  description = 'From outside',
): Promise<string> {
  const approvalId = await proposeVaultCash(connection, amount, { description })
  return (await countedByTwo(connection, approvalId, amount))['posting'] ?? ''
}

/** Reverses a posting for a wrong amount and answers the id of the new one, or of the approval that it waits for. */
export async function reverse(
  connection: Queryable,
  posting: string,
  key: string = randomUUID(),
): Promise<string> {
  const { rows } = await connection.query<{ id: string }>(
    `SELECT coalesce((receipt).id, (waits ->> 'approvalId')::uuid) AS id
     FROM reverse_posting($1, $2, 'WRONG_AMOUNT', NULL, true)`,
    [key, posting],
  )
  return only(rows).id
}

const NEW_KEY = 'gen_random_uuid()'
const quoted = (text: string) => `'${text}'`

/** A posting of 1 USD as a deposit with a new key, where nothing else is said. */
export type PostingText = Partial<Journal> & { readonly from: string; readonly to: string }

/**
 * The statement that posts, as text, for an attack that sends it in its own way. `key` and `description` are SQL expressions, the
 * rest is text; `schema`, such as `corex.`, qualifies the function's name.
 */
export const postSql = (
  {
    key = NEW_KEY,
    type = 'DEPOSIT',
    from,
    to,
    amount = '1',
    currency = 'USD',
    description = 'NULL',
  }: PostingText,
  schema = '',
): string =>
  `SELECT ${schema}${postJournal({
    key,
    type: quoted(type),
    from: quoted(from),
    to: quoted(to),
    amount: quoted(amount),
    currency: quoted(currency),
    description,
  })}`

/** The statement that previews a deposit of 1 USD, as text. */
export const previewSql = (from: string, to: string): string =>
  `SELECT * FROM ${previewJournal({ type: quoted('DEPOSIT'), from: quoted(from), to: quoted(to), amount: '1', currency: quoted('USD') })}`

/** The statement that opens a till, as text; `float` is an SQL expression. */
export const openTillSql = (till: string, float = '0'): string =>
  `SELECT ${openTillCall(NEW_KEY, quoted(till), float)}`

/** The statement that closes a till, as text, in SQL expressions. */
export const closeTillSql = ({ counted = '0', till = 'NULL', key = NEW_KEY } = {}): string =>
  `SELECT ${closeTillCall(key, counted, till)}`

/** The statement that proposes cash into or out of the vault, as text; `counted` and `key` are SQL expressions. */
export const vaultCashSql = (counted: string, direction = 'IN', key = NEW_KEY): string =>
  `SELECT ${vaultCashCall(key, quoted(direction), counted, quoted('mine'))}`
