/** One thing that is made wrong in the posting code of a database: in the text of a function, as the database has it. */
export type Mutation = {
  /** What is wrong, in the words of somebody who would suffer from it. */
  readonly fault: string
  readonly of: string
  /** Stands exactly once in the function. */
  readonly find: string
  readonly replace: string
  /** The proof that is tried first. */
  readonly first: 'script' | 'model' | 'race'
}

export const MUTATIONS: readonly Mutation[] = [
  {
    fault: 'the fee beside a posting is left out',
    of: 'with_fees',
    find: 'IF total = 0 THEN',
    replace: 'IF total >= 0 THEN',
    first: 'script',
  },
  {
    fault: 'half a cent of a fee is cut off',
    of: 'fee_by',
    find: 'greatest(round(',
    replace: 'greatest(trunc(',
    first: 'script',
  },
  {
    fault: 'what is held can still be drawn',
    of: 'change_held',
    find: 'available_balance = available_balance - p_by',
    replace: 'available_balance = available_balance',
    first: 'script',
  },
  {
    fault: 'what is counted and posted is locked in the order of the legs',
    of: 'lock_order',
    find: 'p_lines[1].account_id < p_lines[2].account_id',
    replace: 'true',
    first: 'race',
  },
  {
    fault: 'an entry takes the number of the one before',
    of: 'move_balances',
    find: 'line.sequence := moved.entry_count;',
    replace: 'line.sequence := greatest(moved.entry_count - 1, 1);',
    first: 'script',
  },
  {
    fault: 'two postings have the same reference',
    of: 'next_references',
    find: `nextval('transaction_numbers')`,
    replace: `(nextval('transaction_numbers') / 2)`,
    first: 'script',
  },
  {
    fault: 'the hash of a payload leaves the amount out',
    of: 'posting_hash',
    find: 'trim_scale(leg.amount)::text',
    replace: `''`,
    first: 'script',
  },
  {
    fault: 'the hash of a payload leaves the description out',
    of: 'posting_hash',
    find: 'p_currency, p_description)::text',
    replace: 'p_currency)::text',
    first: 'script',
  },
  {
    fault: 'the hash of an audit row leaves the workstation out',
    of: 'audit_hash',
    find: 'a.cause_id, a.workstation,',
    replace: 'a.cause_id,',
    first: 'script',
  },
  {
    fault: 'a posting is reversed a second time',
    of: 'require_reversible',
    find: 'IF FOUND THEN PERFORM',
    replace: 'IF false THEN PERFORM',
    first: 'script',
  },
  {
    fault: 'a reversal moves cash of whichever till it was',
    of: 'second_person_for_reversal',
    find: 's.opened_at <= posted.created_at',
    replace: 'true',
    first: 'script',
  },
  {
    fault: 'a balance moves without an entry',
    of: 'perform_posting',
    find: 'FROM unnest(lines) AS l;\n  PERFORM watch_approved',
    replace: `FROM unnest(lines) AS l WHERE l.actor = 'PERSON';\n  PERFORM watch_approved`,
    first: 'script',
  },
  {
    fault: 'what is drawn of a loan counts as paid back',
    of: 'lines_of_legs',
    find: `= (kind.drawn_from <> 'LIMIT')`,
    replace: '',
    first: 'script',
  },
  {
    fault: 'the limit of a day looks at one posting alone',
    of: 'count_of_person',
    find: 'THEN s.total ELSE 0 END',
    replace: 'THEN 0 ELSE 0 END',
    first: 'script',
  },
  {
    fault: 'the limit on an account in a day looks at one posting alone',
    of: 'count_of_account',
    find: 'THEN s.total ELSE 0 END',
    replace: 'THEN 0 ELSE 0 END',
    first: 'script',
  },
  {
    fault: 'a posting at the limit itself waits',
    of: 'posting_needs_approval',
    find: 'IF moved > allowed.per_posting THEN',
    replace: 'IF moved >= allowed.per_posting THEN',
    first: 'script',
  },
  {
    fault: 'what a posting that waits draws is not held',
    of: 'await_approval',
    find: 'HAVING sum(l.drawn) < 0',
    replace: 'HAVING sum(l.drawn) < 0 AND false',
    first: 'script',
  },
  {
    fault: 'an approved posting is not assessed anew',
    of: 'perform_posting',
    find: `PERFORM assess_posting(maker, 'COUNTER', lines, pending.currency);`,
    replace: '',
    first: 'script',
  },
  {
    fault: 'what a declined posting held stays held',
    of: 'end_posting',
    find: 'PERFORM release_holds_of(proposal.subject_id, proposal.decided_by, initcap(proposal.status));',
    replace: '',
    first: 'script',
  },
  {
    fault: 'a posting is approved by its maker',
    of: 'require_decider',
    find: `IF proposal.proposed_by = who.user_id THEN PERFORM refuse('OWN_PROPOSAL'); END IF;`,
    replace: '',
    first: 'script',
  },
  {
    fault: 'a frozen account takes postings',
    of: 'require_usable_account',
    find: `IF state = 'SUSPENDED' THEN`,
    replace: 'IF false THEN',
    first: 'script',
  },
  {
    fault: 'a cent more than what is there is paid out',
    of: 'assess_posting',
    find: 'line.debit_refusal IS NOT NULL AND line.available_after < 0',
    replace: 'line.debit_refusal IS NOT NULL AND line.available_after < -0.15',
    first: 'race',
  },
  {
    fault: 'one of several in a call leaves its amount behind when it is refused',
    of: 'write_plain',
    find: 'availables[rank] := availables[rank] - p_lines[n].drawn;',
    replace: '',
    first: 'script',
  },
  {
    fault: 'a counted till takes postings',
    of: 'require_usable_account',
    find: 'user_id = who.user_id AND count_locked_at IS NULL',
    replace: 'user_id = who.user_id',
    first: 'script',
  },
  {
    fault: 'a part of a cent of accrued interest is posted as a whole one',
    of: 'whole_units',
    find: 'div(p_parts * 10::numeric ^ p_decimals, parts_of_unit())',
    replace: 'ceil(p_parts * 10::numeric ^ p_decimals / parts_of_unit())',
    first: 'script',
  },
  {
    fault: 'what is reversed earns interest all the same',
    of: 'late_entries',
    find: 'e.sequence > s.entry_count AND e.value_date <= s.through',
    replace: 'e.sequence > s.entry_count AND false',
    first: 'script',
  },
  {
    fault: 'what comes for the day that accrued last is not in its interest',
    of: 'correct_last_day',
    find: 'WHERE c.effect <> 0 GROUP BY',
    replace: 'WHERE false GROUP BY',
    first: 'script',
  },
  {
    fault: 'what is short in a till is not posted',
    of: 'post_difference',
    find: 'IF p_difference = 0 THEN',
    replace: 'IF p_difference <= 0 THEN',
    first: 'script',
  },
  {
    fault: 'what waits outlives the day',
    of: 'lapse_approvals',
    find: `a.status = 'PENDING' AND k.lapses`,
    replace: 'false AND k.lapses',
    first: 'script',
  },
  {
    fault: 'the day is not held open by what is being posted',
    of: 'post_new',
    find: 'pg_advisory_xact_lock_shared(day_lock(who.branch_id))',
    replace: `''`,
    first: 'race',
  },
]
