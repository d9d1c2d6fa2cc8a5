import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { registerCustomer } from '../support/customers.ts'
import { only } from '../support/queries.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import { openSanctions, takeList } from '../support/screening.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const UNKNOWN = [{ fileName: 'letter.txt', content: new TextEncoder().encode('Dear all') }]
const TOO_LARGE = [{ fileName: 'sdn.xml', content: new Uint8Array(64_000_001) }]

const newList = (
  changes: Partial<CallInput<'screening.importList'>> = {},
): CallInput<'screening.importList'> => ({
  key: randomUUID(),
  list: `List ${randomUUID()}`,
  files: openSanctions([{ name: 'Igor Nowhere' }]),
  entries: 1,
  ...changes,
})

const take = (workplace: TestWorkplace, changes: Partial<CallInput<'screening.importList'>> = {}) =>
  workplace.as('supervisor').ask('screening.importList', newList(changes))

/** A case of a customer whom the teller or supervisor has registered. */
async function newCase(workplace: TestWorkplace, by: 'teller' | 'supervisor' = 'teller'): Promise<string> {
  const lastName = `Q${randomUUID().replace(/[^a-f]/g, '')}x`
  await takeList(workplace, [{ name: `Zoltan ${lastName}` }], `List ${randomUUID()}`)
  const customer = await registerCustomer(workplace.branch.pool(by), { firstName: 'Zoltan', lastName })
  const { rows } = await workplace.branch.database.superuser.query<{ id: string }>(
    'SELECT id FROM screening_cases WHERE customer_id = $1',
    [customer],
  )
  return only(rows).id
}

const clearing = (id: string) => ({ id, reason: 'OTHER_PERSON', words: 'Somebody else' }) as const

export const screeningCases = {
  'screening.previewList': {
    FILE_TOO_LARGE: ({ as }) => as('supervisor').ask('screening.previewList', { files: TOO_LARGE }),
    LIST_UNKNOWN: ({ as }) => as('supervisor').ask('screening.previewList', { files: UNKNOWN }),
  },
  'screening.importList': {
    CHANGED_MEANWHILE: (workplace) => take(workplace, { entries: 2 }),
    FILE_TOO_LARGE: (workplace) => take(workplace, { files: TOO_LARGE }),
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      await take(workplace, { key })
      return take(workplace, { key, files: openSanctions([{ name: 'Olga Nowhere' }]) })
    },
    LIST_KNOWN: async (workplace) => {
      const list = newList()
      await workplace.as('supervisor').call('screening.importList', list)
      return take(workplace, { list: list.list })
    },
    LIST_UNKNOWN: (workplace) => take(workplace, { files: UNKNOWN }),
  },
  'screening.goOn': {
    SCREENING_RUN_NOT_FOUND: ({ as }) => as('supervisor').ask('screening.goOn', { id: randomUUID() }),
  },
  'screening.clear': {
    ALREADY_DECIDED: async (workplace) => {
      const id = await newCase(workplace)
      await workplace.as('supervisor').call('screening.clear', clearing(id))
      return workplace.as('supervisor').ask('screening.clear', clearing(id))
    },
    OTHER_BRANCH: async (workplace) => {
      const id = await newCase(workplace)
      return (await fromSecondBranch(workplace, 'supervisor')).ask('screening.clear', clearing(id))
    },
    OWN_CUSTOMER: async (workplace) => {
      const id = await newCase(workplace, 'supervisor')
      return workplace.as('supervisor').ask('screening.clear', clearing(id))
    },
    SCREENING_CASE_NOT_FOUND: ({ as }) => as('supervisor').ask('screening.clear', clearing(randomUUID())),
  },
  'screening.confirm': {
    ALREADY_DECIDED: async (workplace) => {
      const id = await newCase(workplace)
      await workplace.as('supervisor').call('screening.confirm', { id, words: 'The same' })
      return workplace.as('supervisor').ask('screening.confirm', { id, words: 'The same' })
    },
    OTHER_BRANCH: async (workplace) => {
      const id = await newCase(workplace)
      return (await fromSecondBranch(workplace, 'supervisor')).ask('screening.confirm', {
        id,
        words: 'The same',
      })
    },
    SCREENING_CASE_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('screening.confirm', { id: randomUUID(), words: 'The same' }),
  },
} satisfies Partial<Cases>
