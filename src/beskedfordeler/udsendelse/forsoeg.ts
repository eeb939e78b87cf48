import { type Tidspunkt, tidspunkt } from '#kernel'
import type { Kaldssvar } from '../kald/index.ts'

const SEKUND = 1_000
const TIME = 3_600 * SEKUND

/**
 * The waits between attempts: three times as long each time, up to six hours. Together 33 hours, so that even where chance makes each of them
 * a fifth shorter a receiver that is down for a whole day and night loses nothing.
 */
const PAUSER: readonly number[] = [...[10, 30, 90, 270, 810, 2430, 7290].map((s) => s * SEKUND), ...Array(5).fill(6 * TIME)]
export const HOEJST_FORSOEG = PAUSER.length + 1
const UDSVING = 0.2

/**
 * When to try again after attempt number `forsoeg` (from 1); undefined where that was the last. `terning` in [0, 1): receivers that failed
 * together are not called together again.
 */
export function naesteForsoeg(forsoeg: number, nu: Tidspunkt, terning: number): Tidspunkt | undefined {
  const pause = PAUSER[forsoeg - 1]
  if (pause === undefined) return undefined
  return later(nu, pause * (1 - UDSVING + 2 * UDSVING * terning))
}

const HOEJST_PUSTERUM = 30 * SEKUND

/** How long a receiver is left alone after so many failures in a row, whatever else waits for it. */
export const pusterum = (fejlITraek: number, nu: Tidspunkt): Tidspunkt =>
  later(nu, Math.min(HOEJST_PUSTERUM, SEKUND * 2 ** Math.min(fejlITraek, 10)))

const later = (nu: Tidspunkt, ms: number): Tidspunkt => tidspunkt(new Date(Date.parse(nu) + Math.round(ms)))

/** What an answer means for the delivery. */
export type Leveringsudfald =
  | { readonly udfald: 'leveret' }
  | { readonly udfald: 'stoppet' | 'fejlet'; readonly fejl: string; readonly status: number | null }

/** 2xx is received, 410 is never again, and all else is tried again: a receiver that mends its fault loses nothing. */
export function readUdfald(svar: Kaldssvar): Leveringsudfald {
  if ('fejl' in svar) return { udfald: 'fejlet', fejl: svar.fejl, status: null }
  const { status } = svar
  if (status >= 200 && status < 300) return { udfald: 'leveret' }
  if (status === 410) return { udfald: 'stoppet', fejl: 'SVAREDE_410', status }
  if (status >= 300 && status < 400) return { udfald: 'fejlet', fejl: 'VISTE_VIDERE', status }
  return { udfald: 'fejlet', fejl: status >= 500 ? 'FEJL_HOS_MODTAGER' : 'AFVIST_AF_MODTAGER', status }
}
