import { openNewCustomersAccount } from '../support/accounts.ts'
import { post, reverse } from '../support/posting-functions.ts'
import { approveBySql } from '../support/second-person.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { ends, pick, type Race, TOTAL, unlike, valueOf } from './race-branch.ts'

export const reversalAgainstReversal: Race = {
  says: 'a posting that several clients reverse at the same moment is reversed once',
  run: async (branch) => {
    const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '100.00')
    const account = await openNewCustomersAccount(branch)
    const teller = branch.pool('teller')
    await post(teller, 'DEPOSIT', cash, account, '30.00')
    const posting = await post(teller, 'DEPOSIT', cash, account, '20.00')
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => reverse(teller, posting)))
    return [
      ...unlike(
        'ends',
        ends(outcomes),
        new Map([
          ['DONE', 1],
          ['ALREADY_REVERSED', 5],
        ]),
      ),
      ...unlike('what is left', await valueOf(branch, TOTAL, [[account]]), '30.00'),
    ]
  },
}

export const approvalAgainstWithdrawal: Race = {
  says: 'what is approved, declined and taken back at the same moment comes to exactly one of them',
  run: async (branch, seed) => {
    const from = await openNewCustomersAccount(branch, { balance: '90000.00' })
    const to = await openNewCustomersAccount(branch)
    const teller = branch.pool('teller')
    // Above a teller's limit: it waits.
    const id = await post(teller, 'TRANSFER', from, to, '50001.00')
    const rivals = [
      () => approveBySql(branch.pool('supervisor'), id),
      () => approveBySql(branch.pool('supervisor2'), id),
      () => teller.query('SELECT withdraw($1)', [id]),
      () => branch.pool('supervisor2').query(`SELECT decline($1, 'No')`, [id]),
    ]
    const outcomes = await Promise.allSettled(rivals.map((_, n) => pick(rivals, n + seed)()))
    const counts = ends(outcomes)
    const status = await valueOf(branch, 'SELECT status FROM transactions WHERE id = $1', [id])
    const moved = await valueOf(branch, TOTAL, [[to]])
    const held = await valueOf(branch, 'SELECT held FROM balances WHERE account_id = $1', [from])
    const faults = [
      ...unlike('how many decided', counts.get('DONE'), 1),
      ...unlike('what arrived', moved, status === 'COMPLETED' ? '50001.00' : '0.00'),
      ...unlike('what is held', held, '0.00'),
    ]
    for (const name of ['DONE', 'ALREADY_DECIDED', 'CHANGED_MEANWHILE']) counts.delete(name)
    faults.push(...unlike('other refusals', [...counts], []))
    return faults
  },
}
