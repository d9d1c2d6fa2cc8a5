import { proposeKeyChange } from '../services/keys/propose-key-change.ts'
import { readKeys } from '../services/keys/read-keys.ts'
import { keepSheet, makeSheet } from '../services/keys/recovery-sheet.ts'
import { rotateKeys } from '../services/keys/rotate-keys.ts'

/** Who answers the calls about the key of the documents; part of the table in handlers.ts, which checks their types. */
export const keyHandlers = {
  'keys.read': readKeys,
  'keys.propose': proposeKeyChange,
  'keys.rotate': rotateKeys,
  'keys.makeSheet': makeSheet,
  'keys.keepSheet': keepSheet,
}
