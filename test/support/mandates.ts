import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import { approveAs } from './approvals.ts'
import type { TestBranch } from './branch.ts'
import { approvedCustomer } from './customers.ts'
import { openDate } from './days.ts'
import { insertSql, only } from './queries.ts'
import type { TestWorkplace } from './workplace.ts'

type NewParty = CallInput<'mandates.propose'>

/** A whole proposal of a mandate over every account of a customer, from the branch's open date on. */
export const newParty = async (
  branch: TestBranch,
  customerId: string,
  partyId: string,
  changes: Partial<NewParty> = {},
): Promise<NewParty> => mandate(customerId, partyId, { validFrom: await openDate(branch), ...changes })

/** The same where the date is known. */
export const mandate = (
  customerId: string,
  partyId: string,
  changes: Partial<NewParty> & Pick<NewParty, 'validFrom'>,
): NewParty => ({
  key: randomUUID(),
  customerId,
  partyId,
  replaces: null,
  accountId: null,
  power: 'MANDATE',
  together: false,
  perPosting: null,
  currency: null,
  share: null,
  validUntil: null,
  ...changes,
})

/** Power that a teller proposes and a supervisor gives; answers its id. */
export async function giveParty(workplace: TestWorkplace, party: NewParty): Promise<string> {
  await workplace.as('teller').call('mandates.propose', party)
  await approveAs(workplace, 'supervisor', party.key)
  return party.key
}

/** The end of a power, by the same two; answers what became of the proposal. */
export async function endParty(workplace: TestWorkplace, customerId: string, partyId: string) {
  const key = randomUUID()
  await workplace.as('teller').call('mandates.proposeEnd', { key, customerId, partyId })
  return approveAs(workplace, 'supervisor', key)
}

/** A power as it would stand after two people had agreed; answers its id. Columns are SQL expressions. */
export async function addParty(
  { database, staff }: TestBranch,
  customerId: string,
  partyId: string,
  columns: Readonly<Record<string, string>> = {},
): Promise<string> {
  const row = insertSql('parties', {
    id: 'gen_random_uuid()',
    customer_id: `'${customerId}'`,
    party_id: `'${partyId}'`,
    power: `'MANDATE'`,
    valid_from: `'2020-01-01'`,
    created_by: `'${staff.teller.id}'`,
    decided_by: `'${staff.supervisor.id}'`,
    ...columns,
  })
  const { rows } = await database.superuser.query<{ id: string }>(`${row} RETURNING id`)
  return only(rows).id
}

/** A customer of a name, as SQL would write it, who may be given power. */
export const person = (branch: TestBranch, first: string, last: string) =>
  approvedCustomer(branch, { first_name: `'${first}'`, last_name: `'${last}'` })

/** A company whose identification is approved. */
export const company = (branch: TestBranch, name: string) =>
  approvedCustomer(branch, {
    kind: `'COMPANY'`,
    first_name: 'NULL',
    last_name: `'${name}'`,
    nationality: `'SE'`,
    registration_number: `'${randomUUID().slice(0, 13).toUpperCase()}'`,
  })

/** A minor on the branch's open date, who has a guardian on file and nobody with power yet. */
export const minor = async (branch: TestBranch, guardianId: string) =>
  approvedCustomer(branch, {
    first_name: `'Mia'`,
    date_of_birth: `date '${await openDate(branch)}' - interval '10 years'`,
    guardian_id: `'${guardianId}'`,
  })
