import { closeSync, openSync, readSync } from 'node:fs'

const HEAD = 4096
const ELF_MACHINES: Readonly<Record<number, string>> = {
  0x3e: 'x64',
  0xb7: 'arm64',
  0x03: 'ia32',
  0x28: 'arm',
}
const PE_MACHINES: Readonly<Record<number, string>> = { 0x8664: 'x64', 0xaa64: 'arm64', 0x14c: 'ia32' }
const MACH_PROCESSORS: Readonly<Record<number, string>> = { 0x01000007: 'x64', 0x0100000c: 'arm64' }

function windows(head: Buffer): string | null {
  const at = head.readUInt32LE(0x3c)
  if (at + 6 > head.length || head.toString('latin1', at, at + 4) !== 'PE\0\0') return null
  return `win32-${PE_MACHINES[head.readUInt16LE(at + 4)] ?? 'other'}`
}

/** Which system and processor a program or library is for, by its first bytes and not by its name; null: it is neither. */
export function kindOf(head: Buffer): string | null {
  if (head.length < 64) return null
  const magic = head.readUInt32BE(0)
  if (magic === 0x7f454c46) return `linux-${ELF_MACHINES[head.readUInt16LE(18)] ?? 'other'}`
  if (magic === 0xcffaedfe) return `darwin-${MACH_PROCESSORS[head.readUInt32LE(4)] ?? 'other'}`
  if (magic === 0xcafebabe) return 'darwin-universal'
  return head.toString('latin1', 0, 2) === 'MZ' ? windows(head) : null
}

export function kindOfFile(file: string): string | null {
  const head = Buffer.alloc(HEAD)
  const descriptor = openSync(file, 'r')
  try {
    return kindOf(head.subarray(0, readSync(descriptor, head, 0, HEAD, 0)))
  } finally {
    closeSync(descriptor)
  }
}
