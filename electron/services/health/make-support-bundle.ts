import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { filesOf } from './bundle.ts'
import { gatherHealth } from './gather.ts'
import { bundleName, pack } from './pack.ts'
import { ownLog, supportOf } from './support-facts.ts'

/** One file for whoever helps from afar: versions, settings, health, jobs and the log, and nothing about anybody. */
export const makeSupportBundle: UseCase<'health', 'support'> = async (_, { workplace, db }) => {
  const facts = await gatherHealth(workplace, db)
  const { settings } = await workplace.backups.state()
  const support = {
    ...(await supportOf(db, facts)),
    database: workplace.database?.kind ?? null,
    fault: null,
    backups: facts.backups === null ? null : { isSetUp: facts.backups.isSetUp, keepDays: settings.keepDays },
    log: await ownLog(workplace.options.settingsFolder),
  }
  return ok({
    fileName: bundleName(support.at),
    mediaType: 'application/gzip',
    content: await pack(filesOf(support)),
  })
}
