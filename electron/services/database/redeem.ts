import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { readCode } from '../../../shared/rules/enrolment-code.ts'
import { parseConnection, serverUrl } from '../../db/connection.ts'
import { type Redeemed, redeemCode, REDEEM_LOGIN } from '../../db/redeem-code.ts'
import type { UseCase } from '../../workplace.ts'
import { expectedAt } from './choose-database.ts'
import { policyServer } from './may-change.ts'
import { reconnect } from './connect.ts'
import { connectionRefused, viewOfDatabase } from './database-view.ts'

/** Enrols this computer by a code that an administrator handed out, and opens the database with the login that it gave. */
export const redeem: UseCase<'database', 'redeemCode'> = async (input, workplace) => {
  const { server, certificateAuthority, code } = input
  const set = await policyServer(workplace)
  const target =
    set === null
      ? parseConnection(serverUrl(server, REDEEM_LOGIN.user), certificateAuthority)
      : ok({ ...set, ...REDEEM_LOGIN })
  if (!target.ok) return connectionRefused(target.error)
  const allowed = await expectedAt(target.value, workplace)
  if (!allowed.ok) return connectionRefused(allowed.error)
  const redeemed = await redeemCode(target.value, readCode(code) ?? '', allowed.value, workplace.options)
  if (!redeemed.ok) return connectionRefused(redeemed.error)
  if (redeemed.value.verdict !== 'GOOD') return refusal(redeemed.value)
  await reconnect(workplace)
  return workplace.fault === null ? ok(await viewOfDatabase(workplace)) : connectionRefused(workplace.fault)
}

function refusal(answer: Exclude<Redeemed, { verdict: 'GOOD' }>) {
  switch (answer.verdict) {
    case 'USED':
      return fail('CODE_USED', { computer: answer.computer, address: answer.address, at: answer.at })
    case 'EXPIRED':
      return fail('CODE_EXPIRED', { at: answer.at })
    case 'TAKEN':
      return fail('COMPUTER_TAKEN', { branch: answer.branch })
    case 'OTHER_COMPUTER':
      return fail('CODE_OF_OTHER_COMPUTER', { computer: answer.computer })
    case 'TOO_OFTEN':
      return fail('CODE_TRIED_TOO_OFTEN')
    default:
      return fail('CODE_WRONG')
  }
}
