import { checkWords } from '../services/backups/check-words.ts'
import { chooseBackups } from '../services/backups/choose-backups.ts'
import { readBackups } from '../services/backups/read-backups.ts'
import { lookForBackups, restoreBank } from '../services/backups/restore-bank.ts'
import { cancelBackup, runBackup } from '../services/backups/run-backup.ts'

/** Who answers the calls about backups; part of the table in handlers.ts, which checks their types. */
export const backupHandlers = {
  'backups.read': readBackups,
  'backups.choose': chooseBackups,
  'backups.run': runBackup,
  'backups.cancel': cancelBackup,
  'backups.checkWords': checkWords,
  'backups.look': lookForBackups,
  'backups.restore': restoreBank,
}
