import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import { type AccountOptions, openNewCustomersAccount } from './accounts.ts'
import type { TestBranch } from './branch.ts'
import { only } from './queries.ts'
import type { TestWorkplace } from './workplace.ts'

export type ListedPerson = {
  readonly name: string
  readonly years?: string
  readonly aliases?: string
  readonly reference?: string
  readonly schema?: 'Person' | 'Company'
}

const HEAD = 'id,schema,name,aliases,birth_date,countries,program_ids,dataset'

/** A file of OpenSanctions with these persons and companies; years and aliases are separated by semicolons. */
export const openSanctions = (
  people: readonly ListedPerson[],
): CallInput<'screening.previewList'>['files'] => [
  {
    fileName: 'targets.simple.csv',
    content: new TextEncoder().encode(
      [
        HEAD,
        ...people.map(
          ({ name, years = '', aliases = '', reference = name, schema = 'Person' }) =>
            `"${reference}","${schema}","${name}","${aliases}","${years}","","TEST","Test list"`,
        ),
      ].join('\n'),
    ),
  },
]

/** Takes a list as its new version, screens all customers, and answers the run. */
export async function takeList(
  { as }: TestWorkplace,
  people: readonly ListedPerson[],
  list = 'Test list',
): Promise<{ readonly done: number; readonly cases: number }> {
  const files = openSanctions(people)
  const { runId } = await as('supervisor').call('screening.importList', {
    key: randomUUID(),
    list,
    files,
    entries: people.length,
  })
  for (;;) {
    const run = await as('supervisor').call('screening.goOn', { id: runId })
    if (run.status === 'DONE') return run
  }
}

/** What a supervisor has confirmed of a customer, past the search for it. */
export async function confirmListedCustomer(
  { database, staff }: TestBranch,
  customerId: string,
): Promise<void> {
  const facts = {
    kind: 'PERSON',
    programme: 'TEST',
    births: '',
    published: '',
    matched: { name: 'Ana Eriksson', alias: false, weak: false },
    names: [],
    words: [],
  }
  await database.superuser.query(
    `INSERT INTO screening_cases (customer_id, likeness, list, reference, listed_name, score, facts, status, words, decided_by, decided_at)
     VALUES ($1, sha256(uuid_send($1)), 'Test list', '1', 'Ana Eriksson', 100, $2, 'CONFIRMED', 'The same', $3, clock_timestamp())`,
    [customerId, JSON.stringify(facts), staff.supervisor.id],
  )
}

/** The same of the holder of an account. */
export async function confirmListed(branch: TestBranch, accountId: string): Promise<void> {
  const { rows } = await branch.database.superuser.query<{ holder: string }>(
    'SELECT customer_id AS holder FROM accounts WHERE id = $1',
    [accountId],
  )
  await confirmListedCustomer(branch, only(rows).holder)
}

/** An account of somebody who is confirmed to be listed. */
export async function accountOfListed(
  branch: TestBranch,
  options: AccountOptions = { balance: '50.00' },
): Promise<string> {
  const accountId = await openNewCustomersAccount(branch, options)
  await confirmListed(branch, accountId)
  return accountId
}
