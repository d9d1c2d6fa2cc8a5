import { listLimits } from '../services/limits/list-limits.ts'
import { proposeLimit } from '../services/limits/propose-limit.ts'
import { decideAlert, listAlerts, readAlert } from '../services/watch/alerts.ts'
import { listRules, proposeRules } from '../services/watch/cash-rules.ts'
import { exportReport } from '../services/watch/export-report.ts'
import type { Handlers } from '../workplace.ts'

/** The calls about limits and about cash of a person: a part of the table in handlers.ts. */
export const limitHandlers = {
  'limits.list': listLimits,
  'limits.propose': proposeLimit,
  'watch.listRules': listRules,
  'watch.proposeRules': proposeRules,
  'watch.listAlerts': listAlerts,
  'watch.readAlert': readAlert,
  'watch.decideAlert': decideAlert,
  'watch.exportReport': exportReport,
} satisfies Partial<Handlers>
