import type { Problem } from '#platform/http'
import type { Henteafvisning } from '../hent.ts'

/** Why events cannot be fetched from where the caller says. */
export const MAERKEPROBLEMER: Readonly<Record<Henteafvisning, Problem>> = {
  MAERKE_UKENDT: {
    status: 400,
    kode: 'MAERKE_UKENDT',
    da: 'efter skal være naeste fra et tidligere svar til samme kilde, eller nu.',
    en: 'efter must be naeste from an earlier answer to the same source, or nu.',
  },
  MAERKE_FOR_GAMMELT: {
    status: 410,
    kode: 'MAERKE_FOR_GAMMELT',
    da: 'Der er et hul: hændelser efter mærket er fjernet. Hent det hele på ny, og begynd igen uden efter.',
    en: 'There is a gap: events after the mark have been removed. Fetch all anew, and begin again without efter.',
  },
  MAERKE_FORAN: {
    status: 410,
    kode: 'MAERKE_FORAN',
    da: 'Mærket er nyere end det, der findes her: data er lagt tilbage fra en kopi. Hent det hele på ny, og begynd igen uden efter.',
    en: 'The mark is newer than what is here: data have been restored from a copy. Fetch all anew, and begin again without efter.',
  },
}
