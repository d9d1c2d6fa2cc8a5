import type { Mutant } from './mutant.ts'

/** A bank of several branches: who makes one, what it begins with, and when one is closed. */
export const BRANCHES: readonly Mutant[] = [
  {
    fault: 'a branch is closed with cash in its vault',
    file: 'migrations/code/branches/close-branch.sql',
    find: "a.account_type IN ('VAULT', 'TELLER_CASH') AND l.ledger_balance <> 0",
    replace: "a.account_type IN ('VAULT', 'TELLER_CASH') AND false",
    tests: ['test/branches/closing.test.ts', 'test/branches/several.test.ts'],
  },
  {
    fault: 'what came to a branch after it was proposed for closing is closed in',
    file: 'migrations/code/branches/close-branch.sql',
    find: 'PERFORM require_working_branch(closing), require_nothing_left(closing);',
    replace: 'PERFORM require_working_branch(closing);',
    tests: ['test/branches/closing.test.ts', 'test/branches/several.test.ts'],
  },
  {
    fault: 'people of a closed branch are gone on with',
    file: 'migrations/code/users/user-branch.sql',
    find: '  PERFORM require_working_branch(p_branch);\n',
    replace: '',
    tests: ['test/contract/errors.test.ts', 'test/branches/several.test.ts'],
  },
  {
    fault: 'a new branch has no limits',
    file: 'migrations/code/branches/new-branch.sql',
    find: 'FROM agreed_posting_limits(model);',
    replace: 'FROM agreed_posting_limits(model) WHERE false;',
    tests: ['test/branches/several.test.ts'],
  },
  {
    fault: 'the first administrator of a new branch makes a second person alone',
    file: 'migrations/code/users/power.sql',
    find: '\n    AND NOT EXISTS (SELECT FROM users WHERE has_power(role) AND id NOT IN (who.user_id, p_user))',
    replace: '',
    tests: ['test/branches/several.test.ts'],
  },
  {
    fault: 'an administrator makes a code for a branch that has its own people',
    file: 'migrations/code/workstations/propose-code.sql',
    find: 'IF branch.id <> who.branch_id AND has_two_people(branch.id) THEN',
    replace: 'IF false THEN',
    tests: ['test/branches/several.test.ts', 'test/contract/errors.test.ts'],
  },
  {
    fault: 'people of one branch give another one its name',
    file: 'migrations/code/branches/change-names.sql',
    find: 'IF branch.id <> who.branch_id AND has_deciders(branch.id) THEN',
    replace: 'IF false THEN',
    tests: ['test/branches/several.test.ts', 'test/contract/errors.test.ts'],
  },
  {
    fault: 'somebody moves to another branch by a proposal of their own while others are left',
    file: 'migrations/code/users/user-branch.sql',
    find: 'IF p_user = who.user_id AND NOT (is_last_of_branch(changed) AND has_deciders(p_branch)) THEN',
    replace: 'IF p_user = who.user_id AND NOT has_deciders(p_branch) THEN',
    tests: ['test/branches/closing.test.ts'],
  },
]
