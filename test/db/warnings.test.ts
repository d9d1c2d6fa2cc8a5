import { expect, test } from 'vitest'
import { type ServerState, warningsAbout } from '../../electron/db/warnings.ts'

const sound: ServerState = {
  versionNumber: 180_006,
  encrypted: true,
  logStatement: 'none',
  logParameters: -1,
  logParametersOnError: 0,
  logDuration: -1,
  authenticationSeconds: 5,
  preparedTransactions: 0,
}
const about = (change: Partial<ServerState>, isOnSocket = false) =>
  warningsAbout({ ...sound, ...change }, isOnSocket)

test.each([150_019, 160_015, 170_011, 180_006, 190_000])(
  'a server of version %i has its corrections',
  (n) => {
    expect(about({ versionNumber: n })).toEqual([])
  },
)

test.each([150_018, 160_014, 170_010, 180_004])('one of version %i lacks some', (versionNumber) => {
  expect(about({ versionNumber })).toEqual(['UNPATCHED'])
})

test('a log that would hold bind parameters is told, by whatever setting it would', () => {
  for (const change of [
    { logStatement: 'all' },
    { logStatement: 'mod' },
    { logDuration: 0 },
    { logDuration: 500 },
  ]) {
    expect(about(change)).toEqual(['LOGS_PARAMETERS'])
    expect(about({ ...change, logParameters: 0 })).toEqual([])
  }
  expect(about({ logParametersOnError: 64 })).toEqual(['LOGS_PARAMETERS'])
})

test('a server is told on which PREPARE TRANSACTION would leave locks that end with nobody’s connection', () => {
  expect(about({ preparedTransactions: 10 })).toEqual(['KEEPS_PREPARED'])
})

test('so is patience with silent connections, and a connection that another user of the computer could take over', () => {
  expect(about({ authenticationSeconds: 60 })).toEqual(['WAITS_FOR_THE_SILENT'])
  expect(about({ encrypted: false })).toEqual(['NOT_ENCRYPTED'])
  expect(about({ encrypted: false }, true)).toEqual([])
})
