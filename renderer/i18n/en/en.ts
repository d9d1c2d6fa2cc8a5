import { accounts } from './accounts.ts'
import { archives } from './archives.ts'
import { approvals } from './approvals.ts'
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { journal } from './journal.ts'
import { books } from './books.ts'
import { branches } from './branches.ts'
import { components } from './components.ts'
import { payments } from './payments.ts'
import { postings } from './postings.ts'
import { intents } from './intents.ts'
import { kyc } from './kyc.ts'
import { limits } from './limits.ts'
import { mandates } from './mandates.ts'
import { printers } from './printers.ts'
import { products } from './products.ts'
import { customers } from './customers.ts'
import { errors } from './errors.ts'
import { errorsInDetail } from './errors-in-detail.ts'
import { database } from './database.ts'
import { faults } from './faults.ts'
import { gates } from './gates.ts'
import { documents } from './documents.ts'
import { health } from './health.ts'
import { jobs } from './jobs.ts'
import { keys } from './keys.ts'
import { retention } from './retention.ts'
import { scanners } from './scanners.ts'
import { screening } from './screening.ts'
import { sessions } from './sessions.ts'
import { shell } from './shell.ts'
import { tills } from './tills.ts'
import { users } from './users.ts'
import { vault } from './vault.ts'
import { viewer } from './viewer.ts'
import { watch } from './watch.ts'
import { workstations } from './workstations.ts'

/** One catalogue per area; a new area adds its file and one line here. */
export const en = {
  accounts,
  approvals,
  archives,
  audit,
  backups,
  books,
  journal,
  kyc,
  retention,
  branches,
  components,
  intents,
  limits,
  mandates,
  payments,
  screening,
  postings,
  printers,
  products,
  customers,
  database,
  workstations,
  errors,
  errorsInDetail,
  faults,
  gates,
  documents,
  health,
  jobs,
  keys,
  scanners,
  sessions,
  shell,
  tills,
  users,
  vault,
  viewer,
  watch,
} as const
