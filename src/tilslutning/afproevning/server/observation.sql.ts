import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** What a source has delivered since an instant, without a word of what was in it. All run in the role modtagelse. */
export type LinjeRaekke = {
  readonly objekt_id: Uuid | null
  readonly art: Art | null
  readonly udfald: 'modtaget' | 'uaendret' | 'afvist'
  /** The first rule that a refused line broke; those after it may follow from it. */
  readonly regel: string | null
  /** Where it was broken, and the rule's own sentence, which repeats no value. */
  readonly sti: string | null
  readonly da: string | null
  readonly en: string | null
}

/** A run asks for a few dozen lines; one that sends more is not looked at further. */
const HOEJST_LINJER = 2_000

/** The receipts of deliveries begun since `fra`, oldest first. */
export const listLinjer = (kilde: Uuid, fra: Tidspunkt): Statement<LinjeRaekke> =>
  sql(
    `SELECT k.objekt_id, coalesce(a.art, o.art) AS art, k.udfald, k.brud -> 0 ->> 'regel' AS regel, k.brud -> 0 ->> 'sti' AS sti,
            k.brud -> 0 ->> 'da' AS da, k.brud -> 0 ->> 'en' AS en
     FROM leverance l
     JOIN kvittering k ON k.leverance_id = l.leverance_id
     LEFT JOIN afvisning a ON a.leverance_id = k.leverance_id AND a.linje = k.linje
     LEFT JOIN objekt o ON o.objekt_id = k.objekt_id
     WHERE l.kilde_id = $1 AND l.paabegyndt >= $2
     ORDER BY l.paabegyndt, k.linje LIMIT ${HOEJST_LINJER}`,
    [kilde, fra],
    'afproevning_linjer',
  )

/** Messages that were refused as a whole since `fra`: they have no receipt a line. */
export const listHeleAfvisninger = (kilde: Uuid, fra: Tidspunkt): Statement<LinjeRaekke> =>
  sql(
    `SELECT NULL::uuid AS objekt_id, a.art, 'afvist' AS udfald, a.regel, NULL AS sti, NULL AS da, NULL AS en
     FROM afvisning a
     WHERE a.kilde_id = $1 AND a.modtaget >= $2
       AND NOT EXISTS (SELECT FROM kvittering k WHERE k.leverance_id = a.leverance_id AND k.linje = a.linje)
     ORDER BY a.modtaget LIMIT ${HOEJST_LINJER}`,
    [kilde, fra],
    'afproevning_hele_afvisninger',
  )

export type RegistreringstidRaekke = {
  readonly objekt_id: Uuid
  readonly art: Art
  readonly tidspunkt: Tidspunkt
  readonly modtaget: Tidspunkt
}

/** When each registration that the source has delivered since `fra` was made there, and when it was taken in, in that order. */
export const listRegistreringstider = (kilde: Uuid, fra: Tidspunkt): Statement<RegistreringstidRaekke> =>
  sql(
    `SELECT r.objekt_id, r.art, r.tidspunkt, r.modtaget
     FROM leverance l JOIN kvittering k ON k.leverance_id = l.leverance_id
     JOIN registrering r ON r.objekt_id = k.objekt_id AND r.leverance_id = l.leverance_id
     WHERE l.kilde_id = $1 AND l.paabegyndt >= $2 AND k.udfald = 'modtaget'
     GROUP BY r.objekt_id, r.art, r.tidspunkt, r.modtaget, l.paabegyndt
     ORDER BY l.paabegyndt, r.modtaget, r.tidspunkt LIMIT ${HOEJST_LINJER}`,
    [kilde, fra],
    'afproevning_registreringstider',
  )
