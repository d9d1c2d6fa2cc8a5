import { accounts } from './accounts.ts'
import { audit } from './audit.ts'
import { branch } from './branch.ts'
import { components } from './components.ts'
import { counter } from './counter.ts'
import { customers } from './customers.ts'
import { errors, errorsInDetail } from './errors.ts'
import { faults } from './faults.ts'
import { gates } from './gates.ts'
import { kyc } from './kyc.ts'
import { shell } from './shell.ts'
import { till } from './till.ts'
import { users } from './users.ts'
import { viewer } from './viewer.ts'

/** One catalogue per area; a new area adds its file and one line here. */
export const en = {
  accounts,
  audit,
  branch,
  components,
  counter,
  customers,
  errors,
  errorsInDetail,
  faults,
  gates,
  kyc,
  shell,
  till,
  users,
  viewer,
} as const
