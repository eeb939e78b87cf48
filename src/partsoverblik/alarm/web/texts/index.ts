import type { Sagsbehandlerhvad } from '#adgangslog'
import type { Sprog } from '#web'
import { type Alarmtekster, alarmDa } from './da.ts'
import { alarmEn } from './en.ts'
import { type Udtraekstekster, udtraekDa } from './udtraek.da.ts'
import { udtraekEn } from './udtraek.en.ts'

const TEKSTER: { readonly [S in Sprog]: Alarmtekster } = { da: alarmDa, en: alarmEn }

/** The words of the alarms' pages in a language. */
export const ord = (sprog: Sprog): Alarmtekster => TEKSTER[sprog]

/** What was read, as the log calls it, in words: all that caseworkers read has its own. */
export const hvadord = (sprog: Sprog, hvad: string): string => {
  const kendte: Readonly<Record<Sagsbehandlerhvad, string> & { [hvad: string]: string }> = TEKSTER[sprog].hvad
  return Object.hasOwn(kendte, hvad) ? (kendte[hvad] ?? hvad) : TEKSTER[sprog].hvad.andet
}

const UDTRAEK: { readonly [S in Sprog]: Udtraekstekster } = { da: udtraekDa, en: udtraekEn }

/** The words of the extracts' pages. */
export const udtraeksord = (sprog: Sprog): Udtraekstekster => UDTRAEK[sprog]
