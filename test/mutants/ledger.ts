import type { Mutant } from './mutant.ts'

const POSTINGS = 'migrations/code/postings'

/** To what the check of the books can be blind, one of its conditions at a time. */
const BLIND_CHECKS = [
  ['a currency whose sides differ', 'HAVING sum(counted.debits) <> sum(counted.credits)', 'HAVING false'],
  ['a posting that does not balance', 'coalesce(sum(leg.debit), 0) <> coalesce(sum(leg.credit), 0)', 'false'],
  [
    'a posting whose entries are of another amount',
    'OR coalesce(sum(leg.debit) FILTER (WHERE leg.is_asked_for), 0) <> leg.posted',
    '',
  ],
  [
    'a balance that is not the sum of its entries',
    'OR l.ledger_balance <> coalesce(last.balance_after, 0)',
    '',
  ],
  ['a wrong count of entries', 'OR l.entry_count <> coalesce(last.sequence, 0)', ''],
  ['a gap in the numbers of entries', 'sequence <> next_number OR', ''],
  ['a wrong available balance', '(l.draws_wrongly', '(false'],
  ['an account without a balance', 'WHERE account_id IS NULL', 'WHERE false'],
] as const

/** The books: what is posted, when, by what rule, and whether a mistake in them is found. */
export const LEDGER: readonly Mutant[] = [
  {
    fault: 'the hash of a posting leaves the description out',
    file: `${POSTINGS}/legs.sql`,
    find: 'p_currency, p_description)::text',
    replace: 'p_currency)::text',
    tests: ['test/postings/ledger-properties.test.ts'],
  },
  {
    fault: 'the hash of a posting leaves the channel out',
    file: `${POSTINGS}/legs.sql`,
    find: 'json_build_array(p_channel, p_type,',
    replace: 'json_build_array(p_type,',
    tests: ['test/postings/ledger-properties.test.ts', 'test/tills/tills.test.ts'],
  },
  {
    fault: "a posting may use another branch's internal account",
    file: `${POSTINGS}/assess-posting.sql`,
    find: 'IF line.customer_id IS NULL AND line.branch_id <> who.branch_id THEN',
    replace: 'IF false THEN',
    tests: ['test/postings/ledger-properties.test.ts'],
  },
  {
    fault: "a posting on somebody else's till is allowed",
    file: `${POSTINGS}/assess-posting.sql`,
    find: "AND (user_id = who.user_id AND count_locked_at IS NULL OR p_channel = 'TILL');",
    replace: 'AND count_locked_at IS NULL;',
    tests: ['test/postings/rules.test.ts', 'test/trust/hostile.test.ts'],
  },
  {
    fault: 'the business date of a posting is that of the clock',
    file: `${POSTINGS}/write-posting.sql`,
    find: 'transaction_status, today, who.branch_id',
    replace: "transaction_status, (clock_timestamp() AT TIME ZONE 'UTC')::date, who.branch_id",
    tests: ['test/postings/ledger-properties.test.ts'],
  },
  {
    fault: 'the check of the books finds nothing',
    file: 'migrations/code/books/check-books.sql',
    find: "IF is_workstation() THEN PERFORM require_identity('SUPERVISOR', 'AUDITOR', 'ADMIN'); END IF;",
    replace: 'RETURN;',
    tests: ['test/postings/books.test.ts'],
  },
  ...BLIND_CHECKS.map(([to, find, replace]): Mutant => ({
    fault: `the check of the books is blind to ${to}`,
    file: 'migrations/code/books/faults.sql',
    find,
    replace,
    tests: ['test/postings/books.test.ts'],
  })),
  {
    fault: 'the check of the books is blind to a wrong sum of what is held',
    file: 'migrations/code/books/faults.sql',
    find: 'l.held <> coalesce(h.total, 0)',
    replace: 'false',
    tests: ['test/accounts/holds.test.ts'],
  },
  {
    fault: 'entries that do not balance are accepted',
    file: `${POSTINGS}/check-entries-balance.sql`,
    find: "PERFORM refuse('ENTRIES_UNBALANCED');",
    replace: 'NULL;',
    tests: ['test/postings/ledger-properties.test.ts'],
  },
  {
    fault: 'a completed transaction can be changed',
    file: `${POSTINGS}/triggers.sql`,
    find: "WHEN (OLD.status <> 'PENDING') EXECUTE FUNCTION refuse_change();",
    replace: 'WHEN (false) EXECUTE FUNCTION refuse_change();',
    tests: ['test/postings/ledger-properties.test.ts'],
  },
  {
    fault: 'freezing does not wait for a posting that is under way',
    file: 'migrations/code/accounts/change-status.sql',
    find: 'PERFORM FROM balances WHERE account_id = p_account FOR UPDATE;',
    replace: '',
    tests: ['test/postings/locks.test.ts'],
  },
  {
    fault: 'a posting does not hold the day open that it read',
    file: `${POSTINGS}/write-posting.sql`,
    find: 'held text := pg_advisory_xact_lock_shared(day_lock(who.branch_id));',
    replace: "held text := '';",
    tests: ['test/postings/locks.test.ts'],
  },
  {
    fault: 'postings in one call do not hold the day open that they read',
    file: `${POSTINGS}/write-postings.sql`,
    find: '  PERFORM hold_branch_day(who.branch_id);\n',
    replace: '',
    tests: ['test/postings/locks.test.ts'],
  },
  {
    fault: 'a day is closed while a posting is under way',
    file: 'migrations/code/branches/require-open-day.sql',
    find: 'PERFORM pg_advisory_xact_lock(day_lock(p_branch));',
    replace: '',
    tests: ['test/postings/locks.test.ts'],
  },
  {
    fault: 'a posting of more than two legs locks its balances in their order',
    file: `${POSTINGS}/move-balances.sql`,
    find: 'ORDER BY p_lines[n].account_id, n)',
    replace: 'ORDER BY n)',
    tests: ['test/postings/locks.test.ts'],
  },
  {
    fault: 'the running balance of a second leg on the same account is ignored',
    file: `${POSTINGS}/move-balances.sql`,
    find: 'line.available_after := p_lines[before].available_after + line.drawn;',
    replace: 'NULL;',
    tests: ['test/products/fees.test.ts'],
  },
  {
    fault: 'the Kuwaiti dinar has two decimals',
    file: 'shared/currencies.ts',
    find: "KWD: [3, 'Kuwaiti Dinar']",
    replace: "KWD: [2, 'Kuwaiti Dinar']",
    tests: ['test/shared/currencies.test.ts', 'test/shared/money.test.ts'],
  },
  {
    fault: 'an amount of NaN is accepted',
    file: 'migrations/code/common/check-amount.sql',
    find: "p_amount IS NULL OR p_amount IN ('NaN', 'Infinity', '-Infinity')",
    replace: 'p_amount IS NULL',
    tests: ['test/tills/tills.test.ts'],
  },
  {
    fault: 'zero passes for a positive amount',
    file: 'shared/money.ts',
    find: "if (amount.value.minor === 0n) return fail('AMOUNT_ZERO')",
    replace: '',
    tests: ['test/shared/money.test.ts'],
  },
  {
    fault: 'closing a till keeps its shortage out of the books',
    file: 'migrations/code/tills/finish-till.sql',
    find: 'IF p_difference = 0 THEN',
    replace: 'IF p_difference <= 0 THEN',
    tests: ['test/tills/tills.test.ts'],
  },
]
