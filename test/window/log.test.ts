import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openLog } from '../../electron/log.ts'

test('a line that is logged makes no second line of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corex-log-'))
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  openLog(folder)('failed: x\n2026-01-01T00:00:00.000Z Everything is well\r\u001B[2J')
  said.mockRestore()
  const lines = readFileSync(join(folder, 'corex-teller.log'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => line.slice(0, 5))).toEqual([new Date().toISOString().slice(0, 5), '    2'])
  expect(lines[1]).toMatch(/well\?\?\[2J$/)
  rmSync(folder, { recursive: true })
})
