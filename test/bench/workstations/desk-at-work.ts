import { randomUUID } from 'node:crypto'
import type { CallInput, CallName } from '../../../shared/contract.ts'
import { openMainProcess } from '../../proof/main-process.ts'
import type { Desk } from '../../support/desks.ts'
import { PASSWORD } from '../../support/users.ts'

/** What a workstation may work with: an account, and the name of somebody who is looked for. */
export type Found = { readonly id: string; readonly number: string; readonly surname: string }

/** How long calls took, in milliseconds, by name, and what was refused or failed, by name and code. */
export type Times = { readonly took: Map<string, number[]>; readonly failed: Map<string, number> }

/** A signed-in workstation on a real pool, through the real contract; `doOne` does what a person does next. */
export async function openDesk(
  settingsFolder: string,
  url: string,
  desk: Desk,
  found: readonly Found[],
  times: Times,
) {
  const main = await openMainProcess(settingsFolder, url, randomUUID())
  if (main.state.fault !== null) throw new Error(main.state.fault.code)
  await main.call('sessions.signIn', { username: desk.username, password: PASSWORD })
  if (desk.role === 'TELLER')
    await main.call('tills.open', { key: randomUUID(), tillId: desk.tillId, float: '0' })

  const ask = async <N extends CallName>(name: N, input: CallInput<N>) => {
    const since = performance.now()
    const answer = await main.ask(name, input)
    const took = times.took.get(name)
    if (took === undefined) times.took.set(name, [performance.now() - since])
    else took.push(performance.now() - since)
    if (answer.ok) return
    const what = `${name} ${answer.error.code} ${main.logged.at(-1) ?? ''}`
    times.failed.set(what, (times.failed.get(what) ?? 0) + 1)
  }
  const lookUp = async ({ number, surname }: Found) => {
    await ask('customers.search', { text: surname.slice(0, 4) })
    await ask('accounts.find', { accountNumber: number })
  }
  const post = async (kind: 'Deposit' | 'Withdrawal', account: Found) => {
    await lookUp(account)
    const amount = kind === 'Deposit' ? '20' : '5'
    const posting = { key: randomUUID(), accountId: account.id, amount, currency: 'EUR', description: null }
    const { accountId, currency } = posting
    await ask(`postings.preview${kind}`, { accountId, amount, currency })
    await ask(`postings.post${kind}`, posting)
    await ask('intents.acknowledge', { key: posting.key })
  }
  /** The account that was paid into last, and the cash that is in the till. */
  const last: { paid: Found | null; cash: number } = { paid: null, cash: 0 }
  /** Of ten: four deposits, two withdrawals, two look for somebody, one reads the journal, one a statement. */
  const doOneAtTill = async () => {
    const account = found[Math.floor(Math.random() * found.length)]
    if (account === undefined) throw new Error('There are no accounts')
    const dice = Math.random()
    if (dice < 0.4 || (dice < 0.6 && last.cash === 0)) {
      await post('Deposit', account)
      last.paid = account
      last.cash += 20
    } else if (dice < 0.6 && last.paid !== null) {
      await post('Withdrawal', last.paid)
      last.cash -= 5
    } else if (dice < 0.8) await lookUp(account)
    else if (dice < 0.9) await ask('journal.list', {})
    else await ask('accounts.statement', { accountId: account.id, before: null })
  }
  /** Whoever decides looks at what waits. */
  const doOneAtDesk = async () => {
    await ask('documents.listQueue', {})
    await ask('approvals.list', { waiting: true })
    await ask('journal.list', {})
  }
  return { main, doOne: desk.role === 'TELLER' ? doOneAtTill : doOneAtDesk }
}
