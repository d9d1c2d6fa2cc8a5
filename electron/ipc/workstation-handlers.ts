import { restart } from '../services/database/restart.ts'
import {
  getDatabase,
  retry,
  testConnection,
  useEmbedded,
  useServer,
} from '../services/database/choose-database.ts'
import { redeem } from '../services/database/redeem.ts'
import { readProtection, setProtection } from '../services/workstations/content-protection.ts'
import { listWorkstations } from '../services/workstations/list-workstations.ts'
import { cancelCode, proposeCode } from '../services/workstations/propose-code.ts'
import { revokeWorkstation } from '../services/workstations/revoke-workstation.ts'
import type { Handlers } from '../workplace.ts'

/** The calls about this workstation's database and about all workstations: a part of the table in handlers.ts. */
export const workstationHandlers = {
  'database.get': getDatabase,
  'database.testConnection': testConnection,
  'database.useServer': useServer,
  'database.redeemCode': redeem,
  'database.useEmbedded': useEmbedded,
  'database.restart': restart,
  'database.retry': retry,
  'workstations.list': listWorkstations,
  'workstations.proposeCode': proposeCode,
  'workstations.cancelCode': cancelCode,
  'workstations.revoke': revokeWorkstation,
  'workstations.readProtection': readProtection,
  'workstations.setProtection': setProtection,
} satisfies Partial<Handlers>
