import { underWay } from '../../under-way.ts'
import type { UseCase } from '../../workplace.ts'
import { checkFile } from './check-file.ts'

/** What a file of payments holds and what of it would be posted. */
export const previewPayments: UseCase<'payments', 'preview'> = ({ work, ...chosen }, context) =>
  underWay(work, context, (around) => checkFile(context.db, chosen, around))
