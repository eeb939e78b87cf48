import type { Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import { formatDato } from '#web'
import type { AftaleVisning, Tosproget } from './visninger.ts'
import { ord } from './web/texts/index.ts'

/** Words that say what kind of thing it is and nothing of what it is about: what stands where the source's own title may not. */

/** A kind outside the standard's list is just a document. */
export const dokumenttypeord = (type: string): Tosproget => {
  const paa = (sprog: keyof Tosproget): string => {
    const typer: Readonly<Record<string, string>> = ord(sprog).dokumenter.typer
    return typer[type] ?? ord(sprog).dokumenter.typer.Andet
  }
  return { da: paa('da'), en: paa('en') }
}

export const notatord = (skrevet: Tidspunkt): Tosproget => ({
  da: ord('da').notater.notatFra(formatDato(danskDag(skrevet), 'da')),
  en: ord('en').notater.notatFra(formatDato(danskDag(skrevet), 'en')),
})

export const aftaleord = (type: AftaleVisning['type']): Tosproget => ({
  da: ord('da').aftaler.typer[type],
  en: ord('en').aftaler.typer[type],
})
