import { closeTillSql, openTillSql } from '../../support/posting-functions.ts'
import { type Attack, call, denied, refused } from '../attack.ts'

/** Learning what a till should hold by a count that is then taken back. */
const peeking: readonly Attack[] = [
  {
    name: 'read what was expected in the row of a count',
    as: 'teller',
    sql: ['BEGIN', closeTillSql(), 'SELECT expected FROM till_sessions'],
    expect: denied('table till_sessions'),
  },
  {
    name: 'read what a count came to before it stands',
    as: 'teller',
    sql: [
      'BEGIN',
      closeTillSql(),
      `SELECT read_closing(id) FROM till_sessions WHERE user_id = '{teller}' AND closed_at IS NULL`,
    ],
    expect: refused('NOT_COMMITTED'),
  },
]

/** Opening, closing and adding tills that belong to others, or against the rules. */
export const tills: readonly Attack[] = [
  ...peeking,
  call('close a till that one has not', 'supervisor', closeTillSql(), refused('TILL_NOT_OPEN')),
  call(
    "close a colleague's till as a teller",
    'teller',
    closeTillSql({ till: `'{till2}'` }),
    refused('FORBIDDEN'),
  ),
  call(
    'close even the own till by its name as a teller',
    'teller',
    closeTillSql({ till: `'{till0}'` }),
    refused('FORBIDDEN'),
  ),
  call(
    "close a teller's till as an auditor",
    'auditor',
    closeTillSql({ till: `'{till0}'` }),
    refused('FORBIDDEN'),
  ),
  call(
    'close a till that the branch has not',
    'supervisor',
    closeTillSql({ till: 'gen_random_uuid()' }),
    refused('TILL_NOT_FOUND'),
  ),
  call('close a till without a key', 'teller', closeTillSql({ key: 'NULL' }), refused('KEY_REUSED')),
  call('count a negative till', 'teller', closeTillSql({ counted: '-1' }), refused('AMOUNT_NEGATIVE')),
  call('count a till of NaN', 'teller', closeTillSql({ counted: `'NaN'` }), refused('AMOUNT_NOT_A_NUMBER')),
  call("open a colleague's till", 'supervisor', openTillSql('{till0}'), refused('TILL_ALREADY_OPEN')),
  call('open a second till', 'teller', openTillSql('{till2}'), refused('USER_ALREADY_HAS_TILL')),
  call(
    'open a till with a negative float',
    'supervisor',
    openTillSql('{till0}', '-5'),
    refused('AMOUNT_NEGATIVE'),
  ),
  call('open a till that is none', 'supervisor', openTillSql('{branch}'), refused('TILL_NOT_FOUND')),
  call('open a till as an auditor', 'auditor', openTillSql('{till0}'), refused('FORBIDDEN')),
  call(
    'add a till as a teller',
    'teller',
    `SELECT add_till(gen_random_uuid(), 'Mine')`,
    refused('FORBIDDEN'),
  ),
]
