import type { Pool } from 'pg'

/**
 * What holds of every database at every moment, whatever anybody did: each as a statement that answers what breaks it. They use none of
 * the ledger's own functions, which may be what is wrong.
 */

const SIGNED = `CASE e.entry_type WHEN kind.normal_side THEN e.amount ELSE -e.amount END`
const ENTRIES = `entries e JOIN accounts a ON a.id = e.account_id JOIN account_kinds kind USING (account_type)`

const INVARIANTS: Readonly<Record<string, string>> = {
  'a balance is the fold of its entries, which are as many as it says': `
    SELECT a.account_number || ' ' || b.ledger_balance AS what FROM balances b JOIN accounts a ON a.id = b.account_id
      LEFT JOIN (SELECT e.account_id, sum(${SIGNED}) AS total, count(*) AS n FROM ${ENTRIES} GROUP BY 1) AS f USING (account_id)
    WHERE b.ledger_balance <> coalesce(f.total, 0) OR b.entry_count <> coalesce(f.n, 0)`,
  'entries are numbered without a gap, and each says what it came to': `
    SELECT account_number || ' ' || sequence FROM (SELECT a.account_number, e.sequence, e.balance_after,
        row_number() OVER every AS n, sum(${SIGNED}) OVER every AS running FROM ${ENTRIES}
        WINDOW every AS (PARTITION BY e.account_id ORDER BY e.sequence)) AS c
    WHERE sequence <> n OR balance_after <> running`,
  'what is available is the ledger balance less what is held, and what was agreed': `
    SELECT a.account_number || ' ' || b.available_balance FROM balances b JOIN accounts a ON a.id = b.account_id
      JOIN account_kinds kind USING (account_type)
    WHERE b.available_balance <> CASE kind.drawn_from WHEN 'LIMIT' THEN a.agreed_limit - b.ledger_balance
        ELSE b.ledger_balance - a.minimum_balance + a.agreed_limit END - b.held`,
  'what is held is the sum of the holds that are not released': `
    SELECT b.account_id || ' ' || b.held FROM balances b WHERE b.held <>
      coalesce((SELECT sum(h.amount) FROM holds h WHERE h.account_id = b.account_id AND h.released_at IS NULL), 0)`,
  'only a posting that waits holds funds, and it has no entries': `
    SELECT t.transaction_id || ' ' || t.status FROM transactions t
    WHERE t.status <> 'PENDING' AND EXISTS (SELECT FROM holds h WHERE h.transaction_id = t.id AND h.released_at IS NULL)
      OR (t.status = 'COMPLETED') <> EXISTS (SELECT FROM entries e WHERE e.transaction_id = t.id)
      OR (t.status = 'PENDING') <> EXISTS (SELECT FROM approvals p WHERE p.id = t.id AND p.kind = 'POSTING' AND p.status = 'PENDING')`,
  'debits equal credits, in each currency and in each posting': `
    SELECT currency FROM (SELECT a.currency, CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END AS v FROM ${ENTRIES}) AS s
    GROUP BY 1 HAVING sum(v) <> 0
    UNION ALL SELECT transaction_id::text FROM entries GROUP BY 1
      HAVING sum(CASE entry_type WHEN 'DEBIT' THEN amount ELSE -amount END) <> 0`,
  'no customer has drawn more than what was agreed, interest apart': `
    SELECT a.account_number || ' ' || b.available_balance FROM balances b JOIN accounts a ON a.id = b.account_id
    WHERE a.customer_id IS NOT NULL AND b.available_balance < 0 AND NOT EXISTS (SELECT FROM entries e
      JOIN transactions t ON t.id = e.transaction_id
      WHERE e.account_id = a.id AND t.transaction_type = 'INTEREST' AND e.entry_type = 'DEBIT')`,
  'every posting and every audit row says who, from what cause, where and by which build': `
    SELECT id::text FROM transactions WHERE actor IS NULL OR cause_type IN ('', 'UNRECORDED') OR cause_id IS NULL AND cause_type <> 'INTENT'
      OR workstation IN ('', 'unrecorded') OR build IN ('', 'unrecorded') OR (actor = 'PERSON') <> (created_by IS NOT NULL)
    UNION ALL SELECT id::text FROM audit_logs a WHERE NOT is_bare_posting(a) AND (actor IS NULL OR cause_type IN ('', 'UNRECORDED')
      OR num_nulls(cause_type, workstation, build) > 0
      OR (cause_id IS NULL) <> (cause_type IN ('UPGRADE', 'SETUP')) OR workstation IN ('', 'unrecorded') OR build = ''
      OR actor <> 'PERSON' AND user_id IS NOT NULL)`,
  'what the system derives stands under nobody': `
    SELECT transaction_id FROM transactions WHERE transaction_type IN ('FEE', 'INTEREST') AND actor = 'PERSON'
    UNION ALL SELECT concat(e.account_id, '/', e.sequence) FROM ${ENTRIES} WHERE e.actor = 'PERSON'
      AND account_type IN ('FEE_INCOME', 'CASH_SHORT', 'CASH_OVER', 'INTEREST_INCOME', 'INTEREST_EXPENSE')`,
  'every posting is in the audit log, as the same person’s': `
    SELECT t.transaction_id FROM transactions t WHERE NOT EXISTS (SELECT FROM audit_logs l WHERE l.id = t.id AND is_bare_posting(l)
      AND l.actor = t.actor) AND NOT EXISTS (SELECT FROM audit_logs l WHERE l.resource_id = t.id AND l.action IN ('POSTED', 'CREATED') AND l.user_id IS NOT DISTINCT FROM t.created_by AND l.actor = t.actor
      AND l.workstation = t.workstation AND l.build = t.build)`,
  'an audit row has the hash of all that it says': `
    SELECT l.id::text FROM audit_logs l WHERE CASE WHEN is_bare_posting(l) THEN NOT EXISTS (SELECT FROM transactions t
      WHERE t.id = l.id AND l.hash = posting_audit_hash(l.created_at, l.xid, t)) ELSE l.hash <> sha256(convert_to(jsonb_build_array(l.id, l.user_id, l.action,
      l.resource_type, l.resource_id, l.details::text, extract(epoch FROM l.created_at)::text, l.xid::text, l.actor, l.cause_type,
      l.cause_id, l.workstation, l.session_id, l.build)::text, 'UTF8')) END`,
  'a posting is reversed at most once, by one that mirrors it': `
    SELECT r.transaction_id FROM transactions r JOIN transactions t ON t.id = r.reversal_of
    WHERE r.amount <> t.amount OR r.currency <> t.currency OR t.reversal_of IS NOT NULL OR r.value_date <> t.value_date
    UNION ALL SELECT min(transaction_id) FROM transactions WHERE reversal_of IS NOT NULL GROUP BY reversal_of HAVING count(*) > 1`,
  'nothing is posted on a day that was closed before': `
    SELECT t.transaction_id FROM transactions t JOIN business_days d
      ON d.branch_id = t.branch_id AND d.business_date = t.business_date AND d.withdrawn_at IS NULL
    WHERE d.closed_at IS NOT NULL AND t.created_at > d.closed_at
    UNION ALL SELECT concat(e.account_id, '/', e.sequence) FROM entries e JOIN transactions t ON t.id = e.transaction_id WHERE e.business_date <> t.business_date`,
  'nobody decided an own proposal': `
    SELECT id::text FROM approvals WHERE status IN ('APPROVED', 'DECLINED', 'FAILED') AND decided_by = proposed_by
      OR status IN ('APPROVED', 'FAILED') AND decided_by = concerns`,
}

/** What is broken, in words; an empty list when everything holds. */
export async function brokenInvariants(superuser: Pool): Promise<string[]> {
  const names = Object.keys(INVARIANTS)
  const parts = Object.values(INVARIANTS).map(
    (text, n) => `SELECT ${n} AS n, i.what FROM (${text}) AS i (what)`,
  )
  const { rows } = await superuser.query<{ n: number; what: string }>(parts.join('\nUNION ALL '))
  return rows.map(({ n, what }) => `${names[n]}: ${what}`)
}
