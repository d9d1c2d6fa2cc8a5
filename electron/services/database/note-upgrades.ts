import type { Database } from '../../db/database.ts'
import { type SchemaMark, upgradeOf } from '../../db/schema-mark.ts'
import type { Workplace } from '../../workplace.ts'

/**
 * The window offers a restart when the schema has moved on, or when the computer has another version than the one that runs: both are looked at with
 * the heartbeat.
 */
export function noteUpgrades(workplace: Workplace, database: Database): void {
  let opened: SchemaMark | undefined
  database.onSchema((mark) => {
    opened ??= mark
    void note(workplace, database, opened, mark)
  })
}

async function note(workplace: Workplace, database: Database, opened: SchemaMark, mark: SchemaMark) {
  const schema = upgradeOf(opened, mark)
  const isInstalled = schema !== 'OUTGROWN' && (await workplace.isOtherInstalled())
  const upgrade = isInstalled ? 'INSTALLED' : schema
  if (workplace.database !== database || workplace.upgrade === upgrade) return
  workplace.upgrade = upgrade
  workplace.options.log(
    isInstalled
      ? 'This computer has another version now than the one that runs'
      : `The database has the schema ${mark.newest} now, and serves applications from ${mark.oldest} on`,
  )
  workplace.emit('session.changed', {})
}
