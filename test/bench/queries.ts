import type { Connection } from '../../electron/db/connection.ts'
import { withClient } from '../../electron/db/admin.ts'

export type Query = { readonly kind: string; readonly text: string }

type Sample = {
  first: string
  last: string
  number: string
  phone: string
  email: string | null
  document: string
}

/** What tellers type, made from customers that are there: a fixed choice, so that two runs ask the same. */
export async function drawQueries(admin: Connection): Promise<Query[]> {
  const samples = await withClient(admin, async (client) => {
    const { rows } = await client.query<Sample>(`
      SELECT first_name AS first, last_name AS last, customer_number AS number, phone, email, document_number AS document
      FROM corex.customers c JOIN LATERAL (
        SELECT document_number FROM corex.kyc_documents WHERE customer_id = c.id LIMIT 1) AS d ON true
      ORDER BY md5(customer_number) LIMIT 40`)
    return rows
  })
  return [...samples.flatMap(queriesAbout), ...ALWAYS]
}

/** The slowest texts to search for: short and common, in the middle of many names or of none. */
const ALWAYS: readonly Query[] =
  'ann|er|son|sson|mar|ski|ova|an|ar|ria|ber|nd|lin|ost|mari|xyz|qqqq|johanson|a|m|%|_____|ann an|ann son|a b|ma ri an|ly an|an mi|vo ly|a bc d|son ann eri'
    .split('|')
    .map((text) => ({ kind: 'short or infix', text }))

function queriesAbout({ first, last, number, phone, email, document }: Sample): Query[] {
  const whole = `${first} ${last}`
  const typed = [1, 2, 3, 5, whole.length].map((length) => ({ kind: 'typed', text: whole.slice(0, length) }))
  return [
    ...typed,
    { kind: 'surname first', text: `${last} ${first}` },
    { kind: 'short or infix', text: last.slice(1, 4) },
    { kind: 'short or infix', text: last.slice(2, 7) },
    { kind: 'two parts', text: `${first.slice(0, 3)} ${last.slice(0, 4)}` },
    { kind: 'misspelt', text: swapped(last) },
    { kind: 'misspelt', text: `${first} ${dropped(last)}` },
    { kind: 'misspelt', text: `${swapped(first)} ${swapped(last)}` },
    { kind: 'number', text: number },
    { kind: 'number', text: number.slice(0, 6) },
    { kind: 'phone', text: phone },
    { kind: 'phone', text: phone.slice(0, 7) },
    { kind: 'e-mail', text: email ?? `${first.toLowerCase()}@` },
    { kind: 'document', text: document },
  ]
}

/** Swaps the third and fourth letter. */
const swapped = (word: string): string => word.slice(0, 2) + (word[3] ?? '') + (word[2] ?? '') + word.slice(4)

const dropped = (word: string): string => word.slice(0, 3) + word.slice(4)
