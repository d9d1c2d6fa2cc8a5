import { runNow, stopJob } from '../services/jobs/ask-for-job.ts'
import { listHistory, listJobs, readAuditGrowth } from '../services/jobs/read-jobs.ts'
import type { Handlers } from '../workplace.ts'

/** The calls about jobs, and the use case that answers each. */
export const jobHandlers = {
  'jobs.list': listJobs,
  'jobs.history': listHistory,
  'jobs.runNow': runNow,
  'jobs.stop': stopJob,
  'jobs.auditGrowth': readAuditGrowth,
} satisfies Partial<Handlers>
