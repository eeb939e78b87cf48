import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Runs `work` on a small tree of files in a folder of its own, which is gone afterwards. */
export async function withTrae<T>(filer: Readonly<Record<string, string>>, work: (rod: string) => T | Promise<T>): Promise<T> {
  const rod = mkdtempSync(join(tmpdir(), 'bbtrae-'))
  try {
    for (const [sti, tekst] of Object.entries(filer)) {
      mkdirSync(dirname(join(rod, sti)), { recursive: true })
      writeFileSync(join(rod, sti), tekst)
    }
    return await work(rod)
  } finally {
    rmSync(rod, { recursive: true, force: true })
  }
}
