import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { skrivJunit } from '../rapport/junit.ts'
import { skrivPdf } from '../rapport/pdf.ts'
import type { Underskriver } from '../rapport/underskrift.ts'
import type { UnderskrevetRapport } from '../rapport/verificer.ts'

/** Writes the report as JSON, JUnit XML and PDF, the last two each with a detached signature beside it. Gives the files. */
export async function skrivRapporter(
  mappe: string,
  underskrevet: UnderskrevetRapport,
  underskriver: Underskriver | undefined,
): Promise<readonly string[]> {
  mkdirSync(mappe, { recursive: true })
  const filer: string[] = []
  const write = (navn: string, indhold: string | Uint8Array) => {
    const fil = join(mappe, navn)
    writeFileSync(fil, indhold)
    filer.push(fil)
  }
  write('rapport.json', `${JSON.stringify(underskrevet, null, 2)}\n`)
  for (const [navn, indhold] of [
    ['rapport.junit.xml', Buffer.from(skrivJunit(underskrevet.rapport), 'utf8')],
    ['rapport.pdf', skrivPdf(underskrevet.rapport)],
  ] as const) {
    write(navn, indhold)
    if (underskriver) write(`${navn}.jws`, `${await underskriver.underskriv(indhold)}\n`)
  }
  return filer
}
