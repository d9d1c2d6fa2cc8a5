import { exportChanges, exportReview, listChanges, review } from '../services/users/staff-reports.ts'
import { proposeBranch } from '../services/users/propose-branch.ts'
import type { Handlers } from '../workplace.ts'

/** The reports about the staff and where somebody works, and the use case that answers each. */
export const staffHandlers = {
  'users.listChanges': listChanges,
  'users.exportChanges': exportChanges,
  'users.review': review,
  'users.exportReview': exportReview,
  'users.proposeBranch': proposeBranch,
} satisfies Partial<Handlers>
