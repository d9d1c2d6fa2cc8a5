import { execFileSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why no disk can be made here, or null when it can. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it needs root on Linux'
  try {
    mountTo('/mnt', '64k')
    execFileSync('umount', ['/mnt'])
    return null
  } catch {
    return 'no file system can be mounted here'
  }
}

const mountTo = (folder: string, size: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0755`, 'tmpfs', folder], { stdio: 'pipe' })

/** A disk of that size, such as `64k`, that can be filled to its last byte and emptied again. */
export async function openSmallDisk(size: string) {
  const path = await mkdtemp(join(tmpdir(), 'corex-disk-'))
  mountTo(path, size)
  const ballast = join(path, 'ballast')
  const dispose = async () => {
    execFileSync('umount', ['-l', path])
    await rm(path, { recursive: true, force: true })
  }
  return {
    path,
    fill: () => fill(ballast),
    free: () => rmSync(ballast, { force: true }),
    [Symbol.asyncDispose]: dispose,
  }
}

function fill(file: string): void {
  const open = openSync(file, 'a')
  for (let size = 1 << 20; size >= 1; size >>= 1) {
    const block = Buffer.alloc(size)
    try {
      for (;;) writeSync(open, block)
    } catch {
      // It does not fit any more: a smaller block may.
    }
  }
  fsyncSync(open)
  closeSync(open)
}
