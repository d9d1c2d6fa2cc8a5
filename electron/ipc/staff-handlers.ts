import { exportChanges, exportReview, listChanges, review } from '../services/users/staff-reports.ts'
import type { Handlers } from '../workplace.ts'

/** The reports about the staff, and the use case that answers each. */
export const staffHandlers = {
  'users.listChanges': listChanges,
  'users.exportChanges': exportChanges,
  'users.review': review,
  'users.exportReview': exportReview,
} satisfies Partial<Handlers>
