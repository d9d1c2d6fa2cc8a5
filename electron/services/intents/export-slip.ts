import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { recoveryFileName } from '../../print/file-name.ts'
import { renderRecoveryPdf } from '../../print/recovery-pdf.ts'
import type { UseCase } from '../../workplace.ts'
import { callersBranch } from '../branches/callers-branch.ts'
import { readIntents } from './intent-file.ts'
import { intentsFolder } from './keep-intent.ts'
import { recoveryOf } from './settle.ts'

/** The recovery slip as a PDF, with the outcome as it is now. */
export const exportSlip: UseCase<'intents', 'exportSlip'> = async ({ key }, context) => {
  const { db, user, workplace } = context
  const found = (await readIntents(intentsFolder(workplace))).find((each) => each.key === key)
  if (found === undefined) return fail('INTENT_NOT_FOUND')
  const recovery = await recoveryOf(context, found)
  const { name, address, timeZone, numberFormat } = await callersBranch(db)
  const people = { branchName: name, branchAddress: address, printedBy: user.fullName }
  return ok({
    fileName: recoveryFileName(recovery.sentAt, recovery.key),
    mediaType: 'application/pdf',
    content: await renderRecoveryPdf(recovery, {
      ...people,
      timeZone,
      numberFormat,
      workstation: workplace.options.workstationName,
      faces: await workplace.letters.facesFor(recovery, people),
    }),
  })
}
