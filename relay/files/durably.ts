import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A stream into a file, up to a limit. Rejects when the disk does not take it. */
export async function receive(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  limit: number
): Promise<'whole' | 'tooLarge' | 'brokenOff'> {
  const handle = await open(path, 'wx', 0o600)
  try {
    return await copy(bytes, handle, limit)
  } catch (error) {
    if (error instanceof DiskFault) throw error
    return 'brokenOff'
  } finally {
    await handle.close()
  }
}

async function copy(
  bytes: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  limit: number
): Promise<'whole' | 'tooLarge'> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limit) return 'tooLarge'
    await handle.appendFile(chunk).catch((error: unknown) => {
      throw new DiskFault(String(error), { cause: error })
    })
  }
  return 'whole'
}

class DiskFault extends Error {
  override readonly name = 'DiskFault'
}

/** Under its name there is all of it or nothing, whatever happens. */
export async function writeDurably(path: string, bytes: Buffer, by: string): Promise<void> {
  const handle = await open(by, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(by, path)
  await syncFolder(dirname(path))
}

/** What is in a folder is on the disk once the folder is. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** For what is not there; any other fault is one. */
export function absent(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
  return undefined
}
